"""A cohort at a glance: what to teach next, who practised, where each one stands, how it went.

Everything is read from figures of a few weeks, so it costs the same however much lies behind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Count, F, OuterRef, Subquery, Sum

from practice.display.wording import CRITERIA, RUBRICS
from practice.models import (
    Cohort,
    CohortWeek,
    CriterionWeek,
    Membership,
    PracticeDay,
    PracticeWeek,
    User,
)
from practice.queries.days import today_in
from practice.queries.teaching import Cell, Counts, Teach, teach_next, together_of

TREND_WEEKS = 8
WINDOWS = (2, 4, 8)  # weeks one can look at
LATELY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Column:
    """One criterion of the heat map, and the whole cohort's share."""

    criterion: str
    label: str
    together: Cell


@dataclass(frozen=True, slots=True)
class Band:
    """Columns that stand together: what one strategy asks for, or ("") what several do."""

    strategy: str
    columns: int


@dataclass(frozen=True, slots=True)
class TraineeRow:
    """One trainee: how much, on how many days, when last, and a cell for each column."""

    trainee: User
    membership: int
    replies: int
    days: int
    last_on: date | None
    mean_score: int | None
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Week:
    """One week of the cohort: replies, trainees who practised, and the share of criteria met."""

    begins: date
    replies: int
    trainees: int
    met: Cell


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything on a cohort's page but its assignments. `rows` are in order of names."""

    cohort: Cohort
    weeks: int
    since: date
    today: date
    replies: int
    rows: Sequence[TraineeRow]
    bands: Sequence[Band]
    columns: Sequence[Column]
    trend: Sequence[Week]
    teach: Teach | None

    @property
    def not_practised(self) -> list[TraineeRow]:
        """Whom one may want to ask how it is going: not in seven days, the longest ago first."""
        quiet = [row for row in self.rows if not self._lately(row)]
        return sorted(quiet, key=lambda row: row.last_on or date.min)

    @property
    def practised(self) -> int:
        """How many did in the last seven days."""
        return sum(map(self._lately, self.rows))

    def _lately(self, row: TraineeRow) -> bool:
        return row.last_on is not None and row.last_on > self.today - LATELY


def overview(cohort: Cohort, *, weeks: int = 4, now: datetime | None = None) -> Overview:
    """The page of a cohort that `access.cohort_for` found. `weeks` includes this one."""
    today = today_in(cohort, now)
    monday = today - timedelta(days=today.weekday())
    since = monday - timedelta(weeks=weeks - 1)
    members = list(
        Membership.objects.current()
        .filter(cohort=cohort, role=Membership.Role.TRAINEE)
        .select_related("person")
        .annotate(last_on=_last_day())
    )
    people = [one.person_id for one in members]
    practice = _practice(cohort, people, since)
    cells = _cells(cohort, people, since)
    columns = _columns(cells)
    rows = [
        _row(one, practice.get(one.person_id, {}), cells.get(one.person_id, {}), columns)
        for one in sorted(members, key=lambda one: one.person.display_name.casefold())
    ]
    return Overview(
        cohort=cohort,
        weeks=weeks,
        since=since,
        today=today,
        replies=sum(row.replies for row in rows),
        rows=rows,
        bands=_bands(columns),
        columns=columns,
        trend=_trend(cohort, monday),
        teach=teach_next(cohort, cells),
    )


def overview_table(found: Overview) -> tuple[list[str], list[list[object]]]:
    """The same as rows of a CSV file, header first: for each criterion met and of how many."""
    header = ["name", "email", "replies", "days", "last on", "mean practice score"]
    for column in found.columns:
        header += [f"{column.label}: met", f"{column.label}: of"]
    rows: list[list[object]] = []
    for row in found.rows:
        line: list[object] = [
            row.trainee.display_name,
            row.trainee.email,
            row.replies,
            row.days,
            row.last_on,
            row.mean_score,
        ]
        for cell in row.cells:
            line += [cell.met, cell.of]
        rows.append(line)
    return header, rows


def weeks_table(found: Overview) -> tuple[list[str], list[list[object]]]:
    """How it went week by week, as rows of a CSV file, header first."""
    header = ["week from", "points met", "of", "replies", "people"]
    return header, [
        [week.begins, week.met.met, week.met.of, week.replies, week.trainees]
        for week in found.trend
    ]


