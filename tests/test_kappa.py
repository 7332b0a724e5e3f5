"""Kappa against published figures, and what it does where there is little to say."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.kappa import SCALE, Agreement, agreement

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


def test_the_interval_holds_what_it_says() -> None:
    """Of many samples from one population, about 95 in 100 intervals hold its kappa."""
    lot = random.Random(4)
    cells = [(a, b) for a in SCALE for b in SCALE]
    weights = [12, 4, 2, 4, 20, 8, 2, 8, 40]
    truth = agreement(dict(zip(cells, weights, strict=True))).kappa
    assert truth is not None
    held = 0
    for _ in range(1000):
        drawn = lot.choices(cells, weights, k=120)
        found = agreement({cell: drawn.count(cell) for cell in cells})
        assert found.low is not None and found.high is not None
        held += found.low <= truth <= found.high
    assert 925 <= held <= 970
