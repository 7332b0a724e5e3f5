"""What an admin may set for the whole site."""

from __future__ import annotations

from typing import Any

from django.core.validators import MinValueValidator
from django.db import models

CRISIS_NOTICE = """\
Listening Coach is a place to practise. Nobody reads along while you type, and it cannot help in \
an emergency.

If you, or somebody with you, may be in danger now, call your local emergency number: 112 in \
most of Europe, 999 in the United Kingdom, 911 in the United States and Canada, 000 in Australia.

If you need somebody to talk to:

United Kingdom and Ireland: Samaritans, call 116 123, at any hour.
United States and Canada: call or text 988, at any hour.
Australia: Lifeline, call 13 11 14, at any hour.
Everywhere: findahelpline.com and befrienders.org list free lines, by country and language.

Practising can stir things up. It is all right to stop, and to talk to a tutor or to somebody \
you trust."""


class SiteSettings(models.Model):
    """The one row of settings."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    site_name = models.CharField(max_length=60, default="Listening Coach")
    welcome_text = models.TextField(
        max_length=2000, blank=True, default="", help_text="Shown beside the sign-in."
    )
    crisis_notice = models.TextField(
        max_length=4000,
        default=CRISIS_NOTICE,
        help_text="What the page “In crisis?” says. Please check the numbers for your country.",
    )
    retention_days = models.PositiveIntegerField(
        "forget replies after (days)",
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text="Replies older than this are removed every night. Empty keeps them.",
    )
    visible_by_default = models.BooleanField(
        "supervisors see attempts",
        default=True,
        help_text="What a new group starts with.",
    )

    class Meta:
        verbose_name = verbose_name_plural = "site settings"
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="site_settings_one_row"),
            models.CheckConstraint(
                condition=models.Q(retention_days=None) | models.Q(retention_days__gte=1),
                name="site_settings_retention_from_1",
            ),
        ]

    def __str__(self) -> str:
        return "Site settings"

    @classmethod
    def load(cls) -> SiteSettings:
        """The settings in force; the defaults as long as nobody saved any."""
        return cls.objects.first() or cls()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """The settings cannot be done away with."""
        raise TypeError("Site settings are changed, never removed.")
