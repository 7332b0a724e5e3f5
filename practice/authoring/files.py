"""The file format of scenarios: what a file must hold, and how one is written.

Used by the bank that comes with Listening Coach and by uploads. Every problem of a file is
named at once, with its line and field. No Django here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from json import JSONDecodeError
from typing import Any, get_args

from practice.authoring import located_json
from practice.authoring.located_json import Path
from practice.rules.base import Fault, Roadblock, Source

SCHEMA = 1
STRATEGIES = ("paraphrase", "open_question", "reflect_emotions")
FAULTS = (*get_args(Fault), *get_args(Roadblock))
TAKEN_SLUGS = ("next",)  # pages of their own under /practise/
LARGEST = 100_000  # characters of one file
FEW = 9  # ids are named in a message; of more, the page about the format has the list
MOST_VALUES = 5_000  # of one file: the fullest scenario has a fifth of it
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Signs that nobody sees, and those that turn the order of others round.
UNSEEN = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
CONTROL = re.compile(rf"[{UNSEEN}\r]")

Says = Iterator[tuple[Path, str]]
Check = Callable[[Any, Path], Says]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a file."""

    file: str
    line: int
    field: str
    says: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}"
        return f"{where}: {self.field}: {self.says}" if self.field else f"{where}: {self.says}"


class FileError(ValueError):
    """A file, or several, cannot be taken. Carries every problem."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def read(text: str, file: str, slug: str | None = None) -> dict[str, Any]:
    """The content of a file. With `slug`, the file must be that scenario's. Raises FileError."""
    if len(text) > LARGEST:
        raise FileError([Problem(file, 1, "", "is too large for a scenario")])
    try:
        content, lines = located_json.parse(text, MOST_VALUES)
    except JSONDecodeError as error:
        raise FileError([Problem(file, error.lineno, "", error.msg)]) from None
    found = [*check(content, slug)]
    if found:
        raise FileError(
            [Problem(file, _line(lines, path), name_of(path), says) for path, says in found]
        )
    in_order: dict[str, Any] = _in_order(content, SCENARIO)
    return in_order


def read_several(text: str, file: str) -> list[dict[str, Any]]:
    """The contents of a file that holds one scenario, or a list of them. Raises FileError."""
    try:
        given, lines = located_json.parse(text)
    except JSONDecodeError as error:
        raise FileError([Problem(file, error.lineno, "", error.msg)]) from None
    if not isinstance(given, list):
        return [read(text, file)]
    problems = [
        Problem(file, _line(lines, (i, *path)), name_of((i, *path)), says)
        for i, content in enumerate(given)
        for path, says in check(content)
    ]
    if problems:
        raise FileError(problems)
    return [_in_order(content, SCENARIO) for content in given]


def write(content: Mapping[str, Any]) -> str:
    """The one way a scenario is written: fixed order of keys, two spaces, UTF-8."""
    return json.dumps(_in_order(content, SCENARIO), indent=2, ensure_ascii=False) + "\n"


def check(content: Any, slug: str | None = None) -> Says:
    """Everything that is wrong with a content, each with its path."""
    found = [*SCENARIO.check(content, ())]
    yield from found
    if not found:  # what follows compares fields that are there
        yield from _fits_together(content, slug)


def _fits_together(content: Mapping[str, Any], slug: str | None) -> Says:
    if slug is not None and content["slug"] != slug:
        yield ("slug",), f"must be “{slug}”, like the name of the file"
    if content["slug"] in TAKEN_SLUGS:
        yield ("slug",), f"“{content['slug']}” is the address of a page"
    statement = content["statement"]
    for i, feeling in enumerate(content["feelings"]):
        if feeling["cue"] not in statement:
            yield ("feelings", i, "cue"), "must be exact words of the statement"
    if content["strategy"] == "reflect_emotions" and not content["feelings"]:
        yield ("feelings",), "a client whose feelings are reflected needs one"
    for i, point in enumerate(content["key_points"]):
        if point["quote"] not in statement:
            yield ("key_points", i, "quote"), "must be exact words of the statement"
    if not any(point["main"] for point in content["key_points"]):
        yield ("key_points",), "one of them must be the main one"
    for name in ("models", "slips"):
        replies = [example["reply"] for example in content[name]]
        for i, reply in enumerate(replies):
            if reply in replies[:i]:
                yield (name, i, "reply"), "stands here twice"


