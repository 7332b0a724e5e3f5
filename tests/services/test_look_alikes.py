"""One comment goes into many drafts, and nothing is released by it."""

from __future__ import annotations

import pytest

from practice import services
from practice.models import Attempt, Review
from practice.services import ReviewError
from tests.cast import Cast
from tests.desk import NOON, days, wrote
from tests.factories import MembershipFactory

ADVICE = {"technique": "advice", "moves": [], "faults": ["advising"]}
TEXT = "Advice comes early here. What is it like for him first?"


@pytest.fixture
def alike(cast: Cast) -> list[Attempt]:
    """Three replies of the evening group that give the same advice."""
    assert cast.scenario.current is not None
    trainees = [
        cast.alice,
        *(m.person for m in MembershipFactory.create_batch(2, cohort=cast.evening)),
    ]
    return [
        wrote(
            trainee,
            cast.scenario.current,
            cohort=cast.evening,
            scorecard=ADVICE,
            at=NOON + days(number),
        )
        for number, trainee in enumerate(trainees)
    ]


def overall() -> dict[object, str]:
    return dict(Review.objects.values_list("attempt", "overall"))


def test_a_comment_goes_into_the_drafts_of_all(cast: Cast, alike: list[Attempt]) -> None:
    services.save_draft(attempt=alike[1], supervisor=cast.sam, overall="Thank you, Petra.")
    done = services.comment_on_look_alikes(
        attempt=alike[0], others=alike[1:], supervisor=cast.sam, text=f" {TEXT} "
    )
    assert len(done) == 3
    assert set(Review.objects.values_list("state", flat=True)) == {"draft"}
    assert overall() == {
        alike[0].pk: TEXT,
        alike[1].pk: f"Thank you, Petra.\n\n{TEXT}",
        alike[2].pk: TEXT,
    }


def test_a_comment_on_a_criterion_applied_twice_is_there_once(
    cast: Cast, alike: list[Attempt]
) -> None:
    for expected in (3, 0):
        done = services.comment_on_look_alikes(
            attempt=alike[0],
            others=alike,
            supervisor=cast.sam,
            text=TEXT,
            criterion="no_roadblock",
        )
        assert len(done) == expected
    for review in Review.objects.all():
        assert [(one.criterion, one.text) for one in review.comments.all()] == [
            ("no_roadblock", TEXT)
        ]


def test_each_draft_is_edited_and_released_on_its_own(cast: Cast, alike: list[Attempt]) -> None:
    services.comment_on_look_alikes(
        attempt=alike[0], others=alike[1:], supervisor=cast.sam, text=TEXT
    )
    edited = services.save_draft(attempt=alike[2], supervisor=cast.sam, overall="Only for you.")
    services.release_review(review=edited)
    assert overall()[alike[0].pk] == TEXT
    assert Review.objects.released().get().overall == "Only for you."


def test_what_is_not_alike_or_not_ones_own_to_review_is_left_alone(
    cast: Cast, alike: list[Attempt]
) -> None:
    assert cast.scenario.current is not None
    released = services.save_draft(attempt=alike[1], supervisor=cast.sam)
    services.release_review(review=released)
    elsewhere = wrote(cast.bob, cast.scenario.current, cohort=cast.morning, scorecard=ADVICE)
    other = wrote(cast.alice, cast.scenario.current, cohort=cast.evening)
    done = services.comment_on_look_alikes(
        attempt=alike[0],
        others=[alike[1], elsewhere, other],
        supervisor=cast.sam,
        text=TEXT,
    )
    assert [one.attempt for one in done] == [alike[0]]
    assert overall() == {alike[0].pk: TEXT, alike[1].pk: ""}


@pytest.mark.parametrize(("text", "criterion"), [("  ", ""), (TEXT, "is_open")])
def test_a_comment_that_fits_nowhere_is_refused(
    cast: Cast, alike: list[Attempt], text: str, criterion: str
) -> None:
    with pytest.raises(ReviewError):
        services.comment_on_look_alikes(
            attempt=alike[0], others=[], supervisor=cast.sam, text=text, criterion=criterion
        )
    assert not Review.objects.exists()
