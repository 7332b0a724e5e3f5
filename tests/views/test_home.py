"""Home and choosing: one thing to do next, and why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from practice import queries
from practice.models import Scenario, User
from practice.views.pages import greeting
from tests.views.cards import card, found, make_attempt
from tests.views.people import make_scenario

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 11, 12, tzinfo=UTC)  # a Wednesday


@pytest.fixture
def ruth(db: None) -> Scenario:
    client = {"name": "Ruth", "age": 71}
    return make_scenario("ruth-roof", strategy="open_question", difficulty=1, client=client)


@pytest.fixture
def noor(db: None) -> Scenario:
    client = {"name": "Noor", "age": 23}
    return make_scenario("noor-exam", strategy="paraphrase", difficulty=1, client=client)


@pytest.mark.parametrize(
    ("hour", "said"),
    [
        (5, "Good morning"),
        (11, "Good morning"),
        (12, "Good afternoon"),
        (18, "Good evening"),
        (2, "Good evening"),
    ],
)
def test_the_greeting_fits_the_hour(hour: int, said: str) -> None:
    assert greeting(hour) == said


def test_the_first_button_starts_practising(
    as_maya: Client, tomasz: Scenario, noor: Scenario, ruth: Scenario
) -> None:
    page = as_maya.get("/").content.decode()
    assert "Next for you: paraphrase and summarise" in page
    assert "A first client, to see how it goes." in page
    button = page.index('class="button button-primary" href="/practise/noor-exam/"')
    assert button < page.index('class="button ', button + 10)


def test_without_any_client_home_says_so(as_maya: Client) -> None:
    assert "There is no client to practise with yet." in as_maya.get("/").content.decode()


@time_machine.travel(NOON, tick=False)
def test_the_week_is_told_in_the_persons_own_days(
    as_maya: Client, maya: User, tomasz: Scenario
) -> None:
    User.objects.filter(pk=maya.pk).update(time_zone="Pacific/Auckland")
    not_yet = card(criteria=[found("names_feeling", "not_yet", 20, 0)])
    make_attempt(maya, tomasz, created_at=NOON - timedelta(minutes=5))  # Thursday over there
    make_attempt(maya, tomasz, not_yet, created_at=NOON - timedelta(hours=20))
    make_attempt(maya, tomasz, created_at=NOON - timedelta(days=8))
    page = as_maya.get("/").content.decode()
    assert "Two replies on two days. One of them did what the task was for." in page
    assert (
        "Friday none written, Saturday none written, Sunday none written, Monday none written, "
        "Tuesday none written, Wednesday 0 of 1, today 1 of 1."
    ) in page


# What comes next ----------------------------------------------------------------------------


def test_a_strategy_not_practised_lately_comes_first(
    maya: User, tomasz: Scenario, noor: Scenario, ruth: Scenario
) -> None:
    make_attempt(maya, noor, card(strategy="paraphrase", criteria=[]))
    found_next = queries.next_for(maya)
    assert found_next is not None
    assert (found_next.strategy, found_next.version.client_name) == ("open_question", "Ruth")


def test_three_of_one_strategy_are_enough(
    maya: User, tomasz: Scenario, noor: Scenario, ruth: Scenario
) -> None:
    for scenario in (noor, ruth, tomasz, tomasz, tomasz):
        make_attempt(maya, scenario, card(criteria=[]))
    found_next = queries.next_for(maya)
    assert found_next is not None
    assert found_next.strategy == "paraphrase"
    assert found_next.why == "Three in a row of “Reflect emotions”: a change keeps the ear fresh."


def test_what_is_met_least_often_is_practised_and_said(
    maya: User, tomasz: Scenario, noor: Scenario, ruth: Scenario
) -> None:
    for verdict in ("met", "not_yet", "partly", "not_yet", "not_yet"):
        make_attempt(maya, tomasz, card(criteria=[found("about_as_strong", verdict, 12, 0)]))
        make_attempt(maya, noor, card(criteria=[found("own_words", "met", 16, 16)]))
    make_attempt(maya, ruth, card(criteria=[found("is_open", "met", 32, 32)]))
    found_next = queries.next_for(maya)
    assert found_next is not None
    assert found_next.strategy == "reflect_emotions"
    assert found_next.why == (
        "“About as strong” was met in one of your last five replies that asked for it."
    )


def test_a_fresh_client_near_ones_level_comes_before_one_met(maya: User, tomasz: Scenario) -> None:
    hard = make_scenario("a-hard-one", difficulty=3)
    gentle = make_scenario("b-gentle-one", difficulty=1)
    User.objects.filter(pk=maya.pk).update(level=3)
    maya.refresh_from_db()
    seen = []
    for _ in range(4):
        found_next = queries.next_for(maya, strategy="reflect_emotions")
        assert found_next is not None
        scenario = found_next.version.scenario
        seen.append(scenario.slug)
        make_attempt(maya, scenario)
    assert seen == [hard.slug, tomasz.slug, gentle.slug, hard.slug]


def test_no_client_for_a_strategy_leads_back_to_choosing(as_maya: Client, tomasz: Scenario) -> None:
    response = as_maya.get("/practise/next/", {"strategy": "paraphrase"})
    assert response["Location"] == "/practise/"


@pytest.mark.parametrize(
    ("query", "level"), [({"difficulty": "3"}, 3), ({"difficulty": "9"}, 2), ({}, 2)]
)
def test_going_on_remembers_the_difficulty_that_was_chosen(
    as_maya: Client, maya: User, tomasz: Scenario, query: dict[str, str], level: int
) -> None:
    response = as_maya.post("/practise/next/", {"strategy": "reflect_emotions", **query})
    assert response["Location"] == "/practise/tomasz-bakery/"
    maya.refresh_from_db()
    assert maya.level == level


def test_an_address_alone_changes_no_difficulty(
    as_maya: Client, maya: User, tomasz: Scenario
) -> None:
    response = as_maya.get("/practise/next/?strategy=reflect_emotions&difficulty=3")
    assert response["Location"] == "/practise/tomasz-bakery/"
    maya.refresh_from_db()
    assert maya.level == 2


def test_choosing_shows_every_strategy_with_its_clients(
    as_maya: Client, maya: User, tomasz: Scenario, noor: Scenario
) -> None:
    make_attempt(maya, tomasz)
    page = as_maya.get("/practise/").content.decode()
    assert "1 client, 1 met" in page
    assert "1 client, none met yet" in page
    assert "No client for this one yet" in page
    assert page.count("The post says, for example:") == 3
    assert 'value="2" checked' in page


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("url", "queries_made"), [("/", 12), ("/practise/", 10)])
def test_home_and_choosing_cost_a_fixed_number_of_queries(
    as_maya: Client,
    maya: User,
    tomasz: Scenario,
    noor: Scenario,
    number: int,
    url: str,
    queries_made: int,
    django_assert_num_queries: Callable[[int], Any],
) -> None:
    clients = (tomasz, noor, make_scenario("r", strategy="open_question"))
    for scenario in clients * number:
        make_attempt(maya, scenario)
    with django_assert_num_queries(queries_made):
        as_maya.get(url)
