"""Says the opposite: "You aren't angry" to somebody who says "I'm angry".

Only what clients say of themselves counts, and only word against word: what they are or do in
one text and are not or do not in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from practice.rules.base import Span
from practice.rules.content_words import LIGHT, stem, weight
from practice.rules.criteria.case import Case
from practice.rules.reply import Reply, read

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
_ASKS = frozenset("am are is was were do does did have has had can could would will not".split())
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
    both: set[str] = set()
    for one in _spoken(reply, pattern):
        before = found.setdefault(one.stem, one)
        if before.denied != one.denied:
            both.add(one.stem)
    return {name: one for name, one in found.items() if name not in both}


def _spoken(reply: Reply, pattern: re.Pattern[str]) -> Iterator[_Spoken]:
    norm = reply.norm
    for found in pattern.finditer(norm):
        word = found.group("word")
        if weight(word) <= LIGHT or _MORE.search(found.group()):
            continue
        before = _BREAK.split(norm[max(0, found.start() - 40) : found.start()])[-1].split()
        behind = norm[found.end() : found.end() + 40].split()[:_BEHIND]
        if not _SUPPOSED.isdisjoint(before[-_BEFORE:]) or not _ASKS.isdisjoint(before[-1:]):
            continue
        if not _HEDGED.isdisjoint(behind) or (name := stem(word)) in _ANYTHING:
            continue
        yield _Spoken(name, found.group("no") is not None, reply.span(found.start(), found.end()))
