"""Which fault a sentence is most like, where no pattern of its own shows one.

What rules and cues found in it speaks for and against each fault, as `evidence` says for each
kind of move. The points stand in phrases/faults.tsv, ten of them make a fault about 2.7 times
as likely; `make estimate` estimates them on labelled replies.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, get_args

from practice.rules.base import Roadblock
from practice.rules.evidence import Points, PointsByRule, rows_of, shares
from practice.rules.finder import ALL
from practice.rules.matchers import Beside
from practice.rules.phrase_tree import Found
from practice.rules.reading.spelling import PHRASES

ROADBLOCKS: tuple[Roadblock, ...] = get_args(Roadblock)
OF_QUESTIONS = ("leading_question", "advice_in_question", "blaming_why", "about_someone_else")
# What a sentence may be like instead: without a fault, or a question whose fault has other signs.
FINE = ("gives_back", "asks_openly")
ELSEWHERE = ("closed_question", "fact_question", "several_questions")
FAULTS = (*FINE, *ELSEWHERE, *OF_QUESTIONS, *ROADBLOCKS)
START = "(start)"
FILE = PHRASES / "faults.tsv"
LEAST = 0.2  # of a sentence: less of it is a guess
OF_THEM = 0.4  # of all that is like a roadblock: which one it is, is plain
FREE = 0.85  # of a sentence is like one without a fault: a phrase alone says little against it

_BESIDE = {number for number, one in enumerate(ALL) if isinstance(one.finds, Beside)}
_FINE = tuple(map(FAULTS.index, FINE))
_AMONG_ROADBLOCKS = tuple(map(FAULTS.index, ROADBLOCKS))
_AMONG_QUESTIONS = tuple(map(FAULTS.index, OF_QUESTIONS))


class FaultEvidence(NamedTuple):
    """Points by rule number, (fault, points) that are not 0, and where every sentence starts."""

    points: PointsByRule
    start: Points


@lru_cache(maxsize=1)
def fault_evidence() -> FaultEvidence:
    """The table as shipped; a rule or cue that it does not know counts nothing."""
    rows = rows_of(FILE, beside={START})
    start = rows.pop(START)
    return FaultEvidence(
        tuple(
            tuple((fault, p) for fault, p in enumerate(rows.get(one.id, ())) if p) for one in ALL
        ),
        tuple(start + [0.0] * (len(FAULTS) - len(start))),
    )


def likely_roadblock(found: Found, table: FaultEvidence | None = None) -> Roadblock | None:
    """The roadblock that a sentence is most like, if it is more like one than without fault."""
    best = _likely(found, _AMONG_ROADBLOCKS, OF_THEM, table)
    return None if best is None else ROADBLOCKS[best - _AMONG_ROADBLOCKS[0]]


def likely_question_fault(found: Found, table: FaultEvidence | None = None) -> str | None:
    """The same for a question: which fault it is most like."""
    best = _likely(found, _AMONG_QUESTIONS, 0.0, table)
    return None if best is None else FAULTS[best]


def is_free(found: Found) -> bool:
    """Whether a sentence, taken alone, is so like one without a fault that one phrase is none."""
    alone = {number: place for number, place in found.items() if number not in _BESIDE}
    of = shares_of(alone, fault_evidence())
    return sum(of[one] for one in _FINE) >= FREE


def _likely(
    found: Found, among: tuple[int, ...], of_them: float, table: FaultEvidence | None
) -> int | None:
    of = shares_of(found, table or fault_evidence())
    best = max(among, key=of.__getitem__)
    fine = sum(of[one] for one in _FINE)
    plain = of[best] >= LEAST and of[best] > fine
    return best if plain and of[best] >= of_them * sum(of[one] for one in among) else None


def shares_of(found: Found, table: FaultEvidence) -> list[float]:
    """How much of a sentence is like each of FAULTS, of 1."""
    return shares(found, table.points, table.start)
