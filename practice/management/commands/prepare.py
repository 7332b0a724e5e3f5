"""Make everything ready that the site needs before it is served."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Idempotent: run it at every start, after every upgrade."""

    help = (
        "Bring the database up to date, load the scenarios, collect the static files; in demo "
        "mode also load the demonstration's people."
    )
    requires_system_checks = ()  # some look at tables that are made here

    def handle(self, *args: Any, **options: Any) -> None:
        verbosity = options["verbosity"]
        quiet = max(0, verbosity - 1)
        call_command("migrate", interactive=False, verbosity=quiet)
        call_command("createcachetable", verbosity=quiet)
        self.check(databases=["default"])
        call_command("load_scenarios", verbosity=verbosity, stdout=self.stdout)
        call_command("recount", if_never=True, verbosity=quiet, stdout=self.stdout)
        if settings.DEMO:
            call_command("load_demo", verbosity=verbosity, stdout=self.stdout)
        call_command("collectstatic", interactive=False, verbosity=quiet)
