"""Words that can stand for one another, from phrases/kin.tsv, looked up by stem."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from practice.rules.content.words import Token, stem
from practice.rules.reading.spelling import PHRASES, forms

_FILE = PHRASES / "kin.tsv"
_LONGEST = 5  # words in a phrase


@lru_cache(maxsize=1)
def groups() -> dict[tuple[str, ...], frozenset[int]]:
    """Stems of a word or phrase -> the groups it belongs to."""
    found: dict[tuple[str, ...], set[int]] = {}
    number = 0
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        number += 1
        for entry in line.split("\t"):
            key = tuple(stem(part) for word in entry.split() for part in forms(word))
            found.setdefault(key, set()).add(number)
    return {key: frozenset(numbers) for key, numbers in found.items()}


@lru_cache(maxsize=1)
def _phrase_starts() -> dict[str, frozenset[str]]:
    """The first stem of each phrase -> the second ones."""
    found: dict[str, set[str]] = {}
    for key in groups():
        if len(key) > 1:
            found.setdefault(key[0], set()).add(key[1])
    return {first: frozenset(follows) for first, follows in found.items()}


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[int]]:
    """The groups of single words."""
    return {key[0]: numbers for key, numbers in groups().items() if len(key) == 1}


_NONE: frozenset[int] = frozenset()


def kin(words: Sequence[Token]) -> list[frozenset[int]]:
    """For each word the groups that it, or a phrase it is part of, belongs to."""
    starts, table, alone = _phrase_starts(), groups(), _words()
    found = [alone.get(one.stem, _NONE) if one.weight else _NONE for one in words]
    for at, one in enumerate(words):
        follows = starts.get(one.stem)
        if follows is None or at + 1 == len(words) or words[at + 1].stem not in follows:
            continue
        for length in range(min(_LONGEST, len(words) - at), 1, -1):
            numbers = table.get(tuple([word.stem for word in words[at : at + length]]))
            if numbers:
                for inside in range(at, at + length):
                    found[inside] = found[inside] | numbers
                break
    return found
