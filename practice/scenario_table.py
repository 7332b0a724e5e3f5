"""Simple banks from a spreadsheet: a CSV file, one scenario a row. No Django here.

A cell that holds several things has one on each line (or after a semicolon), and their parts
after a stroke: "scared | 2 | implied | I lie awake".
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from practice.located_json import Path
from practice.scenario_content import blank
from practice.scenario_files import FileError, Problem, check

NEEDED = (
    "slug",
    "strategy",
    "difficulty",
    "name",
    "age",
    "context",
    "statement",
    "feelings",
    "key_points",
    "models",
    "slips",
)
OPTIONAL = ("hint", "setting", "theme", "identity")
COLUMNS: Mapping[str, str] = {
    "slug": "The name in addresses: small letters, digits and single dashes.",
    "strategy": "paraphrase, open_question or reflect_emotions.",
    "difficulty": "1, 2 or 3.",
    "name": "The client’s first name.",
    "age": "In whole years.",
    "context": "One line.",
    "statement": "What the client says. An empty line makes a paragraph.",
    "feelings": "One a line: word | strength 1 to 3 | stated or implied | words of the statement.",
    "key_points": "One a line: point | other wording | other wording. A star before a point makes "
    "it a main one; without any star the first is.",
    "models": "One a line: reply | why it works.",
    "slips": "One a line: reply | what goes wrong | what it shows.",
    "hint": "May be left out.",
    "setting": "Words split by commas. May be left out.",
    "theme": "Words split by commas. May be left out.",
    "identity": "Words split by commas. May be left out.",
}
MOST_ROWS = 500
ENTRY = re.compile(r"[\n;]")
STROKE = re.compile(r"\s*\|\s*")
_COLUMN_OF = {"client": "", "tags": ""}  # whose parts have columns of their own


def read_table(text: str, file: str) -> list[dict[str, Any]]:
    """A content for each row. Raises FileError with every problem, by line and column."""
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        names = [name.strip().lower() for name in next(reader, [])]
        problems = [Problem(file, 1, column, says) for column, says in _of_header(names)]
        if problems:
            raise FileError(problems)
        rows = [*_rows(reader, names, file)]
    except csv.Error as error:
        raise FileError([Problem(file, reader.line_num, "", str(error))]) from None
    problems = [
        Problem(file, line, _column(path), says)
        for line, content in rows
        for path, says in check(content)
    ]
    if not rows:
        problems.append(Problem(file, 1, "", "has no scenario in it"))
    if problems:
        raise FileError(problems)
    return [content for _, content in rows]


def _of_header(names: list[str]) -> Iterator[tuple[str, str]]:
    for name in NEEDED:
        if name not in names:
            yield name, "is missing from the first line"
    for at, name in enumerate(names):
        if name not in COLUMNS:
            yield name, "is no column that is known here"
        elif name in names[:at]:
            yield name, "stands twice in the first line"


def _rows(reader: Any, names: list[str], file: str) -> Iterator[tuple[int, dict[str, Any]]]:
    begin = reader.line_num + 1
    number = 0
    for cells in reader:
        line, begin = begin, reader.line_num + 1
        if not any(cell.strip() for cell in cells):
            continue
        number += 1
        if number > MOST_ROWS:
            raise FileError([Problem(file, line, "", f"has more than {MOST_ROWS} rows")])
        if len(cells) != len(names):
            says = f"has {len(cells)} cells, and the first line names {len(names)}"
            raise FileError([Problem(file, line, "", says)])
        yield line, _content({name: cell.strip() for name, cell in zip(names, cells, strict=True)})


def _content(row: Mapping[str, str]) -> dict[str, Any]:
    content = blank(row["slug"])
    content["strategy"] = row["strategy"]
    content["difficulty"] = _number(row["difficulty"])
    content["client"] = {"name": row["name"], "age": _number(row["age"])}
    content["context"] = row["context"]
    content["statement"] = re.sub(r"\r\n?", "\n", row["statement"])
    content["hint"] = row.get("hint", "")
    content["tags"] = {
        kind: [word.strip() for word in row.get(kind, "").split(",") if word.strip()]
        for kind in ("setting", "theme", "identity")
    }
    content["feelings"] = [
        {"word": word, "strength": _number(strength), "source": source, "cue": cue}
        for word, strength, source, cue in _entries(row["feelings"], 4)
    ]
    content["key_points"] = _points(row["key_points"])
    content["models"] = [
        {"reply": reply, "shows": shows} for reply, shows in _entries(row["models"], 2)
    ]
    content["slips"] = [
        {"reply": reply, "fault": fault, "shows": shows}
        for reply, fault, shows in _entries(row["slips"], 3)
    ]
    return content


def _entries(cell: str, parts: int) -> Iterator[list[str]]:
    """Each entry of a cell in as many parts as it needs; what is not given is empty."""
    for entry in ENTRY.split(cell):
        if entry.strip():
            found = STROKE.split(entry.strip(), maxsplit=parts - 1)
            yield [*found, *[""] * (parts - len(found))]


def _points(cell: str) -> list[dict[str, Any]]:
    entries = [STROKE.split(entry.strip()) for entry in ENTRY.split(cell) if entry.strip()]
    starred = any(first.startswith("*") for first, *_ in entries)
    return [
        {
            "text": first.lstrip("* "),
            "wordings": [wording for wording in others if wording],
            "quote": "",
            "main": first.startswith("*") if starred else at == 0,
        }
        for at, (first, *others) in enumerate(entries)
    ]


def _number(typed: str) -> int | str:
    return int(typed) if typed.isascii() and typed.isdigit() else typed


def _column(path: Path) -> str:
    """The column that a field of a scenario stands in."""
    if path and path[0] in _COLUMN_OF and len(path) > 1:
        return str(path[1])
    return str(path[0]) if path else ""
