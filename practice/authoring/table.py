"""Scenarios as a table for spreadsheets: a CSV file, one scenario a row. No Django here.

A cell that holds several things has one on each line (or after a semicolon), and their parts
after a stroke: "scared | 2 | implied | I lie awake". A backslash before one of the signs that
divide makes it a plain sign, so that everything a scenario file holds fits a row and comes back.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from practice.authoring.content import TAG_KINDS, blank
from practice.authoring.files import FileError, Problem, check
from practice.authoring.located_json import Path
from practice.csv_files import delimiter_of, typed_cell, write_csv

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
COLUMNS: Mapping[str, str] = {
    "slug": "The name in addresses: small letters, digits and single dashes.",
    "strategy": "paraphrase, open_question or reflect_emotions.",
    "difficulty": "1, 2 or 3.",
    "name": "The client’s first name.",
    "age": "In whole years.",
    "context": "One line.",
    "statement": "What the client says. An empty line makes a paragraph.",
    "feelings": "One a line: word | strength 1 to 3 | stated or implied | words of the statement.",
    "key_points": "One a line: point | other wording | other wording | > words of the statement. "
    "A star before a point makes it a main one; without any star the first is.",
    "models": "One a line: reply | why it works.",
    "slips": "One a line: reply | what goes wrong | what it shows.",
    "hint": "May be left out.",
    "setting": "Words split by commas. May be left out.",
    "theme": "Words split by commas. May be left out.",
    "identity": "Words split by commas. May be left out.",
}
MOST_ROWS = 500
LINE_END = re.compile(r"\r\n?")
DIVIDERS = "|;,"
ESCAPED = re.compile(r"\\([\\|;,*>])")
TO_ESCAPE = re.compile(r"[\\|]")
TOKENS = {sign: re.compile(rf"(?:\\.|[^\\{sign}]|\\\Z)+|\{sign}", re.DOTALL) for sign in DIVIDERS}
_COLUMN_OF = {"client": "", "tags": ""}  # whose parts have columns of their own


def read_table(text: str, file: str) -> list[dict[str, Any]]:
    """A content for each row. Raises FileError with every problem, by line and column."""
    text = text.removeprefix("\ufeff")
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=delimiter_of(text), strict=True)
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


def write_table(contents: Iterable[Mapping[str, Any]]) -> str:
    """A row for each content, safe to open in a spreadsheet. `read_table` gives the same back."""
    rows = [_row(content) for content in contents]
    return write_csv(tuple(COLUMNS), [[row[name] for name in COLUMNS] for row in rows])


def _row(content: Mapping[str, Any]) -> dict[str, object]:
    points = [
        [
            f"{'* ' if point['main'] else ''}{_escaped(point['text'], '*')}",
            *(_escaped(wording, ">") for wording in point["wordings"]),
            *([f"> {_escaped(point['quote'])}"] if point["quote"] else []),
        ]
        for point in content["key_points"]
    ]
    feelings = [
        [_escaped(one["word"]), str(one["strength"]), one["source"], _escaped(one["cue"])]
        for one in content["feelings"]
    ]
    return {
        **{name: content[name] for name in ("slug", "strategy", "difficulty", "context")},
        **content["client"],
        **{name: content[name] for name in ("statement", "hint")},
        "feelings": _cell(feelings),
        "key_points": _cell(points),
        "models": _cell(
            [_escaped(one[part]) for part in ("reply", "shows")] for one in content["models"]
        ),
        "slips": _cell(
            [_escaped(one["reply"]), one["fault"], _escaped(one["shows"])]
            for one in content["slips"]
        ),
        **{
            kind: ", ".join(_escaped(word).replace(",", "\\,") for word in words)
            for kind, words in content["tags"].items()
        },
    }


def _cell(entries: Iterable[list[str]]) -> str:
    """Entries on lines of their own. One that stands alone must not fall apart at a semicolon."""
    lines = [" | ".join(parts).removesuffix(" | ") for parts in entries]
    return "\n".join(lines) if len(lines) > 1 else "".join(lines).replace(";", "\\;")


def _escaped(text: str, first: str = "") -> str:
    """A text that comes back as it is; `first` is a sign that means something in front."""
    begins = "\\" if first and text.startswith(first) else ""
    return begins + TO_ESCAPE.sub(r"\\\g<0>", text)


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
        yield (
            line,
            _content({name: typed_cell(cell) for name, cell in zip(names, cells, strict=True)}),
        )


def _content(row: Mapping[str, str]) -> dict[str, Any]:
    content = blank(row["slug"])
    content["strategy"] = row["strategy"]
    content["difficulty"] = _number(row["difficulty"])
    content["client"] = {"name": row["name"], "age": _number(row["age"])}
    content["context"] = row["context"]
    content["statement"] = LINE_END.sub("\n", row["statement"])
    content["hint"] = row.get("hint", "")
    content["tags"] = {
        kind: [_plain(word) for word in _split(row.get(kind, ""), ",") if word]
        for kind in TAG_KINDS
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
    for entry in _lines(cell):
        found = [_plain(part) for part in _split(entry, "|", parts)]
        yield [*found, *[""] * (parts - len(found))]


def _points(cell: str) -> list[dict[str, Any]]:
    entries = [_split(entry, "|") for entry in _lines(cell)]
    starred = any(first.startswith("*") for first, *_ in entries)
    return [
        {
            "text": _plain(first.lstrip("* ")),
            "wordings": [_plain(part) for part in others if part and not part.startswith(">")],
            "quote": next((_plain(part[1:].lstrip()) for part in others if part[:1] == ">"), ""),
            "main": first.startswith("*") if starred else at == 0,
        }
        for at, (first, *others) in enumerate(entries)
    ]


def _lines(cell: str) -> list[str]:
    """The entries of a cell: its lines; of a single line, what stands between semicolons."""
    lines = LINE_END.sub("\n", cell).split("\n")
    found = lines if len(lines) > 1 else _split(cell, ";")
    return [entry for entry in found if entry.strip()]


def _split(text: str, sign: str, most: int = 0) -> list[str]:
    """A text at a sign, in at most so many parts. A sign after a backslash divides nothing."""
    parts = [""]
    for token in TOKENS[sign].findall(text):
        if token == sign and (not most or len(parts) < most):
            parts.append("")
        else:
            parts[-1] += token
    return [part.strip() for part in parts]


def _plain(text: str) -> str:
    return ESCAPED.sub(r"\1", text)


def _number(typed: str) -> int | str:
    return int(typed) if typed.isascii() and typed.isdigit() else typed


def _column(path: Path) -> str:
    """The column that a field of a scenario stands in."""
    if path and path[0] in _COLUMN_OF and len(path) > 1:
        return str(path[1])
    return str(path[0]) if path else ""
