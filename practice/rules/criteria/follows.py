"""Follows what was said: a question takes up something that this client gave."""

from __future__ import annotations

from practice.rules.base import Span
from practice.rules.content import Match
from practice.rules.criteria.case import Case, Finding, merged

ENOUGH = 0.5  # of the question's content comes from the client
SOME = 0.3


def judge(case: Case) -> Finding:
    content = case.content
    anchors = [one for one in content.matches if one.token.weight == 1]
    if not anchors:
        return Finding(
            "not_yet",
            0.0,
            f"It could be put to anybody: nothing in it is {case.name}’s.",
            "Take up one word or thing that was said, and ask about that.",
            fault="off_topic",
        )
    spans = merged((Span(one.token.start, one.token.end) for one in anchors), case.reply.text)
    said = merged(
        (Span(one.place.start, one.place.end) for one in anchors if one.place),
        case.task.task.statement,
    )
    if content.grounded >= ENOUGH:
        return Finding(
            "met",
            1.0,
            f"{_quotes(case, anchors)} comes from what {case.name} said.",
            reply_spans=spans,
            statement_spans=said,
        )
    if content.grounded >= SOME:
        return Finding(
            "partly",
            0.6,
            f"{_quotes(case, anchors)} is {case.name}’s; the rest is new to the talk.",
            "Stay nearer: ask about something that was said.",
            reply_spans=spans,
            statement_spans=said,
        )
    return Finding(
        "not_yet",
        0.2,
        f"Most of it is about something that {case.name} did not bring.",
        "Take up one word or thing that was said, and ask about that.",
        fault="off_topic",
        reply_spans=spans,
        statement_spans=said,
    )


def _quotes(case: Case, anchors: list[Match]) -> str:
    first = max(anchors, key=lambda one: (one.worth, len(one.token.word)))
    return case.said(Span(first.token.start, first.token.end))
