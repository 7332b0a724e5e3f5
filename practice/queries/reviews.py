"""One attempt as its supervisor reviews it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone

from practice.access import supervised
from practice.display.changes import Changes, changes_between
from practice.display.wording import CRITERIA, RATINGS
from practice.models import (
    Attempt,
    BankedComment,
    Claim,
    Dispute,
    Judgement,
    Review,
    ReviewAnswer,
    ReviewComment,
    ReviewRequest,
    User,
)
from practice.queries.back import disputes_of
from practice.services.reviews import rules_verdicts


@dataclass(frozen=True, slots=True)
class Try:
    """One of the tries at a client, and what changed since the one before."""

    attempt: Attempt
    changes: Changes | None


@dataclass(frozen=True, slots=True)
class Looked:
    """One criterion: the rules' finding, what the trainee says to it, what the supervisor says.

    `found` is the finding as the scorecard has it (reason, spans), None where the rules
    abstained. `judgement` is the supervisor's own, None as long as nothing was said.
    """

    criterion: str
    label: str
    rules_verdict: str
    found: dict[str, Any] | None
    dispute: Dispute | None
    judgement: Judgement | None
    comments: Sequence[ReviewComment]


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the review screen shows of one attempt.

    `own_rating` is "" unless the trainee chose to show it. `review` is the reader's own, with
    its comments loaded; `others` are released ones by other supervisors.
    """

    attempt: Attempt
    tries: Sequence[Try]
    request: ReviewRequest | None
    own_rating: str
    criteria: Sequence[Looked]
    review: Review | None
    remarks: Sequence[ReviewComment]
    others: Sequence[Review]
    claim: Claim | None


def review_desk(user: User, attempt: Attempt, *, now: datetime | None = None) -> Desk:
    """What the review screen shows. `attempt` comes from `access.reviewable_attempt`."""
    now = now or timezone.now()
    request = ReviewRequest.objects.filter(attempt=attempt).first()
    reviews = list(
        Review.objects.filter(attempt=attempt)
        .filter(Q(supervisor=user) | Q(state=Review.State.RELEASED))
        .select_related("supervisor")
        .prefetch_related("judgements", "comments", "answers__author", "revisions")
    )
    own = next((one for one in reviews if one.supervisor_id == user.pk), None)
    rating = attempt.self_rating if request and request.shares_rating else None
    return Desk(
        attempt=attempt,
        tries=_tries(user, attempt),
        request=request,
        own_rating=RATINGS.get(rating or 0, ""),
        criteria=_looked(attempt, own),
        review=own,
        remarks=[one for one in own.comments.all() if not one.criterion] if own else [],
        others=[one for one in reviews if one is not own],
        claim=Claim.objects.current(now)
        .filter(attempt=attempt)
        .select_related("supervisor")
        .first(),
    )


def comments_of(user: User) -> list[BankedComment]:
    """The supervisor's bank of comments, the one used last first."""
    return list(BankedComment.objects.filter(supervisor=user))


def answers_waiting(user: User) -> list[ReviewAnswer]:
    """What trainees answered to one's reviews and one has not read, the oldest first."""
    return list(
        ReviewAnswer.objects.filter(
            review__supervisor=user,
            review__attempt__cohort__in=supervised(user),
            seen_at=None,
        )
        .exclude(author=user)
        .select_related("author", "review__attempt__scenario_version")
        .defer("review__attempt__scorecard", "review__attempt__scenario_version__content")
        .order_by("at", "pk")
    )


# How ----------------------------------------------------------------------------------------


def _tries(user: User, attempt: Attempt) -> list[Try]:
    """The tries that belong together, as far as supervisors may see them."""
    first = attempt.first_try_id or attempt.pk
    attempts = (
        Attempt.objects.seen_by_supervisors_of(supervised(user))
        .by(attempt.trainee_id)
        .filter(Q(pk=first) | Q(first_try=first))
        .defer("scorecard")
        .order_by("try_number", "created_at")
    )
    tries: list[Try] = []
    for one in attempts:
        before = tries[-1].attempt.reply if tries else None
        tries.append(Try(one, changes_between(before, one.reply) if before is not None else None))
    return tries


def _looked(attempt: Attempt, review: Review | None) -> list[Looked]:
    found = {one["criterion"]: one for one in attempt.scorecard.get("criteria", ())}
    disputes = disputes_of(attempt)
    judged = {one.criterion: one for one in review.judgements.all()} if review else {}
    comments = list(review.comments.all()) if review else []
    return [
        Looked(
            criterion=criterion,
            label=CRITERIA[criterion].label if criterion in CRITERIA else criterion,
            rules_verdict=verdict,
            found=found.get(criterion),
            dispute=disputes.get(criterion),
            judgement=judged.get(criterion),
            comments=[one for one in comments if one.criterion == criterion],
        )
        for criterion, verdict in rules_verdicts(attempt).items()
    ]
