"""A conversation is coded, kept only on request, downloaded and let go."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from practice.models import Cohort, Transcript, User
from tests.answers import text
from tests.views.group import make_group
from tests.views.people import make_person

pytestmark = pytest.mark.django_db
TALK = (
    "Rosa: The kiln broke the day before the fair.\n"
    "Listener: What was that like for you?\n"
    "Rosa: I cried in the car, to be honest.\n"
    "Listener: It sounds like you were worn out. You should buy a new one.\n"
)


@pytest.fixture
def sam(maya: User) -> User:
    group: tuple[Cohort, User] = make_group(maya)
    return group[1]


@pytest.fixture
def as_sam(sam: User) -> Client:
    client = Client()
    client.force_login(sam)
    return client


def test_every_helper_turn_is_coded_and_nothing_is_kept(as_sam: Client) -> None:
    page = text(as_sam.post("/transcripts/", {"text": TALK}))
    assert "2 turns" in page
    assert '<mark class="worked">What was that like' in page
    assert "Roadblocks" in page
    assert '<mark class="worked">What was that like for you?</mark>' in page
    assert not Transcript.objects.exists()


def test_who_helps_can_be_said(as_sam: Client) -> None:
    page = text(as_sam.post("/transcripts/", {"text": TALK, "helper": "Rosa"}))
    assert "<option selected>Rosa</option>" in page
    assert '<mark class="worked">What was that like' not in page


def test_a_file_will_do_and_what_cannot_be_read_is_given_back(as_sam: Client) -> None:
    csv = "speaker,text\nClient,It broke.\nHelper,What was that like for you?\n"
    sent = SimpleUploadedFile("talk.csv", csv.encode())
    assert '<mark class="worked">What was' in text(as_sam.post("/transcripts/", {"file": sent}))
    page = text(as_sam.post("/transcripts/", {"text": "nobody says this"}))
    assert "does not say who speaks" in page
    assert "nobody says this" in page


def test_it_is_kept_downloaded_and_let_go(as_sam: Client, sam: User) -> None:
    as_sam.post("/transcripts/", {"text": TALK, "title": "The fair", "do": "keep"})
    kept = Transcript.objects.get()
    assert (kept.owner, kept.title, kept.helper) == (sam, "The fair", "Listener")
    assert "The fair" in text(as_sam.get("/transcripts/"))
    assert "I cried in the car" in text(as_sam.get(f"/transcripts/{kept.pk}/"))
    assert "What was that like for you?" in text(as_sam.get(f"/transcripts/{kept.pk}/coded.csv"))
    assert "Listener" in text(as_sam.post("/transcripts/", {"text": TALK, "do": "download"}))
    as_sam.post(f"/transcripts/{kept.pk}/")
    assert not Transcript.objects.exists()


def test_it_is_its_owners_alone(as_sam: Client, sam: User) -> None:
    as_sam.post("/transcripts/", {"text": TALK, "title": "The fair", "do": "keep"})
    other = Client()
    other.force_login(make_group(supervisor=make_person("olga@example.org", "Olga"))[1])
    kept = Transcript.objects.get()
    assert other.get(f"/transcripts/{kept.pk}/").status_code == 404
    assert "The fair" not in text(other.get("/transcripts/"))
