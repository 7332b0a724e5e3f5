"""Estimates what every rule and cue counts, from replies that people labelled.

A sentence has the share of each kind that the points of what was found in it give (softmax); a
reply has the weighed mean of its sentences' shares, as `observe` joins them. Points, weights and
the part that length plays are chosen together, so that what people said becomes most likely,
less a penalty for points that stray from what is taken for granted beforehand: that a rule, or
a cue that has a kind, speaks for that kind, and other cues for none. Needs numpy and scipy.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from practice.rules.evidence import KINDS, SCALE, Evidence, at_first
from practice.rules.finder import ALL
from tests.benchmarks.habits import Habits
from tests.benchmarks.labelled import OWN_SETS, Labelled, own_examples, own_replies

Array = Any
STEPS = 60  # more of them change the points, but no crossed figure
SHARP = 1e-3  # where the penalty for straying bends from round to straight


class Replies:
    """Labelled replies, and the rules' own examples, as numbers: what was found, what is right."""

    def __init__(self, rows: Sequence[Labelled], habits: Habits) -> None:
        parts = [rows, own_replies(), own_examples()]
        labelled, replies, examples = [[row for row in part if row.counted] for part in parts]
        rows = [*labelled, *replies, *examples]
        cells: list[tuple[int, int]] = []
        lengths: list[int] = []
        starts: list[int] = []
        for row in rows:
            starts.append(len(lengths))
            for view, found in row.counted:
                cells += [(len(lengths), number) for number in found]
                lengths.append(len(view.words))
        at, numbers = np.array(cells, dtype=np.int64).reshape(-1, 2).T
        shape = (len(lengths), len(ALL))
        self.found = csr_matrix((np.ones(len(at)), (at, numbers)), shape=shape)
        self.found_by = self.found.T.tocsr()
        self.long = np.log(np.array(lengths, dtype=float))
        self.starts = np.array(starts)
        self.row_of: Array = np.repeat(np.arange(len(rows)), np.diff([*starts, len(lengths)]))
        self.fits = np.array([[row.fits(kind) for kind in KINDS] for row in rows], dtype=float)
        self.count = np.concatenate(
            [
                weights(labelled, habits),
                np.full(len(replies), habits.replies),
                np.full(len(examples), habits.examples),
            ]
        )
        asks = [kind.endswith("question") for kind in KINDS]
        reflects = [kind == "reflection" for kind in KINDS]
        self.present = [
            (np.array(kinds, dtype=float), *_flags(rows, part, self.count, habits.anywhere))
            for part, kinds in (("question", asks), ("reflection", reflects))
        ]


def _flags(
    rows: Sequence[Labelled], part: str, count: Array, anywhere: float
) -> tuple[Array, Array]:
    """Whether people found a part anywhere in a reply, and how much that counts."""
    flag = np.array([bool(row.has and row.has[part]) for row in rows], dtype=float)
    known = np.array([row.has is not None for row in rows], dtype=float)
    return flag, known * count * anywhere


def weights(rows: Sequence[Labelled], habits: Habits) -> Array:
    """How much each reply counts; but for our own, they add up to the number of replies."""
    names = {name: number for number, name in enumerate(sorted({row.set for row in rows}))}
    of_set = np.array([names[row.set] for row in rows])
    size = np.bincount(of_set)[of_set]
    labels = {one: n for n, one in enumerate(sorted({(row.set, row.gold) for row in rows}))}
    of_class = np.array([labels[row.set, row.gold] for row in rows])
    classes = np.bincount([names[name] for name, _ in labels])[of_set]
    share = np.bincount(of_class)[of_class] * classes / size  # 1 for a class of the usual size
    count = share**-habits.balance
    count /= (np.bincount(of_set, count) / np.bincount(of_set))[of_set]
    count *= (len(rows) / len(names) / size) ** habits.evenly
    whole: Array = count * len(rows) / count.sum()
    whole[[row.set in OWN_SETS for row in rows]] *= habits.own
    return whole


