"""Who has no room for one more reads so, and finds what they typed where they typed it."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from practice.models import (
    Attempt,
    BankedComment,
    Cohort,
    Review,
    ReviewAnswer,
    SavedView,
    Scenario,
    Transcript,
    User,
)
from practice.services.limits import MOST_ANSWERS, MOST_COMMENTS, MOST_TRANSCRIPTS, MOST_VIEWS
from tests.answers import text
from tests.views.group import in_group, released

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt(maya: User, tomasz: Scenario, group: tuple[Cohort, User]) -> Attempt:
    return in_group(maya, tomasz, group[0])


def comments(sam: User) -> None:
    BankedComment.objects.bulk_create(
        BankedComment(supervisor=sam, text=f"{n}") for n in range(MOST_COMMENTS)
    )


def answers(review: Review, author: User) -> None:
    ReviewAnswer.objects.bulk_create(
        ReviewAnswer(review=review, author=author, text=f"{n}") for n in range(MOST_ANSWERS)
    )


def typed(page: str, name: str) -> str:
    """What stands in a box."""
    found = re.search(rf'<textarea[^>]* name="{name}"[^>]*>\s*([^<]*)</textarea>', page)
    assert found
    return found[1].strip()


def test_a_conversation(as_sam: Client, sam: User) -> None:
    Transcript.objects.bulk_create(
        Transcript(owner=sam, title=f"{n}", text="", helper="", coded={})
        for n in range(MOST_TRANSCRIPTS)
    )
    talk = "Client: It leaks.\nHelper: That sounds hard."
    sent = {"text": talk, "title": "Roof", "do": "keep"}
    page = text(as_sam.post("/transcripts/", sent))
    assert "You keep 100 conversations, and there is room for no more." in page
    assert typed(page, "text") == talk
    assert page.count('value="Roof"') == 2  # of both forms
    assert 'value="download"' in page
    assert Transcript.objects.count() == MOST_TRANSCRIPTS
    Transcript.objects.first().delete()  # type: ignore[union-attr]
    assert "Kept. Only you see it." in text(as_sam.post("/transcripts/", sent, follow=True))


@pytest.mark.parametrize("query", ["", "strategy=open_question"])
def test_a_view(as_sam: Client, sam: User, query: str) -> None:
    SavedView.objects.bulk_create(
        SavedView(supervisor=sam, name=f"{n}", query="why=1") for n in range(MOST_VIEWS)
    )
    answer = as_sam.post("/reviews/views/", {"name": "Mine & all", "query": query}, follow=True)
    assert "You have 50 views, and there is room for no more." in text(answer)
    assert ('value="Mine &amp; all"' in text(answer)) is bool(query)  # no filters, no field
    assert not SavedView.objects.filter(name="Mine & all").exists()


def test_a_comment_on_its_page(as_sam: Client, sam: User) -> None:
    comments(sam)
    page = text(as_sam.post("/comments/", {"text": "Stay with it."}))
    assert "You have 100 comments at hand, and there is room for no more." in page
    assert typed(page, "text") == "Stay with it."


def test_a_comment_in_a_review(as_sam: Client, sam: User, attempt: Attempt) -> None:
    comments(sam)
    sent = {"overall": "Stay with it.", "private_note": "Ask again.", "do": "bank"}
    page = text(as_sam.post(f"/reviews/{attempt.pk}/", sent))
    assert "You have 100 comments at hand, and there is room for no more." in page
    assert typed(page, "overall") == "Stay with it."
    assert typed(page, "private_note") == "Ask again."


def test_an_answer_of_the_trainee(as_maya: Client, maya: User, sam: User, attempt: Attempt) -> None:
    review = released(attempt, sam)
    answers(review, maya)
    page = text(as_maya.post(f"/reviews/back/{review.pk}/answer/", {"text": "One more."}))
    assert "You have written 50 times below this review" in page
    assert typed(page, "text") == "One more."
    assert review.answers.count() == MOST_ANSWERS


def test_an_answer_of_the_supervisor(as_sam: Client, sam: User, attempt: Attempt) -> None:
    review = released(attempt, sam)
    url = f"/reviews/{attempt.pk}/answer/"
    assert "There is nothing to send yet." in text(as_sam.post(url, {"text": " "}))
    page = text(as_sam.post(url, {"text": "x" * 4001}))
    assert typed(page, "text") == "x" * 4001
    answers(review, sam)
    page = text(as_sam.post(url, {"text": "One more."}))
    assert "You have written 50 times below this review" in page
    assert typed(page, "text") == "One more."
    assert review.answers.count() == MOST_ANSWERS
