"""Nothing invented: no name, number, person or event that the client never gave."""

from __future__ import annotations

from practice.rules.criteria.case import Case, Finding, joined, quoted


def judge(case: Case) -> Finding:
    found = case.content.invented
    if not found:
        return Finding(
            "met", 1.0, f"No name, number or person in it that {case.name} did not give."
        )
    words = joined(list(dict.fromkeys(quoted(one.text) for one in found[:3])))
    are = "is" if len(found) == 1 else "are"
    return Finding(
        "not_yet",
        0.0,
        f"{words} {are} nowhere in what {case.name} said.",
        "Leave it out; a guess at the meaning is welcome, a new fact is not.",
        fault="invented_detail",
        reply_spans=tuple(one.span for one in found),
    )
