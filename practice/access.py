"""The one door to what belongs to somebody. A stranger's object does not exist: 404."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from practice.models import Attempt, Scenario, User


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


def attempt_for(user: User, pk: UUID) -> Attempt:
    """An attempt that the person may read, on the page that shows it to its trainee."""
    return own_attempt(user, pk)
