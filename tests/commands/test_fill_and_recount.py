"""Filling a database where that harms nobody, and counting anew what was counted."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from practice import queries, scoring, services
from practice.models import (
    Attempt,
    Cohort,
    CriterionResult,
    Judgement,
    PracticeDay,
    QueueCount,
    RatingPair,
    Review,
    User,
)
from practice.queries import Wanted
from practice.services.figures import KEYS
from tests.desk import NOON

pytestmark = pytest.mark.django_db


def counted() -> dict[str, list[Any]]:
    return {
        model.__name__: sorted(map(str, model._default_manager.values_list(*keys, *values)))
        for model, (keys, values) in KEYS.items()
    }


def where_they_stand() -> list[Any]:
    return list(Attempt.objects.order_by("pk").values_list("pk", "queue_key", "reviewed_at"))


@pytest.fixture
def filled(capsys: pytest.CaptureFixture[str]) -> str:
    """600 attempts in two groups; what the command said last."""
    call_command("fill_database", attempts=600, trainees=50)
    return capsys.readouterr().out.splitlines()[-1]


def test_the_database_is_filled_as_the_site_would_have(filled: str) -> None:
    assert filled.startswith("600 attempts by 50 trainees in 2 groups, ")
    assert (Attempt.objects.count(), Cohort.objects.count()) == (600, 2)
    for attempt in Attempt.objects.select_related("scenario_version")[:10]:
        card = scoring.scorecard_to_json(
            scoring.score(attempt.reply, attempt.scenario_version.task())
        )
        assert attempt.scorecard == card
        verdicts = attempt.criterion_results.order_by("pk").values_list("criterion", "verdict")
        assert [*verdicts] == [(one["criterion"], one["verdict"]) for one in card["criteria"]]
    assert not User.objects.get(email="trainee1@example.com").has_usable_password()


def test_its_figures_are_those_of_a_recount_and_its_pages_read(filled: str) -> None:
    before = counted()
    services.recount()
    assert counted() == before
    supervisor = User.objects.get(email="supervisor1@example.com")
    assert len(queries.queue_page(supervisor, Wanted()).rows) == 25
    [cohort] = queries.cohorts_of(supervisor)
    assert queries.overview(cohort).practised > 0
    assert Review.objects.exists() and Judgement.objects.exists() and RatingPair.objects.exists()


def test_weeks_that_are_copied_are_counted_as_if_they_had_been_written() -> None:
    services.fill_database(attempts=1010, trainees=45, a_week=4, now=NOON)
    weeks = Counter(
        (NOON - at).days // 7 for at in Attempt.objects.values_list("created_at", flat=True)
    )
    assert weeks == {0: 180, 1: 180, 2: 180, 3: 180, 4: 180, 5: 110}
    assert Attempt.objects.values("token").distinct().count() == 1010
    reviewed = Attempt.objects.filter(reviewed_at__isnull=False)
    assert reviewed.count() == Review.objects.values("attempt").distinct().count() > 0
    before, places = counted(), where_they_stand()
    services.recount()
    assert (counted(), where_they_stand()) == (before, places)


def test_a_database_is_filled_once(filled: str) -> None:
    with pytest.raises(CommandError, match="filled before"):
        call_command("fill_database", attempts=1, trainees=1)


@pytest.mark.parametrize("wrong", [{"attempts": 0}, {"trainees": 0}, {"a_week": 0}])
def test_numbers_have_to_be_greater_than_nought(wrong: dict[str, int]) -> None:
    with pytest.raises(CommandError, match="greater than nought"):
        call_command("fill_database", **wrong)


def test_never_among_real_people(settings: Any, django_user_model: type[User]) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="no place among real ones"):
        call_command("fill_database", attempts=10, trainees=2)
    call_command("fill_database", attempts=10, trainees=2, into_empty=True, verbosity=0)
    assert Attempt.objects.count() == 10
    with pytest.raises(CommandError, match="no place among real ones"):
        call_command("fill_database", attempts=10, trainees=2, into_empty=True)


def test_after_an_upgrade_what_was_never_counted_is_counted(filled: str) -> None:
    before = counted()
    for model in KEYS:
        model._default_manager.all().delete()
    RatingPair.objects.all().delete()
    Attempt.objects.update(queue_rank=4, queue_key=4 * 10**13, move_signature="")
    call_command("recount", if_never=True)
    assert counted() == before
    assert not Attempt.objects.filter(move_signature="").exists()
    QueueCount.objects.update(number=0)  # somebody meddled: only a recount without condition helps
    call_command("recount", if_never=True)
    assert counted() != before
    call_command("recount")
    assert counted() == before


def test_a_recount_of_nothing_is_nothing() -> None:
    call_command("recount", if_never=True)
    assert services.recount() == 0
    assert not PracticeDay.objects.exists()
    assert not CriterionResult.objects.exists()
