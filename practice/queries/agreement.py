"""How often rules and supervisors, and supervisors among themselves, see it alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet, Sum
from django.utils.timezone import localtime

from practice.access import supervised
from practice.display.wording import CRITERIA, VERDICTS
from practice.measuring.kappa import SCALE, Agreement, agreement
from practice.models import AgreementCount, Judgement, RatingPair, Review, User

PAGE = 25
MOST_LISTED = 5000  # of a download
FIGURES = ["criterion", "pairs", "the very same", "kappa", "from", "to", "note", "differ"]
PAIRS = [
    "when",
    "trainee",
    "client",
    "reply",
    "criterion",
    "rules version",
    "blind",
    "one",
    "says",
    "reason",
    "the other",
    "says",
    "reason",
]
NOTES = {"": "", "few": "too few to say", "alike": "always one and the same verdict"}


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """One criterion: agreement, and how many of the pairs differ."""

    criterion: str
    label: str
    found: Agreement
    differ: int


@dataclass(frozen=True, slots=True)
class AgreementTable:
    """Criteria in rubric order, and all of them together."""

    rows: Sequence[AgreementRow]
    together: AgreementRow


@dataclass(frozen=True, slots=True)
class Differs:
    """One pair that differs, with its attempt, trainee and client loaded, and the reasons given."""

    pair: RatingPair
    reason_a: str
    reason_b: str


@dataclass(frozen=True, slots=True)
class DiffersPage:
    """Some pairs that differ, newest first, and the token to go on after ("" at the end)."""

    rows: Sequence[Differs]
    after: str


def scorer_versions(user: User) -> list[str]:
    """The versions of the rules that there are pairs for, the latest first."""
    counts = AgreementCount.objects.filter(cohort__in=supervised(user), number__gt=0)
    versions = counts.values_list("scorer_version", flat=True).distinct().order_by()
    return sorted(versions, key=_version, reverse=True)


def agreement_table(
    user: User,
    *,
    kind: str,
    scorer_version: str = "",
    cohort: UUID | None = None,
    blind_only: bool = False,
) -> AgreementTable:
    """Agreement per criterion in one's own cohorts, or in one of them.

    `kind` is "rules" (rules and supervisors) or "supervisors"; without a version, all together.
    With the rules, a verdict that a supervisor let stand without a word counts as agreement;
    `blind_only` leaves out all that was judged with the rules' verdict in view. Between
    supervisors, only what both of them said something about counts.
    """
    counts = AgreementCount.objects.filter(cohort__in=_reach(user, cohort), kind=kind)
    if scorer_version:
        counts = counts.filter(scorer_version=scorer_version)
    if blind_only:
        counts = counts.filter(blind=True)
    found: dict[str, dict[tuple[str, str], int]] = defaultdict(lambda: defaultdict(int))
    together: dict[tuple[str, str], int] = defaultdict(int)
    for criterion, a, b, number in (
        counts.values_list("criterion", "a", "b").annotate(Sum("number")).order_by()
    ):
        if number:
            found[criterion][a, b] += number
            together[a, b] += number
    known = [*CRITERIA, *sorted(set(found) - set(CRITERIA))]
    return AgreementTable(
        [_row(criterion, found[criterion]) for criterion in known if criterion in found],
        _row("", together),
    )


def disagreements(
    user: User,
    *,
    kind: str,
    criterion: str = "",
    scorer_version: str = "",
    cohort: UUID | None = None,
    blind_only: bool = False,
    after: str = "",
) -> DiffersPage:
    """The pairs behind a figure that differ, the latest first. Attempts supervisors may see."""
    pairs = _differing(user, kind, criterion, scorer_version, cohort, blind_only)
    if place := _place(after):
        at, pk = place
        pairs = pairs.filter(at__lte=at).filter(Q(at__lt=at) | Q(pk__lt=pk))
    found = _latest(pairs, PAGE + 1)
    shown = found[:PAGE]
    token = f"{shown[-1].at.isoformat()}_{shown[-1].pk}" if len(found) > PAGE else ""
    return DiffersPage(_with_reasons(shown), token)


def all_disagreements(
    user: User,
    *,
    kind: str,
    criterion: str = "",
    scorer_version: str = "",
    cohort: UUID | None = None,
    blind_only: bool = False,
) -> list[Differs]:
    """The same for a download: the latest 5,000."""
    pairs = _differing(user, kind, criterion, scorer_version, cohort, blind_only)
    return _with_reasons(_latest(pairs, MOST_LISTED))


def figures_table(found: AgreementTable) -> tuple[list[str], list[list[object]]]:
    """The figures as rows of a CSV file."""
    return FIGURES, [
        [
            row.label,
            row.found.pairs,
            round(row.found.same, 4) if row.found.pairs else None,
            *(
                None if value is None else round(value, 4)
                for value in (row.found.kappa, row.found.low, row.found.high)
            ),
            NOTES[row.found.why_not],
            row.differ,
        ]
        for row in (*found.rows, found.together)
    ]


def disagreements_table(found: Sequence[Differs]) -> tuple[list[str], list[list[object]]]:
    """The pairs that differ as rows of a CSV file."""
    return PAIRS, [
        [
            localtime(one.pair.at).strftime("%Y-%m-%d %H:%M"),
            str(one.pair.attempt.trainee),
            one.pair.attempt.scenario_version.client_name,
            one.pair.attempt.reply,
            CRITERIA[one.pair.criterion].label,
            one.pair.scorer_version,
            "yes" if one.pair.blind else "no",
            _who(one.pair.review_a) if one.pair.review_a else "The rules",
            VERDICTS[one.pair.a].label,
            one.reason_a,
            _who(one.pair.review_b),
            VERDICTS[one.pair.b].label,
            one.reason_b,
        ]
        for one in found
    ]


# How ----------------------------------------------------------------------------------------


def _reach(user: User, cohort: UUID | None) -> list[UUID]:
    cohorts = supervised(user)
    return cohorts if cohort is None else [one for one in cohorts if one == cohort]


def _differing(
    user: User,
    kind: str,
    criterion: str,
    scorer_version: str,
    cohort: UUID | None,
    blind_only: bool,
) -> QuerySet[RatingPair]:
    pairs = RatingPair.objects.filter(
        cohort__in=_reach(user, cohort), kind=kind, differs=True, attempt__visible=True
    )
    if criterion:
        pairs = pairs.filter(criterion=criterion)
    if scorer_version:
        pairs = pairs.filter(scorer_version=scorer_version)
    if blind_only:
        pairs = pairs.filter(blind=True)
    return pairs


def _latest(pairs: QuerySet[RatingPair], number: int) -> list[RatingPair]:
    """The latest, found first and by themselves: only they are loaded with all that is on them.

    In one statement there are so many tables that PostgreSQL would join every pair there is
    before it looks.
    """
    first = list(pairs.order_by("-at", "-pk").values_list("pk", flat=True)[:number])
    return list(_loaded(RatingPair.objects.filter(pk__in=first)))


def _with_reasons(pairs: Sequence[RatingPair]) -> list[Differs]:
    reviews = {pk for pair in pairs for pk in (pair.review_a_id, pair.review_b_id) if pk}
    reasons = {
        (one.review_id, one.criterion): one.reason
        for one in Judgement.objects.filter(review__in=reviews)
    }
    return [
        Differs(
            pair,
            reasons.get((pair.review_a_id, pair.criterion), "") if pair.review_a_id else "",
            reasons.get((pair.review_b_id, pair.criterion), ""),
        )
        for pair in pairs
    ]


def _who(review: Review) -> str:
    return str(review.supervisor) if review.supervisor else "A supervisor"


def _row(criterion: str, counts: dict[tuple[str, str], int]) -> AgreementRow:
    label = CRITERIA[criterion].label if criterion in CRITERIA else criterion or "All together"
    differ = sum(number for (a, b), number in counts.items() if a != b and {a, b} <= set(SCALE))
    return AgreementRow(criterion, label, agreement(counts), differ)


def _loaded(pairs: QuerySet[RatingPair]) -> QuerySet[RatingPair]:
    return (
        pairs.select_related(
            "attempt__trainee",
            "attempt__scenario_version",
            "review_a__supervisor",
            "review_b__supervisor",
        )
        .defer(
            "attempt__scorecard",
            "attempt__scenario_version__content",
            "review_a__private_note",
            "review_b__private_note",
        )
        .order_by("-at", "-pk")
    )


def _place(token: str) -> tuple[datetime, int] | None:
    at, _, pk = token.rpartition("_")
    try:
        place = datetime.fromisoformat(at), int(pk)
    except ValueError:
        return None
    return place if place[0].tzinfo and 0 <= place[1] < 2**63 else None


def _version(version: str) -> tuple[list[tuple[int, str]], str]:
    """1.10.0 comes after 1.9.0, and what a site changed in one after the one as it comes."""
    number, _, mark = version.partition("+")
    parts = [(int(part), "") if part.isdigit() else (-1, part) for part in number.split(".")]
    return parts, mark
