"""Two supervisors do not do the same work unless they mean to."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from practice import services
from practice.models import Claim, User
from tests.cast import Cast, assemble
from tests.desk import NOON
from tests.factories import MembershipFactory
from tests.services.at_once import at_once

MINUTE = timedelta(minutes=1)


@pytest.fixture
def ruth(cast: Cast) -> User:
    """Another supervisor of the evening group."""
    person: User = MembershipFactory.create(cohort=cast.evening, role="supervisor").person
    return person


def holder() -> User:
    return Claim.objects.get().supervisor


def test_opening_claims_for_a_quarter_of_an_hour(cast: Cast) -> None:
    services.claim_attempt(attempt=cast.alices, supervisor=cast.sam, now=NOON)
    claim = Claim.objects.get()
    assert (claim.supervisor, claim.expires_at) == (cast.sam, NOON + 15 * MINUTE)


def test_a_claim_of_somebody_else_stays(cast: Cast, ruth: User) -> None:
    services.claim_attempt(attempt=cast.alices, supervisor=cast.sam, now=NOON)
    services.claim_attempt(attempt=cast.alices, supervisor=ruth, now=NOON + 14 * MINUTE)
    assert holder() == cast.sam


def test_looking_again_renews_ones_own_claim(cast: Cast, ruth: User) -> None:
    services.claim_attempt(attempt=cast.alices, supervisor=cast.sam, now=NOON)
    services.claim_attempt(attempt=cast.alices, supervisor=cast.sam, now=NOON + 10 * MINUTE)
    services.claim_attempt(attempt=cast.alices, supervisor=ruth, now=NOON + 20 * MINUTE)
    assert holder() == cast.sam


def test_a_claim_runs_out_when_somebody_looks(cast: Cast, ruth: User) -> None:
    services.claim_attempt(attempt=cast.alices, supervisor=cast.sam, now=NOON)
    services.claim_attempt(attempt=cast.alices, supervisor=ruth, now=NOON + 15 * MINUTE)
    assert holder() == ruth


def test_a_claim_can_be_taken_over(cast: Cast, ruth: User) -> None:
    services.claim_attempt(attempt=cast.alices, supervisor=cast.sam, now=NOON)
    services.take_over(attempt=cast.alices, supervisor=ruth, now=NOON)
    assert holder() == ruth


@pytest.mark.django_db(transaction=True)
def test_of_two_who_open_it_at_once_one_has_it() -> None:
    cast = assemble()
    people = [cast.sam, MembershipFactory.create(cohort=cast.evening, role="supervisor").person]

    def look(person: User) -> User:
        services.claim_attempt(attempt=cast.alices, supervisor=person)
        return holder()

    first, second = at_once(*(partial(look, one) for one in people))
    assert first == second
