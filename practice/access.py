"""The one door to what belongs to somebody. A stranger's object does not exist: 404."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet
from django.http import Http404
from django.utils import timezone

from practice.models import (
    Assignment,
    Attempt,
    BankedComment,
    Cohort,
    Invitation,
    Membership,
    Review,
    SavedView,
    Scenario,
    Transcript,
    User,
)

Found = TypeVar("Found", bound=Model)


def scenario_for_practice(user: User, slug: str) -> Scenario:
    """A scenario that the person may practise with, and its current version."""
    return _scenario(Scenario.objects.published(), slug)


def scenario_to_answer(user: User, slug: str) -> Scenario:
    """A scenario that the person may send words about: also one retired while they wrote them."""
    states = (Scenario.State.PUBLISHED, Scenario.State.RETIRED)
    return _scenario(Scenario.objects.filter(state__in=states, current__isnull=False), slug)


def _scenario(scenarios: QuerySet[Scenario], slug: str) -> Scenario:
    try:
        return scenarios.select_related("current").get(slug=slug)
    except Scenario.DoesNotExist:
        raise Http404 from None


def own_attempt(user: User, pk: UUID) -> Attempt:
    """An attempt that the person made themselves."""
    attempts = Attempt.objects.select_related("scenario_version__scenario")
    try:
        return attempts.get(pk=pk, trainee=user)
    except Attempt.DoesNotExist:
        raise Http404 from None


# What a supervisor reaches ----------------------------------------------------------------


def supervised(user: User) -> list[UUID]:
    """The cohorts that the person supervises now."""
    memberships = Membership.objects.current().filter(person=user, role=Membership.Role.SUPERVISOR)
    return list(memberships.values_list("cohort", flat=True))


def as_supervisor(user: User) -> list[UUID]:
    """The same, for a page that only supervisors have: for everybody else there is no such page."""
    cohorts = supervised(user)
    if not cohorts:
        raise Http404
    return cohorts


def may_create_cohorts(user: User) -> bool:
    """Admins may, and whoever supervises already."""
    return user.is_staff or bool(supervised(user))


def cohort_for(user: User, pk: UUID) -> Cohort:
    """A cohort that the person supervises now."""
    return _one(Cohort.objects.filter(pk__in=supervised(user)), pk)


def reviewable_attempt(user: User, pk: UUID) -> Attempt:
    """Somebody else's attempt that the person may review.

    Through the cohort it was written in, also after its trainee has moved on, and only where
    supervisors may see it. Whoever opens it for reading calls `services.log_access`.
    """
    attempts = Attempt.objects.seen_by_supervisors_of(supervised(user)).not_by(user.pk)
    return _one(attempts.select_related("scenario_version__scenario", "trainee", "cohort"), pk)


def undoable_review(user: User, pk: UUID) -> Review | None:
    """The person's own review that they released a moment ago, while that can be undone."""
    reviews = Review.objects.released().filter(supervisor=user, pk=pk, amended_at=None)
    review = reviews.select_related("attempt__trainee").defer("attempt__scorecard").first()
    return review if review and review.can_be_undone(timezone.now()) else None


def review_of(user: User, attempt: Attempt) -> Review | None:
    """The person's own review of an attempt that they may review, if they have begun one."""
    return Review.objects.filter(supervisor=user, attempt=attempt).first()


def membership_in(user: User, cohort: Cohort, pk: int) -> Membership:
    """Somebody's current place in a cohort that the person supervises."""
    memberships = Membership.objects.current().filter(cohort__in=supervised(user))
    return _one(memberships.filter(cohort=cohort).select_related("person", "cohort"), pk)


def invitation_to(user: User, cohort: Cohort, pk: UUID) -> Invitation:
    """An open invitation to a cohort that the person supervises."""
    invitations = Invitation.objects.good().filter(cohort__in=supervised(user))
    return _one(invitations.filter(cohort=cohort).select_related("cohort", "invited_by"), pk)


def assignment_for(user: User, pk: UUID) -> Assignment:
    """An assignment of a cohort that the person supervises."""
    assignments = Assignment.objects.filter(cohort__in=supervised(user))
    return _one(assignments.select_related("cohort"), pk)


def banked_comment(user: User, pk: int) -> BankedComment:
    """One of the person's own kept comments."""
    return _one(BankedComment.objects.filter(supervisor=user), pk)


def saved_view(user: User, pk: int) -> SavedView:
    """One of the person's own views of the queue."""
    return _one(SavedView.objects.filter(supervisor=user), pk)


def own_transcript(user: User, pk: UUID) -> Transcript:
    """A conversation that the person had coded and kept."""
    return _one(Transcript.objects.filter(owner=user), pk)


# What comes back to a trainee -------------------------------------------------------------


def review_back(user: User, pk: UUID) -> Review:
    """A review of the person's own attempt that has arrived."""
    reviews = Review.objects.arrived(timezone.now()).filter(attempt__trainee=user)
    return _one(reviews.select_related("attempt__scenario_version", "supervisor"), pk)


def _one(found: QuerySet[Found], pk: UUID | int) -> Found:
    one = found.filter(pk=pk).first()
    if one is None:
        raise Http404
    return one
