"""The queue: what needs eyes first, page by page, at the same cost however much there is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from uuid import UUID

from django.db.models import Count, Sum
from django.utils import timezone

from practice.access import supervised
from practice.display.wording import number_word
from practice.models import (
    Attempt,
    AttemptQuerySet,
    Claim,
    Cohort,
    Membership,
    QueueCount,
    QueueRank,
    SavedView,
    User,
)
from practice.queries.days import midnight

PAGE = 25
LOOK_ALIKES = 50  # shown of one group at most
GROUPED = 300  # attempts from the head of the queue that are looked at for groups
Shown = Literal["waiting", "reviewed", "second", "drafts", "all"]
SHOWN: tuple[Shown, ...] = ("waiting", "reviewed", "second", "drafts", "all")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters of the queue; without any, everything that waits in all one's cohorts.

    `shown`: "waiting"; "reviewed"; "second" (reviewed, but not by oneself: for a second rating);
    "drafts" (one's own); "all". `rank` is one reason for waiting. Days are the reader's own.
    """

    cohort: UUID | None = None
    trainee: UUID | None = None
    strategy: str = ""
    criterion: str = ""
    since: date | None = None
    until: date | None = None
    rank: int | None = None
    shown: Shown = "waiting"


@dataclass(frozen=True, slots=True)
class Row:
    """One attempt in the queue: with its trainee, client, request and claim loaded."""

    attempt: Attempt
    why: str
    question: str
    claim: Claim | None
    mine: bool

    @property
    def client(self) -> str:
        """Who was answered."""
        return self.attempt.scenario_version.client_name


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of the queue, and the token that the next one goes on after ("" at the end)."""

    rows: Sequence[Row]
    after: str


@dataclass(frozen=True, slots=True)
class Group:
    """Replies to the same words that make the same moves, in queue order."""

    signature: str
    client: str
    technique: str
    attempts: Sequence[Attempt]


def queue_page(
    user: User, wanted: Wanted, *, after: str = "", now: datetime | None = None
) -> QueuePage:
    """A page of the queue, from the place `after` on. Four queries, whatever is in it."""
    places = _places(user, wanted, after=_place(after), number=PAGE + 1)
    shown = places[:PAGE]
    more = f"{shown[-1][0]}.{shown[-1][1].hex}" if len(places) > PAGE else ""
    return QueuePage(_rows(user, [pk for _, pk in shown], now or timezone.now()), more)


def next_in_queue(user: User, wanted: Wanted, attempt: Attempt) -> UUID | None:
    """The attempt behind this one. To be asked before it is released and so changes its place."""
    found = _places(user, wanted, after=(attempt.queue_key, attempt.pk), number=1)
    return found[0][1] if found else None


def previous_in_queue(user: User, wanted: Wanted, attempt: Attempt) -> UUID | None:
    """The attempt before this one."""
    found = _places(user, wanted, before=(attempt.queue_key, attempt.pk), number=1)
    return found[0][1] if found else None


def waiting_counts(user: User, cohort: UUID | None = None) -> dict[QueueRank, int]:
    """How many wait for each reason, in all one's cohorts or in one; reasons with none left out."""
    cohorts = _reach(user, cohort)
    counts = dict.fromkeys(QueueRank, 0)
    for rank, number in (
        QueueCount.objects.filter(cohort__in=cohorts)
        .values_list("rank")
        .annotate(Sum("number"))
        .order_by("rank")
    ):
        counts[QueueRank(rank)] += number
    own = Attempt.objects.seen_by_supervisors_of(cohorts).by(user.pk).order_by()
    for rank, number in own.values_list("queue_rank").annotate(Count("pk")):
        counts[QueueRank(rank)] -= number
    return {rank: number for rank, number in counts.items() if number}


def trainees_to_choose(user: User) -> list[tuple[UUID, str]]:
    """Whom the queue can be narrowed to: id and name, by name."""
    memberships = Membership.objects.current().filter(
        cohort__in=supervised(user), role=Membership.Role.TRAINEE
    )
    rows = memberships.values_list("person", "person__display_name").distinct()
    return sorted(rows, key=lambda row: row[1].casefold())


def cohorts_to_choose(user: User) -> list[Cohort]:
    """The cohorts one supervises, by name."""
    return list(Cohort.objects.filter(pk__in=supervised(user)))


def views_of(user: User) -> list[SavedView]:
    """One's saved views, by name."""
    return list(SavedView.objects.filter(supervisor=user))


def look_alikes(user: User, attempt: Attempt) -> list[Attempt]:
    """Replies like this one that wait too: the same words answered, the same moves made.

    At most 50, in queue order, without the attempt itself; each with its trainee.
    """
    if not attempt.move_signature:
        return []
    alike = (
        Attempt.objects.seen_by_supervisors_of(supervised(user))
        .not_by(user.pk)
        .waiting()
        .filter(move_signature=attempt.move_signature)
        .exclude(pk=attempt.pk)
    )
    return list(alike.in_queue_order().select_related("trainee").defer("scorecard")[:LOOK_ALIKES])


