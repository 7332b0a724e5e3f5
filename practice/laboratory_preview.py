"""What a proposed config would do: to agreed cases, to the bank's own replies, to the latest ones.

Counted, never applied, and kept in the shared cache under the two configs.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256

from django.core.cache import cache as shared

from practice import laboratory, scoring
from practice.laboratory import Checked
from practice.models import Attempt, Scenario
from practice.scenario_lint import judging_examples, scored
from practice.scenario_preview import KEPT_FOR, SECONDS, Counted, Pair, go_on


@dataclass(frozen=True, slots=True)
class CasesChecked:
    """How many agreed cases there are, and what would become of them."""

    number: int
    counts: Counter[str]
    broken: tuple[Checked, ...]
    mended: tuple[Checked, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A model or slip of the bank whose score would be another."""

    client: str
    kind: str
    reply: str
    before: int | None
    after: int | None


def _key(today: scoring.Config, then: scoring.Config) -> str:
    marks = f"{scoring.version(today)}:{scoring.fingerprint(then)}"
    return marks.replace("+", "-")


def count(today: scoring.Config, then: scoring.Config, *, seconds: float = SECONDS) -> Counted:
    """Go on comparing the latest replies of everybody for a while."""

    def compared(attempt: Attempt) -> Pair:
        task = attempt.scenario_version.task()
        return (
            scoring.score(attempt.reply, task, config=today),
            scoring.score(attempt.reply, task, config=then),
        )

    return go_on(
        Attempt.objects.all(), key=f"rules:{_key(today, then)}", compared=compared, seconds=seconds
    )


def checked(today: scoring.Config, then: scoring.Config) -> CasesChecked:
    """What would become of the agreed cases."""
    found = [one for one in laboratory.cases() if one.state == "agreed"]
    names = "".join(sorted(f"{one.attempt}{one.criterion}{one.verdict}" for one in found))
    key = f"preview:cases:{_key(today, then)}:{sha256(names.encode()).hexdigest()[:24]}"
    kept: CasesChecked | None = shared.get(key)
    if kept is None:
        effects = laboratory.check(found, today=today, then=then)
        kept = CasesChecked(
            number=len(effects),
            counts=Counter(one.effect for one in effects),
            broken=tuple(one for one in effects if one.effect == "broken"),
            mended=tuple(one for one in effects if one.effect in ("mended", "nearer")),
        )
        shared.set(key, kept, KEPT_FOR)
    return kept


def bank(today: scoring.Config, then: scoring.Config) -> list[Example]:
    """The models and slips of published scenarios whose score would be another."""
    contents = Scenario.objects.published().values_list("current__content", flat=True)
    slugs = ":".join(sorted(one["slug"] for one in contents))
    key = f"preview:bank:{_key(today, then)}:{sha256(slugs.encode()).hexdigest()[:24]}"
    kept: list[Example] | None = shared.get(key)
    if kept is None:
        kept = []
        for content in contents:
            task = judging_examples(content)
            for kind in ("models", "slips"):
                for row in content[kind]:
                    before = scored(row["reply"], task, today).score
                    after = scoring.score(row["reply"], task, config=then).score
                    if before != after:
                        name = content["client"]["name"]
                        kept.append(Example(name, kind[:-1], row["reply"], before, after))
        shared.set(key, kept, KEPT_FOR)
    return kept
