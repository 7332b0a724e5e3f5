"""What `manage.py check` looks at besides Django's own list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

from practice.demo import GUESTS


@register(Tags.security)
def doors(**kwargs: Any) -> list[CheckMessage]:
    """The settings that keep pages closed are in force."""
    found: list[CheckMessage] = []
    if "practice.site.middleware.SignInMiddleware" not in settings.MIDDLEWARE:
        found.append(
            Error("Pages are open to anybody: SignInMiddleware is gone.", id="practice.E001")
        )
    policy = str(settings.CONTENT_SECURITY_POLICY)
    if "unsafe-" in policy or "'none'" not in policy:
        found.append(Error("The content security policy is not strict.", id="practice.E002"))
    if settings.DEBUG and not settings.DEMO:
        found.append(Error("DEBUG shows the source to whoever meets an error.", id="practice.E003"))
    return found


@register(Tags.security, deploy=True)
def post(**kwargs: Any) -> list[CheckMessage]:
    """E-mail is sent to people, not to the log."""
    if "console" in settings.EMAIL_BACKEND and settings.ACCOUNT_EMAIL_VERIFICATION == "mandatory":
        return [
            Warning(
                "Addresses must be confirmed by e-mail, and e-mail goes to the log alone.",
                hint="Set EMAIL_URL to your mail server.",
                id="practice.W001",
            )
        ]
    return []


@register(Tags.security, deploy=True)
def proxies(**kwargs: Any) -> list[CheckMessage]:
    """Whoever leads people to https knows when they have come by it."""
    if settings.SECURE_SSL_REDIRECT and not settings.ALLAUTH_TRUSTED_PROXY_COUNT:
        return [
            Warning(
                "No proxy is trusted: behind one that ends TLS, every page leads to itself.",
                hint="Set TRUSTED_PROXIES to how many proxies there are, mostly 1.",
                id="practice.W002",
            )
        ]
    return []


@register(Tags.database)
def guests(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Nobody whom a visitor could be without a password is in a real site's database."""
    from django.db import connection

    from practice.models import User

    if (
        settings.DEMO
        or not databases
        or User._meta.db_table not in connection.introspection.table_names()
    ):
        return []
    present = User.objects.filter(
        email__in=[guest.email for guest in GUESTS], is_active=True
    ).values_list("email", flat=True)
    return [
        Error(
            f"The demonstration's accounts are in this database: {', '.join(sorted(present))}.",
            hint="Start with a fresh database, or remove them in the admin.",
            id="practice.E004",
        )
    ] * bool(present)
