"""Days, as they are where the reader is, or a group."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.utils import timezone

from practice.models import Cohort


def midnight(day: date) -> datetime:
    """The moment a day begins."""
    return timezone.make_aware(datetime.combine(day, time.min))


def today_in(cohort: Cohort, now: datetime | None = None) -> date:
    """The day that it is where a group is."""
    return (now or timezone.now()).astimezone(ZoneInfo(cohort.time_zone)).date()
