"""Which feelings a text names, how strong, whose they are, and whether it says they are there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from practice.rules.base import DEFAULT, Config, Span
from practice.rules.feelings import walk
from practice.rules.feelings.lexicon import NOT_A_FEELING, Entry, root
from practice.rules.feelings.patterns import Node, leads_on, matches
from practice.rules.feelings.people import NAMELESS, PERSON
from practice.rules.feelings.small_words import GREAT, HELPING, JOINS, STOPS
from practice.rules.feelings.walk import Reading, Who
from practice.rules.feelings.whose import fits_frame, whose
from practice.rules.reading.reply import Reply
from practice.rules.reading.spelling import is_word

Owner = Literal["client", "helper", "other"]
Speaker = Literal["helper", "client"]

_MOST = 40  # feelings of one text: who names more of them has long stopped talking of anybody's


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


class _Found(NamedTuple):
    entry: Entry
    first: int
    last: int  # one behind the last word
    reading: Reading
    who: Who


def find_feelings(
    reply: Reply, speaker: Speaker = "helper", config: Config = DEFAULT
) -> tuple[FeelingMention, ...]:
    """The feelings that a reply names, or with speaker="client" those that a statement names."""
    words = [one.text for one in reply.tokens]
    tree = root(config)
    follow = tree.after
    if follow.keys().isdisjoint(words):
        return ()
    if _NAME.search(reply.text):
        _mark_names(reply, words, follow)
    found: list[_Found] = []
    at, total = 0, len(words)
    while at < total and len(found) < _MOST:
        step = follow.get(words[at])
        if step is None or not leads_on(step, words, at + 1):
            at += 1
        else:
            one, at = _read_at(tree, words, at, found[-1] if found else None)
            if one is not None and not (speaker == "helper" and _polite(one)):
                found.append(one)
    quotes = [at for at, word in enumerate(words) if word == '"'] if found else []
    return tuple([_mention(reply, words, one, speaker, quotes) for one in found])


# Said by the helper of the helper, these are manners: "I'm sorry", "I'm not sure I heard it right".
_MANNERS = frozenset(
    (
        *("sorry", "sorry about", "sorry for what/how/hurting/letting", "glad", "pleased", "hope"),
        *("look forward", "~look forward to", "curious", "interested", "appreciate", "unsure"),
        *(
            "not sure",
            "not certain",
            "not so sure",
            "not quite/entirely/really/too sure",
            "wish for",
        ),
        *("not clear", "happy for {them}", "concern", "uncertain", "open to", "enjoy"),
    )
)


def _polite(one: _Found) -> bool:
    return one.who in ("me", "we") and one.entry.pattern in _MANNERS


# Names of people, so that "Dele is angry" is his anger ------------------------------------

_NAME = re.compile(r"(?:\b[^\W_]['’]?[^\W_]*,? |^|[.?!] )[A-Z][a-zà-ÿ]+")


def _mark_names(reply: Reply, words: list[str], feelings: Container[str]) -> None:
    """Write PERSON for every capitalised word that can be a name."""
    text = reply.text
    capital = [(at, one) for at, one in enumerate(reply.tokens) if text[one.start].isupper()]
    if 2 * len(capital) > len(reply.words) > 3:
        return  # A Title, Or Shouting
    for at, one in capital:
        typed = text[one.start : one.end].replace("’", "'")
        if len(typed) < 2 or typed.lower() != one.text or not typed[1:].islower():
            continue
        name, owns, _ = one.text.partition("'s")
        if name in NAMELESS or name in HELPING or name in feelings:
            continue
        if owns:
            words[at] = f"{PERSON}'s"  # "Dele's angry"
            continue
        begins = at == 0 or words[at - 1] in STOPS or words[at - 1] == '"'
        follows = words[at + 1] if at + 1 < len(words) else ""
        named = follows in _AFTER_A_NAME or (follows in _SUPPOSES and not is_word(one.text))
        if begins and not named:
            continue  # any first word has a capital
        if begins and one.text.endswith(("ing", "s")):
            continue
        words[at] = PERSON


_SUPPOSES = frozenset("must may might could would".split())  # "Keti must be sad", but "Work must"
_AFTER_A_NAME = frozenset(
    "is was feels felt seems seemed has had gets got sounds looks and".split()
)


# Reading one place ------------------------------------------------------------------------


def _read_at(
    tree: Node[Entry], words: Sequence[str], at: int, before: _Found | None
) -> tuple[_Found | None, int]:
    """The feeling that starts at word `at`, if one does, and where to read on."""
    for end, node in reversed(matches(tree, words, at)):
        for entry in node.ends:
            if entry.family == NOT_A_FEELING:
                return None, end
            if end < len(words) and words[end] in entry.not_before:
                continue
            if at and words[at - 1] in entry.not_after:
                continue
            reading = (
                _shared(words, at, before)
                or walk.read_turned(words, at, end)
                or walk.read_before(words, at)
            )
            if fits_frame(words, entry, reading, at, end):
                who = whose(words, entry, at, end, reading)
                if who is not None:
                    return _Found(entry, at, end, reading, who), end
    return None, at + 1


def _shared(words: Sequence[str], at: int, before: _Found | None) -> Reading | None:
    """The reading that a feeling shares with the one just before it: "angry and really hurt"."""
    if before is None or not before.last < at <= before.last + 5:
        return None
    between = tuple(words[before.last : at])
    left, step, negated = walk.modifiers(words, at)
    if between[-2:] in (("rather", "than"), ("instead", "of")):
        left, negated = before.last - 1, True
    elif between == ("than",):  # "you would rather be angry than sad"
        left = before.last - 1
    while left >= before.last and words[left] in JOINS:
        negated = negated or words[left] in ("nor", "neither")
        left -= 1
    if left != before.last - 1:
        return None
    shared = before.reading
    carried = shared.negated and ("or" in between or "nor" in between)
    return Reading(
        shared.link,
        shared.who,
        shared.at,
        negated or carried,
        shared.hypothetical,
        step,
        shared.starts,
    )


def _mention(
    reply: Reply,
    words: Sequence[str],
    one: _Found,
    speaker: Speaker,
    quotes: Sequence[int],
) -> FeelingMention:
    begins, ends = reply.tokens[one.first], reply.tokens[one.last - 1]
    span = Span(begins.start, ends.end)
    reading = one.reading
    negated, hypothetical = reading.negated, reading.hypothetical
    if reading.link == "none" and one.entry.kind not in ("adj", "cause"):
        found = walk.subject(words, walk.modifiers(words, one.first)[0])
        negated, hypothetical = negated or found.negated, hypothetical or found.hypothetical
    if negated and _never_so(words, one.first):
        negated = False
    if one.entry.kind == "noun" and not negated:
        negated = _without(words, one.first)
    return FeelingMention(
        span=span,
        text=reply.text[span.start : span.end],
        entry=one.entry,
        level=max(0, min(4, one.entry.strength + _degree(words, one))),
        owner=_owner(one.who, speaker, told=_told(words, one.first)),
        negated=negated,
        hypothetical=(
            hypothetical
            or walk.conditional(words, reading.starts, one.first, one.last)
            or _ordered(words, one.first)
        ),
        quoted=_quoted(words, one.first, quotes),
        start=begins.at,
        end=ends.at + len(ends.text),
    )


def _owner(who: Who, speaker: Speaker, *, told: bool) -> Owner:
    if who in ("it", "none"):
        return "client"
    if who == "other":
        return "other"
    if speaker == "client":
        # "You" in a client's story is mostly "one"; in "he says you must be glad" it is a guess.
        return "other" if who == "you" and told else "client"
    return "client" if who == "you" else "helper"


_TELLS = frozenset(
    "say says saying said tell tells telling told ask asks asking asked think thinks goes".split()
)


def _told(words: Sequence[str], at: int) -> bool:
    """Whether somebody else's telling stands before it in the same sentence."""
    for left in range(at - 1, max(0, at - _TOLD), -1):
        word = words[left]
        if word in STOPS:
            return False
        if word in _TELLS and "i" not in words[max(0, left - 2) : left]:
            return True
    return False


