"""Open, not closed: a question that yes, no or one fact cannot answer, or an invitation."""

from __future__ import annotations

from practice.rules.coaching_words import INSTEAD
from practice.rules.criteria.asked import Asked, asked, asks_a_fact
from practice.rules.criteria.case import Case, Finding, rules_of, spans_of
from practice.rules.criteria.main_points import is_keyword_list, whole


def judge(case: Case) -> Finding:
    found = asked(case)
    if is_keyword_list(case):
        return Finding(
            "not_yet",
            0.1,
            f"These are words from {case.name}’s story; a question would carry them.",
            "Put one of them after “what” or “how”: “What is it like when…?”",
            fault="keyword_list",
            reply_spans=(whole(case),),
        )
    if not found.all:
        return _nothing_asked(case)
    if not found.open:
        return _closed(case, found)
    first = found.open[0]
    if found.closed and found.closed[-1].span.start > first.span.start:
        return Finding(
            "partly",
            0.6,
            f"{case.said(first.span)} opens the door; {case.said(found.closed[-1].span)} half "
            "closes it.",
            "Stop after the open one.",
            rules=rules_of(found.all),
            reply_spans=spans_of(found.all),
        )
    return Finding(
        "met",
        1.0,
        f"{case.said(first.span)} cannot be answered with yes, no or one fact.",
        rules=rules_of(found.open),
        reply_spans=spans_of(found.open),
    )


def _closed(case: Case, found: Asked) -> Finding:
    one = found.closed[0]
    if asks_a_fact(case, one):
        return Finding(
            "not_yet",
            0.1,
            f"{case.said(one.span)} asks for one fact.",
            "Ask about what is behind the fact: “What is it like when…?”",
            fault="fact_question",
            rules=rules_of(found.closed),
            reply_spans=spans_of(found.closed),
        )
    return Finding(
        "not_yet",
        0.1,
        f"{case.said(one.span)} can be answered with yes or no.",
        "Begin with “what” or “how”, and the answer is theirs to shape.",
        fault="closed_question",
        rules=rules_of(found.closed),
        reply_spans=spans_of(found.closed),
    )


def _nothing_asked(case: Case) -> Finding:
    instead = INSTEAD[case.observation.technique]
    return Finding(
        "not_yet",
        0.0,
        f"There is no question in it yet; it reads as {instead.what}.",
        (instead.open_question or INSTEAD["other"].open_question).format(name=case.name),
        fault="no_question",
        rules=rules_of(case.moves(case.observation.technique)),
    )