def taken_for_granted() -> Array:
    """The points of each rule and cue before any estimate."""
    return np.array([at_first(one) or [0.0] * len(KINDS) for one in ALL])


def estimate(rows: Sequence[Labelled], habits: Habits) -> Evidence:
    """The points that fit labelled replies best, rounded as they are written down."""
    replies = Replies(rows, habits)
    granted = taken_for_granted()
    size, kinds = granted.size, len(KINDS)

    def lost(values: Array) -> tuple[float, Array]:
        points = values[:size].reshape(granted.shape)
        start, heavy = values[size : size + kinds], values[size + kinds : size + 2 * kinds]
        loss, d_points, d_start, d_heavy, d_length = unlikely(
            replies, points, start, heavy, values[-1]
        )
        away = points - granted
        cost, d_away = penalty(away, habits.prior, habits.sparse)
        loss += cost
        d_points += d_away
        loss += (start**2).sum() / 2 + (heavy**2).sum() / 2
        return loss, np.concatenate(
            [d_points.ravel(), d_start + start, d_heavy + heavy, [d_length]]
        )

    first = np.concatenate([granted.ravel(), np.zeros(2 * kinds + 1)])
    found = minimize(lost, first, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    values = np.round(found.x * SCALE) / SCALE + 0.0
    points = values[:size].reshape(granted.shape)
    return Evidence(
        points=tuple(tuple((kind, float(p)) for kind, p in enumerate(row) if p) for row in points),
        start=tuple(map(float, values[size : size + kinds])),
        weight=tuple(map(float, values[size + kinds : size + 2 * kinds])),
        length=float(values[-1]),
    )


def penalty(
    away: Array, squares: float, distance: float, sharp: float = SHARP
) -> tuple[float, Array]:
    """What it costs to stray so far: by the square and by the distance, with its slope."""
    far = np.sqrt(away**2 + sharp**2)
    cost = squares / 2 * (away**2).sum() + distance * far.sum()
    return cost, squares * away + distance * away / far


def unlikely(
    replies: Replies, points: Array, start: Array, heavy: Array, length: float
) -> tuple[float, Array, Array, Array, float]:
    """How unlikely what people said is by these points, and which way each should go."""
    totals = replies.found @ points + start
    totals -= totals.max(axis=1, keepdims=True)
    shares = np.exp(totals)
    shares /= shares.sum(axis=1, keepdims=True)
    lean = shares @ heavy + length * replies.long
    lean -= np.maximum.reduceat(lean, replies.starts)[replies.row_of]
    part = np.exp(lean)
    part /= np.add.reduceat(part, replies.starts)[replies.row_of]
    whole = np.add.reduceat(part[:, None] * shares, replies.starts)
    right = np.maximum((whole * replies.fits).sum(axis=1), 1e-12)
    loss = -(replies.count * np.log(right)).sum()
    d_whole = (-replies.count / right)[:, None] * replies.fits
    d_shares = part[:, None] * d_whole[replies.row_of]
    d_part = (d_whole[replies.row_of] * shares).sum(axis=1)
    mean = np.add.reduceat(part * d_part, replies.starts)[replies.row_of]
    d_lean = part * (d_part - mean)
    d_shares += d_lean[:, None] * heavy
    for kinds, flag, count in replies.present:
        absent = np.maximum(1.0 - shares @ kinds, 1e-6)
        none = np.clip(np.exp(np.add.reduceat(np.log(absent), replies.starts)), 1e-6, 1 - 1e-6)
        loss -= (count * (flag * np.log(1 - none) + (1 - flag) * np.log(none))).sum()
        d_none = count * (flag / (1 - none) - (1 - flag) / none)
        d_shares -= ((d_none * none)[replies.row_of] / absent)[:, None] * kinds
    d_totals = shares * (d_shares - (shares * d_shares).sum(axis=1, keepdims=True))
    return (
        loss,
        replies.found_by @ d_totals,
        d_totals.sum(axis=0),
        shares.T @ d_lean,
        float(d_lean @ replies.long),
    )
