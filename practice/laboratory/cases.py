"""The rule laboratory: what people say of the rules' findings, and what a change would do to it.

A case is one criterion of one reply with what people say of it. Reviews make cases of
themselves: where a supervisor said that they see it as the rules do, the case is agreed; where
they overruled, or the trainee disputes it, it waits until an admin settles it. Only replies
that supervisors may see take part. Figures and checks look at the latest reviewed and disputed
replies and at everything settled, so that they cost the same however many there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal
from uuid import UUID

from practice.display.wording import CRITERIA
from practice.laboratory.readings import NoTimeLeftError, Readings
from practice.models import Attempt, Dispute, Judgement, LabelledCase, Review, ScenarioVersion
from practice.models.labelled_cases import JUDGED

WINDOW = 2000  # reviewed or disputed replies that take part
ENOUGH = 10  # judgements, before a share says anything

State = Literal["agreed", "waiting", "set_aside"]
Effect = Literal["mended", "nearer", "broken", "right", "wrong"]
STEPS = {verdict: at for at, verdict in enumerate(JUDGED)}


@dataclass(slots=True)
class Case:
    """One criterion of one reply. `verdict` is what people say, "" where nobody has yet.

    `rules` are those that the finding names; `said` what each supervisor says of it.
    """

    attempt: UUID
    criterion: str
    rules_verdict: str
    scorer_version: str
    verdict: str = ""
    state: State = "waiting"
    said: list[str] = field(default_factory=list)
    disputed: bool = False
    settled: bool = False
    missed_rule: str = ""
    rules: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[UUID, str]:
        """What tells it from others."""
        return self.attempt, self.criterion

    @property
    def label(self) -> str:
        """Its criterion's name."""
        return CRITERIA[self.criterion].label if self.criterion in CRITERIA else self.criterion

    @property
    def differs(self) -> bool:
        """Whether people see it otherwise than the rules did then."""
        return bool(self.verdict) and self.verdict != self.rules_verdict

    @property
    def too_strict(self) -> bool:
        """Whether the rules found fault where people find less: a false alarm."""
        return self.differs and STEPS[self.verdict] < STEPS[self.rules_verdict]

    @property
    def too_kind(self) -> bool:
        """Whether people find fault where the rules found less: a miss."""
        return self.differs and STEPS[self.verdict] > STEPS[self.rules_verdict]


def cases(*, only: Iterable[tuple[UUID, str]] | None = None) -> list[Case]:
    """Every case, those that wait first, then the latest; `only` some, by attempt and criterion."""
    wanted = None if only is None else set(only)
    attempts = None if wanted is None else {attempt for attempt, _ in wanted}
    found: dict[tuple[UUID, str], Case] = {}
    for one in _judgements(attempts):
        key = one["review__attempt"], one["criterion"]
        case = found.setdefault(
            key, Case(*key, one["rules_verdict"], one["review__attempt__scorer_version"])
        )
        case.said.append(one["verdict"])
    for attempt, criterion, verdict, version in _disputes(attempts):
        case = found.setdefault((attempt, criterion), Case(attempt, criterion, verdict, version))
        case.disputed = True
    for case in found.values():
        _work_out(case)
    for settled in _settled(attempts):
        key = settled.attempt_id, settled.criterion
        case = found.setdefault(key, Case(*key, settled.rules_verdict, settled.scorer_version))
        case.verdict, case.settled = settled.verdict, True
        case.state = "agreed" if settled.state == LabelledCase.State.AGREED else "set_aside"
        case.missed_rule = settled.missed_rule
    chosen = [one for key, one in found.items() if wanted is None or key in wanted]
    _name_rules(chosen)
    return sorted(chosen, key=lambda one: one.state != "waiting")


def _work_out(case: Case) -> None:
    """What a case is before anybody settles it."""
    said = set(case.said)
    case.verdict = said.pop() if len(said) == 1 else ""
    agrees = case.verdict == case.rules_verdict
    case.state = "agreed" if agrees and not case.disputed else "waiting"


def _judgements(attempts: set[UUID] | None) -> Iterator[Mapping[str, Any]]:
    """What supervisors said, in reviews that were released, of what the rules had judged."""
    reviews = Review.objects.released().filter(attempt__visible=True)
    if attempts is None:
        reviews = reviews.filter(pk__in=reviews.order_by("-released_at").values("pk")[:WINDOW])
    else:
        reviews = reviews.filter(attempt__in=attempts)
    yield from (
        Judgement.objects.filter(
            review__in=reviews, said=True, verdict__in=JUDGED, rules_verdict__in=JUDGED
        )
        .order_by("-review__released_at", "pk")
        .values(
            "criterion",
            "verdict",
            "rules_verdict",
            "review__attempt",
            "review__attempt__scorer_version",
        )
    )


def _disputes(attempts: set[UUID] | None) -> Iterator[tuple[UUID, str, str, str]]:
    """What trainees see otherwise than the rules, with what the rules had found."""
    disputes = Dispute.objects.filter(attempt__visible=True).order_by("-created_at")
    if attempts is not None:
        disputes = disputes.filter(attempt__in=attempts)
    latest = list(disputes.values_list("attempt", "criterion", "attempt__scorer_version")[:WINDOW])
    results = Attempt.objects.filter(pk__in={attempt for attempt, _, _ in latest}).values_list(
        "pk", "criterion_results__criterion", "criterion_results__verdict"
    )
    verdicts = {(attempt, criterion): verdict for attempt, criterion, verdict in results}
    for attempt, criterion, version in latest:
        verdict = verdicts.get((attempt, criterion), "")
        if verdict in JUDGED:
            yield attempt, criterion, verdict, version


