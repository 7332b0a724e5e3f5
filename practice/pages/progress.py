"""What one person's replies do over weeks: the figures of the progress page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from practice import scoring
from practice.display.charts import GaugeChart, LineChart, bar_width, gauge_chart, line_chart
from practice.display.marks import quoted
from practice.display.wording import CRITERIA, MAIN_CRITERION, RUBRICS
from practice.models import Attempt, CriterionResult, User
from practice.queries import ENOUGH, LATELY, weakest_of

WEEKS = 8
MONTHS = 4
RATED = 10  # of the latest replies, to say how ratings and scores lie
OWN_RATING = {1: 40, 2: 65, 3: 90}  # a guess, near, very near, on the scale of the score
HABIT, NOT_YET_HABIT = 0.85, 0.6


@dataclass(frozen=True, slots=True)
class Judged:
    """One criterion of one reply: was it met, and was a hint open?"""

    met: bool
    aided: bool
    week: date


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion over the weeks."""

    criterion: str
    label: str
    met: int
    of: int
    chart: LineChart
    cells: tuple[str, ...]
    spoken: str
    note: str
    practise_next: bool


@dataclass(frozen=True, slots=True)
class StrategyRow:
    """One strategy: how many replies, and the share that did what it is for."""

    label: str
    replies: int
    percent: int | None
    bar: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Own ratings beside practice scores."""

    says: str
    chart: GaugeChart


@dataclass(frozen=True, slots=True)
class Word:
    """A word for a feeling; fresh when it was first used this month."""

    text: str
    fresh: bool


@dataclass(frozen=True, slots=True)
class Family:
    """Words for kindred feelings."""

    label: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """The whole page."""

    replies: int
    clients: int
    since: datetime | None
    says: str
    weeks: tuple[date, ...]
    lines: tuple[Line, ...]
    strategies: tuple[StrategyRow, ...]
    calibration: Calibration | None
    families: tuple[Family, ...]
    words: int
    fresh: bool


@dataclass(frozen=True, slots=True)
class _Reply:
    strategy: str
    score: int | None
    rating: int | None
    at: datetime
    client: int


def progress_of(person: User) -> Progress:
    """Everything the progress page shows, in three queries however much there is."""
    replies = _replies(person)
    today = timezone.localdate()
    weeks = tuple(_monday(today) - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1))
    judged = _judged(person)
    lines = _lines(judged, weeks)
    families = _families(person, today)
    words = [word for family in families for word in family.words]
    return Progress(
        replies=len(replies),
        clients=len({reply.client for reply in replies}),
        since=replies[0].at if replies else None,
        says=_says(judged, lines),
        weeks=weeks,
        lines=lines,
        strategies=_strategies(replies, judged),
        calibration=_calibration(replies),
        families=families,
        words=len(words),
        fresh=any(word.fresh for word in words),
    )


def _replies(person: User) -> list[_Reply]:
    rows = (
        Attempt.objects.filter(trainee=person)
        .order_by("created_at")
        .values_list(
            "strategy", "score", "self_rating", "created_at", "scenario_version__scenario_id"
        )
    )
    return [
        _Reply(strategy, score, rating, timezone.localtime(at), client)
        for strategy, score, rating, at, client in rows
    ]


def _judged(person: User) -> dict[str, list[Judged]]:
    """Criterion -> its verdicts, oldest first."""
    rows = (
        CriterionResult.objects.filter(attempt__trainee=person)
        .exclude(verdict="not_judged")
        .order_by("attempt__created_at")
        .values_list("criterion", "verdict", "attempt__aided", "attempt__created_at")
    )
    found: dict[str, list[Judged]] = defaultdict(list)
    for criterion, verdict, aided, at in rows:
        week = _monday(timezone.localtime(at).date())
        found[criterion].append(Judged(verdict == "met", aided, week))
    return found


def _lines(judged: Mapping[str, Sequence[Judged]], weeks: Sequence[date]) -> tuple[Line, ...]:
    lately = {
        criterion: [one.met for one in reversed(found[-LATELY:])]
        for criterion, found in judged.items()
    }
    weakest = weakest_of(lately)
    to_practise = weakest.criterion if weakest else None
    return tuple(
        _line(criterion, judged[criterion], weeks, practise_next=criterion == to_practise)
        for criterion in CRITERIA
        if criterion in judged
    )


def _line(
    criterion: str, all_judged: Sequence[Judged], weeks: Sequence[date], *, practise_next: bool
) -> Line:
    by_week = {week: [j for j in all_judged if j.week == week] for week in weeks}
    shares = [_share(found) for found in by_week.values()]
    latest = all_judged[-LATELY:]
    return Line(
        criterion=criterion,
        label=CRITERIA[criterion].label,
        met=sum(j.met for j in latest),
        of=len(latest),
        chart=line_chart(shares, [not any(j.aided for j in found) for found in by_week.values()]),
        cells=tuple("–" if share is None else f"{share * 100:.0f}" for share in shares),
        spoken=_spoken(shares, weeks),
        note=_note(by_week.values()),
        practise_next=practise_next,
    )


def _spoken(shares: Sequence[float | None], weeks: Sequence[date]) -> str:
    known = [(week, share) for week, share in zip(weeks, shares, strict=True) if share is not None]
    if not known:
        return "no replies in these weeks"
    (first, was), (last, now) = known[0], known[-1]
    if first == last:
        return f"{now * 100:.0f} in a hundred in the week of {_short(last)}"
    return (
        f"from {was * 100:.0f} in a hundred in the week of {_short(first)} "
        f"to {now * 100:.0f} in the week of {_short(last)}"
    )


def _note(weeks: Iterable[Sequence[Judged]]) -> str:
    """Whether it stands without a hint, told by the weeks as they are drawn, filled or open.

    By single replies it would hold early ones, from before anything was learnt, against what the
    open dots show. Said only where there is enough of both.
    """
    aided: list[Judged] = []
    alone: list[Judged] = []
    for found in weeks:
        (aided if any(j.aided for j in found) else alone).extend(found)
    if len(aided) < ENOUGH or len(alone) < ENOUGH:
        return ""
    gap = _certain_share(aided) - _certain_share(alone)
    return "slips when unaided" if gap > 0.2 else "holds when unaided" if gap < 0.05 else ""


def _says(judged: Mapping[str, Sequence[Judged]], lines: Sequence[Line]) -> str:
    said = []
    habits = [
        CRITERIA[criterion].label
        for criterion, found in judged.items()
        if len(found) >= LATELY + ENOUGH
        and _certain_share(found[-LATELY:]) >= HABIT
        and _certain_share(found[:-LATELY]) <= NOT_YET_HABIT
    ]
    if habits:
        said.append(f"“{habits[0]}” has become a habit.")
    said += [f"“{line.label}” is the one to practise next." for line in lines if line.practise_next]
    return " ".join(said)


def _strategies(
    replies: Sequence[_Reply], judged: Mapping[str, Sequence[Judged]]
) -> tuple[StrategyRow, ...]:
    rows = []
    for strategy, rubric in RUBRICS.items():
        share = _share(judged.get(MAIN_CRITERION[strategy], ()))
        rows.append(
            StrategyRow(
                label=rubric.label,
                replies=sum(reply.strategy == strategy for reply in replies),
                percent=None if share is None else round(share * 100),
                bar=bar_width(share or 0),
            )
        )
    return tuple(rows)


def _calibration(replies: Sequence[_Reply]) -> Calibration | None:
    months: dict[date, list[tuple[int, int]]] = defaultdict(list)
    for reply in replies:
        if reply.rating is not None and reply.score is not None:
            month = reply.at.date().replace(day=1)
            months[month].append((OWN_RATING[reply.rating], reply.score))
    if not months:
        return None
    latest = sorted(months)[-MONTHS:]
    rows = [
        (
            f"{month:%b}",
            _mean(mine for mine, _ in months[month]),
            _mean(score for _, score in months[month]),
        )
        for month in latest
    ]
    pairs = [pair for month in sorted(months) for pair in months[month]]
    return Calibration(_calibration_says(rows, pairs[-RATED:]), gauge_chart(rows))


def _calibration_says(
    rows: Sequence[tuple[str, float, float]], latest: Sequence[tuple[int, int]]
) -> str:
    """Said of the latest rated replies; whether it changed, of the first and last month."""
    if len(latest) < ENOUGH:
        return "A few more replies rated before sending, and a pattern may show."
    gap = _mean(mine - score for mine, score in latest)
    if gap > 8:
        said = "You tend to think you were nearer than you were"
    elif gap < -8:
        said = "You tend to be nearer than you think"
    else:
        return "Your own rating and the practice score lie close together."
    first, last = (abs(mine - score) for _, mine, score in (rows[0], rows[-1]))
    return f"{said}, and the gap is closing." if first - last >= 5 else f"{said}."


def _families(person: User, today: date) -> tuple[Family, ...]:
    """Words for feelings that the rules found in one's replies, in families, first use first."""
    first_used: dict[str, date] = {}
    rows = (
        Attempt.objects.filter(trainee=person, strategy="reflect_emotions", abstained="")
        .order_by("created_at")
        .values_list("reply", "scorecard", "created_at")
    )
    for reply, card, at in rows.iterator():
        for word in _feeling_words(reply, card):
            first_used.setdefault(word, timezone.localtime(at).date())
    month = today.replace(day=1)
    before = any(day < month for day in first_used.values())
    found: dict[str, list[Word]] = defaultdict(list)
    for word, day in first_used.items():
        entries = scoring.lookup(word)
        if entries:
            found[entries[0].family].append(Word(word, before and day >= month))
    names = scoring.families()
    ordered = sorted(found.items(), key=lambda item: -len(item[1]))
    return tuple(Family(names[family].name.capitalize(), tuple(words)) for family, words in ordered)


def _feeling_words(reply: str, card: Mapping[str, Any]) -> list[str]:
    """The words by which a reply named the client's feelings."""
    for found in card["criteria"]:
        if found["criterion"] == "names_feeling" and found["verdict"] == "met":
            return [word.lower() for word in quoted(reply, found["reply_spans"])]
    return []


def _share(judged: Sequence[Judged]) -> float | None:
    return _certain_share(judged) if judged else None


def _certain_share(judged: Sequence[Judged]) -> float:
    return sum(j.met for j in judged) / len(judged)


def _mean(numbers: Iterable[float]) -> float:
    listed = list(numbers)
    return sum(listed) / len(listed)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _short(day: date) -> str:
    return f"{day.day} {day:%b}"
