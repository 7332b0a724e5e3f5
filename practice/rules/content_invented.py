"""Details that the client never gave: numbers, names, people and events.

Meaning may be guessed at; facts may not. Only kinds of word that are plainly facts are looked
for, and words with another use ("second", "may") are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from practice.rules.base import Span
from practice.rules.content_words import FUNCTION_WORDS, GENERIC_WORDS, Token

Kind = Literal["number", "name", "person", "event"]


@dataclass(frozen=True, slots=True)
class Detail:
    """One detail of a reply that the client never gave."""

    kind: Kind
    text: str
    span: Span


# Word -> the family of words that make it given. A partner is given by a husband, not by a sister.
_PEOPLE: tuple[frozenset[str], ...] = tuple(
    frozenset(line.split())
    for line in (
        "mother mum mom mam mama mummy mommy parent parents folks mums moms",
        "father dad daddy papa parent parents folks dads",
        "son sons boy boys child children kid kids baby family",
        "daughter daughters girl girls child children kid kids baby family",
        "husband wife spouse partner boyfriend girlfriend fiance fiancee married marriage ex",
        "brother brothers sibling siblings",
        "sister sisters sibling siblings",
        "grandmother gran granny grandma nan nana nanna nonna abuela grandparents grandparent",
        "grandfather grandad granddad grandpa nonno abuelo grandparents grandparent",
        "aunt auntie aunty aunts uncle uncles",
        "cousin cousins",
        "nephew nephews niece nieces",
        "boss manager supervisor foreman employer chief head work job",
        "doctor doctors gp consultant specialist surgeon surgeons hospital clinic appointment",
        "therapist counsellor counselor psychologist psychiatrist therapy",
        "landlord landlady rent flat",
        "teacher teachers tutor professor lecturer school class",
        "neighbour neighbours neighbor neighbors",
        "roommate roommates flatmate flatmates housemate",
    )
)
_EVENTS: tuple[frozenset[str], ...] = tuple(
    frozenset(line.split())
    for line in (
        "divorce divorced divorcing separation separated split marriage left",
        "funeral died death dead dying passed lost late killed buried grave ashes widow widower",
        "cancer tumour tumor chemo chemotherapy oncology lump biopsy",
        "pregnancy pregnant miscarriage expecting baby birth born",
        "accident crash collision",
        "affair cheated cheating unfaithful infidelity",
        "suicide suicidal",
        "abuse abused abusive assault assaulted rape raped",
        "bankruptcy bankrupt",
        "stroke",
        "surgery operation transplant",
        "wedding engaged engagement married",
        "redundancy redundant fired sacked layoff unemployed laid job",
        "depression depressed depressive",
        "dementia alzheimer alzheimers",
        "prison jail arrested",
        "war",
        "deployment deployed army",
        "drinking alcohol alcoholic drunk drink beer wine sober vodka pub",
        "christmas",
        "birthday",
        "anniversary",
    )
)
_NUMBERS = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
    "hundred": "100",
    "thousand": "1000",
}
_COMMON_NUMBERS = frozenset({"0", "1", "2", "100", "1000"})  # "two minds", "a hundred times"
_DIGITS = re.compile(r"\d+")
_CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february april june july
    august september october november december
    """.split()
)
_NAME = re.compile(r"[A-Z][a-z]{2,}")
_OPENS_SENTENCE = frozenset('.!?…:;"“”‘(\n—–-')


def _families(words: Iterable[str], table: Sequence[frozenset[str]]) -> set[int]:
    held = set(words)
    return {at for at, family in enumerate(table) if held & family}


@dataclass(frozen=True, slots=True)
class Given:
    """What the client, and the author on their behalf, did give."""

    words: frozenset[str]
    numbers: frozenset[str]
    people: frozenset[int]
    events: frozenset[int]


def given(words: Iterable[str]) -> Given:
    """What these words (of the statement, the context and the author's notes) give."""
    held = frozenset(words)
    numbers = {_NUMBERS[word] for word in held if word in _NUMBERS}
    numbers |= {digits for word in held for digits in _DIGITS.findall(word)}
    return Given(
        held,
        frozenset(numbers),
        frozenset(_families(held, _PEOPLE)),
        frozenset(_families(held, _EVENTS)),
    )


def invented(text: str, words: Sequence[Token], known: Given) -> tuple[Detail, ...]:
    """The details of this reply that are nowhere in what was given."""
    found: list[Detail] = []
    for at, one in enumerate(words):
        kind = _kind(text, words, at, known)
        if kind:
            found.append(Detail(kind, text[one.start : one.end], Span(one.start, one.end)))
    return tuple(found)


def _kind(text: str, words: Sequence[Token], at: int, known: Given) -> Kind | None:
    word = words[at].word
    if word in known.words:
        return None
    number = word if word.isdigit() else _NUMBERS.get(word)
    if number is not None:
        return None if number in known.numbers | _COMMON_NUMBERS else "number"
    if _is_new(word, _PEOPLE, known.people):
        # "as a mother", "like a boss": a way of speaking about the client, not a new person
        before = words[at - 1].word if at else ""
        return "person" if before in _OWNERS else None
    if _is_new(word, _EVENTS, known.events):
        return "event"
    return "name" if _is_name(text, words[at], word) else None


_OWNERS = frozenset(("your", "his", "her", "their", "the", "my", "s"))


def _is_new(word: str, table: Sequence[frozenset[str]], known: frozenset[int]) -> bool:
    homes = [at for at, family in enumerate(table) if word in family]
    return bool(homes) and not known.intersection(homes)


def _is_name(text: str, one: Token, word: str) -> bool:
    typed = text[one.start : one.end]
    if not _NAME.fullmatch(typed) or word in FUNCTION_WORDS or word in GENERIC_WORDS:
        return word in _CALENDAR
    before = text[: one.start].rstrip(" ")[-1:]
    return bool(before) and before not in _OPENS_SENTENCE and not _shouted(text)


def _shouted(text: str) -> bool:
    """A text in capitals, or With Every Word Capitalised, says nothing about names."""
    capitals = sum(1 for part in text.split() if part[:1].isupper())
    return capitals * 2 > len(text.split())
