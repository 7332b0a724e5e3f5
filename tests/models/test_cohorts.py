"""Cohorts, their codes, and memberships."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from practice.models import Cohort, new_join_code
from practice.models.cohorts import ALPHABET
from tests.factories import CohortFactory, MembershipFactory


def test_a_code_has_no_signs_that_look_alike() -> None:
    signs = {sign for _ in range(200) for sign in new_join_code()}
    assert signs <= set(ALPHABET)
    assert not signs & set("0O1IL")


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["EVENING2", "evening2", "EVEN-ING2", " even ing2 "])
def test_a_code_may_be_typed_in_any_way(typed: str) -> None:
    cohort = CohortFactory.create(join_code="EVENING2")
    assert cohort.shown_code == "EVEN-ING2"
    assert Cohort.objects.joinable(typed, timezone.now()).get() == cohort


@pytest.mark.django_db
def test_a_code_ends_when_it_ends() -> None:
    now = timezone.now()
    CohortFactory.create(join_code="EVENING2", join_code_expires_at=now)
    assert Cohort.objects.joinable("EVENING2", now - timedelta(seconds=1)).exists()
    assert not Cohort.objects.joinable("EVENING2", now).exists()


@pytest.mark.django_db
def test_somebody_is_in_a_cohort_once_in_each_role() -> None:
    trainee = MembershipFactory.create()
    person, cohort = trainee.person, trainee.cohort
    MembershipFactory.create(person=person, cohort=cohort, role="supervisor")
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory.create(person=person, cohort=cohort)
    trainee.left_at = timezone.now()
    trainee.save()
    MembershipFactory.create(person=person, cohort=cohort)
    assert person.memberships.current().count() == 2


@pytest.mark.django_db
def test_the_database_knows_the_roles() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory.create(role="owner")
