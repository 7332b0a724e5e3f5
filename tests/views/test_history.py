"""One's own replies: newest first, filtered by the address, a page at a time."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from practice.models import Attempt, Scenario, User
from practice.queries import own
from tests.views.cards import ABSTAINED, card, found, make_attempt
from tests.views.people import make_scenario

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


def shown(response: Any) -> list[str]:
    return re.findall(r'<li><a href="/attempts/([^/]+)/">', response.content.decode())


def ids(*attempts: Attempt) -> list[str]:
    return [str(attempt.pk) for attempt in attempts]


@pytest.fixture
def replies(maya: User, ben: User, tomasz: Scenario) -> dict[str, Attempt]:
    question = make_scenario("ruth-roof", strategy="open_question", difficulty=3)
    closed = card(strategy="open_question", criteria=[found("is_open", "not_yet", 32, 0)])
    make_attempt(ben, tomasz)
    return {
        "met": make_attempt(maya, tomasz, created_at=NOON),
        "not_yet": make_attempt(maya, question, closed, created_at=NOON + timedelta(days=1)),
        "abstained": make_attempt(
            maya, tomasz, card(**ABSTAINED), created_at=NOON + timedelta(days=2)
        ),
    }


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, ["abstained", "not_yet", "met"]),
        ({"strategy": "open_question"}, ["not_yet"]),
        ({"difficulty": "2"}, ["abstained", "met"]),
        ({"verdict": "met"}, ["met"]),
        ({"verdict": "not_yet"}, ["not_yet"]),
        ({"verdict": "abstained"}, ["abstained"]),
        ({"since": "2026-03-11"}, ["abstained", "not_yet"]),
        ({"until": "2026-03-11"}, ["not_yet", "met"]),
        ({"since": "2026-03-11", "until": "2026-03-11"}, ["not_yet"]),
        ({"strategy": "open_question", "verdict": "met"}, []),
        (
            {"strategy": "astrology", "since": "soon", "before": "x"},
            ["abstained", "not_yet", "met"],
        ),
    ],
)
def test_filters_live_in_the_address(
    as_maya: Client, replies: dict[str, Attempt], query: dict[str, str], names: list[str]
) -> None:
    assert shown(as_maya.get("/attempts/", query)) == ids(*(replies[name] for name in names))


def test_a_day_is_a_day_where_the_person_is(as_maya: Client, maya: User, tomasz: Scenario) -> None:
    User.objects.filter(pk=maya.pk).update(time_zone="Pacific/Auckland")
    attempt = make_attempt(maya, tomasz, created_at=NOON)  # the 11th, 1 a.m., over there
    assert shown(as_maya.get("/attempts/", {"since": "2026-03-11"})) == ids(attempt)
    assert shown(as_maya.get("/attempts/", {"until": "2026-03-10"})) == []


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "Pacific/Honolulu"])
@pytest.mark.parametrize("query", [{"since": "0001-01-01"}, {"until": "9999-12-31"}])
def test_a_day_at_the_end_of_the_calendar_is_said_to_be_none(
    as_maya: Client, maya: User, replies: dict[str, Attempt], zone: str, query: dict[str, str]
) -> None:
    User.objects.filter(pk=maya.pk).update(time_zone=zone)
    answer = as_maya.get("/attempts/", query)
    assert "Please choose a day in the years 2000 to 2100." in answer.content.decode()
    assert len(shown(answer)) == len(replies)


def test_pages_go_on_where_the_last_one_ended(
    as_maya: Client, maya: User, tomasz: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own, "PAGE", 2)
    attempts = [make_attempt(maya, tomasz, created_at=NOON) for _ in range(5)]
    expected = ids(*sorted(attempts, key=lambda one: one.pk, reverse=True))
    seen: list[str] = []
    address: str | None = "/attempts/?difficulty=2"
    while address:
        page = as_maya.get(address)
        seen += shown(page)
        older = re.search(r'rel="next" href="([^"]+)"', page.content.decode())
        address = older[1].replace("&amp;", "&") if older else None
        assert address is None or "difficulty=2" in address
    assert seen == expected
    assert "Newest replies" in page.content.decode()


def test_an_empty_history_says_what_to_do(as_maya: Client) -> None:
    page = as_maya.get("/attempts/").content.decode()
    assert "No replies yet. The first one takes two minutes." in page
    assert 'href="/practise/next/"' in page


def test_filters_that_find_nothing_say_so(as_maya: Client, replies: dict[str, Attempt]) -> None:
    page = as_maya.get("/attempts/", {"verdict": "partly"}).content.decode()
    assert "No reply fits these filters." in page


@pytest.mark.parametrize("number", [1, 3])
def test_a_history_costs_a_fixed_number_of_queries(
    as_maya: Client,
    maya: User,
    tomasz: Scenario,
    number: int,
    django_assert_num_queries: Callable[[int], Any],
) -> None:
    for _ in range(number):
        make_attempt(maya, tomasz)
    with django_assert_num_queries(3):
        as_maya.get("/attempts/")
