"""How often rules and trained people agree: the figures that `manage.py measure` wrote down."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("measured.json")
ESTIMATED = Path(__file__).with_name("estimated.json")  # by `make estimate`: on new replies


@cache
def figures(file: Path = FILE) -> dict[str, Any] | None:
    """The figures with their date and scorer version; None as long as nothing was measured."""
    if not file.exists():
        return None
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def of_rule(name: str) -> list[dict[str, Any]]:
    """How a rule fared by itself, set by set; empty where it found nothing or was not measured."""
    found: list[dict[str, Any]] = ((figures() or {}).get("rules") or {}).get(name, [])
    return found
