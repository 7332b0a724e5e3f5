"""Whose a feeling is, by the kind of word that names it, and whether it is one at all here."""

from __future__ import annotations

from collections.abc import Sequence

from practice.rules.feelings import walk
from practice.rules.feelings.lexicon import Entry
from practice.rules.feelings.people import ME, OBJECTS, PERSONS, POSSESSIVES, YOU
from practice.rules.feelings.small_words import BE, HAVE, STOPS
from practice.rules.feelings.walk import Reading, Who, side

_FELT_BY = ("you", "me", "we", "other")
# "You feel ignored" names a feeling, "he ignores you" tells what he does.
_DEEDS = frozenset(("attacked", "belonging", "mistrust", "unseen"))


_HEDGES = frozenset("kind sort bit little pretty maybe perhaps rather quite more".split())
_OPENS_A_GUESS = _HEDGES | frozenset("a of so and really still like , just than".split())
_ENDS_A_FRAGMENT = STOPS | {",", "and", "or", "but", "by", "then", "too", "again"}


def fits_frame(words: Sequence[str], entry: Entry, reading: Reading, at: int, end: int) -> bool:
    """Whether an entry that is a feeling only in a frame stands in one."""
    if entry.frame == "-" or reading.link == "feel":
        return True
    if entry.kind == "noun":
        return words[at - 1] in ("of", "with") if at else False
    if at and words[at - 1] == "something":  # "there is something bitter in it"
        return True
    if entry.frame == "feel":
        alone = _begins(words, at) and _next(words, end) in STOPS  # "Exposed."
        return alone or _hedged(words, at) or _guessed_after(words, at, end)
    if reading.link in ("make", "get"):
        return reading.who in (*_FELT_BY, "none")
    if reading.link == "seem":
        return reading.who != "it" or end == len(words) or not words[end].isalpha()
    if reading.link == "none":  # "Betrayed, then." by itself
        if _begins(words, at) and (end == len(words) or words[end] in _ENDS_A_FRAGMENT):
            return True
        left = walk.modifiers(words, at)[0]
        # "and now bitterly disappointed"
        return (left >= 0 and words[left] == "now") or _hedged(words, at)
    if reading.link == "be":
        return reading.who in _FELT_BY or _being(words, at)
    return False


def whose(words: Sequence[str], entry: Entry, at: int, end: int, reading: Reading) -> Who | None:
    """Who has the feeling of words `at` up to `end`; None when it is no feeling here."""
    if entry.kind == "adj":
        if entry.family in _DEEDS and reading.link != "make" and _next(words, end) in OBJECTS:
            return None
        return _of_adj(words, at, end, reading)
    if entry.kind == "cause":
        return _of_cause(words, at, end, reading)
    if entry.kind == "noun":
        return _of_noun(words, at, end, reading)
    if entry.kind == "verb":
        return _of_verb(words, at, end, reading)
    if entry.kind == "stirs":
        return _of_stirs(words, at, end)
    return _of_idiom(words, entry, at, end, reading)


def _hedged(words: Sequence[str], at: int) -> bool:
    """ "Kind of left behind up there": a sentence that begins with a guess at a feeling."""
    first = at
    while first and words[first - 1] in _OPENS_A_GUESS:
        first -= 1
    return _begins(words, first) and not _HEDGES.isdisjoint(words[first:at])


def _guessed_after(words: Sequence[str], at: int, end: int) -> bool:
    """ "Left behind, maybe?" """
    guesses = _next(words, end) == "," and _next(words, end + 1) in _HEDGES
    return guesses and _begins(words, at)


def _begins(words: Sequence[str], at: int) -> bool:
    """Whether a sentence begins at word `at`."""
    return at == 0 or words[at - 1] in STOPS


def _being(words: Sequence[str], at: int) -> bool:
    """ "To be hurt", "the pain of being left", "how hurt": who feels it stands further off."""
    return not {"be", "being", "how"}.isdisjoint(words[max(0, at - 3) : at])


def _next(words: Sequence[str], end: int) -> str:
    return words[end] if end < len(words) else ""


def _by_verb(words: Sequence[str], at: int) -> Who:
    """The subject of a verb or phrase that starts at word `at`."""
    who = walk.subject(words, walk.modifiers(words, at)[0]).who
    return who if who != "none" else walk.nearest(words, at)[0]


def _object(words: Sequence[str], end: int) -> Who | None:
    """Who comes right after: "it scares you", "that hurt your brother"."""
    word = _next(words, end)
    if word in ("up", "down", "off", "out"):
        end += 1
        word = _next(words, end)
    if word in PERSONS:
        return "other"
    if word in POSSESSIVES and end + 1 < len(words):
        return "other" if words[end + 1] in PERSONS else side(word)
    found = side(word)
    return None if found == "it" else found


