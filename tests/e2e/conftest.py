"""Pages of the site in a real browser. A test takes one of the fixtures below.

page     as on a desk: 1280 pixels wide, light
phone    390 pixels wide, touched by a finger
dark     as `page`, for people who prefer a dark screen
plain    as `page`, without JavaScript

Whatever any of them reports, an error in the console, a script that fails, a request that is
refused, fails the test; one that provokes such a thing says so: `problems.clear()`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

import pytest
from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Error, Page
from pytest_django.live_server_helper import LiveServer

from practice.models import User
from tests.e2e.browser import BrowserThread, launch, open_page, unwrapped

ACCESSIBLE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What may differ between light and dark.
OF_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
WIDEST = "Abcdefghij" * 8  # as long as a name or a title may be, with nowhere to break it
ON_PHONE: dict[str, Any] = {"viewport": PHONE, "has_touch": True, "is_mobile": True}


class NewPage(Protocol):
    def __call__(self, **options: Any) -> Page: ...


class Check(Protocol):
    def __call__(self, page: Page, rules: Any = ...) -> None: ...


@pytest.fixture(scope="session")
def browser_thread() -> Iterator[BrowserThread]:
    thread = BrowserThread()
    yield thread
    thread.close()


@pytest.fixture(scope="session")
def chromium(browser_thread: BrowserThread) -> Iterator[Browser]:
    try:
        playwright, browser = launch(browser_thread)
    except Error as error:
        pytest.fail(f"No Chromium starts here; try: make test\n{error}", pytrace=False)
    yield browser
    browser.close()
    playwright.stop()


@pytest.fixture
def problems() -> list[str]:
    """What the browser complained about so far."""
    return []


@pytest.fixture
def new_page(
    chromium: Browser,
    live_server: LiveServer,
    problems: list[str],
    request: pytest.FixtureRequest,
) -> Iterator[NewPage]:
    """A further page, in a session of its own; options as of Playwright's `new_context`."""
    request.node.user_properties.append(("browser", f"Chromium {chromium.version}"))
    contexts: list[BrowserContext] = []

    def make(**options: Any) -> Page:
        common = {"base_url": live_server.url, "viewport": DESK, "locale": "en-GB"}
        page = open_page(chromium, problems, **(common | options))
        contexts.append(page.context)
        return page

    yield make
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    return new_page()


@pytest.fixture
def phone(new_page: NewPage) -> Page:
    return new_page(**ON_PHONE)


@pytest.fixture
def dark(new_page: NewPage) -> Page:
    return new_page(color_scheme="dark")


@pytest.fixture
def plain(new_page: NewPage) -> Page:
    return new_page(java_script_enabled=False)


@pytest.fixture
def sign_in(live_server: LiveServer) -> Callable[[Page, User], None]:
    """Signs a person in to a page without the sign-in form, which has tests of its own."""

    def sign_in(page: Page, person: User) -> None:
        client = Client()
        client.force_login(person)
        name = settings.SESSION_COOKIE_NAME
        session = client.cookies[name].value
        page.context.add_cookies([{"name": name, "value": session, "url": live_server.url}])

    return sign_in


@pytest.fixture
def assert_accessible(browser_thread: BrowserThread) -> Check:
    """Fails with the whole report when axe finds anything against a page as it now stands."""

    def run(page: Page, rules: Any) -> AxeResults:
        there = page.evaluate("'axe' in window")  # from an earlier check, and warm
        # What axe finds nothing against it need not write up, and we need not carry over.
        options = {"runOnly": rules, "resultTypes": ["violations"]}
        return (Axe("") if there else Axe()).run(page, options=options)

    def check(page: Page, rules: Any = ACCESSIBLE) -> None:
        found = browser_thread.run(lambda: run(unwrapped(page), rules))
        assert found.violations_count == 0, found.generate_report()

    return check


@pytest.fixture
def assert_all_fit(
    assert_fit_for_all: Callable[[Page], None], subtests: pytest.Subtests
) -> Callable[[Page, Iterable[str]], None]:
    """Goes to one address after the other: one browser and one database do for all of them."""

    def check(page: Page, urls: Iterable[str]) -> None:
        for url in urls:
            with subtests.test(url):
                page.goto(url)
                assert_fit_for_all(page)

    return check


@pytest.fixture
def assert_fit_for_all(assert_accessible: Check) -> Callable[[Page], None]:
    """Fails when a page is too wide, or when axe finds anything: light, dark, desk and phone."""

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
            assert_accessible(page, OF_COLOURS)

    return check
