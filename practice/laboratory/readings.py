"""What the rules find in replies under one config: each is read once, and the finding kept.

Reading thousands of replies takes longer than a page may. So whoever reads does it for a while,
and what was read stays in the shared cache for an hour: verdicts and scores, no words.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice

from django.core.cache import cache as shared

from practice import scoring

KEPT_FOR = 3600
MOST = 8000  # of one config; the oldest go first
FEWEST = 25  # are read in any case, so that whoever asks again gets on


class NoTimeLeftError(Exception):
    """There is more to read than there was time for. What was read so far is kept."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The outcome of one reply: its score, and the verdict of each criterion."""

    score: int | None
    verdicts: dict[str, str]


class Clock:
    """How long one request goes on reading. Without seconds: until everything is read."""

    def __init__(self, seconds: float | None = None) -> None:
        self._until = None if seconds is None else time.monotonic() + seconds
        self._left = FEWEST

    def tick(self) -> None:
        """One reply more. Raises NoTimeLeftError when the time is over."""
        self._left -= 1
        if self._until is not None and self._left < 0 and time.monotonic() > self._until:
            raise NoTimeLeftError


class Readings:
    """Replies read under one config."""

    def __init__(self, config: scoring.Config, clock: Clock) -> None:
        self._config = config
        self._clock = clock
        self._key = f"readings:{scoring.version(config).replace('+', '-')}"
        self._known: dict[bytes, Reading] = shared.get(self._key) or {}
        self._fresh: dict[bytes, Reading] = {}

    def of(self, reply: str, task: scoring.Task, task_id: str) -> Reading:
        """What is found in a reply to a task that `task_id` tells from all others."""
        mark = blake2b(f"{task_id}\n{reply}".encode(), digest_size=12).digest()
        found = self._known.get(mark)
        if found is None:
            self._clock.tick()
            card = scoring.score(reply, task, config=self._config)
            found = Reading(card.score, {one.criterion: one.verdict for one in card.criteria})
            self._known[mark] = self._fresh[mark] = found
        return found

    def keep(self) -> None:
        """Put by what was read, beside what others have read meanwhile."""
        if self._fresh:
            kept = {**(shared.get(self._key) or {}), **self._fresh}
            latest = islice(kept.items(), max(0, len(kept) - MOST), None)
            shared.set(self._key, dict(latest), KEPT_FOR)
            self._fresh = {}


@contextmanager
def reading(
    *configs: scoring.Config, seconds: float | None = None
) -> Iterator[tuple[Readings, ...]]:
    """Readings under some configs, for so many seconds together; kept at the end."""
    clock = Clock(seconds)
    made = {config: Readings(config, clock) for config in configs}
    try:
        yield tuple(made[config] for config in configs)
    finally:
        for one in made.values():
            one.keep()
