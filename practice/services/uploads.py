"""Scenarios that come from outside: compared first, saved when confirmed, all or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction

from practice.models import Scenario, ScenarioUpload, ScenarioVersion, User
from practice.scenario_diff import Change, changes
from practice.scenario_lint import Finding, lint
from practice.services import authoring
from practice.services.scorer_configs import config_in_force

Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Changed:
    """A scenario that is here already, with other words."""

    scenario: Scenario
    content: Content
    changes: tuple[Change, ...]
    over_draft: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """What an upload would do."""

    new: list[Content] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    same: list[Scenario] = field(default_factory=list)

    @property
    def does_something(self) -> bool:
        """Whether confirming it would save anything."""
        return bool(self.new or self.changed)


class LintError(ValueError):
    """Some scenarios of an upload cannot be published. Carries what the lint says, by slug."""

    def __init__(self, findings: Mapping[str, Sequence[Finding]]) -> None:
        super().__init__("Some of these cannot be published yet. Nothing was saved.")
        self.findings = dict(findings)


def compare(contents: Sequence[Content]) -> Compared:
    """New, changed and the same, beside what is here: the draft where there is one."""
    slugs = [content["slug"] for content in contents]
    here = {
        scenario.slug: scenario
        for scenario in Scenario.objects.filter(slug__in=slugs).select_related("current")
    }
    found = Compared()
    for content in contents:
        scenario = here.get(content["slug"])
        if scenario is None:
            found.new.append(content)
            continue
        between = changes(authoring.being_written(scenario), content)
        if between:
            over = scenario.draft is not None
            found.changed.append(Changed(scenario, content, between, over))
        else:
            found.same.append(scenario)
    return found


def keep_upload(*, by: User, name: str, contents: Sequence[Content]) -> ScenarioUpload:
    """Put an upload by until it is confirmed. Somebody's earlier ones go."""
    with transaction.atomic():
        ScenarioUpload.objects.filter(by=by).delete()
        return ScenarioUpload.objects.create(by=by, name=name[:200], contents=list(contents))


def find_upload(*, by: User, pk: UUID) -> ScenarioUpload | None:
    """Somebody's own upload, as long as it waits."""
    return ScenarioUpload.objects.filter(by=by, pk=pk).first()


def confirm_upload(
    *, upload: ScenarioUpload, by: User, publish: bool, reason: str = ""
) -> list[Scenario]:
    """Save what an upload brings, as drafts or published at once. Raises LintError.

    Everything is saved, or nothing is.
    """
    contents = upload.contents
    if publish:
        _refuse_errors(contents)
    saved: list[Scenario] = []
    with transaction.atomic():
        compared = compare(contents)
        for content in compared.new:
            scenario = Scenario.objects.create(slug=content["slug"])
            saved.append(_save(scenario, content, by, publish, reason))
        saved += [_save(one.scenario, one.content, by, publish, reason) for one in compared.changed]
        upload.delete()
    return saved


def _save(scenario: Scenario, content: Content, by: User, publish: bool, reason: str) -> Scenario:
    authoring.keep(scenario=scenario, content=content, by=by)
    if publish and scenario.draft is not None:
        authoring.add_version(
            scenario=scenario,
            content=scenario.draft,
            origin=ScenarioVersion.Origin.ADMIN,
            author=by,
            reason=reason,
        )
        authoring.discard_draft(scenario=scenario)
    return scenario


def _refuse_errors(contents: Sequence[Content]) -> None:
    slugs = [content["slug"] for content in contents]
    others = Scenario.objects.published().exclude(slug__in=slugs)
    beside = [*others.values_list("current__content", flat=True), *contents]
    config, found = config_in_force(), {}
    for content in contents:
        errors = [one for one in lint(content, beside, config) if one.level == "error"]
        if errors:
            found[content["slug"]] = errors
    if found:
        raise LintError(found)
