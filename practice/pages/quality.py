"""How good the scenarios are: what they cover, and how they fare with those who practise.

Figures of use look at the latest attempts alone, so that the page costs the same however many
there are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from itertools import compress
from statistics import StatisticsError, correlation, fmean, median, quantiles
from typing import Any
from uuid import UUID

from django.db.models import Count, F

from practice.display import rulebook
from practice.display.rulebook import Shown
from practice.display.wording import CRITERIA, DIFFICULTIES, RUBRICS
from practice.models import Attempt, CriterionResult, Judgement, Review, Scenario
from practice.rules.feelings import families, lookup

WINDOW = 10_000  # attempts that figures of use look at
SCORECARDS = 2_000  # whose rules are counted
ENOUGH = 20  # trainees, before one can say how well a scenario tells them apart
FEW = 2  # scenarios of a kind, or fewer: a gap
ALWAYS = 0.9  # of the scorecards
EVERY_TIME = 0.98  # a criterion met, or not, this often says nothing


# What there is ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a coverage table: a count for each column, and all of them together."""

    label: str
    cells: tuple[int, ...]

    @property
    def total(self) -> int:
        """Over all columns."""
        return sum(self.cells)


@dataclass(frozen=True)
class Coverage:
    """What the published scenarios cover."""

    everything: Sequence[Mapping[str, Any]]
    setting: str = ""  # only clients that one meets there

    @cached_property
    def contents(self) -> Sequence[Mapping[str, Any]]:
        """The scenarios that are counted."""
        if not self.setting:
            return self.everything
        return [one for one in self.everything if self.setting in one["tags"]["setting"]]

    @cached_property
    def settings(self) -> list[tuple[str, int]]:
        """Every setting and its clients, the most frequent first."""
        counts = Counter(
            setting for one in self.everything for setting in set(one["tags"]["setting"])
        )
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    @cached_property
    def columns(self) -> list[tuple[str, int]]:
        """Every strategy at every difficulty."""
        return [(strategy, level) for strategy in RUBRICS for level in DIFFICULTIES]

    @cached_property
    def by_strategy(self) -> list[Line]:
        """Strategy × difficulty."""
        counts = Counter((one["strategy"], one["difficulty"]) for one in self.contents)
        return [
            Line(rubric.label, tuple(counts[strategy, level] for level in DIFFICULTIES))
            for strategy, rubric in RUBRICS.items()
        ]

    @cached_property
    def by_family(self) -> list[Line]:
        """Feeling family × strategy and difficulty."""
        found = self._lines(lambda one: {_family(row["word"]) for row in one["feelings"]})
        return [Line(family.name, found.get(key, self._none)) for key, family in families().items()]

    @cached_property
    def by_setting(self) -> list[Line]:
        """Setting × strategy and difficulty, the most frequent first."""
        found = self._lines(lambda one: set(one["tags"]["setting"]))
        lines = [Line(setting, cells) for setting, cells in found.items()]
        return sorted(lines, key=lambda line: (-line.total, line.label))

    def gaps(self) -> Iterator[str]:
        """What is missing, in words: in one setting if it is narrowed to that."""
        for line in self.by_strategy:
            for (_, level), number in zip(DIFFICULTIES.items(), line.cells, strict=True):
                if number <= (0 if self.setting else FEW):
                    yield f"{line.label}, {level.lower()}: {_clients(number)}."
        nowhere = [line.label for line in self.by_family if not line.total]
        if nowhere:
            yield f"Feelings that no client has: {', '.join(nowhere)}."
        yield from self._never("meets", self.by_family)
        if not self.setting:
            many = [line for line in self.by_setting if line.total > FEW]
            yield from self._never("takes place at", many)
            alone = [line.label for line in self.by_setting if line.total == 1]
            if alone:
                yield f"Settings with a single client: {', '.join(alone)}."

    def _never(self, how: str, lines: Sequence[Line]) -> Iterator[str]:
        """What a strategy, or a difficulty, lacks of what there is at all."""
        kinds = [
            (rubric.label, [strategy == one for one, _ in self.columns])
            for strategy, rubric in RUBRICS.items()
        ] + [
            (label, [level == one for _, one in self.columns])
            for level, label in DIFFICULTIES.items()
        ]
        for label, taken in kinds:
            missing = [
                line.label for line in lines if line.total and not sum(compress(line.cells, taken))
            ]
            if missing:
                yield f"{label} never {how}: {', '.join(missing)}."

    @property
    def _none(self) -> tuple[int, ...]:
        return (0,) * len(self.columns)

    def _lines(self, kinds: Any) -> dict[str, tuple[int, ...]]:
        counts: dict[str, Counter[tuple[str, int]]] = defaultdict(Counter)
        for one in self.contents:
            for kind in kinds(one):
                counts[kind][one["strategy"], one["difficulty"]] += 1
        return {
            kind: tuple(found[column] for column in self.columns) for kind, found in counts.items()
        }


