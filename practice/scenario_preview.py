"""What a draft would change in the scores of replies already made. Counted, never applied.

Counting thousands of replies takes longer than a page may: each request counts for a short
while, and keeps what it has so far in the shared cache.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from django.core.cache import cache as shared

from practice import scoring
from practice.models import Attempt, AttemptQuerySet, Scenario, content_hash
from practice.scenario_content import task_of
from practice.services.scorer_configs import config_in_force
from practice.wording import CRITERIA, VERDICTS

LATEST = 2000
LARGEST = 12
SECONDS = 1.5  # that one request counts for
KEPT_FOR = 3600
Pair = tuple[scoring.Scorecard, scoring.Scorecard]
STEPS = (
    (-100, -20, "20 or more lower"),
    (-19, -5, "5 to 19 lower"),
    (-4, 4, "about the same"),
    (5, 19, "5 to 19 higher"),
    (20, 100, "20 or more higher"),
)


@dataclass(slots=True)
class Moved:
    """One reply whose score would be another. Its words stay with its trainee."""

    number: int
    version: int
    made: str
    before: int
    after: int
    why: list[str]

    @property
    def by(self) -> int:
        """How far, and which way."""
        return self.after - self.before


@dataclass(slots=True)
class Counted:
    """What has been counted so far."""

    total: int
    done: int = 0
    steps: list[int] = field(default_factory=lambda: [0] * len(STEPS))
    silenced: int = 0  # judged before, and not any more
    voiced: int = 0  # the other way
    largest: list[Moved] = field(default_factory=list)
    verdicts: int = 0  # replies of which some verdict turns
    turned: dict[str, int] = field(default_factory=dict)  # which verdicts, how often

    @property
    def complete(self) -> bool:
        """Whether every reply is counted."""
        return self.done >= self.total

    def rows(self) -> Iterator[tuple[str, int]]:
        """Each step with its count."""
        yield from ((label, self.steps[i]) for i, (_, _, label) in enumerate(STEPS))
        if self.silenced:
            yield "no longer judged", self.silenced
        if self.voiced:
            yield "judged for the first time", self.voiced


def count(scenario: Scenario, *, seconds: float = SECONDS) -> Counted:
    """Go on counting for a while, and say how far it is."""
    draft: Mapping[str, Any] = scenario.draft or {}
    config, task = config_in_force(), task_of(draft)

    def compared(attempt: Attempt) -> Pair:
        """The words alone: the rules of today, on the old text and on the new one."""
        return (
            scoring.score(attempt.reply, attempt.scenario_version.task(), config=config),
            scoring.score(attempt.reply, task, config=config),
        )

    return go_on(
        Attempt.objects.filter(scenario_version__scenario=scenario),
        key=f"{scenario.pk}:{content_hash(draft)[:24]}:{scoring.version(config)}",
        compared=compared,
        seconds=seconds,
    )


def go_on(
    attempts: AttemptQuerySet,
    *,
    key: str,
    compared: Callable[[Attempt], Pair],
    seconds: float = SECONDS,
) -> Counted:
    """Go on comparing the latest of these attempts for a while, and say how far it is.

    `key` names what is compared: what was counted under it is not counted again. `compared`
    gives an attempt's scorecard as it would be today, and as it would be then.
    """
    latest = list(attempts.order_by("-created_at", "-id").values_list("pk", flat=True)[:LATEST])
    key = f"preview:{key}:{latest[0] if latest else ''}"
    counted = _kept(shared.get(key)) or Counted(total=len(latest))
    until = time.monotonic() + seconds
    while not counted.complete:
        batch = latest[counted.done : counted.done + 25]
        rows = attempts.filter(pk__in=batch).select_related("scenario_version")
        rows = rows.defer("scorecard")
        found = {one.pk: one for one in rows}
        for pk in batch:
            counted.done += 1
            if pk in found:
                _add(counted, found[pk], *compared(found[pk]))
        if time.monotonic() > until:
            break
    shared.set(key, asdict(counted), KEPT_FOR)
    return counted


def _kept(data: dict[str, Any] | None) -> Counted | None:
    if data is None:
        return None
    return Counted(**{**data, "largest": [Moved(**one) for one in data["largest"]]})


def _add(
    counted: Counted, attempt: Attempt, old: scoring.Scorecard, new: scoring.Scorecard
) -> None:
    turned = [*_turned(old, new)]
    counted.verdicts += bool(turned)
    for one in turned:
        counted.turned[one] = counted.turned.get(one, 0) + 1
    if old.score is None or new.score is None:
        counted.silenced += old.score is not None
        counted.voiced += new.score is not None
        counted.steps[2] += old.score is None and new.score is None
        return
    by = new.score - old.score
    counted.steps[next(i for i, (low, high, _) in enumerate(STEPS) if low <= by <= high)] += 1
    if abs(by) < STEPS[3][0]:
        return
    counted.largest.append(
        Moved(
            counted.done,
            attempt.scenario_version.number,
            attempt.created_at.date().isoformat(),
            old.score,
            new.score,
            turned,
        )
    )
    counted.largest.sort(key=lambda moved: -abs(moved.by))
    del counted.largest[LARGEST:]


def _turned(old: scoring.Scorecard, new: scoring.Scorecard) -> Iterator[str]:
    before = {one.criterion: one.verdict for one in old.criteria}
    for one in new.criteria:
        was = before.get(one.criterion)
        if was is not None and was != one.verdict:
            label = CRITERIA[one.criterion].label
            then = VERDICTS[one.verdict].label.lower()
            yield f"{label}: {VERDICTS[was].label.lower()}, then {then}"
