"""Write agreed cases: moves and verdicts, without a word of anybody's."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand

from practice.laboratory.case_files import exported


class Command(BaseCommand):
    """The same file as the laboratory's download."""

    help = "Write every agreed case of the rule laboratory, as JSON, onto standard output."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(json.dumps(exported(), indent=2))
