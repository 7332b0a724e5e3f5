"""The golden replies, and the bank's clients that some of them answer."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

GOLDEN = Path(__file__).parent / "golden"
BANK = Path(__file__).parents[2] / "practice" / "scenarios"
Row = dict[str, Any]


@cache
def golden_rows() -> list[Row]:
    """Every golden reply, in the order of the files."""
    return [
        json.loads(line)
        for path in sorted(GOLDEN.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


@cache
def clients() -> dict[str, Row]:
    """The bank's scenarios, as in their files, by slug."""
    return {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(BANK.glob("*.json"))
    }
