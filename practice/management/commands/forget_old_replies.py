"""Remove replies that are older than the site keeps them."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from practice import services


class Command(BaseCommand):
    """For cron, every night. Idempotent."""

    help = "Remove replies older than the site's settings say, and sessions that have run out."

    def handle(self, *args: Any, **options: Any) -> None:
        number = services.forget_old_replies()
        call_command("clearsessions")  # words put by for an expired session go with them
        self.stdout.write(f"Replies forgotten: {number}.")
