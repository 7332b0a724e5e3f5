"""What the database itself refuses about reviews, claims and places in the queue."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from practice.models import (
    UNDO_WITHIN,
    Assignment,
    Attempt,
    Claim,
    Dispute,
    Judgement,
    QueueRank,
    Review,
    ReviewAnswer,
    ReviewComment,
    ReviewRequest,
    queue_key,
)
from practice.models.queue import STEP
from tests.cast import Cast
from tests.desk import NOON, days


@pytest.fixture
def review(cast: Cast) -> Review:
    """Sam's draft on Alice's reply."""
    review: Review = Review.objects.create(attempt=cast.alices, supervisor=cast.sam)
    return review


def refused(model: Any, **fields: Any) -> bool:
    try:
        with transaction.atomic():
            model.objects.create(**fields)
    except IntegrityError:
        return True
    return False


def test_one_review_of_an_attempt_by_each_supervisor(cast: Cast, review: Review) -> None:
    assert refused(Review, attempt=cast.alices, supervisor=cast.sam)
    assert not refused(Review, attempt=cast.alices, supervisor=cast.ada)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"state": "released"}, True),
        ({"state": "released", "released_at": NOON}, False),
        ({"state": "draft", "released_at": NOON}, True),
        ({"state": "draft", "amended_at": NOON}, True),
        ({"state": "lost"}, True),
    ],
)
def test_a_review_is_a_draft_or_was_released_some_time(
    cast: Cast, fields: dict[str, Any], wrong: bool
) -> None:
    assert refused(Review, attempt=cast.alices, supervisor=cast.sam, **fields) is wrong


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"verdict": "partly"}, False),
        ({"verdict": "perfect"}, True),
        ({"rules_verdict": ""}, True),
        ({"blind_verdict": "splendid"}, True),
        ({"said": False}, False),
        ({"said": False, "verdict": "partly"}, True),
        ({"said": False, "reason": "Because."}, True),
    ],
)
def test_a_judgement(review: Review, fields: dict[str, Any], wrong: bool) -> None:
    whole = {"criterion": "own_words", "rules_verdict": "met", "verdict": "met", **fields}
    assert refused(Judgement, review=review, **whole) is wrong


def test_one_judgement_of_a_criterion(review: Review) -> None:
    whole = {"criterion": "own_words", "rules_verdict": "met", "verdict": "met"}
    assert not refused(Judgement, review=review, **whole)
    assert refused(Judgement, review=review, **whole)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, False),
        ({"start": 0, "end": 3}, False),
        ({"start": 3, "end": 3}, True),
        ({"start": 3}, True),
        ({"end": 3}, True),
        ({"text": ""}, True),
    ],
)
def test_a_comment_is_on_a_phrase_or_on_none(
    review: Review, fields: dict[str, Any], wrong: bool
) -> None:
    assert refused(ReviewComment, review=review, **{"text": "Well heard.", **fields}) is wrong


def test_an_answer_says_something(cast: Cast, review: Review) -> None:
    assert refused(ReviewAnswer, review=review, author=cast.alice, text="")


def test_one_claim_and_one_request_for_an_attempt_and_one_dispute_of_a_finding(
    cast: Cast,
) -> None:
    for model, fields in (
        (Claim, {"supervisor": cast.sam}),
        (ReviewRequest, {}),
        (Dispute, {"criterion": "own_words"}),
    ):
        assert not refused(model, attempt=cast.alices, **fields)
        assert refused(model, attempt=cast.alices, **fields)


def test_an_assignment_wants_something(cast: Cast) -> None:
    whole = {"cohort": cast.evening, "title": "Two", "due_on": NOON.date()}
    assert refused(Assignment, attempts_wanted=0, **whole)
    assert not refused(Assignment, **whole)


@pytest.mark.parametrize("rank", QueueRank)
def test_a_key_of_another_rank_is_refused(cast: Cast, rank: QueueRank) -> None:
    attempts = Attempt.objects.filter(pk=cast.alices.pk)
    attempts.update(queue_rank=rank, queue_key=queue_key(rank, NOON))
    for key in (rank * STEP - 1, (rank + 1) * STEP):
        with pytest.raises(IntegrityError), transaction.atomic():
            attempts.update(queue_key=key)


def test_what_somebody_waits_for_goes_by_age_and_the_rest_by_youth() -> None:
    for rank in QueueRank:
        older, younger = queue_key(rank, NOON), queue_key(rank, NOON + days(1))
        waits = rank in (QueueRank.ASKED, QueueRank.ABSTAINED, QueueRank.DISPUTED)
        assert (older < younger) is waits
    keys = [queue_key(rank, NOON) for rank in sorted(QueueRank)]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("seen", "amended", "changed"),
    [
        (None, None, False),
        (None, UNDO_WITHIN, False),
        (UNDO_WITHIN, None, False),
        (UNDO_WITHIN, UNDO_WITHIN + timedelta(seconds=1), True),
        (days(1), UNDO_WITHIN, False),
    ],
)
def test_a_review_that_was_seen_and_amended_is_another(
    seen: timedelta | None, amended: timedelta | None, changed: bool
) -> None:
    review = Review(state="released", released_at=NOON)
    review.seen_at = NOON + seen if seen else None
    review.amended_at = NOON + amended if amended else None
    assert review.changed_since_seen is changed


def test_a_draft_has_nothing_to_undo() -> None:
    assert not Review().can_be_undone(timezone.now())
