"""What a situation makes a person feel, by cues in what the client tells.

The cues are in phrases/situations.tsv, written like the phrases of the lexicon.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from practice.rules.base import Span
from practice.rules.feelings.patterns import Node, matches, spellings
from practice.rules.feelings.small_words import STOPS
from practice.rules.reading.reply import Reply

_FILE = Path(__file__).parent.parent / "phrases" / "situations.tsv"


@dataclass(frozen=True, slots=True)
class Situation:
    """A cue and the families of feelings that it makes likely, the likeliest first."""

    cue: str
    families: tuple[str, ...]
    strength: int


@dataclass(frozen=True, slots=True)
class SituationFound:
    situation: Situation
    span: Span


@lru_cache(maxsize=1)
def situations() -> tuple[Situation, ...]:
    """Every situation of the list, in the order of the file."""
    found = []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            families, strength, cues = line.split("\t")
            found += [
                Situation(cue.strip(), tuple(families.split()), int(strength))
                for cue in cues.split(";")
            ]
    return tuple(found)


@lru_cache(maxsize=1)
def _root() -> Node[Situation]:
    start: Node[Situation] = Node()
    for one in situations():
        for form in spellings(one.cue):
            start.add(form.split(), one)
    return start


def find_situations(reply: Reply) -> tuple[SituationFound, ...]:
    """The situations that a statement tells of, in its order."""
    words = reply.norm.split(" ")
    starts: list[int] = []
    root = _root()
    found: list[SituationFound] = []
    at = 0
    while at < len(words):
        ends = matches(root, words, at) if words[at] in root.after else []
        if not ends or _only_supposed(words, at):
            at += 1
            continue
        end, node = ends[-1]
        starts = starts or [0, *accumulate(len(word) + 1 for word in words)]
        span = reply.span(starts[at], starts[end] - 1)
        found += [SituationFound(one, span) for one in node.ends]
        at = end
    return tuple(found)


def _only_supposed(words: Sequence[str], at: int) -> bool:
    """ "If", "no" or "not" right before the cue: it is not what has happened."""
    return any(
        word in ("if", "unless", "no", "without") for word in words[max(0, at - 3) : at]
    ) and (not any(word in STOPS or word == "," for word in words[max(0, at - 3) : at]))
