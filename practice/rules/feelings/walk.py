"""From a feeling word back to whoever is said to feel it.

The words before the feeling are read from right to left: first what stands between it and its
verb ("really", "a bit", "not"), then the verb that links it ("are", "feel", "sounds"), then helping
verbs ("must have been"), then who it is about. Nothing is looked at twice, and never more than
`_FAR` words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from practice.rules.feelings.people import ME, OBJECTS, OTHERS, PERSONS, POSSESSIVES, WE, YOU
from practice.rules.feelings.small_words import (
    A_BIT,
    BE,
    CONDITIONAL,
    DOWN,
    FEEL,
    HELPING,
    LINKS,
    MAKE,
    NEGATIONS,
    NOT_NOW,
    NOT_SUBJECT_AFTER,
    ONLY,
    OPEN_IF,
    OPENERS,
    PLAIN,
    RAISING,
    SEEM,
    STEM_VERBS,
    STOPS,
    UP,
    WISHES,
    Link,
)

Who = Literal["you", "me", "we", "other", "it", "none"]

_FAR = 14  # words
_THINGS = frozenset("it that this there which these those everything things".split())
_ARTICLES = frozenset(("the", "a", "an"))


class Reading(NamedTuple):
    """What the words before a feeling say about it."""

    link: Link
    who: Who
    at: int  # where the subject or object stands, or -1
    negated: bool
    hypothetical: bool
    step: int  # degrees that the modifiers add or take
    starts: int  # the first word that was read


class Subject(NamedTuple):
    """Who a verb is about, and what its helping verbs say."""

    who: Who
    at: int
    negated: bool
    hypothetical: bool


def side(word: str) -> Who | None:
    """Whose a pronoun or possessive is."""
    if word in YOU:
        return "you"
    if word in ME:
        return "me"
    if word in WE:
        return "we"
    if word in OTHERS:
        return "other"
    return "it" if word in _THINGS else None


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > 4


_TURNED = frozenset((("anything", "but"), ("far", "from"), ("nothing", "but")))
_SMALL = NEGATIONS | UP | DOWN | PLAIN | frozenset("but from a at of much like that this".split())


def modifiers(words: Sequence[str], at: int) -> tuple[int, int, bool]:
    """(next word to the left, degrees, negated) of the small words right before word `at`."""
    left, step, negated = at, 0, False
    while left > 0 and at - left < _FAR:
        word = words[left - 1]
        if word not in _SMALL and not _is_adverb(word):
            break
        after = words[left] if left < at else ""
        before = words[left - 2] if left > 1 else ""
        if word in NEGATIONS:
            if word == "without" or (word == "no" and after not in ("longer", "more")):
                return left - 2, step, True
            negated = negated or not (word == "not" and after in ONLY)
        elif (before, word) in _TURNED:
            negated = before != "nothing"
            left -= 1
        elif word in UP:
            step = 1
        elif word in DOWN:
            step = -1
        elif word == "a":
            if after not in A_BIT:
                break
        elif word == "at":
            if after != "all":
                break
        elif word == "of":
            if before not in A_BIT:
                break
        elif word == "much":  # "not so much angry as worn out"
            if before != "so":
                break
        elif word == "like":
            if before not in FEEL and before not in SEEM and before != "more":
                break
        elif word in ("that", "this"):  # "that angry", but not "that really angry"
            if after:
                break
        elif word not in PLAIN and not _is_adverb(word):
            break
        left -= 1
    return left - 1, step, negated


def read_before(words: Sequence[str], at: int) -> Reading:
    """Read the words before the feeling at word `at`."""
    left, step, negated = modifiers(words, at)
    if left >= 0:
        word = words[left]
        link = LINKS.get(word)
        if link is not None:
            return _before_link(words, left, link, negated, step)
        if word.endswith("'s") and word[:-2] in PERSONS:  # "my wife's happy", "his mum's sad eyes"
            return Reading("be", "other", left, negated, False, step, left)
        whose = side(word)
        if word in OBJECTS or (word not in POSSESSIVES and whose not in (None, "it")):
            return _before_object(words, left, negated, step)
    for _ in range(3):  # "you feel cold and frightened": the link stands one word further back
        if left < 2 or words[left] not in ("and", "or", ","):
            break
        left, _step, more = modifiers(words, left - 1)
        link = LINKS.get(words[left]) if left >= 0 else None
        if link is not None:
            return _before_link(words, left, link, negated or more, step)
    return Reading("none", "none", -1, negated, False, step, max(left, 0))


def read_turned(words: Sequence[str], at: int, end: int) -> Reading | None:
    """ "How hurt you are", "how upset that must be": who feels it stands behind the feeling."""
    if at == 0 or words[at - 1] != "how" or end + 1 >= len(words):
        return None
    who = side(words[end])
    if who is None and words[end] in PERSONS:
        who = "other"
    elif words[end] in POSSESSIVES:
        who = "other" if words[end + 1] in PERSONS else None
    if who is None:
        return None
    return Reading("be", "none" if who == "it" else who, end, False, False, 0, at)


def _before_link(words: Sequence[str], left: int, link: Link, negated: bool, step: int) -> Reading:
    made = words[left - 2] in MAKE if left > 1 and words[left - 1] in OBJECTS else False
    if made and words[left] in FEEL:  # "it made you feel"
        return _made(words, left - 1, "feel", negated, step)
    found = subject(words, left - 1)
    return Reading(
        link,
        found.who,
        found.at,
        negated or found.negated,
        found.hypothetical,
        step,
        max(found.at, 0),
    )


def _before_object(words: Sequence[str], left: int, negated: bool, step: int) -> Reading:
    before = words[left - 1] if left > 0 else ""
    whose = side(words[left]) or "none"
    if before in MAKE:
        return _made(words, left, "make", negated, step)
    if before in BE or before in ("do", "does", "did"):  # "are you angry"
        return Reading("be", whose, left, negated, False, step, left)
    if words[left] in ("him", "her", "them", "us", "me") or before in NOT_SUBJECT_AFTER:
        return Reading("none", whose, left, negated, False, step, left)
    found = subject(words, left)
    return Reading(
        "bare", found.who, found.at, negated or found.negated, found.hypothetical, step, left
    )


def _made(words: Sequence[str], left: int, link: Link, negated: bool, step: int) -> Reading:
    found = subject(words, left - 2)
    return Reading(
        link,
        side(words[left]) or "none",
        left,
        negated or found.negated,
        found.hypothetical,
        step,
        max(found.at, 0),
    )


def subject(words: Sequence[str], left: int) -> Subject:
    """Who is meant, reading helping verbs leftwards from word `left`."""
    negated = hypothetical = False
    after = ""
    for at in range(left, max(-1, left - _FAR), -1):
        word = words[at]
        if word in NEGATIONS:
            negated = negated or not (word == "not" and after in ONLY)
        elif word in NOT_NOW or (word in WISHES and after in ("to", "you", "that")):
            hypothetical = hypothetical or word != "like" or after == "to"
        elif word == "rather":
            hypothetical = hypothetical or (at > 0 and words[at - 1] == "would")
        elif word == "who" and _the_one(words, at):
            return subject(words, at - 3)
        whose = side(word)
        if whose is not None and not (word in POSSESSIVES and after and after not in HELPING):
            if word == "that" and after and at and _is_somebody(words[at - 1]):
                continue  # "someone that feels"
            return Subject(
                whose,
                at,
                negated or _denied(words, at),
                hypothetical or _supposed(words, at),
            )
        if word in POSSESSIVES:
            return Subject(_owned(word, after), at, negated, hypothetical)
        if word in PERSONS:
            return Subject("other", at, negated, hypothetical or _supposed(words, at))
        if word not in HELPING and word not in NEGATIONS and not _is_adverb(word):
            who, where, supposed = _noun(words, at)
            return Subject(who, where, negated, hypothetical or supposed)
        after = word
    return Subject("none", -1, negated, hypothetical)


def _the_one(words: Sequence[str], at: int) -> bool:
    """ "You are the (only) one who is sad"."""
    back = at - 2 if words[max(0, at - 2)] != "only" else at - 3
    return at > 2 and words[at - 1] == "one" and words[back] == "the" and words[back - 1] in BE


def _is_somebody(word: str) -> bool:
    return word in PERSONS or side(word) in ("you", "me", "we", "other")


_INNER = frozenset(
    "heart mind head body gut stomach soul chest nerves side part life world days nights heartbeat"
    " thoughts feelings brain voice whole self spirit instinct inside bit".split()
)


def _owned(possessive: str, owned: str) -> Who:
    return "other" if owned in PERSONS else side(possessive) or "none"


def _noun(words: Sequence[str], at: int) -> tuple[Who, int, bool]:
    """(who, where, supposed) of a subject that is a noun: a person, an inner part, or a thing."""
    word = words[at]
    if word in STOPS or word == ",":
        return "none", at, False
    if word in ("and", "or", "but", "when", "because", "if", "that", "while"):
        who, where = nearest(words, at)
        return who, where, word == "if" and (at == 0 or words[at - 1] not in OPEN_IF)
    for back in range(at - 1, max(-1, at - 5), -1):
        before = words[back]
        if before in PERSONS or before.endswith("'s"):
            return "other", back, False
        if before in POSSESSIVES:
            return (side(before) or "none") if word in _INNER else "it", back, False
        if before in _ARTICLES or before in _THINGS:
            return "it", back, False
        if before in STOPS or before in OPENERS:
            break
    return "none", at, False


def nearest(words: Sequence[str], at: int) -> tuple[Who, int]:
    """The nearest subject to the left in the same sentence, for words that hang loose."""
    for left in range(at - 1, max(-1, at - _FAR - 1), -1):
        word = words[left]
        if word in STOPS:
            break
        if word in ("i", "we", "he", "she", "they", "you"):
            if word in ("i", "we") and not STEM_VERBS.isdisjoint(words[left + 1 : left + 4]):
                return "none", left
            if word == "you" and left > 0 and words[left - 1] in NOT_SUBJECT_AFTER:
                continue
            return side(word) or "none", left
        if word in PERSONS:
            start = left
            while start and (words[start - 1] in POSSESSIVES or words[start - 1] in _ARTICLES):
                start -= 1
            if start == 0 or words[start - 1] in OPENERS or words[start - 1] in STOPS:
                return "other", left
    return "none", -1


def _denied(words: Sequence[str], at: int) -> bool:
    """ "I do not think you are", "it is not that you are": the "not" is about the feeling."""
    for back in range(at - 1, max(-1, at - 6), -1):
        word = words[back]
        if word in ("not", "never"):
            if words[back + 1] == "say":
                return back > 0 and words[back - 1] == "would"  # "you would not say you are sad"
            # "Don't you feel …?" asks, it does not deny
            return back + 1 < at and words[back + 1] not in ONLY
        if word not in RAISING and not (word == "say" and back == at - 1):
            return False
    return False


def _supposed(words: Sequence[str], at: int) -> bool:
    """Whether an "if" that sets a condition, or a wish, stands before the subject."""
    for back in range(at - 1, max(-1, at - 5), -1):
        word = words[back]
        if word in STOPS or word == ",":
            return False
        if word in ("if", "unless", "suppose", "supposing", "lest"):
            return back == 0 or words[back - 1] not in OPEN_IF
        if word in ("wish", "wishes", "wishing"):
            return True
    return False


def conditional(words: Sequence[str], first: int, at: int, end: int) -> bool:
    """Whether the feeling from `at` to `end` would only come about: "you might be sad if he left".

    `first` is the subject; between it and the feeling stands "would" or its like, and an "if" that
    sets a condition stands before or after.
    """
    if CONDITIONAL.isdisjoint(words[max(0, first) : at]):
        return False
    low, high = max(0, first - _FAR), min(len(words), end + _FAR)
    for place in (*range(first - 1, low - 1, -1), *range(end, high)):
        word = words[place]
        if word in STOPS and place >= end:
            return False
        if word == "if" and (place == 0 or words[place - 1] not in OPEN_IF):
            return not any(one in STOPS for one in words[place : max(place, first)])
    return False
