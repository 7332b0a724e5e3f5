"""E-mail that is still to be sent."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone


class WaitingMail(models.Model):
    """One letter: to a trainee about a review, or an invitation. It is removed when it was sent."""

    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="waiting_mail"
    )
    review = models.OneToOneField(
        "practice.Review", on_delete=models.CASCADE, null=True, related_name="waiting_mail"
    )
    invitation = models.OneToOneField(
        "practice.Invitation", on_delete=models.CASCADE, null=True, related_name="waiting_mail"
    )
    # Where whoever invited reached the site: the link of an invitation leads there.
    site_url = models.CharField(max_length=300, blank=True, default="")
    due_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = ["due_at", "id"]
        indexes = [models.Index(fields=["due_at"], name="mail_due")]
        verbose_name_plural = "waiting mail"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(to__isnull=False, review__isnull=False, invitation=None)
                | models.Q(to=None, review=None, invitation__isnull=False),
                name="mail_about_one_thing",
            )
        ]

    def __str__(self) -> str:
        return f"to {self.to or self.invitation}, due {self.due_at:%Y-%m-%d %H:%M}"
