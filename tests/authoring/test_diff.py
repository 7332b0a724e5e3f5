"""Two versions of a scenario, told apart for people."""

from __future__ import annotations

from typing import Any

from practice.authoring.diff import Change, changes
from tests.factories import scenario_content


def marked(change: Change) -> str:
    signs = {"same": "{}", "removed": "-{}-", "added": "+{}+"}
    return "".join(signs[piece.kind].format(piece.text) for piece in change.pieces)


def found(**new: Any) -> list[tuple[str, str]]:
    return [
        (one.label, marked(one)) for one in changes(scenario_content(), scenario_content(**new))
    ]


def test_the_same_content_has_no_change() -> None:
    assert found() == []


def test_words_that_went_and_words_that_came() -> None:
    assert found(context="Second talk with a neighbourhood helper") == [
        ("Line of context", "-First-+Second+ talk with a neighbourhood helper")
    ]


def test_words_side_by_side_change_together() -> None:
    assert found(hint="Which worry did he keep from the others?") == [
        ("Hint", "-What-+Which worry+ did he keep from the others?")
    ]
    assert found(hint="Listen for the night.") == [
        ("Hint", "-What did he keep from-+Listen for+ the -others?-+night.+")
    ]


def test_a_number_a_flag_and_a_list() -> None:
    content = scenario_content()
    content["client"]["age"] = 48
    content["key_points"][0] |= {"main": False, "wordings": []}
    content["tags"]["theme"] = ["home", "night"]
    assert [(one.label, marked(one)) for one in changes(scenario_content(), content)] == [
        ("Age", "-47-+48+"),
        ("Theme", "home+ / night+"),
        ("Key point 1, other wordings", "-sat in the cold kitchen-"),
        ("Key point 1, main or not", "-yes-+no+"),
    ]


def test_a_row_that_came_and_a_row_that_went() -> None:
    first, second = scenario_content()["models"]
    assert found(models=[first]) == [("Model reply 2", f"-{second['reply']} · {second['shows']}-")]
    third = {"reply": "So you kept watch?", "shows": "Short."}
    assert found(models=[first, second, third]) == [
        ("Model reply 3", "+So you kept watch? · Short.+")
    ]
