"""Cohorts: made, changed, opened by a code; people moved and taken out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from practice import access, services
from practice.models import Attempt, Cohort, Membership, PracticeDay, User
from practice.services import JoinError, PlaceError
from tests.cast import Cast
from tests.desk import NOON, days, wrote
from tests.factories import MembershipFactory, UserFactory


def test_whoever_makes_a_cohort_supervises_it(cast: Cast) -> None:
    cohort = services.create_cohort(by=cast.ada, name=" Spring group ", time_zone="Europe/Lisbon")
    assert (cohort.name, cohort.created_by, cohort.visible_by_default) == (
        "Spring group",
        cast.ada,
        True,
    )
    assert access.cohort_for(cast.ada, cohort.pk) == cohort


@pytest.mark.parametrize(("name", "zone"), [("", "UTC"), ("Spring", "Mars/Olympus")])
def test_a_cohort_needs_a_name_and_a_place(cast: Cast, name: str, zone: str) -> None:
    with pytest.raises(ValidationError):
        services.create_cohort(by=cast.ada, name=name, time_zone=zone)
    assert Cohort.objects.count() == 2


def test_another_time_zone_has_other_days(cast: Cast) -> None:
    Attempt.objects.all().delete()
    services.recount()
    assert cast.scenario.current is not None
    wrote(cast.alice, cast.scenario.current, cohort=cast.evening, at=NOON)
    services.change_cohort(
        cohort=cast.evening, name="Evening", time_zone="Pacific/Auckland", visible_by_default=False
    )
    assert PracticeDay.objects.get().day == (NOON + days(1)).date()


def test_a_code_that_was_renewed_or_ran_out_opens_nothing(cast: Cast) -> None:
    person = UserFactory.create()
    services.renew_join_code(cohort=cast.evening)
    with pytest.raises(JoinError):
        services.join_cohort(person=person, code="EVENING2")
    now = timezone.now()
    services.expire_join_code(cohort=cast.evening, at=now)
    with pytest.raises(JoinError):
        services.join_cohort(person=person, code=cast.evening.join_code)
    services.expire_join_code(cohort=cast.evening, at=now + timedelta(days=1))
    assert services.join_cohort(person=person, code=cast.evening.join_code).cohort == cast.evening


def test_a_second_supervisor(cast: Cast) -> None:
    services.add_supervisor(cohort=cast.evening, email=" Ada@Example.org ")
    services.add_supervisor(cohort=cast.evening, email="ada@example.org")
    assert access.cohort_for(cast.ada, cast.evening.pk) == cast.evening
    assert cast.ada.memberships.count() == 1
    with pytest.raises(PlaceError, match="Nobody has an account"):
        services.add_supervisor(cohort=cast.evening, email="nobody@example.org")


def test_moving_leaves_what_was_written_where_it_was(cast: Cast) -> None:
    membership = cast.alice.memberships.get()
    moved = services.move_person(membership=membership, to=cast.morning)
    assert [one.cohort for one in cast.alice.memberships.current()] == [cast.morning]
    assert (moved.role, cast.alices.cohort) == ("trainee", cast.evening)
    assert services.move_person(membership=moved, to=cast.morning) == moved


def test_the_last_supervisor_stays(cast: Cast) -> None:
    membership = cast.sam.memberships.get()
    with pytest.raises(PlaceError):
        services.leave_cohort(membership=membership)
    with pytest.raises(PlaceError):
        services.move_person(membership=membership, to=cast.morning)
    assert cast.sam.memberships.current().count() == 1
    closed = MembershipFactory.create(cohort=cast.evening, role="supervisor").person
    User.objects.filter(pk=closed.pk).update(is_active=False)
    with pytest.raises(PlaceError):
        services.leave_cohort(membership=membership)
    User.objects.filter(pk=closed.pk).update(is_active=True)
    services.leave_cohort(membership=membership)
    services.leave_cohort(membership=membership)  # sent twice
    assert Membership.objects.current().filter(cohort=cast.evening, role="supervisor").count() == 1
