"""What the database refuses to keep about a reply."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from practice.models import Attempt, CriterionResult
from tests.cast import Cast
from tests.factories import AttemptFactory


@pytest.mark.parametrize(
    "changes",
    [
        {"score": 101},
        {"score": -1},
        {"depth": 0},
        {"depth": 6},
        {"score": None},
        {"abstained": "not_english"},
        {"abstained": "not_english", "score": None},  # its depth is left
        {"try_number": 0},
        {"self_rating": 4},
        {"strategy": "telepathy"},
        {"difficulty": 4},
    ],
    ids=str,
)
def test_an_attempt_that_makes_no_sense_is_refused(cast: Cast, changes: dict[str, Any]) -> None:
    fields = {"trainee": cast.alice, "scenario_version": cast.scenario.current, **changes}
    with pytest.raises(IntegrityError), transaction.atomic():
        AttemptFactory.create(**fields)


@pytest.mark.parametrize(
    "changes",
    [
        {"score": 0, "depth": 1},
        {"score": 100, "depth": 5},
        {"depth": None},  # an open question has none
        {"score": None, "depth": None, "abstained": "not_english"},
        {"self_rating": 1},
    ],
    ids=str,
)
def test_an_attempt_that_makes_sense_is_kept(cast: Cast, changes: dict[str, Any]) -> None:
    fields = {"trainee": cast.alice, "scenario_version": cast.scenario.current, **changes}
    attempt = AttemptFactory.create(**fields)
    assert Attempt.objects.filter(pk=attempt.pk).exists()


def test_a_token_is_one_trainees_own(cast: Cast) -> None:
    token = uuid4()
    version = cast.scenario.current
    AttemptFactory.create(trainee=cast.alice, scenario_version=version, token=token)
    AttemptFactory.create(trainee=cast.bob, scenario_version=version, token=token)
    with pytest.raises(IntegrityError), transaction.atomic():
        AttemptFactory.create(trainee=cast.alice, scenario_version=version, token=token)


def test_what_attempts_were_made_on_stays(cast: Cast) -> None:
    assert cast.scenario.current is not None
    with pytest.raises(ProtectedError):
        cast.scenario.current.delete()


def test_a_criterion_is_judged_once(cast: Cast) -> None:
    attempt = AttemptFactory.create(trainee=cast.alice, scenario_version=cast.scenario.current)
    result = {"attempt": attempt, "criterion": "own_words", "verdict": "met", "weight": 20}
    CriterionResult.objects.create(**result, earned=20)
    with pytest.raises(IntegrityError), transaction.atomic():
        CriterionResult.objects.create(**result, earned=20)


@pytest.mark.parametrize("changes", [{"earned": 21}, {"earned": -1}, {"verdict": "splendid"}])
def test_a_criterion_earns_what_it_can(cast: Cast, changes: dict[str, Any]) -> None:
    attempt = AttemptFactory.create(trainee=cast.alice, scenario_version=cast.scenario.current)
    fields = {"criterion": "own_words", "verdict": "met", "weight": 20, "earned": 10, **changes}
    with pytest.raises(IntegrityError), transaction.atomic():
        CriterionResult.objects.create(attempt=attempt, **fields)


def test_attempts_are_listed_newest_first(cast: Cast) -> None:
    later = AttemptFactory.create(trainee=cast.alice, scenario_version=cast.scenario.current)
    assert [*Attempt.objects.filter(trainee=cast.alice)] == [later, cast.alices]
