"""What a trainee reads about their own practice."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from practice.display.charts import Day
from practice.display.wording import (
    CRITERIA,
    MAIN_CRITERION,
    RUBRICS,
    STRATEGIES,
    Rubric,
    number_word,
)
from practice.models import (
    Attempt,
    CriterionResult,
    Membership,
    Scenario,
    ScenarioVersion,
    Stirred,
    User,
)
from practice.queries.days import midnight

PAGE = 20
LATEST = 3  # replies on the home page
SERIES = 24  # replies looked at to say which strategy comes next
LATELY = 8  # replies that a criterion is judged by
RESULTS = 400  # rows in which these are found, whatever else was practised
ENOUGH = 5  # fewer replies than this, and nothing is claimed
IN_A_ROW = 3  # of one strategy, before another one is offered
FIRM = 0.75


@dataclass(frozen=True, slots=True)
class Next:
    """The next client for somebody, and why this one."""

    strategy: str
    version: ScenarioVersion
    why: str


@dataclass(frozen=True, slots=True)
class Weakest:
    """A criterion and how many of the latest replies met it."""

    criterion: str
    met: int
    of: int


@dataclass(frozen=True, slots=True)
class Way:
    """A strategy to choose: how many clients there are for it, and how many one has met."""

    rubric: Rubric
    purpose: str
    clients: int
    met: int


@dataclass(frozen=True, slots=True)
class Week:
    """The last seven days, today last."""

    days: tuple[Day, ...]
    total: int
    says: str


@dataclass(frozen=True, slots=True)
class Page:
    """Some of one's replies, and the one after which the next page goes on."""

    attempts: Sequence[Attempt]
    older: UUID | None


# What comes next --------------------------------------------------------------------------


def next_for(person: User, *, strategy: str | None = None) -> Next | None:
    """The next client: of the strategy asked for, or of the one to practise now."""
    why = ""
    if not strategy:
        with_clients = set(Scenario.objects.published().values_list("current__strategy", flat=True))
        offered = [one for one in RUBRICS if one in with_clients]
        if not offered:
            return None
        strategy, why = _strategy_for(person, offered)
    version = _client_for(person, strategy)
    return Next(strategy, version, why) if version else None


def ways_for(person: User) -> list[Way]:
    """Every strategy, with how many clients wait in it."""
    met = _last_met(person)
    clients: Counter[str] = Counter()
    known: Counter[str] = Counter()
    for pk, strategy in Scenario.objects.published().values_list("pk", "current__strategy"):
        clients[strategy] += 1
        known[strategy] += pk in met
    return [
        Way(rubric, STRATEGIES[strategy].purpose, clients[strategy], known[strategy])
        for strategy, rubric in RUBRICS.items()
    ]


def _last_met(person: User) -> dict[int, datetime]:
    """Scenario -> when the person last answered its client."""
    # By person alone: by person and scenario, SQLite goes through all that others wrote to it.
    rows = Attempt.objects.filter(trainee=person).values_list("scenario_version__scenario")
    return dict(rows.annotate(Max("created_at")).order_by())


def _strategy_for(person: User, offered: Sequence[str]) -> tuple[str, str]:
    """Which strategy to practise now, and why: new ones first, then what is met least often."""
    practised = list(
        Attempt.objects.filter(trainee=person)
        .order_by("-created_at", "-pk")
        .values_list("strategy", flat=True)[:SERIES]
    )
    if not practised:
        return offered[0], "A first client, to see how it goes. Nobody is graded here."
    for strategy in offered:
        if strategy not in practised:
            return strategy, "You have not practised this lately. " + STRATEGIES[strategy].purpose
    longest_ago = max(offered, key=practised.index)
    if practised[:IN_A_ROW] == [practised[0]] * IN_A_ROW and longest_ago != practised[0]:
        label = RUBRICS[practised[0]].label
        return longest_ago, f"Three in a row of “{label}”: a change keeps the ear fresh."
    weakest = weakest_of(verdicts_lately(person))
    if weakest and (asking := [one for one in offered if weakest.criterion in RUBRICS[one].by_id]):
        label = CRITERIA[weakest.criterion].label
        met = number_word(weakest.met, none="none")
        return max(asking, key=practised.index), (
            f"“{label}” was met in {met} of your last {number_word(weakest.of)} replies that "
            "asked for it."
        )
    return longest_ago, "All of it goes well lately. This is the one you practised longest ago."


def verdicts_lately(person: User) -> dict[str, list[bool]]:
    """Criterion -> whether it was met in the latest replies that asked for it, newest first."""
    rows = (
        CriterionResult.objects.filter(attempt__trainee=person)
        .exclude(verdict="not_judged")
        .order_by("-attempt__created_at", "-attempt__pk")
        .values_list("criterion", "verdict")[:RESULTS]
    )
    found: dict[str, list[bool]] = defaultdict(list)
    for criterion, verdict in rows:
        if len(found[criterion]) < LATELY:
            found[criterion].append(verdict == "met")
    return found


def weakest_of(verdicts: Mapping[str, Sequence[bool]]) -> Weakest | None:
    """What to practise next: the criterion met least often, where that is seldom enough."""
    known = [
        Weakest(criterion, sum(verdicts[criterion]), len(verdicts[criterion]))
        for criterion in CRITERIA
        if len(verdicts.get(criterion, ())) >= ENOUGH
    ]
    weakest = min(known, key=lambda one: one.met / one.of, default=None)
    return weakest if weakest and weakest.met / weakest.of < FIRM else None


