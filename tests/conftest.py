"""What all tests share: a clean cache, and a count of what ran on which database and browser."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Generator, Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest
from django.core.cache import cache as site_cache
from django.db import connection, transaction
from hypothesis import settings
from pytest_django import DjangoDbBlocker

from tests.cast import Cast, assemble

# Speed is measured in tests/benchmarks, side by side; here a busy machine is no failure.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

DATABASE_FIXTURES = {"db", "live_server", "transactional_db"}
# Nothing in these is for `--database-only`, which need not read them; test_database.py sees to it.
WITHOUT_DATABASE = {
    Path(__file__).parent / name for name in ("e2e", "rules", "scenarios", "scoring")
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database-only",
        action="store_true",
        help="only tests that touch the database, and none in the browser",
    )


def touches_database(item: pytest.Item) -> bool:
    fixtures = getattr(item, "fixturenames", ())
    marked = item.get_closest_marker("django_db") is not None
    return marked or not DATABASE_FIXTURES.isdisjoint(fixtures)


def wants_cast(item: pytest.Item) -> bool:
    return "cast" in getattr(item, "fixturenames", ())


def in_browser(item: pytest.Item) -> bool:
    return "chromium" in getattr(item, "fixturenames", ())


def for_every_database(item: pytest.Item) -> bool:
    return touches_database(item) and not in_browser(item)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    passed_over = config.getoption("--database-only") and collection_path in WITHOUT_DATABASE
    return True if passed_over else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if in_browser(item):
            item.add_marker("browser")
    if config.getoption("--database-only"):
        kept = [item for item in items if for_every_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept


@pytest.fixture(autouse=True)
def _clean_cache() -> None:
    """Limits on tries are counted in the cache: no test may use up those of another."""
    site_cache.clear()


@pytest.fixture(scope="module")
def stage(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Cast | None]:
    """The cast, stored around the tests of a module; each of them rolls back to it.

    None where the module also has tests that want the database without a cast.
    """
    module = [item for item in request.session.items if item.path == request.path]
    if not all(wants_cast(item) for item in module if touches_database(item)):
        yield None
        return
    with django_db_blocker.unblock(), transaction.atomic():
        yield assemble()
        transaction.set_rollback(True)


@pytest.fixture
def cast(stage: Cast | None, db: None) -> Cast:
    """The people of tests/cast.py, as they first came on stage."""
    return deepcopy(stage) if stage else assemble()


# What ran where ---------------------------------------------------------------------------


@cache
def database_name() -> str:
    if connection.vendor == "sqlite":
        return f"SQLite {sqlite3.sqlite_version}"
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return f"PostgreSQL {cursor.fetchone()[0]}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    if touches_database(item):
        item.user_properties.append(("database", database_name()))
    return (yield)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [
        report
        for outcome in ("passed", "failed")
        for report in terminalreporter.getreports(outcome)
        if report.when == "call"
    ]
    ran_on = Counter(str(value) for report in reports for _, value in report.user_properties)
    if not reports:
        return
    terminalreporter.section("what ran where")
    for place, count in sorted(ran_on.items()):
        terminalreporter.line(f"{count:>5} tests on {place}")
    if without := sum(not report.user_properties for report in reports):
        terminalreporter.line(f"{without:>5} tests without a database")
