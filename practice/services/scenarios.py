"""Scenarios: the bank that comes with Listening Coach, and what people report."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction

from practice.authoring import files as scenario_files
from practice.authoring.files import FileError, Problem
from practice.models import Scenario, ScenarioReport, ScenarioVersion, User, content_hash
from practice.services.authoring import add_version, retire

BANK = Path(__file__).resolve().parent.parent / "scenarios"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading the bank did, by slug. `kept` holds how an admin's version differs."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)


def load_bank(*, folder: Path = BANK) -> Loaded:
    """Make the files of a folder into scenarios, or none of them if one file is wrong.

    A file that changed becomes a new version; one that did not does nothing. Where an admin
    made the current version it stays, and the difference is handed back. What is retired stays
    so, and a draft of the same name stays beside what is published now. Raises FileError.
    """
    contents = _read(sorted(folder.glob("*.json")))
    loaded = Loaded()
    with transaction.atomic():
        scenarios = {
            scenario.slug: scenario
            for scenario in Scenario.objects.select_for_update(of=("self",)).select_related(
                "current"
            )
        }
        for slug, content in contents.items():
            _load(slug, content, scenarios.get(slug), loaded)
    return loaded


def _read(files: Iterable[Path]) -> dict[str, dict[str, object]]:
    contents: dict[str, dict[str, object]] = {}
    problems: list[Problem] = []
    for path in files:
        try:
            text = path.read_bytes().decode("utf-8")
            contents[path.stem] = scenario_files.read(text, path.name, slug=path.stem)
        except UnicodeDecodeError as error:
            line = path.read_bytes()[: error.start].count(b"\n") + 1
            problems.append(Problem(path.name, line, "", "is not UTF-8 here"))
        except FileError as error:
            problems += error.problems
    if problems:
        raise FileError(problems)
    return contents


def _load(slug: str, content: dict[str, object], scenario: Scenario | None, loaded: Loaded) -> None:
    if scenario is None:
        scenario = Scenario.objects.create(slug=slug)
    current = scenario.current
    if current and current.content_hash == content_hash(content):
        loaded.same.append(slug)
    elif current and current.origin == ScenarioVersion.Origin.ADMIN:
        loaded.kept[slug] = _difference(current, content)
    else:
        was_retired = scenario.state == Scenario.State.RETIRED
        add_version(scenario=scenario, content=content, origin=ScenarioVersion.Origin.BANK)
        if was_retired:  # a file brings nothing back that was taken out of practice
            retire(scenario=scenario)
        (loaded.changed if current else loaded.new).append(slug)


def _difference(current: ScenarioVersion, content: dict[str, object]) -> str:
    lines = difflib.unified_diff(
        scenario_files.write(current.content).splitlines(),
        scenario_files.write(content).splitlines(),
        f"version {current.number}, written here",
        "the file",
        lineterm="",
        n=1,
    )
    return "\n".join(lines)


def report_scenario(*, reporter: User, version: ScenarioVersion, reason: str) -> ScenarioReport:
    """Tell the admins that something is wrong with a scenario."""
    return ScenarioReport.objects.create(scenario_version=version, reporter=reporter, reason=reason)
