"""The people who appear in tests, always the same ones.

Alice is a trainee of the evening group, which Sam supervises; Bob is a trainee of the morning
group, which nobody here supervises; Ada is an admin. Alice and Bob have each written one reply
to Tomas.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from practice import services
from practice.models import Attempt, Cohort, Scenario, User
from tests.factories import CohortFactory, MembershipFactory, UserFactory, published


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody."""

    alice: User
    bob: User
    sam: User
    ada: User
    evening: Cohort
    morning: Cohort
    scenario: Scenario
    alices: Attempt
    bobs: Attempt


def assemble() -> Cast:
    """Call everybody on stage."""
    alice = UserFactory.create(display_name="Alice Ames", email="alice@example.org")
    bob = UserFactory.create(display_name="Bob Brook", email="bob@example.org")
    sam = UserFactory.create(display_name="Sam Stone", email="sam@example.org")
    ada = UserFactory.create(
        display_name="Ada Arnold", email="ada@example.org", is_staff=True, is_superuser=True
    )
    evening = CohortFactory.create(name="Evening group", join_code="EVENING2")
    morning = CohortFactory.create(name="Morning group", join_code="MORNING2")
    MembershipFactory.create(person=alice, cohort=evening)
    MembershipFactory.create(person=bob, cohort=morning)
    MembershipFactory.create(person=sam, cohort=evening, role="supervisor")
    scenario = published()
    return Cast(
        alice=alice,
        bob=bob,
        sam=sam,
        ada=ada,
        evening=evening,
        morning=morning,
        scenario=scenario,
        alices=reply_of(alice, scenario, "It sounds like you sat up alone with the cold."),
        bobs=reply_of(bob, scenario, "You should have woken somebody."),
    )


def reply_of(person: User, scenario: Scenario, reply: str) -> Attempt:
    """A reply as the site saves it."""
    if scenario.current is None:
        raise ValueError("There is nothing to reply to.")
    return services.record_attempt(
        trainee=person, scenario_version=scenario.current, token=uuid4(), reply=reply
    )
