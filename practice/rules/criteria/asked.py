"""The questions of a reply: which moves ask, how many things, and what kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from practice.rules.base import Move, Span
from practice.rules.criteria.case import BY_VOICE, QUESTIONS, Case
from practice.rules.criteria.checks import checks

_TWO_IN_ONE = re.compile(
    r"\b(?:and|or|but|also)(?: also| then)? "
    r"(?:who (?:\w+s|told|said|did|took|made|gave|\w+ed)\b"
    r"|(?:what|how|why|when|where|who|which)(?: \w+){0,2} (?:is|are|was|were|do|does|did|have"
    r"|has|had|would|will"
    r"|could|can|should|might)\b"
    r"|(?:is|are|was|were|do|does|did|have|has|had|would|will|could|can|should) "
    r"(?:you|it|that|this|he|she|they|there|your)\b)"
)
# The same with a comma alone, behind a question: "What is it, is it the exam?"
_AUX = r"(?:is|are|was|were|do|does|did|have|has|had|would|can|could|will)"
_THEN_ASKS = re.compile(
    rf"[,—;] (?:(?:what|how|why|when|where|who) {_AUX}"
    rf"|{_AUX} (?:you|it|he|she|they|there)(?! (?:say|call it)))\b"
)
# The same with nothing between, as people type: only a question of its own turns its verb round.
_ASKS_ANEW = re.compile(
    r"(?<![,—;:\"]) (?:what|how|why|when|where) (?:is|are|was|were|do|does|did|have|has|had|would"
    r"|can|could|will) (?:you|your|it|he|she|they|his|her|their)\b"
)
_BEGINS = re.compile(
    r"(?:(?:and|so|but|okay|well|oh|hm) (?:, )?)*"
    rf"(?:what|how|why|(?:when|where|who) {_AUX}|{_AUX}) "
)
_FACT = re.compile(
    r"(?:^|[,.;:—!] ?)(?:(?:and|so|but|okay|ok|well|then|oh|hm)[, ]{1,3}){0,4}"
    r"(?:how (?:long|many|much|often|old|far|big|soon|late|big)|when|where|who(?! are you)|whose"
    r"|which"
    r"|what (?:time|day|date|year|month|age|colour|color|number|kind of (?:car|house|job|dog)"
    r"|(?:is|are|was|were) (?!it )(?:\w+ ){1,3}called|is (?:your|his|her|their) name|school|company"
    r"|year|city|town|country|grade|medication|dose))\b"
)
_SHORT = 8  # words
_FIRST_WORDS = 12  # code points: the first question is that long
# Yes or no, one fact or one name: closed, however a question is heard as a whole.
_NARROW = re.compile(
    r"^(?:(?:and|so|but|okay|ok|well|then|oh|hm)[, ]+)*"
    r"(?:(?:would|do|did|are|is|was|were|have|has) (?:you|it|that|he|she|they|there|this)\b"
    r"(?! (?:like|want|care|mind) to (?:tell|say|share|talk))"
    r"|who (?!are you\b)(?:is|was|are|were|told|did|said|else|has|had|lives|took|made|gave|sent"
    r"|wrote|called|rang|paid|drove|sold|bought|broke|started|knows)\b"
    r"(?! (?:there for|it))"
    r"|who(?:'s|’s) (?:in|at|the|that|with|on)\b"
    r"|when (?:did|is|was|do|does|are|will|were|has|have)\b"
    r"(?! you (?:feel|notice|think|find|look|get to))"
    r"|where (?:is|was|are|were|did|do|does|will)\b(?! (?:(?:you|it|that|this) (?:feel|see|want|go"
    r"|stand|find|turn|sit|leave|take|hit|hurt|belong|land)|that|this|it))"
    r"|whose\b"
    r"|which (?:date|day|month|year|number|street|road|town|city|hospital|school|ward)\b"
    r"|which \w+ (?:is|was|are|were|do|does|did|has|have)\b"
    r"|how (?:long|many|old|far|often)\b"
    r"|what(?:'s|’s| is| was) (?:his|her|your|their|the) (?:name|age|address|job|title|diagnosis)\b"
    r"|what (?:is|are|was|were) (?!it )(?:\w+ ){1,3}called\b"
    r"|what (?:time|day|date|year|month|age|grade|school|company|medication|dose"
    r"|country|city|town|road|street|number|mark|score|shift|team|club|bus|train|ward|bank|car"
    r"|model|brand|size|drug"
    r"|(?:exactly )?(?:did|was|were|is) (?:the|your|his|her|their) (?:question|answer|score|mark"
    r"|number|name|exact words|title|price|temperature)"
    r"|exactly did (?:you|he|she|they) (?:say|do|write))\b"
    r"|(?:on|for|at|in|by) what (?!way|ways|sense|respect)\w+\b"
    r"|what do (?:you|they) do for (?:a living|work))"
)
_WONDERS = re.compile(r"(?:and |so |or )?(?:could|might) (?:it be|there be|you be) ")
_OPENS = re.compile(r"\b(?:what|how|why)\b")
_INVITES = re.compile(r"\b(?:tell|say|share|describe|explain|walk|talk|help)\b")


# "What holds it back, do you think?" asks one thing.
_GUESS = re.compile(
    r", (?:do|would|did) you (?:think|say|suppose|reckon|imagine|guess) ?(?:[.?!]*$|,)"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reply asks: its open and closed questions, and how many things in all."""

    open: tuple[Move, ...]
    closed: tuple[Move, ...]
    double: Span | None  # the second question inside one sentence
    invited: bool  # an invitation leads up to the one question: "Tell me about her. What…?"

    @property
    def all(self) -> tuple[Move, ...]:
        return tuple(sorted((*self.open, *self.closed), key=lambda one: one.span.start))

    @property
    def count(self) -> int:
        return len(self.open) + len(self.closed) + (self.double is not None) - self.invited


