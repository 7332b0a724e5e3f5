"""From an overruled finding to rules that read otherwise, in a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from playwright.sync_api import Page

from practice import services
from practice.models import Attempt, ScorerConfig, User
from practice.scoring import SCORER_VERSION
from practice.services import laboratory as doing
from tests.cast import Cast, assemble, reply_of
from tests.e2e.browser import expect
from tests.e2e.conftest import ON_PHONE, NewPage
from tests.laboratory.test_cases import said
from tests.services.test_scorer_configs import NUMPTY, WORDS

SignIn = Callable[[Page, User], None]
Accessible = Callable[[Page], None]
FRONT = "admin:practice_scorerconfig_changelist"


@pytest.fixture
def on_stage(transactional_db: None) -> Cast:
    ContentType.objects.clear_cache()
    return assemble()


def propose(page: Page, name: str, phrase: str) -> None:
    page.goto(reverse(FRONT))
    page.get_by_role("link", name="Propose a change").click()
    page.get_by_label("Find").fill(name)
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name=name, exact=True).click()
    page.get_by_label("Add, one phrase a line").fill(phrase)
    page.get_by_role("button", name="Keep as a proposal").click()


def test_overruled_settled_proposed_refused_accepted_and_read_so(
    page: Page,
    new_page: Callable[..., Page],
    sign_in: SignIn,
    on_stage: Cast,
    assert_accessible: Accessible,
) -> None:
    cast = on_stage
    named = reply_of(cast.alice, cast.scenario, WORDS)
    said(cast, named, no_roadblock="not_yet")
    fine = reply_of(cast.alice, cast.scenario, "You soppy sausage, sitting up in the cold.")
    found = {one.criterion: one.verdict for one in fine.criterion_results.all()}
    assert found["no_roadblock"] == "met"
    said(cast, fine, no_roadblock="met")

    # Settled.
    sign_in(page, cast.ada)
    page.goto(reverse(FRONT))
    page.get_by_role("link", name="Settle them").click()
    page.get_by_role("link", name="No roadblock").click()
    expect(page.get_by_text(WORDS)).to_be_visible()
    expect(page.get_by_label("Not yet")).to_be_checked()
    assert_accessible(page)
    page.get_by_role("button", name="Agree on this").click()
    expect(page.get_by_text("Agreed.", exact=True)).to_be_visible()

    # A phrase that breaks what a supervisor agreed with is refused, and the case named.
    propose(page, "labelling.type", "you soppy sausage")
    expect(
        page.get_by_text("3 replies counted.").or_(page.get_by_text("4 replies"))
    ).to_be_visible()
    page.get_by_label("Why").fill("Too much.")
    page.get_by_role("button", name="Accept it").click()
    expect(page.get_by_text("Not accepted: an agreed case would break.")).to_be_visible()
    case = reverse("admin:practice_scorerconfig_case", args=[fine.pk, "no_roadblock"])
    expect(page.locator(f'a[href="{case}"]')).to_be_visible()
    assert not ScorerConfig.objects.exists()
    assert_accessible(page)
    page.get_by_role("button", name="Let it go").click()

    # A good one is accepted.
    propose(page, "labelling.type", "you absolute numpty")
    expect(page.get_by_text("1 mended, 0 nearer, 0 broken")).to_be_visible()
    page.get_by_label("Why").fill("Heard in the evening group.")
    page.get_by_role("button", name="Accept it").click()
    expect(page.get_by_text("Version 1 reads replies from now on.")).to_be_visible()
    assert_accessible(page)

    # The next reply is read by it; the one before stays.
    other = new_page()
    sign_in(other, cast.alice)
    other.goto(reverse("practise", args=[cast.scenario.slug]))
    other.locator("#id_reply").fill(WORDS)
    other.get_by_role("button", name="Send", exact=True).click()
    expect(other.get_by_role("heading", name="Your reply")).to_be_visible()
    latest = Attempt.objects.order_by("-created_at")[0]
    assert latest.scorer_version.startswith(f"{SCORER_VERSION}+")
    assert "labelling" in latest.scorecard["faults"]
    assert Attempt.objects.get(pk=named.pk).scorer_version == SCORER_VERSION
    assert services.config_in_force() == NUMPTY


PAGES = ["changelist", "cases", "case", "lists", "change_list", "weight", "proposal", "versions"]


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_every_page_reads_well(
    new_page: NewPage,
    sign_in: SignIn,
    on_stage: Cast,
    assert_accessible: Accessible,
    size: str,
) -> None:
    shown = new_page(**(ON_PHONE if size == "phone" else {}))
    said(on_stage, on_stage.alices, main_points="not_yet")
    kept = doing.propose(by=on_stage.ada, change=NUMPTY)
    args: dict[str, list[object]] = {
        "case": [on_stage.alices.pk, "main_points"],
        "change_list": ["labelling.type"],
        "weight": ["paraphrase.leaves_room"],
        "proposal": [kept.pk],
    }
    sign_in(shown, on_stage.ada)
    for name in PAGES:
        url = "change_list" if name == "weight" else name
        shown.goto(reverse(f"admin:practice_scorerconfig_{url}", args=args.get(name, [])))
        assert_accessible(shown)
        wide = shown.evaluate("document.documentElement.scrollWidth")
        assert (name, wide) <= (name, 1280 if size == "desk" else 390)
