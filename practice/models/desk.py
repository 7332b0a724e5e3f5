"""What a supervisor keeps for themselves: words used again, and ways to look at the queue."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from practice.models.reviews import COMMENT_LIMIT


class BankedComment(models.Model):
    """A comment that its author wants at hand."""

    supervisor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="banked_comments"
    )
    text = models.TextField(max_length=COMMENT_LIMIT)
    uses = models.PositiveIntegerField(default=0, editable=False)
    used_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["-used_at", "-id"]

    def __str__(self) -> str:
        return self.text[:60]


class SavedView(models.Model):
    """The queue's filters under a name, as they stand in the address."""

    supervisor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_views"
    )
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["supervisor", "name"], name="saved_view_name_once"),
        ]

    def __str__(self) -> str:
        return self.name
