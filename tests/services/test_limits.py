"""One person keeps so much and no more; what others keep does not count."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from practice import services
from practice.models import BankedComment, ReviewAnswer, SavedView, Transcript
from practice.services import LimitError
from practice.services.limits import MOST_ANSWERS, MOST_COMMENTS, MOST_TRANSCRIPTS, MOST_VIEWS
from tests.cast import Cast, assemble
from tests.services.at_once import outcomes

TALK = {"title": "Roof", "text": "Client: It leaks.\nHelper: That is hard.\n", "helper": "Helper"}


def fill(cast: Cast, number: int) -> None:
    """Let Sam keep so many of everything."""
    review = services.save_draft(attempt=cast.alices, supervisor=cast.sam, overall="Good.")
    services.release_review(review=review)
    each = range(number)
    Transcript.objects.bulk_create(Transcript(owner=cast.sam, coded={}, **TALK) for _ in each)
    SavedView.objects.bulk_create(SavedView(supervisor=cast.sam, name=f"{n}") for n in each)
    BankedComment.objects.bulk_create(BankedComment(supervisor=cast.sam, text=f"{n}") for n in each)
    ReviewAnswer.objects.bulk_create(
        ReviewAnswer(review=review, author=cast.sam, text=f"{n}") for n in each
    )


def keepers(cast: Cast) -> dict[str, Callable[[str], Any]]:
    """How Sam keeps one more, of each kind."""
    review = cast.alices.reviews.get()
    return {
        "talk": lambda words: services.keep_transcript(owner=cast.sam, **TALK),
        "view": lambda words: services.save_view(supervisor=cast.sam, name=words, query=""),
        "comment": lambda words: services.bank_comment(supervisor=cast.sam, text=words),
        "answer": lambda words: services.answer_review(review=review, author=cast.sam, text=words),
    }


KINDS = [
    ("talk", Transcript, MOST_TRANSCRIPTS),
    ("view", SavedView, MOST_VIEWS),
    ("comment", BankedComment, MOST_COMMENTS),
    ("answer", ReviewAnswer, MOST_ANSWERS),
]


@pytest.mark.parametrize(("kind", "model", "most"), KINDS)
def test_the_last_one_is_kept_and_one_more_is_not(
    cast: Cast, kind: str, model: Any, most: int
) -> None:
    fill(cast, most - 1)
    keep = keepers(cast)[kind]
    keep("the last")
    with pytest.raises(LimitError, match=f"{most} .* room for no more"):
        keep("one more")
    assert model.objects.count() == most


def test_what_is_there_already_can_be_said_again(cast: Cast) -> None:
    fill(cast, MOST_COMMENTS)
    SavedView.objects.exclude(name__in=[str(n) for n in range(MOST_VIEWS)]).delete()
    services.bank_comment(supervisor=cast.sam, text="7")
    services.save_view(supervisor=cast.sam, name="7", query="why=0")
    assert SavedView.objects.get(name="7").query == "why=0"
    assert (SavedView.objects.count(), BankedComment.objects.count()) == (MOST_VIEWS, MOST_COMMENTS)


def test_each_person_has_room_of_their_own(cast: Cast) -> None:
    fill(cast, MOST_COMMENTS)
    services.bank_comment(supervisor=cast.ada, text="Hers.")
    services.save_view(supervisor=cast.ada, name="Hers", query="")
    services.keep_transcript(owner=cast.ada, **TALK)
    services.answer_review(review=cast.alices.reviews.get(), author=cast.alice, text="Thanks.")
    assert BankedComment.objects.count() == MOST_COMMENTS + 1


@pytest.fixture
def on_stage(transactional_db: None) -> Cast:
    return assemble()


@pytest.mark.parametrize(("kind", "model", "most"), KINDS)
def test_two_at_once_do_not_both_take_the_last_place(
    on_stage: Cast, kind: str, model: Any, most: int
) -> None:
    fill(on_stage, most - 1)
    keep = keepers(on_stage)[kind]
    assert outcomes(lambda: keep("mine"), lambda: keep("yours")) == ["LimitError", "done"]
    assert model.objects.count() == most
