"""A thought that is dressed as a feeling: "you feel that he does not care"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from practice.rules.base import Span
from practice.rules.feelings import walk
from practice.rules.feelings.finder import FeelingMention, find_feelings
from practice.rules.feelings.small_words import FEEL
from practice.rules.reading.reply import Reply

_SUBJECTS = frozenset(
    "i you he she it we they there nobody everyone everybody someone somebody people no nothing"
    " everything life things your his her their my our the this these those all both what if"
    " whatever whoever when by because most many".split()
)
_PRONOUNS = frozenset("i you he she we they nobody everyone everybody".split())
_FINITE = frozenset(
    "is are was were has have had does do did can could would should will must might may not"
    " never just always really cannot need needs deserve ought still keep keeps".split()
)
_BETWEEN = frozenset("really strongly sometimes so now is".split())  # "what you feel is that"
_NEAR = 8  # words: a feeling named so soon is what the sentence is about


def thoughts_as_feelings(
    reply: Reply, mentions: Sequence[FeelingMention] | None = None
) -> tuple[Span, ...]:
    """The places where "feel" is followed by a thought and no feeling of the client's."""
    if "feel" not in reply.norm and "felt" not in reply.norm:
        return ()
    words = reply.norm.split(" ")
    starts = [0, *accumulate(len(word) + 1 for word in words)]
    if mentions is None:
        mentions = find_feelings(reply)
    # "You feel that he is unfair" finds fault with him, and names no feeling.
    named = [
        one.start
        for one in mentions
        if one.owner == "client" and one.felt and one.entry.kind != "cause"
    ]
    found = []
    for at, word in enumerate(words):
        if word not in FEEL or word == "feels" or _is_noun(words, at):
            continue
        end = _thought(words, at)
        if end is None or walk.subject(words, at - 1).who not in ("you", "none"):
            continue
        near = starts[min(len(words), at + 1 + _NEAR)]
        following = bisect_left(named, starts[end])
        if following < len(named) and named[following] < near:
            continue
        found.append(reply.span(starts[at], starts[end] - 1))
    return tuple(found)


def _is_noun(words: Sequence[str], at: int) -> bool:
    """ "I get the feeling that you …" is a way to be tentative."""
    return words[at] == "feeling" and at > 0 and words[at - 1] in ("the", "a", "this", "that", "my")


def _thought(words: Sequence[str], at: int) -> int | None:
    """One behind the last word of "feel that he", or None when no thought follows."""
    after = at + 1
    while after < len(words) and words[after] in _BETWEEN:
        after += 1
    if after + 1 >= len(words):
        return None
    word, follows = words[after], words[after + 1]
    if word == "that":
        subject = follows in _SUBJECTS or _finite(words[min(after + 2, len(words) - 1)])
        if not subject or (follows in ("it", "this") and after + 2 >= len(words)):
            return None
        return after + 2
    if word == "like":
        return after + 2 if _clause_follows(words, after + 1) else None
    if word == "as" and follows in ("if", "though"):
        return min(len(words), after + 3)
    if word in _PRONOUNS and _finite(follows):
        return after + 2  # "you feel he does not care"
    return None


def _clause_follows(words: Sequence[str], at: int) -> bool:
    """Whether a subject and its verb stand there, and not only a thing it is like."""
    word = words[at]
    if word in _PRONOUNS or word in ("it", "nothing", "everything", "people", "there"):
        return at + 1 < len(words) and words[at + 1].isalpha()
    if word in ("your", "his", "her", "their", "the", "no", "my"):
        return any(one in _FINITE for one in words[at + 2 : at + 4])
    return False


def _finite(word: str) -> bool:
    return word in _FINITE or (word.endswith("s") and len(word) > 3)
