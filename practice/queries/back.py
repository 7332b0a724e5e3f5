"""What comes back to a trainee: reviews of their replies, and who looked at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils import timezone

from practice.models import (
    AccessLog,
    Attempt,
    Dispute,
    Judgement,
    Review,
    ReviewAnswer,
    ReviewRequest,
    User,
)
from practice.models.reviews import ReviewQuerySet

PAGE = 20
NEWEST = 3  # reviews on the home page
LOG_PAGE = 50


@dataclass(frozen=True, slots=True)
class New:
    """Reviews that were not read yet: how many, and the newest of them."""

    number: int
    reviews: Sequence[Review]


@dataclass(frozen=True, slots=True)
class ReviewsPage:
    """Some of the reviews that came back, and the one after which the next page goes on."""

    reviews: Sequence[Review]
    older: UUID | None


@dataclass(frozen=True, slots=True)
class LogPage:
    """Some entries of the access log, and the one after which the next page goes on."""

    entries: Sequence[AccessLog]
    older: int | None


def new_reviews(person: User, *, now: datetime | None = None) -> New:
    """Reviews that arrived and that the trainee has not opened since."""
    unread = _back(person, now or timezone.now()).unseen()
    number = unread.count()
    return New(number, list(_listed(unread)[:NEWEST]) if number else ())


def reviews_back(
    person: User, *, before: UUID | None = None, now: datetime | None = None
) -> ReviewsPage:
    """Every review that came back, the newest first."""
    answered = ReviewAnswer.objects.filter(review=OuterRef("pk"), seen_at=None).exclude(
        author=person
    )
    reviews = _listed(_back(person, now or timezone.now())).annotate(answered=Exists(answered))
    if before:
        at = Review.objects.filter(pk=before, attempt__trainee=person).values("released_at")
        reviews = reviews.filter(
            Q(released_at__lt=Subquery(at)) | Q(released_at=Subquery(at), pk__lt=before)
        )
    found = list(reviews[: PAGE + 1])
    shown = found[:PAGE]
    return ReviewsPage(shown, shown[-1].pk if len(found) > PAGE else None)


def reviews_of(attempt: Attempt, *, now: datetime | None = None) -> list[Review]:
    """What supervisors said about an attempt and its trainee can read, with all that is in it."""
    return list(
        Review.objects.arrived(now or timezone.now())
        .filter(attempt=attempt)
        .select_related("supervisor")
        .prefetch_related(
            Prefetch("judgements", Judgement.objects.order_by("pk")),
            "comments",
            "revisions",
            Prefetch("answers", ReviewAnswer.objects.select_related("author")),
        )
        .order_by("released_at", "pk")
    )


def request_for(attempt: Attempt) -> ReviewRequest | None:
    """What the trainee asked about an attempt."""
    return ReviewRequest.objects.filter(attempt=attempt).first()


def disputes_of(attempt: Attempt) -> dict[str, Dispute]:
    """Criterion -> how the trainee sees it differently."""
    return {one.criterion: one for one in Dispute.objects.filter(attempt=attempt)}


def access_log(person: User, *, before: int | None = None) -> LogPage:
    """Who read or changed the person's replies, newest first."""
    entries = (
        AccessLog.objects.filter(subject=person)
        .select_related("who", "attempt__scenario_version")
        .defer(
            "attempt__scorecard",
            "attempt__scenario_version__content",
            "attempt__scenario_version__statement",
        )
    )
    if before:
        at = AccessLog.objects.filter(pk=before, subject=person).values("at")
        entries = entries.filter(Q(at__lt=Subquery(at)) | Q(at=Subquery(at), pk__lt=before))
    found = list(entries[: LOG_PAGE + 1])
    shown = found[:LOG_PAGE]
    return LogPage(shown, shown[-1].pk if len(found) > LOG_PAGE else None)


def _back(person: User, now: datetime) -> ReviewQuerySet:
    return Review.objects.arrived(now).filter(attempt__trainee=person)


def _listed(reviews: QuerySet[Review]) -> QuerySet[Review]:
    return (
        reviews.select_related("supervisor", "attempt__scenario_version")
        .defer(
            "attempt__scorecard",
            "attempt__scenario_version__content",
            "attempt__scenario_version__statement",
        )
        .order_by("-released_at", "-pk")
    )