# angry ------------------------------------------------------------------------------------


def _of_adj(words: Sequence[str], at: int, end: int, reading: Reading) -> Who | None:
    following = _next(words, end)
    if reading.link == "bare" and following in OBJECTS and _can_be_done(words[end - 1]):
        return _object(words, end)  # "you scared him"
    if reading.who in ("none", "it") and reading.link == "be" and _being(words, at):
        return walk.nearest(words, at)[0]
    if reading.who == "it" and reading.link == "be" and _moves_the_speaker(words, at, end):
        return "me"
    if reading.link != "none":
        return reading.who
    if words[walk.modifiers(words, at)[0]] in HAVE:
        return _object(words, end)  # "she has betrayed you", and "you have forgotten it": nothing
    if reading.who in ("me", "other") and following not in PERSONS:
        return reading.who
    before = words[at - 1] if at else ""
    if before in POSSESSIVES:
        return side(before)
    if following in PERSONS:
        return _said_of(words, at)
    if following in OBJECTS or before in ("it", "that", "this", "which", "what"):
        return _object(words, end)
    return "none" if _hangs_on(words, at, end) else walk.nearest(words, at)[0]


_JOINED = frozenset("and so but , too very just really".split())
_ACTORS = frozenset("i we he she they you it".split())


def _hangs_on(words: Sequence[str], at: int, end: int) -> bool:
    """ "Missing them all, and so glad of a voice": joined to a sentence without a subject."""
    first = at
    while first and words[first - 1] not in STOPS and at - first < _FAR:
        first -= 1
    if first == at or words[at - 1] not in _JOINED or not words[first].endswith(("ing", "ed")):
        return False
    return _ACTORS.isdisjoint(words[first:at])


def _moves_the_speaker(words: Sequence[str], at: int, end: int) -> bool:
    """ "Oh, that is so sad": what a listener feels at a story, with no "you" in it."""
    if words[at] != "sad" or end - at > 1:
        return False
    return YOU.isdisjoint(_sentence(words, at, end))


def _can_be_done(word: str) -> bool:
    return word.endswith("ed") or word in ("upset", "hurt", "stung")


def _said_of(words: Sequence[str], at: int) -> Who:
    """ "You are a worried mother" is yours, "an angry customer" is somebody else's."""
    left = at - 1
    while left > 0 and words[left] in ("a", "an", "the", "such", "very", "really", "so"):
        left -= 1
    if left > 0 and (words[left] in BE or words[left] == "as"):
        return walk.subject(words, left).who
    return "other"


# upsetting --------------------------------------------------------------------------------


def _of_cause(words: Sequence[str], at: int, end: int, reading: Reading) -> Who | None:
    following = _next(words, end)
    if following in ("for", "to"):
        who = _object(words, end + 1)
        if who is not None:
            return who
    if following in OBJECTS:  # a verb after all: "annoying him"
        return side(following)
    if reading.link in ("feel", "make") and reading.who in _FELT_BY:
        return reading.who
    if reading.link == "be" and reading.who in ("you", "me", "we"):
        return None  # "you are frightening"
    for left in range(at - 1, max(-1, at - 7), -1):  # "I find that frustrating"
        if words[left] in ("find", "finds", "found", "finding"):
            return walk.subject(words, left - 1).who
    return reading.who if reading.link == "bare" else "it"


# grief ------------------------------------------------------------------------------------

_BEFORE_A_VERB = frozenset(
    "i you we they he she who to do does did not can could would will might may should must"
    " never always really still have has had please".split()
)
_BEFORE_A_NOUN = frozenset("the this that all any some what your".split())
_NOUN_STOPS = frozenset("the a of and , . is are with in to for about that".split())


