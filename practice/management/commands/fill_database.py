"""Make a large database, to see how the site does when there is much in it."""

from __future__ import annotations

from argparse import ArgumentParser
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from practice import services
from practice.models import Attempt, User


class Command(BaseCommand):
    """Never among real people: in demo mode, or into a database that holds nobody."""

    help = (
        "Fill the database with made-up trainees, their attempts and reviews of them. "
        "A million attempts take some minutes and about 7 GB."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--attempts", type=int, default=1000)
        parser.add_argument("--trainees", type=int, default=40)
        parser.add_argument("--a-week", type=float, default=10, help="attempts of each trainee")
        parser.add_argument(
            "--into-empty",
            action="store_true",
            help="outside a demonstration: the database is empty, and meant for this",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        empty = not (User.objects.exists() or Attempt.objects.exists())
        if not settings.DEMO and not (options["into_empty"] and empty):
            raise CommandError(
                "Made-up people have no place among real ones. This works in a demonstration, or "
                "with --into-empty on a database that holds nobody."
            )
        if min(options["attempts"], options["trainees"]) < 1 or options["a_week"] <= 0:
            raise CommandError("All numbers have to be greater than nought.")
        if User.objects.filter(email="supervisor1@example.com").exists():
            raise CommandError("This database was filled before. Take a fresh one.")
        began = monotonic()
        filled = services.fill_database(
            attempts=options["attempts"],
            trainees=options["trainees"],
            a_week=options["a_week"],
            say=lambda line: self.stdout.write(line) if options["verbosity"] else None,
        )
        self.stdout.write(
            f"{filled.attempts:,} attempts by {filled.trainees:,} trainees in {filled.cohorts} "
            f"groups, {filled.reviews:,} reviews, in {monotonic() - began:.0f} seconds."
        )
