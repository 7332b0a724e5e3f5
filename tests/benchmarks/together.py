"""Estimate what all signs of a reply, taken together, add to or take from its score.

    python -m tests.benchmarks.together [FOLDER] [--look]

The replies are this project's own (replies/): trainers put each in a band (low, middle, high). Of
a FOLDER with labelled files those count too that say how a reply was written ("slot": lq, mq or
hq, for low, middling and high quality). For every strategy the points of the signs are chosen so
that their sum comes nearest to what a band deserves (least squares), less a penalty for large
points and for many of them. A sign may only speak the way it is meant to. Unless told only to
look, it writes practice/rules/phrases/together.tsv; run it after tests.benchmarks.estimate, since
the signs come from what that wrote. Needs numpy and scipy.

Printed is how often the better of two replies to one client scores higher, without the cap and
with it; crossed, as in tests.benchmarks.estimate: each reply is asked about with points that do
not know its client. The last lines are replies that nothing is learned from (held/).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from practice.rules.content.compare import prepare
from practice.rules.finder import ALL
from practice.rules.reading.question_marks import with_question_marks
from practice.rules.rubric.judging import judge
from practice.rules.rubric.rubrics import RUBRICS
from practice.rules.rubric.scorecard import case_of
from practice.rules.rubric.signs import Signs, direction, found_in, is_sign, signs_of
from practice.rules.rubric.together import FILE, START, TOGETHER, Table, Worth, together
from practice.scoring import Task, observe
from tests.benchmarks.labelled import REPLIES, folds
from tests.benchmarks.points import penalty
from tests.scoring.bank import bank
from tests.scoring.trainees import Row, pairs, task_of

Array = Any
HELD = REPLIES.parent / "held"
SETS = ("trainees", "scenarios")
# What a band deserves, in points. It reaches beyond 0 and 100 for what least squares loses: an
# expectation lies nearer the middle than the verdicts do.
DESERVED = {"low": 6.0, "middle": 60.0, "high": 114.0}
SQUARES = 0.02  # how hard points are held at nothing, by the square
FEW = 0.006  # the same by the distance: small points are left out
SHARP = 1e-4  # where that penalty bends from round to straight
SLOTS = {"lq": "low", "mq": "middle", "hq": "high"}
OTHERS = 2.0  # what a reply that others labelled counts beside a trainee's reply of our own
AUTHORS = 4.0  # what a model or a slip of a client's author counts beside a trainee's reply
SEEN = 12  # replies that a sign is in, at least
FOLDS = 5
_WAYS = {1: (0, None), -1: (None, 0), 0: (None, None)}
HEADER = """\
# How many points of the score each sign adds or takes, by strategy. `make estimate` writes this.
# Source: estimated by this project on replies that it wrote and labelled itself
# (tests/benchmarks/replies), on the models and slips of its clients, and on labelled replies that
# others wrote to be good, middling or poor; signs are explained in rubric/signs.py.
# points: for all of the sign; usual: how much of it good replies have.
# (start): what a reply without any sign gets.
"""


@dataclass(frozen=True)
class Banded:
    """A reply with the band that a trainer put it in, and its signs and score without the cap."""

    group: str
    strategy: str
    band: str
    signs: Signs
    score: int
    counts: float = 1.0  # beside a reply of a trainee


def read_banded(file: Path) -> list[Banded]:
    """The replies of a file that can be judged."""
    rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    found = (_banded(row) for row in rows if row["strategy"] in RUBRICS)
    return [one for one in found if one is not None]


def of_authors() -> list[Banded]:
    """The models and slips of the bank's clients: what their authors call good, and faulty."""
    found = [
        _judged(client.slug, task, reply, band)
        for client in bank()
        for task in (replace(client.task, models=()),)
        for band, replies in (("high", client.models), ("low", [one for one, _ in client.slips]))
        for reply in replies
    ]
    return [replace(one, counts=AUTHORS) for one in found if one is not None]


def of_others(folder: Path) -> list[Banded]:
    """The replies of a folder that were written to be good, middling or poor paraphrases."""
    files = sorted(folder.glob("*.jsonl"))
    lines = [line for file in files for line in file.read_bytes().splitlines() if line.strip()]
    rows = [row for row in map(json.loads, lines) if (row.get("slot") or "")[:2] in SLOTS]
    found = [
        _judged(
            row["group"],
            Task("paraphrase", row["context"]),
            row["response"],
            SLOTS[row["slot"][:2]],
        )
        for row in rows
    ]
    return [replace(one, counts=OTHERS) for one in found if one is not None]


def _banded(row: Row) -> Banded | None:
    return _judged(row["group"], task_of(row), row["response"], row["band"])