# How ----------------------------------------------------------------------------------------


def _last_day() -> Subquery:
    days = PracticeDay.objects.filter(
        cohort=OuterRef("cohort"), trainee=OuterRef("person"), attempts__gt=0
    )
    return Subquery(days.order_by("-day").values("day")[:1])


def _practice(cohort: Cohort, people: Sequence[UUID], since: date) -> dict[UUID, dict[str, Any]]:
    rows = (
        PracticeDay.objects.filter(
            cohort=cohort, trainee__in=people, day__gte=since, attempts__gt=0
        )
        .values("trainee")
        .annotate(
            replies=Sum("attempts"),
            days=Count("pk"),
            scored_sum=Sum("scored"),
            points=Sum("score_sum"),
        )
        .order_by()
    )
    return {row["trainee"]: row for row in rows}


def _cells(cohort: Cohort, people: Sequence[UUID], since: date) -> dict[UUID, Counts]:
    rows = (
        CriterionWeek.objects.filter(cohort=cohort, trainee__in=people, week__gte=since)
        .values_list("trainee", "strategy", "criterion")
        .annotate(Sum("met"), of=Sum(F("met") + F("partly") + F("not_yet")))
        .order_by()
    )
    found: dict[UUID, Counts] = defaultdict(dict)
    for trainee, strategy, criterion, met, of in rows:
        if of:
            found[trainee][strategy, criterion] = met, of
    return found


def _summed(counts: Mapping[tuple[str, str], tuple[int, int]]) -> dict[str, Cell]:
    """By criterion, whichever strategy asked for it."""
    found: dict[str, Cell] = {}
    for (_, criterion), (met, of) in counts.items():
        there = found.get(criterion, Cell(0, 0))
        found[criterion] = Cell(there.met + met, there.of + of)
    return found


def _columns(cells: Mapping[UUID, Counts]) -> list[Column]:
    """By strategy, and what several of them ask for first."""
    together = _summed(together_of(cells))
    strategies = ["", *RUBRICS]
    known = sorted(CRITERIA, key=lambda one: strategies.index(_strategy_of(one)))
    return [
        Column(one, CRITERIA[one].label if one in CRITERIA else one, together[one])
        for one in (*known, *sorted(set(together) - set(CRITERIA)))
        if one in together
    ]


def _bands(columns: Sequence[Column]) -> list[Band]:
    groups = groupby(columns, key=lambda one: _strategy_of(one.criterion))
    return [Band(strategy, len(list(group))) for strategy, group in groups]


def _strategy_of(criterion: str) -> str:
    """The one strategy that asks for it; "" where several do, or none does any more."""
    asking = [
        strategy
        for strategy, rubric in RUBRICS.items()
        if criterion in {one.id for one in rubric.criteria}
    ]
    return asking[0] if len(asking) == 1 else ""


def _row(
    member: Membership,
    practice: Mapping[str, Any],
    counts: Counts,
    columns: Sequence[Column],
) -> TraineeRow:
    cells = _summed(counts)
    scored = practice.get("scored_sum") or 0
    return TraineeRow(
        trainee=member.person,
        membership=member.pk,
        replies=practice.get("replies", 0),
        days=practice.get("days", 0),
        last_on=getattr(member, "last_on", None),
        mean_score=round(practice["points"] / scored) if scored else None,
        cells=[cells.get(column.criterion, Cell(0, 0)) for column in columns],
    )


def _trend(cohort: Cohort, monday: date) -> list[Week]:
    mondays = [monday - timedelta(weeks=number) for number in reversed(range(TREND_WEEKS))]
    met = {
        week: Cell(met, of)
        for week, met, of in CohortWeek.objects.filter(cohort=cohort, week__gte=mondays[0])
        .values_list("week")
        .annotate(Sum("met"), of=Sum(F("met") + F("partly") + F("not_yet")))
        .order_by()
    }
    practice = {
        week: (replies, trainees)
        for week, replies, trainees in PracticeWeek.objects.filter(
            cohort=cohort, week__gte=mondays[0], attempts__gt=0
        )
        .values_list("week")
        .annotate(Sum("attempts"), Count("pk"))
        .order_by()
    }
    return [Week(week, *practice.get(week, (0, 0)), met.get(week, Cell(0, 0))) for week in mondays]
