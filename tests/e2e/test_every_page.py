"""Every page, light and dark, on a desk and on a phone: nothing for axe to find."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from playwright.sync_api import Page

from practice.display import rulebook
from practice.models import Attempt, Scenario, User
from tests.e2e.conftest import WIDEST
from tests.factories import CohortFactory, MembershipFactory
from tests.views.cards import ABSTAINED, card, make_attempt, note
from tests.views.people import make_person, make_scenario

Visit = Callable[[Page, Iterable[str]], None]
PUBLIC = [
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/password/reset/",
    "/how-scoring-works/",
    "/in-crisis/",
    "/kept-reply/",
]
OWN = [
    "/",
    "/practise/",
    "/practise/tomasz-bakery/",
    "/attempts/",
    "/attempts/?verdict=partly",
    "/progress/",
    "/scenarios/tomasz-bakery/report/",
    "/rules/",
    f"/rules/{min(rulebook.by_id())}/",
    "/criteria/own_words/",
    "/account/",
    "/account/erase/",
    "/accounts/logout/",
    "/accounts/password/change/",
    "/accounts/email/",
    "/accounts/2fa/",
]


@pytest.fixture
def tomasz(transactional_db: None) -> Scenario:
    return make_scenario("tomasz-bakery")


@pytest.fixture
def maya(transactional_db: None) -> User:
    maya = make_person("maya@example.org", WIDEST)
    MembershipFactory.create(person=maya, cohort=CohortFactory.create(name=WIDEST))
    return maya


@pytest.fixture
def attempt(maya: User, tomasz: Scenario) -> Attempt:
    return make_attempt(maya, tomasz, self_rating=2)


@pytest.fixture
def mayas(page: Page, maya: User, sign_in: Callable[[Page, User], None]) -> Page:
    sign_in(page, maya)
    return page


@pytest.mark.usefixtures("transactional_db")
def test_what_anybody_may_read(page: Page, assert_all_fit: Visit) -> None:
    assert_all_fit(page, PUBLIC)


@pytest.mark.usefixtures("attempt")
@pytest.mark.parametrize("urls", [OWN[:9], OWN[9:]], ids=["practice", "account"])
def test_what_a_trainee_reads(mayas: Page, assert_all_fit: Visit, urls: list[str]) -> None:
    assert_all_fit(mayas, urls)


@pytest.mark.usefixtures("attempt")
def test_a_page_that_is_not_there(mayas: Page, assert_all_fit: Visit, problems: list[str]) -> None:
    assert_all_fit(mayas, ["/nowhere/"])
    problems.clear()  # the browser says that there is no such page


@pytest.mark.usefixtures("tomasz")
def test_what_a_trainee_reads_on_the_first_day(mayas: Page, assert_all_fit: Visit) -> None:
    assert_all_fit(mayas, ["/", "/attempts/", "/progress/"])


@pytest.mark.parametrize("kind", ["worked", "roadblock", "abstained"])
def test_feedback(
    mayas: Page,
    maya: User,
    tomasz: Scenario,
    assert_fit_for_all: Callable[[Page], None],
    kind: str,
) -> None:
    roadblock = note("This is advice.", roadblock=True, reply_spans=[[0, 30]])
    kinds: dict[str, dict[str, Any]] = {
        "worked": {},
        "roadblock": {"change_next": roadblock},
        "abstained": ABSTAINED,
    }
    scored = card(**kinds[kind])
    for criterion in scored["criteria"]:
        criterion["rules"] = [min(rulebook.by_id())]
    first = make_attempt(maya, tomasz, scored)
    second = make_attempt(maya, tomasz, scored, first_try=first, try_number=2)
    mayas.goto(f"/attempts/{second.pk}/")
    assert_fit_for_all(mayas)


def test_a_form_with_a_message(
    mayas: Page, tomasz: Scenario, assert_fit_for_all: Callable[[Page], None]
) -> None:
    mayas.goto("/practise/tomasz-bakery/")
    mayas.get_by_role("button", name="A hint").click()
    mayas.locator("#hint").wait_for()
    mayas.get_by_role("button", name="Send").click()
    mayas.get_by_role("alert").wait_for()
    assert_fit_for_all(mayas)
