"""A database filled once for all tests of what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from pytest_django import DjangoDbBlocker

from practice import queries, scoring, services
from practice.models import Attempt, Cohort, Judgement, QueueCount, RatingPair, Review, User
from practice.queries import Wanted
from practice.services.figures import KEYS
from tests.commands.counts import counted

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def filled(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """600 attempts in two groups, which each test rolls back to; what the command said last."""
    out = StringIO()
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("fill_database", attempts=600, trainees=50, stdout=out)
        yield out.getvalue().splitlines()[-1]
        transaction.set_rollback(True)


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


def test_a_database_is_filled_once(filled: str) -> None:
    with pytest.raises(CommandError, match="filled before"):
        call_command("fill_database", attempts=1, trainees=1)


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
