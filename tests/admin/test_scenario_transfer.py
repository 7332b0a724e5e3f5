"""Downloads, and uploads that are seen before anything is saved."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from practice import services
from practice.authoring import files as scenario_files
from practice.models import Scenario, ScenarioUpload, ScenarioVersion
from practice.services import authoring, uploads
from practice.services.scenarios import BANK
from tests.admin.test_scenario_edit import GOOD
from tests.cast import Cast
from tests.factories import scenario_content

UPLOAD = reverse("admin:practice_scenario_upload")


@pytest.fixture
def ada(client: Client, cast: Cast) -> Client:
    client.force_login(cast.ada)
    return client


def send(client: Client, name: str, content: Any) -> Any:
    data = content if isinstance(content, bytes) else json.dumps(content, indent=2).encode()
    return client.post(UPLOAD, {"file": SimpleUploadedFile(name, data)}, follow=True)


def confirm(client: Client, page: Any, do: str, **more: str) -> Any:
    """What a button says of the page of an upload, as it was shown."""
    form = {"do": do, "stamp": page.context["compared"].stamp, **more}
    return client.post(page.request["PATH_INFO"], form, follow=True)


def test_one_scenario_is_downloaded_as_its_file(ada: Client, cast: Cast) -> None:
    answer = ada.get(reverse("admin:practice_scenario_download", args=[cast.scenario.pk]))
    assert answer.content.decode() == scenario_files.write(scenario_content())
    assert answer.headers["Content-Disposition"] == 'attachment; filename="tomas-heating.json"'


def test_the_shipped_bank_comes_back_without_a_difference(ada: Client, cast: Cast) -> None:
    Scenario.objects.all().update(state="draft")
    services.load_bank()
    everything = ada.get(reverse("admin:practice_scenario_download_all")).content
    page = send(ada, "scenarios.zip", everything)
    number = len(list(BANK.glob("*.json")))
    assert f"0 new, 0 changed, {number} the same" in page.text
    assert "There is nothing to save." in page.text


def test_the_shipped_bank_comes_back_from_a_table_without_a_difference(
    ada: Client, cast: Cast
) -> None:
    Scenario.objects.all().update(state="draft")
    services.load_bank()
    answer = ada.get(reverse("admin:practice_scenario_download_table"))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="scenarios.csv"'
    page = send(ada, "scenarios.csv", answer.content)
    number = len(list(BANK.glob("*.json")))
    assert f"0 new, 0 changed, {number} the same" in page.text


def test_a_wrong_table_is_refused_with_line_and_column_and_nothing_is_saved(ada: Client) -> None:
    text = ada.get(reverse("admin:practice_scenario_download_table")).content.decode()
    page = send(ada, "bank.csv", text.replace("| advising |", "| bossing |").encode())
    assert "Nothing was saved: 1 thing is wrong in this file" in page.text
    assert "<strong>bank.csv, line 2, slips</strong>: must be one of" in page.text
    assert Scenario.objects.count() == 1
    assert not ScenarioUpload.objects.exists()


def test_a_file_that_is_too_large_is_refused_before_it_is_read(ada: Client) -> None:
    page = send(ada, "bank.csv", b"slug," * 2_000_000)
    assert "This file is too large: at most 4 MB at once." in page.text


def test_a_wrong_file_is_refused_with_line_and_field_and_nothing_is_saved(ada: Client) -> None:
    page = send(
        ada, "bad.json", [scenario_content(slug="new"), scenario_content(slug="bad", hint=7)]
    )
    assert "Nothing was saved: 1 thing is wrong in this file" in page.text
    assert "bad.json, line" in page.text and "[2].hint" in page.text
    assert Scenario.objects.count() == 1
    assert not ScenarioUpload.objects.exists()


def test_nothing_is_saved_before_it_is_confirmed(ada: Client, cast: Cast) -> None:
    changed = scenario_content(context="Second talk with a neighbourhood helper")
    page = send(ada, "two.json", [changed, scenario_content(slug="new-one")])
    assert "1 new, 1 changed, 0 the same. Nothing is saved yet." in page.text
    assert "<del>First</del><ins>Second</ins>" in page.text
    assert Scenario.objects.count() == 1
    cast.scenario.refresh_from_db()
    assert cast.scenario.draft is None


def test_confirmed_it_becomes_drafts(ada: Client, cast: Cast) -> None:
    changed = scenario_content(context="Second talk with a neighbourhood helper")
    page = send(ada, "two.json", [changed, scenario_content(slug="new-one")])
    after = confirm(ada, page, "save")
    assert "2 scenarios saved as drafts." in after.text
    cast.scenario.refresh_from_db()
    assert cast.scenario.draft == changed
    assert cast.scenario.versions.count() == 1
    assert Scenario.objects.get(slug="new-one").state == "draft"
    assert not ScenarioUpload.objects.exists()
    assert LogEntry.objects.filter(change_message__startswith="Uploaded with two.json").count() == 2


def test_published_at_once_or_not_at_all(ada: Client, cast: Cast) -> None:
    bad = GOOD | {
        "slug": "bad",
        "feelings": [{"word": "grumbly", "strength": 1, "source": "implied", "cue": ""}],
    }
    page = send(ada, "two.json", [GOOD | {"slug": "good", "statement": OWN}, bad])
    refused = confirm(ada, page, "publish", reason="For the spring term.")
    assert 'value="For the spring term."' in refused.text
    assert "Some of these cannot be published yet. Nothing was saved." in refused.text
    assert "“grumbly” is none of the feeling words" in refused.text
    assert Scenario.objects.count() == 1


OWN = (
    "I sat in the kitchen with my coat on while the others slept upstairs. The heating went off "
    "and I was worried about the pipes. I did not want to wake anybody, so I listened to them."
)


def test_what_is_published_at_once_has_author_and_reason(ada: Client, cast: Cast) -> None:
    content = GOOD | {"context": "Second talk with a neighbourhood helper"}
    page = send(ada, "one.json", content)
    confirm(ada, page, "publish", reason="For the spring term.")
    version = ScenarioVersion.objects.get(scenario=cast.scenario, number=2)
    assert (version.author, version.reason) == (cast.ada, "For the spring term.")
    assert version.content == content


def test_what_only_asks_for_a_reason_is_published_with_one(ada: Client) -> None:
    page = send(
        ada, "one.json", GOOD | {"slug": "new", "hint": "He was worried.", "statement": OWN}
    )
    refused = confirm(ada, page, "publish")
    assert "say in a sentence why these are right as they are" in refused.text
    assert "The hint names the feeling" in refused.text
    assert not ScenarioVersion.objects.filter(scenario__slug="new").exists()
    confirm(ada, page, "publish", reason="They are beginners.")
    assert ScenarioVersion.objects.get(scenario__slug="new").reason == "They are beginners."


@pytest.mark.parametrize("meanwhile", ["draft", "new"])
def test_what_was_changed_since_it_was_shown_is_shown_again(
    ada: Client, cast: Cast, meanwhile: str
) -> None:
    changed = scenario_content(context="Second talk with a neighbourhood helper")
    page = send(ada, "two.json", [changed, scenario_content(slug="new-one")])
    others = scenario_content(context="Another's words")
    if meanwhile == "draft":
        stamp = authoring.stamp(cast.scenario)
        authoring.save_draft(scenario=cast.scenario, content=others, by=cast.sam, made_from=stamp)
    else:
        Scenario.objects.create(slug="new-one", draft=others)
    again = confirm(ada, page, "save")
    assert "Something here was changed in the meantime. Nothing was saved" in again.text
    cast.scenario.refresh_from_db()
    assert cast.scenario.draft == (others if meanwhile == "draft" else None)
    assert "saved as drafts" in confirm(ada, again, "save").text


def test_an_upload_is_confirmed_once(ada: Client, cast: Cast) -> None:
    page = send(ada, "one.json", scenario_content(slug="new-one"))
    kept = ScenarioUpload.objects.get()
    stamp = page.context["compared"].stamp
    uploads.confirm_upload(upload=kept, by=cast.ada, publish=False, made_from=stamp)
    with pytest.raises(uploads.ChangedSinceError):
        uploads.confirm_upload(upload=kept, by=cast.ada, publish=False, made_from=stamp)
    assert Scenario.objects.filter(slug="new-one").count() == 1


def test_more_than_a_hundred_are_saved_as_drafts_alone(ada: Client) -> None:
    many = [scenario_content(slug=f"new-{number}") for number in range(101)]
    page = send(ada, "many.json", many)
    assert "More than 100 cannot be published at once." in page.text
    assert "Publish at once" not in page.text
    assert "More than 100" in confirm(ada, page, "publish").text
    assert Scenario.objects.count() == 1
    assert "101 scenarios saved as drafts." in confirm(ada, page, "save").text


def test_an_upload_is_its_owners_alone(ada: Client, cast: Cast) -> None:
    page = send(ada, "one.json", scenario_content(slug="new-one"))
    cast.sam.is_staff = True
    cast.sam.save()
    ada.force_login(cast.sam)
    assert ada.get(page.request["PATH_INFO"]).status_code == 404


def test_the_format_is_explained_field_by_field(ada: Client) -> None:
    page = ada.get(reverse("admin:practice_scenario_file_format")).text
    assert "key_points[].wordings" in page and "taking_over" in page


@pytest.mark.parametrize("name", ["upload", "download_all", "download_table", "file_format"])
def test_nobody_but_admins(client: Client, cast: Cast, name: str) -> None:
    client.force_login(cast.sam)
    page = client.get(reverse(f"admin:practice_scenario_{name}"), follow=True)
    assert page.status_code == 403
