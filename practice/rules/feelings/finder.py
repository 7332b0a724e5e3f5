"""Which feelings a text names, how strong, whose they are, and whether it says they are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from practice.rules.base import Span
from practice.rules.feelings import walk
from practice.rules.feelings.lexicon import NOT_A_FEELING, Entry, root
from practice.rules.feelings.patterns import matches
from practice.rules.feelings.people import ME, OBJECTS, PERSONS, POSSESSIVES, YOU
from practice.rules.feelings.walk import Reading, Who, side
from practice.rules.reply import Reply

Owner = Literal["client", "helper", "other"]
Speaker = Literal["helper", "client"]


@dataclass(frozen=True, slots=True)
class FeelingMention:
    """A feeling that a text names.

    `level` is the entry's strength with its modifiers ("a bit" takes one, "really" adds one), from
    0 to 4; `strength` is the same within 1 to 3. `hypothetical` is a feeling that is not said to
    be there now: "if you were angry", "you want to feel safe", "you should be proud". `start` and
    `end` are its place in the reply's `norm`.
    """

    span: Span
    text: str
    entry: Entry
    level: int
    owner: Owner
    negated: bool
    hypothetical: bool
    quoted: bool
    start: int
    end: int

    @property
    def strength(self) -> int:
        return max(1, min(3, self.level))

    @property
    def felt(self) -> bool:
        """Whether the text says that somebody has this feeling, now."""
        return not (self.negated or self.hypothetical)


@dataclass(frozen=True, slots=True)
class _Found:
    entry: Entry
    first: int
    last: int  # one behind the last word
    reading: Reading
    who: Who


def find_feelings(reply: Reply, speaker: Speaker = "helper") -> tuple[FeelingMention, ...]:
    """The feelings that a reply names, or with speaker="client" those that a statement names."""
    words = reply.norm.split(" ")
    follow = root().after
    found: list[_Found] = []
    at = 0
    total = len(words)
    while at < total:
        if words[at] in follow:
            one, at = _at(words, at, found[-1] if found else None)
            if one is not None:
                found.append(one)
        else:
            at += 1
    if not found:
        return ()
    starts = [0, *accumulate(len(word) + 1 for word in words)]
    return tuple(_mention(reply, words, starts, one, speaker) for one in found)


def _at(words: Sequence[str], at: int, before: _Found | None) -> tuple[_Found | None, int]:
    """The feeling that starts at word `at`, if one does, and where to read on."""
    for end, node in reversed(matches(root(), words, at)):
        for entry in node.ends:
            if entry.family == NOT_A_FEELING:
                return None, end
            if end < len(words) and words[end] in entry.not_before:
                continue
            if at and words[at - 1] in entry.not_after:
                continue
            one = _judged(words, entry, at, end, before)
            if one is not None:
                return one, end
    return None, at + 1


def _judged(
    words: Sequence[str], entry: Entry, at: int, end: int, before: _Found | None
) -> _Found | None:
    """Whether the words around let this entry be a feeling, and whose."""
    reading = _coordinated(words, at, before) or walk.read_before(words, at)
    if entry.frame != "-" and not _framed(words, entry, reading, at, end):
        return None
    who = _WHO[entry.kind](words, entry, at, end, reading)
    if who is None:
        return None
    return _Found(entry, at, end, reading, who)


def _coordinated(words: Sequence[str], at: int, before: _Found | None) -> Reading | None:
    """The reading that a feeling shares with the one just before it: "angry and really hurt"."""
    if before is None or not before.last < at <= before.last + 5:
        return None
    left, step, negated = walk.modifiers(words, at)
    joined = False
    while left >= before.last and words[left] in _JOIN:
        joined = joined or words[left] != "," or left == before.last
        if words[left] in ("nor", "neither"):
            negated = True
        left -= 1
    if not joined or left != before.last - 1:
        return None
    between = words[before.last : at]
    shared = before.reading
    carried = shared.negated and ("or" in between or "nor" in between)
    if "rather" in between or "instead" in between:
        negated = "than" in between
    return Reading(
        shared.link,
        shared.who,
        shared.at,
        negated or carried,
        shared.hypothetical,
        step,
        shared.starts,
    )


_JOIN = frozenset(
    (",", "and", "or", "but", "nor", "neither", "then", "—", "even", "yet", "maybe", "also")
)


def _framed(words: Sequence[str], entry: Entry, reading: Reading, at: int, end: int) -> bool:
    if entry.kind == "noun":
        return reading.link == "feel" or words[at - 1] in ("of", "with")
    if reading.link == "feel":
        return True
    if entry.frame == "feel":
        return False
    if reading.link in ("make", "get"):
        return reading.who in ("you", "me", "we", "other") or reading.who == "none"
    if reading.link == "seem":
        return reading.who != "it" or not (end < len(words) and words[end].isalpha())
    return reading.link == "be" and reading.who in ("you", "me", "we", "other")


# Whose feeling it is, by kind of entry ----------------------------------------------------


def _of_adj(words: Sequence[str], entry: Entry, at: int, end: int, reading: Reading) -> Who | None:
    following = words[end] if end < len(words) else ""
    if reading.link == "none":
        if words[walk.modifiers(words, at)[0]] in ("have", "has", "had"):
            who = _object(words, end)  # "she has betrayed you", but "you have forgotten it"
            return None if who == "none" else who
        if reading.who in ("me", "other") and following not in PERSONS:
            return reading.who
        before = words[at - 1] if at else ""
        if before in POSSESSIVES:
            return side(before)
        if following in PERSONS:
            return _predicate(words, at)
        if before in _TRANSITIVE or following in OBJECTS:
            return _object(words, end)
        who, _ = walk.nearest(words, at)
        return who
    if (
        following in OBJECTS
        and reading.link == "bare"
        and entry.pattern.endswith(("ed", "upset", "hurt"))
    ):
        return _object(words, end)  # "you scared him"
    return reading.who


def _predicate(words: Sequence[str], at: int) -> Who:
    """ "You are a worried mother" is yours, "an angry customer" is somebody else's."""
    left = at - 1
    while left > 0 and words[left] in ("a", "an", "the", "such", "very", "really", "so"):
        left -= 1
    if left > 0 and (words[left] in walk.BE or words[left] == "as"):
        who, *_ = walk.subject(words, left)
        return who
    return "other"


