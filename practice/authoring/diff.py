"""The difference between two versions of a scenario, field by field, for people. No Django here."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from practice.authoring.content import label_of
from practice.authoring.located_json import Path

WORDS = re.compile(r"\s+|[\w’'-]+|[^\w\s]")
LETTER = re.compile(r"\w")
Kind = Literal["same", "removed", "added"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words that stayed, went or came."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One field that is no longer as it was."""

    path: Path
    pieces: tuple[Piece, ...]

    @property
    def label(self) -> str:
        """The field, as the form calls it."""
        return label_of(self.path)


def changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    """What changed, in the order of the file."""
    return tuple(_changes(old, new, ()))


def _changes(old: Any, new: Any, path: Path) -> Iterator[Change]:
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for name in {**new, **old}:
            yield from _changes(old.get(name), new.get(name), (*path, name))
    elif _rows(old) and _rows(new):
        for i in range(max(len(old), len(new))):
            before = old[i] if i < len(old) else None
            after = new[i] if i < len(new) else None
            if before is None or after is None:
                yield Change((*path, i), words_between(_said(before), _said(after)))
            else:
                yield from _changes(before, after, (*path, i))
    else:
        yield Change(path, words_between(_said(old), _said(new)))


def _rows(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, Mapping) for one in value)


def _said(value: Any) -> str:
    """A value as one reads it."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return " / ".join(_said(one) for one in value)
        case Mapping():
            return " · ".join(said for one in value.values() if (said := _said(one)))
        case _:
            return str(value)


def words_between(old: str, new: str) -> tuple[Piece, ...]:
    """The words that stayed, went and came, in reading order."""
    before, after = WORDS.findall(old), WORDS.findall(new)
    pieces: list[Piece] = []
    gone = come = ""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for _, a, b, c, d in matcher.get_opcodes():
        was, now = "".join(before[a:b]), "".join(after[c:d])
        if was != now:
            gone, come = gone + was, come + now
        elif (gone or come) and not LETTER.search(was):
            gone, come = gone + was, come + now  # a space alone does not part two changes
        else:
            pieces += [*_changed(gone, come), Piece("same", was)]
            gone = come = ""
    return (*pieces, *_changed(gone, come))


def _changed(gone: str, come: str) -> Iterator[Piece]:
    """What went and what came, without the space that both end with."""
    end = ""
    while gone and come and gone[-1] == come[-1] and not gone[-1].isalnum():
        gone, come, end = gone[:-1], come[:-1], gone[-1] + end
    if gone:
        yield Piece("removed", gone)
    if come:
        yield Piece("added", come)
    if end:
        yield Piece("same", end)
