"""Scenarios that come from outside: compared first, saved when confirmed, all or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from practice.authoring.diff import Change, changes
from practice.authoring.lint import Finding, lint
from practice.models import Scenario, ScenarioUpload, User, content_hash
from practice.services import authoring
from practice.services.scorer_configs import config_in_force

Content = Mapping[str, Any]
MOST_PUBLISHED = 100  # at once: each is looked at beside all others, while somebody waits
TOO_MANY = (
    f"More than {MOST_PUBLISHED} cannot be published at once. Save them as drafts, or upload them "
    "in parts."
)
NOT_YET = "Some of these cannot be published yet. Nothing was saved."
NEEDS_REASON = (
    "Nothing was saved yet: say in a sentence why these are right as they are, or save them as "
    "drafts."
)


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
    stamp: str = ""  # of all that is here: another one means that somebody was quicker

    @property
    def does_something(self) -> bool:
        """Whether confirming it would save anything."""
        return bool(self.new or self.changed)


class LintError(ValueError):
    """Some scenarios of an upload cannot be published. Carries what the lint says, by slug."""

    def __init__(self, findings: Mapping[str, Sequence[Finding]], says: str) -> None:
        super().__init__(says)
        self.findings = dict(findings)


class ChangedSinceError(ValueError):
    """What was shown of an upload is not what it would do any more."""

    def __init__(self) -> None:
        super().__init__(
            "Something here was changed in the meantime. Nothing was saved: look again at what "
            "this file would do."
        )


def compare(contents: Sequence[Content], *, lock: bool = False) -> Compared:
    """New, changed and the same, beside what is here: the draft where there is one."""
    slugs = [content["slug"] for content in contents]
    rows = Scenario.objects.filter(slug__in=slugs).select_related("current").order_by("slug")
    here = {one.slug: one for one in (rows.select_for_update(of=("self",)) if lock else rows)}
    marks = {one.slug: authoring.stamp(one) for one in here.values()}
    found = Compared(stamp=content_hash(marks)[:24])
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
    *, upload: ScenarioUpload, by: User, publish: bool, made_from: str, reason: str = ""
) -> list[Scenario]:
    """Save what an upload brings, as drafts or published at once: all of it, or nothing.

    `made_from` is the stamp of what was shown. Raises ChangedSinceError, or LintError.
    """
    contents = upload.contents
    if publish:
        _refuse(contents, reason)
    try:
        with transaction.atomic():
            if not ScenarioUpload.objects.select_for_update().filter(pk=upload.pk).exists():
                raise ChangedSinceError
            compared = compare(contents, lock=True)
            if compared.stamp != made_from:
                raise ChangedSinceError
            new = [(Scenario.objects.create(slug=one["slug"]), one) for one in compared.new]
            rows = [*new, *((one.scenario, one.content) for one in compared.changed)]
            for scenario, content in rows:
                authoring.keep(scenario=scenario, content=content, by=by)
                if publish and scenario.draft is not None:
                    authoring.publish_kept(scenario=scenario, author=by, reason=reason)
            upload.delete()
    except IntegrityError:  # somebody made one of the same name at this moment
        raise ChangedSinceError from None
    return [scenario for scenario, _ in rows]


def _refuse(contents: Sequence[Content], reason: str) -> None:
    """Raise LintError where something has to be mended, or to be given a reason."""
    if len(contents) > MOST_PUBLISHED:
        raise LintError({}, TOO_MANY)
    slugs = [content["slug"] for content in contents]
    others = Scenario.objects.published().exclude(slug__in=slugs)
    beside = [*others.values_list("current__content", flat=True), *contents]
    config = config_in_force()
    found = {content["slug"]: lint(content, beside, config) for content in contents}
    errors = {slug: [one for one in said if one.level == "error"] for slug, said in found.items()}
    if any(errors.values()):
        raise LintError({slug: said for slug, said in errors.items() if said}, NOT_YET)
    if any(found.values()) and not reason.strip():
        raise LintError({slug: said for slug, said in found.items() if said}, NEEDS_REASON)
