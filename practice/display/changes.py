"""What changed between two tries, as spans of words. Plain Python."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

WORD = re.compile(r"\w+(?:[’'\-]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Changes:
    """Spans of what was taken out (of the text before) and put in (of the text after)."""

    removed: tuple[tuple[int, int], ...]
    added: tuple[tuple[int, int], ...]


def changes_between(before: str, after: str) -> Changes:
    """The words that differ. Capitals and the kind of apostrophe make no other word."""
    old, new = list(WORD.finditer(before)), list(WORD.finditer(after))
    matcher = SequenceMatcher(None, [_same(m[0]) for m in old], [_same(m[0]) for m in new], False)
    removed, added = [], []
    for change, a, b, c, d in matcher.get_opcodes():
        if change == "equal":
            continue
        if b > a:
            removed.append((old[a].start(), old[b - 1].end()))
        if d > c:
            added.append((new[c].start(), new[d - 1].end()))
    return Changes(tuple(removed), tuple(added))


def _same(word: str) -> str:
    return word.casefold().replace("’", "'")
