"""A tutor writes a scenario in a real browser: tried, refused, mended, published and practised."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from playwright.sync_api import Page

from practice.authoring import files as scenario_files
from practice.models import Scenario, User
from practice.services.scenarios import BANK, load_bank
from tests.admin.test_scenario_edit import GOOD
from tests.cast import Cast, assemble
from tests.e2e.browser import expect
from tests.e2e.conftest import ON_PHONE, NewPage
from tests.factories import scenario_content

SignIn = Callable[[Page, User], None]
Accessible = Callable[[Page], None]

STATEMENT = (
    "I bake for the whole street at new year, and this year I stood there with the dough and "
    "could not remember whether I had put the salt in. I was scared, and I threw it all away."
)
MODELS = (
    "It sounds like you were scared when you could not remember the salt, and threw the whole "
    "dough away. Is that it?",
    "You stood over the dough, and it seems you were frightened that the salt had slipped your "
    "mind. Did I get that right?",
)


@pytest.fixture
def on_stage(transactional_db: None) -> Cast:
    ContentType.objects.clear_cache()
    return assemble()


def write(page: Page) -> None:
    """Fill in the form as a tutor would, forgetting the second slip."""
    page.get_by_label("Name", exact=True).fill("Zofia")
    page.get_by_label("Age").fill("71")
    page.get_by_label("One line of context").fill("A first talk at the memory café")
    page.get_by_label("What is practised").select_option(label="Reflect emotions")
    page.get_by_label("What the client says").fill(STATEMENT)
    feeling = page.locator("#field-feelings-0")
    feeling.get_by_label("Feeling").fill("scared")
    feeling.get_by_label("Said how").select_option("stated")
    feeling.get_by_label("Where one hears it").fill("I was scared")
    point = page.locator("#field-key_points-0")
    point.get_by_label("The point").fill("She could not remember the salt")
    point.get_by_label("Other wordings, one a line").fill("forgetting the salt in the dough")
    point.get_by_label("The client’s words").fill(
        "could not remember whether I had put the salt in"
    )
    point.get_by_label("A main point").check()
    for row, reply in enumerate(MODELS):
        model = page.locator(f"#field-models-{row}")
        model.get_by_label("Reply").fill(reply)
        model.get_by_label("Why it works").fill("The fear, and what it is about.")
    slip(page, 0, "You should write a list of what goes in.", "advising")
    page.get_by_label("Theme").fill("ageing")


def slip(page: Page, row: int, reply: str, fault: str) -> None:
    place = page.locator(f"#field-slips-{row}")
    place.get_by_label("Reply").fill(reply)
    place.get_by_label("What goes wrong").select_option(fault)
    place.get_by_label("What it shows").fill("It leaves her fear behind.")


def test_written_tried_refused_mended_published_and_practised(
    page: Page, sign_in: SignIn, on_stage: Cast, assert_accessible: Accessible
) -> None:
    sign_in(page, on_stage.ada)
    page.goto(reverse("admin:practice_scenario_changelist"))
    page.get_by_role("link", name="Write a scenario").click()
    write(page)

    # Tried while writing: nothing is saved yet, and the scores move as one types.
    page.get_by_label("A reply a trainee might write").fill("You should try to sleep more.")
    seen = page.locator("#seen")
    expect(seen).to_contain_text("Practice score")
    expect(seen).to_contain_text("Two typical slips are needed")
    expect(seen).to_contain_text("Model 1")
    expect(page.locator("#clients-words option").nth(1)).to_have_attribute(
        "value", "I bake for the whole street at new year"
    )
    assert Scenario.objects.count() == 1
    assert_accessible(page)

    # Refused, with everything that was typed still there.
    page.get_by_role("button", name="Publish version 1").click()
    expect(page.get_by_text("Not published yet: something has to be mended first.")).to_be_visible()
    refused = page.locator(".refused")
    expect(refused).to_be_focused()
    refused.get_by_role("link", name="Typical slips").click()
    expect(page.locator("#field-slips")).to_be_in_viewport()
    expect(page.locator("#field-slips .error")).to_have_text(
        "Two typical slips are needed: they show what the scenario is there to unlearn."
    )
    expect(page.get_by_label("What the client says")).to_have_value(STATEMENT)
    assert_accessible(page)

    # Mended and published.
    slip(page, 1, "Cheer up, it could be worse.", "minimising")
    expect(page.locator("#seen .lint-list .is-block")).to_have_count(0)
    reason = page.get_by_label("Why it is right as it is.")
    if reason.count():
        reason.fill("The rules are content with the rest.")
    page.get_by_role("button", name="Publish version 1").click()
    expect(page.get_by_text("Version 1 is published.")).to_be_visible()

    # Practised.
    page.get_by_role("link", name="Practise with it").click()
    expect(page.get_by_text("I bake for the whole street")).to_be_visible()
    page.locator("#id_reply").fill("It sounds like you were scared about the salt you forgot.")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("heading", name="Your reply")).to_be_visible()
    made = Scenario.objects.get(slug="zofia-ageing")
    assert made.current is not None and made.current.author == on_stage.ada
    assert made.current.attempts.count() == 1


def test_without_javascript_too(plain: Page, sign_in: SignIn, on_stage: Cast) -> None:
    sign_in(plain, on_stage.ada)
    plain.goto(reverse("admin:practice_scenario_add"))
    write(plain)
    plain.get_by_label("A reply a trainee might write").fill("You should try to sleep more.")
    plain.get_by_role("button", name="Try it").click()
    expect(plain.locator("#seen")).to_contain_text("Practice score")
    expect(plain.get_by_label("What the client says")).to_have_value(STATEMENT)
    plain.get_by_role("button", name="Add a model").click()
    expect(plain.locator("#field-models-3")).to_be_visible()
    expect(plain.get_by_label("What the client says")).to_have_value(STATEMENT)
    assert Scenario.objects.count() == 1
    plain.get_by_role("button", name="Leave as a draft").click()
    expect(plain.get_by_text("Saved as a draft.")).to_be_visible()


def test_a_wrong_upload_is_refused_and_a_right_one_shown_first(
    page: Page, sign_in: SignIn, on_stage: Cast, assert_accessible: Accessible
) -> None:
    sign_in(page, on_stage.ada)
    page.goto(reverse("admin:practice_scenario_upload"))
    good = scenario_files.write(scenario_content(slug="new-one"))
    bad = good.replace('"difficulty": 1', '"difficulty": 8')
    line = next(i for i, text in enumerate(bad.splitlines(), 1) if '"difficulty"' in text)
    file = page.get_by_label("The file")
    file.set_input_files(
        {"name": "new-one.json", "mimeType": "application/json", "buffer": bad.encode()}
    )
    page.get_by_role("button", name="Check it").click()
    expect(page.get_by_text(f"new-one.json, line {line}, difficulty")).to_be_visible()
    assert Scenario.objects.count() == 1
    assert_accessible(page)

    page.get_by_label("The file").set_input_files(
        {"name": "new-one.json", "mimeType": "application/json", "buffer": good.encode()}
    )
    page.get_by_role("button", name="Check it").click()
    expect(page.get_by_text("1 new, 0 changed, 0 the same. Nothing is saved yet.")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Save as drafts").click()
    expect(page.get_by_text("1 scenario saved as drafts.")).to_be_visible()
    assert Scenario.objects.get(slug="new-one").state == "draft"


PAGES = ["changelist", "add", "quality", "upload", "file_format", "change", "history"]


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_every_page_reads_well(
    new_page: NewPage,
    sign_in: SignIn,
    on_stage: Cast,
    assert_accessible: Accessible,
    subtests: pytest.Subtests,
    size: str,
) -> None:
    shown = new_page(**(ON_PHONE if size == "phone" else {}))
    sign_in(shown, on_stage.ada)
    for name in PAGES:
        with subtests.test(name):
            args = [on_stage.scenario.pk] if name in ("change", "history") else []
            shown.goto(reverse(f"admin:practice_scenario_{name}", args=args))
            assert_accessible(shown)
            wide = shown.evaluate("document.documentElement.scrollWidth")
            assert wide <= (1280 if size == "desk" else 390)


def test_a_changed_and_a_retired_scenario_leave_old_replies_as_they_were(
    page: Page, dark: Page, sign_in: SignIn, on_stage: Cast
) -> None:
    reply = reverse("attempt", args=[on_stage.alices.pk])
    sign_in(dark, on_stage.alice)
    dark.goto(reply)
    before = dark.locator("main").text_content()

    sign_in(page, on_stage.ada)
    page.goto(reverse("admin:practice_scenario_change", args=[on_stage.scenario.pk]))
    page.get_by_label("One line of context").fill("A second talk, on the telephone")
    for row, words in enumerate(GOOD["models"]):
        page.locator(f"#field-models-{row}").get_by_label("Reply").fill(words["reply"])
    for row, words in enumerate(GOOD["slips"]):
        slip(page, row, words["reply"], words["fault"])
    page.get_by_role("button", name="Leave as a draft").click()
    page.get_by_role("link", name="What would change").click()
    expect(page.get_by_text("2 replies counted.")).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="Publish version 2").click()
    expect(page.get_by_text("Version 2 is published.")).to_be_visible()
    page.get_by_role("link", name="Versions").click()
    expect(page.locator(".changed del").first).to_have_text("First")
    expect(page.locator(".changed ins").first).to_have_text("A second")
    expect(page.get_by_text("by Ada Arnold").first).to_be_visible()
    dark.goto(reply)
    assert dark.locator("main").text_content() == before

    page.go_back()
    page.get_by_role("button", name="Retire it").click()
    expect(page.get_by_text("Retired:", exact=True)).to_be_visible()
    dark.goto(reply)
    shown = (dark.locator("main").text_content() or "").split("\n")
    gone = [line.strip() for line in (before or "").split("\n") if line not in shown]
    assert gone == ["Try again"]  # all the rest is there as before

    page.get_by_role("link", name="Versions").click()
    page.get_by_role("button", name="Restore it").click()
    expect(page.get_by_label("One line of context")).to_have_value(
        "First talk with a neighbourhood helper"
    )


def test_the_shipped_bank_goes_out_and_in_again_without_a_difference(
    page: Page, sign_in: SignIn, on_stage: Cast
) -> None:
    Scenario.objects.filter(slug="tomas-heating").update(state="retired")
    load_bank()
    sign_in(page, on_stage.ada)
    page.goto(reverse("admin:practice_scenario_changelist"))
    for link in ("Download all", "Download as a table"):
        with page.expect_download() as caught:
            page.get_by_role("link", name=link).click()
        file = caught.value
        page.goto(reverse("admin:practice_scenario_upload"))
        page.get_by_label("The file").set_input_files(
            {
                "name": file.suggested_filename,
                "mimeType": "application/octet-stream",
                "buffer": Path(file.path()).read_bytes(),
            }
        )
        page.get_by_role("button", name="Check it").click()
        number = len(list(BANK.glob("*.json")))
        expect(page.get_by_text(f"0 new, 0 changed, {number} the same.")).to_be_visible()
        expect(page.get_by_text("There is nothing to save.")).to_be_visible()
        page.goto(reverse("admin:practice_scenario_changelist"))
