"""The conversation under a review."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from practice.models import Review, ReviewAnswer, User
from practice.services.limits import MOST_ANSWERS, room_among

TOO_MANY_ANSWERS = (
    "You have written {most} times below this review, and there is room for no more. Your words "
    "are all here; the next time you meet may be the place for them."
)


def see_review(*, review: Review, now: datetime | None = None) -> None:
    """The trainee has the review before their eyes: it counts as new no more."""
    review.seen_at = now or timezone.now()
    review.save(update_fields=["seen_at"])
    review.answers.filter(seen_at=None, author=review.supervisor).update(seen_at=review.seen_at)


def call_helpful(*, review: Review, helpful: bool | None) -> None:
    """The trainee found it helpful, or not, or takes back having said either."""
    review.helpful = helpful
    review.save(update_fields=["helpful"])


def answer_review(
    *, review: Review, author: User, text: str, now: datetime | None = None
) -> ReviewAnswer:
    """Say something below a review, as the trainee or as its supervisor. Raises LimitError."""
    answer = ReviewAnswer(review=review, author=author, text=text.strip(), at=now or timezone.now())
    answer.full_clean(exclude=["review", "author"])
    with transaction.atomic():
        Review.objects.select_for_update(no_key=True).only("pk").get(pk=review.pk)
        room_among(review.answers.filter(author=author), MOST_ANSWERS, TOO_MANY_ANSWERS)
        answer.save()
    return answer


def see_answers(*, review: Review, supervisor: User, now: datetime | None = None) -> None:
    """The supervisor has what the trainee answered before their eyes."""
    if review.supervisor_id == supervisor.pk:
        unseen = review.answers.filter(seen_at=None).exclude(author=supervisor)
        unseen.update(seen_at=now or timezone.now())
