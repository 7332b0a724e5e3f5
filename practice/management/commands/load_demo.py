"""Load the demonstration: a cohort, its invented people, and five weeks of what they wrote."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from practice.demo import COHORT, GUESTS, loading
from practice.models import User


class Command(BaseCommand):
    """Idempotent: whoever is there already is left as they are."""

    help = "Load the demonstration's people and replies. In demo mode alone."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demonstration is loaded with LISTENING_COACH_MODE=demo alone.")
        guests = User.objects.filter(email__in=[guest.email for guest in GUESTS])
        if User.objects.exists() and not guests.exists():
            raise CommandError(
                "There are people in this database and none of them is the demonstration's: it "
                "looks like a real site's. Nothing was loaded."
            )
        with transaction.atomic():
            written = loading.load()
        self.stdout.write(f"Demonstration: {COHORT}, {written} replies written.")
