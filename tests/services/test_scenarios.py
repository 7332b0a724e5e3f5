"""The bank becomes scenarios: whole or not at all, and never over an admin's words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from practice import services
from practice.authoring import files as scenario_files
from practice.authoring.files import FileError
from practice.models import Scenario, ScenarioVersion
from practice.services import authoring
from practice.services.scenarios import BANK
from tests.cast import Cast
from tests.factories import ScenarioVersionFactory, scenario_content

pytestmark = pytest.mark.django_db


def write(folder: Path, slug: str = "tomas-heating", **changes: Any) -> Path:
    path = folder / f"{slug}.json"
    content = scenario_content(slug=slug, **changes)
    path.write_text(scenario_files.write(content), encoding="utf-8")
    return path


def test_the_shipped_bank_loads_and_loads_again() -> None:
    slugs = sorted(path.stem for path in BANK.glob("*.json"))
    assert services.load_bank().new == slugs
    again = services.load_bank()
    assert (again.new, again.changed, again.same, again.kept) == ([], [], slugs, {})
    assert Scenario.objects.published().count() == len(slugs)
    assert ScenarioVersion.objects.count() == len(slugs)


def test_what_was_loaded_is_written_back_as_it_was() -> None:
    services.load_bank()
    for version in ScenarioVersion.objects.select_related("scenario"):
        file = BANK / f"{version.scenario.slug}.json"
        assert scenario_files.write(version.content) == file.read_text(encoding="utf-8")


def test_a_changed_file_is_a_new_version(tmp_path: Path) -> None:
    write(tmp_path)
    services.load_bank(folder=tmp_path)
    before = ScenarioVersion.objects.get()
    write(tmp_path, hint="Another hint.")
    assert services.load_bank(folder=tmp_path).changed == ["tomas-heating"]
    scenario = Scenario.objects.select_related("current").get()
    assert scenario.current is not None
    assert (scenario.current.number, scenario.current.hint) == (2, "Another hint.")
    before.refresh_from_db()
    assert before.hint == "What did he keep from the others?"


def test_an_admins_version_stays_and_the_difference_is_shown(tmp_path: Path) -> None:
    write(tmp_path)
    services.load_bank(folder=tmp_path)
    scenario = Scenario.objects.get()
    scenario.current = ScenarioVersionFactory.create(
        scenario=scenario, number=2, origin="admin", content=scenario_content(hint="Ours.")
    )
    scenario.save()
    loaded = services.load_bank(folder=tmp_path)
    assert [*loaded.kept] == ["tomas-heating"]
    assert '-  "hint": "Ours.",' in loaded.kept["tomas-heating"]
    assert '+  "hint": "What did he keep from the others?",' in loaded.kept["tomas-heating"]
    scenario.refresh_from_db()
    assert scenario.current.number == 2
    assert ScenarioVersion.objects.count() == 2


def test_a_retired_scenario_stays_retired(tmp_path: Path) -> None:
    write(tmp_path)
    services.load_bank(folder=tmp_path)
    Scenario.objects.update(state="retired")
    write(tmp_path, hint="Another hint.")
    services.load_bank(folder=tmp_path)
    assert Scenario.objects.get().state == "retired"


def test_a_file_with_the_name_of_a_draft_is_published_beside_it(cast: Cast, tmp_path: Path) -> None:
    draft = authoring.new_scenario(content=scenario_content(hint="Ours."), by=cast.ada)
    write(tmp_path, draft.slug)
    assert services.load_bank(folder=tmp_path).new == [draft.slug]
    draft.refresh_from_db()
    assert draft.state == "published"
    assert draft.draft is not None and draft.draft["hint"] == "Ours."


def test_one_wrong_file_and_nothing_is_loaded(tmp_path: Path) -> None:
    write(tmp_path, "a-right-one")
    wrong = write(tmp_path, "b-wrong-one")
    wrong.write_text(wrong.read_text().replace('"difficulty": 1', '"difficulty": 7'))
    (tmp_path / "c-broken.json").write_bytes(b'{\n"schema": "\xff"}')
    with pytest.raises(FileError) as caught:
        services.load_bank(folder=tmp_path)
    assert str(caught.value).splitlines() == [
        "b-wrong-one.json:5: difficulty: must be a whole number, from 1 to 3",
        "c-broken.json:2: is not UTF-8 here",
    ]
    assert not Scenario.objects.exists()
