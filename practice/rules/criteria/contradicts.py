"""Says the opposite: "You aren't angry" to somebody who says "I'm angry".

Only what clients say of themselves counts, and only word against word: what they are or do in
one text and are not or do not in the other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from practice.rules.base import Span
from practice.rules.content.words import LIGHT, stem, weight
from practice.rules.criteria.case import Case
from practice.rules.reading.reply import Reply, read

_ADVERBS = (
    r"(?:(?:really|truly|actually|clearly|obviously|still|always|so|very|that|all|quite|rather|"
    r"totally|completely|just|simply|at all|a bit|a little) )*"
)
_SAID = (
    rf" {_ADVERBS}"
    r"(?:(?:am|are|was|were|do|did|have|had|can|could|would|will|has|been|sound|seem|feel|look"
    r"|be|being|felt) )*"
    r"(?P<no>(?:not|never|hardly|barely|scarcely) )?"
    rf"{_ADVERBS}(?:(?:sound|seem|feel|look|be|been|being|to) )*"
    rf"{_ADVERBS}(?P<word>[a-z][a-z'-]{{2,}})"
)
_CLIENTS = re.compile(rf"\bi{_SAID}")
_HELPERS = re.compile(rf"\byou{_SAID}")
# "Not just tired" denies nothing.
_MORE = re.compile(r"\bnot (?:just|only|even|simply|so much|quite|exactly|sure|saying)\b")
# Before it: somebody else says so, or nobody says that it is so.
_SUPPOSED = frozenset(
    """
    if when whenever whether unless until till before though than wish wished wishing hope hoping
    think thinks thought thinking say says said saying tell tells told telling believe believes
    reckon reckons call calls called see sees suppose supposed afraid scared worried fear fears
    frightened accuse accused pretend pretending convince convinced imagine want wants wanted not
    """.split()
)
_BEFORE = 4  # words
_BREAK = re.compile(r"[.;!?:—]")
# Behind it: it is so, and yet not quite.
_HEDGED = frozenset("hardly badly less little barely only except without alone more".split())
_BEHIND = 4  # words
# Behind any other word it is part of something else: "a part you didn't ask for", "did you".
_OPENS = frozenset(", so and but like well that maybe perhaps then though because".split())
_ANYTHING = frozenset({stem("mind")})  # "I don't mind the room" says nothing of the clock


class _Spoken(NamedTuple):
    """One thing said of oneself, or of the client: the word's stem, and where it is said."""

    stem: str
    denied: bool
    span: Span


def opposite(case: Case) -> tuple[Span, Span] | None:
    """Where a reply says the opposite of what the client said, and where the client said it."""
    if "you" not in case.reply.word_set:
        return None
    said = _of_themselves(case.task.task.statement)
    if not said:
        return None
    for name, one in _one_way(case.reply, _HELPERS).items():
        theirs = said.get(name)
        if theirs is not None and theirs.denied != one.denied:
            return one.span, theirs.span
    return None


@lru_cache(maxsize=256)
def _of_themselves(statement: str) -> Mapping[str, _Spoken]:
    return _one_way(read(statement), _CLIENTS)


def _one_way(reply: Reply, pattern: re.Pattern[str]) -> Mapping[str, _Spoken]:
    """What somebody is or is not, by stem; nothing that is said both ways."""
    found: dict[str, _Spoken] = {}
    ways: dict[str, set[bool]] = {}
    for match in pattern.finditer(reply.norm):
        word = match.group("word")
        before = _before(reply.norm, match.start())
        if weight(word) <= LIGHT or _MORE.search(match.group()):
            continue
        if not _SUPPOSED.isdisjoint(before[-_BEFORE:]):
            continue  # somebody else says so, or nobody
        name, denied = stem(word), match.group("no") is not None
        ways.setdefault(name, set()).add(denied)
        behind = reply.norm[match.end() : match.end() + 40].split()[:_BEHIND]
        plainly = _OPENS.issuperset(before[-1:]) and _HEDGED.isdisjoint(behind)
        if plainly and name not in _ANYTHING:
            found[name] = _Spoken(name, denied, reply.span(match.start(), match.end()))
    return {name: one for name, one in found.items() if len(ways[name]) == 1}


def _before(norm: str, end: int) -> list[str]:
    """The words before a place, as far as the same part of a sentence goes."""
    return _BREAK.split(norm[max(0, end - 40) : end])[-1].split()
