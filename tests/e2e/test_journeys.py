"""A trainee's ways through the site, in a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page

from practice.demo import MAYA
from practice.models import Attempt, Scenario, Stirred, User
from tests.e2e.browser import expect
from tests.e2e.conftest import NewPage
from tests.factories import PASSWORD, CohortFactory
from tests.views.people import REPLY, make_person, make_scenario

SignIn = Callable[[Page, User], None]
URL = "/practise/tomasz-bakery/"
ASK = "What would you say next?"


@pytest.fixture
def tomasz(transactional_db: None) -> Scenario:
    return make_scenario("tomasz-bakery")


@pytest.fixture
def maya(transactional_db: None) -> User:
    return make_person(MAYA.email, "Maya Lind", level=2)


@pytest.fixture
def mayas(page: Page, maya: User, sign_in: SignIn) -> Page:
    """A page on which Maya has signed in."""
    sign_in(page, maya)
    return page


def reply_field(page: Page) -> Locator:
    return page.get_by_label(ASK)


# Coming in --------------------------------------------------------------------------------


def test_somebody_joins_with_their_groups_code(page: Page, tomasz: Scenario) -> None:
    cohort = CohortFactory.create(join_code="EVENING2")
    page.goto("/accounts/login/")
    page.get_by_role("link", name="Join with your group’s code").click()
    page.get_by_label("Your group’s code").fill("evening-2")
    page.get_by_label("What shall we call you?").fill("Idris")
    page.get_by_label("Email").fill("idris@example.org")
    page.get_by_label("Password").fill("short")
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_text("This password is too short.")).to_be_visible()
    expect(page.get_by_label("What shall we call you?")).to_have_value("Idris")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Idris")
    membership = User.objects.get(email="idris@example.org").memberships.get()
    assert (membership.cohort, membership.role) == (cohort, "trainee")


def test_a_guest_is_maya_with_one_tap(page: Page, maya: User, tomasz: Scenario) -> None:
    page.goto("/")
    page.get_by_role("button", name="Be Maya").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Maya")
    page.get_by_role("link", name="Practise", exact=True).last.click()
    expect(page.get_by_label(ASK)).to_be_visible()


# Practising -------------------------------------------------------------------------------


def test_feedback_arrives_in_place_and_takes_the_reader_there(
    mayas: Page, tomasz: Scenario
) -> None:
    mayas.goto(URL)
    mayas.evaluate("window.stayed = true")
    reply_field(mayas).fill(REPLY)
    mayas.get_by_text("Very near").click()
    mayas.get_by_role("button", name="Send").click()
    heading = mayas.get_by_role("heading", name="Your reply")
    expect(heading).to_be_focused()
    attempt = Attempt.objects.get()
    assert (attempt.reply, attempt.self_rating, attempt.aided) == (REPLY, 3, False)
    assert mayas.evaluate("window.stayed")
    assert mayas.url.endswith(f"/attempts/{attempt.pk}/")
    expect(mayas).to_have_title("Your reply to Tomasz · Listening Coach")
    expect(mayas.get_by_role("status")).to_have_text("Here is what the rules saw.")
    swapped = mayas.locator("main").inner_text()
    mayas.reload()
    assert mayas.locator("main").inner_text() == swapped


def test_going_back_from_feedback_leads_to_the_client(mayas: Page, tomasz: Scenario) -> None:
    mayas.goto(URL)
    reply_field(mayas).fill(REPLY)
    mayas.get_by_role("button", name="Send").click()
    expect(mayas.get_by_role("heading", name="Your reply")).to_be_visible()
    mayas.go_back()
    expect(reply_field(mayas)).to_have_value("")
    assert mayas.url.endswith(URL)
    mayas.go_forward()
    expect(mayas.get_by_role("heading", name="Your reply")).to_be_visible()


def test_trying_again_keeps_the_words_and_next_goes_on(mayas: Page, tomasz: Scenario) -> None:
    mayas.goto(URL)
    reply_field(mayas).fill(REPLY)
    mayas.get_by_role("button", name="Send").click()
    mayas.get_by_role("link", name="Try again").click()
    expect(reply_field(mayas)).to_have_value(REPLY)
    reply_field(mayas).fill("You sound afraid of being found out.")
    mayas.get_by_role("button", name="Send").click()
    expect(mayas.get_by_role("link", name="Try 1")).to_be_visible()
    expect(mayas.get_by_role("link", name="Try 2")).to_have_attribute("aria-current", "true")
    mayas.get_by_role("link", name="Next", exact=True).click()
    expect(reply_field(mayas)).to_have_value("")
    mayas.go_back()
    expect(mayas.get_by_role("heading", name="Your reply")).to_be_visible()


def test_the_same_without_javascript(
    plain: Page, maya: User, tomasz: Scenario, sign_in: SignIn
) -> None:
    sign_in(plain, maya)
    plain.goto(URL)
    reply_field(plain).fill(REPLY)
    plain.get_by_role("button", name="A hint").click()
    expect(plain.get_by_text("Pick the one you hear most.")).to_be_visible()
    expect(reply_field(plain)).to_have_value(REPLY)
    plain.get_by_role("button", name="Too easy").click()
    expect(plain.get_by_text("more is left unsaid")).to_be_visible()
    expect(reply_field(plain)).to_have_value(REPLY)
    plain.get_by_role("button", name="Send").click()
    expect(plain.get_by_role("heading", name="Your reply")).to_be_visible()
    attempt = Attempt.objects.get()
    assert (attempt.reply, attempt.aided) == (REPLY, True)
    plain.get_by_text("Point by point").click()
    expect(plain.get_by_role("link", name="Names a feeling")).to_be_visible()
    plain.get_by_role("button", name="Sadness").click()
    expect(plain.get_by_role("button", name="Sadness")).to_have_attribute("aria-pressed", "true")
    assert Stirred.objects.get().word == "sadness"


def test_by_keyboard_alone(mayas: Page, tomasz: Scenario) -> None:
    def tab_to(name: str) -> None:
        for _ in range(30):
            mayas.keyboard.press("Tab")
            focused = mayas.evaluate("document.activeElement.innerText")
            if focused.strip().startswith(name):
                return
        raise AssertionError(f"{name} cannot be reached")

    mayas.goto("/")
    mayas.keyboard.press("Tab")
    expect(mayas.get_by_role("link", name="Skip to the page")).to_be_focused()
    mayas.keyboard.press("Enter")
    tab_to("Practise")
    mayas.keyboard.press("Enter")
    expect(reply_field(mayas)).to_be_visible()
    reply_field(mayas).focus()
    mayas.keyboard.type("You sound worried that someone will notice.")
    mayas.keyboard.press("Tab")
    mayas.keyboard.press("ArrowRight")
    mayas.keyboard.press("Shift+Tab")
    mayas.keyboard.press("Control+Enter")
    expect(mayas.get_by_role("heading", name="Your reply")).to_be_focused()
    tab_to("Point by point")
    mayas.keyboard.press("Enter")
    expect(mayas.get_by_role("link", name="Names a feeling")).to_be_visible()
    assert Attempt.objects.get().self_rating == 2


def test_a_hint_opens_in_place_and_is_told(mayas: Page, tomasz: Scenario) -> None:
    mayas.goto(URL)
    reply_field(mayas).fill(REPLY)
    mayas.get_by_role("button", name="A hint").click()
    expect(mayas.locator("#hint")).to_be_focused()
    expect(reply_field(mayas)).to_have_value(REPLY)
    mayas.get_by_role("button", name="Send").click()
    expect(mayas.get_by_text("with the hint")).to_be_visible()
    assert Attempt.objects.get().aided


def test_an_empty_reply_is_answered_in_place(mayas: Page, tomasz: Scenario) -> None:
    mayas.goto(URL)
    mayas.get_by_role("button", name="Send").click()
    expect(mayas.get_by_role("alert")).to_be_focused()
    expect(mayas.get_by_role("alert")).to_contain_text("There is nothing to send yet.")


# Nothing is lost --------------------------------------------------------------------------


def test_a_draft_survives_a_closed_tab_and_goes_when_it_is_sent(
    mayas: Page, tomasz: Scenario
) -> None:
    mayas.goto(URL)
    reply_field(mayas).fill("It sounds like")
    mayas.get_by_text("A guess").click()
    expect(mayas.locator("#saved")).to_have_text("Saved as a draft · 3 words")
    mayas.close()
    another = mayas.context.new_page()
    another.goto(URL)
    expect(reply_field(another)).to_have_value("It sounds like")
    expect(another.get_by_label("A guess")).to_be_checked()
    another.get_by_role("button", name="Send").click()
    expect(another.get_by_role("heading", name="Your reply")).to_be_visible()
    another.goto(URL)
    expect(reply_field(another)).to_have_value("")


def test_drafts_go_when_one_signs_out(mayas: Page, tomasz: Scenario) -> None:
    mayas.goto(URL)
    reply_field(mayas).fill("Only mine")
    assert mayas.evaluate("localStorage.length") == 1
    mayas.goto("/account/")
    mayas.get_by_role("button", name="Sign out").click()
    expect(mayas.get_by_role("heading", name="Sign in")).to_be_visible()
    assert mayas.evaluate("localStorage.length") == 0


def test_a_double_click_saves_one_attempt(mayas: Page, tomasz: Scenario) -> None:
    mayas.goto(URL)
    reply_field(mayas).fill(REPLY)
    mayas.get_by_role("button", name="Send").dblclick()
    expect(mayas.get_by_role("heading", name="Your reply")).to_be_visible()
    assert Attempt.objects.count() == 1


def test_a_lost_connection_keeps_the_words_and_sends_them_once(
    mayas: Page, tomasz: Scenario, problems: list[str]
) -> None:
    mayas.goto(URL)
    reply_field(mayas).fill(REPLY)
    mayas.context.set_offline(True)
    mayas.get_by_role("button", name="Send").click()
    expect(mayas.locator("#saved")).to_contain_text("That did not go through.")
    mayas.context.set_offline(False)
    expect(reply_field(mayas)).to_have_value(REPLY)
    mayas.get_by_role("button", name="Send").click()
    expect(mayas.get_by_role("heading", name="Your reply")).to_be_visible()
    assert Attempt.objects.count() == 1
    problems.clear()  # the browser says that it was offline


@pytest.mark.parametrize("scripts", [True, False])
def test_an_expired_session_gives_the_words_back_after_signing_in(
    new_page: NewPage, maya: User, tomasz: Scenario, sign_in: SignIn, scripts: bool
) -> None:
    page = new_page(java_script_enabled=scripts)
    sign_in(page, maya)
    page.goto(URL)
    reply_field(page).fill(REPLY)
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text(REPLY)).to_be_visible()
    page.get_by_role("link", name="Sign in").click()
    page.get_by_label("Email").fill(maya.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_label("What you wrote")).to_have_value(REPLY)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="Your reply")).to_be_visible()
    assert [attempt.reply for attempt in maya.attempts.all()] == [REPLY]
    page.goto(URL)
    expect(reply_field(page)).to_have_value("")


# On paper -----------------------------------------------------------------------------------


def test_progress_prints_on_one_sheet(mayas: Page, maya: User, tomasz: Scenario) -> None:
    from tests.views.cards import card, found, make_attempt

    every = ["main_points", "own_words", "stays_with_client", "leaves_room", "not_longer"]
    every += ["no_roadblock", "nothing_invented", "is_open", "follows", "one_at_a_time"]
    every += ["does_not_lead", "names_feeling", "right_feeling", "about_as_strong"]
    every += ["given_to_client", "says_what_about", "feeling_not_thought"]
    for _ in range(6):
        scored = card(criteria=[found(name, "partly", 10, 5) for name in every])
        make_attempt(maya, tomasz, scored, self_rating=2)
    mayas.goto("/progress/")
    mayas.evaluate("dispatchEvent(new Event('beforeprint'))")
    paper = mayas.pdf(prefer_css_page_size=True)
    assert paper.count(b"/Type /Page\n") == 1
