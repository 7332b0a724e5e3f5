"""All signs of a reply taken together: what they take from a score, and what is said of it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from practice.rules.fault_evidence import ROADBLOCKS
from practice.rules.finder import NUMBERS
from practice.rules.rubric.caps import FAULT_CAPS, ROADBLOCK_CAPS
from practice.rules.rubric.rubrics import RUBRICS
from practice.rules.rubric.signs import OF_CONTENT, direction, is_sign
from practice.rules.rubric.together import (
    FAIR,
    GOOD,
    LOW,
    MOST,
    NEARLY,
    SAID,
    SAYS,
    SMALL,
    TOGETHER,
    Table,
    Worth,
    tables,
    together,
)
from tests.scoring.test_trainees import LOTS, Lot, scored

CAPS = {
    *FAULT_CAPS,
    *ROADBLOCK_CAPS,
    *"brief far_from_it feeling_guessed main_purpose not_reflection partly_reflection".split(),
}
TABLE = Table(
    "paraphrase",
    20.0,
    {
        "score": Worth(50.0, 0.9),
        "reach.last": Worth(20.0, 0.6),
        "echo": Worth(-30.0, 0.0),
        "opener.yes": Worth(-8.0, 0.0),
    },
)
AGREES = {NUMBERS["opener.yes"]}


def bare(points: float) -> Table:
    """A table that gives any reply so many points."""
    return Table("paraphrase", points, {})


def test_points_add_up() -> None:
    signs = {"score": 0.8, "echo": 0.5, "elsewhere": 1.0}
    assert TABLE.expected(signs, set()) == 20 + 40 - 15
    assert TABLE.expected(signs, AGREES) == 20 + 40 - 15 - 8


def test_a_reply_is_held_to_what_its_signs_are_worth_and_told_why() -> None:
    signs = {"score": 0.8, "echo": 0.5, "reach.many": 0.2}
    cap = together(TABLE, signs, AGREES, "Ines", 80)
    assert cap is not None
    assert (cap.id, cap.limit) == (TOGETHER, 48)
    assert cap.reason == (
        "As a whole it is not quite there yet: part of it is Ines’s own sentence and it stays "
        "with how the story begins."
    )


def test_what_is_missing_is_told_only_where_it_could_be_there() -> None:
    cap = together(TABLE, {"score": 0.8, "echo": 0.5}, AGREES, "Ines", 80)
    assert cap is not None
    assert "how the story begins" not in cap.reason
    assert cap.reason.endswith("part of it is Ines’s own sentence and it begins by agreeing.")


def test_what_has_no_words_is_said_to_be_small_things() -> None:
    cap = together(bare(60.0), {"score": 0.9}, set(), "Ines", 90)
    assert cap is not None
    assert cap.reason == SMALL


def test_what_is_nearly_good_is_told_softly() -> None:
    good = Table("paraphrase", 88.0, TABLE.signs)
    cap = together(good, {"echo": 0.1}, set(), "Ines", 100)
    assert cap is not None
    assert cap.limit >= NEARLY
    assert cap.reason == "Nearly all of it is there: part of it is Ines’s own sentence."


def test_the_higher_a_reply_scores_the_higher_it_is_left() -> None:
    for points in (0.0, 40.0, 70.0, 90.0):
        left = []
        for score in range(101):
            cap = together(bare(points), {}, set(), "Ines", score)
            left.append(cap.limit if cap else score)
        # Too little to be worth a word is not taken.
        assert all(after > before - 2 for before, after in pairwise(left)), points
        assert all(one >= min(score, LOW) for score, one in enumerate(left))


def test_no_words_are_kept_for_what_can_never_be_said() -> None:
    said = {sign for table in tables().values() for sign in table.words}
    can = {
        sign
        for table in tables().values()
        for sign, (points, usual) in table.signs.items()
        if points * ((points < 0) - usual) <= -SAID
    }
    assert set(SAYS) <= said & can


def test_it_takes_no_more_than_a_part_of_a_score() -> None:
    cap = together(bare(0.0), {}, set(), "Ines", 80)
    assert cap is not None
    assert cap.limit == round((1 - MOST) * 80)


@pytest.mark.parametrize(
    ("points", "has"), [(GOOD, 100), (120.0, 100), (60.0, 60), (58.5, 60), (0.0, LOW)]
)
def test_a_good_reply_a_low_one_and_one_at_its_worth_are_left_alone(
    points: float, has: int
) -> None:
    assert together(bare(points), {}, set(), "Ines", has) is None


def test_less_and_less_is_taken_from_what_is_nearly_good() -> None:
    """So that one small sign more or less never moves a score by much."""
    limits = []
    for points in range(FAIR, GOOD + 1):
        cap = together(bare(points), {}, set(), "Ines", 100)
        limits.append(cap.limit if cap else 100)
    assert limits == sorted(limits)
    assert (limits[0], limits[-1]) == (FAIR, 100)
    assert max(after - before for before, after in pairwise(limits)) <= 3


def test_the_shipped_tables_know_each_strategy_and_only_signs_there_are() -> None:
    assert set(tables()) == set(RUBRICS)
    criteria = {one.id for rubric in RUBRICS.values() for one in rubric.criteria}
    for strategy, table in tables().items():
        for sign, worth in table.signs.items():
            group, _, what = sign.partition(".")
            known = {
                "lost": what in criteria,
                "roadblock": what in ROADBLOCKS,
                "cap": what.partition(".")[0] in CAPS,
            }
            found = sign in NUMBERS and is_sign(NUMBERS[sign])
            assert known.get(group, found or sign in OF_CONTENT), (strategy, sign)
            assert direction(sign) * worth.points >= 0, (strategy, sign)
            assert 0 <= worth.usual <= 1


@pytest.mark.parametrize("lot", LOTS[:2], ids=lambda lot: lot.name)
def test_it_lowers_poor_replies_far_more_often_than_good_ones(lot: Lot) -> None:
    lowered: dict[str, list[bool]] = {"low": [], "middle": [], "high": []}
    for row, card in scored(lot):
        if card.score is not None and card.score > LOW:
            lowered[row["band"]].append(any(one.id == TOGETHER for one in card.caps))
    low, middle, high = (sum(each) / len(each) for each in lowered.values())
    assert low > 0.5
    assert middle > 0.4
    assert high < 0.2
