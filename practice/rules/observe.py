"""Which listening moves are in a reply.

Sentences are judged apart: every rule and cue that finds something gives points to kinds of
moves, and the kind with most of them wins. What a reply as a whole makes is then the kind that
weighs most over its sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log

from practice.rules.base import (
    DEFAULT,
    Config,
    Move,
    Observation,
    Span,
    Technique,
)
from practice.rules.cues.whole import is_spoken
from practice.rules.evidence import KINDS, Evidence, evidence, shares
from practice.rules.fault_evidence import is_free, likely_question_fault, likely_roadblock
from practice.rules.finder import NUMBERS, finder
from practice.rules.language import is_english
from practice.rules.matchers import View, Weighed
from practice.rules.phrase_tree import Found, Place
from practice.rules.reading.reply import Reply, read
from practice.rules.registry import RULES
from practice.rules.rule import Rule
from practice.rules.taken_up import answered
from practice.rules.weighed_roadblocks import BY_ROADBLOCK

_OPEN, _CLOSED, _REFLECTION = (
    KINDS.index("open_question"),
    KINDS.index("closed_question"),
    KINDS.index("reflection"),
)
_OTHER = KINDS.index("other")
_ENCOURAGER = KINDS.index("encourager")
_INVITES = NUMBERS["open_question.tell_me"]
_CHECK = NUMBERS["reflection.check"]
_BY_VOICE = NUMBERS["closed_question.statement_asked"]
_ASKS = frozenset(
    NUMBERS[f"asks.{how}"] for how in ("wh", "aux", "mark_1_3", "mark_4_7", "mark_8_12")
)
ALSO = 0.26  # from this share on a sentence of another kind also counts as a reflection
ASKED = (
    0.12  # from this share on a sentence whose word order and mark ask also counts as a question
)
CERTAIN = 0.75  # without a pattern of its own a sentence is only so named a roadblock
BRIEF = 8  # words of a check at most; a longer one gives something back itself
SURE = 0.4  # a typed answer to a whole statement is a reflection only if this much says so
HALF = 0.5
STANDS = 0.1  # what must speak against a reflection before a roadblock inside it is named


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence that was judged: the share of each kind, what was found, and the kind that wins.

    With `checks` ("Is that right?") it leaves what was said back a reflection.
    """

    view: View
    shares: tuple[float, ...]
    found: Found
    checks: bool
    kind: int


def is_check(view: View, found: Found) -> bool:
    """Whether a sentence only checks what was said back before it."""
    return _CHECK in found and len(view.words) <= BRIEF


def observe(
    reply: str, statement: str, *, scorer_version: str, config: Config = DEFAULT
) -> Observation:
    """The moves of a reply, and the one that it makes as a whole."""
    text = read(reply)
    if not is_english(text):
        return Observation("other", (), False, scorer_version)
    if not text.words:
        hum: Technique = "encourager" if any(map(str.isalpha, reply)) else "other"
        return Observation(hum, (), True, scorer_version)
    said = read(statement)
    technique, moves = told(hear(text, said, config), said, evidence(config))
    return Observation(technique, moves, True, scorer_version)


def reflecting(reply: str, statement: str, config: Config = DEFAULT) -> float:
    """How much of a reply, from 0 to 1, gives the client's words back."""
    totals = _weighed(hear(read(reply), read(statement), config), evidence(config))
    return totals[_REFLECTION] / (sum(totals) or 1.0)


def question_fault(reply: str, statement: str, config: Config = DEFAULT) -> tuple[str, Span] | None:
    """What a question of a reply is most likely wrong with, where no pattern shows it, and where.

    The fault is one of `fault_evidence.OF_QUESTIONS`.
    """
    for one in hear(read(reply), read(statement), config):
        if one.kind in (_OPEN, _CLOSED) and _INVITES not in one.found:
            fault = likely_question_fault(one.found)
            if fault is not None:
                return fault, _whole_sentence(one.view)
    return None


@lru_cache(maxsize=64)  # the scorer asks twice about the same reply
def hear(text: Reply, said: Reply, config: Config) -> list[Heard]:
    """Judge each sentence of a reply."""
    return judged(finder(config).find_all(text, said), evidence(config))


def judged(found: Iterable[tuple[View, Found]], table: Evidence) -> list[Heard]:
    """The sentences in which this was found, with the share of each kind by these points."""
    return [
        _heard(view, hits, tuple(shares(hits, table.points, table.start))) for view, hits in found
    ]


def _heard(view: View, found: Found, of: Sequence[float]) -> Heard:
    checks = is_check(view, found)
    return Heard(view, tuple(of), found, checks, _REFLECTION if checks else _kind(of))


def _kind(shares: Sequence[float]) -> int:
    """The kind that wins; both sorts of question stand together against the rest."""
    most = max(shares)
    opened, closed = shares[_OPEN], shares[_CLOSED]
    if opened + closed > most:
        return _OPEN if opened >= closed else _CLOSED
    return shares.index(most)


def told(heard: list[Heard], said: Reply, table: Evidence) -> tuple[Technique, tuple[Move, ...]]:
    """The technique of a reply as a whole, and its moves, once its sentences are judged."""
    moves = [move for one in heard for move in _moves(one, said)]
    return KINDS[_whole(heard, table)], tuple(moves)


