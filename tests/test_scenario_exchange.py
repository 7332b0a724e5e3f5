"""Uploads are read whole or refused whole, with file, line and field."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest

from practice import scenario_files, scenario_format
from practice.scenario_exchange import pack, unpack
from practice.scenario_files import FileError
from practice.scenario_table import COLUMNS, NEEDED
from practice.services.scenarios import BANK
from tests.factories import scenario_content


def refused(name: str, data: bytes) -> list[str]:
    with pytest.raises(FileError) as error:
        unpack(name, data)
    return [str(problem) for problem in error.value.problems]


def zipped(**files: str | bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "."), text)
    return data.getvalue()


def test_the_shipped_bank_goes_out_and_in_again_byte_for_byte() -> None:
    files = {path.name: path.read_bytes() for path in BANK.glob("*.json")}
    contents = [
        scenario_files.read(data.decode(), name, slug=name.removesuffix(".json"))
        for name, data in sorted(files.items())
    ]
    packed = pack(contents)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files
    assert unpack("bank.zip", packed) == contents
    assert pack(unpack("bank.zip", packed)) == packed


def test_one_scenario_and_a_list_of_them() -> None:
    one, other = scenario_content(), scenario_content(slug="other")
    assert unpack("one.json", json.dumps(one).encode()) == [one]
    assert unpack("two.json", json.dumps([one, other]).encode()) == [one, other]


def test_a_wrong_field_is_named_with_its_line() -> None:
    lines = scenario_files.write(scenario_content()).splitlines()
    at = next(i for i, line in enumerate(lines) if '"strength"' in line)
    lines[at] = lines[at].replace("2", "7")
    assert refused("tomas.json", "\n".join(lines).encode()) == [
        f"tomas.json:{at + 1}: feelings[1].strength: must be a whole number, from 1 to 3"
    ]


def test_every_wrong_thing_of_a_list_is_named() -> None:
    wrong = [scenario_content(difficulty=9), scenario_content(slug="Other")]
    text = json.dumps(wrong, indent=2)
    says = refused("two.json", text.encode())
    assert [one.split(": ", 1)[1] for one in says] == [
        "[1].difficulty: must be a whole number, from 1 to 3",
        "[2].slug: must be small letters and digits, with single dashes between",
    ]
    assert text.splitlines()[int(says[0].split(":")[1]) - 1].strip() == '"difficulty": 9,'


def test_a_zip_with_one_wrong_file_is_refused_whole() -> None:
    good, bad = scenario_content(slug="good"), scenario_content(slug="bad", context="")
    data = zipped(
        good__json=scenario_files.write(good),
        bad__json=scenario_files.write(bad),
        notes__txt="Hello",
    )
    says = refused("bank.zip", data)
    assert says[0].endswith("context: must not be empty") and says[0].startswith("bad.json:")
    assert says[1] == "notes.txt:1: is no .json file"


def test_what_some_systems_put_beside_the_files_is_passed_over() -> None:
    good = scenario_content(slug="good")
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("bank/good.json", scenario_files.write(good))
        archive.writestr("__MACOSX/bank/._good.json", "?")
        archive.writestr("bank/.DS_Store", "?")
    assert unpack("bank.zip", data.getvalue()) == [good]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("bank.zip", b"PK\x03\x04 nothing", "bank.zip:1: is no zip file that can be read"),
        ("one.json", b"[]", "one.json:1: has no scenario in it"),
        ("one.json", b'{"schema": 1,\n\n "slug": }', "one.json:3: A value is missing here"),
        ("one.json", b"\xff\xfe", "one.json:1: is not UTF-8 here"),
        ("one.txt", b"{}", "one.txt:1: must be a .json, .zip or .csv file"),
        ("big.json", b" " * 4_000_001, "big.json:1: is too large: at most 4 MB at once"),
    ],
)
def test_what_cannot_be_read_is_refused(name: str, data: bytes, says: str) -> None:
    assert refused(name, data) == [says]


def test_a_file_that_swells_in_the_zip_is_not_read_to_its_end() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("big.json", " " * 30_000_000)
    assert refused("bank.zip", data.getvalue()) == ["big.json:1: is too large for a scenario"]


def test_the_same_slug_twice_is_refused() -> None:
    two = [scenario_content(), scenario_content(context="Another")]
    assert refused("two.json", json.dumps(two).encode()) == [
        "two.json:1: slug: “tomas-heating” stands in it twice"
    ]


# Tables -----------------------------------------------------------------------------------

ROW = {
    "slug": "noor-bicycle",
    "strategy": "paraphrase",
    "difficulty": "1",
    "name": "Noor",
    "age": "33",
    "context": "Second talk",
    "statement": "They took my bicycle, and I have been walking since Monday.",
    "feelings": "exhausted | 2 | implied | I have been walking",
    "key_points": "* No bicycle, two jobs | no way to work; Walking since Monday",
    "models": "You walk to both jobs now? | Short.\nIt sounds like it held both jobs. | The whole.",
    "slips": "You should lock it. | advising | Advice.\nIt could be worse. | minimising | Small.",
    "theme": "work, money",
}


def table(*rows: dict[str, str], names: tuple[str, ...] = tuple(ROW)) -> bytes:
    def cell(text: str) -> str:
        return '"' + text.replace('"', '""') + '"'

    lines = [",".join(names), *(",".join(cell(row[name]) for name in names) for row in rows)]
    return "\r\n".join(lines).encode("utf-8-sig")


def test_a_row_of_a_table_is_a_scenario() -> None:
    (content,) = unpack("bank.csv", table(ROW))
    assert content["client"] == {"name": "Noor", "age": 33}
    assert content["feelings"] == [
        {"word": "exhausted", "strength": 2, "source": "implied", "cue": "I have been walking"}
    ]
    assert [(one["text"], one["wordings"], one["main"]) for one in content["key_points"]] == [
        ("No bicycle, two jobs", ["no way to work"], True),
        ("Walking since Monday", [], False),
    ]
    assert [one["fault"] for one in content["slips"]] == ["advising", "minimising"]
    assert content["tags"] == {"setting": [], "theme": ["work", "money"], "identity": []}
    assert content["hint"] == ""


def test_a_wrong_cell_is_named_by_line_and_column() -> None:
    says = refused("bank.csv", table(ROW, ROW | {"slug": "other", "age": "old", "context": ""}))
    assert says == [
        "bank.csv:5: age: must be a whole number, from 1 to 120",
        "bank.csv:5: context: must not be empty",
    ]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"slug,colour\r\nx,y\r\n", "bank.csv:1: colour: is no column that is known here"),
        (table(names=tuple(ROW)), "bank.csv:1: has no scenario in it"),
        (
            table(ROW) + b"\r\nonly,three,cells",
            "bank.csv:5: has 3 cells, and the first line names 12",
        ),
    ],
)
def test_a_table_of_the_wrong_shape_is_refused(data: bytes, says: str) -> None:
    assert refused("bank.csv", data)[-1] == says


def test_a_column_that_is_missing_is_named() -> None:
    names = tuple(name for name in ROW if name != "slips")
    assert refused("bank.csv", table(ROW, names=names)) == [
        "bank.csv:1: slips: is missing from the first line"
    ]


# The format's page ------------------------------------------------------------------------


def test_every_field_and_every_column_is_described() -> None:
    described = {field.name for field in scenario_format.fields()}
    assert described == set(scenario_format.MEANS)
    assert set(NEEDED) < set(COLUMNS)


def test_the_example_of_the_format_is_right() -> None:
    content: dict[str, Any] = scenario_files.read(scenario_format.EXAMPLE, "noor-bicycle.json")
    assert scenario_files.write(content) == scenario_format.EXAMPLE