def _judged(group: str, task: Task, reply: str, band: str) -> Banded | None:
    text = with_question_marks(reply)
    observation = observe(text, task.statement)
    if not observation.english:
        return None
    prepared = prepare(task)
    case = case_of(text, prepared, (), observation)
    judged = judge(case, RUBRICS[task.strategy], prepared.config)
    caps = [cap for cap in judged.caps if cap.id != TOGETHER]
    signs = signs_of(case, judged.findings, caps, judged.alone)
    found = {ALL[number].id: 1.0 for number in found_in(case) if is_sign(number)}
    return Banded(group, task.strategy, band, signs | found, judged.alone)


def estimate_together(rows: Sequence[Banded]) -> dict[str, Table]:
    """The points that fit the bands best, rounded as they are written down, by strategy."""
    return {
        strategy: _of_strategy(strategy, [row for row in rows if row.strategy == strategy])
        for strategy in sorted({row.strategy for row in rows})
    }


def _of_strategy(strategy: str, rows: Sequence[Banded]) -> Table:
    times = Counter(sign for row in rows for sign in row.signs)
    signs = sorted(sign for sign, number in times.items() if number >= SEEN)
    shown = np.array([[row.signs.get(sign, 0.0) for sign in signs] for row in rows])
    spread, middle = shown.std(axis=0) + 1e-9, shown.mean(axis=0)
    even = (shown - middle) / spread
    right = np.array([DESERVED[row.band] for row in rows]) / 100
    counts = np.array([row.counts for row in rows])
    counts /= counts.sum()

    def lost(values: Array) -> tuple[float, Array]:
        points, start = values[:-1], values[-1]
        off = even @ points + start - right
        cost, d_points = penalty(points, SQUARES, FEW, SHARP)
        loss = (counts * off**2).sum() / 2 + cost
        slope = even.T @ (counts * off) + d_points
        return loss, np.append(slope, (counts * off).sum())

    found = minimize(
        lost,
        np.append(np.zeros(len(signs)), right.mean()),
        jac=True,
        method="L-BFGS-B",
        bounds=[*(_WAYS[direction(sign)] for sign in signs), (None, None)],
    )
    points = 100 * found.x[:-1] / spread
    good = np.array([row.band == "high" for row in rows])
    usual = shown[good].mean(axis=0)
    start = round(float(100 * found.x[-1] - points @ middle))
    worth = {
        sign: Worth(float(round(each)), round(float(share), 2))
        for sign, each, share in zip(signs, points, usual, strict=True)
        if round(each)
    }
    return Table(strategy, float(start), worth)


def capped(row: Banded, tables: Mapping[str, Table]) -> int:
    """The score of a reply with this cap beside its own."""
    cap = together(tables[row.strategy], row.signs, set(), "the client", row.score)
    return row.score if cap is None else min(row.score, cap.limit)


def crossed_scores(rows: Sequence[Banded]) -> list[int]:
    """Every score with the cap, by points that do not know the reply's client."""
    place = folds([("", row.group) for row in rows], FOLDS)  # a client may be in several sets
    tables = [
        estimate_together([row for row, at in zip(rows, place, strict=True) if at != fold])
        for fold in range(FOLDS)
    ]
    return [capped(row, tables[at]) for row, at in zip(rows, place, strict=True)]


def in_order(rows: Sequence[Banded], scores: Sequence[int]) -> float:
    """Of pairs of replies to one client in one exercise, how often the better scores higher."""
    found = list(
        pairs(
            ((row.group, row.strategy), row.band, score)
            for row, score in zip(rows, scores, strict=True)
        )
    )
    return sum(better > worse for better, worse in found) / len(found) if found else float("nan")


def written(tables: Mapping[str, Table]) -> str:
    """The file together.tsv."""
    lines = [HEADER + "strategy\tsign\tpoints\tusual"]
    for strategy, table in tables.items():
        lines.append(f"{strategy}\t{START}\t{table.start:g}\t0")
        for sign, worth in table.signs.items():
            lines.append(f"{strategy}\t{sign}\t{worth.points:g}\t{worth.usual:g}")
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str]) -> int:
    folders = [Path(one) for one in arguments if one != "--look"]
    sets = {name: read_banded(REPLIES / f"{name}.jsonl") for name in SETS}
    sets |= {"authors": of_authors(), **{f"{one.name}, others": of_others(one) for one in folders}}
    everything = [row for rows in sets.values() for row in rows]
    tables = estimate_together(everything)
    unseen = dict(zip(map(id, everything), crossed_scores(everything), strict=True))
    told = {name: (rows, [unseen[id(row)] for row in rows]) for name, rows in sets.items()}
    for name in SETS:
        rows = read_banded(HELD / f"{name}.jsonl")
        told[f"{name}, held"] = rows, [capped(row, tables) for row in rows]
    for name, (rows, scores) in told.items():
        before, after = in_order(rows, [row.score for row in rows]), in_order(rows, scores)
        print(f"{name:18} {len(rows):5} replies: in order {before:.3f} -> {after:.3f}")
    if "--look" not in arguments:
        FILE.write_text(written(tables), encoding="utf-8")
        print("Written. Now measure (make measure).")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