_TRANSITIVE = frozenset(("it", "that", "this", "which", "what"))


def _object(words: Sequence[str], end: int) -> Who | None:
    """Who comes right after: "it scares you", "that hurt your brother"."""
    word = words[end] if end < len(words) else ""
    if word in ("up", "down", "off", "out") and end + 1 < len(words):
        end += 1
        word = words[end]
    if word in PERSONS:
        return "other"
    if word in POSSESSIVES and end + 1 < len(words):
        return "other" if words[end + 1] in PERSONS else side(word)
    if word in ("it", "that", "this", "which", "there"):
        return None
    return side(word)


def _of_cause(
    words: Sequence[str], entry: Entry, at: int, end: int, reading: Reading
) -> Who | None:
    following = words[end] if end < len(words) else ""
    if following in ("for", "to"):
        who = _object(words, end + 1)
        if who is not None:
            return who
    if following in OBJECTS and following != "you":
        return side(following)  # a verb after all: "annoying him"
    if following == "you":
        return "you"
    if reading.link in ("feel", "make") and reading.who in ("you", "me", "we", "other"):
        return reading.who
    if reading.link in ("be", "bare") and reading.who in ("you", "me", "we"):
        return None if reading.link == "be" else reading.who  # "you are frightening"
    found = _finder(words, at)
    return found or "it"


def _finder(words: Sequence[str], at: int) -> Who | None:
    """Who finds it so: "I find that frustrating"."""
    for left in range(at - 1, max(-1, at - 7), -1):
        if words[left] in ("find", "finds", "found", "finding"):
            who, *_ = walk.subject(words, left - 1)
            return who
    return None


