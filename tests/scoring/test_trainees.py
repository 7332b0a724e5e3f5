"""Replies that trainers wrote blind, with a verdict on each: the better one scores higher.

No points are estimated on them. They know the client's statement alone, no author's notes. What
is asked for here is what was measured when they were read, less what chance would move: a change
that listens worse to trainees falls below.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Any

from practice.scoring import RUBRICS, Scorecard, Task, score

FILE = Path(__file__).parents[1] / "benchmarks" / "held" / "trainees.jsonl"
BANDS = ("low", "middle", "high")
Row = dict[str, Any]


@cache
def scored() -> tuple[tuple[Row, Scorecard], ...]:
    """Every reply to a strategy that has a rubric, with its scorecard."""
    rows = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    return tuple(
        (row, score(row["response"], Task(row["strategy"], row["context"])))
        for row in rows
        if row["strategy"] in RUBRICS
    )


def pairs() -> Iterator[tuple[int, int]]:
    """The scores of the better and the worse of two replies to one client in one exercise."""
    replies = defaultdict(list)
    for row, card in scored():
        replies[row["group"], row["strategy"]].append((BANDS.index(row["band"]), card.score or 0))
    for same in replies.values():
        yield from ((a, b) for (high, a), (low, b) in permutations(same, 2) if high > low)


def test_the_better_reply_scores_higher() -> None:
    found = list(pairs())
    assert len(found) > 1200
    assert sum(better > worse for better, worse in found) / len(found) > 0.79


def test_hardly_a_bad_reply_is_taken_for_a_good_one_or_a_good_one_for_bad() -> None:
    far = [
        row["id"]
        for row, card in scored()
        if (row["band"] == "low" and (card.score or 0) >= 70)
        or (row["band"] == "high" and (card.score or 0) < 40)
    ]
    assert len(far) / len(scored()) < 0.085


def test_depth_is_mostly_within_a_step_of_the_trainers() -> None:
    off = [
        abs(card.depth - row["depth"])
        for row, card in scored()
        if card.depth is not None and "depth" in row
    ]
    assert len(off) > 480
    assert off.count(0) / len(off) > 0.46
    assert sum(one <= 1 for one in off) / len(off) > 0.78


def test_a_good_reply_is_hardly_ever_faulted() -> None:
    clean = [not card.faults for row, card in scored() if "fault" not in row]
    assert sum(clean) / len(clean) > 0.88


def test_the_technique_is_mostly_the_trainers() -> None:
    same = [card.technique == row["technique"] for row, card in scored()]
    assert sum(same) / len(same) > 0.81