def groups_in_queue(user: User, wanted: Wanted) -> list[Group]:
    """Groups of look-alikes among the first 300 of the queue, the largest first."""
    places = _places(user, wanted, number=GROUPED)
    found: dict[str, list[Attempt]] = {}
    attempts = {
        one.pk: one
        for one in Attempt.objects.filter(pk__in=[pk for _, pk in places])
        .select_related("trainee", "scenario_version")
        .defer("scorecard", "scenario_version__content", "scenario_version__statement")
    }
    for _, pk in places:
        found.setdefault(attempts[pk].move_signature, []).append(attempts[pk])
    groups = [
        Group(signature, alike[0].scenario_version.client_name, alike[0].technique, alike)
        for signature, alike in found.items()
        if signature and len(alike) > 1
    ]
    return sorted(groups, key=lambda group: -len(group.attempts))


# How ----------------------------------------------------------------------------------------


def _reach(user: User, cohort: UUID | None) -> list[UUID]:
    cohorts = supervised(user)
    return cohorts if cohort is None else [one for one in cohorts if one == cohort]


def _filtered(attempts: AttemptQuerySet, user: User, wanted: Wanted) -> AttemptQuerySet:
    if wanted.trainee:
        attempts = attempts.by(wanted.trainee)
    if wanted.strategy:
        attempts = attempts.of_strategy(wanted.strategy)
    if wanted.criterion:
        attempts = attempts.missing(wanted.criterion)
    if wanted.since:
        attempts = attempts.since(midnight(wanted.since))
    if wanted.until:
        attempts = attempts.before(midnight(wanted.until + timedelta(days=1)))
    if wanted.rank is not None:
        return attempts.ranked(wanted.rank)
    match wanted.shown:
        case "waiting":
            return attempts.waiting()
        case "reviewed":
            return attempts.reviewed()
        case "second":
            return attempts.reviewed().not_reviewed_by(user.pk)
        case "drafts":
            return attempts.drafted_by(user.pk)
    return attempts


def _places(
    user: User,
    wanted: Wanted,
    *,
    number: int,
    after: tuple[int, UUID] | None = None,
    before: tuple[int, UUID] | None = None,
) -> list[tuple[int, UUID]]:
    """The next places in the queue: key and attempt.

    Each cohort's own first few come in order from an index, and only these are put in one order:
    sorting all that wait in several cohorts would take the longer the more there is.
    """
    order = ("-queue_key", "-pk") if before else ("queue_key", "pk")
    arms = []
    for cohort in _reach(user, wanted.cohort):
        seen = Attempt.objects.seen_by_supervisors_of([cohort]).not_by(user.pk)
        seen = _filtered(seen, user, wanted)
        if after:
            seen = seen.further_down(*after)
        if before:
            seen = seen.further_up(*before)
        first = seen.order_by(*order).values("pk")[:number]
        arms.append(Attempt.objects.filter(pk__in=first).order_by().values_list("queue_key", "pk"))
    if not arms:
        return []
    together = arms[0].union(*arms[1:], all=True) if arms[1:] else arms[0]
    return list(together.order_by(*order)[:number])


def _rows(user: User, pks: Collection[UUID], now: datetime) -> list[Row]:
    attempts = (
        Attempt.objects.filter(pk__in=pks)
        .select_related("trainee", "scenario_version", "request", "claim__supervisor")
        .defer("scorecard", "scenario_version__content", "scenario_version__statement")
        .in_queue_order()
    )
    return [_row(user, one, now) for one in attempts]


def _row(user: User, attempt: Attempt, now: datetime) -> Row:
    request = getattr(attempt, "request", None)
    claim: Claim | None = getattr(attempt, "claim", None)
    current = claim if claim and claim.expires_at > now else None
    return Row(
        attempt=attempt,
        why=why_waiting(attempt),
        question=request.question if request else "",
        claim=current,
        mine=bool(current and current.supervisor_id == user.pk),
    )


def why_waiting(attempt: Attempt) -> str:
    """In a few words, why an attempt stands where it does."""
    match attempt.queue_rank:
        case QueueRank.ASKED:
            request = getattr(attempt, "request", None)
            return "asks a question" if request and request.question else "asks for a review"
        case QueueRank.ABSTAINED:
            return "the rules cannot judge it"
        case QueueRank.DISPUTED:
            return "sees it differently"
        case QueueRank.STUCK:
            return f"try {number_word(attempt.try_number)}, still low"
        case QueueRank.REVIEWED:
            return "reviewed"
    return "nobody has looked yet"


def _place(token: str) -> tuple[int, UUID] | None:
    """The place that a token in the address names; None for one that names none."""
    key, _, pk = token.partition(".")
    try:
        place = int(key), UUID(pk)
    except ValueError:
        return None
    return place if 0 <= place[0] < 2**63 else None
