"""What another draft or other rules would change in the scores of replies already made.

Counted for a while at each request, from what was read so far (readings.py), and never applied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from practice.authoring.content import task_of
from practice.display.wording import CRITERIA, VERDICTS
from practice.laboratory.readings import NoTimeLeftError, Reading, reading
from practice.models import Attempt, AttemptQuerySet, Scenario, ScenarioVersion, content_hash
from practice.scoring import Task
from practice.services.scorer_configs import config_in_force

LATEST = 2000
LARGEST = 12
SECONDS = 1.5  # that one request reads for
Pair = tuple[Reading, Reading]
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
    task, draft_id = task_of(draft), content_hash(draft)
    with reading(config_in_force(), seconds=seconds) as (today,):

        def compared(reply: str, was: Task, was_id: str) -> Pair:
            """The words alone: the rules of today, on the old text and on the new one."""
            return today.of(reply, was, was_id), today.of(reply, task, draft_id)

        return count_latest(Attempt.objects.filter(scenario_version__scenario=scenario), compared)


def count_latest(attempts: AttemptQuerySet, compared: Callable[[str, Task, str], Pair]) -> Counted:
    """Compare the latest of these attempts as long as there is time.

    `compared` is given a reply with its task and that one's id, and gives what is found in it
    today, and what would be found.
    """
    rows = attempts.order_by("-created_at", "-id").values_list(
        "reply", "scenario_version", "created_at"
    )
    latest = list(rows[:LATEST])
    versions = ScenarioVersion.objects.in_bulk({version for _, version, _ in latest})
    tasks = {pk: version.task() for pk, version in versions.items()}
    counted = Counted(total=len(latest))
    try:
        for reply, pk, made in latest:
            pair = compared(reply, tasks[pk], versions[pk].content_hash)
            _add(counted, versions[pk].number, made.date().isoformat(), *pair)
            counted.done += 1
    except NoTimeLeftError:
        pass
    return counted


def _add(counted: Counted, version: int, made: str, old: Reading, new: Reading) -> None:
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
    counted.largest.append(Moved(version, made, old.score, new.score, turned))
    counted.largest.sort(key=lambda moved: -abs(moved.by))
    del counted.largest[LARGEST:]


def _turned(old: Reading, new: Reading) -> Iterator[str]:
    for criterion, verdict in new.verdicts.items():
        was = old.verdicts.get(criterion)
        if was is not None and was != verdict:
            label, then = CRITERIA[criterion].label, VERDICTS[verdict].label.lower()
            yield f"{label}: {VERDICTS[was].label.lower()}, then {then}"
