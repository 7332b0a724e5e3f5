"""The form that scenarios are written in takes all there is, and hands it back as it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.http import QueryDict

from practice.authoring.content import clients_words
from practice.forms.scenarios import Draft, draft_form
from practice.services.scenarios import BANK
from tests.admin.filled import filled
from tests.factories import scenario_content


def sent(data: dict[str, Any]) -> Draft:
    query = QueryDict(mutable=True)
    query.update(data)
    form = draft_form(None, query)
    assert form.arrived()
    return form


@pytest.mark.parametrize("path", sorted(BANK.glob("*.json")), ids=lambda path: path.stem)
def test_a_shipped_scenario_comes_back_as_it_was(path: Path) -> None:
    content = json.loads(path.read_text(encoding="utf-8"))
    assert sent(filled(content)).content(content["slug"]) == content


def test_the_form_shows_what_a_content_holds() -> None:
    content = scenario_content()
    shown = draft_form(content)
    assert shown.once.initial["name"] == "Tomas"
    assert shown.once.initial["theme"] == "home"
    assert shown.rows["key_points"].forms[0].initial["wordings"] == "sat in the cold kitchen"
    assert [len(rows.forms) for rows in shown.rows.values()] == [2, 2, 3, 3]


def test_an_empty_form_is_an_empty_scenario() -> None:
    content = sent(
        filled(scenario_content(feelings=[], key_points=[], models=[], slips=[]))
    ).content("x")
    assert content["feelings"] == content["key_points"] == content["models"] == []


def test_pasted_lines_become_key_points_with_their_wordings() -> None:
    data = filled(scenario_content(key_points=[]))
    data["paste"] = "Checks the weather | looks it up | the forecast\r\n\r\n  Wakes early\r\n"
    assert sent(data).content("x")["key_points"] == [
        {
            "text": "Checks the weather",
            "wordings": ["looks it up", "the forecast"],
            "quote": "",
            "main": True,
        },
        {"text": "Wakes early", "wordings": [], "quote": "", "main": False},
    ]


def test_a_star_makes_a_pasted_point_a_main_one() -> None:
    data = filled(scenario_content(key_points=[]))
    data["paste"] = "Wakes early\n* Checks the weather | looks it up\n*\n* The boiler"
    points = sent(data).content("x")["key_points"]
    assert [(point["text"], point["main"]) for point in points] == [
        ("Wakes early", False),
        ("Checks the weather", True),
        ("The boiler", True),
    ]


def test_the_clients_words_can_be_picked_sentence_by_sentence() -> None:
    said = "I sat down, and I listened. Nobody… “Not a soul”, she’d say; so I went\n\nto bed."
    found = clients_words(said)
    assert found == [
        "I sat down, and I listened",
        "I sat down",
        "and I listened",
        "Nobody",
        "Not a soul”, she’d say; so I went",
        "Not a soul",
        "so I went",
        "to bed",
    ]
    assert all(words in said for words in found)


def test_a_name_cannot_be_turned_round_or_hide_signs() -> None:
    data = filled(scenario_content(client={"name": "Ma\u202eria\u200b", "age": 3}))
    assert sent(data).content("x")["client"]["name"] == "Maria"


def test_a_row_that_is_taken_out_is_gone() -> None:
    data = filled(scenario_content()) | {"models-0-gone": "on"}
    assert [row["shows"] for row in sent(data).content("x")["models"]] == ["The worry."]


def test_an_age_that_is_no_number_stays_as_typed() -> None:
    data = filled(scenario_content()) | {"age": "about forty"}
    assert sent(data).content("x")["client"]["age"] == "about forty"


def test_signs_that_nobody_sees_are_left_out_and_lines_are_joined_where_there_is_one() -> None:
    data = filled(scenario_content()) | {"context": "First\x00 talk\r\n with a helper "}
    assert sent(data).content("x")["context"] == "First talk with a helper"
