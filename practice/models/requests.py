"""What brings an attempt to a supervisor, and who is looking at it now."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from practice.models.attempts import Attempt

TEXT_LIMIT = 1000
CLAIMED_FOR = timedelta(minutes=15)


class ReviewRequest(models.Model):
    """A trainee sent an attempt for review, with a question or without."""

    attempt = models.OneToOneField(Attempt, on_delete=models.CASCADE, related_name="request")
    question = models.TextField(max_length=TEXT_LIMIT, blank=True, default="")
    # The rating before the feedback is the trainee's alone unless they say otherwise here.
    shares_rating = models.BooleanField("show how close I thought I was", default=False)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["created_at", "id"]

    def __str__(self) -> str:
        return self.question or "Please look at this."


class Dispute(models.Model):
    """A trainee sees one finding of the rules differently."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="disputes")
    criterion = models.CharField(max_length=40)
    text = models.TextField(max_length=TEXT_LIMIT, blank=True, default="")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["attempt", "criterion"], name="dispute_once"),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.text}"


def claim_end() -> datetime:
    """When a claim made now runs out."""
    return timezone.now() + CLAIMED_FOR


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Claims, filtered."""

    def current(self, now: datetime) -> ClaimQuerySet:
        """Those that have not run out. Nothing removes the others; they count for nothing."""
        return self.filter(expires_at__gt=now)


class Claim(models.Model):
    """A supervisor has an attempt open, so that two don't do the same work."""

    attempt = models.OneToOneField(Attempt, on_delete=models.CASCADE, related_name="claim")
    supervisor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="claims"
    )
    expires_at = models.DateTimeField(default=claim_end)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["expires_at"]

    def __str__(self) -> str:
        return f"{self.supervisor} until {self.expires_at:%H:%M}"