def _of_noun(words: Sequence[str], entry: Entry, at: int, end: int, reading: Reading) -> Who | None:
    following = words[end] if end < len(words) else ""
    if at and (words[at - 1] in _BEFORE_A_VERB or following in OBJECTS):
        return None
    for left in range(at - 1, max(-1, at - 4), -1):
        word = words[left]
        if word.endswith("'s"):
            return "other"
        if word in POSSESSIVES:
            return side(word)
        if word in _NOUN_STOPS:
            break
    if end + 1 < len(words) and words[end] in ("in", "of"):
        owned = words[end + 1]
        if owned in PERSONS or owned in ("him", "them", "his", "their", "others"):
            return "other"
        if end + 2 < len(words) and owned in POSSESSIVES and words[end + 2] in PERSONS:
            return "other" if words[end] == "in" else "none"
    if reading.link == "make" or (reading.link == "none" and reading.who == "other"):
        return reading.who  # "it brings him joy"
    who, _ = walk.nearest(words, at)
    if who == "none" and not _meant(words, at, end):
        return "other"  # said of people at large: "shame is no motivator"
    return who


_BEFORE_A_VERB = frozenset(
    "i you we they he she who to do does did not can could would will might may should must cannot"
    " never always really still have has had please".split()
)


def _meant(words: Sequence[str], at: int, end: int) -> bool:
    """Whether a feeling that nobody is named for is the client's: is "you" or a stem near?"""
    first = at
    while first and words[first - 1] not in walk.STOPS:
        first -= 1
    last = end
    while last < len(words) and words[last] not in walk.STOPS:
        last += 1
    sentence = words[first:last]
    return (
        len(sentence) < 7
        or not YOU.isdisjoint(sentence)
        or not ME.isdisjoint(sentence)
        or not _SPOKEN_OF.isdisjoint(sentence)
    )


_SPOKEN_OF = frozenset("hear sense sounds sound seems there imagine wonder underneath".split())
_NOUN_STOPS = frozenset("the a of and , . is are with in to for about that".split())


def _of_verb(words: Sequence[str], entry: Entry, at: int, end: int, reading: Reading) -> Who | None:
    before = words[at - 1] if at else ""
    if not before or before in walk.STOPS or before in ("please", "just"):
        if words[at].endswith("ing"):
            return "none"
        return "me" if words[at] in _HELPERS_OWN else None  # a bare "Trust …" commands
    if before in ("the", "a", "an", "this", "some", "any", "good", "of") or before in POSSESSIVES:
        return None if not words[at].endswith("ing") else _of_noun(words, entry, at, end, reading)
    if reading.link in ("be", "feel", "seem", "get", "bare"):
        return reading.who
    who, *_ = walk.subject(words, walk.modifiers(words, at)[0])
    if who != "none":
        return who
    return walk.nearest(words, at)[0]


_HELPERS_OWN = frozenset("hope love appreciate hate enjoy".split())


def _of_stirs(
    words: Sequence[str], entry: Entry, at: int, end: int, reading: Reading
) -> Who | None:
    if words[at].endswith("ing"):
        return _object(words, end)
    before = words[at - 1] if at else ""
    if before in (
        "the",
        "a",
        "an",
        "this",
        "some",
        "any",
        "of",
        "no",
        "your",
        "my",
        "his",
        "her",
        "their",
    ):
        return None
    who = _object(words, end)
    if who is None or who == "none":
        subject = walk.subject(words, walk.modifiers(words, at)[0])[0]
        alone = end == len(words) or not words[end].isalpha() or words[end] in _LOOSE
        return "it" if subject == "it" and alone and words[at].endswith("s") else None
    return who


_LOOSE = frozenset("so a like when because to and even every".split())


def _of_idiom(
    words: Sequence[str], entry: Entry, at: int, end: int, reading: Reading
) -> Who | None:
    if "{you" in entry.pattern:  # {you}, {your}, {yourself}
        for word in words[at:end]:
            who = side(word)
            if who in ("you", "me", "we", "other"):
                return who
    if reading.link != "none" and reading.who != "none":
        return reading.who
    who, *_ = walk.subject(words, walk.modifiers(words, at)[0])
    if who != "none":
        return who
    return walk.nearest(words, at)[0]


_WHO = {
    "adj": _of_adj,
    "cause": _of_cause,
    "noun": _of_noun,
    "verb": _of_verb,
    "stirs": _of_stirs,
    "idiom": _of_idiom,
}


# What is handed back ----------------------------------------------------------------------


