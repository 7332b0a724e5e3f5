"""Who is looking at an attempt now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from practice.models import CLAIMED_FOR, Attempt, Claim, User


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim, and whether it is one's own."""

    claim: Claim
    mine: bool


@transaction.atomic
def claim_attempt(*, attempt: Attempt, supervisor: User, now: datetime | None = None) -> Claimed:
    """Claim an attempt for a quarter of an hour, or learn who has it.

    To be called whenever a supervisor opens an attempt: one's own claim is renewed, one that
    ran out is taken, and somebody else's stays as it is (`mine` is False then).
    """
    now = now or timezone.now()
    _lock(attempt)
    claim = Claim.objects.filter(attempt=attempt).select_related("supervisor").first()
    if claim and claim.supervisor_id != supervisor.pk and claim.expires_at > now:
        return Claimed(claim, mine=False)
    return Claimed(_take(attempt, supervisor, now), mine=True)


@transaction.atomic
def take_over(*, attempt: Attempt, supervisor: User, now: datetime | None = None) -> Claimed:
    """Claim an attempt that somebody else has. What they wrote as a draft stays theirs."""
    _lock(attempt)
    return Claimed(_take(attempt, supervisor, now or timezone.now()), mine=True)


def let_go(*, attempt: Attempt, supervisor: User) -> None:
    """Give back one's own claim, for the next one who looks."""
    Claim.objects.filter(attempt=attempt, supervisor=supervisor).delete()


def _take(attempt: Attempt, supervisor: User, now: datetime) -> Claim:
    claim, _ = Claim.objects.update_or_create(
        attempt=attempt, defaults={"supervisor": supervisor, "expires_at": now + CLAIMED_FOR}
    )
    return claim


def _lock(attempt: Attempt) -> None:
    """One writer at a time for each attempt."""
    Attempt.objects.select_for_update().only("pk").get(pk=attempt.pk)
