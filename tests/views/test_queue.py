"""The queue: what needs eyes first, filters in the address, views that are kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from practice import services
from practice.models import Attempt, Cohort, SavedView, Scenario, User
from practice.queries import queue as queue_queries
from tests.answers import text
from tests.views.cards import ABSTAINED, card
from tests.views.group import in_group, make_group, released
from tests.views.people import make_scenario

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(maya: User, ben: User) -> tuple[Cohort, User]:
    return make_group(maya, ben)


def shown(page: str) -> list[str]:
    return re.findall(r'href="/reviews/([0-9a-f-]{36})/(?:blind/)?[^"]*" data-line', page)


def test_what_needs_eyes_first_comes_first(
    as_sam: Client, maya: User, ben: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    rest = in_group(maya, tomasz, group[0])
    disputed = in_group(maya, tomasz, group[0])
    services.dispute_finding(attempt=disputed, criterion="right_feeling")
    asked = in_group(ben, tomasz, group[0])
    services.ask_for_review(attempt=asked, question="Was that a guess?")
    page = text(as_sam.get("/reviews/"))
    assert shown(page) == [str(one.pk) for one in (asked, disputed, rest)]
    assert "Was that a guess?" in page
    assert re.search(r">1</span> asks for a review", page)


def test_filters_live_in_the_address_and_in_every_link(
    as_sam: Client, maya: User, ben: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    mayas = in_group(maya, tomasz, group[0])
    bens = in_group(ben, tomasz, group[0], scorecard=card(), abstained="")
    done = in_group(ben, tomasz, group[0])
    released(done, group[1])
    found = {
        f"trainee={maya.pk}": [mayas],
        f"trainee={ben.pk}": [bens],
        "shown=reviewed": [done],
        "strategy=open_question": [],
        "criterion=about_as_strong": [bens, mayas],
        f"cohort={group[0].pk}&strategy=reflect_emotions": [bens, mayas],
        "strategy=astrology&since=soon&why=x": [bens, mayas],
        "until=9999-12-31": [bens, mayas],
    }
    for query, attempts in found.items():
        page = text(as_sam.get(f"/reviews/?{query}"))
        assert sorted(shown(page)) == sorted(str(one.pk) for one in attempts), query
    page = text(as_sam.get(f"/reviews/?trainee={maya.pk}"))
    assert f'href="/reviews/{mayas.pk}/?trainee={maya.pk}#attempt"' in page


def test_pages_go_on_where_the_last_one_ended(
    as_sam: Client,
    maya: User,
    tomasz: Scenario,
    group: tuple[Cohort, User],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(queue_queries, "PAGE", 2)
    attempts = [in_group(maya, tomasz, group[0]) for _ in range(5)]
    found: list[str] = []
    url: str | None = f"/reviews/?trainee={maya.pk}"
    while url:
        page = text(as_sam.get(url))
        found += shown(page)
        more = re.search(r'rel="next" href="([^"]+)"', page)
        url = more[1].replace("&amp;", "&") if more else None
    assert found == [str(one.pk) for one in reversed(attempts)]


def test_the_first_reason_for_waiting_stays_in_the_address(
    as_sam: Client, maya: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    asked, _ = (in_group(maya, tomasz, group[0]) for _ in range(2))
    services.ask_for_review(attempt=asked)
    page = text(as_sam.get("/reviews/?why=0"))
    assert shown(page) == [str(asked.pk)]
    assert f"/reviews/{asked.pk}/?why=0#attempt" in page


def test_whoever_rates_first_is_told_nothing_that_comes_of_the_verdict(
    as_sam: Client, maya: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    in_group(maya, tomasz, group[0], score=None, depth=None, abstained="not_english")
    asked = in_group(maya, tomasz, group[0])
    services.ask_for_review(attempt=asked)
    why = "<span>the rules cannot judge it</span>"
    assert why in text(as_sam.get("/reviews/"))
    for url in ("/reviews/?blind=on", f"/reviews/{asked.pk}/blind/?blind=on"):
        page = text(as_sam.get(url))
        assert "asks for a review" in page
        assert "the rules cannot judge it" not in page


def test_a_view_is_kept_and_forgotten(as_sam: Client) -> None:
    query = "strategy=open_question"
    as_sam.post("/reviews/views/", {"name": "Questions", "query": query})
    assert f'href="/reviews/?{query}">Questions' in text(as_sam.get("/reviews/"))
    answer = as_sam.post("/reviews/views/", {"name": " ", "query": query}, follow=True)
    assert "A name is needed" in text(answer)
    forget = f"/reviews/views/{SavedView.objects.get().pk}/forget/"
    assert forget in text(as_sam.get(f"/reviews/?{query}"))
    as_sam.post(forget)
    assert not SavedView.objects.exists()


def test_an_attempt_that_somebody_has_open_says_so(
    as_sam: Client, maya: User, ben: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    attempt = in_group(maya, tomasz, group[0])
    services.claim_attempt(attempt=attempt, supervisor=ben)
    assert "Ben has it open" in text(as_sam.get("/reviews/"))


def test_an_empty_queue_speaks(as_sam: Client) -> None:
    assert "Nothing waits." in text(as_sam.get("/reviews/"))
    assert "No reply fits these filters." in text(as_sam.get("/reviews/?strategy=paraphrase"))


def test_what_the_rules_cannot_judge_is_there(
    as_sam: Client, maya: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    attempt = in_group(maya, tomasz, group[0], scorecard=card(**ABSTAINED), score=None, depth=None,
                       abstained="not_english")  # fmt: skip
    assert shown(text(as_sam.get("/reviews/"))) == [str(attempt.pk)]
    assert "Judge" in text(as_sam.get(f"/reviews/{attempt.pk}/"))


@pytest.mark.parametrize("number", [1, 3])
def test_the_queue_costs_a_fixed_number_of_queries(
    as_sam: Client,
    maya: User,
    group: tuple[Cohort, User],
    number: int,
    django_assert_num_queries: Callable[[int], Any],
) -> None:
    for i in range(number):
        attempt: Attempt = in_group(maya, make_scenario(f"client-{i}"), group[0])
        services.ask_for_review(attempt=attempt, question="Why?")
    with django_assert_num_queries(16):
        as_sam.get("/reviews/")
