"""Letters that let somebody sign up without a group's code."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone

from practice.models.cohorts import Cohort
from practice.models.users import User

GOOD_FOR = timedelta(days=14)


def expiry() -> datetime:
    """Until when an invitation sent now is good."""
    return timezone.now() + GOOD_FOR


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations, filtered."""

    def good(self) -> InvitationQuerySet:
        """Those that still let somebody in."""
        return self.filter(used_at=None, withdrawn_at=None, expires_at__gt=timezone.now())


class Invitation(models.Model):
    """An invitation by e-mail, for one person, once. The link in it is signed."""

    class Role(models.TextChoices):
        """What the person will be."""

        TRAINEE = "trainee", "Trainee of a group"
        SUPERVISOR = "supervisor", "Supervisor of a group"
        ADMIN = "admin", "Admin"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    email = models.EmailField("e-mail")
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.TRAINEE)
    cohort = models.ForeignKey(
        Cohort,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="invitations",
        verbose_name="group",
        help_text="Needed for a trainee or a supervisor.",
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="invitations_sent",
    )
    created_at = models.DateTimeField("invited", default=timezone.now, editable=False)
    expires_at = models.DateTimeField("good until", default=expiry, editable=False)
    withdrawn_at = models.DateTimeField("withdrawn", null=True, blank=True, editable=False)
    used_at = models.DateTimeField("used", null=True, blank=True, editable=False)
    used_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="invitations_used",
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(role__in=["trainee", "supervisor", "admin"]),
                name="invitation_role_known",
            ),
            models.CheckConstraint(
                condition=models.Q(role="admin") | models.Q(cohort__isnull=False),
                name="invitation_to_a_group",
                violation_error_message="A trainee or a supervisor needs a group.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email}, {self.get_role_display().lower()}"

    def is_for(self, person: User) -> bool:
        """Whether the letter went to this person. Who has its link reads what comes there."""
        return self.email.casefold() == person.email.casefold()

    @property
    def state(self) -> str:
        """Where the invitation stands, in a word."""
        if self.used_at:
            return "used"
        if self.withdrawn_at:
            return "withdrawn"
        return "open" if self.expires_at > timezone.now() else "expired"
