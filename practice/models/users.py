"""A person with an account."""

from __future__ import annotations

import zoneinfo
from functools import cache
from typing import Any, ClassVar
from uuid import uuid4

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils import timezone


@cache
def time_zones() -> frozenset[str]:
    """The zones of the IANA list; looked up once, for it means reading hundreds of files."""
    return frozenset(zoneinfo.available_timezones())


def validate_time_zone(value: str) -> None:
    """Refuse what is not a zone of the IANA list."""
    if value not in time_zones():
        raise ValidationError("This is not a time zone we know, such as Europe/Lisbon.")


class UserManager(BaseUserManager["User"]):
    """Makes people. E-mail addresses are kept in small letters."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A person; without a password they cannot sign in with one."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.full_clean()
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        """An admin. Whoever can run this command is trusted to have given the right address."""
        from allauth.account.models import EmailAddress

        with transaction.atomic(using=self._db):
            user = self.create_user(email, password, is_staff=True, is_superuser=True, **fields)
            EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """A person with an account. What they may do in a cohort is a membership's matter."""

    class Scheme(models.TextChoices):
        """Light or dark; empty follows the machine."""

        AUTO = "", "As this device"
        LIGHT = "light", "Light"
        DARK = "dark", "Dark"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    email = models.EmailField(
        "e-mail", unique=True, error_messages={"unique": "There is an account with this address."}
    )
    display_name = models.CharField("name", max_length=80)
    time_zone = models.CharField(max_length=64, default="UTC", validators=[validate_time_zone])
    scheme = models.CharField(
        "light or dark", max_length=5, blank=True, default="", choices=Scheme.choices
    )
    level = models.PositiveSmallIntegerField(
        "how hard clients are", default=1, choices=[(1, "Gentle"), (2, "Middling"), (3, "Hard")]
    )
    mail_reviews = models.BooleanField("e-mail me when a review arrives", default=False)
    is_staff = models.BooleanField(
        "admin", default=False, help_text="Writes scenarios, and looks after people and settings."
    )
    is_superuser = models.BooleanField(
        "all rights", default=False, help_text="Also makes others admins, and takes that back."
    )
    is_active = models.BooleanField(
        "may sign in", default=True, help_text="Untick to close the account and keep what is in it."
    )
    date_joined = models.DateTimeField("joined", default=timezone.now, editable=False)

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["display_name"]

    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        verbose_name, verbose_name_plural = "person", "people"
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_once",
                violation_error_message="There is an account with this address.",
            ),
            models.CheckConstraint(
                condition=models.Q(level__range=(1, 3)), name="user_level_1_to_3"
            ),
        ]

    def __str__(self) -> str:
        return self.display_name or self.email

    def clean(self) -> None:
        super().clean()
        self.email = self.email.lower()

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """An admin may do everything with what is ours, and a superuser everything."""
        ours = perm.startswith("practice.") and self.is_active and self.is_staff
        return ours or super().has_perm(perm, obj)

    def has_module_perms(self, app_label: str) -> bool:
        """As `has_perm`, for a whole app."""
        ours = app_label == "practice" and self.is_active and self.is_staff
        return ours or super().has_module_perms(app_label)

    def get_full_name(self) -> str:
        return self.display_name

    def get_short_name(self) -> str:
        return self.short_name

    @property
    def short_name(self) -> str:
        """What the person is called in a greeting: the first word with a letter in it."""
        words = self.display_name.split() or [self.email.partition("@")[0]]
        return next((word for word in words if any(map(str.isalpha, word))), words[0])
