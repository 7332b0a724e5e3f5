"""CSV that runs nothing when it is opened, and CSV as people send it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.csv_files import read_csv, safe_cell, typed_cell, write_csv


@pytest.mark.parametrize(
    "typed",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =HYPERLINK(1)", "=cmd|' /C calc'!A0"],
)
def test_a_formula_becomes_text(typed: str) -> None:
    assert safe_cell(typed) == f"'{typed}"


@pytest.mark.parametrize(
    ("value", "cell"), [(-3, "-3"), (2.5, "2.5"), (None, ""), ("Zoë, 5", "Zoë, 5"), ("", "")]
)
def test_everything_else_stays(value: object, cell: str) -> None:
    assert safe_cell(value) == cell


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=5))
def test_no_cell_of_a_file_begins_like_a_formula(rows: list[list[str]]) -> None:
    text = write_csv(["=a", "b"], rows)
    for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")):
        for cell in row:
            assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.text())
def test_what_was_made_safe_is_read_as_it_was(text: str) -> None:
    assert typed_cell(safe_cell(text)) == text.strip()


@given(st.text(alphabet=" '=+-@\t\ra", max_size=8))
def test_an_apostrophe_that_was_typed_is_told_from_one_that_was_added(text: str) -> None:
    assert typed_cell(safe_cell(text)) == text.strip()


@pytest.mark.parametrize(
    "text",
    ["a,b\r\n1,2\r\n", "\ufeffa;b\n1;2", "a\tb\n\n1\t2\n", '"a","b"\n"1","2"', " a , b \n 1 , 2 "],
)
def test_separators_and_marks_of_all_kinds(text: str) -> None:
    assert [cells for _, cells in read_csv(text)] == [["a", "b"], ["1", "2"]]


def test_lines_are_those_of_the_file() -> None:
    text = 'a,b\n\n1,"two\nlines"\n3,4\n'
    assert [line for line, _ in read_csv(text)] == [1, 3, 5]
