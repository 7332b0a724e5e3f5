"""What a trainee asks of their supervisors."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from practice.models import Attempt, Dispute, Review, ReviewRequest
from practice.services import figures
from practice.services.queueing import stand_again

NOBODY_TO_ASK = (
    "This reply was written outside any group, so there is nobody to send it to. Replies that you "
    "write from now on, in a group, can be sent."
)
ALREADY_BACK = "A review of this reply is back already. You can answer below it."
ANSWERED = "A review of this reply is back already, so your question stays above its answer."
LOOKED_AT = "A review of this reply is back already, so what you said about it stays beside it."


class AskError(ValueError):
    """What was asked cannot be done; the text says why, for the trainee to read."""


@transaction.atomic
def ask_for_review(
    *,
    attempt: Attempt,
    question: str = "",
    shares_rating: bool = False,
    now: datetime | None = None,
) -> ReviewRequest:
    """Send a trainee's own attempt to the supervisors of the group it was written in.

    Sent again before anybody answered, the question is changed and the place in the queue kept.
    An attempt that supervisors could not see can be seen from now on: that is what asking means.
    Raises AskError.
    """
    attempt = _locked(attempt)
    if attempt.cohort_id is None:
        raise AskError(NOBODY_TO_ASK)
    request = ReviewRequest.objects.filter(attempt=attempt).first()
    _refuse_answered(attempt, ALREADY_BACK)
    if request is None:
        request = ReviewRequest(attempt=attempt, created_at=now or timezone.now())
    request.question = question.strip()
    request.shares_rating = shares_rating
    request.full_clean(exclude=["attempt"])
    request.save()
    attempt.request = request
    stand_again(attempt)
    if not attempt.visible:
        itself = Attempt.objects.filter(pk=attempt.pk)
        tally = figures.tally_for(itself).attempts(itself, sign=-1)
        attempt.visible = True
        attempt.save(update_fields=["visible"])
        tally.attempts(itself).apply()
    return request


@transaction.atomic
def take_back_request(*, attempt: Attempt) -> None:
    """Take back a request that nobody has answered. Raises AskError where somebody has."""
    attempt = _locked(attempt)
    _refuse_answered(attempt, ANSWERED)
    ReviewRequest.objects.filter(attempt=attempt).delete()
    stand_again(_locked(attempt))


@transaction.atomic
def dispute_finding(
    *, attempt: Attempt, criterion: str, text: str = "", now: datetime | None = None
) -> Dispute:
    """Say that one sees a finding of the rules differently. Said again, it replaces the words.

    Raises AskError where the attempt has no such finding.
    """
    attempt = _locked(attempt)
    if not attempt.criterion_results.filter(criterion=criterion).exists():
        raise AskError("There is no such finding on this reply.")
    dispute = Dispute.objects.filter(attempt=attempt, criterion=criterion).first()
    if dispute is None:
        dispute = Dispute(attempt=attempt, criterion=criterion, created_at=now or timezone.now())
    dispute.text = text.strip()
    dispute.full_clean(exclude=["attempt"])
    dispute.save()
    stand_again(attempt)
    return dispute


@transaction.atomic
def take_back_dispute(*, attempt: Attempt, criterion: str) -> None:
    """No longer see a finding differently. Raises AskError where somebody has looked at it."""
    attempt = _locked(attempt)
    dispute = Dispute.objects.filter(attempt=attempt, criterion=criterion).first()
    if dispute is None:  # sent twice
        return
    if is_looked_at(attempt, dispute):
        raise AskError(LOOKED_AT)
    dispute.delete()
    stand_again(attempt)


def is_looked_at(attempt: Attempt, dispute: Dispute) -> bool:
    """Whether a review of the attempt was released after its trainee saw a finding differently."""
    return attempt.reviewed_at is not None and dispute.created_at <= attempt.reviewed_at


def _locked(attempt: Attempt) -> Attempt:
    """The attempt as it is now, and one writer at a time."""
    return Attempt.objects.select_for_update().get(pk=attempt.pk)


def _refuse_answered(attempt: Attempt, says: str) -> None:
    """Also while the release can be undone: until then the answer is on its way."""
    if attempt.reviews.filter(state=Review.State.RELEASED).exists():
        raise AskError(says)
