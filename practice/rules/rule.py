"""What a rule is, and what a cue is.

A rule is one idea that a learner can read about: what it looks for, why that matters, where it
comes from, and its own proof. A cue is a small piece of evidence ("the sentence begins with
'you'") that means little alone. Both give points to kinds of moves; the points stand in
evidence.tsv.
"""

from __future__ import annotations

from dataclasses import dataclass

from practice.rules.base import Roadblock, Technique
from practice.rules.matchers import Matcher


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern with its proof. Ids are stable: saved scorecards name them.

    `hits` are replies in which it finds something, `misses` replies in which it must not, near
    misses among them. `instead` says what to try, for what gets in the way.
    """

    id: str
    kind: Technique
    message: str
    why: str
    source: str
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    finds: Matcher
    roadblock: Roadblock | None = None
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """A small piece of evidence, by a name that can be shown.

    `kind` is the kind of move that its meaning speaks for, if it clearly does: the estimate of
    its points sets out from there.
    """

    id: str
    says: str
    finds: Matcher
    kind: Technique | None = None
