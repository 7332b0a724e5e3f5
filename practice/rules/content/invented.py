"""Details that the client never gave: numbers, names, people and events.

Meaning may be guessed at; facts may not. Only kinds of word that are plainly facts are looked
for, and words with another use ("second", "may") are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from practice.rules.base import Span
from practice.rules.content.words import FUNCTION_WORDS, Token
from practice.rules.reading.spelling import PHRASES

Kind = Literal["number", "name", "person", "event", "plan"]


@dataclass(frozen=True, slots=True)
class Detail:
    """One detail of a reply that the client never gave."""

    kind: Kind
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Family:
    """Words that name one kind of person or event, and all the words that make it given.

    A partner is given by a husband or a marriage, not by a sister.
    """

    names: frozenset[str]
    givers: frozenset[str]


def _families(*lines: str) -> tuple[_Family, ...]:
    """Each line: the words that name it, a bar, and further words that give it."""
    made = []
    for line in lines:
        names, _, givers = line.partition("|")
        made.append(_Family(frozenset(names.split()), frozenset((names + givers).split())))
    return tuple(made)


_PEOPLE = _families(
    "mother mum mom mam mama mummy mommy mums moms | she her parent parents folks family",
    "father dad daddy papa dads | he him his parent parents folks family",
    "son sons | he him his boy boys child children kid kids baby family",
    "daughter daughters | she her girl girls child children kid kids baby family",
    "kids children | they them child kid son sons daughter daughters baby boys girls family school",
    "husband spouse partner boyfriend fiance | wife girlfriend fiancee married marriage ex he "
    "him his",
    "wife spouse partner girlfriend fiancee | husband boyfriend fiance married marriage ex she her",
    "brother brothers | he him his sibling siblings family",
    "sister sisters | she her sibling siblings family",
    "grandmother gran granny grandma nan nana nonna abuela | she her grandparents grandparent "
    "family",
    "grandfather grandad granddad grandpa nonno abuelo | he him his grandparents grandparent "
    "family",
    "aunt auntie aunty aunts uncle uncles | family",
    "cousin cousins | family",
    "nephew nephews niece nieces | family",
    "boss manager supervisor foreman employer | chief head work job office shift he she they",
    "doctor doctors gp consultant surgeon surgeons | hospital clinic appointment specialist nurse",
    "therapist psychologist psychiatrist | therapy counsellor counselor",
    "landlord landlady | rent flat lease tenancy",
    "teacher teachers tutor professor lecturer | school class course",
    "neighbour neighbours neighbor neighbors | street upstairs downstairs next",
    "roommate roommates flatmate flatmates housemate | flat share",
)
_EVENTS = _families(
    "divorce divorced divorcing | separation separated split marriage left",
    "funeral widow widower | died death dead dying passed lost late killed buried grave ashes",
    "cancer tumour tumor chemo chemotherapy biopsy | oncology lump",
    "pregnancy pregnant miscarriage | expecting baby birth born",
    "affair infidelity | cheated cheating unfaithful",
    "stroke strokes | ambulance paralysed",
    "surgery operation | hospital surgeon theatre operated ward scan",
    "suicide suicidal |",
    "rape raped abuse abused | abusive assault assaulted",
    "bankruptcy bankrupt | debt",
    "redundancy redundant fired sacked | layoff unemployed laid job dismissed",
    "dementia alzheimer alzheimers | memory",
    "prison jail | arrested sentence court",
    "wedding | engaged engagement married marry marriage bride groom",
    "deported deportation | visa papers removal border asylum",
    "police arrested | court crime prison jail station officer cell",
    "racist racism | race colour color black white foreign foreigner accent country",
    "trauma | traumatised traumatized traumatic",
    "ptsd | flashbacks nightmares trauma soldier army war",
    "depression | depressed antidepressants",
    "dyslexia dyslexic |",
    "hypervigilance hypervigilant | vigilant alert",
    "adhd |",
    "autism autistic |",
    "dissociation dissociating |",
    "codependency codependent |",
    "fraud | invoices books accounts stole money copies",
    "beat beats beaten violent violence slapped punched | hit hits hitting bruise bruises bruised "
    "hurts shoved pushed kicked fist fight fought",
    "died killed | death die dying dead lost passed late funeral gone grave ashes widow widower "
    "buried bury hospice murder accident drowned heaven without missing",
    "christmas |",
    "birthday |",
)
# What people decide on: "you want to quit", where nobody spoke of stopping.
_PLANS = _families(
    "quit quitting resign resigning retire | leave leaving stop stopping notice job give gave out "
    "enough finish end",
    "leave leaving | go going quit stop out away move moving left end stay staying walk door",
    "drop | quit leave fail failing",
    "divorce separate | marriage married split leave leaving left ex",
    "sell selling | sold sale buy buyer price offer market auction",
    "move moving | house flat home leave leaving live living place city town away room",
    "fight fighting appeal sue | court complaint complain lawyer solicitor tribunal",
    "become | be being job train training study",
    "stop stopping | quit end give enough finish",
)
_INTENDS = frozenset("want wants decided planning plan going thinking".split())
_DENIED = frozenset("not never no nobody".split())
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
# Capitals that are no names: faith, feasts, languages and peoples.
_CAPITALS = frozenset(
    """
    god allah lord jesus christ bible quran christmas easter eid ramadan diwali hanukkah passover
    english french greek welsh czech dutch thai arabic hindi urdu swahili tamil yoruba pashto
    internet okay
    """.split()
)
_PEOPLES = ("ian", "ish", "ese", "ean", "can", "day")
_NAME = re.compile(r"[A-Z][a-z]{2,}")
_OPENS_SENTENCE = frozenset('.!?…:;"“”‘(\n—–-')


def _given(words: frozenset[str], table: Sequence[_Family]) -> frozenset[int]:
    return frozenset(at for at, family in enumerate(table) if words & family.givers)


@dataclass(frozen=True, slots=True)
class Given:
    """What the client, and the author on their behalf, did give."""

    words: frozenset[str]
    numbers: frozenset[str]
    people: frozenset[int]
    events: frozenset[int]
    plans: frozenset[int]


def given(words: Iterable[str]) -> Given:
    """What these words (of the statement, the context and the author's notes) give."""
    held = frozenset(words)
    numbers = {_NUMBERS[word] for word in held if word in _NUMBERS}
    for word in held:
        for digits in _DIGITS.findall(word):
            numbers |= _spoken(digits)
        if "," in word:
            numbers |= _spoken(word.partition(".")[0].replace(",", ""))
    return Given(
        held,
        frozenset(numbers),
        _given(held, _PEOPLE),
        _given(held, _EVENTS),
        _given(held, _PLANS),
    )


def _spoken(digits: str) -> set[str]:
    """A number and what is heard of it when it is said: 31 as 30 and 1, 1146 as 11 hundred."""
    said = {digits}
    if len(digits) == 2 and digits[0] > "1" and digits[1] != "0":
        said |= {f"{digits[0]}0", digits[1]}
    if len(digits) > 3:
        said |= {digits[:-2], digits[:-3]}
    return said


def invented(text: str, words: Sequence[Token], known: Given) -> tuple[Detail, ...]:
    """The details of this reply that are nowhere in what was given."""
    found: list[Detail] = []
    telling = _telling()
    for at, one in enumerate(words):
        word = one.word
        fact = word in telling or word.isdigit()
        if not fact and not text[one.start].isupper():
            continue
        if word in known.words or word.removesuffix("s") in known.words:
            continue
        kind = _kind(words, at, known) if fact else "name" if _is_name(text, one) else None
        if kind:
            found.append(Detail(kind, text[one.start : one.end], Span(one.start, one.end)))
    return tuple(found)


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """Every word that can be a detail by itself, whatever its letters."""
    named = [word for family in (*_PEOPLE, *_EVENTS, *_PLANS) for word in family.names]
    days = {f"{day}s" for day in _CALENDAR}
    return frozenset(named) | frozenset(_NUMBERS) | _CALENDAR | days | _names()


def _kind(words: Sequence[Token], at: int, known: Given) -> Kind | None:
    word = words[at].word
    number = word if word.isdigit() else _NUMBERS.get(word)
    if number is not None:
        if number in known.numbers or number in _COMMON_NUMBERS:
            return None
        return None if _is_reckoned(words, at, number, known.numbers) else "number"
    if _is_new(word, _PEOPLE, known.people):
        # "as a mother", "like a boss": a way of speaking about the client, not a new person
        before = words[at - 1].word if at else ""
        after = words[at + 1].word if at + 1 < len(words) else ""
        return "person" if before in _OWNERS and after not in _ROLE else None
    if _is_new(word, _EVENTS, known.events):
        return "event"
    if _is_intended(words, at) and _is_new(word, _PLANS, known.plans):
        return "plan"
    return "name" if word.removesuffix("s") in _CALENDAR or word in _names() else None


def _is_intended(words: Sequence[Token], at: int) -> bool:
    """Whether a word is said to be what somebody wants or has decided: "you want to quit"."""
    before = [one.word for one in words[max(0, at - _FAR) : at]]
    return (
        len(before) > 1
        and before[-1] in ("to", "of", "about")
        and before[-2] in _INTENDS
        and _DENIED.isdisjoint(before)
    )


def _is_reckoned(words: Sequence[Token], at: int, said: str, known: frozenset[str]) -> bool:
    """Whether a number follows from those that were given: six and nine, "the other eighteen"."""
    after = words[at + 1].word if at + 1 < len(words) else ""
    if not said.isdecimal() or len(said) > _SMALL:
        return False
    number = int(said)
    given = {int(one) for one in known if one.isdecimal() and len(one) <= _SMALL}
    if after == "generations":
        return True  # a grandfather's farm
    if after == "decades":
        return any(10 * number - 3 <= one < 10 * number + 10 for one in given)
    other = at > 0 and words[at - 1].word == "other"
    if (other or number > _COUNTED) and not given.isdisjoint((number - 1, number + 1)):
        return True  # all but one
    if after in _TRIES:
        return number - 1 in given
    return any(number - one in given - {one} for one in given)


_COUNTED = 10
_SMALL = 3  # digits
_TRIES = frozenset("attempts tries times goes".split())
_FAR = 7  # words
_ROLE = frozenset("stuff thing things side part role duties bit business".split())
_OWNERS = frozenset(("your", "his", "her", "their", "the", "my", "s"))


def _is_new(word: str, table: Sequence[_Family], known: frozenset[int]) -> bool:
    homes = [at for at, family in enumerate(table) if word in family.names]
    return bool(homes) and not known.intersection(homes)


def _is_name(text: str, one: Token) -> bool:
    """A word that is written as a name, inside a sentence."""
    word, typed = one.word, text[one.start : one.end]
    if not _NAME.fullmatch(typed) or word in FUNCTION_WORDS or word in _CAPITALS:
        return False
    if word.endswith(_PEOPLES) or any(word in family.names for family in _PEOPLE):
        return False
    before = text[: one.start].rstrip(" ")[-1:]
    return bool(before) and before not in _OPENS_SENTENCE and not _shouted(text)


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    lines = (PHRASES / "names.csv").read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split(","))


def _shouted(text: str) -> bool:
    """A text in capitals, or With Every Word Capitalised, says nothing about names."""
    capitals = sum(1 for part in text.split() if part[:1].isupper())
    return capitals * 2 > len(text.split())
