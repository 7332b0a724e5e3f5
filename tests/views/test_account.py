"""One's own account: settings, groups, everything about me, erasure; and the site's health."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from practice import services
from practice.models import Attempt, Membership, User
from tests.answers import text
from tests.cast import Cast
from tests.factories import PASSWORD, AttemptFactory, CohortFactory, MembershipFactory, UserFactory


@pytest.fixture
def alices(client: Client, cast: Cast) -> Client:
    """A browser where Alice has signed in."""
    client.force_login(cast.alice)
    return client


SETTINGS = {
    "display_name": "Alice A.",
    "time_zone": "Europe/Lisbon",
    "scheme": "dark",
    "mail_reviews": "on",
}


def test_settings_are_saved(alices: Client, cast: Cast) -> None:
    response = alices.post("/account/", SETTINGS, follow=True)
    assert "Saved." in text(response)
    assert 'data-scheme="dark"' in text(response)
    alice = User.objects.get(pk=cast.alice.pk)
    assert (alice.display_name, alice.time_zone) == ("Alice A.", "Europe/Lisbon")
    assert (alice.scheme, alice.mail_reviews) == ("dark", True)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"display_name": " "}, "A name is needed; a first name will do."),
        ({"display_name": "A\x00"}, "Null characters are not allowed."),
        ({"time_zone": "Mars/Olympus"}, "This is not a time zone we know."),
        ({"time_zone": "../../etc/passwd"}, "This is not a time zone we know."),
        ({"scheme": "plaid"}, "Select a valid choice."),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_saved(
    alices: Client, cast: Cast, changes: dict[str, str], says: str
) -> None:
    response = alices.post("/account/", SETTINGS | changes)
    assert response.status_code == 200
    assert says in text(response)
    assert User.objects.get(pk=cast.alice.pk).display_name == "Alice Ames"
    assert 'aria-hidden="true">A</span>' in text(response)  # the page is still Alice's


def test_nothing_but_these_settings_can_be_set(alices: Client, cast: Cast) -> None:
    extra = {"is_staff": "on", "is_superuser": "on", "email": "boss@example.org", "level": "3"}
    alices.post("/account/", SETTINGS | extra)
    alice = User.objects.get(pk=cast.alice.pk)
    assert (alice.is_staff, alice.is_superuser, alice.level) == (False, False, 1)
    assert alice.email == "alice@example.org"


def test_times_are_where_the_person_is(alices: Client, cast: Cast) -> None:
    late = datetime(2025, 3, 9, 23, 30, tzinfo=UTC)
    Membership.objects.filter(person=cast.alice).update(joined_at=late)
    User.objects.filter(pk=cast.alice.pk).update(time_zone="Asia/Kathmandu")
    assert "since 10 March 2025" in text(alices.get("/account/"))


# Groups -----------------------------------------------------------------------------------


def test_one_more_group(alices: Client, cast: Cast) -> None:
    response = alices.post("/account/groups/", {"code": "morn-ing2"}, follow=True)
    assert "You are in Morning group." in text(response)
    current = cast.alice.memberships.current()
    assert {membership.cohort for membership in current} == {cast.evening, cast.morning}


@pytest.mark.parametrize("code", ["WRONG", "", "EVENING2\x00", "E" * 41])
def test_a_wrong_code_is_said(alices: Client, cast: Cast, code: str) -> None:
    response = alices.post("/account/groups/", {"code": code})
    assert response.status_code == 200
    assert 'class="error"' in text(response)
    assert cast.alice.memberships.current().count() == 1


def test_codes_cannot_be_tried_in_heaps(alices: Client, cast: Cast) -> None:
    for i in range(10):
        alices.post("/account/groups/", {"code": f"TRY{i}"})
    right, wrong = (alices.post("/account/groups/", {"code": one}) for one in ("MORNING2", "NO"))
    assert "Too many tries." in text(right) and "Too many tries." in text(wrong)
    assert 'value="MORNING2"' in text(right)
    assert services.WRONG_CODE not in text(wrong)
    assert cast.alice.memberships.current().count() == 1


def test_a_group_is_left(alices: Client, cast: Cast) -> None:
    membership = cast.alice.memberships.get()
    response = alices.post(f"/account/groups/{membership.pk}/leave/", follow=True)
    assert "You have left Evening group." in text(response)
    assert "You are in no group." in text(response)
    assert alices.post(f"/account/groups/{membership.pk}/leave/").status_code == 404


def test_the_last_supervisor_does_not_leave(client: Client, cast: Cast) -> None:
    client.force_login(cast.sam)
    leave = f"/account/groups/{cast.sam.memberships.get().pk}/leave/"
    says = "Evening group: Nobody else supervises this group."
    assert says in text(client.post(leave, follow=True))
    assert cast.sam.memberships.current().exists()
    MembershipFactory.create(cohort=cast.evening, role="supervisor")
    assert "You have left Evening group." in text(client.post(leave, follow=True))


def test_nobody_takes_another_out_of_a_group(alices: Client, cast: Cast) -> None:
    membership = cast.bob.memberships.get()
    assert alices.post(f"/account/groups/{membership.pk}/leave/").status_code == 404
    membership.refresh_from_db()
    assert membership.left_at is None


@pytest.mark.parametrize("groups", [1, 3])
def test_the_page_costs_the_same_however_many_groups(
    client: Client,
    cast: Cast,
    groups: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    person = UserFactory.create()
    for _ in range(groups):
        MembershipFactory.create(person=person, cohort=CohortFactory.create())
    client.force_login(person)
    with django_assert_num_queries(4):  # session, person, groups, second factor
        client.get("/account/")


# Everything about me ----------------------------------------------------------------------


def test_everything_is_downloaded(alices: Client, cast: Cast) -> None:
    response = alices.get("/account/data/")
    assert response["Content-Type"] == "application/json"
    assert response["Content-Disposition"] == 'attachment; filename="listening-coach.json"'
    assert "no-store" in response["Cache-Control"]
    data = json.loads(response.content)
    assert [reply["id"] for reply in data["replies"]] == [str(cast.alices.pk)]


@pytest.mark.parametrize("replies", [1, 3])
def test_a_download_costs_the_same_however_many_replies(
    client: Client,
    cast: Cast,
    replies: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    person = UserFactory.create()
    AttemptFactory.create_batch(replies, trainee=person, scenario_version=cast.scenario.current)
    client.force_login(person)
    with django_assert_num_queries(17):  # one for each kind of thing that is kept
        client.get("/account/data/")


# Erasure ----------------------------------------------------------------------------------


def test_an_account_goes_with_a_password(alices: Client, cast: Cast) -> None:
    page = text(alices.get("/account/erase/"))
    assert "Backups, where whoever runs this site makes them" in page
    response = alices.post("/account/erase/", {"password": PASSWORD}, follow=True)
    assert "Your account is gone" in text(response)
    assert not User.objects.filter(email="alice@example.org").exists()
    assert [*Attempt.objects.all()] == [cast.bobs]
    assert alices.get("/account/").status_code == 302


@pytest.mark.parametrize(
    "fields", [{}, {"password": "wrong"}, {"password": "\x00"}, {"email": "alice@example.org"}]
)
def test_an_account_does_not_go_without(alices: Client, cast: Cast, fields: dict[str, Any]) -> None:
    assert alices.post("/account/erase/", fields).status_code == 200
    assert User.objects.filter(email="alice@example.org").exists()


def test_whoever_has_no_password_types_the_address(client: Client, cast: Cast) -> None:
    cast.bob.set_unusable_password()
    cast.bob.save()
    client.force_login(cast.bob)
    assert "This is not your address." in text(client.post("/account/erase/", {"email": "bob"}))
    client.post("/account/erase/", {"email": " Bob@example.org"})
    assert not User.objects.filter(email="bob@example.org").exists()


def test_a_password_cannot_be_guessed_here(alices: Client, cast: Cast) -> None:
    for _ in range(5):
        alices.post("/account/erase/", {"password": "guess"})
    right, wrong = (alices.post("/account/erase/", {"password": one}) for one in (PASSWORD, "no"))
    assert "Too many tries." in text(right) and "Too many tries." in text(wrong)
    assert "This is not your password." not in text(wrong)
    assert User.objects.filter(email="alice@example.org").exists()


def test_other_sessions_of_the_person_end_too(alices: Client, cast: Cast) -> None:
    elsewhere = Client()
    elsewhere.force_login(cast.alice)
    alices.post("/account/erase/", {"password": PASSWORD})
    assert elsewhere.get("/account/").status_code == 302


def test_whoever_would_leave_a_group_alone_is_told_so_first(client: Client, cast: Cast) -> None:
    alone = "“Evening group”, with nobody to supervise it"
    client.force_login(cast.sam)
    assert alone in text(client.get("/account/erase/"))
    MembershipFactory.create(cohort=cast.evening, role="supervisor")
    assert alone not in text(client.get("/account/erase/"))


# Health -----------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_site_says_that_it_is_well(client: Client) -> None:
    response = client.get("/healthz/")
    assert (response.status_code, response.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_the_site_says_that_it_is_not(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db.utils import OperationalError

    def gone() -> None:
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", gone)
    assert client.get("/healthz/").status_code == 503


@pytest.mark.django_db
def test_health_is_told_without_https_and_nothing_else_is(
    client: Client, settings: Settings
) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/healthz/").status_code == 200
    assert client.get("/in-crisis/").status_code == 301


# Headers ----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/accounts/login/", "/in-crisis/", "/nowhere/"])
def test_every_page_says_what_it_may_do(client: Client, cast: Cast, path: str) -> None:
    response = client.get(path)
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy + ";"
    assert "unsafe" not in policy
    assert "camera=()" in response["Permissions-Policy"]
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_page_of_ones_own_is_kept_by_nobody_else(alices: Client) -> None:
    assert "private" in alices.get("/account/")["Cache-Control"]
