"""From a feeling word back to whoever is said to feel it.

The words before the feeling are read from right to left: first what stands between it and its
verb ("really", "a bit", "not"), then the verb that links it ("are", "feel", "sounds"), then helping
verbs ("must have been"), then who it is about. Nothing is looked at twice, and never more than
`_FAR` words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from practice.rules.feelings.people import ME, OBJECTS, OTHERS, PERSONS, POSSESSIVES, WE, YOU

Link = Literal["be", "feel", "seem", "get", "make", "bare", "none"]
Who = Literal["you", "me", "we", "other", "it", "none"]

_FAR = 14

BE = frozenset("am is are was were be been being".split())
FEEL = frozenset("feel feels feeling felt".split())
SEEM = frozenset(
    "seem seems seemed seeming sound sounds sounded sounding look looks looked looking appear"
    " appears appeared".split()
)
GET = frozenset(
    "get gets getting got gotten become becomes becoming became grow grows growing grew stay stays"
    " stayed remain remains remained end ended".split()
)
MAKE = frozenset(
    "make makes making made leave leaves leaving left keep keeps keeping kept get gets getting got"
    " drive drives driving drove have has had find finds finding found call called see sees".split()
)
LINKS: dict[str, Link] = {
    **dict.fromkeys(GET, "get"),
    **dict.fromkeys(BE, "be"),
    **dict.fromkeys(FEEL, "feel"),
    **dict.fromkeys(SEEM, "seem"),
}

UP = frozenset(
    "really so very extremely incredibly terribly awfully deeply utterly completely totally absolutely"
    " truly intensely desperately profoundly hugely immensely bitterly thoroughly seriously super"
    " genuinely exceptionally enormously tremendously horribly dreadfully overwhelmingly painfully"
    " beyond bloody such way".split()
)
DOWN = frozenset("slightly somewhat mildly vaguely faintly bit little touch tad less kinda".split())
_PLAIN = frozenset(
    "too still also just all rather pretty fairly quite both almost now again maybe perhaps always"
    " often sometimes even more most already then there here only ever suddenly probably nearly"
    " as a kind sort of in understandably clearly obviously like how that this sorta yourself well"
    " actually simply mostly mainly partly increasingly constantly always forever um uh er erm".split()
)
NEGATIONS = frozenset(
    "not never no hardly barely scarcely neither nor nothing without cannot".split()
)
_HELPING = frozenset(
    "must might may could would should will shall can do does did done have has had having been be"
    " being is are was were am ought to seem seems seemed start started starting begin began"
    " beginning keep keeps kept keeping tend tends end ended ending up going gonna about come coming came left"
    " want wants wanted wanting wish like need needs needed trying try tries tried hope hoping"
    " used allowed able supposed have getting got get really just still also always often sometimes"
    " never not even now already probably maybe perhaps only almost both all feel feels feeling felt"
    " sound sounds look looks sounding looking appear appears appeared too clearly obviously quite"
    " so be more less most hardly barely as rather well then there n't cannot find finds ve re m"
    " let lets makes make ever simply currently actually kind of sort a bit little lot way".split()
)
_WISH = frozenset(
    "want wants wanted wanting wish need needs needed try tries trying tried hope hoping like".split()
)
STOPS = frozenset((".", "!", "?", ";", ":", "(", ")", "…"))
_JOIN = frozenset((",", "and", "or", "but", "nor", "/", "&", "-", "–", "—", "yet", "then", "even"))
_CLAUSE = frozenset(
    "that when because since although though if while whether after before until unless what how why"
    " where which as like than so and but or , about hear heard think thinks say says said know knows"
    " knew believe sense imagine guess wonder suspect see notice understand mean is was are".split()
)
_STEMS = frozenset(
    "hear hearing heard sense sensing sensed wonder wondering imagine imagining guess guessing think"
    " notice noticing noticed see seeing pick picking picked detect get getting suspect believe"
    " understand understood gather gathering feel-like perceive assume".split()
)
_NOT_A_SUBJECT_VERB = frozenset(
    ("thank", "told", "tell", "telling", "for", "with", "to", "about", "of")
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words before a feeling say about it."""

    link: Link
    who: Who
    at: int  # where the subject or object stands, or -1
    negated: bool
    hypothetical: bool
    step: int  # how many degrees the modifiers add or take
    starts: int  # the first word that was read


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
    if word in ("it", "that", "this", "there", "which", "these", "those", "everything", "things"):
        return "it"
    return None