def _of_noun(words: Sequence[str], at: int, end: int, reading: Reading) -> Who | None:
    following = _next(words, end)
    named = at > 1 and words[at - 1] == "not" and words[at - 2] in BE  # "it is not anger"
    if (
        at
        and not named
        and (
            words[at - 1] in _BEFORE_A_VERB
            or (following in OBJECTS and words[at - 1] not in _BEFORE_A_NOUN)
        )
    ):
        return None  # "you fear", "may hurt you": the verb; not "the fear you carry"
    for left in range(at - 1, max(-1, at - 4), -1):
        word = words[left]
        if word.endswith("'s"):
            return "other"
        if word in POSSESSIVES:
            return side(word)
        if word in _NOUN_STOPS:
            break
    if following in ("in", "of") and end + 1 < len(words):
        owned = words[end + 1]
        if owned in PERSONS or owned in ("him", "them", "his", "their", "others"):
            return "other"
        if following == "in" and owned in POSSESSIVES and _next(words, end + 2) in PERSONS:
            return "other"
    if reading.link == "make" or (reading.link == "none" and reading.who == "other"):
        return reading.who  # "it brings him joy"
    if reading.link == "be" and reading.who == "it" and words[reading.at] in ("it", "that"):
        return "it"  # "it is more like disappointment"
    if _fragment(words, at, end):
        return "none"
    who = walk.nearest(words, at)[0]
    if who == "none" and not _meant(words, at, end):
        return "other"  # said of people at large: "shame teaches nobody"
    return who


_LEADS_IN = frozenset(
    "such so much a some real pure just plain still maybe perhaps and then".split()
)
_ENDS_A_NAME = STOPS | {",", "and", "or", "maybe", "perhaps", "then", "too"}


def _fragment(words: Sequence[str], at: int, end: int) -> bool:
    """ "Dread, before anybody is up": a feeling that opens a sentence, with no verb to it."""
    if _next(words, end) not in _ENDS_A_NAME and end < len(words):
        return False
    first = at
    while first and words[first - 1] in _LEADS_IN:
        first -= 1
    return _begins(words, first)


_FAR = 25  # words, so that a text without a full stop costs no more than its length
_SPOKEN_OF = frozenset(
    "hear sense sounds sound seems there imagine wonder underneath maybe perhaps".split()
)


def _sentence(words: Sequence[str], at: int, end: int) -> Sequence[str]:
    """The words of the sentence around words `at` up to `end`."""
    first, last = at, end
    while first > at - _FAR and first and words[first - 1] not in STOPS:
        first -= 1
    while last < min(len(words), end + _FAR) and words[last] not in STOPS:
        last += 1
    return words[first:last]


def _meant(words: Sequence[str], at: int, end: int) -> bool:
    """Whether a feeling that nobody is named for is the client's: "you" or a stem is near."""
    sentence = _sentence(words, at, end)
    if words[max(0, at - 2) : at] in (["kind", "of"], ["sort", "of"]):
        return True
    return len(sentence) < 7 or not (
        YOU.isdisjoint(sentence) and ME.isdisjoint(sentence) and _SPOKEN_OF.isdisjoint(sentence)
    )


# you dread, it scares you -----------------------------------------------------------------

_HELPERS_OWN = frozenset("hope love appreciate hate enjoy".split())
_ARTICLES = frozenset("the a an this some any good of no".split())
_LOOSE = frozenset("so a like when because to and even every is".split())


def _of_verb(words: Sequence[str], at: int, end: int, reading: Reading) -> Who | None:
    before = words[at - 1] if at else ""
    going_on = words[at].endswith("ing")
    if not before or before in STOPS or before in ("please", "just"):
        if going_on:
            return "none"
        return "me" if words[at] in _HELPERS_OWN else None  # a bare "Cherish …" commands
    if before in _ARTICLES or before in POSSESSIVES:
        return _of_noun(words, at, end, reading) if going_on else None
    if reading.link in ("be", "feel", "seem", "get", "bare") and reading.who != "none":
        return reading.who
    return _by_verb(words, at)


def _of_stirs(words: Sequence[str], at: int, end: int) -> Who | None:
    before = words[at - 1] if at else ""
    who = _object(words, end)
    if words[at].endswith("ing"):
        return who
    if before in _ARTICLES or before in POSSESSIVES:
        return None
    if who is not None:
        return who
    # "that hurts" and "it still stings" need no object
    alone = end == len(words) or not words[end].isalpha() or words[end] in _LOOSE
    if not (alone and words[at].endswith("s")):
        return None
    left = walk.modifiers(words, at)[0]
    if left >= 0 and words[left] == "what":  # "what hurts is that nobody asked"
        return "it"
    subject = walk.subject(words, left).who
    return "it" if subject == "it" else None


# at the end of your rope ------------------------------------------------------------------


def _of_idiom(
    words: Sequence[str], entry: Entry, at: int, end: int, reading: Reading
) -> Who | None:
    if "{you" in entry.pattern:  # {you}, {your}, {yourself}
        for word in words[at:end]:
            who = side(word)
            if who in _FELT_BY:
                return who
    if reading.link != "none" and reading.who != "none":
        return reading.who
    return _by_verb(words, at)
