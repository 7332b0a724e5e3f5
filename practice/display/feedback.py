"""A stored scorecard made ready for the page. Reads what was saved; judges nothing anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from practice.display import marks, rulebook
from practice.display.rulebook import Shown
from practice.display.wording import CRITERIA, MAIN_CRITERION, VERDICTS

# In the list, what needs attention comes first; in the tally, what is there.
ORDER = tuple(VERDICTS)
TALLIED = ("met", "partly", "not_yet", "not_judged")


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion as found, with the words that show it."""

    criterion: str
    label: str
    verdict: str
    sign: str
    css: str
    reason: str
    suggestion: str
    reply_words: tuple[str, ...]
    statement_words: tuple[str, ...]
    rules: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class SumRow:
    """One line of the sum; a criterion that could not be judged is left out of it."""

    label: str
    weight: int
    earned: float
    judged: bool


@dataclass(frozen=True, slots=True)
class Sum:
    """How the number was added up."""

    rows: tuple[SumRow, ...]
    weight: int
    earned: float
    caps: Sequence[Mapping[str, Any]]
    held_down: bool  # by a cap; otherwise the caps lie above the sum


@dataclass(frozen=True, slots=True)
class Change:
    """The nearest better version, as before and after."""

    before: SafeString
    after: SafeString


@dataclass(frozen=True, slots=True)
class Feedback:
    """All that the feedback page shows of one scorecard."""

    found: marks.Findings
    did_it: bool  # what the strategy is for, and nothing in its way: on to the next client
    change: Change | None
    criteria: tuple[Row, ...]
    tally: str
    sum: Sum


def feedback_on(card: Mapping[str, Any], reply: str, statement: str) -> Feedback:
    """Read one scorecard beside the two texts that it speaks of."""
    criteria: list[Mapping[str, Any]] = card["criteria"]
    found = marks.findings_of(card)
    return Feedback(
        found=found,
        did_it=_verdict_of(criteria, MAIN_CRITERION[card["strategy"]]) == "met"
        and not (found.change_next and found.change_next.kind == "block"),
        change=_change(card["better"], reply),
        criteria=tuple(
            _row(one, reply, statement)
            for one in sorted(criteria, key=lambda one: ORDER.index(one["verdict"]))
        ),
        tally=_tally(criteria),
        sum=_sum(criteria, card["caps"], card["score"]),
    )


def _verdict_of(criteria: Sequence[Mapping[str, Any]], criterion: str) -> str | None:
    return next((c["verdict"] for c in criteria if c["criterion"] == criterion), None)


def _change(better: Mapping[str, Any] | None, reply: str) -> Change | None:
    if not better:
        return None
    return Change(*marks.changed(reply, better["removed"], better["after"], better["added"]))


def _row(found: Mapping[str, Any], reply: str, statement: str) -> Row:
    verdict = VERDICTS[found["verdict"]]
    return Row(
        criterion=found["criterion"],
        label=CRITERIA[found["criterion"]].label,
        verdict=verdict.label,
        sign=verdict.sign,
        css=verdict.css,
        reason=found["reason"],
        suggestion=found["suggestion"],
        reply_words=_unsaid(marks.quoted(reply, found["reply_spans"]), found["reason"]),
        statement_words=_unsaid(marks.quoted(statement, found["statement_spans"]), found["reason"]),
        rules=tuple(rulebook.named(found["rules"])),
    )


def _unsaid(words: Sequence[str], reason: str) -> tuple[str, ...]:
    """Words that the reason does not quote already, each once."""
    return tuple(word for word in dict.fromkeys(words) if word not in reason)


def _tally(criteria: Sequence[Mapping[str, Any]]) -> str:
    """ "6 met · 1 partly · 1 not yet": only what there is."""
    verdicts = [found["verdict"] for found in criteria]
    return " · ".join(
        f"{verdicts.count(one)} {VERDICTS[one].label.lower()}" for one in TALLIED if one in verdicts
    )


def _sum(
    criteria: Sequence[Mapping[str, Any]], caps: Sequence[Mapping[str, Any]], score: int | None
) -> Sum:
    rows = tuple(
        SumRow(
            CRITERIA[found["criterion"]].label,
            found["weight"],
            found["earned"],
            found["verdict"] != "not_judged",
        )
        for found in criteria
    )
    judged = [row for row in rows if row.judged]
    weight, earned = sum(row.weight for row in judged), sum(row.earned for row in judged)
    held_down = bool(weight and score is not None and round(100 * earned / weight) > score)
    return Sum(rows, weight, earned, caps, held_down)