def modifiers(words: Sequence[str], at: int) -> tuple[int, int, bool]:
    """(next word to the left, degrees, negated) of the small words right before word `at`."""
    left = at - 1
    step = 0
    negated = False
    while left >= 0 and at - left <= _FAR:
        word = words[left]
        if word == "a" and (left + 1 == at or words[left + 1] not in _A_BIT):
            break
        if word == "of" and words[left - 1] not in _A_BIT:
            break
        if word in NEGATIONS:
            if word == "not" and words[left + 1] in ("just", "only", "merely", "simply"):
                left -= 1
                continue
            if word == "without" or (word == "no" and words[left + 1] not in ("longer", "more")):
                return left - 1, step, True
            negated = True
        elif word in UP:
            if word != "such" or left + 1 < at or True:
                step += 1
        elif word in DOWN:
            step -= 1
        elif word in ("kind", "sort"):
            step -= 1
        elif word not in _PLAIN and not (word.endswith("ly") and len(word) > 4):
            break
        elif word in ("like", "how", "that", "this", "in", "there", "here", "well", "then"):
            if word in ("that", "this") and left + 1 == at:
                pass  # "that angry", but "that, …" and "that you" never come here
            elif (
                word == "like" and left > 0 and (words[left - 1] in FEEL or words[left - 1] in SEEM)
            ):
                pass
            elif word in ("in", "there", "here", "well", "then", "how") and left + 1 == at:
                break
            else:
                break
        left -= 1
    return left, max(-1, min(1, step)) if step else 0, negated


_A_BIT = frozenset("bit little lot touch tad fair kind sort hint sense feeling".split())


def read_before(words: Sequence[str], at: int) -> Reading:
    """Read the words before the feeling at word `at`."""
    left, step, negated = modifiers(words, at)
    if left < 0:
        return Reading("none", "none", -1, negated, False, step, 0)
    word = words[left]
    link = LINKS.get(word)
    if link is not None:
        return _before_link(words, left, link, negated, step)
    if word not in POSSESSIVES and (word in OBJECTS or side(word) in ("you", "me", "we", "other")):
        return _before_object(words, left, negated, step)
    # "you work hard and feel": the linked word may be one further back, behind "and"
    hops = 0
    while word in ("and", "or", ",") and left > 1 and hops < 3:
        hops += 1
        left -= 2
        left, more, negated_there = modifiers(words, left + 1)
        if left < 0:
            break
        word = words[left]
        link = LINKS.get(word)
        if link is not None:
            return _before_link(words, left, link, negated or negated_there, step)
    return Reading("none", "none", -1, negated, False, step, max(left, 0))


def _before_link(words: Sequence[str], left: int, link: Link, negated: bool, step: int) -> Reading:
    first = words[left]
    left -= 1
    if link == "get" and left >= 0 and words[left] in OBJECTS and words[left] not in ("you", "her"):
        link = "get"
    if left >= 0 and first in FEEL and words[left] in OBJECTS and left > 0:
        if words[left - 1] in MAKE or words[left - 1] in ("let", "lets"):
            return _made(words, left, "feel", negated, step)
    who, at, more, hypothetical = subject(words, left)
    return Reading(link, who, at, negated or more, hypothetical, step, max(at, 0))


def _before_object(words: Sequence[str], left: int, negated: bool, step: int) -> Reading:
    before = words[left - 1] if left > 0 else ""
    if before in MAKE:
        return _made(words, left, "make", negated, step)
    if before in BE or before in ("do", "does", "did"):
        who = side(words[left]) or "none"  # "are you angry"
        return Reading("be", who, left, negated, False, step, left)
    if words[left] in ("him", "her", "them", "us", "me") or before in _NOT_A_SUBJECT_VERB:
        return Reading("none", side(words[left]) or "none", left, negated, False, step, left)
    who, at, more, hypothetical = subject(words, left)
    return Reading("bare", who, at, negated or more, hypothetical, step, left)


def _made(words: Sequence[str], left: int, link: Link, negated: bool, step: int) -> Reading:
    _, at, more, hypothetical = subject(words, left - 2)
    who = side(words[left]) or "none"
    return Reading(link, who, left, negated or more, hypothetical, step, max(at, 0))


def subject(words: Sequence[str], left: int) -> tuple[Who, int, bool, bool]:
    """(who, where, negated, hypothetical) reading helping verbs leftwards to who is meant."""
    negated = False
    hypothetical = False
    steps = 0
    after = ""
    while left >= 0 and steps < _FAR:
        word = words[left]
        if word in NEGATIONS:
            if not (word == "not" and after in ("just", "only", "merely")):
                negated = True
        elif word in ("should", "will", "shall", "used", "ought") or (
            word in _WISH
            and after in ("to", "you", "that")
            and not (word == "like" and after != "to")
        ):
            hypothetical = True
        who = side(word)
        if who is not None and not (word in POSSESSIVES and after and after not in _HELPING):
            if (
                who == "it"
                and word == "that"
                and after
                and left > 0
                and words[left - 1] not in STOPS
            ):
                before = side(words[left - 1])
                if before or words[left - 1] in PERSONS:  # "someone that feels"
                    left -= 1
                    continue
            if not negated:
                negated = _denied(words, left)
            return who, left, negated, hypothetical or _supposed(words, left)
        if word in POSSESSIVES:
            return _owned(words, left, after, negated, hypothetical)
        if word in PERSONS:
            return "other", left, negated, hypothetical or _supposed(words, left)
        if (
            word not in _HELPING
            and not (word.endswith("ly") and len(word) > 4)
            and word not in NEGATIONS
        ):
            return _noun(words, left, negated, hypothetical)
        after = word
        left -= 1
        steps += 1
    return "none", -1, negated, hypothetical


