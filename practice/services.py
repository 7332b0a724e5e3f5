"""Everything that writes. Keyword-only; each call is done wholly or not at all."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max, Q
from django.utils import timezone

from practice import scoring
from practice.models import (
    Attempt,
    Cohort,
    CriterionResult,
    Membership,
    ScenarioReport,
    ScenarioVersion,
    SiteSettings,
    Stirred,
    User,
)

LATEST_REPLIES = 5  # what the scorer is shown of the trainee's series
LONGEST_MS = 24 * 3600 * 1000  # a form left open overnight says nothing about how long it took
LEVELS = (1, 2, 3)
STEPS = {"harder": 1, "easier": -1, "same": 0}


WRONG_CODE = "This code opens no group. It may have changed; your tutor knows."


class JoinError(ValueError):
    """The code opens no cohort."""


# Practising -------------------------------------------------------------------------------


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
        reply, scenario_version.task(), earlier=_latest_replies(trainee, scenario_version)
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
            attempt.save(force_insert=True)
            CriterionResult.objects.bulk_create(
                CriterionResult(
                    attempt=attempt,
                    criterion=result.criterion,
                    verdict=result.verdict,
                    weight=result.weight,
                    earned=result.earned,
                )
                for result in card.criteria
            )
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


def choose_level(*, person: User, level: int) -> None:
    """From now on, clients this hard."""
    if level in LEVELS and level != person.level:
        person.level = level
        person.save(update_fields=["level"])


def move_level(*, person: User, direction: str) -> None:
    """From now on, clients a step harder or easier, where there is a step to take."""
    choose_level(person=person, level=person.level + STEPS[direction])


def report_scenario(*, reporter: User, version: ScenarioVersion, reason: str) -> ScenarioReport:
    """Tell the admins that something is wrong with a scenario."""
    return ScenarioReport.objects.create(scenario_version=version, reporter=reporter, reason=reason)


# Cohorts ----------------------------------------------------------------------------------


def join_cohort(*, person: User, code: str) -> Membership:
    """Make somebody a trainee of the cohort with this code. Raises JoinError."""
    cohort = Cohort.objects.joinable(code, timezone.now()).first()
    if cohort is None:
        raise JoinError(WRONG_CODE)
    with transaction.atomic():
        membership, _ = Membership.objects.get_or_create(
            person=person, cohort=cohort, role=Membership.Role.TRAINEE, left_at=None
        )
        if person.time_zone == "UTC":  # never chosen: people are mostly where their group is
            person.time_zone = cohort.time_zone
            person.save(update_fields=["time_zone"])
    return membership


def leave_cohort(*, membership: Membership) -> None:
    """End a membership. What was written in it stays with the cohort it was written in."""
    if membership.left_at is None:
        membership.left_at = timezone.now()
        membership.save(update_fields=["left_at"])


# One person's data ------------------------------------------------------------------------


def export_person(*, person: User) -> dict[str, Any]:
    """Everything that is kept about a person, as it lies in the database."""
    attempts = person.attempts.select_related(
        "scenario_version__scenario", "cohort", "stirred"
    ).order_by("created_at", "id")
    return {
        "schema": 1,
        "exported_at": _at(timezone.now()),
        "account": {
            "id": str(person.pk),
            "email": person.email,
            "name": person.display_name,
            "time_zone": person.time_zone,
            "light_or_dark": person.scheme,
            "level": person.level,
            "mail_reviews": person.mail_reviews,
            "admin": person.is_staff,
            "joined_at": _at(person.date_joined),
            "last_signed_in_at": _at(person.last_login),
        },
        "email_addresses": [
            {"email": address.email, "verified": address.verified}
            for address in person.emailaddress_set.order_by("pk")
        ],
        "second_factors": [
            {"type": factor.type, "created_at": _at(factor.created_at)}
            for factor in person.authenticator_set.order_by("pk")
        ],
        "groups": [
            {
                "group": membership.cohort.name,
                "role": membership.role,
                "joined_at": _at(membership.joined_at),
                "left_at": _at(membership.left_at),
            }
            for membership in person.memberships.select_related("cohort")
        ],
        "replies": [_exported(attempt) for attempt in attempts],
        "reports": [
            {
                "scenario": report.scenario_version.scenario.slug,
                "reason": report.reason,
                "created_at": _at(report.created_at),
            }
            for report in person.scenario_reports.select_related("scenario_version__scenario")
        ],
        "access_log": [
            {"action": entry.action, "attempt": _id(entry.attempt_id), "at": _at(entry.at)}
            for entry in person.access_log.all()
        ],
    }


def _exported(attempt: Attempt) -> dict[str, Any]:
    stirred = getattr(attempt, "stirred", None)
    return {
        "id": str(attempt.pk),
        "created_at": _at(attempt.created_at),
        "scenario": attempt.scenario_version.scenario.slug,
        "version": attempt.scenario_version.number,
        "client": attempt.scenario_version.client_name,
        "statement": attempt.scenario_version.statement,
        "strategy": attempt.strategy,
        "difficulty": attempt.difficulty,
        "group": attempt.cohort.name if attempt.cohort else None,
        "reply": attempt.reply,
        "try": attempt.try_number,
        "first_try": _id(attempt.first_try_id),
        "hint_opened": attempt.aided,
        "own_rating": attempt.self_rating,
        "took_ms": attempt.duration_ms,
        "supervisors_may_see": attempt.visible,
        "stirred": stirred.word if stirred else None,
        "scorecard": attempt.scorecard,
    }


def _at(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _id(pk: UUID | None) -> str | None:
    return str(pk) if pk else None


@transaction.atomic
def erase_person(*, person: User) -> None:
    """Remove a person and everything they wrote.

    Replies, findings and notes go; entries of the access log stay without the name; scenarios
    that the person wrote and reports on scenarios stay, since they are about no person.
    """
    person.delete()


@transaction.atomic
def forget_old_replies(*, now: datetime | None = None) -> int:
    """Remove the replies that are older than the site keeps them. Returns how many."""
    days = SiteSettings.load().retention_days
    if days is None:
        return 0
    old = Attempt.objects.filter(created_at__lt=(now or timezone.now()) - timedelta(days=days))
    number = old.count()
    old.delete()
    return number
