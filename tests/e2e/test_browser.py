"""The browser fixtures see what they promise to see."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from practice.models import User
from tests.e2e.browser import expect

PUBLIC = "/accounts/login/"


def test_a_failing_script_is_noted(page: Page, problems: list[str]) -> None:
    page.goto(PUBLIC)
    assert problems == []
    page.evaluate("setTimeout(() => { throw new Error('torn') })")
    page.evaluate("() => new Promise(resolve => setTimeout(resolve, 50))")
    assert problems == ["script: torn"]
    problems.clear()


def test_a_complaint_in_the_console_is_noted(page: Page, problems: list[str]) -> None:
    page.goto(PUBLIC)
    page.evaluate("console.error('worn')")
    assert [problem.partition(" (")[0] for problem in problems] == ["console: worn"]
    problems.clear()


def test_nothing_outside_this_machine_is_reached(page: Page, problems: list[str]) -> None:
    page.goto("about:blank")
    page.set_content('<img src="http://outside.example/picture.png">')
    page.wait_for_load_state("load")
    assert any("net::ERR_NAME_NOT_RESOLVED" in problem for problem in problems)
    problems.clear()


def test_pages_are_what_their_names_say(phone: Page, dark: Page, plain: Page) -> None:
    prefers_dark = "matchMedia('(prefers-color-scheme: dark)').matches"
    for page in (phone, dark):
        page.goto(PUBLIC)
    assert phone.evaluate("innerWidth") == 390
    assert not phone.evaluate(prefers_dark)
    assert dark.evaluate("innerWidth") == 1280
    assert dark.evaluate(prefers_dark)
    plain.set_content("<noscript>no scripts</noscript>")
    expect(plain.get_by_text("no scripts")).to_be_visible()


def test_a_page_with_a_fault_is_not_accessible(
    page: Page, assert_accessible: Callable[[Page], None]
) -> None:
    whole = '<html lang="en"><title>One</title><main><h1>One</h1>{}</main></html>'
    page.set_content(whole.format('<img alt="A hill" src="data:,">'))
    assert_accessible(page)
    page.set_content(whole.format('<img src="data:,">'))
    with pytest.raises(AssertionError, match="image-alt"):
        assert_accessible(page)


def test_a_person_can_be_signed_in(page: Page, sign_in: Callable[[Page, User], None]) -> None:
    person = User.objects.create_user("ines@example.org", display_name="Ines")
    page.goto("/account/")
    expect(page).not_to_have_url("/account/")
    sign_in(page, person)
    page.goto("/account/")
    expect(page).to_have_url("/account/")
