"""Says what it is about: the feeling tied to what brings it."""

from __future__ import annotations

from practice.rules.base import Move, Span
from practice.rules.content import Match
from practice.rules.criteria.case import QUESTIONS, Case, Finding, merged
from practice.rules.criteria.grounding import nearness
from practice.rules.criteria.no_roadblock import inside_reflection


def judge(case: Case) -> Finding:
    named = [one for one in case.feelings if one.clients]
    spans_outside = {one.span for one in case.feelings}
    spans_outside |= {one.span for one in case.observation.moves if is_aside(case, one)}
    outside = {at for span in spans_outside for at in range(span.start, span.end)}
    about = [
        one for one in case.content.matches if one.token.tells and one.token.start not in outside
    ]
    if not named:
        return Finding("not_judged", 0.0, "There is no feeling yet to tie to anything.")
    rest = [
        one
        for one in case.content.words.tokens[case.content.stem :]
        if one.tells and one.start not in outside
    ]
    if not rest and len({one.mention.entry.family for one in named if one.right}) > 1:
        return Finding(
            "partly",
            0.4,
            "Two feelings, side by side; what they are about is left out.",
            "Add what brings them: “…because…”, “…about…”, “…when…”.",
            reply_spans=tuple(one.span for one in named),
        )
    if not rest:
        return Finding(
            "not_yet",
            0.0,
            "The feeling is there; what it is about is not.",
            "Add what brings it: “…because…”, “…about…”, “…when…”.",
            fault="feeling_untied",
        )
    spans = merged((Span(one.token.start, one.token.end) for one in about), case.reply.text)
    said = merged(
        (Span(one.place.start, one.place.end) for one in about if one.place),
        case.task.task.statement,
    )
    near = nearness(case)
    if not about and not case.task.noted:
        return Finding(
            "met",
            0.8,
            "It says what the feeling is about, in your own words.",
            reply_spans=tuple(Span(one.start, one.end) for one in rest[:4]),
        )
    if near == "off" or not about:
        return Finding(
            "not_yet",
            0.2,
            f"It is tied to something that {case.name} did not speak of.",
            f"Tie it to what {case.name} said.",
            fault="off_topic" if near == "off" else None if about else "feeling_untied",
        )
    if near == "near":
        return Finding(
            "partly",
            0.5,
            f"{_first(case, about)} is {case.name}’s; the rest is new to the talk.",
            "Stay with what was said.",
            reply_spans=spans,
            statement_spans=said,
        )
    return Finding(
        "met",
        1.0,
        f"It is tied down: {_first(case, about)}.",
        reply_spans=spans,
        statement_spans=said,
    )


def _first(case: Case, about: list[Match]) -> str:
    first = max(about, key=lambda one: (one.worth, len(one.token.word)))
    return case.said(Span(first.token.start, first.token.end))


def is_aside(case: Case, move: Move) -> bool:
    """A part of the reply that does not say what the feeling is about: it does something else."""
    blocks = move.roadblock is not None and not inside_reflection(case, move)
    if not blocks and move.kind not in QUESTIONS:
        return False
    return not any(
        one.clients and one.right and move.span.start <= one.span.start < move.span.end
        for one in case.feelings
    )
