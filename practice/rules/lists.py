"""What a config may change: every list of phrases by its id, and every weight by its name.

A rule or cue has a list of its own phrases under its id, and one of exceptions under
"id:unless"; single words that phrases name stand under "words.", feelings under
"feelings.family.strength".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from practice.rules.base import FEELINGS, WORDS
from practice.rules.evidence import KINDS, SCALE, shipped_points
from practice.rules.feelings.lexicon import NOT_A_FEELING, families, list_of, read_entries
from practice.rules.finder import ALL, EXCEPTIONS
from practice.rules.matchers import Phrases, TalkTest, Test, listed_words
from practice.rules.rubric.rubrics import RUBRICS
from practice.rules.rule import Rule

Group = Literal["rule", "exceptions", "cue", "words", "feelings"]
POINTS = range(-60, 61)
SHARES = range(101)
_STRENGTHS = {1: "mild", 2: "plain", 3: "strong"}


@dataclass(frozen=True, slots=True)
class PhraseList:
    """One list: what being on it means, and its phrases as shipped.

    `about` is the id of the rule or cue, or of the family of feelings.
    """

    id: str
    group: Group
    says: str
    about: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weight:
    """One number: what it is for, as shipped, and how far it may be changed."""

    name: str
    says: str
    about: str
    shipped: int
    allowed: range


@lru_cache(maxsize=1)
def lists() -> Mapping[str, PhraseList]:
    """Every list that can be changed, by its id, in a fixed order."""
    return {one.id: one for one in (*_of_rules(), *_of_words(), *_of_feelings())}


@lru_cache(maxsize=1)
def weights() -> Mapping[str, Weight]:
    """Every weight that can be changed, by its name: criteria first, then points of rules."""
    return {one.name: one for one in (*_of_criteria(), *_of_points())}


def _of_rules() -> Iterator[PhraseList]:
    for one in ALL:
        if not isinstance(one.finds, Phrases | TalkTest | Test):
            continue
        says = one.message if isinstance(one, Rule) else one.says
        phrases, unless = (
            (one.finds.phrases, one.finds.unless) if isinstance(one.finds, Phrases) else ((), ())
        )
        yield PhraseList(one.id, "rule" if isinstance(one, Rule) else "cue", says, one.id, phrases)
        yield PhraseList(one.id + EXCEPTIONS, "exceptions", says, one.id, unless)


def _of_words() -> Iterator[PhraseList]:
    for name, words in listed_words().items():
        short = name.removeprefix(WORDS)
        yield PhraseList(
            name, "words", f"Words that <{short}> stands for in phrases.", short, words
        )


def _of_feelings() -> Iterator[PhraseList]:
    held: dict[str, list[str]] = {}
    for entry in read_entries():
        held.setdefault(list_of(entry), []).append(entry.pattern)
    for family in families().values():
        for strength, word in _STRENGTHS.items():
            name = f"{FEELINGS}{family.id}.{strength}"
            says = f"Feelings of the family “{family.name}”, {word}."
            shipped = tuple(dict.fromkeys(held.get(name, ())))
            yield PhraseList(name, "feelings", says, family.id, shipped)
    name = f"{FEELINGS}{NOT_A_FEELING}.1"
    says = "Phrases that only look like a feeling."
    yield PhraseList(name, "feelings", says, NOT_A_FEELING, tuple(held.get(name, ())))


def _of_criteria() -> Iterator[Weight]:
    for rubric in RUBRICS.values():
        for one in rubric.criteria:
            allowed = SHARES if one is not rubric.main else SHARES[1:]
            says = f"{one.label}, in “{rubric.label}”"
            yield Weight(f"{rubric.strategy}.{one.id}", says, one.id, one.weight, allowed)


def _of_points() -> Iterator[Weight]:
    table = shipped_points()
    for one in ALL:
        if isinstance(one.finds, Phrases | TalkTest | Test):
            row = [*table[one.id], *[0.0] * len(KINDS)]
            for kind, points in zip(KINDS, row, strict=False):
                says = f"Points of {one.id} for “{kind.replace('_', ' ')}”"
                yield Weight(f"{one.id}:{kind}", says, one.id, round(points * SCALE), POINTS)
