"""Conversations that a supervisor had coded and wants to keep."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone


class Transcript(models.Model):
    """A conversation as it was pasted, and whose turns are the helper's. Its owner's alone."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="transcripts"
    )
    title = models.CharField(max_length=80)
    text = models.TextField()
    helper = models.CharField("who the helper is", max_length=60)
    scorer_version = models.CharField(max_length=64)
    coded = models.JSONField()
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.title