def coverage(setting: str = "") -> Coverage:
    """What the published scenarios cover, in one setting or in all of them."""
    published = Scenario.objects.published()
    return Coverage(list(published.values_list("current__content", flat=True)), setting)


def _family(word: str) -> str:
    entries = lookup(word)
    return entries[0].family if entries else ""


def _clients(number: int) -> str:
    return "no client" if not number else f"{number} client" + ("" if number == 1 else "s")


# How it fares -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fared:
    """One scenario in use."""

    scenario: Scenario
    attempts: int
    first_tries: int
    middle: int | None
    low: int | None
    high: int | None
    tells: float | None  # correlation of its scores with how the trainees do elsewhere
    always: tuple[str, ...]
    never: tuple[str, ...]
    overruled: int
    silent: int
    seconds: int | None


@dataclass(slots=True)
class _Tries:
    attempts: int = 0
    silent: int = 0
    firsts: list[tuple[UUID, int]] = field(default_factory=list)
    times: list[int] = field(default_factory=list)


def fared() -> list[Fared]:
    """Every published scenario by its latest attempts, the most practised first."""
    rows = list(
        Attempt.objects.order_by("-created_at", "-id").values_list(
            "scenario_version__scenario",
            "trainee",
            "score",
            "try_number",
            "duration_ms",
            "created_at",
        )[:WINDOW]
    )
    oldest = rows[-1][-1] if len(rows) == WINDOW else None
    tries: dict[int, _Tries] = defaultdict(_Tries)
    for scenario, trainee, score, number, duration, _ in rows:
        one = tries[scenario]
        one.attempts += 1
        one.silent += score is None
        if number == 1 and score is not None:
            one.firsts.append((trainee, score))
        if duration:
            one.times.append(duration)
    elsewhere = _means(tries)
    verdicts = _verdicts(oldest)
    overruled = _overruled(oldest)
    found = [
        _fared(scenario, tries[scenario.pk], elsewhere, verdicts, overruled)
        for scenario in Scenario.objects.published().select_related("current")
    ]
    return sorted(found, key=lambda one: -one.attempts)


def _fared(
    scenario: Scenario,
    tries: _Tries,
    elsewhere: Mapping[UUID, tuple[int, int]],
    verdicts: Mapping[int, Mapping[str, Counter[str]]],
    overruled: Mapping[int, int],
) -> Fared:
    scores = [score for _, score in tries.firsts]
    cuts = quantiles(scores, n=4) if len(scores) > 3 else []
    found = verdicts.get(scenario.pk, {})
    return Fared(
        scenario=scenario,
        attempts=tries.attempts,
        first_tries=len(scores),
        middle=round(median(scores)) if scores else None,
        low=round(cuts[0]) if cuts else None,
        high=round(cuts[2]) if cuts else None,
        tells=_tells(tries.firsts, elsewhere),
        always=tuple(_all(found, "met")),
        never=tuple(_all(found, "not_yet")),
        overruled=overruled.get(scenario.pk, 0),
        silent=tries.silent,
        seconds=round(median(tries.times) / 1000) if tries.times else None,
    )


