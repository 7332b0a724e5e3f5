"""The admin asks for the same sign-in, second factor and limits as the site."""

from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.db import transaction
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from practice.models import User
from tests.cast import Cast
from tests.factories import PASSWORD, UserFactory
from tests.permissions.table import TABLE, Row

ADMIN = [row for row in TABLE if row.name.startswith("admin:practice_")]
LOGIN = reverse("account_login")
ACTIVATE = reverse("mfa_activate_totp")


def address(row: Row, cast: Cast) -> str:
    return reverse(row.name, args=row.args(cast))


@pytest.fixture
def real(settings: Settings) -> None:
    """As on a real site, where admins need a second factor."""
    settings.DEMO = False


def signing_in(client: Client, person: User, password: str = PASSWORD) -> str:
    fields = {"login": person.email, "password": password, "next": reverse("admin:index")}
    return client.post(LOGIN, fields).headers.get("Location", "")


def test_the_admins_own_sign_in_lets_nobody_in(client: Client, cast: Cast) -> None:
    page = reverse("admin:login")
    sent = client.post(page, {"username": cast.ada.email, "password": PASSWORD})
    assert sent.headers["Location"].startswith(LOGIN)
    shown = client.get(reverse("admin:practice_user_changelist"))
    assert shown.headers["Location"] == f"{LOGIN}?next=%2Fadmin%2Fpractice%2Fuser%2F"
    assert signing_in(client, cast.ada) == reverse("admin:index")
    assert client.get(reverse("admin:index")).status_code == 200


@pytest.mark.usefixtures("real")
def test_no_page_of_the_admin_opens_before_a_second_factor(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    for row in ADMIN:
        with transaction.atomic():
            page = address(row, cast)
            for send in (client.get, client.post):
                assert send(page).headers.get("Location") == ACTIVATE, row.name
            transaction.set_rollback(True)  # what a page is about is made anew for each


@pytest.mark.usefixtures("real")
def test_a_password_alone_opens_nothing_once_there_is_a_second_factor(
    client: Client, cast: Cast
) -> None:
    EmailAddress.objects.create(user=cast.ada, email=cast.ada.email, verified=True, primary=True)
    secret = generate_totp_secret()
    TOTP.activate(cast.ada, secret)
    assert signing_in(client, cast.ada).startswith(reverse("mfa_authenticate"))
    assert client.get(reverse("admin:index")).headers["Location"].startswith(LOGIN)
    code = format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))
    client.post(reverse("mfa_authenticate"), {"code": code})
    assert client.get(reverse("admin:index")).status_code == 200


def test_passwords_of_an_admin_cannot_be_tried_in_heaps(client: Client, cast: Cast) -> None:
    for _ in range(12):
        signing_in(client, cast.ada, "not this one")
    assert signing_in(client, cast.ada) == ""
    assert client.get(reverse("admin:index")).status_code == 302


def test_the_list_of_people_says_who_has_what(client: Client, cast: Cast) -> None:
    TOTP.activate(cast.ada, generate_totp_secret())
    UserFactory.create(display_name="Zed", email="zed@example.org")
    assert Authenticator.objects.count() == 1
    client.force_login(cast.ada)
    page = client.get(reverse("admin:practice_user_changelist")).text
    rows = re.findall(r'class="field-roles">([^<]+)<', page)
    assert rows == ["admin", "trainee", "trainee", "supervisor", "in no group"]
    assert "<h1>People</h1>" in page
    assert re.findall(r'class="field-secured">([^<]+)<', page) == ["set up", *["–"] * 4]
