"""How often rules and trained people agree: what `manage.py measure` and `make estimate` noted."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("measured.json")
ESTIMATED = Path(__file__).with_name("estimated.json")


@cache
def figures(file: Path = FILE, estimated: Path = ESTIMATED) -> dict[str, Any] | None:
    """The figures with their date and scorer version; None as long as nothing was measured.

    A row has `unseen` where it was also estimated what to expect on replies never seen before.
    """
    if not file.exists():
        return None
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    unseen = expected(estimated)["unseen"]
    for row in found["rows"]:
        row["unseen"] = unseen.get(row.get("of"), {}).get(row.get("what"))
    return found


def expected(estimated: Path = ESTIMATED) -> dict[str, Any]:
    """What to expect on replies never seen before, by set and figure, and for which scorer."""
    found: dict[str, Any] = json.loads(estimated.read_text(encoding="utf-8"))
    return found


def of_rule(name: str) -> list[dict[str, Any]]:
    """How a rule fared by itself, set by set; empty where it found nothing or was not measured."""
    found: list[dict[str, Any]] = ((figures() or {}).get("rules") or {}).get(name, [])
    return found
