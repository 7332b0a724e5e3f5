"""Misconfiguration is named by `manage.py check`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as site
from django.core import checks
from pytest_django.fixtures import Settings

from tests.factories import UserFactory


def found(**kwargs: Any) -> list[str | None]:
    return [message.id for message in checks.run_checks(**kwargs)]


@pytest.mark.django_db
def test_nothing_is_found_here() -> None:
    assert found(databases=["default"]) == []


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("MIDDLEWARE", [], "practice.E001"),
        (
            "CONTENT_SECURITY_POLICY",
            {"DIRECTIVES": {"default-src": ["'none'"], "script-src": ["'unsafe-inline'"]}},
            "practice.E002",
        ),
        ("CONTENT_SECURITY_POLICY", {"DIRECTIVES": {"default-src": ["*"]}}, "practice.E002"),
    ],
)
def test_an_open_door_is_found(settings: Settings, name: str, value: Any, says: str) -> None:
    setattr(settings, name, value)
    assert says in found(tags=["security"])


def test_errors_that_show_the_source_are_found(settings: Settings) -> None:
    settings.DEMO = False
    settings.DEBUG = True
    assert "practice.E003" in found(tags=["security"])


def test_addresses_that_can_never_be_confirmed_are_found(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    wanted = {"tags": ["security"], "include_deployment_checks": True}
    assert "practice.W001" in found(**wanted)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    assert "practice.W001" not in found(**wanted)


def test_a_redirect_without_end_is_found(settings: Settings) -> None:
    wanted = {"tags": ["security"], "include_deployment_checks": True}
    settings.SECURE_SSL_REDIRECT = True
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 0
    assert "practice.W002" in found(**wanted)
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert "practice.W002" not in found(**wanted)


@pytest.mark.django_db
def test_guests_in_a_real_sites_database_are_found(settings: Settings) -> None:
    settings.DEMO = False
    assert found(databases=["default"], tags=["database"]) == []
    jo = UserFactory.create(email="jo@example.org")
    assert found(databases=["default"], tags=["database"]) == ["practice.E004"]
    jo.is_active = False
    jo.save()
    assert found(databases=["default"], tags=["database"]) == []


def test_the_sources_hold_no_secret() -> None:
    """The key of this run is in no file that is part of the project."""
    folders = ("listening_coach", "practice", "templates", "tests")
    texts = (path.read_bytes() for name in folders for path in Path(name).rglob("*.*"))
    assert not any(site.SECRET_KEY.encode() in text for text in texts)
