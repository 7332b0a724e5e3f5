"""The tests run on the database they are said to run on, set up as it is on a site."""

from __future__ import annotations

import os

import pytest
from django.db import connection

from tests.conftest import WITHOUT_DATABASE, for_every_database

ASKED_FOR = "postgresql" if "TEST_DATABASE_URL" in os.environ else "sqlite"
SETTINGS = {
    "postgresql": ("SHOW timezone", "UTC"),
    "sqlite": ("PRAGMA journal_mode", "wal"),  # which only a file has, not a database in memory
}


@pytest.mark.django_db
def test_runs_on_the_database_that_was_asked_for() -> None:
    assert connection.vendor == ASKED_FOR


@pytest.mark.django_db
def test_database_is_set_up_as_on_a_site() -> None:
    question, answer = SETTINGS[ASKED_FOR]
    with connection.cursor() as cursor:
        cursor.execute(question)
        assert cursor.fetchone() == (answer,)


def test_no_test_of_the_database_is_passed_over_on_another(request: pytest.FixtureRequest) -> None:
    passed_over = [
        item.nodeid
        for item in request.session.items
        if for_every_database(item) and not WITHOUT_DATABASE.isdisjoint(item.path.parents)
    ]
    assert passed_over == []
