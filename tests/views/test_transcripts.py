"""A conversation is coded, kept only on request, downloaded and let go."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from practice.models import Transcript, User
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


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (TALK.encode("utf-16"), '<mark class="worked">What was that like'),
        (TALK.replace("was", "wäs").encode("cp1252"), "not a plain text file in UTF-8"),
        (b"PK\x03\x04\xff\xfe\x00", "not a plain text file in UTF-8"),
        (b"Client: It\x00broke.", "does not look like a text file"),
        (b"x" * 500_001, "larger than half a megabyte"),
        (b"", "This file is empty."),
        (b"time,text\n1,It broke.\n", "no column of it says who speaks"),
        (b"Client: It broke.\nClient: I cried.\n", "Only “Client” speaks here"),
    ],
    ids=["utf-16", "cp1252", "zip", "null", "large", "empty", "no speaker", "no helper"],
)
def test_what_a_file_may_be_is_read_or_said(as_sam: Client, written: bytes, says: str) -> None:
    sent = SimpleUploadedFile("talk.txt", written)
    page = as_sam.post("/transcripts/", {"file": sent, "title": "The fair"})
    assert page.status_code == 200
    assert says in text(page)
    assert 'value="The fair"' in text(page)


def test_a_long_talk_in_any_alphabet_comes_through_every_button(as_sam: Client) -> None:
    """The page sends it as it is: as a form usually goes, it would be three times as long."""
    talk = "Клієнтка: Мені дуже самотньо.\nHelper: What is that like?\n" * 900
    page = text(as_sam.post("/transcripts/", {"text": talk}))
    assert page.count('<form method="post" enctype="multipart/form-data"') == 2
    assert not Transcript.objects.exists()
    as_sam.post("/transcripts/", {"text": talk, "title": "Long", "do": "keep"})
    assert Transcript.objects.get().text == talk


def test_it_is_kept_downloaded_and_let_go(as_sam: Client, sam: User) -> None:
    as_sam.post("/transcripts/", {"text": TALK, "title": "The fair", "do": "keep"})
    kept = Transcript.objects.get()
    assert (kept.owner, kept.title, kept.helper) == (sam, "The fair", "Listener")
    assert "The fair" in text(as_sam.get("/transcripts/"))
    assert "I cried in the car" in text(as_sam.get(f"/transcripts/{kept.pk}/"))
    assert "What was that like for you?" in text(as_sam.get(f"/transcripts/{kept.pk}/coded.csv"))
    assert "Listener" in text(as_sam.post("/transcripts/", {"text": TALK, "do": "download"}))
    counts = text(as_sam.get(f"/transcripts/{kept.pk}/counts.csv"))
    assert "reflections to questions,1.0" in counts and "move: advice,1" in counts
    assert text(as_sam.post("/transcripts/", {"text": TALK, "do": "counts"})) == counts
    as_sam.post(f"/transcripts/{kept.pk}/")
    assert not Transcript.objects.exists()


def test_it_is_its_owners_alone(as_sam: Client, sam: User) -> None:
    as_sam.post("/transcripts/", {"text": TALK, "title": "The fair", "do": "keep"})
    other = Client()
    other.force_login(make_group(supervisor=make_person("olga@example.org", "Olga"))[1])
    kept = Transcript.objects.get()
    assert other.get(f"/transcripts/{kept.pk}/").status_code == 404
    assert "The fair" not in text(other.get("/transcripts/"))
