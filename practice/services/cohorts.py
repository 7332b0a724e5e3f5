"""Who is in which cohort."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from practice.models import Cohort, Membership, User, new_join_code

WRONG_CODE = "This code opens no group. It may have changed; your tutor knows."


class JoinError(ValueError):
    """The code opens no cohort."""


def join_cohort(*, person: User, code: str) -> Membership:
    """Make somebody a trainee of the cohort with this code. Raises JoinError."""
    cohort = Cohort.objects.joinable(code, timezone.now()).first()
    if cohort is None:
        raise JoinError(WRONG_CODE)
    with transaction.atomic():
        membership, _ = Membership.objects.get_or_create(
            person=person, cohort=cohort, role=Membership.Role.TRAINEE, left_at=None
        )
        if person.time_zone == "UTC":  # never chosen: people are mostly where their group is
            person.time_zone = cohort.time_zone
            person.save(update_fields=["time_zone"])
    return membership


def leave_cohort(*, membership: Membership) -> None:
    """End a membership. What was written in it stays with the cohort it was written in."""
    if membership.left_at is None:
        membership.left_at = timezone.now()
        membership.save(update_fields=["left_at"])


def renew_join_code(*, cohort: Cohort) -> None:
    """Give a cohort a new code. The old one opens nothing any more."""
    cohort.join_code = new_join_code()
    cohort.join_code_expires_at = None
    cohort.save(update_fields=["join_code", "join_code_expires_at"])