# The shape of a file ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Some words, without space around them; in paragraphs only where that is said."""

    longest: int
    empty: bool = False
    paragraphs: bool = False

    def check(self, value: Any, path: Path) -> Says:
        if not isinstance(value, str):
            yield path, "must be a text in quotes"
        elif not value and not self.empty:
            yield path, "must not be empty"
        elif len(value) > self.longest:
            yield path, f"must have at most {self.longest} characters"
        elif value != value.strip():
            yield path, "must not begin or end with a space"
        elif CONTROL.search(value) or ("\n" in value and not self.paragraphs):
            yield path, "has a sign in it that cannot be shown"


@dataclass(frozen=True, slots=True)
class Slug:
    """A name for an address."""

    def check(self, value: Any, path: Path) -> Says:
        if not isinstance(value, str) or not SLUG.fullmatch(value) or len(value) > 80:
            yield path, "must be small letters and digits, with single dashes between"


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number."""

    low: int
    high: int

    def check(self, value: Any, path: Path) -> Says:
        number = isinstance(value, int) and not isinstance(value, bool)
        if not number or not self.low <= value <= self.high:
            span = self.low if self.low == self.high else f"from {self.low} to {self.high}"
            yield path, f"must be a whole number, {span}"


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of some ids."""

    values: tuple[str, ...]

    def check(self, value: Any, path: Path) -> Says:
        if value not in self.values or not isinstance(value, str):
            few = len(self.values) <= FEW
            which = ", ".join(self.values) if few else "the ids that the file format names"
            yield path, f"must be one of {which}"


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    def check(self, value: Any, path: Path) -> Says:
        if not isinstance(value, bool):
            yield path, "must be true or false"


@dataclass(frozen=True, slots=True)
class ListOf:
    """Several of a kind."""

    item: Shape
    fewest: int
    most: int

    def check(self, value: Any, path: Path) -> Says:
        if not isinstance(value, list):
            yield path, "must be a list"
            return
        if not self.fewest <= len(value) <= self.most:
            yield path, f"must have {self.fewest} to {self.most} entries, and has {len(value)}"
        for i, item in enumerate(value[: self.most]):
            yield from self.item.check(item, (*path, i))


@dataclass(frozen=True, slots=True)
class Record:
    """Fields with names, all of them needed, in the order they are written in."""

    fields: Mapping[str, Shape]

    def check(self, value: Any, path: Path) -> Says:
        if not isinstance(value, dict):
            yield path, "must be an object in braces"
            return
        for name in value:
            if name not in self.fields:
                yield (*path, name), "is not known here"
        for name, shape in self.fields.items():
            if name not in value:
                yield (*path, name), "is missing"
            else:
                yield from shape.check(value[name], (*path, name))


Shape = Text | Slug | Whole | OneOf | Flag | ListOf | Record

_TAGS = ListOf(Text(40), 0, 10)
SCENARIO = Record(
    {
        "schema": Whole(SCHEMA, SCHEMA),
        "slug": Slug(),
        "strategy": OneOf(STRATEGIES),
        "difficulty": Whole(1, 3),
        "client": Record({"name": Text(60), "age": Whole(1, 120)}),
        "context": Text(200),
        "statement": Text(4000, paragraphs=True),
        "tags": Record({"setting": _TAGS, "theme": _TAGS, "identity": _TAGS}),
        "feelings": ListOf(
            Record(
                {
                    "word": Text(40),
                    "strength": Whole(1, 3),
                    "source": OneOf(get_args(Source)),
                    "cue": Text(400, empty=True),
                }
            ),
            0,
            12,
        ),
        "key_points": ListOf(
            Record(
                {
                    "text": Text(300),
                    "wordings": ListOf(Text(200), 0, 40),
                    "quote": Text(600, empty=True),
                    "main": Flag(),
                }
            ),
            1,
            12,
        ),
        "hint": Text(600, empty=True),
        "models": ListOf(Record({"reply": Text(1000), "shows": Text(400)}), 2, 8),
        "slips": ListOf(
            Record({"reply": Text(1000), "fault": OneOf(FAULTS), "shows": Text(400)}), 2, 8
        ),
    }
)

# How many rows of each kind a scenario may have.
SHAPE_LIMITS = {
    name: field.most for name, field in SCENARIO.fields.items() if isinstance(field, ListOf)
}


def _in_order(value: Any, shape: Shape) -> Any:
    if isinstance(shape, Record):
        return {name: _in_order(value[name], field) for name, field in shape.fields.items()}
    if isinstance(shape, ListOf):
        return [_in_order(item, shape.item) for item in value]
    return value


def _line(lines: Mapping[Path, int], path: Path) -> int:
    """The line of a field; of what it should stand in, where it is missing."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def name_of(path: Path) -> str:
    """A path as people write it: feelings[2].strength, counted from 1."""
    name = ""
    for step in path:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{step}"
    return name.removeprefix(".")
