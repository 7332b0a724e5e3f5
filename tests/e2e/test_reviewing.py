"""A supervisor's hour, by keyboard alone; and the trainee's side of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page
from pytest_django.fixtures import Settings

from practice import services
from practice.models import Attempt, Cohort, Judgement, Review, Scenario, User
from tests.e2e.browser import expect
from tests.e2e.conftest import PHONE, NewPage
from tests.factories import MembershipFactory
from tests.views.group import in_group, make_group, released
from tests.views.people import REPLY, make_person, make_scenario

SignIn = Callable[[Page, User], None]
MANY = 40


@pytest.fixture
def tomasz(transactional_db: None) -> Scenario:
    return make_scenario("tomasz-bakery")


@pytest.fixture
def maya(transactional_db: None) -> User:
    return make_person("maya@example.org", "Maya Lind")


@pytest.fixture
def group(maya: User) -> tuple[Cohort, User]:
    return make_group(maya)


@pytest.fixture
def sams(page: Page, group: tuple[Cohort, User], sign_in: SignIn) -> Page:
    sign_in(page, group[1])
    return page


@pytest.fixture
def attempt(maya: User, tomasz: Scenario, group: tuple[Cohort, User]) -> Attempt:
    return in_group(maya, tomasz, group[0])


def test_forty_replies_are_reviewed_by_keyboard_alone(
    sams: Page, maya: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    for _ in range(MANY):
        in_group(maya, tomasz, group[0])
    sams.goto("/reviews/")
    keyboard = sams.keyboard
    keyboard.press("j")
    keyboard.press("Enter")
    for number in range(MANY):
        expect(sams.locator("#judgement-title")).to_be_visible()
        if number % 4 == 0:  # overrule the first point, with a reason
            keyboard.press("o")
            keyboard.press("ArrowDown")
            keyboard.press("Tab")
            keyboard.type("He says it more quietly.")
            keyboard.press("Escape")
        else:
            keyboard.press("Shift+A")
        keyboard.press("c")
        keyboard.type(f"Reply {number}: stay with the worry.")
        keyboard.press("Escape")
        with sams.expect_navigation():
            keyboard.press("r")
    assert Review.objects.filter(state="released").count() == MANY
    overruled = Judgement.objects.filter(reason="He says it more quietly.")
    assert overruled.count() == MANY // 4
    assert len(set(Review.objects.values_list("overall", flat=True))) == MANY
    expect(sams.get_by_text("Nothing waits.")).to_be_visible()


def test_a_release_is_undone_by_keyboard(sams: Page, attempt: Attempt) -> None:
    sams.goto(f"/reviews/{attempt.pk}/")
    with sams.expect_navigation():
        sams.keyboard.press("r")
    assert Review.objects.get().state == "released"
    with sams.expect_navigation():
        sams.keyboard.press("u")
    assert Review.objects.get().state == "draft"


def test_a_reply_is_rated_first_by_keyboard_and_a_missing_reason_is_written_at_once(
    sams: Page, attempt: Attempt
) -> None:
    sams.goto(f"/reviews/{attempt.pk}/blind/")
    keyboard = sams.keyboard
    for key in "1231":
        keyboard.press(key)
    with sams.expect_navigation():
        keyboard.press("r")
    given = Judgement.objects.values_list("blind_verdict", flat=True)
    assert set(given) == {"met", "partly", "not_yet"}
    for key in ("n", "o", "Escape"):
        keyboard.press(key)
    with sams.expect_navigation():
        keyboard.press("r")
    keyboard.type("Once more, all of it is there.")
    keyboard.press("Escape")
    with sams.expect_navigation():
        keyboard.press("r")
    assert Review.objects.get().state == "released"
    assert Judgement.objects.filter(reason="Once more, all of it is there.").count() == 1


def test_the_keys_are_listed_and_can_be_switched_off(sams: Page, attempt: Attempt) -> None:
    sams.goto(f"/reviews/{attempt.pk}/")
    sams.keyboard.press("?")
    keys = sams.get_by_role("dialog", name="Keys")
    expect(keys).to_be_visible()
    keys.get_by_role("button", name="Switch the keys off").click()
    keys.get_by_role("button", name="Close").click()
    sams.keyboard.press("Shift+A")
    expect(sams.locator("[value=agree]:checked")).to_have_count(0)
    sams.keyboard.press("?")
    keys.get_by_role("button", name="Switch the keys off").click()
    sams.keyboard.press("Escape")
    sams.keyboard.press("Shift+A")
    expect(sams.locator("[value=agree]:checked")).to_have_count(3)


def test_words_that_are_selected_are_commented_on(sams: Page, attempt: Attempt) -> None:
    sams.goto(f"/reviews/{attempt.pk}/")
    # From within a marked word to behind its letter: the letter is no part of the reply.
    sams.evaluate(
        """() => {
          const reply = document.querySelector("[data-reply]");
          const walk = document.createTreeWalker(reply, NodeFilter.SHOW_TEXT);
          let node, from, to;
          while ((node = walk.nextNode())) {
            if (node.data.includes("worried")) from = [node, node.data.indexOf("worried")];
            if (node.data.includes("that people")) to = [node, node.data.indexOf("people") + 6];
          }
          getSelection().setBaseAndExtent(...from, ...to);
        }"""
    )
    sams.keyboard.press("w")
    sams.keyboard.type("Keep this.")
    sams.keyboard.press("Escape")
    with sams.expect_navigation():
        sams.keyboard.press("d")
    comment = Review.objects.get().comments.get()
    assert comment.text == "Keep this."
    assert REPLY[comment.start : comment.end] == "worried that people"


def test_moving_on_keeps_what_was_typed(
    sams: Page, maya: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    second, first = (in_group(maya, tomasz, group[0]) for _ in range(2))
    sams.goto(f"/reviews/{first.pk}/")
    sams.keyboard.press("c")
    sams.keyboard.type("Half a thought")
    sams.keyboard.press("Escape")
    with sams.expect_navigation():
        sams.keyboard.press("j")
    assert str(second.pk) in sams.url
    with sams.expect_navigation():
        sams.keyboard.press("k")
    expect(sams.get_by_label("To Maya")).to_have_value("Half a thought")


def test_words_that_were_not_kept_stay_when_one_moves_on(
    sams: Page, maya: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    _, first = (in_group(maya, tomasz, group[0]) for _ in range(2))
    sams.goto(f"/reviews/{first.pk}/")
    sams.keyboard.press("c")
    sams.keyboard.type("Half a thought")
    sams.keyboard.press("Escape")
    services.save_draft(attempt=first, supervisor=group[1], overall="From another tab.")
    with sams.expect_navigation():
        sams.keyboard.press("j")
    expect(sams.get_by_role("alert")).to_contain_text("changed in another place")
    assert str(first.pk) in sams.url
    with sams.expect_navigation():  # told, and moving on all the same
        sams.keyboard.press("j")
    assert str(first.pk) not in sams.url
    assert Review.objects.get(attempt=first).overall == "Half a thought"


def test_two_supervisors_do_not_collide(
    sams: Page, new_page: NewPage, group: tuple[Cohort, User], attempt: Attempt, sign_in: SignIn
) -> None:
    other = make_person("olga@example.org", "Olga Nyland")
    MembershipFactory.create(person=other, cohort=group[0], role="supervisor")
    olgas = new_page()
    sign_in(olgas, other)
    olgas.goto(f"/reviews/{attempt.pk}/")
    sams.goto(f"/reviews/{attempt.pk}/")
    expect(sams.get_by_text("Olga has this open until")).to_be_visible()
    with sams.expect_navigation():
        sams.keyboard.press("t")
    expect(sams.get_by_text("Olga has this open until")).to_have_count(0)
    olgas.reload()
    expect(olgas.get_by_text("Sam has this open until")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_it_is_three_steps_with_scripts_or_without(
    new_page: NewPage, group: tuple[Cohort, User], attempt: Attempt, sign_in: SignIn, scripts: bool
) -> None:
    phone = new_page(viewport=PHONE, has_touch=True, is_mobile=True, java_script_enabled=scripts)
    sign_in(phone, group[1])
    phone.goto(f"/reviews/{attempt.pk}/")
    expect(phone.locator("#attempt")).to_be_visible()
    expect(phone.locator("#judgement")).to_be_hidden()
    phone.get_by_role("link", name="3 Judgement").click()
    expect(phone.locator("#attempt")).to_be_hidden()
    phone.get_by_text("Overrule").first.click()
    phone.get_by_role("button", name="Release to Maya").click()
    expect(phone.get_by_text("Please say in a sentence why")).to_be_visible()
    phone.get_by_label("Why").first.fill("It fits him.")
    phone.get_by_role("button", name="Release to Maya").click()
    expect(phone.get_by_text("Released to Maya")).to_be_visible()
    assert Judgement.objects.filter(reason="It fits him.").exists()


@pytest.mark.parametrize("scripts", [True, False])
def test_what_is_too_much_at_once_is_not_lost(
    new_page: NewPage,
    group: tuple[Cohort, User],
    sign_in: SignIn,
    settings: Settings,
    problems: list[str],
    scripts: bool,
) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000
    talk = "Client: It broke.\n" * 150
    page = new_page(java_script_enabled=scripts)
    sign_in(page, group[1])
    page.goto("/transcripts/")
    page.get_by_label("Or the conversation, pasted").fill(talk)
    page.get_by_role("button", name="Code it").click()
    if scripts:  # said before it is sent
        expect(page.get_by_role("alert")).to_contain_text("It is all still here")
    else:
        expect(page.get_by_role("heading", name="That is too much at once")).to_be_visible()
        page.go_back()
        problems.clear()  # the browser notes the refusal
    expect(page.get_by_label("Or the conversation, pasted")).to_have_value(talk)


def test_the_trainee_asks_reads_and_answers(
    new_page: NewPage, maya: User, group: tuple[Cohort, User], attempt: Attempt, sign_in: SignIn
) -> None:
    page = new_page()
    sign_in(page, maya)
    page.goto(f"/attempts/{attempt.pk}/")
    page.get_by_text("Ask for a review").click()
    page.get_by_label("Is there something you want to know?").fill("Was that a guess?")
    page.get_by_role("button", name="Send it to my supervisors").click()
    expect(page.get_by_text("It waits at the top")).to_be_visible()
    released(attempt, group[1], overall="Not a guess.", at=timezone.now() - timedelta(minutes=1))
    page.goto("/")
    expect(page.get_by_role("heading", name="One review is back")).to_be_visible()
    page.get_by_role("link", name="Your reply to Tomasz").click()
    expect(page.get_by_text("Not a guess.")).to_be_visible()
    page.get_by_role("button", name="It helped").click()
    page.get_by_text("Answer Sam").click()
    page.get_by_label("Your answer").fill("Thank you.")
    page.get_by_role("button", name="Send the answer").click()
    expect(page.get_by_text("Thank you.")).to_be_visible()
    review = Review.objects.get()
    assert review.helpful is True
