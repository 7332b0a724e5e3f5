"""Who is looking at an attempt now."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from practice.models import CLAIMED_FOR, Attempt, Claim, User


@transaction.atomic
def claim_attempt(*, attempt: Attempt, supervisor: User, now: datetime | None = None) -> None:
    """Claim an attempt for a quarter of an hour, unless somebody else has it.

    To be called whenever a supervisor opens an attempt: one's own claim is renewed, one that
    ran out is taken, and somebody else's stays as it is.
    """
    now = now or timezone.now()
    _lock(attempt)
    others = Claim.objects.current(now).filter(attempt=attempt).exclude(supervisor=supervisor)
    if not others.exists():
        _take(attempt, supervisor, now)


@transaction.atomic
def take_over(*, attempt: Attempt, supervisor: User, now: datetime | None = None) -> None:
    """Claim an attempt that somebody else has. What they wrote as a draft stays theirs."""
    _lock(attempt)
    _take(attempt, supervisor, now or timezone.now())


def _take(attempt: Attempt, supervisor: User, now: datetime) -> None:
    Claim.objects.update_or_create(
        attempt=attempt, defaults={"supervisor": supervisor, "expires_at": now + CLAIMED_FOR}
    )


def _lock(attempt: Attempt) -> None:
    """One writer at a time for each attempt."""
    Attempt.objects.select_for_update().only("pk").get(pk=attempt.pk)
