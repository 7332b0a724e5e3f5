"""How the rules fare with people, from files of cases of one or several sites."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from practice.laboratory import cases as laboratory
from practice.laboratory.case_files import CaseFileError, read
from practice.laboratory.cases import Case, Tally


class Command(BaseCommand):
    """A case that stands in several files counts once."""

    help = "Agreement per criterion and per rule over files that export_cases wrote."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path)

    def handle(self, *args: Any, files: Sequence[Path], **options: Any) -> None:
        found: dict[object, Case] = {}
        for file in files:
            try:
                written = json.loads(file.read_text(encoding="utf-8"))
                found |= {case.key: case for case in read(written)}
            except (OSError, ValueError, RecursionError) as problem:
                said = str(problem) if isinstance(problem, CaseFileError) else "this is not JSON."
                raise CommandError(f"{file}: {said}") from None
        self.stdout.write(f"{len(found)} cases")
        self._table("criterion", laboratory.by_criterion(found.values()))
        self._table("rule", laboratory.by_rule(found.values()))

    def _table(self, what: str, tallies: Sequence[Tally]) -> None:
        self.stdout.write(f"\n{what:<36}{'agree':>7}{'false alarms':>14}{'misses':>8}{'share':>9}")
        for one in tallies:
            share = "too few" if one.share is None else f"{one.share:.0%}"
            self.stdout.write(
                f"{one.name:<36}{one.agreed:>7}{one.false_alarms:>14}{one.misses:>8}{share:>9}"
            )