def _means(tries: Mapping[int, _Tries]) -> dict[UUID, tuple[int, int]]:
    """For each trainee, the sum of their first tries and how many they are."""
    sums: dict[UUID, tuple[int, int]] = {}
    for one in tries.values():
        for trainee, score in one.firsts:
            total, number = sums.get(trainee, (0, 0))
            sums[trainee] = (total + score, number + 1)
    return sums


def _tells(
    firsts: Iterable[tuple[UUID, int]], elsewhere: Mapping[UUID, tuple[int, int]]
) -> float | None:
    """How well a scenario tells strong from weak trainees: 1 as all others do, 0 not at all."""
    here: dict[UUID, list[int]] = defaultdict(list)
    for trainee, score in firsts:
        here[trainee].append(score)
    pairs = []
    for trainee, scores in here.items():
        total, number = elsewhere[trainee]
        others = number - len(scores)
        if others:
            pairs.append((fmean(scores), (total - sum(scores)) / others))
    if len(pairs) < ENOUGH:
        return None
    try:
        return round(correlation([one for one, _ in pairs], [other for _, other in pairs]), 2)
    except StatisticsError:  # all of them the same
        return 0.0


def _verdicts(oldest: datetime | None) -> dict[int, dict[str, Counter[str]]]:
    """For each scenario and criterion, how often each verdict was given on a first try."""
    results = CriterionResult.objects.filter(attempt__try_number=1)
    if oldest is not None:
        results = results.filter(attempt__created_at__gte=oldest)
    counted = (
        results.order_by()
        .values_list("attempt__scenario_version__scenario", "criterion", "verdict")
        .annotate(number=Count("id"))
    )
    found: dict[int, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for scenario, criterion, verdict, number in counted:
        found[scenario][criterion][verdict] += number
    return found


def _all(found: Mapping[str, Counter[str]], verdict: str) -> Iterator[str]:
    """The criteria that (nearly) everybody has this verdict on."""
    for criterion, counts in found.items():
        judged = sum(number for name, number in counts.items() if name != "not_judged")
        if judged >= ENOUGH and counts[verdict] >= EVERY_TIME * judged and criterion in CRITERIA:
            yield CRITERIA[criterion].label


def _overruled(oldest: datetime | None) -> dict[int, int]:
    """For each scenario, how often a released review says otherwise than the rules."""
    others = Judgement.objects.filter(review__state=Review.State.RELEASED).exclude(
        verdict=F("rules_verdict")
    )
    if oldest is not None:
        others = others.filter(review__attempt__created_at__gte=oldest)
    return dict(
        others.order_by()
        .values_list("review__attempt__scenario_version__scenario")
        .annotate(number=Count("id"))
    )


# How the rules fare -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fired:
    """Which rules never or nearly always find something."""

    scorecards: int
    never: tuple[Shown, ...]
    always: tuple[tuple[Shown, int], ...]


def fired() -> Fired:
    """Count the rules that the latest scorecards name."""
    cards = Attempt.objects.order_by("-created_at", "-id").values_list("scorecard", flat=True)
    counts: Counter[str] = Counter()
    number = 0
    for card in cards[:SCORECARDS].iterator():
        number += 1
        named = {move["rule"] for move in card.get("moves", ())}
        named.update(rule for one in card.get("criteria", ()) for rule in one["rules"])
        counts.update(named)
    rules = rulebook.by_id()
    often = [(rules[rule], seen) for rule, seen in counts.most_common() if rule in rules]
    return Fired(
        scorecards=number,
        never=tuple(shown for rule, shown in rules.items() if not counts[rule]),
        always=tuple((shown, seen) for shown, seen in often if number and seen >= ALWAYS * number),
    )
