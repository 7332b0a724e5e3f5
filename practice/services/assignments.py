"""What a cohort is asked to practise."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from practice.models import Assignment, Cohort, Scenario, User
from practice.services.figures import count_assignment, hold


@transaction.atomic
def create_assignment(
    *,
    cohort: Cohort,
    by: User,
    title: str,
    due_on: date,
    attempts_wanted: int,
    strategy: str = "",
    scenarios: Collection[Scenario] = (),
    now: datetime | None = None,
) -> Assignment:
    """Ask a cohort for some replies until the end of a day there.

    To these clients; or, without any, to clients of this strategy; or, without one, to any.
    Replies from now on count. Raises ValidationError.
    """
    hold(cohort.pk)
    assignment = Assignment(cohort=cohort, created_by=by, created_at=now or timezone.now())
    _write(assignment, title, due_on, attempts_wanted, strategy, scenarios)
    return assignment


@transaction.atomic
def change_assignment(
    *,
    assignment: Assignment,
    title: str,
    due_on: date,
    attempts_wanted: int,
    strategy: str = "",
    scenarios: Collection[Scenario] = (),
) -> Assignment:
    """Ask for something else; what counts is counted anew, from when it was first asked."""
    hold(assignment.cohort_id)
    _write(assignment, title, due_on, attempts_wanted, strategy, scenarios)
    return assignment


@transaction.atomic
def remove_assignment(*, assignment: Assignment) -> None:
    """Ask for it no longer. The replies stay."""
    hold(assignment.cohort_id)
    assignment.delete()


def _write(
    assignment: Assignment,
    title: str,
    due_on: date,
    attempts_wanted: int,
    strategy: str,
    scenarios: Collection[Scenario],
) -> None:
    assignment.title = title.strip()
    assignment.due_on = due_on
    assignment.attempts_wanted = attempts_wanted
    assignment.strategy = strategy
    assignment.full_clean()
    assignment.save()
    assignment.scenarios.set(scenarios)
    count_assignment(assignment=assignment)
