"""How much each rule and cue counts for each kind of move.

The points stand in phrases/evidence.tsv, to be read by people: ten points make a kind about
2.7 times as likely. `make estimate` estimates them on labelled replies and rounds them; rows of
their own say where every sentence starts, and how sentences are weighed against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import NamedTuple

from practice.rules.base import DEFAULT, Config, Technique
from practice.rules.finder import ALL, NUMBERS
from practice.rules.reading.spelling import PHRASES
from practice.rules.rule import Cue, Rule

KINDS: tuple[Technique, ...] = (
    "open_question",
    "closed_question",
    "reflection",
    "encourager",
    "advice",
    "information",
    "support",
    "disclosure",
    "confrontation",
    "other",
)
NAMED = {str(kind): number for number, kind in enumerate(KINDS)}
SCALE = 10.0
FILE = PHRASES / "evidence.tsv"
# What the own kind of a rule or cue is taken to count before any estimate.
FIRST = 1.5
FIRST_OF_CUE = 1.0
Points = tuple[float, ...]
PointsByRule = tuple[tuple[tuple[int, float], ...], ...]  # per rule: (kind, points) that are not 0


class Evidence(NamedTuple):
    """Points by rule number, where every sentence starts, and what a sentence weighs."""

    points: PointsByRule
    start: Points
    weight: Points  # of a sentence of a kind, as the logarithm
    length: float  # how much longer sentences weigh more: 1 is in step with their words


def rows_of(file: Path, beside: set[str]) -> dict[str, list[float]]:
    """The rows of a table of points, by the id of the rule or cue, or by one of `beside`.

    A row that is neither is a ValueError.
    """
    rows: dict[str, list[float]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "id\t")):
            name, *cells = line.split("\t")
            rows[name] = [float(cell or 0) / SCALE for cell in cells]
    unknown = rows.keys() - NUMBERS.keys() - beside
    if unknown:
        raise ValueError(f"{file.name} names no rule or cue of ours: {sorted(unknown)}")
    return rows


def shares(found: Iterable[int], points: PointsByRule, start: Sequence[float]) -> list[float]:
    """How much of a sentence each kind is, of 1, by what was found in it."""
    totals = list(start)
    for number in found:
        for kind, worth in points[number]:
            totals[kind] += worth
    top = max(totals)
    powers = [exp(total - top) for total in totals]
    whole = sum(powers)
    return [power / whole for power in powers]


@lru_cache(maxsize=1)
def shipped_points() -> dict[str, list[float]]:
    """The table as shipped, by the id of the rule or cue."""
    rows = rows_of(FILE, beside={"(start)", "(weight)", "(length)"})
    return {**{one.id: rows.get(one.id) or at_first(one) for one in ALL}, **rows}


@lru_cache(maxsize=32)
def evidence(config: Config = DEFAULT) -> Evidence:
    """The table with a config's points, made once for each."""
    rows = {name: list(points) for name, points in shipped_points().items()}
    for name, weight in config.weights.items():
        rule, colon, kind = name.partition(":")
        if colon:
            row = rows[rule] = (rows[rule] + [0.0] * len(KINDS))[: len(KINDS)]
            row[NAMED[kind]] = weight / SCALE
    start, heavy, length = (rows.pop(name) for name in ("(start)", "(weight)", "(length)"))
    points = tuple(tuple((kind, p) for kind, p in enumerate(rows[one.id]) if p) for one in ALL)
    return Evidence(points, tuple(start), tuple(heavy), length[0])


def at_first(one: Rule | Cue) -> list[float]:
    """What a rule or cue counts that the table does not know yet: something, for its own kind."""
    if one.kind is None:
        return []
    first = FIRST if isinstance(one, Rule) else FIRST_OF_CUE
    return [first if kind == one.kind else 0.0 for kind in KINDS]
