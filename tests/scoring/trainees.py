"""Replies that trainers put in bands: what each answers, and which of two is the better."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import permutations
from typing import Any

from practice.scoring import Task
from tests.scoring.bank import tasks

BANDS = ("low", "middle", "high")
Row = dict[str, Any]
Scored = tuple[tuple[str, str], str, int]  # (client, strategy), band, score


def task_of(row: Row) -> Task:
    """The bank's task where the client is one of it, or the bare statement."""
    return tasks().get(row["group"]) or Task(row["strategy"], row["context"])


def pairs(replies: Iterable[Scored]) -> Iterator[tuple[int, int]]:
    """The scores of the better and the worse of two replies to one client in one exercise."""
    same = defaultdict(list)
    for asked, band, score in replies:
        same[asked].append((BANDS.index(band), score))
    for some in same.values():
        yield from ((a, b) for (high, a), (low, b) in permutations(some, 2) if high > low)
