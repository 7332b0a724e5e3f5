"""The list of English words is read as it comes, and holds what its package says it holds."""

from __future__ import annotations

from spellchecker import SpellChecker

from practice.rules.reading.spelling import frequency, is_word


def test_every_word_has_its_frequency() -> None:
    """A new version of the package may order or write its file otherwise."""
    known = SpellChecker(distance=1).word_frequency.dictionary
    assert len(known) > 100_000
    assert {word: frequency(word) for word in known} == known


def test_what_is_no_word_has_none() -> None:
    for text in ("", " ", "{", "}", '"', '"the"', "the ", "thequ", "zzzzzzz", "the\n", "£", "ſ"):
        assert frequency(text) == 0
    assert not is_word("thequ")
    assert is_word("colour") and is_word("realise") and is_word("mother's")
