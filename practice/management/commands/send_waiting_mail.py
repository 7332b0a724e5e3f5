"""Send e-mail that is due, and try again what failed."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from practice import services


class Command(BaseCommand):
    """For cron, every few minutes. Idempotent."""

    help = "Send the letters that are due. What fails is kept and tried again later."

    def handle(self, *args: Any, **options: Any) -> None:
        done = services.send_due_mail()
        self.stdout.write(
            f"Letters sent: {done.sent}; to be tried again: {done.failed - done.given_up}; "
            f"given up: {done.given_up}."
        )
