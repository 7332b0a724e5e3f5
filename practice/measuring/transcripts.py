"""Coding a whole file of replies: rows of JSON in, rows of JSON out. No Django here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast, get_args

from practice.scoring import Strategy, Task, observe, score

STRATEGIES: tuple[Strategy, ...] = get_args(Strategy)


class RowError(ValueError):
    """A row that cannot be coded; the message names its line."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(f"Line {line}: {problem}")
        self.line = line


@dataclass(frozen=True, slots=True)
class Row:
    """One reply, and what the client had just said."""

    id: str | int
    context: str
    response: str


def read_rows(lines: Iterable[bytes]) -> Iterator[Row]:
    """The rows of a file, each checked; blank lines do not count as rows."""
    seen: dict[str | int, int] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        row = _row(number, line)
        if row.id in seen:
            raise RowError(number, f"the id {row.id!r} was on line {seen[row.id]} already.")
        seen[row.id] = number
        yield row


def _row(number: int, line: bytes) -> Row:
    try:
        found = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError:
        raise RowError(number, "this is not UTF-8.") from None
    except (json.JSONDecodeError, RecursionError):
        raise RowError(number, "this is not JSON.") from None
    if not isinstance(found, dict):
        raise RowError(number, "a row is an object with id, context and response.")
    for name in ("id", "context", "response"):
        if name not in found:
            raise RowError(number, f"the field {name!r} is missing.")
    if isinstance(found["id"], bool) or not isinstance(found["id"], str | int):
        raise RowError(number, "the id is neither text nor a whole number.")
    for name in ("context", "response"):
        if not isinstance(found[name], str):
            raise RowError(number, f"the field {name!r} is not text.")
    return Row(found["id"], found["context"], found["response"])


def coded(row: Row, strategy: str = "paraphrase") -> dict[str, Any]:
    """What the rules hear in a reply, and its score for a strategy against the context alone."""
    seen = observe(row.response, row.context)
    card = score(row.response, Task(cast(Strategy, strategy), row.context))
    return {
        "id": row.id,
        "technique": seen.technique,
        "moves": [
            {
                "kind": move.kind,
                "start": move.span.start,
                "end": move.span.end,
                "rule": move.rule,
            }
            for move in seen.moves
        ],
        "score": card.score,
        "depth": card.depth,
    }