def _whole(heard: list[Heard], table: Evidence) -> int:
    """The kind that weighs most over all sentences."""
    totals = _weighed(heard, table)
    view = heard[0].view
    typed = view.statement.words and not is_spoken(view.reply, view.statement)
    if typed and totals[_REFLECTION] < SURE * sum(totals):
        totals[_REFLECTION] = 0.0
    best = totals.index(max(totals))
    if best in (_OPEN, _CLOSED):
        return _OPEN if totals[_OPEN] >= totals[_CLOSED] else _CLOSED
    return best


def _weighed(heard: list[Heard], table: Evidence) -> list[float]:
    """What each kind weighs over all sentences."""
    totals = [0.0] * len(KINDS)
    for one in [one for one in heard if not one.checks] or heard:
        heavy = heaviness(one, table)
        for kind, share in enumerate(one.shares):
            totals[kind] += heavy * share
    return totals


def heaviness(one: Heard, table: Evidence) -> float:
    """What a sentence weighs in the whole reply."""
    lean = sum(share * weight for share, weight in zip(one.shares, table.weight, strict=True))
    return exp(lean + table.length * log(len(one.view.words)))


def _moves(heard: Heard, said: Reply) -> list[Move]:
    """The moves of a sentence: its kind, a reflection beside a question, roadblocks inside."""
    view = heard.view
    reply = view.reply
    sentence = _whole_sentence(view)
    kinds = [heard.kind]
    asks = heard.shares[_OPEN] + heard.shares[_CLOSED]
    if heard.kind not in (_OPEN, _CLOSED) and asks >= ASKED and not _ASKS.isdisjoint(heard.found):
        kinds.append(_OPEN if heard.shares[_OPEN] >= heard.shares[_CLOSED] else _CLOSED)
    if heard.kind != _REFLECTION and heard.shares[_REFLECTION] >= ALSO:
        kinds.append(_REFLECTION)
    moves: list[Move] = []
    found = [(number, place) for number, place in heard.found.items() if number < len(RULES)]
    for kind in kinds:
        rule = _best_rule(found, kind)
        if rule is not None:
            answers = answered(view, said) if kind != _OTHER else None
            certain = not isinstance(rule.finds, Weighed) or heard.shares[kind] >= CERTAIN
            block = rule.roadblock if certain else None
            moves.append(Move(rule.kind, sentence, rule.id, answers, block))
    named = {one.roadblock for one in moves}
    for rule, hit in _roadblocks(heard, found):
        if rule.roadblock not in named:
            named.add(rule.roadblock)
            span = _span(reply, hit)
            moves.append(Move(rule.kind, span, rule.id, answered(view, said), rule.roadblock))
    if named <= {None}:
        weighed = _weighed_roadblock(heard)
        if weighed is not None:
            answers = answered(view, said)
            moves.append(Move(weighed.kind, sentence, weighed.id, answers, weighed.roadblock))
    return moves


def _weighed_roadblock(heard: Heard) -> Rule | None:
    """The rule for the roadblock that a sentence is most like, where no pattern shows one."""
    if heard.checks or heard.kind == _ENCOURAGER or heard.shares[_REFLECTION] >= HALF:
        return None
    block = likely_roadblock(heard.found)
    if block is None:
        return None
    if block == "probing" and heard.kind not in (_OPEN, _CLOSED):
        return None
    by_voice = _BY_VOICE in heard.found and heard.view.asked is None
    if block == "distracting" and (heard.kind == _OPEN or by_voice):
        return None  # an open question, or a statement asked with the voice, stays with them
    return BY_ROADBLOCK.get(block)


def _best_rule(found: list[tuple[int, Place]], kind: int) -> Rule | None:
    """The rule of a kind that found most in a sentence, or the one for all evidence together."""
    name = KINDS[kind]
    hits = [
        (last - first, -number) for number, (first, last) in found if RULES[number].kind == name
    ]
    if hits:
        return RULES[-max(hits)[1]]
    weighed = NUMBERS.get(f"{name}.{'says_back' if kind == _REFLECTION else 'weighed'}")
    return RULES[weighed] if weighed is not None else None


def _roadblocks(heard: Heard, found: list[tuple[int, Place]]) -> list[tuple[Rule, Place]]:
    """Roadblocks found in a sentence, longest first, unless the sentence is clearly none."""
    blocks = [(RULES[number], hit) for number, hit in found if RULES[number].roadblock]
    free = bool(blocks) and heard.kind in (_REFLECTION, _OPEN) and is_free(heard.found)
    blocks = [
        (rule, hit)
        for rule, hit in blocks
        if _turns(heard, hit) or (not free and _stands(heard, rule))
    ]
    blocks.sort(key=lambda one: (one[1][0] - one[1][1], one[0].id))
    return blocks


def _turns(heard: Heard, hit: Place) -> bool:
    """Whether it comes straight after "but": what went before does not excuse it."""
    at = hit[0] - heard.view.sentence.first
    return "but" in heard.view.words[max(0, at - 2) : at]


def _stands(heard: Heard, rule: Rule) -> bool:
    """Whether a roadblock is more than words inside a reflection: "you feel you could…"."""
    reflects = heard.shares[_REFLECTION]
    if reflects < HALF:
        return True
    if rule.kind == "confrontation" or rule.roadblock == "analysing":
        return reflects < 1.0 - STANDS
    return heard.shares[KINDS.index(rule.kind)] >= STANDS


def _whole_sentence(view: View) -> Span:
    return _span(view.reply, (view.sentence.first, view.sentence.last))


def _span(reply: Reply, hit: Place) -> Span:
    first, last = hit
    return Span(reply.words[first].start, reply.words[last - 1].end)
