"""No longer than the client: looked at from 25 words on; a short reply always passes."""

from __future__ import annotations

from practice.rules.criteria.case import Case, Finding

FROM = 25
_MUCH, _MANY = 1.3, 35  # times the statement, and words


def judge(case: Case) -> Finding:
    mine, theirs = len(case.reply.words), len(case.task.statement.reply.words)
    if mine < FROM:
        return Finding("met", 1.0, f"Short: {case.name} soon has the floor again.")
    if mine <= theirs:
        return Finding("met", 1.0, f"Shorter than what {case.name} said.")
    much = mine > _MUCH * theirs and mine >= _MANY
    return Finding(
        "not_yet" if much else "partly",
        0.0 if much else 0.4,
        f"{mine} words for {case.name}’s {theirs}.",
        "Which half could go without losing the point?",
        fault="too_long",
    )
