"""Replies: scored, kept, and let go when their time is over."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from practice import scoring
from practice.models import (
    Attempt,
    Cohort,
    CriterionResult,
    Membership,
    ScenarioVersion,
    SiteSettings,
    Stirred,
    User,
)
from practice.services import figures
from practice.services.queueing import stand_new
from practice.services.scorer_configs import config_in_force

LATEST_REPLIES = 5  # what the scorer is shown of the trainee's series
AT_ONCE = 500  # old replies forgotten in one transaction
LONGEST_MS = 24 * 3600 * 1000  # a form left open overnight says nothing about how long it took


def record_attempt(
    *,
    trainee: User,
    scenario_version: ScenarioVersion,
    token: UUID,
    reply: str,
    duration_ms: int | None = None,
    first_try: Attempt | None = None,
    self_rating: int | None = None,
    aided: bool = False,
    created_at: datetime | None = None,
) -> Attempt:
    """Score a reply and keep it with everything that was found.

    The same token again gives the attempt made the first time, also when both requests come at
    the same moment: a double click saves one attempt.
    """
    if existing := Attempt.objects.filter(trainee=trainee, token=token).first():
        return existing
    reply = reply.replace("\r\n", "\n").replace("\r", "\n")
    card = scoring.score(
        reply,
        scenario_version.task(),
        earlier=_latest_replies(trainee, scenario_version),
        config=config_in_force(),
    )
    cohort, visible = _cohort_of(trainee)
    first = (first_try.first_try or first_try) if first_try else None
    attempt = Attempt(
        token=token,
        trainee=trainee,
        cohort=cohort,
        scenario_version=scenario_version,
        strategy=scenario_version.strategy,
        difficulty=scenario_version.difficulty,
        reply=reply,
        scorer_version=card.scorer_version,
        scorecard=scoring.scorecard_to_json(card),
        score=card.score,
        depth=card.depth,
        technique=card.technique,
        abstained=card.abstained or "",
        duration_ms=duration_ms if duration_ms and 0 < duration_ms <= LONGEST_MS else None,
        first_try=first,
        aided=aided,
        self_rating=self_rating,
        visible=visible,
        created_at=created_at or timezone.now(),
    )
    try:
        with transaction.atomic():
            attempt.try_number = _next_try(first)
            attempt.clean_fields()
            stand_new(attempt)
            attempt.save(force_insert=True)
            results = [
                CriterionResult(
                    attempt=attempt,
                    criterion=result.criterion,
                    verdict=result.verdict,
                    weight=result.weight,
                    earned=result.earned,
                )
                for result in card.criteria
            ]
            CriterionResult.objects.bulk_create(results)
            figures.count_new(attempt=attempt, results=results)
    except IntegrityError:
        if existing := Attempt.objects.filter(trainee=trainee, token=token).first():
            return existing
        raise
    return attempt


def _latest_replies(trainee: User, version: ScenarioVersion) -> tuple[str, ...]:
    """The latest replies to other clients in this strategy, newest first.

    Not those to this client: whoever tries again keeps most of their words.
    """
    others = Attempt.objects.filter(trainee=trainee, strategy=version.strategy).exclude(
        scenario_version__scenario=version.scenario_id
    )
    return tuple(others.order_by("-created_at").values_list("reply", flat=True)[:LATEST_REPLIES])


def _cohort_of(trainee: User) -> tuple[Cohort | None, bool]:
    """The cohort that an attempt made now belongs to, and whether its supervisors may see it."""
    membership = (
        trainee.memberships.current()
        .filter(role=Membership.Role.TRAINEE)
        .select_related("cohort")
        .last()
    )
    if membership is None:
        return None, False
    return membership.cohort, membership.cohort.visible_by_default


def _next_try(first: Attempt | None) -> int:
    if first is None:
        return 1
    tries = Attempt.objects.filter(Q(pk=first.pk) | Q(first_try=first))
    latest: int | None = tries.aggregate(latest=Max("try_number"))["latest"]
    return (latest or 1) + 1


def note_stirring(*, attempt: Attempt, word: str) -> None:
    """Note what came up in the trainee. The same word again takes the note back."""
    with transaction.atomic():
        noted = Stirred.objects.filter(attempt=attempt).first()
        if noted and noted.word == word:
            noted.delete()
        else:
            Stirred.objects.update_or_create(attempt=attempt, defaults={"word": word})


def forget_old_replies(*, now: datetime | None = None) -> int:
    """Remove the replies that are older than the site keeps them. Returns how many.

    Some hundred at a time, each time done wholly: nobody waits long, and what was removed stays
    removed if the rest is not.
    """
    days = SiteSettings.load().retention_days
    if days is None:
        return 0
    old = Attempt.objects.filter(created_at__lt=(now or timezone.now()) - timedelta(days=days))
    number = 0
    while pks := list(old.order_by("created_at").values_list("pk", flat=True)[:AT_ONCE]):
        number += _forget(Attempt.objects.filter(pk__in=pks))
    return number


@transaction.atomic
def _forget(attempts: QuerySet[Attempt]) -> int:
    figures.count_out(attempts=attempts)
    _, removed = attempts.delete()
    return removed.get(Attempt._meta.label, 0)
