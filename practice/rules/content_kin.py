"""Words that can stand for one another, from phrases/kin.tsv, looked up by stem."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from practice.rules.content_words import Token, stem
from practice.rules.spelling import forms

_FILE = Path(__file__).parent / "phrases" / "kin.tsv"
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
def _phrase_starts() -> frozenset[str]:
    return frozenset(key[0] for key in groups() if len(key) > 1)


@lru_cache(maxsize=8192)
def groups_of(stemmed: str) -> frozenset[int]:
    return groups().get((stemmed,), frozenset())


def kin(words: Sequence[Token]) -> list[frozenset[int]]:
    """For each word the groups that it, or a phrase it is part of, belongs to."""
    found = [groups_of(one.stem) if one.weight else frozenset() for one in words]
    starts, table = _phrase_starts(), groups()
    for at, one in enumerate(words):
        if one.stem not in starts:
            continue
        for length in range(min(_LONGEST, len(words) - at), 1, -1):
            numbers = table.get(tuple(word.stem for word in words[at : at + length]))
            if numbers:
                for inside in range(at, at + length):
                    found[inside] = found[inside] | numbers
                break
    return found
