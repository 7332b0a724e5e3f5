"""Where the dots and lines of a chart stand. Templates draw them, and say the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WEEK_STEP = 46
WEEK_TALLEST = 8  # dots of one day drawn at full size; more make all of them smaller
LINE_LEFT, LINE_RIGHT = 8.0, 252.0
LINE_TOP, LINE_BOTTOM = 8.0, 62.0
GAUGE_LEFT, GAUGE_RIGHT = 70.0, 349.0
BAR_WIDTH = 120


@dataclass(frozen=True, slots=True)
class Day:
    """One day's replies: how many did what the task was for, and how many not yet."""

    day: date
    met: int
    other: int


@dataclass(frozen=True, slots=True)
class WeekDot:
    """One reply."""

    x: int
    y: float
    met: bool


@dataclass(frozen=True, slots=True)
class WeekLabel:
    """The name of a day under its column."""

    x: int
    text: str
    today: bool


@dataclass(frozen=True, slots=True)
class WeekChart:
    """A column of dots a day, a dot a reply."""

    height: int
    base: float
    label_y: int
    radius: float
    dots: tuple[WeekDot, ...]
    labels: tuple[WeekLabel, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class LineDot:
    """One week of a line; `open` when no hint was opened that week."""

    x: float
    y: float
    open: bool
    last: bool


@dataclass(frozen=True, slots=True)
class LineChart:
    """A share from none (bottom) to every reply (top), by week; weeks without any are gaps."""

    paths: tuple[str, ...]
    dots: tuple[LineDot, ...]


@dataclass(frozen=True, slots=True)
class GaugeRow:
    """One month: where the person put themselves and where the rules did."""

    label: str
    y: int
    text_y: int
    mine_x: float
    score_x: float


@dataclass(frozen=True, slots=True)
class GaugeChart:
    """Rows of two dots on a scale from 25 to 100."""

    rows: tuple[GaugeRow, ...]
    height: int
    floor: int
    spoken: str


def week_chart(days: Sequence[Day]) -> WeekChart:
    """Seven columns; the last is today."""
    tallest = max((day.met + day.other for day in days), default=0)
    step = 22.0 if tallest <= WEEK_TALLEST else 22.0 * WEEK_TALLEST / tallest
    radius = 7.0 if step >= 17 else max(1.5, step * 0.38)
    base = max(tallest, 2) * step + 16.5
    dots: list[WeekDot] = []
    labels: list[WeekLabel] = []
    spoken: list[str] = []
    for column, day in enumerate(days):
        x = 22 + column * WEEK_STEP
        today = column == len(days) - 1
        dots += [
            WeekDot(x, round(base - 14.5 - row * step, 1), row < day.met)
            for row in range(day.met + day.other)
        ]
        labels.append(WeekLabel(x, "Today" if today else f"{day.day:%a}", today))
        name = "today" if today else f"{day.day:%A}"
        total = day.met + day.other
        spoken.append(f"{name} {day.met} of {total}" if total else f"{name} none written")
    said = ", ".join(spoken)
    return WeekChart(
        height=int(base + 28),
        base=base,
        label_y=int(base + 20),
        radius=round(radius, 1),
        dots=tuple(dots),
        labels=tuple(labels),
        spoken=f"Did what the task was for: {said}.",
    )


def line_chart(shares: Sequence[float | None], unaided: Sequence[bool]) -> LineChart:
    """Shares between 0 and 1, one a week, None where there was no reply to look at."""
    span = max(1, len(shares) - 1)
    points: list[tuple[float, float] | None] = [
        None
        if share is None
        else (
            round(LINE_LEFT + (LINE_RIGHT - LINE_LEFT) * week / span, 1),
            round(LINE_BOTTOM - (LINE_BOTTOM - LINE_TOP) * share, 1),
        )
        for week, share in enumerate(shares)
    ]
    last = max((week for week, point in enumerate(points) if point), default=-1)
    dots = tuple(
        LineDot(point[0], point[1], unaided[week], week == last)
        for week, point in enumerate(points)
        if point
    )
    return LineChart(paths=tuple(_paths(points)), dots=dots)


def gauge_chart(rows: Sequence[tuple[str, float, float]]) -> GaugeChart:
    """Rows of (label, own rating, practice score), both out of 100."""
    drawn = tuple(
        GaugeRow(label, 30 + 45 * i, 35 + 45 * i, _on_gauge(mine), _on_gauge(score))
        for i, (label, mine, score) in enumerate(rows)
    )
    floor = 45 * len(rows) + 3
    spoken = ". ".join(f"{label}: you {mine:.0f}, score {score:.0f}" for label, mine, score in rows)
    return GaugeChart(drawn, floor + 38, floor, f"Average by month, out of 100. {spoken}.")


def bar_width(share: float) -> float:
    """How long the bar of a share between 0 and 1 is."""
    return round(BAR_WIDTH * share, 1)


def _on_gauge(value: float) -> float:
    inside = min(100.0, max(25.0, value))
    return round(GAUGE_LEFT + (GAUGE_RIGHT - GAUGE_LEFT) * (inside - 25) / 75, 1)


def _paths(points: Sequence[tuple[float, float] | None]) -> list[str]:
    paths: list[str] = []
    run: list[str] = []
    for point in [*points, None]:
        if point:
            run.append(f"{point[0]} {point[1]}")
            continue
        if len(run) > 1:
            paths.append("M" + "L".join(run))
        run = []
    return paths
