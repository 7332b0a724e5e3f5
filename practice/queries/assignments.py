"""What a cohort was asked to practise, and how far everybody is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from practice.models import Assignment, AssignmentProgress, Cohort, Membership, Scenario, User
from practice.queries.days import today_in

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Progress:
    """An assignment and how far its cohort is: who is through, out of how many."""

    assignment: Assignment
    open: bool
    through: int
    begun: int
    trainees: int


@dataclass(frozen=True, slots=True)
class Part:
    """One trainee's part of an assignment."""

    trainee: User
    done: int
    through: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """An assignment as a trainee sees it: what is done, and the next client to go on with."""

    assignment: Assignment
    done: int
    left: int
    days_left: int
    next: Scenario | None


def assignments_of(cohort: Cohort, *, now: datetime | None = None) -> list[Progress]:
    """The latest assignments of a cohort with their progress, the last to be due first."""
    today = today_in(cohort, now)
    assignments = list(
        Assignment.objects.filter(cohort=cohort).prefetch_related("scenarios__current")[:SHOWN]
    )
    trainees = _trainees(cohort)
    done: dict[UUID, list[int]] = defaultdict(list)
    rows = AssignmentProgress.objects.filter(assignment__in=assignments, trainee__in=trainees)
    for assignment, number in rows.values_list("assignment", "done"):
        done[assignment].append(number)
    return [
        Progress(
            assignment=one,
            open=one.due_on >= today,
            through=sum(number >= one.attempts_wanted for number in done[one.pk]),
            begun=sum(number > 0 for number in done[one.pk]),
            trainees=len(trainees),
        )
        for one in assignments
    ]


def parts_of(assignment: Assignment) -> list[Part]:
    """Every trainee's part of an assignment, by name."""
    done = dict(assignment.progress.values_list("trainee", "done"))
    trainees = User.objects.filter(pk__in=_trainees(assignment.cohort))
    return [
        Part(one, done.get(one.pk, 0), done.get(one.pk, 0) >= assignment.attempts_wanted)
        for one in sorted(trainees, key=lambda one: one.display_name.casefold())
    ]


def parts_table(assignment: Assignment) -> tuple[list[str], list[list[object]]]:
    """The same as rows of a CSV file."""
    return ["name", "email", "replies", "wanted", "through"], [
        [
            part.trainee.display_name,
            part.trainee.email,
            part.done,
            assignment.attempts_wanted,
            "yes" if part.through else "no",
        ]
        for part in parts_of(assignment)
    ]


def asked_of(person: User, *, now: datetime | None = None) -> list[Asked]:
    """What a trainee is asked to practise and is not through with, the first to be due first."""
    now = now or timezone.now()
    cohorts = person.memberships.current().filter(role=Membership.Role.TRAINEE).values("cohort")
    done = AssignmentProgress.objects.filter(assignment=OuterRef("pk"), trainee=person)
    # A day is over last where it is latest; the exact day is looked at below.
    earliest = now.astimezone(ZoneInfo("Etc/GMT+12")).date()
    assignments = (
        Assignment.objects.filter(cohort__in=cohorts, due_on__gte=earliest)
        .select_related("cohort")
        .prefetch_related("scenarios__current")
        .annotate(done=Coalesce(Subquery(done.values("done")[:1]), Value(0)))
        .order_by("due_on", "created_at")
    )
    met = set(
        person.attempts.filter(
            scenario_version__scenario__assignments__in=[one.pk for one in assignments]
        ).values_list("scenario_version__scenario", flat=True)
    )
    found = []
    for one in assignments:
        number: int = getattr(one, "done", 0)
        days_left = (one.due_on - today_in(one.cohort, now)).days
        if number < one.attempts_wanted and days_left >= 0:
            left = one.attempts_wanted - number
            found.append(Asked(one, number, left, days_left, _next(one, met)))
    return found


def scenarios_to_set(strategy: str = "") -> QuerySet[Scenario]:
    """The clients that an assignment can name, by strategy and how hard they are."""
    wanted = Q(current__strategy=strategy) if strategy else Q()
    return (
        Scenario.objects.published()
        .filter(wanted)
        .select_related("current")
        .defer("current__content")
        .order_by("current__strategy", "current__difficulty", "slug")
    )


def _trainees(cohort: Cohort) -> list[UUID]:
    current = cohort.memberships.current().filter(role=Membership.Role.TRAINEE)
    return list(current.values_list("person", flat=True))


def _next(assignment: Assignment, met: set[int]) -> Scenario | None:
    """The first client of the set whom the trainee has not met; then the first of all."""
    offered = [
        one
        for one in assignment.scenarios.all()
        if one.state == Scenario.State.PUBLISHED and one.current
    ]
    fresh = [one for one in offered if one.pk not in met]
    return next(iter(fresh or offered), None)
