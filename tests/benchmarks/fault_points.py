"""Estimates what every rule and cue says about faults, from replies whose fault people named.

A reply counts as one: whatever was found in any of its sentences. Points are chosen so that the
faults that people named become most likely, less a penalty for large points (Gaussian) and for
many of them (so that most are 0). Needs numpy and scipy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from practice.rules.evidence import SCALE
from practice.rules.fault_evidence import (
    FAULTS,
    FINE,
    OF_QUESTIONS,
    ROADBLOCKS,
    FaultEvidence,
    likely_question_fault,
    likely_roadblock,
)
from practice.rules.finder import ALL
from tests.benchmarks.habits import Habits
from tests.benchmarks.labelled import Labelled, folds
from tests.benchmarks.points import penalty

Array = Any
STEPS = 150
Told = tuple[int, int, int, int]  # with a fault, of these named; without one, of these faulted


def kind(row: Labelled) -> int | None:
    """Which of FAULTS people saw in a reply; None where it says nothing about them."""
    if row.fault in FAULTS:
        return FAULTS.index(row.fault)
    if row.fault and row.gold not in ("reflection", "open_question"):
        return None
    if row.gold == "open_question":
        return FAULTS.index("asks_openly")
    return FAULTS.index("gives_back") if row.gold == "reflection" else None


def _found(row: Labelled) -> set[int]:
    return {number for _, found in row.found for number in found}


def estimate_faults(rows: Sequence[Labelled], habits: Habits) -> FaultEvidence:
    """The points that fit best, rounded as they are written down."""
    seen = [(_found(row), kind(row)) for row in rows if row.found]
    counted = [(found, fault) for found, fault in seen if fault is not None]
    cells = [(row, number) for row, (found, _) in enumerate(counted) for number in found]
    at, numbers = np.array(cells).T
    shape = (len(counted), len(ALL))
    found = csr_matrix((np.ones(len(at)), (at, numbers)), shape=shape)
    right = np.array([fault for _, fault in counted])
    places = np.arange(len(right))
    size = len(ALL) * len(FAULTS)

    def lost(values: Array) -> tuple[float, Array]:
        points, start = values[:size].reshape(len(ALL), len(FAULTS)), values[size:]
        totals = found @ points + start
        totals -= totals.max(axis=1, keepdims=True)
        shares = np.exp(totals)
        shares /= shares.sum(axis=1, keepdims=True)
        loss = -np.log(shares[places, right]).sum()
        shares[places, right] -= 1.0
        cost, d_points = penalty(points, habits.faults, habits.few_faults)
        loss += cost
        d_points += found.T @ shares
        return loss, np.concatenate([d_points.ravel(), shares.sum(axis=0)])

    first = np.zeros(size + len(FAULTS))
    best = minimize(lost, first, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    values = np.round(best.x * SCALE) / SCALE + 0.0
    points = values[:size].reshape(len(ALL), len(FAULTS))
    return FaultEvidence(
        points=tuple(tuple((k, float(p)) for k, p in enumerate(row) if p) for row in points),
        start=tuple(map(float, values[size:])),
    )


def crossed_faults(
    sets: Mapping[str, Sequence[Labelled]], habits: Habits, number: int
) -> dict[str, Told]:
    """What to expect on new replies: each is asked about with points that do not know its fold."""
    rows = [row for of_set in sets.values() for row in of_set]
    place = folds([(row.set, row.group) for row in rows], number)
    tables = [
        estimate_faults([row for row, at in zip(rows, place, strict=True) if at != fold], habits)
        for fold in range(number)
    ]
    told: dict[str, Counter[str]] = {name: Counter() for name in sets}
    for row, at in zip(rows, place, strict=True):
        fault = kind(row)
        if fault is None:
            continue
        named = {
            likely(found, tables[at])
            for _, found in row.found
            for likely in (likely_roadblock, likely_question_fault)
        } - {None}
        if FAULTS[fault] in (*ROADBLOCKS, *OF_QUESTIONS):
            told[row.set].update(faulty=1, named=FAULTS[fault] in named)
        elif FAULTS[fault] in FINE and not row.fault:
            told[row.set].update(fine=1, faulted=bool(named))
    return {
        name: (one["faulty"], one["named"], one["fine"], one["faulted"])
        for name, one in told.items()
    }
