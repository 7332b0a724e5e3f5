"""The shipped scenarios as the scorer sees them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from practice.scoring import ClientFeeling, KeyPoint, Task

FOLDER = Path(__file__).parents[2] / "practice" / "scenarios"


@dataclass(frozen=True)
class Client:
    """One scenario: the task, its model replies, and its slips with the fault each shows."""

    slug: str
    task: Task
    models: tuple[str, ...]
    slips: tuple[tuple[str, str], ...]


@cache
def bank() -> tuple[Client, ...]:
    """Every scenario file, by slug."""
    return tuple(
        _client(json.loads(path.read_text(encoding="utf-8")))
        for path in sorted(FOLDER.glob("*.json"))
    )


@cache
def tasks() -> dict[str, Task]:
    """The task of every client, by slug."""
    return {client.slug: client.task for client in bank()}


def _client(written: dict[str, Any]) -> Client:
    models = tuple(one["reply"] for one in written["models"])
    return Client(
        slug=written["slug"],
        task=Task(
            strategy=written["strategy"],
            statement=written["statement"],
            context=written["context"],
            client_name=written["client"]["name"],
            feelings=tuple(ClientFeeling(**one) for one in written["feelings"]),
            key_points=tuple(
                KeyPoint(one["text"], tuple(one["wordings"]), one["quote"], one["main"])
                for one in written["key_points"]
            ),
            models=models,
        ),
        models=models,
        slips=tuple((one["reply"], one["fault"]) for one in written["slips"]),
    )
