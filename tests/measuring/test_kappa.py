"""Kappa against published figures, and what it does where there is little to say."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.measuring.kappa import SCALE, Agreement, agreement

# How often 91 couples say the same about the same: husbands in rows, wives in columns.
# Agresti, Categorical Data Analysis (1990), table 10.8; the figures are those of R's vcd::Kappa.
COUPLES = [[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]]


def counted(table: list[list[int]]) -> dict[tuple[str, str], int]:
    return {(str(i), str(j)): n for i, row in enumerate(table) for j, n in enumerate(row)}


def test_the_published_figure() -> None:
    found = agreement(counted(COUPLES), scale="0123")
    assert found.kappa == pytest.approx(0.2374, abs=5e-5)
    assert found.low is not None and found.high is not None
    assert (found.high - found.low) / 2 == pytest.approx(1.96 * 0.07832, abs=5e-5)


def test_fewer_than_twenty_pairs_say_nothing() -> None:
    found = agreement({("met", "met"): 10, ("not_yet", "partly"): 9})
    assert (found.pairs, found.kappa, found.why_not) == (19, None, "few")
    assert agreement({("met", "met"): 10, ("not_yet", "partly"): 10}).kappa is not None


def test_one_and_the_same_verdict_says_nothing() -> None:
    assert agreement({("met", "met"): 50}) == Agreement(50, 1.0, why_not="alike")


def alike(pairs: int) -> Agreement:
    """All of them alike: half met, 3 in 10 partly, 2 in 10 not yet."""
    met, partly = pairs * 5 // 10, pairs * 3 // 10
    never = pairs - met - partly
    return agreement(
        {("met", "met"): met, ("partly", "partly"): partly, ("not_yet", "not_yet"): never}
    )


def test_always_alike_claims_no_more_than_so_many_pairs_can_show() -> None:
    assert (alike(10).kappa, alike(10).why_not) == (None, "few")
    bounds = []
    for pairs in (25, 100, 1000):
        found = alike(pairs)
        assert found.kappa == pytest.approx(1)
        assert found.low is not None and found.high == pytest.approx(1)
        bounds.append(round(found.low, 3))
    assert bounds == [0.692, 0.91, 0.991]


def test_nearly_always_alike_can_be_no_more_than_nearly() -> None:
    found = agreement({("met", "met"): 12, ("not_yet", "not_yet"): 12, ("met", "partly"): 1})
    assert found.kappa is not None and found.low is not None and found.high is not None
    assert 0.6 < found.low < 0.75
    assert found.kappa < found.high < 1


def test_an_interval_as_wide_as_all_there_is_says_nothing() -> None:
    """One reply of 25 is another verdict: chance alone would be almost always alike."""
    found = agreement({("met", "met"): 24, ("not_yet", "not_yet"): 1})
    assert (found.pairs, found.same, found.kappa, found.why_not) == (25, 1.0, None, "few")


def test_verdicts_that_are_not_on_the_scale_are_left_out() -> None:
    assert agreement({("met", "not_judged"): 90, ("met", "met"): 3}).pairs == 3


def test_a_step_apart_is_half_as_bad_as_two() -> None:
    near = agreement({("met", "met"): 20, ("not_yet", "not_yet"): 20, ("met", "partly"): 10})
    far = agreement({("met", "met"): 20, ("not_yet", "not_yet"): 20, ("met", "not_yet"): 10})
    assert near.kappa is not None and far.kappa is not None
    assert near.kappa > far.kappa
    assert near.same == far.same == 0.8


tables = st.lists(st.integers(0, 40), min_size=9, max_size=9)


@given(tables)
def test_whatever_the_table(cells: list[int]) -> None:
    counts = {(SCALE[i // 3], SCALE[i % 3]): n for i, n in enumerate(cells)}
    found = agreement(counts)
    assert found.pairs == sum(cells)
    if found.kappa is None or found.low is None or found.high is None:
        assert found.why_not
        return
    assert -1 <= found.low <= found.kappa + 1e-9
    assert found.kappa - 1e-9 <= found.high <= 1
    turned = agreement({(b, a): n for (a, b), n in counts.items()})
    assert turned.kappa == pytest.approx(found.kappa)


@given(tables)
def test_perfect_agreement_is_one(cells: list[int]) -> None:
    found = agreement({(one, one): 5 + n for one, n in zip(SCALE, cells, strict=False)}, enough=1)
    assert found.kappa == pytest.approx(1)


MIDDLING = [12, 4, 2, 4, 20, 8, 2, 8, 40]
GOOD = [18, 2, 0, 2, 26, 2, 0, 2, 48]
NEARLY_ALWAYS = [200, 4, 0, 4, 300, 4, 0, 4, 484]
TWO_STEPS = [200, 0, 5, 0, 300, 0, 5, 0, 490]


@pytest.mark.parametrize("pairs", [25, 100, 1000])
@pytest.mark.parametrize(
    "weights", [MIDDLING, GOOD, NEARLY_ALWAYS, TWO_STEPS], ids=["0.60", "0.90", "0.981", "0.976"]
)
def test_the_interval_holds_what_it_says(weights: list[int], pairs: int) -> None:
    """Of many samples from one population, about 95 in 100 intervals hold its kappa."""
    lot = random.Random(4)
    cells = [(a, b) for a in SCALE for b in SCALE]
    truth = agreement(dict(zip(cells, weights, strict=True))).kappa
    assert truth is not None
    samples = 400
    held = 0
    for _ in range(samples):
        found = agreement(Counter(lot.choices(cells, weights, k=pairs)))
        if found.low is None or found.high is None:
            samples -= 1  # nothing is claimed
        else:
            held += found.low <= truth <= found.high
    assert samples >= 390
    assert 0.92 <= held / samples <= 0.995
