"""The doors that supervisors and trainees go through: what is not theirs is not there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.http import Http404

from practice import access, services
from practice.models import Attempt, Membership, User
from tests.cast import Cast
from tests.desk import NOON, wrote
from tests.factories import MembershipFactory


def reaches(door: Callable[..., Any], *args: Any) -> bool:
    try:
        door(*args)
    except Http404:
        return False
    return True


def who_reaches(cast: Cast, door: Callable[..., Any], *args: Any) -> set[str]:
    everybody = (cast.alice, cast.bob, cast.sam, cast.ada)
    return {one.short_name for one in everybody if reaches(door, one, *args)}


def test_an_attempt_is_reached_by_the_supervisors_of_its_cohort(cast: Cast) -> None:
    assert who_reaches(cast, access.reviewable_attempt, cast.alices.pk) == {"Sam"}
    assert who_reaches(cast, access.reviewable_attempt, cast.bobs.pk) == set()


def test_also_after_the_trainee_has_moved(cast: Cast) -> None:
    services.leave_cohort(membership=cast.alice.memberships.get())
    MembershipFactory.create(person=cast.alice, cohort=cast.morning)
    assert reaches(access.reviewable_attempt, cast.sam, cast.alices.pk)


def test_not_after_the_supervisor_has_left(cast: Cast) -> None:
    services.add_supervisor(cohort=cast.evening, email=cast.ada.email)
    services.leave_cohort(membership=cast.sam.memberships.get())
    assert not reaches(access.reviewable_attempt, cast.sam, cast.alices.pk)


def test_not_what_supervisors_may_not_see_and_not_ones_own(cast: Cast) -> None:
    Attempt.objects.filter(pk=cast.alices.pk).update(visible=False)
    assert not reaches(access.reviewable_attempt, cast.sam, cast.alices.pk)
    assert cast.scenario.current is not None
    MembershipFactory.create(person=cast.sam, cohort=cast.evening)
    own = wrote(cast.sam, cast.scenario.current, cohort=cast.evening)
    assert not reaches(access.reviewable_attempt, cast.sam, own.pk)


def test_a_review_is_its_trainees_once_it_has_arrived(cast: Cast) -> None:
    review = services.save_draft(attempt=cast.alices, supervisor=cast.sam)
    assert who_reaches(cast, access.review_back, review.pk) == set()
    services.release_review(review=review, now=NOON)
    assert who_reaches(cast, access.review_back, review.pk) == {"Alice"}


def test_a_cohort_and_who_is_in_it_are_its_supervisors(cast: Cast) -> None:
    membership = cast.alice.memberships.get()
    assert who_reaches(cast, access.cohort_for, cast.evening.pk) == {"Sam"}
    assert who_reaches(cast, access.membership_in, cast.evening, membership.pk) == {"Sam"}
    assert who_reaches(cast, access.membership_in, cast.morning, membership.pk) == set()
    assert who_reaches(cast, access.as_supervisor) == {"Sam"}
    Membership.objects.filter(pk=membership.pk).update(left_at=NOON)
    assert not reaches(access.membership_in, cast.sam, cast.evening, membership.pk)


def test_what_is_kept_at_hand_is_ones_own(cast: Cast) -> None:
    comment = services.bank_comment(supervisor=cast.sam, text="Well heard.")
    view = services.save_view(supervisor=cast.sam, name="Advice", query="")
    assert who_reaches(cast, access.banked_comment, comment.pk) == {"Sam"}
    assert who_reaches(cast, access.saved_view, view.pk) == {"Sam"}


@pytest.mark.parametrize(("who", "may"), [("alice", False), ("sam", True), ("ada", True)])
def test_who_may_open_a_cohort(cast: Cast, who: str, may: bool) -> None:
    person: User = getattr(cast, who)
    assert access.may_create_cohorts(person) is may
