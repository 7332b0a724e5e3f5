"""Uploads are read whole or refused whole, with file, line and field."""

from __future__ import annotations

import csv
import io
import json
import random
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.authoring import files as scenario_files
from practice.authoring import format as scenario_format
from practice.authoring.exchange import pack, unpack
from practice.authoring.files import FileError
from practice.authoring.table import COLUMNS, NEEDED, write_table
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


def swelling(files: int, size: int) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(files):
            archive.writestr(f"big-{number}.json", " " * size)
    return data.getvalue()


@pytest.mark.parametrize(
    ("files", "size", "says"),
    [
        (1, 900_000, "big-0.json:1: is too large for a scenario"),
        (1, 30_000_000, "bank.zip:1: is too large when it is unpacked: at most 10 MB at once"),
        (40, 300_000, "bank.zip:1: is too large when it is unpacked: at most 10 MB at once"),
        (501, 10, "bank.zip:1: has more than 500 files"),
    ],
)
def test_a_zip_that_swells_is_not_unpacked(files: int, size: int, says: str) -> None:
    assert refused("bank.zip", swelling(files, size)) == [says]


def test_a_zip_that_says_less_than_it_holds_is_not_read_on() -> None:
    data = swelling(1, 90_000)
    small = data.replace((90_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert small != data
    assert refused("bank.zip", small) == ["bank.zip:1: is no zip file that can be read"]


def test_a_zip_in_a_zip_and_a_way_out_of_the_folder() -> None:
    inner = pack([scenario_content()])
    assert refused("bank.zip", zipped(inner__zip=inner)) == ["inner.zip:1: is no .json file"]
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("../../etc/tomas-heating.json", scenario_files.write(scenario_content()))
        archive.writestr("C:\\\\..\\\\boot.json", scenario_files.write(scenario_content()))
    (says,) = refused("bank.zip", data.getvalue())
    assert says.endswith("like the name of the file")


@pytest.mark.parametrize("kind", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_zip_is_refused_in_words(kind: int) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", kind) as archive:
        archive.writestr("tomas-heating.json", scenario_files.write(scenario_content()))
    chance = random.Random(5)
    ends = set()
    for _ in range(300):
        data = bytearray(whole.getvalue())
        for _ in range(3):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            ends.add(unpack("bank.zip", bytes(data))[0]["slug"])
        except FileError as error:
            ends.add(error.problems[0].says)
    assert "is no zip file that can be read" in ends


def test_a_mark_before_the_text_and_capitals_in_the_name_do_no_harm() -> None:
    text = scenario_files.write(scenario_content())
    assert unpack("ONE.JSON", text.encode("utf-8-sig")) == [scenario_content()]
    assert [one["slug"] for one in unpack("BANK.CSV", table(ROW))] == ["noor-bicycle"]


def test_very_many_values_are_refused_as_soon_as_they_are_seen() -> None:
    data = b"[" + b"1," * 1_900_000 + b"1]"
    assert refused("many.json", data) == ["many.json:1: This holds too many values"]


@pytest.mark.parametrize("sign", ["\0", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2028"])
def test_signs_that_nobody_sees_are_refused(sign: str) -> None:
    content = scenario_content(client={"name": f"To{sign}mas", "age": 47})
    data = json.dumps(content, indent=2).encode()
    assert refused("one.json", data) == [
        "one.json:7: client.name: has a sign in it that cannot be shown"
    ]


@pytest.mark.parametrize(
    "slug", ["t\u043emas", "Tomas", "tomas heating", "../tomas", "tomas--x", ""]
)
def test_a_slug_that_only_looks_like_one_is_refused(slug: str) -> None:
    (says,) = refused("one.json", json.dumps(scenario_content(slug=slug)).encode())
    assert says.startswith("one.json:1: slug: must be small letters and digits")


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


def test_a_table_in_another_encoding_is_told_how_to_be_saved() -> None:
    data = table(ROW | {"context": "Zoë’s café"}).decode("utf-8-sig")
    says = "bank.csv:2: is not UTF-8 here: save the table once more as “CSV UTF-8”"
    assert refused("bank.csv", data.encode("cp1252")) == [says]


def test_a_table_with_semicolons_between_the_cells() -> None:
    names = ";".join(ROW)
    cells = ";".join('"' + cell.replace('"', '""') + '"' for cell in ROW.values())
    assert unpack("bank.csv", f"{names}\r\n{cells}".encode()) == unpack("bank.csv", table(ROW))


def test_where_entries_have_lines_of_their_own_a_semicolon_is_just_a_semicolon() -> None:
    row = ROW | {"models": "You walk; since Monday? | Short.\nIt held both jobs. | The whole."}
    (content,) = unpack("bank.csv", table(row))
    assert [one["reply"] for one in content["models"]] == [
        "You walk; since Monday?",
        "It held both jobs.",
    ]


def test_the_shipped_bank_goes_out_as_a_table_and_in_again_byte_for_byte() -> None:
    files = [(path.name, path.read_bytes()) for path in sorted(BANK.glob("*.json"))]
    contents = [scenario_files.read(data.decode(), name) for name, data in files]
    back = unpack("bank.csv", write_table(contents).encode())
    assert [scenario_files.write(content).encode() for content in back] == [
        data for _, data in files
    ]


WORDS = st.text(alphabet="ab |;,*>\\'=-é", min_size=1, max_size=12).filter(
    lambda text: text == text.strip()
)


@given(
    words=st.lists(WORDS, min_size=5, max_size=5, unique=True),
    wordings=st.lists(WORDS, max_size=3),
    mains=st.sampled_from([(True,), (True, False), (False, True), (True, True)]),
    quote=st.sampled_from(["", "words | with; signs"]),
)
def test_whatever_signs_a_scenario_has_a_table_holds_it(
    words: list[str], wordings: list[str], mains: tuple[bool, ...], quote: str
) -> None:
    one, other, *rest = words
    content = scenario_content(
        statement=f"{one}\n\nwords | with; signs",
        context=other,
        hint=one,
        tags={"setting": rest, "theme": [], "identity": [one]},
        feelings=[{"word": other, "strength": 3, "source": "implied", "cue": quote}],
        key_points=[
            {"text": text, "wordings": wordings, "quote": quote, "main": main}
            for text, main in zip(rest, mains, strict=False)
        ],
        models=[{"reply": one, "shows": other}, {"reply": other, "shows": one}],
    )
    assert unpack("bank.csv", write_table([content]).encode()) == [content]


def test_a_table_runs_nothing_when_it_is_opened() -> None:
    text = write_table([scenario_content(context="=HYPERLINK(1)", hint="@SUM(A1)")])
    (_, cells) = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert "'=HYPERLINK(1)" in cells and "'@SUM(A1)" in cells
    assert unpack("bank.csv", text.encode())[0]["context"] == "=HYPERLINK(1)"


# The format's page ------------------------------------------------------------------------


def test_every_field_and_every_column_is_described() -> None:
    described = {field.name for field in scenario_format.fields()}
    assert described == set(scenario_format.MEANS)
    assert set(NEEDED) < set(COLUMNS)


def test_the_example_of_the_format_is_right() -> None:
    content: dict[str, Any] = scenario_files.read(scenario_format.EXAMPLE, "noor-bicycle.json")
    assert scenario_files.write(content) == scenario_format.EXAMPLE
