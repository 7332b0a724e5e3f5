"""Replies that trainers wrote blind, with a verdict on each: the better one scores higher.

Those in `trainees.jsonl` answer bare statements, those in `scenarios.jsonl` the clients of the
bank, with their author's notes. The rules have learned from those in `replies`; no points are
estimated on those in `held`. What is asked for here is what was measured, less what chance would
move: a change that listens worse to trainees falls below.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from practice.scoring import RUBRICS, Scorecard, Task, score
from tests.scoring.trainees import Row, pairs, task_of

FOLDER = Path(__file__).parents[1] / "benchmarks"


@dataclass(frozen=True)
class Lot:
    """A file of replies, and what is asked of the scorer on them, as shares of 1."""

    name: str
    pairs: int  # that there are, at least; so too replies with a depth
    depths: int
    better_scores_higher: float
    far_off_at_most: float
    depth_exact: float
    depth_within_a_step: float
    good_not_faulted: float
    fault_found: float
    technique: float


LOTS = (
    Lot("replies/trainees", 3000, 1500, 0.87, 0.060, 0.52, 0.84, 0.90, 0.52, 0.84),
    Lot("replies/scenarios", 16000, 1200, 0.88, 0.050, 0.55, 0.89, 0.885, 0.575, 0.84),
    Lot("held/trainees", 400, 300, 0.79, 0.090, 0.48, 0.80, 0.86, 0.42, 0.81),
    Lot("held/scenarios", 600, 250, 0.77, 0.100, 0.50, 0.82, 0.77, 0.51, 0.81),
)
each_lot = pytest.mark.parametrize("lot", LOTS, ids=lambda lot: lot.name)


@cache
def scored(lot: Lot) -> tuple[tuple[Row, Scorecard], ...]:
    """Every reply to a strategy that has a rubric, with its scorecard."""
    lines = (FOLDER / f"{lot.name}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["strategy"] in RUBRICS]
    return tuple((row, score(row["response"], task_of(row))) for row in rows)


@each_lot
def test_the_better_reply_scores_higher(lot: Lot) -> None:
    replies = (
        ((row["group"], row["strategy"]), row["band"], card.score or 0) for row, card in scored(lot)
    )
    found = list(pairs(replies))
    assert len(found) > lot.pairs
    assert sum(better > worse for better, worse in found) / len(found) > lot.better_scores_higher


@each_lot
def test_hardly_a_bad_reply_is_taken_for_a_good_one_or_a_good_one_for_bad(lot: Lot) -> None:
    far = [
        row["id"]
        for row, card in scored(lot)
        if (row["band"] == "low" and (card.score or 0) >= 70)
        or (row["band"] == "high" and (card.score or 0) < 40)
    ]
    assert len(far) / len(scored(lot)) < lot.far_off_at_most


@each_lot
def test_depth_is_mostly_within_a_step_of_the_trainers(lot: Lot) -> None:
    off = [
        abs(card.depth - row["depth"])
        for row, card in scored(lot)
        if card.depth is not None and "depth" in row
    ]
    assert len(off) > lot.depths
    assert off.count(0) / len(off) > lot.depth_exact
    assert sum(one <= 1 for one in off) / len(off) > lot.depth_within_a_step


@each_lot
def test_a_good_reply_is_hardly_ever_faulted(lot: Lot) -> None:
    clean = [not card.faults for row, card in scored(lot) if "fault" not in row]
    assert sum(clean) / len(clean) > lot.good_not_faulted


@each_lot
def test_half_of_the_trainers_faults_are_named(lot: Lot) -> None:
    found = [
        row["fault"] in {*card.faults, *(one.roadblock for one in card.moves)}
        for row, card in scored(lot)
        if "fault" in row
    ]
    assert sum(found) / len(found) > lot.fault_found


@each_lot
def test_the_technique_is_mostly_the_trainers(lot: Lot) -> None:
    same = [card.technique == row["technique"] for row, card in scored(lot)]
    assert sum(same) / len(same) > lot.technique


QUESTION_FAULTS = {"leading_question", "advice_in_question", "blaming_why", "about_someone_else"}


def test_roadblocks_of_everyday_talk_are_named_and_good_replies_beside_them_are_not() -> None:
    """Each is one sentence in one manner of getting in the way, and nothing was learned from it."""
    lines = (FOLDER / "held" / "roadblocks.jsonl").read_text(encoding="utf-8").splitlines()
    named: list[bool] = []
    clean: list[bool] = []
    for row in map(json.loads, lines):
        fault = row.get("fault")
        asks = fault in QUESTION_FAULTS or row["technique"] == "open_question"
        task = Task("open_question" if asks else "paraphrase", row["context"])
        card = score(row["response"], task)
        found = {*card.faults, *(one.roadblock for one in card.moves if one.roadblock)}
        if fault:
            named.append(fault in found)
        else:
            clean.append(not found)
    assert sum(named) / len(named) > 0.37
    assert sum(clean) / len(clean) > 0.83
