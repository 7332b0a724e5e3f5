"""A group with Sam, who supervises it, for tests of what passes between trainees and him."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from practice import services
from practice.models import Attempt, Cohort, Review, Scenario, User
from practice.services import Remark, Said
from tests.factories import CohortFactory, MembershipFactory
from tests.views.cards import make_attempt
from tests.views.people import make_person


def make_group(*trainees: User, supervisor: User | None = None) -> tuple[Cohort, User]:
    """A cohort of these trainees, and its supervisor."""
    cohort = CohortFactory.create(name="Evening group")
    sam = supervisor or make_person("sam@example.org", "Sam Stone")
    MembershipFactory.create(person=sam, cohort=cohort, role="supervisor")
    for trainee in trainees:
        MembershipFactory.create(person=trainee, cohort=cohort)
    return cohort, sam


def in_group(person: User, scenario: Scenario, cohort: Cohort, **more: Any) -> Attempt:
    """A reply that the group's supervisors see, counted as the site counts."""
    attempt = make_attempt(person, scenario, **{"cohort": cohort, "visible": True, **more})
    services.recount(cohorts=[cohort.pk])
    return attempt


def released(
    attempt: Attempt,
    supervisor: User,
    *,
    overall: str = "You heard him.",
    said: Sequence[Said] = (),
    remarks: Sequence[Remark] = (),
    at: datetime | None = None,
) -> Review:
    """A review that has arrived: released a minute ago, unless said otherwise."""
    review = services.save_draft(
        attempt=attempt, supervisor=supervisor, overall=overall, said=said, remarks=remarks
    )
    return services.release_review(review=review, now=at or timezone.now() - timedelta(minutes=1))
