"""A review made ready for the page: both verdicts where they differ, and words with their phrase.

Pure rendering of rows that are loaded; no queries.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from practice.display.wording import CRITERIA, VERDICTS, VerdictWords
from practice.models import Judgement, Review, ReviewAnswer, ReviewComment


@dataclass(frozen=True, slots=True)
class OnPhrase:
    """Words about some words of the reply."""

    phrase: str
    text: str


@dataclass(frozen=True, slots=True)
class OnCriterion:
    """One criterion: both verdicts, the reason, and comments on it."""

    criterion: str
    label: str
    rules: VerdictWords
    theirs: VerdictWords
    overruled: bool
    reason: str
    comments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A review as it was before it was amended."""

    number: int
    overall: str
    overruled: tuple[str, ...]
    comments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownReview:
    """All that a trainee reads of one review."""

    review: Review
    name: str
    phrases: tuple[OnPhrase, ...]
    criteria: tuple[OnCriterion, ...]
    agreed: int  # criteria in which the rules' verdict stands
    answers: Sequence[ReviewAnswer]
    earlier: tuple[Earlier, ...]


def shown_review(review: Review, reply: str) -> ShownReview:
    """Read one review, with everything prefetched, beside the reply that it is about."""
    comments = list(review.comments.all())
    judgements = list(review.judgements.all())
    on = _by_criterion(comments)
    return ShownReview(
        review=review,
        name=review.supervisor.short_name if review.supervisor else "A supervisor",
        phrases=tuple(
            OnPhrase(reply[one.start : one.end], one.text)
            for one in comments
            if one.start is not None
        ),
        criteria=tuple(
            on_criterion(one, on.get(one.criterion, ()))
            for one in judgements
            if one.overrules or one.reason or one.criterion in on
        ),
        agreed=sum(one.said and not one.overrules for one in judgements),
        answers=list(review.answers.all()),
        earlier=tuple(_earlier(one.number, one.snapshot, reply) for one in review.revisions.all()),
    )


def on_criterion(judgement: Judgement, comments: Sequence[str]) -> OnCriterion:
    """One judgement in words."""
    return OnCriterion(
        criterion=judgement.criterion,
        label=CRITERIA[judgement.criterion].label,
        rules=VERDICTS[judgement.rules_verdict],
        theirs=VERDICTS[judgement.verdict],
        overruled=judgement.overrules,
        reason=judgement.reason,
        comments=tuple(comments),
    )


def _by_criterion(comments: Sequence[ReviewComment]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in comments:
        if one.criterion and one.start is None:
            found.setdefault(one.criterion, []).append(one.text)
    return found


def _earlier(number: int, snapshot: Mapping[str, Any], reply: str) -> Earlier:
    overruled = [
        f"{CRITERIA[one['criterion']].label}: {VERDICTS[one['verdict']].label.lower()}"
        f"{': ' + one['reason'] if one['reason'] else ''}"
        for one in snapshot["judgements"]
        if one["verdict"] != one["rules_verdict"]
    ]
    comments = [f"{_about(one, reply)}{one['text']}" for one in snapshot["comments"]]
    return Earlier(number, snapshot["overall"], tuple(overruled), tuple(comments))


def _about(comment: Mapping[str, Any], reply: str) -> str:
    """What an earlier comment was on."""
    if comment["start"] is not None:
        return f"On “{reply[comment['start'] : comment['end']]}”: "
    return f"{CRITERIA[comment['criterion']].label}: " if comment["criterion"] else ""
