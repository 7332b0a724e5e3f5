"""One question at a time."""

from __future__ import annotations

from practice.rules.criteria.asked import asked
from practice.rules.criteria.case import Case, Finding, rules_of, spans_of


def judge(case: Case) -> Finding:
    found = asked(case)
    if not found.count:
        return Finding("not_judged", 0.0, "There is no question to count.")
    if found.count == 1:
        return Finding("met", 1.0, "One thing is asked.", reply_spans=spans_of(found.all))
    spans = spans_of(found.all) if found.double is None else (found.double,)
    return Finding(
        "not_yet",
        0.0,
        f"{_counted(found.count)} at once: people answer the easier one.",
        "Keep the one you most want to hear the answer to.",
        fault="several_questions",
        rules=rules_of(found.all),
        reply_spans=spans,
    )


def _counted(number: int) -> str:
    names = {2: "Two questions", 3: "Three questions"}
    return names.get(number, f"{number} questions")
