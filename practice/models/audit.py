"""Who looked at what."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from practice.models.attempts import Attempt


class AccessLog(models.Model):
    """Somebody read or changed what belongs to a trainee. The trainee can read this log.

    When a person is erased, what is left is that somebody did something at some time.
    """

    class Action(models.TextChoices):
        """What was done."""

        READ = "read", "Read"
        BLIND = "blind", "Read, without the rules’ verdict"
        CHANGED = "changed", "Changed"
        EXPORTED = "exported", "Downloaded"

    who = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="access_given"
    )
    subject = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="access_log"
    )
    attempt = models.ForeignKey(
        Attempt, on_delete=models.SET_NULL, null=True, blank=True, related_name="access_log"
    )
    # What was downloaded, where it was no single reply; in the words that the trainee reads.
    about = models.CharField(max_length=160, blank=True, default="")
    action = models.CharField(max_length=10, choices=Action.choices)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["subject", "-at"], name="access_of_subject")]

    def __str__(self) -> str:
        return f"{self.get_action_display()} at {self.at:%Y-%m-%d %H:%M}"
