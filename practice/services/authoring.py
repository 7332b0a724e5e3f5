"""Scenarios that admins write: drafts, and the versions that come of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from practice.authoring.content import blank, slug_for
from practice.authoring.files import TAKEN_SLUGS
from practice.authoring.lint import Finding, lint
from practice.models import Scenario, ScenarioVersion, User, content_hash
from practice.services.scorer_configs import config_in_force

Content = Mapping[str, Any]


class NotReadyError(ValueError):
    """A draft cannot be published as it is. Carries what the lint says."""

    def __init__(self, findings: Sequence[Finding], says: str) -> None:
        super().__init__(says)
        self.findings = tuple(findings)


class StaleDraftError(ValueError):
    """Somebody else has saved the draft in the meantime."""


def stamp(scenario: Scenario) -> str:
    """What a form was made from: another stamp at saving means that somebody was quicker."""
    number = scenario.current.number if scenario.current else 0
    return f"{number}-{content_hash(scenario.draft)[:16]}" if scenario.draft else str(number)


def being_written(scenario: Scenario) -> dict[str, Any]:
    """The draft; where there is none, what is published now."""
    if scenario.draft is not None:
        draft: dict[str, Any] = scenario.draft
        return draft
    if scenario.current is not None:
        current: dict[str, Any] = scenario.current.content
        return current
    return blank(scenario.slug)


def new_scenario(*, content: Content, by: User) -> Scenario:
    """A scenario that has only a draft. Its name in addresses is made from what it is about."""
    with transaction.atomic():
        taken = frozenset([*Scenario.objects.values_list("slug", flat=True), *TAKEN_SLUGS])
        words = [content["client"]["name"], *content["tags"]["theme"][:1]]
        slug = slug_for([word for word in words if word], taken)
        scenario = Scenario.objects.create(slug=slug)
        keep(scenario=scenario, content=content, by=by)
    return scenario


def save_draft(*, scenario: Scenario, content: Content, by: User, made_from: str) -> None:
    """Keep what is being written. Raises StaleDraftError rather than write over another's words.

    A draft that is what is published already is none.
    """
    with transaction.atomic():
        keep(scenario=_locked(scenario, made_from), content=content, by=by)
    scenario.refresh_from_db()


def discard_draft(*, scenario: Scenario, made_from: str) -> None:
    """Let a draft go. What is published stays. Raises StaleDraftError if it is another by now."""
    with transaction.atomic():
        _let_go(_locked(scenario, made_from))


def restore(*, version: ScenarioVersion, by: User, made_from: str) -> None:
    """Make an older version the draft; publishing it makes a new one. Raises StaleDraftError."""
    with transaction.atomic():
        keep(scenario=_locked(version.scenario, made_from), content=version.content, by=by)


def remove(*, scenario: Scenario, made_from: str) -> None:
    """Remove a scenario that was never published. Raises StaleDraftError if it is another now."""
    with transaction.atomic():
        locked = _locked(scenario, made_from)
        if locked.current is not None:
            raise StaleDraftError
        locked.delete()


def keep(*, scenario: Scenario, content: Content, by: User) -> None:
    """Make a content the draft; none where it is what is published already."""
    draft = {**content, "slug": scenario.slug}
    if scenario.current and scenario.current.content_hash == content_hash(draft):
        _let_go(scenario)
        return
    scenario.draft, scenario.draft_at, scenario.draft_by = draft, timezone.now(), by
    scenario.save(update_fields=["draft", "draft_at", "draft_by"])


def publish_kept(*, scenario: Scenario, author: User, reason: str) -> ScenarioVersion:
    """Make the draft of a locked scenario its next version, whatever the lint says."""
    version = add_version(
        scenario=scenario,
        content=being_written(scenario),
        origin=ScenarioVersion.Origin.ADMIN,
        author=author,
        reason=reason,
    )
    _let_go(scenario)
    return version


def _let_go(scenario: Scenario) -> None:
    scenario.draft, scenario.draft_at, scenario.draft_by = None, None, None
    scenario.save(update_fields=["draft", "draft_at", "draft_by"])


def _locked(scenario: Scenario, made_from: str | None = None) -> Scenario:
    """A scenario that nobody else can change now. Raises StaleDraftError if somebody has."""
    rows = Scenario.objects.select_for_update(of=("self",)).select_related("current")
    locked = rows.filter(pk=scenario.pk).first()
    if locked is None or made_from not in (None, stamp(locked)):
        raise StaleDraftError
    return locked


def lint_in_bank(content: Content) -> tuple[Finding, ...]:
    """What the lint says of a content beside everything that is published."""
    current = Scenario.objects.published().exclude(slug=content["slug"])
    return lint(
        content, current.values_list("current__content", flat=True), config=config_in_force()
    )


def publish(*, scenario: Scenario, author: User, reason: str = "") -> ScenarioVersion:
    """Make a new version of the draft, and the draft go. Raises NotReadyError.

    Attempts stay with the version they were made on. Warnings need a reason, which is kept with
    the version.
    """
    findings = lint_in_bank(being_written(scenario))
    with transaction.atomic():
        locked = _locked(scenario)
        if locked.draft is None:
            raise NotReadyError([], "There is no draft to publish: nothing has been changed.")
        if locked.draft != scenario.draft:
            raise StaleDraftError
        if any(one.level == "error" for one in findings):
            raise NotReadyError(findings, "Not published yet: something has to be mended first.")
        if findings and not reason.strip():
            raise NotReadyError(
                findings, "Not published yet: say in a sentence why it is right as it is."
            )
        version = publish_kept(scenario=locked, author=author, reason=reason.strip())
    scenario.refresh_from_db()
    return version


def add_version(
    *,
    scenario: Scenario,
    content: Content,
    origin: ScenarioVersion.Origin,
    author: User | None = None,
    reason: str = "",
) -> ScenarioVersion:
    """The next version of a scenario, published at once."""
    latest = scenario.versions.order_by("-number").first()
    scenario.current = ScenarioVersion.objects.create(
        scenario=scenario,
        number=latest.number + 1 if latest else 1,
        origin=origin,
        author=author,
        reason=reason,
        content=content,
    )
    scenario.state = Scenario.State.PUBLISHED
    scenario.save(update_fields=["current", "state"])
    return scenario.current


def retire(*, scenario: Scenario) -> None:
    """Take a scenario out of practice. Attempts made on it read as before."""
    if scenario.state == Scenario.State.PUBLISHED:
        scenario.state = Scenario.State.RETIRED
        scenario.save(update_fields=["state"])


def bring_back(*, scenario: Scenario) -> None:
    """Put a retired scenario back into practice."""
    if scenario.state == Scenario.State.RETIRED:
        scenario.state = Scenario.State.PUBLISHED
        scenario.save(update_fields=["state"])


def versions_of(scenario: Scenario) -> list[ScenarioVersion]:
    """Every version, the newest first, with its author and how many attempts were made on it."""
    found = scenario.versions.select_related("author").order_by("-number")
    return list(found.annotate(attempt_count=Count("attempts")))
