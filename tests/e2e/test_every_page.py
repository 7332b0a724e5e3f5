"""Every page, light and dark, on a desk and on a phone: nothing for axe to find."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from practice import rulebook
from practice.models import Attempt, Scenario, User
from tests.e2e.conftest import DESK, PHONE
from tests.factories import CohortFactory, MembershipFactory
from tests.views.cards import ABSTAINED, card, make_attempt, note
from tests.views.people import make_person, make_scenario

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
    "/nowhere/",
]


@pytest.fixture
def tomasz(transactional_db: None) -> Scenario:
    return make_scenario("tomasz-bakery")


@pytest.fixture
def maya(transactional_db: None) -> User:
    maya = make_person("maya@example.org", "Maya Lind")
    MembershipFactory.create(person=maya, cohort=CohortFactory.create())
    return maya


@pytest.fixture
def attempt(maya: User, tomasz: Scenario) -> Attempt:
    return make_attempt(maya, tomasz, self_rating=2)


@pytest.fixture
def mayas(page: Page, maya: User, sign_in: Callable[[Page, User], None]) -> Page:
    sign_in(page, maya)
    return page


@pytest.fixture
def assert_fit_for_all(assert_accessible: Callable[[Page], None]) -> Callable[[Page], None]:
    def check(page: Page) -> None:
        page.emulate_media(reduced_motion="reduce")
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert page.locator("h1").count() == 1
        for size in (DESK, PHONE):
            page.set_viewport_size({"width": size["width"], "height": size["height"]})
            assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
            page.emulate_media(color_scheme="light")
            assert_accessible(page)
            page.emulate_media(color_scheme="dark")
            assert_accessible(page)

    return check


@pytest.mark.parametrize("url", PUBLIC)
@pytest.mark.usefixtures("transactional_db")
def test_what_anybody_may_read(
    page: Page, assert_fit_for_all: Callable[[Page], None], url: str
) -> None:
    page.goto(url)
    assert_fit_for_all(page)


@pytest.mark.parametrize("url", OWN)
@pytest.mark.usefixtures("attempt")
def test_what_a_trainee_reads(
    mayas: Page, assert_fit_for_all: Callable[[Page], None], problems: list[str], url: str
) -> None:
    mayas.goto(url)
    assert_fit_for_all(mayas)
    if url == "/nowhere/":
        problems.clear()  # the browser says that there is no such page


@pytest.mark.parametrize("url", ["/", "/attempts/", "/progress/"])
@pytest.mark.usefixtures("tomasz")
def test_what_a_trainee_reads_on_the_first_day(
    mayas: Page, assert_fit_for_all: Callable[[Page], None], url: str
) -> None:
    mayas.goto(url)
    assert_fit_for_all(mayas)


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
