"""The file format: what is refused, with which line and field, and how a file is written."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.authoring import files as scenario_files
from practice.authoring import located_json
from practice.authoring.files import FileError
from practice.services.scenarios import BANK
from tests.factories import scenario_content


def said(text: str, slug: str | None = None) -> list[str]:
    with pytest.raises(FileError) as caught:
        scenario_files.read(text, "some.json", slug)
    return [str(problem) for problem in caught.value.problems]


def changed(path: str, value: Any) -> str:
    """A whole file with one value changed, or taken out."""
    content = deepcopy(scenario_content())
    *way, last = (int(step) if step.isdigit() else step for step in path.split("."))
    place: Any = content
    for step in way:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return json.dumps(content, indent=2)


def test_reading_and_writing_give_the_same_file() -> None:
    for path in BANK.glob("*.json"):
        text = path.read_text(encoding="utf-8")
        assert scenario_files.write(scenario_files.read(text, path.name, path.stem)) == text


def test_keys_are_put_in_their_order() -> None:
    backwards = dict(reversed(scenario_content().items()))
    assert [*scenario_files.read(json.dumps(backwards), "some.json")] == [*scenario_content()]


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        ("schema", 2, "some.json:2: schema: must be a whole number, 1"),
        ("difficulty", True, "some.json:5: difficulty: must be a whole number, from 1 to 3"),
        ("difficulty", "1", "some.json:5: difficulty: must be a whole number, from 1 to 3"),
        ("hint", ..., "some.json:1: hint: is missing"),
        ("note", "x", "some.json:64: note: is not known here"),
        ("client.age", 0, "some.json:8: client.age: must be a whole number, from 1 to 120"),
        ("client", "Tomas", "some.json:6: client: must be an object in braces"),
        ("context", " ", "some.json:10: context: must not begin or end with a space"),
        ("context", "", "some.json:10: context: must not be empty"),
        ("context", "a\nb", "some.json:10: context: has a sign in it that cannot be shown"),
        ("context", "a\0b", "some.json:10: context: has a sign in it that cannot be shown"),
        ("context", "x" * 201, "some.json:10: context: must have at most 200 characters"),
        ("tags.theme", "home", "some.json:16: tags.theme: must be a list"),
        (
            "feelings.0.cue",
            "I was cold",
            "some.json:28: feelings[1].cue: must be exact words of the statement",
        ),
        (
            "feelings.0.source",
            "guessed",
            "some.json:27: feelings[1].source: must be one of stated, implied",
        ),
        ("key_points.0.main", 1, "some.json:38: key_points[1].main: must be true or false"),
        ("key_points.0.main", False, "some.json:31: key_points: one of them must be the main one"),
        ("models", [], "some.json:42: models: must have 2 to 8 entries, and has 0"),
        ("models.1.reply", 7, "some.json:48: models[2].reply: must be a text in quotes"),
        (
            "slips.1.reply",
            "You should call a plumber.",
            "some.json:59: slips[2].reply: stands here twice",
        ),
        ("slug", "next", "some.json:3: slug: “next” is the address of a page"),
        (
            "slug",
            "Two Words",
            "some.json:3: slug: must be small letters and digits, with single dashes between",
        ),
    ],
)
def test_what_is_wrong_is_named_with_line_and_field(path: str, value: Any, says: str) -> None:
    assert said(changed(path, value)) == [says]


def test_an_unknown_fault_is_refused_with_the_place_where_they_are_listed() -> None:
    [line] = said(changed("slips.0.fault", "rudeness"))
    assert line.startswith("some.json:55: slips[1].fault: must be one of the ids")


def test_a_file_is_that_scenarios() -> None:
    assert said(json.dumps(scenario_content()), "another") == [
        "some.json:1: slug: must be “another”, like the name of the file"
    ]


def test_a_client_whose_feelings_are_reflected_has_some() -> None:
    content = scenario_content(strategy="reflect_emotions", feelings=[])
    assert said(json.dumps(content)) == [
        "some.json:1: feelings: a client whose feelings are reflected needs one"
    ]


def test_every_problem_is_named_at_once() -> None:
    text = json.dumps(scenario_content(schema=0, difficulty=9, hint=None, models=1))
    fields = [line.split(": ")[1] for line in said(text)]
    assert fields == ["schema", "difficulty", "hint", "models"]


# JSON -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "some.json:1: A value is missing here"),
        ('{"schema": 1,\n "slug" "x"}', "some.json:2: A colon is missing here"),
        ('{"schema": 1,\n "schema": 1}', "some.json:2: “schema” stands here twice"),
        ('{"schema": 1\n "slug": "x"}', "some.json:2: A comma or } is missing here"),
        ('{\n"schema": NaN}', "some.json:2: A value is missing here"),
        ("{} {}", "some.json:1: Nothing may follow here"),
        ("[" * 5000, "some.json:1: This is nested too deeply"),
        ('"\\ud800"', "some.json:1: This is half of a sign"),
        ("[]", "some.json:1: must be an object in braces"),
        ("x" * 100_001, "some.json:1: is too large for a scenario"),
    ],
    ids=lambda text: text[:20],
)
def test_what_is_no_json_is_named_with_its_line(text: str, says: str) -> None:
    assert said(text)[0].replace(": : ", ": ") == says


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(json_values)
def test_whatever_json_writes_is_read(value: Any) -> None:
    read, lines = located_json.parse(json.dumps(value, indent=1))
    assert read == value
    assert lines[()] == 1


def plainly(text: str) -> Any:
    """What the standard library makes of a text; an error where it makes nothing of it."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        return type(error)


def strictly(text: str) -> Any:
    try:
        return located_json.parse(text)[0]
    except json.JSONDecodeError as error:
        return type(error)


@given(st.text(alphabet='{}[]":,.- \nab1e', max_size=16))
def test_a_text_is_read_as_the_standard_library_reads_it(text: str) -> None:
    """Or refused: a key that stands twice is the one thing it takes and we do not."""
    found = strictly(text)
    assert found == plainly(text) or (found is json.JSONDecodeError and text.count('"') >= 4)
