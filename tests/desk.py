"""A supervisor's desk for tests: the evening group with trainees who have written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db import transaction

from practice.models import Attempt, Cohort, CriterionResult, ScenarioVersion, User
from practice.services import figures
from practice.services.queueing import stand_new

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
MET = {"main_points": "met", "own_words": "met", "leaves_room": "partly", "no_roadblock": "not_yet"}
EARNED = {"met": 10.0, "partly": 5.0, "not_yet": 0.0, "not_judged": 0.0}


@transaction.atomic
def wrote(
    trainee: User,
    version: ScenarioVersion,
    *,
    cohort: Cohort | None,
    at: datetime = NOON,
    verdicts: Mapping[str, str] = MET,
    **fields: Any,
) -> Attempt:
    """An attempt as the site saves it, with verdicts of one's choice in place of the scorer's."""
    abstained = bool(fields.get("abstained"))
    attempt = Attempt(
        **{
            "token": uuid4(),
            "trainee": trainee,
            "cohort": cohort,
            "scenario_version": version,
            "strategy": version.strategy,
            "difficulty": version.difficulty,
            "reply": "You sat up alone, and let the others sleep.",
            "scorer_version": "1.0.0",
            "scorecard": {"technique": "reflection", "moves": [], "faults": []},
            "score": None if abstained else 72,
            "technique": "reflection",
            "visible": True,
            "created_at": at,
            **fields,
        }
    )
    stand_new(attempt)
    attempt.save()
    results = [
        CriterionResult(
            attempt=attempt,
            criterion=criterion,
            verdict=verdict,
            weight=10,
            earned=EARNED[verdict],
        )
        for criterion, verdict in ({} if abstained else verdicts).items()
    ]
    CriterionResult.objects.bulk_create(results)
    figures.count_new(attempt=attempt, results=results)
    return attempt


def days(number: float) -> timedelta:
    """So many days."""
    return timedelta(days=number)
