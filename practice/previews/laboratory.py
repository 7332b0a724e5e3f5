"""What a proposed config would do: to agreed cases, to the bank's own replies, to the latest ones.

Counted for a while at each request, from what was read so far (readings.py), and never applied.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from practice import scoring
from practice.authoring.lint import judging_examples
from practice.laboratory import cases as laboratory
from practice.laboratory.cases import Check
from practice.laboratory.readings import NoTimeLeftError, Readings, reading
from practice.models import Attempt, Scenario
from practice.previews.scenarios import SECONDS, Counted, Pair, count_latest


@dataclass(frozen=True, slots=True)
class Example:
    """A model or slip of the bank whose score would be another."""

    client: str
    kind: str
    reply: str
    before: int | None
    after: int | None


@dataclass(slots=True)
class Bank:
    """The models and slips of published scenarios: how many were read, and which would move."""

    total: int
    done: int = 0
    moved: list[Example] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether every one is read."""
        return self.done == self.total


@dataclass(frozen=True, slots=True)
class Preview:
    """All that a config would do, as far as it is known yet."""

    cases: Check
    bank: Bank
    latest: Counted

    @property
    def total(self) -> int:
        """Cases, the bank's replies and the latest ones together."""
        return self.cases.total + self.bank.total + self.latest.total

    @property
    def done(self) -> int:
        """How many of them are read."""
        return len(self.cases.checked) + self.bank.done + self.latest.done

    @property
    def complete(self) -> bool:
        """Whether there is nothing left to read."""
        return self.done == self.total


def preview(today: scoring.Config, then: scoring.Config, *, seconds: float = SECONDS) -> Preview:
    """Go on reading for a while: first agreed cases, then the bank, then everybody's latest."""
    with reading(today, then, seconds=seconds) as (now, later):

        def compared(reply: str, task: scoring.Task, task_id: str) -> Pair:
            return now.of(reply, task, task_id), later.of(reply, task, task_id)

        return Preview(
            cases=laboratory.check(laboratory.cases(), today=now, then=later),
            bank=_bank(now, later),
            latest=count_latest(Attempt.objects.all(), compared),
        )


def _bank(now: Readings, later: Readings) -> Bank:
    published = Scenario.objects.published().order_by("slug")
    versions = [scenario.current for scenario in published.select_related("current")]
    rows = [
        (version, kind, row["reply"])
        for version in versions
        if version is not None
        for kind in ("model", "slip")
        for row in version.content[f"{kind}s"]
    ]
    bank = Bank(total=len(rows))
    tasks = {one.pk: judging_examples(one.content) for one in versions if one is not None}
    try:
        for version, kind, reply in rows:
            task, task_id = tasks[version.pk], f"examples:{version.content_hash}"
            before, after = (one.of(reply, task, task_id).score for one in (now, later))
            if before != after:
                bank.moved.append(Example(version.client_name, kind, reply, before, after))
            bank.done += 1
    except NoTimeLeftError:
        pass
    return bank
