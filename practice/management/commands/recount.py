"""Make the figures of the supervisors' pages anew."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from practice import services


class Command(BaseCommand):
    """Idempotent, and safe while people write. The figures are kept true without it."""

    help = (
        "Count anew what the queue, the groups and the agreement pages show. Needed after the "
        "database was changed by other means than this site."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-never",
            action="store_true",
            help="only when nothing was counted yet, as after an upgrade",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_never"] and not services.never_counted():
            return
        number = services.recount()
        if options["verbosity"]:
            self.stdout.write(f"Counted anew: {number} groups.")