_TOLD = 12  # words


def _degree(words: Sequence[str], one: _Found) -> int:
    """Degrees that the words around add or take."""
    if one.reading.step:
        return one.reading.step
    before = words[one.first - 1] if one.first else ""
    if one.entry.kind == "noun":
        if before in GREAT:
            return 1
        if tuple(words[max(0, one.first - 2) : one.first]) in _FULL_OF:
            return 1
        if before == "of" and one.first > 1:
            amount = words[one.first - 2]
            less = amount in ("bit", "touch", "hint", "little")
            return -1 if less else int(amount in ("lot", "lots", "full"))
        return -1 if before in ("some", "slight", "mild", "little") else 0
    after = tuple(words[one.last : one.last + 2])
    if after in (("a", "lot"), ("so", "much"), ("very", "much")) or after[:1] == ("terribly",):
        return 1
    return -1 if after in (("a", "bit"), ("a", "little")) else 0


_FULL_OF = frozenset((("filled", "with"), ("full", "of"), ("consumed", "with"), ("consumed", "by")))


def _without(words: Sequence[str], at: int) -> bool:
    """ "No fear", "without hope", "not a trace of anger"."""
    for left in range(at - 1, max(-1, at - 5), -1):
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


def _never_so(words: Sequence[str], at: int) -> bool:
    """ "You have never felt so alone", "you could not be happier": as much as can be."""
    before = tuple(words[max(0, at - 5) : at])
    if before[-1:] == ("so",) and "never" in before:
        return True
    higher = words[at].endswith("er") or before[-1:] == ("more",)
    return higher and ("could", "not") in (before[-3:-1], before[-4:-2])


def _ordered(words: Sequence[str], at: int) -> bool:
    """ "Don't worry", "stay calm", "stop being angry": said to bring it about, not to name it."""
    left = at - 1
    while left >= 0 and words[left] in _ORDERABLE:
        left -= 1
    if left < 0 or words[left] in STOPS or words[left] == ",":
        return at - left > 1 and words[left + 1] in ("be", "stay", "feel", "get", "not", "keep")
    if words[left] in ("stop", "avoid", "please"):
        return True
    if words[left] != "do" or words[left + 1] != "not":
        return False
    return left == 0 or words[left - 1] in STOPS or words[left - 1] in _BEFORE_AN_ORDER


_ORDERABLE = frozenset("be stay feel get so too not to being feeling keep".split())
_BEFORE_AN_ORDER = frozenset((",", "please", "and", "so", "but", "just"))


def _quoted(words: Sequence[str], at: int, quotes: Sequence[int]) -> bool:
    """Between quotation marks, or named as a word: "the word angry"."""
    if at and words[at - 1] == "word":
        return True
    opened = bisect_left(quotes, at)
    return opened % 2 == 1 and opened < len(quotes)
