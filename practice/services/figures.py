"""Counts kept true in the transaction that changes what is counted, and counted anew.

Every count is defined once, in `Tally`. A write tallies what it adds or takes away and calls
`apply`; recounting.py tallies everything of a cohort.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as clock
from functools import partial
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection, models, transaction
from django.db.models import QuerySet

from practice.models import (
    AgreementCount,
    Assignment,
    AssignmentProgress,
    Attempt,
    Cohort,
    CohortWeek,
    CriterionResult,
    CriterionWeek,
    PracticeDay,
    PracticeWeek,
    QueueCount,
    RatingPair,
    ScenarioCount,
)

Key = tuple[Any, ...]
AT_ONCE = 500  # rows of one statement
KEYS: dict[type[models.Model], tuple[tuple[str, ...], tuple[str, ...]]] = {
    # model: what its rows are known by, and what is counted in them
    QueueCount: (("cohort", "rank"), ("number",)),
    PracticeDay: (("cohort", "trainee", "day"), ("attempts", "scored", "score_sum")),
    CriterionWeek: (
        ("cohort", "trainee", "week", "strategy", "criterion"),
        ("met", "partly", "not_yet"),
    ),
    PracticeWeek: (("cohort", "week", "trainee"), ("attempts",)),
    CohortWeek: (("cohort", "week", "strategy", "criterion"), ("met", "partly", "not_yet")),
    ScenarioCount: (("cohort", "scenario"), ("attempts",)),
    AgreementCount: (
        ("cohort", "kind", "scorer_version", "criterion", "blind", "a", "b"),
        ("number",),
    ),
    AssignmentProgress: (("assignment", "trainee"), ("done",)),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """An assignment, as far as it says which attempts count for it."""

    assignment: UUID
    strategy: str
    scenarios: frozenset[int]
    begins: datetime
    ends: datetime

    def counts(self, strategy: str, scenario: int, at: datetime) -> bool:
        """Whether an attempt counts for it."""
        if not self.begins <= at < self.ends:
            return False
        if self.scenarios:
            return scenario in self.scenarios
        return self.strategy in ("", strategy)


def _zeros(number: int) -> list[int]:
    return [0] * number


class Tally:
    """What some attempts add to every count."""

    def __init__(self, zones: dict[UUID, ZoneInfo], wanted: dict[UUID, list[Wanted]]) -> None:
        self.zones = zones
        self.wanted = wanted
        self.counts: dict[type[models.Model], dict[Key, list[int]]] = {
            model: defaultdict(partial(_zeros, len(counted)))
            for model, (_, counted) in KEYS.items()
        }

    @classmethod
    def of_cohorts(cls, cohorts: Iterable[Cohort]) -> Tally:
        """An empty tally that knows the days and the assignments of these cohorts."""
        zones = {cohort.pk: ZoneInfo(cohort.time_zone) for cohort in cohorts}
        wanted: dict[UUID, list[Wanted]] = defaultdict(list)
        assignments = Assignment.objects.filter(cohort__in=zones).prefetch_related("scenarios")
        for one in assignments:
            wanted[one.cohort_id].append(wanted_by(one, zones[one.cohort_id]))
        return cls(zones, wanted)

    def attempt(
        self,
        *,
        cohort: UUID,
        trainee: UUID,
        at: datetime,
        visible: bool,
        strategy: str,
        scenario: int,
        score: int | None,
        rank: int,
        sign: int = 1,
    ) -> None:
        """Count one attempt. What is asked of somebody counts whoever may see it."""
        for wanted in self.wanted.get(cohort, ()):
            if wanted.counts(strategy, scenario, at):
                self.counts[AssignmentProgress][wanted.assignment, trainee][0] += sign
        if not visible:
            return
        self.counts[QueueCount][cohort, rank][0] += sign
        self.counts[ScenarioCount][cohort, scenario][0] += sign
        day = self._day(cohort, at)
        self.counts[PracticeWeek][cohort, _monday(day), trainee][0] += sign
        counted = self.counts[PracticeDay][cohort, trainee, day]
        counted[0] += sign
        if score is not None:
            counted[1] += sign
            counted[2] += sign * score

    def result(
        self,
        *,
        cohort: UUID,
        trainee: UUID,
        at: datetime,
        strategy: str,
        criterion: str,
        verdict: str,
        sign: int = 1,
    ) -> None:
        """Count one criterion of an attempt that supervisors may see."""
        if verdict not in KEYS[CriterionWeek][1]:
            return
        week = _monday(self._day(cohort, at))
        place = KEYS[CriterionWeek][1].index(verdict)
        self.counts[CriterionWeek][cohort, trainee, week, strategy, criterion][place] += sign
        self.counts[CohortWeek][cohort, week, strategy, criterion][place] += sign

    def made(self, attempt: Attempt, *, scenario: int, verdicts: Iterable[tuple[str, str]]) -> None:
        """Count an attempt of a group with what was found of each criterion."""
        cohort = attempt.cohort_id
        if cohort is None:
            return
        self.attempt(
            cohort=cohort,
            trainee=attempt.trainee_id,
            at=attempt.created_at,
            visible=attempt.visible,
            strategy=attempt.strategy,
            scenario=scenario,
            score=attempt.score,
            rank=attempt.queue_rank,
        )
        for criterion, verdict in verdicts if attempt.visible else ():
            self.result(
                cohort=cohort,
                trainee=attempt.trainee_id,
                at=attempt.created_at,
                strategy=attempt.strategy,
                criterion=criterion,
                verdict=verdict,
            )

    def pair(self, pair: RatingPair, sign: int = 1) -> None:
        """Count one pair of verdicts."""
        key = (
            pair.cohort_id,
            pair.kind,
            pair.scorer_version,
            pair.criterion,
            pair.blind,
            pair.a,
            pair.b,
        )
        self.counts[AgreementCount][key][0] += sign

    def attempts(self, attempts: QuerySet[Attempt], sign: int = 1) -> Tally:
        """Count stored attempts with everything that hangs on them."""
        attempts = attempts.filter(cohort__in=self.zones).order_by()
        rows = attempts.values_list(
            "cohort",
            "trainee",
            "created_at",
            "visible",
            "strategy",
            "scenario_version__scenario",
            "score",
            "queue_rank",
        )
        for cohort, trainee, at, visible, strategy, scenario, score, rank in rows.iterator(5000):
            self.attempt(
                cohort=cohort,
                trainee=trainee,
                at=at,
                visible=visible,
                strategy=strategy,
                scenario=scenario,
                score=score,
                rank=rank,
                sign=sign,
            )
        seen = attempts.filter(visible=True)
        results = CriterionResult.objects.filter(attempt__in=seen).order_by()
        for cohort, trainee, at, strategy, criterion, verdict in results.values_list(
            "attempt__cohort",
            "attempt__trainee",
            "attempt__created_at",
            "attempt__strategy",
            "criterion",
            "verdict",
        ).iterator(5000):
            self.result(
                cohort=cohort,
                trainee=trainee,
                at=at,
                strategy=strategy,
                criterion=criterion,
                verdict=verdict,
                sign=sign,
            )
        for pair in RatingPair.objects.filter(attempt__in=attempts).order_by().iterator(5000):
            self.pair(pair, sign)
        return self

    def _day(self, cohort: UUID, at: datetime) -> date:
        return at.astimezone(self.zones[cohort]).date()

    def apply(self) -> None:
        """Add what was tallied to what is stored."""
        for model, counts in self.counts.items():
            # Always in one order, so that two writers never wait for each other.
            rows = sorted((key, counted) for key, counted in counts.items() if any(counted))
            for start in range(0, len(rows), AT_ONCE):
                _add(model, rows[start : start + AT_ONCE])


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def wanted_by(assignment: Assignment, zone: ZoneInfo) -> Wanted:
    """Which attempts count for an assignment."""
    ends = datetime.combine(assignment.due_on + timedelta(days=1), clock.min, zone)
    return Wanted(
        assignment=assignment.pk,
        strategy=assignment.strategy,
        scenarios=frozenset(scenario.pk for scenario in assignment.scenarios.all()),
        begins=assignment.created_at,
        ends=ends,
    )


def _add(model: type[models.Model], rows: Sequence[tuple[Key, list[int]]]) -> None:
    """One statement: new rows are made, and to those there are it is added.

    The ORM can replace on conflict but not add; this form is the same in both databases.
    """
    keys, counted = KEYS[model]
    fields = [model._meta.get_field(name) for name in (*keys, *counted)]
    quote = connection.ops.quote_name
    columns = [quote(str(field.column)) for field in fields]  # type: ignore[union-attr]
    table = quote(model._meta.db_table)
    known_by = columns[: len(keys)]
    added = (f"{name} = {table}.{name} + excluded.{name}" for name in columns[len(keys) :])
    row = f"({', '.join(['%s'] * len(fields))})"
    statement = (
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([row] * len(rows))} "  # noqa: S608 names are the models'
        f"ON CONFLICT ({', '.join(known_by)}) DO UPDATE SET {', '.join(added)}"
    )
    ready: dict[tuple[int, Any], Any] = {}  # the same few people and days come again and again
    values = []
    for key, counts in rows:
        for place, value in enumerate(key):
            if (place, value) not in ready:
                ready[place, value] = fields[place].get_db_prep_save(value, connection)  # type: ignore[union-attr]
            values.append(ready[place, value])
        values += counts
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


# What writes call -------------------------------------------------------------------------


def hold(cohort: UUID) -> None:
    """Until this transaction is over, nobody else counts new replies of a cohort.

    Who sets something for it, or counts it anew, and who counts a reply just made, would else
    not know of each other. Not FOR UPDATE: rows that name the cohort are looked up as they are
    committed, and would wait for it then.
    """
    Cohort.objects.select_for_update(no_key=True).only("pk").get(pk=cohort)


def count_new(*, attempt: Attempt, results: Iterable[CriterionResult]) -> None:
    """Count an attempt that was just made."""
    cohort = attempt.cohort
    if cohort is None:
        return
    hold(cohort.pk)
    zone = ZoneInfo(cohort.time_zone)
    today = attempt.created_at.astimezone(zone).date()
    open_ones = Assignment.objects.filter(cohort=cohort, due_on__gte=today)
    wanted = [wanted_by(one, zone) for one in open_ones.prefetch_related("scenarios")]
    tally = Tally({cohort.pk: zone}, {cohort.pk: wanted})
    tally.made(
        attempt,
        scenario=attempt.scenario_version.scenario_id,
        verdicts=((result.criterion, result.verdict) for result in results),
    )
    tally.apply()


def move_in_queue(*, attempt: Attempt, before: int) -> None:
    """Count an attempt under its rank, and no longer under the one before."""
    if attempt.cohort_id is None or not attempt.visible or attempt.queue_rank == before:
        return
    tally = Tally({}, {})
    tally.counts[QueueCount][attempt.cohort_id, before][0] -= 1
    tally.counts[QueueCount][attempt.cohort_id, attempt.queue_rank][0] += 1
    tally.apply()


def count_out(*, attempts: QuerySet[Attempt]) -> None:
    """Count stored attempts no longer: they are about to be removed.

    Nobody else changes them until then: a review released meanwhile would be counted otherwise.
    """
    list(attempts.select_for_update().order_by("pk").values_list("pk", flat=True))
    tally_for(attempts).attempts(attempts, sign=-1).apply()


def tally_for(attempts: QuerySet[Attempt]) -> Tally:
    """An empty tally for changes of stored attempts: count them out, change them, count them in.

    Applied once: counts are always taken hold of in one order, and nobody waits for anybody.
    """
    return Tally.of_cohorts(Cohort.objects.filter(attempts__in=attempts).distinct())


def count_pairs(*, gone: Iterable[RatingPair], new: Iterable[RatingPair]) -> None:
    """Count some pairs of verdicts no longer, and others from now on."""
    tally = Tally({}, {})
    for pair in gone:
        tally.pair(pair, sign=-1)
    for pair in new:
        tally.pair(pair)
    tally.apply()


@transaction.atomic
def count_assignment(*, assignment: Assignment) -> None:
    """Count anew what counts for one assignment."""
    zone = ZoneInfo(assignment.cohort.time_zone)
    wanted = wanted_by(assignment, zone)
    AssignmentProgress.objects.filter(assignment=assignment).delete()
    rows = Attempt.objects.filter(
        cohort=assignment.cohort_id, created_at__gte=wanted.begins, created_at__lt=wanted.ends
    ).values_list("trainee", "strategy", "scenario_version__scenario", "created_at")
    tally = Tally({}, {})
    for trainee, strategy, scenario, at in rows.order_by().iterator(5000):
        if wanted.counts(strategy, scenario, at):
            tally.counts[AssignmentProgress][assignment.pk, trainee][0] += 1
    tally.apply()
