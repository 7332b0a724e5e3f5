"""Groups of people who learn together, and who is in them."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone

from practice.models.users import User, validate_time_zone

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # without 0 O 1 I L, which look alike
CODE_LENGTH = 8


def new_join_code() -> str:
    """A code that cannot be guessed: one of about 850 thousand million."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def tidy_join_code(typed: str) -> str:
    """The code as stored, from the code as typed: small letters, dashes and spaces don't matter."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())[:64]


class CohortQuerySet(models.QuerySet["Cohort"]):
    """Cohorts, filtered."""

    def joinable(self, code: str, now: datetime) -> CohortQuerySet:
        """The cohort of this code, as long as the code is good."""
        open_still = models.Q(join_code_expires_at=None) | models.Q(join_code_expires_at__gt=now)
        return self.filter(open_still, join_code=tidy_join_code(code))

    def supervised_only_by(self, person: User) -> CohortQuerySet:
        """Those that would be without a supervisor if this person left them."""
        here = Membership.objects.current().filter(
            cohort=models.OuterRef("pk"), role=Membership.Role.SUPERVISOR
        )
        others = here.filter(person__is_active=True).exclude(person=person)
        return self.filter(models.Exists(here.filter(person=person)), ~models.Exists(others))


class Cohort(models.Model):
    """A group of trainees and their supervisors."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=80)
    time_zone = models.CharField(max_length=64, default="UTC", validators=[validate_time_zone])
    join_code = models.CharField(max_length=CODE_LENGTH, unique=True, default=new_join_code)
    join_code_expires_at = models.DateTimeField("code good until", null=True, blank=True)
    visible_by_default = models.BooleanField(
        "supervisors see attempts",
        default=True,
        help_text="Whether attempts made from now on can be seen by this group's supervisors.",
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="cohorts_created",
    )

    objects = CohortQuerySet.as_manager()

    class Meta:
        verbose_name = "group"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def shown_code(self) -> str:
        """The code in two halves, easier to read out."""
        return f"{self.join_code[:4]}-{self.join_code[4:]}"


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Memberships, filtered."""

    def current(self) -> MembershipQuerySet:
        """Those not left."""
        return self.filter(left_at=None)


class Membership(models.Model):
    """A person in a cohort, in one role. Who was in it stays known after they left."""

    class Role(models.TextChoices):
        """What somebody does in a cohort."""

        TRAINEE = "trainee", "Trainee"
        SUPERVISOR = "supervisor", "Supervisor"

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    cohort = models.ForeignKey(
        Cohort, on_delete=models.CASCADE, related_name="memberships", verbose_name="group"
    )
    role = models.CharField(max_length=10, choices=Role.choices)
    joined_at = models.DateTimeField("joined", default=timezone.now, editable=False)
    left_at = models.DateTimeField("left", null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["joined_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "cohort", "role"],
                condition=models.Q(left_at=None),
                name="membership_once_at_a_time",
                violation_error_message="This person is in the group in this role already.",
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=["trainee", "supervisor"]), name="membership_role_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_role_display().lower()} of {self.cohort}"
