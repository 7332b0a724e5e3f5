"""What a site changed in the scorer: versions of its config that never change."""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone

from practice.models.scenarios import ImmutableError

REASON_LIMIT = 500


class ScorerConfigQuerySet(models.QuerySet["ScorerConfig"]):
    """Versions of the config. They can be made and read."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refused: attempts were scored with it."""
        raise ImmutableError("A version of the scorer's config is never changed; make a new one.")

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused, as `update` is."""
        raise ImmutableError("A version of the scorer's config is never changed; make a new one.")


class ScorerConfig(models.Model):
    """A whole config of the scorer, with who accepted it and why.

    The one with the highest number is in force, so there is always exactly one; while there is
    none the scorer works as shipped. Going back to an earlier one makes a new version.
    """

    number = models.PositiveIntegerField(unique=True)
    config = models.JSONField(default=dict)
    # What stands behind the "+" in the version that attempts carry; empty for the rules as shipped.
    fingerprint = models.CharField(max_length=8, blank=True, default="")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="scorer_configs",
    )
    reason = models.TextField(max_length=REASON_LIMIT)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ScorerConfigQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "version of the rules", "rule laboratory"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="scorer_config_number_from_1"
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Made once, never changed."""
        if not self._state.adding:
            raise ImmutableError(
                "A version of the scorer's config is never changed; make a new one."
            )
        super().save(*args, **kwargs)