def _mention(
    reply: Reply, words: Sequence[str], starts: Sequence[int], one: _Found, speaker: Speaker
) -> FeelingMention:
    start = starts[one.first]
    end = starts[one.last] - 1
    span = reply.span(start, end)
    reading = one.reading
    negated, hypothetical = reading.negated, reading.hypothetical
    if one.entry.kind in ("verb", "idiom", "noun", "stirs") and reading.link == "none":
        left, _, _ = walk.modifiers(words, one.first)
        _, _, more, supposed = walk.subject(words, left)
        negated, hypothetical = negated or more, hypothetical or supposed
    if one.entry.kind == "noun" and not negated:
        negated = _without(words, one.first)
    if not hypothetical and walk.would(words, reading.starts, one.first):
        hypothetical = walk.condition_after(words, one.last)
    return FeelingMention(
        span=span,
        text=reply.text[span.start : span.end],
        entry=one.entry,
        level=max(0, min(4, one.entry.strength + _degree(words, one))),
        owner=_owner(one.who, speaker),
        negated=negated,
        hypothetical=hypothetical or _ordered(words, one.first),
        quoted=_quoted(words, one.first, one.last),
        start=start,
        end=end,
    )


def _owner(who: Who, speaker: Speaker) -> Owner:
    if who in ("it", "none"):
        return "client"
    if who == "other":
        return "other"
    if speaker == "client":
        return "client"  # "you" in a client's story is mostly "one"
    return "client" if who == "you" else "helper"


def _degree(words: Sequence[str], one: _Found) -> int:
    step = one.reading.step
    if step:
        return step
    before = words[one.first - 1] if one.first else ""
    if one.entry.kind == "noun":
        if before in _GREAT:
            return 1
        if before == "of" and one.first > 1:
            amount = words[one.first - 2]
            return (
                -1
                if amount in ("bit", "touch", "hint", "little")
                else int(amount in ("lot", "lots"))
            )
        return -1 if before in ("some", "slight", "mild", "little") else 0
    after = tuple(words[one.last : one.last + 2])
    if after in (("a", "lot"), ("so", "much"), ("very", "much")) or after[:1] in (
        ("terribly",),
        ("deeply",),
    ):
        return 1
    return -1 if after in (("a", "bit"), ("a", "little")) else 0


_GREAT = frozenset(
    "much deep huge great intense terrible enormous immense such overwhelming real massive utter"
    " sheer extreme total pure constant unbearable".split()
)


def _without(words: Sequence[str], at: int) -> bool:
    """ "No fear", "without hope", "not a trace of anger"."""
    for left in range(at - 1, max(-1, at - 4), -1):
        word = words[left]
        if word in ("no", "without", "not", "never", "lack"):
            return True
        if word not in (
            "any",
            "a",
            "of",
            "much",
            "real",
            "the",
            "more",
            "trace",
            "sense",
            "feeling",
        ):
            return False
    return False


_ORDERS = frozenset("stop avoid please".split())


def _ordered(words: Sequence[str], at: int) -> bool:
    """ "Don't worry", "be patient", "try to stay calm": said to bring it about, not to name it."""
    left = at - 1
    while left >= 0 and words[left] in (
        "be",
        "stay",
        "feel",
        "get",
        "so",
        "too",
        "not",
        "to",
        "being",
        "feeling",
    ):
        left -= 1
    if left < 0 or words[left] in walk.STOPS or words[left] == ",":
        return at - left > 1 and words[left + 1] in ("be", "stay", "feel", "get", "not")
    if words[left] in _ORDERS:
        return True
    return (
        words[left] == "do"
        and words[left + 1] == "not"
        and (
            left == 0
            or words[left - 1] in walk.STOPS
            or words[left - 1] in (",", "please", "and", "so", "but", "just")
        )
    )


def _quoted(words: Sequence[str], first: int, last: int) -> bool:
    """Between quotation marks, or named as a word: "the word angry"."""
    if first and words[first - 1] == "word":
        return True
    if '"' not in words:
        return False
    marks = [at for at, word in enumerate(words) if word == '"']
    opened = sum(at < first for at in marks)
    return opened % 2 == 1 and any(at >= last for at in marks)
