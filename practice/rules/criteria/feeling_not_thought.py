"""A feeling, not a thought: "you feel" with a feeling behind it."""

from __future__ import annotations

from practice.rules.criteria.case import Case, Finding


def judge(case: Case) -> Finding:
    if not case.thoughts:
        return Finding("met", 1.0, "No “you feel that…”, which brings a thought.")
    named = any(one.clients for one in case.feelings)
    return Finding(
        "partly" if named else "not_yet",
        0.4 if named else 0.0,
        f"{case.said(case.thoughts[0])} brings a thought where the feeling was coming.",
        "Put the feeling right behind “you feel”.",
        fault="thought_as_feeling",
        reply_spans=case.thoughts,
    )