_INNER = frozenset(
    "heart mind head body gut stomach soul chest nerves side part life world days nights heartbeat"
    " thoughts feelings brain voice whole self spirit instinct inside bit".split()
)


def _owned(
    words: Sequence[str], left: int, after: str, negated: bool, hypothetical: bool
) -> tuple[Who, int, bool, bool]:
    who = side(words[left]) or "none"
    if after in PERSONS:
        return "other", left, negated, hypothetical
    return who, left, negated, hypothetical


def _noun(
    words: Sequence[str], left: int, negated: bool, hypothetical: bool
) -> tuple[Who, int, bool, bool]:
    """A subject that is a noun: a person, a part of somebody, or a thing."""
    word = words[left]
    if word in STOPS or word == ",":
        return "none", left, negated, hypothetical
    if word in ("and", "or", "but", "when", "because", "if", "that", "while"):
        who, at = nearest(words, left)
        return who, at, negated, hypothetical or word == "if"
    low = max(0, left - 4)
    for back in range(left - 1, low - 1, -1):
        before = words[back]
        if before in PERSONS or before.endswith("'s"):
            return "other", back, negated, hypothetical
        if before in POSSESSIVES:
            who = side(before) or "none"
            return (who if word in _INNER else "it"), back, negated, hypothetical
        if before in ("the", "a", "an", "this", "that", "these", "those"):
            return "it", back, negated, hypothetical
        if before in STOPS or before in _CLAUSE:
            break
    return "none", left, negated, hypothetical


def nearest(words: Sequence[str], at: int) -> tuple[Who, int]:
    """The nearest subject to the left in the same sentence, for words that hang loose."""
    for left in range(at - 1, max(-1, at - _FAR - 1), -1):
        word = words[left]
        if word in STOPS:
            break
        if word in ("i", "we", "he", "she", "they", "you"):
            following = words[left + 1 : left + 4]
            if word in ("i", "we") and any(one in _STEMS for one in following):
                return "none", left
            if word == "you" and left > 0 and words[left - 1] in _NOT_A_SUBJECT_VERB:
                continue
            return side(word) or "none", left
        if word in PERSONS:
            start = left
            while start > 0 and (
                words[start - 1] in POSSESSIVES or words[start - 1] in ("the", "a", "an")
            ):
                start -= 1
            if start == 0 or words[start - 1] in _CLAUSE or words[start - 1] in STOPS:
                return "other", left
    return "none", -1


def _denied(words: Sequence[str], left: int) -> bool:
    """ "I do not think you are", "it is not that you are", "it does not sound like you are"."""
    back = words[max(0, left - 5) : left]
    if not back or not any(one in ("not", "never") for one in back):
        return False
    for at in range(len(back) - 1, -1, -1):
        word = back[at]
        if word in ("not", "never"):
            rest = back[at + 1 :]
            if not rest or rest[0] in (
                "just",
                "only",
                "sure",
                "know",
                "so",
                "surprising",
                "merely",
            ):
                return False
            return all(one in _RAISING for one in rest)
        if word in STOPS or word == ",":
            return False
    return False


_RAISING = frozenset(
    "think believe that sound sounds like because as though if seem seems so much".split()
)
_OPEN_IF = frozenset(
    "wonder wondering wondered ask asking see know sure as sounds almost even tell guess not".split()
)


def _supposed(words: Sequence[str], left: int) -> bool:
    """Whether an "if" that opens a condition stands before the subject."""
    for back in range(left - 1, max(-1, left - 5), -1):
        word = words[back]
        if word in STOPS or word == ",":
            return False
        if word in ("if", "unless", "suppose", "supposing", "lest"):
            return back == 0 or words[back - 1] not in _OPEN_IF
        if word in ("wish", "wishes", "wishing"):
            return True
    return False


def condition_after(words: Sequence[str], at: int) -> bool:
    """Whether an "if" follows in the same sentence: "you might get angry if he left"."""
    for ahead in range(at, min(len(words), at + 10)):
        word = words[ahead]
        if word in STOPS:
            return False
        if word == "if":
            return words[ahead - 1] not in (
                "as",
                "wonder",
                "wondering",
                "even",
                "sure",
                "see",
                "know",
            )
    return False


def would(words: Sequence[str], first: int, at: int) -> bool:
    """Whether the verb between the subject and the feeling speaks of what would be."""
    return any(
        word in ("would", "might", "could", "may", "will") for word in words[max(0, first) : at]
    )
