"""Days, as they are where the reader is."""

from __future__ import annotations

from datetime import date, datetime, time

from django.utils import timezone


def midnight(day: date) -> datetime:
    """The moment a day begins."""
    return timezone.make_aware(datetime.combine(day, time.min))
