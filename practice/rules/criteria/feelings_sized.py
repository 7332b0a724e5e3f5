"""A feeling word of the right size: from the same family, at the client's strength."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from practice.rules.base import Span
from practice.rules.criteria.case import Case
from practice.rules.criteria.feelings_named import Named
from practice.rules.feelings.lexicon import words_for_choice


@lru_cache(maxsize=1)
def _shelves() -> dict[tuple[str, int], str]:
    """(family, strength) -> a plain word for it: the shortest single adjective of the list."""
    found: dict[tuple[str, int], str] = {}
    for word, family, strength in words_for_choice():
        held = found.get((family, strength))
        if " " in word or "-" in word:
            continue
        if held is None or len(word) < len(held):
            found[family, strength] = word
    return found


def sized_words(case: Case) -> Iterator[tuple[Span, str]]:
    """For each feeling that is too loud or too small, the word to put in its place."""
    for one in case.feelings:
        if not one.clients or one.strength not in ("too_strong", "too_weak"):
            continue
        if one.mention.entry.kind != "adj" or " " in one.mention.text:
            continue
        word = _meant(case, one)
        if word is not None and word != one.mention.text.lower():
            yield one.span, word


def _meant(case: Case, one: Named) -> str | None:
    """The author's own word for it, or one from the lexicon at that strength."""
    for expected in case.task.expected:
        if one.mention.entry.family not in expected.families or not expected.strength:
            continue
        if expected.by_author and " " not in expected.word:
            return expected.word
        return _shelves().get((one.mention.entry.family, expected.strength))
    return None
