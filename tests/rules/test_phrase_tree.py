"""Phrases are found wherever one of their readings stands, and nowhere else."""

from __future__ import annotations

from itertools import islice

import pytest

from practice.rules.finder import ALL
from practice.rules.matchers import Phrases
from practice.rules.phrase_tree import Tree, parsed, spelled_out


def hits(phrases: str, sentence: str, *, opening: int = 0) -> dict[int, tuple[int, int]]:
    """What each phrase of "a / b" finds, by number; a word such as "<kin>" is on that list."""
    tree = Tree((number, [one.strip()]) for number, one in enumerate(phrases.split("/")))
    words = sentence.split()
    lists = [(word,) if word[0] == "<" else () for word in words]
    return tree.hits(words, lists, opening, {0, opening})


@pytest.mark.parametrize(
    ("phrase", "sentence", "hit"),
    [
        ("(do|did) you", "so did you go", (1, 3)),
        ("(do|did) you", "so does you go", None),
        ("a (very|) (bad (old|)|long) day", "a bad old day", (0, 4)),
        ("a (very|) (bad (old|)|long) day", "a very long day", (0, 4)),
        ("a (very|) (bad (old|)|long) day", "a very old day", None),
        ("^ you", "so you", None),
        ("alone $", "you are alone", (2, 3)),
        ("alone $", "alone you are", None),
        ("you _ it", "you said it", (0, 3)),
        ("you _ it", "you it", None),
        ("you ... it", "you it", (0, 2)),
        ("you ... it", "you said all of it", (0, 5)),
        ("you ... it", "you said all of a it", None),
        ("you ... ... it", "you said all of a it", (0, 6)),
        ("you (... it|went) (... away|)", "you sent it far away", (0, 5)),
        ("you ...", "you and he and she", (0, 4)),
        ("your <kin>", "your <kin> calls", (0, 2)),
        ("you said", "you really just said it", (0, 4)),
    ],
)
def test_a_phrase_finds(phrase: str, sentence: str, hit: tuple[int, int] | None) -> None:
    assert hits(phrase, sentence).get(0) == hit


def test_openers_are_left_out() -> None:
    assert hits("^ you", "so you go", opening=1) == {0: (1, 2)}


def test_the_longest_is_found_and_of_equal_ones_the_first() -> None:
    assert hits("you (go|go there) / you", "you then you go there") == {0: (2, 5), 1: (0, 1)}


def test_every_shipped_phrase_finds_its_own_readings() -> None:
    """The tree never spells phrases out; here some readings of each are."""
    for one in ALL:
        if not isinstance(one.finds, Phrases):
            continue
        for phrase in one.finds.phrases:
            tree = Tree([(0, [phrase])])
            readings = list(spelled_out(phrase))
            for reading in (*islice(readings, 10), *readings[-10:]):
                words = ["word" if sign in ("_", "...") else sign for sign in reading]
                words = [word for word in words if word not in ("^", "~", "$")]
                lists = [(word,) if word[0] == "<" else () for word in words]
                found = tree.hits(words, lists, 0, {0}).get(0)
                assert found is not None, (one.id, phrase, reading)
                if "$" in reading:
                    assert found[1] == len(words), (one.id, phrase, reading)


@pytest.mark.parametrize("phrase", ["you (do", "you do)", "(a|(b)"])
def test_brackets_must_match(phrase: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        parsed(phrase)
