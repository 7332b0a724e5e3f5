"""What clients say: scenarios, and versions of them that never change."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, NoReturn
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone

from practice.authoring.content import task_of
from practice.rules.base import Strategy, Task

STRATEGY_CHOICES: list[tuple[Strategy, str]] = [
    ("paraphrase", "Paraphrase and summarise"),
    ("open_question", "Ask open questions"),
    ("reflect_emotions", "Reflect emotions"),
    ("show_understanding", "Demonstrate understanding"),
    ("full_attention", "Give your full attention"),
]
STRATEGY_IDS = [value for value, _ in STRATEGY_CHOICES]
REPORT_LIMIT = 2000
DIFFICULTY_CHOICES = [(1, "Gentle"), (2, "Middling"), (3, "Hard")]


def content_hash(content: Mapping[str, Any]) -> str:
    """The same for the same content, whatever the order of its keys."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


class ImmutableError(TypeError):
    """Somebody tried to change what attempts were made on."""


class ScenarioQuerySet(models.QuerySet["Scenario"]):
    """Scenarios, filtered."""

    def published(self) -> ScenarioQuerySet:
        """Those that people practise with."""
        return self.filter(state=Scenario.State.PUBLISHED, current__isnull=False)


class Scenario(models.Model):
    """A client to practise with. What the client says is in its versions."""

    class State(models.TextChoices):
        """Who can see a scenario."""

        DRAFT = "draft", "Draft"
        PUBLISHED = "published", "Published"
        RETIRED = "retired", "Retired"

    slug = models.SlugField(max_length=80, unique=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    current = models.ForeignKey(
        "ScenarioVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    # What an admin is writing: the content of a file, whole or not. None when there is no draft.
    draft = models.JSONField(null=True, blank=True, editable=False)
    draft_at = models.DateTimeField(null=True, blank=True, editable=False)
    draft_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    objects = ScenarioQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["draft", "published", "retired"]),
                name="scenario_state_known",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="published") | models.Q(current__isnull=False),
                name="scenario_published_has_version",
            ),
        ]

    def __str__(self) -> str:
        return self.slug

    def shown(self, number: str | int | None) -> ScenarioVersion:
        """The version that a form was made from; the current one if it names none of ours.

        A new version may come out while somebody is writing: they answered the old one.
        """
        if self.current is None:
            raise ValueError("A scenario without a version cannot be shown.")
        try:
            wanted = int(number or 0)
        except ValueError:
            wanted = 0
        if not 0 < wanted < self.current.number:
            return self.current
        return self.versions.filter(number=wanted).first() or self.current


class VersionQuerySet(models.QuerySet["ScenarioVersion"]):
    """Versions. They can be made and read."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refused: attempts were made on these words."""
        raise ImmutableError("A version of a scenario is never changed; make a new one.")

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused, as `update` is."""
        raise ImmutableError("A version of a scenario is never changed; make a new one.")


class ScenarioVersion(models.Model):
    """What a client says and what its author noted, as it was at one time."""

    class Origin(models.TextChoices):
        """Where a version came from."""

        BANK = "bank", "The scenarios that come with Listening Coach"
        ADMIN = "admin", "Written here"

    scenario = models.ForeignKey(Scenario, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    origin = models.CharField(max_length=5, choices=Origin.choices)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="scenario_versions",
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    # Why it was published in spite of what the lint said, or what it is for.
    reason = models.CharField(max_length=500, blank=True, default="")
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    # The same as in `content`, where the database can filter and sort by it.
    strategy = models.CharField(max_length=20, choices=STRATEGY_CHOICES)
    difficulty = models.PositiveSmallIntegerField(choices=DIFFICULTY_CHOICES)
    client_name = models.CharField(max_length=60)
    client_age = models.PositiveSmallIntegerField()
    context = models.CharField(max_length=200)
    statement = models.TextField()

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["scenario", "number"]
        constraints = [
            models.UniqueConstraint(fields=["scenario", "number"], name="version_number_once"),
            models.CheckConstraint(
                condition=models.Q(difficulty__range=(1, 3)), name="version_difficulty_1_to_3"
            ),
            models.CheckConstraint(
                condition=models.Q(strategy__in=STRATEGY_IDS), name="version_strategy_known"
            ),
            models.CheckConstraint(
                condition=models.Q(origin__in=["bank", "admin"]), name="version_origin_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.client_name}, {self.client_age} (version {self.number})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store a new version. A stored one is never changed."""
        if not self._state.adding:
            raise ImmutableError("A version of a scenario is never changed; make a new one.")
        content = self.content
        self.content_hash = content_hash(content)
        self.strategy = content["strategy"]
        self.difficulty = content["difficulty"]
        self.client_name = content["client"]["name"]
        self.client_age = content["client"]["age"]
        self.context = content["context"]
        self.statement = content["statement"]
        self.full_clean(validate_unique=False, validate_constraints=False)
        super().save(*args, **kwargs)

    def task(self) -> Task:
        """What the scorer is given."""
        return task_of(self.content)

    @property
    def tags(self) -> Mapping[str, list[str]]:
        """Setting, theme and identity."""
        tags: Mapping[str, list[str]] = self.content["tags"]
        return tags

    @property
    def models(self) -> list[dict[str, str]]:
        """Replies that work: each with `reply` and what it `shows`."""
        models: list[dict[str, str]] = self.content["models"]
        return models

    @property
    def slips(self) -> list[dict[str, str]]:
        """Typical slips: each with `reply`, its `fault` and what it `shows`."""
        slips: list[dict[str, str]] = self.content["slips"]
        return slips

    @property
    def hint(self) -> str:
        """A nudge that does not give the answer away."""
        hint: str = self.content["hint"]
        return hint


class ScenarioReport(models.Model):
    """Somebody found something wrong with a scenario."""

    scenario_version = models.ForeignKey(
        ScenarioVersion, on_delete=models.CASCADE, related_name="reports"
    )
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="scenario_reports",
    )
    reason = models.TextField(max_length=REPORT_LIMIT)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    handled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return f"{self.scenario_version}: {self.reason[:60]}"


class ScenarioUpload(models.Model):
    """What an admin uploaded and has not confirmed yet: seen in a preview, saved nowhere else."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="scenario_uploads"
    )
    name = models.CharField(max_length=200)
    contents = models.JSONField()
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.name
