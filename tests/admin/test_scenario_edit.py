"""Writing a scenario in the admin: saving, trying, publishing, and what becomes of old attempts."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse

from practice.forms.scenarios import ROW_FORMS
from practice.models import Scenario
from practice.services import authoring
from tests.admin.filled import filled
from tests.cast import Cast
from tests.factories import scenario_content

MODELS = [
    {
        "reply": "It sounds like you sat up alone in the cold kitchen, worried about the pipes, "
        "so the others could sleep. Is that it?",
        "shows": "Both.",
    },
    {
        "reply": "So in the night you sat alone in the cold kitchen with your worry about the "
        "pipes, rather than wake anybody. Did I get that right?",
        "shows": "The worry.",
    },
]
SLIPS = [
    {"reply": "You should call a plumber first thing.", "fault": "advising", "shows": "Advice."},
    {"reply": "You should have woken them.", "fault": "judging", "shows": "A verdict."},
]
GOOD = scenario_content(models=MODELS, slips=SLIPS)


def address(scenario: Scenario | None = None) -> str:
    if scenario is None:
        return reverse("admin:practice_scenario_add")
    return reverse("admin:practice_scenario_change", args=[scenario.pk])


def draft_of(scenario: Scenario) -> dict[str, Any]:
    draft: dict[str, Any] | None = scenario.draft
    assert draft is not None
    return draft


@pytest.fixture
def ada(client: Client, cast: Cast) -> Client:
    client.force_login(cast.ada)
    return client


def change_state(client: Client, scenario: Scenario, do: str, **more: str) -> Any:
    """What a button of a page says that was opened just now."""
    scenario.refresh_from_db()
    form = {"do": do, "stamp": authoring.stamp(scenario), **more}
    return client.post(reverse("admin:practice_scenario_state", args=[scenario.pk]), form)


def post(
    client: Client, scenario: Scenario | None, content: dict[str, Any], do: str, **more: Any
) -> Any:
    stamp = authoring.stamp(scenario) if scenario else ""
    headers = {"HX-Request": "true"} if do == "watch" else {}
    data = filled(content, do=do, **{"stamp": stamp, **more})
    return client.post(address(scenario), data, headers=headers)


def test_a_new_scenario_is_a_draft_that_nobody_meets(ada: Client, cast: Cast) -> None:
    content = scenario_content(client={"name": "Zofia", "age": 51})
    answer = post(ada, None, content, "save")
    made = Scenario.objects.get(slug="zofia-home")
    assert answer.url == address(made)
    assert made.state == "draft" and made.current is None
    assert made.draft == content | {"slug": "zofia-home"}
    assert made.draft_by == cast.ada
    ada.force_login(cast.alice)
    assert ada.get(reverse("practise", args=[made.slug])).status_code == 404


def test_on_a_narrow_screen_a_link_leads_past_the_form_and_back(ada: Client, cast: Cast) -> None:
    for page in (ada.get(address(None)).text, ada.get(address(cast.scenario)).text):
        ways = re.findall(r'<p class="when-below"><a href="#([^"]+)">', page)
        assert [(one, page.count(f'id="{one}"')) for one in ways] == [("tryit", 1), ("draft", 1)]
        form, aside = page.index('id="draft"'), page.index('id="tryit"')
        assert page.index('href="#tryit"') < form < aside < page.index('href="#draft"')


def test_a_new_scenario_that_was_refused_goes_on_as_the_same_one(ada: Client) -> None:
    content = scenario_content(client={"name": "Zofia", "age": 51}, slips=[])
    refused = post(ada, None, content, "publish")
    made = Scenario.objects.get(slug="zofia-home")
    assert f'action="{address(made)}"' in refused.text
    assert "Name in addresses" not in refused.text


def test_half_a_scenario_is_saved_as_it_is(ada: Client) -> None:
    content = scenario_content(
        client={"name": "", "age": "forty or so"}, feelings=[], key_points=[], models=[], slips=[]
    )
    post(ada, None, content, "save")
    made = Scenario.objects.get(slug="home")
    assert draft_of(made)["client"] == {"name": "", "age": "forty or so"}
    assert "forty or so" in ada.get(address(made)).text


def test_a_draft_changes_nothing_that_is_published(ada: Client, cast: Cast) -> None:
    before = cast.scenario.current
    post(ada, cast.scenario, scenario_content(context="Somewhere else"), "save")
    cast.scenario.refresh_from_db()
    assert cast.scenario.current == before
    assert draft_of(cast.scenario)["context"] == "Somewhere else"
    assert cast.scenario.versions.count() == 1


def test_a_draft_that_is_what_is_published_is_none(ada: Client, cast: Cast) -> None:
    answer = post(ada, cast.scenario, scenario_content(), "save")
    cast.scenario.refresh_from_db()
    assert cast.scenario.draft is None
    assert "Nothing is changed." in ada.get(answer.url).text


def test_publishing_is_refused_while_something_has_to_be_mended(ada: Client, cast: Cast) -> None:
    answer = post(ada, cast.scenario, GOOD | {"key_points": []}, "publish")
    assert answer.status_code == 200
    assert "Not published yet: something has to be mended first." in answer.text
    # On top, at the field, and in the list that goes on beside the form.
    assert answer.text.count("There is no key point yet") == 3
    assert '<section class="refused' in answer.text and "autofocus" in answer.text
    cast.scenario.refresh_from_db()
    assert cast.scenario.versions.count() == 1
    assert draft_of(cast.scenario)["key_points"] == []


def test_a_warning_asks_for_a_reason_which_is_kept(ada: Client, cast: Cast) -> None:
    content = GOOD | {"hint": "He was worried, was he not?"}
    refused = post(ada, cast.scenario, content, "publish")
    assert "say in a sentence why it is right as it is" in refused.text
    assert '<a href="#id_reason">' in refused.text
    cast.scenario.refresh_from_db()
    answer = post(ada, cast.scenario, content, "publish", reason="They are beginners.")
    assert answer.status_code == 302
    cast.scenario.refresh_from_db()
    current = cast.scenario.current
    assert current is not None
    assert (current.number, current.author, current.reason) == (2, cast.ada, "They are beginners.")
    assert current.content == content
    assert cast.scenario.draft is None


def test_old_attempts_read_exactly_as_before(ada: Client, cast: Cast) -> None:
    alice = Client()
    alice.force_login(cast.alice)
    page = reverse("attempt", args=[cast.alices.pk])
    before = alice.get(page).text
    card = cast.alices.scorecard
    changed = GOOD | {"statement": GOOD["statement"] + " And then the kettle broke as well."}
    assert post(ada, cast.scenario, changed, "publish", reason="Clearer.").status_code == 302
    assert without_tokens(alice.get(page).text) == without_tokens(before)
    state = reverse("admin:practice_scenario_state", args=[cast.scenario.pk])
    ada.post(state, {"do": "retire"})
    again = [line for line in without_tokens(before) if "Try again" not in line]
    retired = alice.get(page).text
    assert "Try again" not in retired
    assert not set(again) - set(without_tokens(retired))  # all the rest is there as before
    cast.alices.refresh_from_db()
    assert cast.alices.scorecard == card
    assert cast.alices.scenario_version.number == 1


def without_tokens(page: str) -> list[str]:
    return [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line]


def test_a_reply_is_tried_on_what_is_typed_and_nothing_is_saved(ada: Client, cast: Cast) -> None:
    content = GOOD | {"context": "Never saved"}
    answer = post(ada, cast.scenario, content, "try", try_reply="You should call a plumber.")
    assert "Practice score" in answer.text
    assert "Never saved" in answer.text
    assert "You should call a plumber." in answer.text
    cast.scenario.refresh_from_db()
    assert cast.scenario.draft is None


def test_more_rows_come_without_anything_being_saved(ada: Client, cast: Cast) -> None:
    answer = post(ada, cast.scenario, GOOD | {"context": "Never saved"}, "more-feelings")
    page = answer.text
    assert "Never saved" in page
    assert 'name="feelings-TOTAL_FORMS" value="5"' in page
    assert 'id="field-feelings-4"' in page and 'id="field-models-4"' not in page
    assert post(ada, cast.scenario, GOOD, "more-nonsense").status_code == 200
    cast.scenario.refresh_from_db()
    assert cast.scenario.draft is None


def test_every_field_of_a_row_points_to_what_it_is_for(ada: Client, cast: Cast) -> None:
    page = ada.get(address(cast.scenario)).text
    pointed = set(re.findall(r'aria-describedby="(help-[^"]+)"', page))
    explained = set(re.findall(r'<div id="(help-[^"]+)"', page))
    fields = {
        f"help-{part}-{name}" for part, (form, _) in ROW_FORMS.items() for name in form.base_fields
    }
    assert pointed == explained == {one for one in fields if not one.endswith("-gone")}


def test_while_typing_only_what_the_rules_see_is_sent(ada: Client, cast: Cast) -> None:
    answer = post(ada, cast.scenario, GOOD, "watch", try_reply="You should call a plumber.")
    assert "<html" not in answer.text
    assert answer.text.lstrip().startswith('<div id="seen"')
    assert "Model 1" in answer.text and "Gives advice" in answer.text


def test_a_reply_can_be_tried_before_the_scenario_exists(ada: Client) -> None:
    answer = post(ada, None, GOOD, "watch", try_reply="You sat up alone in the cold?")
    assert "Practice score" in answer.text
    assert Scenario.objects.count() == 1


def test_nobody_writes_over_what_somebody_else_saved(ada: Client, cast: Cast) -> None:
    old = authoring.stamp(cast.scenario)
    post(ada, cast.scenario, scenario_content(context="Theirs"), "save")
    cast.scenario.refresh_from_db()
    answer = post(ada, cast.scenario, scenario_content(context="Mine"), "save", stamp=old)
    assert "Somebody else saved this draft while you were writing" in answer.text
    assert "Mine" in answer.text
    cast.scenario.refresh_from_db()
    assert draft_of(cast.scenario)["context"] == "Theirs"


def test_what_was_written_waits_behind_the_sign_in(cast: Cast) -> None:
    client = Client()
    answer = post(client, cast.scenario, scenario_content(context="Half an hour of work"), "save")
    assert answer.url == reverse("kept_reply")
    client.force_login(cast.ada)
    page = client.get(answer.url).text
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    assert fields["context"] == "Half an hour of work"
    sent = {**fields, "statement": scenario_content()["statement"]}
    client.post(address(cast.scenario), sent)
    cast.scenario.refresh_from_db()
    assert draft_of(cast.scenario)["context"] == "Half an hour of work"


def test_a_form_that_arrives_torn_saves_nothing(ada: Client, cast: Cast) -> None:
    data = filled(scenario_content(context="Torn"), do="save")
    data.pop("models-TOTAL_FORMS")
    answer = ada.post(address(cast.scenario), data)
    assert "The form did not arrive whole." in answer.text
    cast.scenario.refresh_from_db()
    assert cast.scenario.draft is None


def test_versions_show_who_when_and_what_changed_and_come_back(ada: Client, cast: Cast) -> None:
    changed = GOOD | {"context": "Second talk with a neighbourhood helper"}
    post(ada, cast.scenario, changed, "publish", reason="They have met before.")
    history = ada.get(reverse("admin:practice_scenario_history", args=[cast.scenario.pk])).text
    assert "<del>First</del><ins>Second</ins>" in history
    assert "by Ada Arnold" in history and "Why: They have met before." in history
    change_state(ada, cast.scenario, "restore", number="1")
    cast.scenario.refresh_from_db()
    assert cast.scenario.draft == scenario_content()
    assert cast.scenario.current is not None and cast.scenario.current.number == 2


def test_retired_and_brought_back(ada: Client, cast: Cast) -> None:
    state = reverse("admin:practice_scenario_state", args=[cast.scenario.pk])
    ada.post(state, {"do": "retire"})
    cast.scenario.refresh_from_db()
    assert cast.scenario.state == "retired"
    ada.post(state, {"do": "bring_back"})
    cast.scenario.refresh_from_db()
    assert cast.scenario.state == "published"


def test_what_was_practised_with_is_never_removed(ada: Client, cast: Cast) -> None:
    state = reverse("admin:practice_scenario_state", args=[cast.scenario.pk])
    assert ada.post(state, {"do": "remove"}).status_code == 404
    assert Scenario.objects.filter(pk=cast.scenario.pk).exists()
    post(ada, None, scenario_content(client={"name": "Zofia", "age": 51}), "save")
    draft = Scenario.objects.get(slug="zofia-home")
    change_state(ada, draft, "remove")
    assert not Scenario.objects.filter(pk=draft.pk).exists()


def test_a_discarded_draft_leaves_what_is_published(ada: Client, cast: Cast) -> None:
    post(ada, cast.scenario, scenario_content(context="Else"), "save")
    change_state(ada, cast.scenario, "discard")
    cast.scenario.refresh_from_db()
    assert cast.scenario.draft is None
    assert authoring.being_written(cast.scenario) == scenario_content()


@pytest.mark.parametrize("do", ["discard", "restore", "remove"])
def test_what_another_has_saved_meanwhile_is_never_thrown_away(
    ada: Client, cast: Cast, do: str
) -> None:
    scenario = cast.scenario
    if do == "remove":
        post(ada, None, scenario_content(client={"name": "Zofia", "age": 51}), "save")
        scenario = Scenario.objects.get(slug="zofia-home")
    opened = authoring.stamp(scenario)
    post(ada, scenario, scenario_content(context="Another's words"), "save")
    where = reverse("admin:practice_scenario_state", args=[scenario.pk])
    answer = ada.post(where, {"do": do, "number": "1", "stamp": opened}, follow=True)
    assert "Somebody else saved this in the meantime. Nothing was done" in answer.text
    scenario.refresh_from_db()
    assert draft_of(scenario)["context"] == "Another's words"


def test_a_reason_is_one_line_without_signs_that_nobody_sees(ada: Client, cast: Cast) -> None:
    post(ada, cast.scenario, GOOD, "publish", reason="They\x00 are\r\n beginners.\u202e")
    assert cast.scenario.versions.latest("number").reason == "They are beginners."


def test_everything_is_in_the_admins_history(ada: Client, cast: Cast) -> None:
    post(ada, cast.scenario, GOOD, "publish", reason="Clearer.")
    ada.post(reverse("admin:practice_scenario_state", args=[cast.scenario.pk]), {"do": "retire"})
    said = [entry.change_message for entry in LogEntry.objects.order_by("pk")]
    assert said[0] == "Saved the draft."
    assert said[1] == "Published version 2."
    assert said[2].startswith("Retired.")


@pytest.mark.parametrize("name", ["alice", "sam"])
def test_nobody_but_admins(client: Client, cast: Cast, name: str) -> None:
    client.force_login(getattr(cast, name))
    pages = [
        address(),
        address(cast.scenario),
        reverse("admin:practice_scenario_changelist"),
        reverse("admin:practice_scenario_history", args=[cast.scenario.pk]),
        reverse("admin:practice_scenario_state", args=[cast.scenario.pk]),
    ]
    for page in pages:
        refused = client.get(page, follow=True)
        assert refused.status_code == 403
