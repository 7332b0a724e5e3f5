"""Counts and places in the queue made anew from what is stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from itertools import groupby
from uuid import UUID

from django.db import transaction
from django.db.models import Max, QuerySet

from practice.models import (
    AssignmentProgress,
    Attempt,
    Cohort,
    Dispute,
    PracticeWeek,
    QueueCount,
    RatingPair,
    Review,
    ReviewRequest,
)
from practice.services.agreement import pairs_of
from practice.services.figures import KEYS, Tally, hold
from practice.services.queueing import move_signature, place_of

AT_ONCE = 2000
STANDING = ["queue_rank", "queue_key", "reviewed_at", "move_signature"]
NEEDED = ["abstained", "score", "try_number", "created_at", "scenario_version", *STANDING]


def recount(*, cohorts: Collection[UUID] | None = None) -> int:
    """Make all counts anew, one cohort at a time. Returns how many cohorts were counted.

    Safe while people write: what would count for a cohort waits until it is counted.
    """
    wanted = Cohort.objects.order_by("pk")
    if cohorts is not None:
        wanted = wanted.filter(pk__in=cohorts)
    pks = list(wanted.values_list("pk", flat=True))
    for pk in pks:
        with transaction.atomic():
            hold(pk)
            cohort = Cohort.objects.get(pk=pk)
            for model in KEYS:
                whose = "assignment__cohort" if model is AssignmentProgress else "cohort"
                model._default_manager.filter(**{whose: cohort}).delete()
            attempts = Attempt.objects.filter(cohort=cohort)
            _stand_all(attempts)
            _pair_all(cohort)
            Tally.of_cohorts([cohort]).attempts(attempts).apply()
    return len(pks)


def never_counted() -> bool:
    """Whether there is something to count and nothing was: the site was just upgraded."""
    seen = Attempt.objects.filter(visible=True, cohort__isnull=False)
    return seen.exists() and not (QueueCount.objects.exists() and PracticeWeek.objects.exists())


def _pair_all(cohort: Cohort) -> None:
    """Make the pairs of verdicts anew."""
    RatingPair.objects.filter(cohort=cohort).delete()
    reviews = (
        Review.objects.released()
        .filter(attempt__cohort=cohort)
        .select_related("attempt")
        .defer("attempt__scorecard", "attempt__reply")
        .prefetch_related("judgements")
        .order_by("attempt", "released_at", "pk")
    )
    pairs: list[RatingPair] = []
    by_attempt = groupby(reviews.iterator(AT_ONCE), key=lambda one: one.attempt)
    for attempt, of_one in by_attempt:
        attempt.cohort = cohort
        pairs += pairs_of(attempt, of_one)
    RatingPair.objects.bulk_create(pairs, batch_size=AT_ONCE)


def _stand_all(attempts: QuerySet[Attempt]) -> None:
    """Find the place of each attempt anew; rows that are right already are left alone."""
    asked = dict(
        ReviewRequest.objects.filter(attempt__in=attempts).values_list("attempt", "created_at")
    )
    disputed: dict[UUID, list[datetime]] = defaultdict(list)
    for pk, at in Dispute.objects.filter(attempt__in=attempts).values_list("attempt", "created_at"):
        disputed[pk].append(at)
    reviewed = dict(
        Review.objects.released()
        .filter(attempt__in=attempts)
        .order_by()
        .values_list("attempt")
        .annotate(Max("released_at"))
    )
    changed: list[Attempt] = []
    for attempt in attempts.order_by().only(*NEEDED).iterator(AT_ONCE):
        before = [getattr(attempt, name) for name in STANDING]
        attempt.reviewed_at = reviewed.get(attempt.pk)
        place = place_of(attempt, asked.get(attempt.pk), disputed[attempt.pk], attempt.reviewed_at)
        attempt.stand(*place)
        if not attempt.move_signature:  # the one thing that the whole scorecard is needed for
            attempt.move_signature = move_signature(attempt.scenario_version_id, attempt.scorecard)
        if before != [getattr(attempt, name) for name in STANDING]:
            changed.append(attempt)
    Attempt.objects.bulk_update(changed, STANDING, batch_size=200)
