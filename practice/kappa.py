"""Agreement beyond chance between two raters on an ordered scale. Plain Python.

Cohen's kappa with linear weights (Cohen 1968): one step apart counts as half an agreement on a
scale of three. The interval is the large-sample one of Fleiss, Cohen and Everitt (1969).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

ENOUGH = 20  # pairs; with fewer, the interval would be all there is to see
Z95 = 1.959964
SCALE = ("not_yet", "partly", "met")


@dataclass(frozen=True, slots=True)
class Agreement:
    """What can be said about some pairs of verdicts.

    `kappa`, `low` and `high` are None where nothing can be said, and `why_not` says why:
    "few", or "alike" where both always gave one and the same verdict, so that agreement by
    chance is certain. `same` is the share of pairs with the very same verdict.
    """

    pairs: int
    same: float
    kappa: float | None = None
    low: float | None = None
    high: float | None = None
    why_not: Literal["", "few", "alike"] = ""


def agreement(
    counts: Mapping[tuple[str, str], int], scale: Sequence[str] = SCALE, enough: int = ENOUGH
) -> Agreement:
    """Weighted kappa of counted pairs of verdicts. Verdicts that the scale lacks are left out."""
    table = [[max(0, counts.get((a, b), 0)) for b in scale] for a in scale]
    pairs = sum(map(sum, table))
    same = sum(row[i] for i, row in enumerate(table)) / pairs if pairs else 0.0
    if pairs < enough:
        return Agreement(pairs, same, why_not="few")
    k = len(scale)
    steps = range(k)
    p = [[cell / pairs for cell in row] for row in table]
    a = [sum(row) for row in p]
    b = [sum(p[i][j] for i in steps) for j in steps]
    w = [[1 - abs(i - j) / (k - 1) for j in steps] for i in steps]
    observed = sum(w[i][j] * p[i][j] for i in steps for j in steps)
    expected = sum(w[i][j] * a[i] * b[j] for i in steps for j in steps)
    if 1 - expected < 1e-12:
        return Agreement(pairs, same, why_not="alike")
    kappa = (observed - expected) / (1 - expected)
    of_a = [sum(w[i][j] * b[j] for j in steps) for i in steps]
    of_b = [sum(w[i][j] * a[i] for i in steps) for j in steps]
    spread = sum(
        p[i][j] * (w[i][j] - (of_a[i] + of_b[j]) * (1 - kappa)) ** 2 for i in steps for j in steps
    )
    spread -= (kappa - expected * (1 - kappa)) ** 2
    half = Z95 * sqrt(max(0.0, spread) / pairs) / (1 - expected)
    return Agreement(pairs, same, kappa, max(-1.0, kappa - half), min(1.0, kappa + half))
