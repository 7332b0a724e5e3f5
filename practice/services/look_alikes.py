"""One comment for replies that make the same moves: a draft for each, still to be read over."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from practice.access import supervised
from practice.models import Attempt, Review, ReviewComment, User
from practice.services.reviews import ReviewError, rules_verdicts

AT_ONCE = 60


@transaction.atomic
def comment_on_look_alikes(
    *,
    attempt: Attempt,
    others: Collection[Attempt],
    supervisor: User,
    text: str,
    criterion: str = "",
    now: datetime | None = None,
) -> list[Review]:
    """Put one comment into the supervisor's drafts on an attempt and on others like it: these.

    A comment on a criterion where one is named, else to the trainee, below what the draft says
    already. Nothing is released. Left alone: what is not like `attempt`, what the supervisor may
    not review or has released already, and drafts that say just that. Raises ReviewError.
    """
    text = text.strip()
    if not text:
        raise ReviewError({"": "There is nothing in the comment yet."})
    if criterion and criterion not in rules_verdicts(attempt):
        raise ReviewError({"": "This reply was not looked at for that."})
    now = now or timezone.now()
    wanted = {attempt.pk, *(one.pk for one in others)}
    alike = (
        Attempt.objects.select_for_update()
        .seen_by_supervisors_of(supervised(supervisor))
        .not_by(supervisor.pk)
        .filter(pk__in=wanted, move_signature=attempt.move_signature)
        .order_by("pk")
    )
    drafts: list[Review] = []
    for one in alike[:AT_ONCE]:
        review, _ = Review.objects.get_or_create(attempt=one, supervisor=supervisor)
        if review.state == Review.State.DRAFT and _say(review, text, criterion):
            review.updated_at = now
            review.save()
            drafts.append(review)
    return drafts


def _say(review: Review, text: str, criterion: str) -> bool:
    """Put the comment in; False where it is there already."""
    if criterion:
        _, new = ReviewComment.objects.get_or_create(
            review=review, criterion=criterion, start=None, end=None, text=text
        )
        return new
    if text in review.overall:
        return False
    review.overall = f"{review.overall}\n\n{text}".strip()
    return True
