"""No roadblock: nothing that turns the talk away from the client.

What each roadblock is called, why it gets in the way and what to try stands in
`coaching_words`; here only its weight is decided.
"""

from __future__ import annotations

from practice.rules.base import Move
from practice.rules.coaching_words import ROADBLOCKS
from practice.rules.criteria.case import Case, Finding, rules_of, spans_of
from practice.rules.criteria.grounding import speaks_of_client

# Noted, without a cap: they are kindly meant and leave the client the floor.
LIGHT = frozenset({"praising", "sympathising", "probing", "analysing"})
_REASSURES_OUT = 0.34  # of the reply: comfort of this size closes the subject


def judge(case: Case) -> Finding:
    found = [one for one in case.observation.moves if one.roadblock and is_sure(case, one)]
    if not found:
        return Finding("met", 1.0, "No advice, no judging, no comfort that closes the subject.")
    worst = max(found, key=lambda one: (is_heavy(case, one), one.span.end - one.span.start))
    heavy = is_heavy(case, worst)
    words = ROADBLOCKS[worst.roadblock or "advising"]
    same = [one for one in found if is_heavy(case, one) == heavy]
    return Finding(
        "not_yet" if heavy else "partly",
        0.0 if heavy else 0.6,
        words.reason.format(quote=case.said(worst.span), name=case.name),
        words.suggestion.format(quote=case.said(worst.span), name=case.name),
        fault=worst.roadblock,
        rules=rules_of(same),
        reply_spans=spans_of(same),
    )


def is_heavy(case: Case, move: Move) -> bool:
    """Whether this roadblock stands in the way, or is only noted."""
    if move.roadblock is None or move.roadblock in LIGHT or not is_sure(case, move):
        return False
    if move.roadblock != "reassuring":
        return True
    end_of_reply = case.reply.words[-1].end if case.reply.words else 0
    size = (move.span.end - move.span.start) / max(1, len(case.reply.text.strip()))
    return size >= _REASSURES_OUT or move.span.end >= end_of_reply


def is_sure(case: Case, move: Move) -> bool:
    """Whether a roadblock was found by its own pattern, and not by small signs alone.

    Small signs together ("weighed") say what a sentence is most like. That is not enough
    against a reply that plainly speaks of what the client told.
    """
    return not move.rule.endswith(".weighed") or not speaks_of_client(case)
