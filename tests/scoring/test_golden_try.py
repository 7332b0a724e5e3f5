"""Whole replies, with what a careful trainer expects of each: see golden/*.jsonl.

A row says what it is sure of and nothing else. An expectation such as "advising|moralising" is
met by any one of the ids, for the cases in which trainers would themselves use either word.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from practice.rules.base import (
    ClientFeeling,
    Fault,
    KeyPoint,
    Roadblock,
    Scorecard,
    Task,
    Technique,
    Verdict,
)
from practice.scoring import observe, score

GOLDEN = Path(__file__).parent / "golden"
BANK = Path(__file__).parents[2] / "practice" / "scenarios"
Row = dict[str, Any]


def _rows() -> list[Row]:
    return [
        json.loads(line)
        for path in sorted(GOLDEN.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


ROWS = {row["id"]: row for row in _rows()}


@cache
def _content(slug: str) -> Row:
    loaded: Row = json.loads((BANK / f"{slug}.json").read_text(encoding="utf-8"))
    return loaded


def _task(row: Row) -> Task:
    if "statement" in row:
        return Task(row["strategy"], row["statement"], models=tuple(row.get("models", ())))
    content = _content(row["scenario"])
    return Task(
        strategy=row["strategy"],
        statement=content["statement"],
        context=content["context"],
        client_name=content["client"]["name"],
        feelings=tuple(
            ClientFeeling(each["word"], each["strength"], each["source"], each["cue"])
            for each in content["feelings"]
        ),
        key_points=tuple(
            KeyPoint(each["text"], tuple(each["wordings"]), each["quote"], each["main"])
            for each in content["key_points"]
        ),
        models=tuple(each["reply"] for each in content["models"]),
    )


@cache
def _card(row_id: str) -> Scorecard:
    row = ROWS[row_id]
    return score(row["reply"], _task(row), earlier=tuple(row.get("earlier", ())))


def _having(key: str) -> list[str]:
    return [row_id for row_id, row in ROWS.items() if row.get(key)]


def test_rows_name_only_known_things() -> None:
    assert len(ROWS) == len(_rows()) >= 300
    faults = {*get_args(Fault), *get_args(Roadblock)}
    for row in ROWS.values():
        named = "|".join(row["faults"] + row["not_faults"])
        assert set(filter(None, named.split("|"))) <= faults, row["id"]
        assert set((row["technique"] or "other").split("|")) <= set(get_args(Technique)), row["id"]
        verdicts = "|".join(row["criteria"].values())
        assert set(filter(None, verdicts.split("|"))) <= set(get_args(Verdict)), row["id"]
        assert ("scenario" in row) != ("statement" in row), row["id"]
        assert ("abstained" in row) != ("band" in row), row["id"]


@pytest.mark.parametrize("row_id", _having("abstained"))
def test_it_abstains(row_id: str) -> None:
    card = _card(row_id)
    assert card.abstained is not None
    assert card.score is None
    assert card.depth is None


@pytest.mark.parametrize("row_id", _having("band"))
def test_score_is_in_the_band(row_id: str) -> None:
    low, high = ROWS[row_id]["band"]
    card = _card(row_id)
    assert card.score is not None, card.abstained_reason
    assert low <= card.score <= high, (ROWS[row_id]["reply"], ROWS[row_id]["why"])


@pytest.mark.parametrize("row_id", _having("depth"))
def test_depth_is_in_the_range(row_id: str) -> None:
    low, high = ROWS[row_id]["depth"]
    card = _card(row_id)
    assert card.depth is not None, card.abstained_reason
    assert low <= card.depth <= high, (ROWS[row_id]["reply"], card.depth_reason)


@pytest.mark.parametrize("row_id", _having("technique"))
def test_technique(row_id: str) -> None:
    row = ROWS[row_id]
    found = observe(row["reply"], _task(row).statement).technique
    assert found == _card(row_id).technique
    assert found in row["technique"].split("|"), row["reply"]


@pytest.mark.parametrize("row_id", _having("faults"))
def test_faults_are_found(row_id: str) -> None:
    row, found = ROWS[row_id], set(_card(row_id).faults)
    missing = [each for each in row["faults"] if not found & set(each.split("|"))]
    assert not missing, (row["reply"], sorted(found))


@pytest.mark.parametrize("row_id", _having("not_faults"))
def test_near_misses_are_let_be(row_id: str) -> None:
    row, found = ROWS[row_id], set(_card(row_id).faults)
    assert not found & set(row["not_faults"]), row["reply"]


@pytest.mark.parametrize("row_id", _having("criteria"))
def test_criteria(row_id: str) -> None:
    row = ROWS[row_id]
    verdicts = {each.criterion: each.verdict for each in _card(row_id).criteria}
    wrong = {
        criterion: (verdicts.get(criterion), expected)
        for criterion, expected in row["criteria"].items()
        if verdicts.get(criterion) not in expected.split("|")
    }
    assert not wrong, row["reply"]
