"""Who read or changed what belongs to a trainee."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from practice.models import AccessLog, Attempt, User

AT_MOST_EVERY = timedelta(hours=1)


def log_access(
    *, who: User, attempt: Attempt, action: AccessLog.Action, now: datetime | None = None
) -> None:
    """Note that somebody else read, changed or downloaded an attempt; once an hour at most."""
    log_accesses(who=who, attempts=[attempt], action=action, now=now)


def has_seen_verdicts(*, who: User, attempt: Attempt) -> bool:
    """Whether somebody opened an attempt where it shows what the rules found."""
    seen = AccessLog.objects.filter(who=who, attempt=attempt, action=AccessLog.Action.READ)
    return seen.exists()


def log_accesses(
    *,
    who: User,
    attempts: Iterable[Attempt],
    action: AccessLog.Action,
    now: datetime | None = None,
) -> None:
    """`log_access` for several attempts, in two statements."""
    now = now or timezone.now()
    others = {one.pk: one for one in attempts if one.trainee_id != who.pk}
    noted = AccessLog.objects.filter(
        who=who, attempt__in=others, action=action, at__gt=now - AT_MOST_EVERY, at__lte=now
    ).values_list("attempt", flat=True)
    seen = set(noted)
    AccessLog.objects.bulk_create(
        AccessLog(who=who, subject_id=one.trainee_id, attempt=one, action=action, at=now)
        for pk, one in others.items()
        if pk not in seen
    )


def log_exports(
    *, who: User, subjects: Iterable[UUID], about: str, now: datetime | None = None
) -> None:
    """Note that somebody downloaded a table with others in it; once an hour at most for each."""
    now = now or timezone.now()
    exported = AccessLog.Action.EXPORTED
    others = set(subjects) - {who.pk}
    noted = AccessLog.objects.filter(
        who=who,
        subject__in=others,
        action=exported,
        about=about,
        at__gt=now - AT_MOST_EVERY,
        at__lte=now,
    ).values_list("subject", flat=True)
    AccessLog.objects.bulk_create(
        AccessLog(who=who, subject_id=one, action=exported, about=about, at=now)
        for one in sorted(others - set(noted))
    )
