"""What to teach a cohort next: the criterion missed most often, and clients to practise it with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from practice.display.wording import CRITERIA, RUBRICS
from practice.models import Attempt, Cohort, Scenario, ScenarioCount

FEW = 5  # replies; with fewer, a share says nothing about anybody
ENOUGH_TO_TEACH = 20
GOES_WELL = 0.85
SET = 6  # clients in a set to practise next
EXAMPLES = 3
STEPS = 5
LOW = 3  # a step of the heat map that leaves something to teach
Counts = dict[tuple[str, str], tuple[int, int]]  # (strategy, criterion) -> met, of


@dataclass(frozen=True, slots=True)
class Cell:
    """How many replies met a criterion; `step` 1 (seldom) to 5 (nearly always), 0 for too few."""

    met: int
    of: int

    @property
    def percent(self) -> int | None:
        """Replies in a hundred; None where there are too few to say."""
        return round(100 * self.met / self.of) if self.of >= FEW else None

    @property
    def step(self) -> int:
        """The shade of the heat map."""
        if self.of < FEW:
            return 0
        return min(STEPS, int(STEPS * self.met / self.of) + 1)


@dataclass(frozen=True, slots=True)
class Example:
    """A reply that shows what to teach, without a name."""

    attempt: Attempt
    spans: Sequence[tuple[int, int]]
    reason: str


@dataclass(frozen=True, slots=True)
class Teach:
    """The criterion missed most often, and clients to practise it with."""

    criterion: str
    label: str
    strategy: str
    together: Cell
    trainees_low: int
    trainees_known: int
    scenarios: Sequence[Scenario]
    examples: Sequence[Example]


def teach_next(cohort: Cohort, cells: Mapping[UUID, Counts]) -> Teach | None:
    """What is met least often, where that is seldom enough and there are replies enough."""
    together = together_of(cells)
    known = [(key, counts) for key, counts in together.items() if counts[1] >= ENOUGH_TO_TEACH]
    if not known:
        return None
    (strategy, criterion), (met, of) = min(known, key=lambda one: (one[1][0] / one[1][1], one[0]))
    if met / of >= GOES_WELL:
        return None
    theirs = [
        counts[strategy, criterion] for counts in cells.values() if (strategy, criterion) in counts
    ]
    enough = [Cell(*counts) for counts in theirs if counts[1] >= FEW]
    return Teach(
        criterion=criterion,
        label=CRITERIA[criterion].label if criterion in CRITERIA else criterion,
        strategy=strategy,
        together=Cell(met, of),
        trainees_low=sum(cell.step <= LOW for cell in enough),
        trainees_known=len(enough),
        scenarios=_scenario_set(cohort, strategy),
        examples=_examples(cohort, strategy, criterion),
    )


def _scenario_set(cohort: Cohort, strategy: str) -> list[Scenario]:
    """Clients of a strategy whom the cohort has met least, the gentler ones first."""
    if strategy not in RUBRICS:
        return []
    met = ScenarioCount.objects.filter(cohort=cohort, scenario=OuterRef("pk")).values("attempts")
    return list(
        Scenario.objects.published()
        .filter(current__strategy=strategy)
        .select_related("current")
        .defer("current__content")
        .annotate(met=Coalesce(Subquery(met[:1]), Value(0)))
        .order_by("met", "current__difficulty", "slug")[:SET]
    )


def _examples(cohort: Cohort, strategy: str, criterion: str) -> list[Example]:
    """The latest replies that miss it, one of a trainee."""
    attempts = (
        Attempt.objects.seen_by_supervisors_of([cohort.pk])
        .of_strategy(strategy)
        .missing(criterion)
        .select_related("scenario_version")
        .defer("scenario_version__content")
        .order_by("-created_at", "-pk")[: 4 * EXAMPLES]
    )
    found: dict[UUID, Example] = {}
    for one in attempts:
        if one.trainee_id not in found and len(found) < EXAMPLES:
            found[one.trainee_id] = _example(one, criterion)
    return list(found.values())


def _example(attempt: Attempt, criterion: str) -> Example:
    judged = attempt.scorecard.get("criteria", ())
    row = next((one for one in judged if one["criterion"] == criterion), None)
    if row is None:
        return Example(attempt, (), "")
    return Example(attempt, [(start, end) for start, end in row["reply_spans"]], row["reason"])


def together_of(cells: Mapping[UUID, Counts]) -> Counts:
    """The counts of all trainees in one."""
    found: Counts = {}
    for counts in cells.values():
        for key, (met, of) in counts.items():
            before = found.get(key, (0, 0))
            found[key] = before[0] + met, before[1] + of
    return found