def _client_for(person: User, strategy: str) -> ScenarioVersion | None:
    """A fresh client before one met already, near the person's level; then the longest unseen."""
    last_met = _last_met(person)
    rows = (
        Scenario.objects.published()
        .filter(current__strategy=strategy)
        .values_list("current", "pk", "slug", "current__difficulty")
    )

    def rank(row: tuple[int, int, str, int]) -> tuple[Any, ...]:
        _, scenario, slug, difficulty = row
        last = last_met.get(scenario)
        # Everybody meets the clients of a level in an order of their own.
        order = hashlib.sha256(f"{person.pk}{slug}".encode()).hexdigest()
        return last is not None, abs(difficulty - person.level), last and last.timestamp(), order

    best = min(rows, key=rank, default=None)
    if best is None:
        return None
    return ScenarioVersion.objects.select_related("scenario").get(pk=best[0])


# One's own groups -------------------------------------------------------------------------


def groups_of(person: User) -> QuerySet[Membership]:
    """The groups that somebody is in now."""
    return person.memberships.current().select_related("cohort")


# One's own replies ------------------------------------------------------------------------


def week_of(person: User) -> Week:
    """How many replies each day, and in how many one did what the task was for."""
    today = timezone.localdate()
    first = today - timedelta(days=6)
    since = midnight(first)
    rows = (
        Attempt.objects.filter(trainee=person, created_at__gte=since)
        .annotate(main_verdict=_main_verdict())
        .order_by()
        .values_list("created_at", "main_verdict")
    )
    met: Counter[Any] = Counter()
    every: Counter[Any] = Counter()
    for at, verdict in rows:
        day = timezone.localtime(at).date()
        every[day] += 1
        met[day] += verdict == "met"
    days = tuple(
        Day(day, met[day], every[day] - met[day])
        for day in (first + timedelta(days=i) for i in range(7))
    )
    return Week(days, every.total(), _week_says(days))


def _week_says(days: Sequence[Day]) -> str:
    met = sum(day.met for day in days)
    total = met + sum(day.other for day in days)
    active = sum(bool(day.met + day.other) for day in days)
    replies = "reply" if total == 1 else "replies"
    on = "on one day" if active == 1 else f"on {number_word(active)} days"
    if met == total:
        did = "It did" if total == 1 else "All of them did"
    elif met == 0:
        return f"{number_word(total).capitalize()} {replies} {on}."
    else:
        did = f"{number_word(met).capitalize()} of them did"
    return f"{number_word(total).capitalize()} {replies} {on}. {did} what the task was for."


def latest_replies(person: User) -> QuerySet[Attempt]:
    """The last few, for the home page."""
    return _listed(Attempt.objects.filter(trainee=person))[:LATEST]


def has_replied(person: User) -> bool:
    """Whether there is any reply at all."""
    return Attempt.objects.filter(trainee=person).exists()


def history(person: User, wanted: Mapping[str, Any], *, before: UUID | None = None) -> Page:
    """One's replies that fit, newest first, from the one after `before` on."""
    listed = _listed(Attempt.objects.filter(trainee=person))
    attempts = listed.annotate(main_verdict=_main_verdict())
    if strategy := wanted.get("strategy"):
        attempts = attempts.filter(strategy=strategy)
    if difficulty := wanted.get("difficulty"):
        attempts = attempts.filter(difficulty=difficulty)
    if since := wanted.get("since"):
        attempts = attempts.filter(created_at__gte=midnight(since))
    if until := wanted.get("until"):
        attempts = attempts.filter(created_at__lt=midnight(until + timedelta(days=1)))
    match wanted.get("verdict"):
        case "abstained":
            attempts = attempts.exclude(abstained="")
        case str(verdict):
            attempts = attempts.filter(abstained="", main_verdict=verdict)
    if before:
        at = Attempt.objects.filter(trainee=person, pk=before).values("created_at")
        attempts = attempts.filter(
            Q(created_at__lt=Subquery(at)) | Q(created_at=Subquery(at), pk__lt=before)
        )
    found = list(attempts[: PAGE + 1])
    shown = found[:PAGE]
    return Page(shown, shown[-1].pk if len(found) > PAGE else None)


def tries_of(attempt: Attempt) -> QuerySet[Attempt]:
    """All tries at this client that belong together, the first one first."""
    first = attempt.first_try_id or attempt.pk
    return (
        Attempt.objects.filter(Q(pk=first) | Q(first_try=first), trainee=attempt.trainee_id)
        .order_by("try_number")
        .only("try_number")
    )


def own_try(person: User, scenario: Scenario, pk: str) -> Attempt | None:
    """One's own earlier reply to this client; None for anything else."""
    try:
        wanted = UUID(pk)
    except ValueError:
        return None
    return (
        Attempt.objects.filter(trainee=person, scenario_version__scenario=scenario, pk=wanted)
        .select_related("first_try")
        .first()
    )


def stirred_word(attempt: Attempt) -> str:
    """What came up in the trainee; for their own eyes."""
    noted = Stirred.objects.filter(attempt=attempt).first()
    return noted.word if noted else ""


def _listed(attempts: QuerySet[Attempt]) -> QuerySet[Attempt]:
    """As lists need them: with the client, without what only the attempt's own page shows."""
    return (
        attempts.select_related("scenario_version")
        .defer("scorecard", "scenario_version__content", "scenario_version__statement")
        .order_by("-created_at", "-pk")
    )


def _main_verdict() -> Subquery:
    """Whether a reply did what its strategy is for."""
    main = CriterionResult.objects.filter(
        attempt=OuterRef("pk"), criterion__in=set(MAIN_CRITERION.values())
    )
    return Subquery(main.values("verdict")[:1])
