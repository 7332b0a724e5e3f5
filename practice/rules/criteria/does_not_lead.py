"""Does not lead: no answer tucked inside the question, no "why" that blames, no advice."""

from __future__ import annotations

import re

from practice.rules.base import Span
from practice.rules.criteria.asked import asked
from practice.rules.criteria.case import Case, Finding, rules_of
from practice.rules.criteria.no_roadblock import is_sure
from practice.rules.criteria.steers import steers

_LEADING = re.compile(
    r"\b(?:(?:do|did|are|is|was|were|have|has|had|would|could|should|can|will|does) not"
    r" (?:you|it|that|this|he|she|they|there)\b"
    r"|(?<!what )(?<!how )(?<!why )(?:is|was|would|could|do|did|have|are) (?:it|that|you) not\b"
    r"|surely|(?:would|do) you (?:not )?agree|you (?:would|do|must) (?:surely )?agree"
    r"|do you think (?:it|that|this|maybe|perhaps|you|they|he|she|an?|some|\w+ing)\b"
    r"|could it be (?:that|because)|(?:is|was) (?:it|that|this) (?:maybe |perhaps |just |only "
    r"|really )*because"
    r"|is it possible (?:that )?you|are you sure|do you (?:realise|realize|really)"
    r"|what makes you think"
    r"|what (?:is (?:stopping|preventing|keeping)|stops|prevents|keeps) you from \w+ing"
    r"|how (?:bad|guilty|ashamed|embarrassed|selfish|stupid|foolish|jealous|bitter|angry|upset)"
    r" (?:do|did|are|were) you"
    r"|what makes you so \w+|how are you going to (?:make sure|stop|fix|solve|deal)"
    r"|how much do you (?:regret|resent|hate|miss)"
    r"|how (?:could|can) you(?! (?:tell|describe|say))|what were you thinking)"
)
_TAG = re.compile(
    r", (?:is|was|does|did|do|are|were|has|have|would|will|can|could|should)(?: not)? "
    r"(?:it|you|he|she|they|that|there)(?: not)?[ .?!]*$"
)
_WHY_YOU = re.compile(
    r"\bwhy (?:on earth |ever |then |exactly |even |still )*"
    r"(?:did|do|are|were|have|has|had|would|will|can|could|should|must|does|was)(?: not)? ?"
    r"(?:you|your|he|she|they|not)\b|\bhow come you\b|\bwhy not\b|\bwhy you\b"
)
# These beg for a yes, whatever advice they carry.
_BEGGED = re.compile(
    r"\b(?:(?:do|would|did) not you (?:think|agree|say|feel|believe|see|want)"
    r"|would not it be|is not it (?:time|better|about|more|just|really)|surely you)\b"
)
_WHY_CANNOT = re.compile(
    r"\bwhy (?:can|could|will|must|are|were|did) (?:not )?you\b(?! (?:try|ask))"
)
_WHY = re.compile(r"(?:^|\b(?:and|so|but|okay|well) )why\b")


def judge(case: Case) -> Finding:
    norm = case.reply.norm
    found = asked(case)
    justify = _WHY_CANNOT.search(norm)
    if justify:
        return _blames(case, case.reply.span(justify.start(), justify.end()))
    begged = _BEGGED.search(norm)
    if begged:
        return _leads(case, case.reply.span(begged.start(), begged.end()))
    advice = [
        one
        for one in case.observation.moves
        if (one.roadblock == "advising" or one.kind == "advice") and is_sure(case, one)
    ]
    if advice:
        asks = bool(found.all) or "?" in case.reply.text
        return _advises(case, tuple(one.span for one in advice), rules_of(advice), asks=asks)
    steered = steers(case)
    if steered is not None:
        return _advises(case, (steered,))
    if not found.all:
        return Finding("not_judged", 0.0, "There is no question that could lead.")
    why = _WHY_YOU.search(norm)
    if why:
        return _blames(case, case.reply.span(why.start(), why.end()))
    leading = _LEADING.search(norm) or (_TAG.search(norm) if not found.open else None)
    if leading:
        return _leads(case, case.reply.span(leading.start(), leading.end()))
    likely = _likely_fault(case)
    if likely is not None:
        return likely
    soft = _WHY.search(norm)
    if soft:
        span = case.reply.span(soft.start(), soft.end())
        return Finding(
            "partly",
            0.6,
            "“Why” can sound like a request for reasons.",
            "“What makes…” or “How come…” sounds softer.",
            reply_spans=(span,),
        )
    return Finding("met", 1.0, f"It leaves the answer to {case.name}.")


def _likely_fault(case: Case) -> Finding | None:
    """What small signs together say of the question, where no pattern does."""
    if case.question_fault is None:
        return None
    fault, span = case.question_fault
    if fault == "leading_question":
        return _leads(case, span)
    if fault == "advice_in_question":
        return _advises(case, (span,))
    return _blames(case, span) if fault == "blaming_why" else None


def _advises(
    case: Case, spans: tuple[Span, ...], rules: tuple[str, ...] = (), *, asks: bool = True
) -> Finding:
    return Finding(
        "not_yet",
        0.0,
        f"{case.said(spans[0])} is advice{' with a question mark' if asks else ''}.",
        f"Ask what {case.name} has in mind, or how it is, and leave the answer to them.",
        fault="advice_in_question",
        rules=rules,
        reply_spans=spans,
    )


def _blames(case: Case, span: Span) -> Finding:
    return Finding(
        "not_yet",
        0.0,
        f"{case.said(span)} asks {case.name} to justify what was done.",
        "“What” or “how” asks the same without the finger: “What made you…?”",
        fault="blaming_why",
        reply_spans=(span,),
    )


def _leads(case: Case, span: Span) -> Finding:
    return Finding(
        "not_yet",
        0.0,
        f"{case.said(span)} carries its answer with it.",
        f"Leave the answer out, and let {case.name} find it: “What do you make of…?”",
        fault="leading_question",
        reply_spans=(span,),
    )
