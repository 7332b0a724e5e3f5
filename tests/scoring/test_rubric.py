"""The rubrics as data: complete, adding up, and in step with the judges and the vocabulary."""

from __future__ import annotations

from typing import get_args

import pytest

from practice.rules.base import Fault, Roadblock, Technique
from practice.rules.coaching_words import INSTEAD, ROADBLOCKS
from practice.rules.criteria import JUDGES
from practice.rules.rubric.caps import FAULT_CAPS, INSTEAD_CAPS, ROADBLOCK_CAPS
from practice.rules.rubric.rubrics import RUBRICS, Rubric, UnknownStrategyError, rubric_for

NEVER_CAPPED = {"praising", "sympathising", "probing"}
SEEN_IN_A_SERIES = {"same_formula"}


@pytest.fixture(params=RUBRICS.values(), ids=list(RUBRICS))
def rubric(request: pytest.FixtureRequest) -> Rubric:
    assert isinstance(request.param, Rubric)
    return request.param


def test_weights_add_up_to_a_hundred(rubric: Rubric) -> None:
    assert sum(one.weight for one in rubric.criteria) == 100


def test_every_criterion_has_a_judge_and_words(rubric: Rubric) -> None:
    for one in rubric.criteria:
        assert one.id in JUDGES
        assert all((one.label, one.purpose, one.why, one.source))


def test_the_main_criterion_weighs_most_or_next(rubric: Rubric) -> None:
    heaviest = sorted(one.weight for one in rubric.criteria)[-2:]
    assert rubric.main.weight in heaviest


def test_no_judge_without_a_criterion() -> None:
    assert set(JUDGES) == {one.id for rubric in RUBRICS.values() for one in rubric.criteria}


def test_a_strategy_without_a_rubric_is_named() -> None:
    with pytest.raises(UnknownStrategyError, match="full_attention"):
        rubric_for("full_attention")


def test_every_fault_but_a_habit_has_a_cap() -> None:
    assert set(FAULT_CAPS) == set(get_args(Fault)) - SEEN_IN_A_SERIES


def test_kindly_meant_roadblocks_have_no_cap() -> None:
    assert set(ROADBLOCK_CAPS) == set(get_args(Roadblock)) - NEVER_CAPPED


def test_every_roadblock_and_technique_has_words() -> None:
    assert set(ROADBLOCKS) == set(get_args(Roadblock))
    assert set(INSTEAD) == set(get_args(Technique))
    assert set(INSTEAD_CAPS) == set(get_args(Technique)) - {"reflection"}


def test_limits_leave_room_for_less() -> None:
    limits = [limit for limit, _ in (*FAULT_CAPS.values(), *ROADBLOCK_CAPS.values())]
    assert all(0 < limit <= 60 for limit in limits)


def test_the_words_pass_our_own_rules() -> None:
    said = [words for block in ROADBLOCKS.values() for words in (block.reason, block.suggestion)]
    said += [reason for _, reason in (*FAULT_CAPS.values(), *ROADBLOCK_CAPS.values())]
    said += [getattr(one, name) for one in INSTEAD.values() for name in ("paraphrase", "what")]
    for words in said:
        lowered = words.lower()
        assert "you should" not in lowered
        assert "wrong" not in lowered
        assert "!" not in lowered
