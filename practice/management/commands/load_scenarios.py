"""Load the scenarios that come with Listening Coach: all files, or none."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from practice import services
from practice.authoring.files import FileError


class Command(BaseCommand):
    """Idempotent: a second run changes nothing."""

    help = (
        "Load scenario files. A changed file becomes a new version; attempts stay with the version "
        "they were made on. A version that an admin made is never replaced."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, help="default: those that come with it")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path | None = options["folder"]
        if folder is not None and not folder.is_dir():
            raise CommandError(f"There is no folder {folder}.")
        try:
            loaded = services.load_bank(folder=folder) if folder else services.load_bank()
        except FileError as error:
            raise CommandError(f"Nothing was loaded.\n{error}") from None
        for slug, difference in loaded.kept.items():
            self.stdout.write(f"{slug}: kept as written here. The file differs:\n{difference}")
        self.stdout.write(
            f"Scenarios: {len(loaded.new)} new, {len(loaded.changed)} changed, "
            f"{len(loaded.same)} the same, {len(loaded.kept)} kept as written here."
        )