def _settled(attempts: set[UUID] | None) -> Iterator[LabelledCase]:
    settled = LabelledCase.objects.filter(attempt__visible=True)
    yield from settled if attempts is None else settled.filter(attempt__in=attempts)


def _name_rules(found: Sequence[Case]) -> None:
    """Say of each case which rules its finding names."""
    cards = Attempt.objects.filter(pk__in={one.attempt for one in found})
    named = {
        (pk, one["criterion"]): tuple(one["rules"])
        for pk, card in cards.values_list("pk", "scorecard")
        for one in card.get("criteria", ())
    }
    for case in found:
        case.rules = named.get(case.key, ())


# Agreement --------------------------------------------------------------------------------


@dataclass(slots=True)
class Tally:
    """How often people agree with a rule, or with what is found of a criterion."""

    name: str
    agreed: int = 0
    false_alarms: int = 0
    misses: int = 0
    waiting: int = 0

    @property
    def judged(self) -> int:
        """How many findings people judged."""
        return self.agreed + self.false_alarms + self.misses

    @property
    def share(self) -> float | None:
        """The share that people agree with; None where there are too few to say."""
        return self.agreed / self.judged if self.judged >= ENOUGH else None

    @property
    def hurts(self) -> int:
        """How many findings are wrong."""
        return self.false_alarms + self.misses


def by_criterion(found: Iterable[Case]) -> list[Tally]:
    """Each criterion: found fault where people don't (false alarm), or passed over one (miss)."""
    tallies: dict[str, Tally] = {}
    for case in found:
        tally = tallies.setdefault(case.criterion, Tally(case.criterion))
        if case.state == "set_aside":
            continue
        tally.waiting += case.state == "waiting"
        tally.agreed += bool(case.verdict) and not case.differs
        tally.false_alarms += case.too_strict
        tally.misses += case.too_kind
    return _worst_first(tallies)


def by_rule(found: Iterable[Case]) -> list[Tally]:
    """Each rule that findings name: people agree, or not (false alarm).

    A miss counts for the rule that somebody named when they settled the case.
    """
    tallies: dict[str, Tally] = {}
    for case in found:
        if case.state == "set_aside":
            continue
        for rule in case.rules:
            tally = tallies.setdefault(rule, Tally(rule))
            tally.waiting += case.state == "waiting"
            tally.agreed += bool(case.verdict) and not case.differs
            tally.false_alarms += case.differs
        if case.missed_rule and case.differs:
            tallies.setdefault(case.missed_rule, Tally(case.missed_rule)).misses += 1
    return _worst_first(tallies)


def _worst_first(tallies: Mapping[str, Tally]) -> list[Tally]:
    return sorted(tallies.values(), key=lambda one: (-one.hurts, -one.judged, one.name))


# What a change would do -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Checked:
    """A case under another config: what the rules find today, and what they would find."""

    case: Case
    today: str
    then: str
    effect: Effect


@dataclass(frozen=True, slots=True)
class Check:
    """What would become of agreed cases: of all of them, or as far as there was time."""

    total: int
    checked: Sequence[Checked]

    @property
    def complete(self) -> bool:
        """Whether every case is checked."""
        return len(self.checked) == self.total

    @property
    def counts(self) -> Counter[str]:
        """How many there are of each effect."""
        return Counter(one.effect for one in self.checked)

    @property
    def broken(self) -> list[Checked]:
        """Those that are right today and would not be, or would be further off."""
        return [one for one in self.checked if one.effect == "broken"]

    @property
    def mended(self) -> list[Checked]:
        """Those that would be right, or nearer to it."""
        return [one for one in self.checked if one.effect in ("mended", "nearer")]


def check(found: Sequence[Case], *, today: Readings, then: Readings) -> Check:
    """What a config would do to agreed cases, those that would break first.

    Compared are the words alone: earlier replies, which only a series of the same opening
    needs, are left out of both.
    """
    agreed = [one for one in found if one.state == "agreed" and one.verdict]
    by_attempt: dict[UUID, list[Case]] = {}
    for case in agreed:
        by_attempt.setdefault(case.attempt, []).append(case)
    checked: list[Checked] = []
    rows = Attempt.objects.filter(pk__in=by_attempt).values_list("pk", "reply", "scenario_version")
    attempts = list(rows)
    versions = ScenarioVersion.objects.in_bulk({version for _, _, version in attempts})
    tasks = {pk: (version.task(), version.content_hash) for pk, version in versions.items()}
    try:
        for attempt, reply, version in attempts:
            here = by_attempt[attempt]
            new = then.of(reply, *tasks[version]).verdicts
            if all(one.verdict == one.rules_verdict == new.get(one.criterion) for one in here):
                old = new  # right then and right still: reading it once more would take as long
            else:
                old = today.of(reply, *tasks[version]).verdicts
            for case in here:
                was, will = (one.get(case.criterion, "not_judged") for one in (old, new))
                checked.append(Checked(case, was, will, _effect(case.verdict, was, will)))
    except NoTimeLeftError:
        pass
    order: Counter[str] = Counter(broken=0, mended=1, nearer=2, wrong=3, right=4)
    return Check(len(agreed), sorted(checked, key=lambda one: order[one.effect]))


def _effect(people: str, was: str, will: str) -> Effect:
    before, after = _apart(people, was), _apart(people, will)
    if after > before:
        return "broken"
    if after < before:
        return "nearer" if after else "mended"
    return "wrong" if after else "right"


def _apart(people: str, found: str) -> int:
    """How far a finding is from what people say. To say nothing is a step."""
    return abs(STEPS[people] - STEPS[found]) if found in STEPS else 1
