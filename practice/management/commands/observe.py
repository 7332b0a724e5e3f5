"""Code a file of replies: which moves are in each, and how it would score."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from practice.measuring.transcripts import RowError, coded, read_rows
from practice.scoring import RUBRICS


class Command(BaseCommand):
    """Reads standard input to its end before it writes anything: a bad row leaves no output."""

    help = "Code the replies on standard input, one JSON object a line, onto standard output."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--strategy",
            default="paraphrase",
            choices=sorted(RUBRICS),
            help="what score and depth are for",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            rows = list(read_rows(sys.stdin.buffer))
        except RowError as problem:
            raise CommandError(str(problem)) from None
        for row in rows:
            line = json.dumps(coded(row, options["strategy"]), ensure_ascii=False)
            self.stdout.write(line)