@lru_cache(maxsize=8)  # several criteria ask
def asked(case: Case) -> Asked:
    """The questions of this reply, each span counted once."""
    seen: dict[Span, Move] = {}
    for one in case.observation.moves:
        if one.kind not in QUESTIONS or is_check(case, one):
            continue
        if one.span not in seen or one.kind == "open_question":
            seen[one.span] = one
    found = tuple(seen.values())
    closed = tuple(one for one in found if one.kind == "closed_question" or _narrow(case, one))
    opened = tuple(one for one in found if one not in closed)
    double = _double(case) if len(found) == 1 else None
    invited = len(opened) == 2 and not closed and _invites(case, opened[0])
    return Asked(opened, closed, double, invited)


def _invites(case: Case, move: Move) -> bool:
    """Whether it asks without a question: "Tell me about her." """
    said = case.heard(move.span)
    return (
        _INVITES.match(said) is not None
        and "?" not in case.reply.text[move.span.start : move.span.end + 2]
    )


def _narrow(case: Case, move: Move) -> bool:
    """Whether a question is closed by its first words, and opens no further on."""
    said = case.heard(move.span)
    begun = _NARROW.match(said)
    return (
        begun is not None
        and _INVITES.search(said) is None
        and _OPENS.search(said, begun.end()) is None
    )


def _double(case: Case) -> Span | None:
    """Where the second question inside one sentence begins, if there is one."""
    norm = case.reply.norm
    starts = {one.start for one in case.reply.sentences}
    found = [
        (one.start(), one.end())
        for one in _TWO_IN_ONE.finditer(norm)
        if one.start() not in starts  # "And how are you?" opens a sentence, and joins nothing
    ]
    for sentence in case.reply.sentences:
        if sentence.question and _BEGINS.match(norm, sentence.start, sentence.end):
            then = _THEN_ASKS.search(norm, sentence.start, sentence.end)
            if then and not _GUESS.match(norm, then.start(), sentence.end):
                found.append((then.start() + 2, then.end()))
            anew = _ASKS_ANEW.search(norm, sentence.start + _FIRST_WORDS, sentence.end)
            if anew and '"' not in norm[sentence.start : anew.start()]:
                found.append((anew.start() + 1, anew.end()))
    return case.reply.span(*min(found)) if found else None


def asks_a_fact(case: Case, move: Move) -> bool:
    """Whether a closed question asks for one fact, rather than for yes or no."""
    said = case.heard(move.span)
    return bool(_FACT.search(said))


def is_check(case: Case, move: Move) -> bool:
    """Whether a question only asks if one has heard right ("Have I got that?")."""
    one = case.reply.sentence_at(move.span.start)
    if one is None or one.last - one.first > _SHORT:
        return False
    sentence = case.reply.norm[one.start : one.end]
    name = case.task.task.client_name.lower()
    return checks(
        re.sub(rf" (?:, )?{re.escape(name)}(?= ?[.?!]*$)", "", sentence) if name else sentence
    )


def waits_to_be_put_right(case: Case, move: Move) -> bool:
    """Whether a question gives something back, and waits to be put right.

    A statement asked with the voice alone, or "could it be that you are ashamed?"
    """
    return move.rule == BY_VOICE or _WONDERS.match(case.heard(move.span)) is not None
