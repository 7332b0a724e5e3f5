"""CSV that spreadsheets open without running anything, and CSV that people send."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

# What a spreadsheet would take for a formula, with or without apostrophes in front.
RUNS = re.compile(r"[\s']*[=+\-@\t\r]")
DELIMITERS = ",;\t"
QUOTES = (
    "The quotation marks do not match. One that is opened is closed again, and within quotation "
    "marks each one that is meant is written twice."
)
TOO_LONG = f"One value is longer than {csv.field_size_limit():,} characters."


class CsvError(ValueError):
    """A table that cannot be read; `line` is where the row begins that is wrong."""

    def __init__(self, line: int, says: str) -> None:
        super().__init__(says)
        self.line = line


def safe_cell(value: object) -> str:
    """A cell as text. What a spreadsheet would take for a formula gets an apostrophe in front.

    Numbers stay numbers, also negative ones: nobody typed them.
    """
    if value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    # Spreadsheets pass over spaces in front of a formula. One that has its apostrophe already
    # gets another, so that `typed_cell` can tell what was there before.
    return f"'{text}" if RUNS.match(text) else text


def typed_cell(text: str) -> str:
    """The cell that `safe_cell` was given, from what it gave, without space around it."""
    text = text.lstrip()
    return (text[1:] if text.startswith("'") and RUNS.match(text) else text).strip()


def delimiter_of(text: str) -> str:
    """Whichever of comma, semicolon and tab the first line has most of."""
    first = text.lstrip().partition("\n")[0]
    return max(DELIMITERS, key=first.count)


def write_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A whole file, safe to open. It begins with a mark that tells spreadsheets it is UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([safe_cell(name) for name in header])
    writer.writerows([safe_cell(value) for value in row] for row in rows)
    return "\ufeff" + out.getvalue()


def read_csv(text: str) -> list[tuple[int, list[str]]]:
    """The rows that say something, each with the line it begins on; the header is one of them.

    The separator is whichever of comma, semicolon and tab the first line has most of.
    Raises CsvError.
    """
    text = text.removeprefix("\ufeff")
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=delimiter_of(text), strict=True)
    rows = []
    line = 1
    try:
        for row in reader:
            cells = [typed_cell(cell) for cell in row]
            if any(cells):
                rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        too_long = "field limit" in str(error)
        raise CsvError(line, TOO_LONG if too_long else QUOTES) from None
    return rows
