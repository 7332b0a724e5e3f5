"""One person: how hard their clients are, everything kept about them, and their leaving."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils import timezone

from practice.models import Attempt, Review, User
from practice.services import figures
from practice.services.admin_history import leave_admin_history
from practice.services.reviewing_export import RECEIVED, reviews_of_reply, written_by

LEVELS = (1, 2, 3)
STEPS = {"harder": 1, "easier": -1, "same": 0}


def choose_level(*, person: User, level: int) -> None:
    """From now on, clients this hard."""
    if level in LEVELS and level != person.level:
        person.level = level
        person.save(update_fields=["level"])


def move_level(*, person: User, direction: str) -> None:
    """From now on, clients a step harder or easier, where there is a step to take."""
    choose_level(person=person, level=person.level + STEPS[direction])


def export_person(*, person: User) -> dict[str, Any]:
    """Everything that is kept about a person, as it lies in the database."""
    attempts = (
        person.attempts.select_related("scenario_version__scenario", "cohort", "stirred")
        .prefetch_related(*RECEIVED)
        .order_by("created_at", "id")
    )
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
            for address in EmailAddress.objects.filter(user=person).order_by("pk")
        ],
        "second_factors": [
            {"type": factor.type, "created_at": _at(factor.created_at)}
            for factor in Authenticator.objects.filter(user=person).order_by("pk")
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
            {
                "action": entry.action,
                "attempt": _id(entry.attempt_id),
                "about": entry.about,
                "at": _at(entry.at),
            }
            for entry in person.access_log.all()
        ],
        **written_by(person),
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
        **reviews_of_reply(attempt),
    }


def _at(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _id(pk: UUID | None) -> str | None:
    return str(pk) if pk else None


def reset_second_factor(*, person: User) -> None:
    """Let somebody who lost theirs sign in with the password alone, and set up a new one."""
    Authenticator.objects.filter(user=person).delete()


@transaction.atomic
def erase_person(*, person: User) -> None:
    """Remove a person and everything they wrote.

    Replies, findings, cases made from them and notes go; entries of the access log stay without
    the name; scenarios that the person wrote and reports on scenarios stay, since they are about
    no person. Reviews that a supervisor released stay with their trainees, without the name.
    """
    figures.count_out(attempts=Attempt.objects.filter(trainee=person))
    written = Review.objects.filter(supervisor=person)
    written.filter(state=Review.State.DRAFT).delete()
    written.update(private_note="")
    leave_admin_history(person=person)
    person.delete()
