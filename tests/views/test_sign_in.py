"""Who gets in, and how: sign-up with a code, sign-in, guests, second factor, limits."""

from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from pytest_django.fixtures import Settings

from practice.demo import GUESTS
from practice.models import User
from tests.answers import text
from tests.cast import Cast
from tests.factories import PASSWORD, UserFactory

LOGIN = "/accounts/login/"
SIGN_UP = "/accounts/signup/"
NEWCOMER = {
    "code": "even-ing2",
    "display_name": "Nora Nys",
    "email": "Nora@Example.org",
    "password1": PASSWORD,
}


# Sign-up ----------------------------------------------------------------------------------


def test_a_code_lets_one_in(client: Client, cast: Cast) -> None:
    response = client.post(SIGN_UP, NEWCOMER)
    assert (response.status_code, response["Location"]) == (302, "/")
    nora = User.objects.get(email="nora@example.org")
    assert nora.display_name == "Nora Nys"
    assert nora.check_password(PASSWORD)
    assert [m.cohort for m in nora.memberships.all()] == [cast.evening]
    assert client.get("/account/").status_code == 200


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"code": "MORNING3"}, "This code opens no group"),
        ({"code": ""}, "The code is needed to find your group."),
        ({"code": "EVENING2\x00"}, "Null characters are not allowed."),
        ({"display_name": ""}, "A name is needed"),
        ({"display_name": "N\x00"}, "Null characters are not allowed."),
        ({"display_name": "N" * 81}, "at most 80 characters"),
        ({"email": "nora"}, "Enter a valid email address."),
        ({"email": "nora@example.org\x00"}, "Null characters are not allowed."),
        ({"password1": "12345678"}, "too common"),
        ({"password1": "nora@example.org"}, "too similar to the e-mail"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    client: Client, cast: Cast, changes: dict[str, str], says: str
) -> None:
    response = client.post(SIGN_UP, NEWCOMER | changes)
    assert response.status_code == 200
    assert says in text(response)
    typed = {**NEWCOMER, **changes}["display_name"].replace("\x00", "")
    assert f'value="{typed}' in text(response) or not typed
    assert not User.objects.filter(email__startswith="nora").exists()


def test_an_address_that_is_taken_makes_no_second_account(client: Client, cast: Cast) -> None:
    client.post(SIGN_UP, NEWCOMER | {"email": "ALICE@example.org"})
    assert User.objects.filter(email__iexact="alice@example.org").count() == 1
    assert client.get("/account/").status_code == 302


def test_codes_cannot_be_tried_in_heaps(client: Client, cast: Cast) -> None:
    statuses = {client.post(SIGN_UP, NEWCOMER | {"code": f"TRY{i}"}).status_code for i in range(21)}
    assert statuses == {200, 429}


# Sign-in ----------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["alice@example.org", " ALICE@Example.org "])
def test_sign_in_by_address(client: Client, cast: Cast, typed: str) -> None:
    response = client.post(LOGIN, {"login": typed, "password": PASSWORD, "next": "/attempts/"})
    assert (response.status_code, response["Location"]) == (302, "/attempts/")


@pytest.mark.parametrize("where", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_sign_in_leads_nowhere_else(client: Client, cast: Cast, where: str) -> None:
    fields = {"login": "alice@example.org", "password": PASSWORD, "next": where}
    assert client.post(LOGIN, fields)["Location"] == "/"


def test_a_closed_account_is_closed(client: Client, cast: Cast) -> None:
    cast.alice.is_active = False
    cast.alice.save()
    client.post(LOGIN, {"login": "alice@example.org", "password": PASSWORD})
    assert client.get("/account/").status_code == 302


@pytest.mark.parametrize("login", ["alice@example.org\x00", "\x00", "x" * 5000, "🙂@例え.jp"])
def test_odd_signs_are_a_message(client: Client, cast: Cast, login: str) -> None:
    response = client.post(LOGIN, {"login": login, "password": "x\x00"})
    assert response.status_code == 200
    assert 'class="error"' in text(response)


def test_passwords_cannot_be_tried_in_heaps(client: Client, cast: Cast) -> None:
    wrong = {"login": "alice@example.org", "password": "guess"}
    for _ in range(6):
        client.post(LOGIN, wrong)
    client.post(LOGIN, wrong | {"password": PASSWORD})
    assert client.get("/account/").status_code == 302


def test_whoever_is_signed_out_is_sent_to_sign_in_and_back(client: Client, cast: Cast) -> None:
    response = client.get("/attempts/?strategy=paraphrase")
    assert response["Location"] == "/accounts/login/?next=%2Fattempts%2F%3Fstrategy%3Dparaphrase"


def test_htmx_is_sent_with_the_whole_page(client: Client, cast: Cast) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/attempts/?page=2"}
    response = client.get("/attempts/", headers=headers)
    assert response["HX-Redirect"] == "/accounts/login/?next=%2Fattempts%2F%3Fpage%3D2"
    elsewhere = headers | {"HX-Current-URL": "https://evil.example/x"}
    assert client.get("/attempts/", headers=elsewhere)["HX-Redirect"] == "/accounts/login/"


# Guests -----------------------------------------------------------------------------------


@pytest.fixture
def maya(db: None) -> User:
    person: User = UserFactory.create(email="maya@example.org", display_name="Maya")
    return person


def test_a_guest_is_one_tap_away_in_a_demonstration(client: Client, maya: User) -> None:
    page = text(client.get(LOGIN))
    assert re.findall(r'name="email" value="([^"]+)"', page) == [guest.email for guest in GUESTS]
    response = client.post("/demo/sign-in/", {"email": maya.email, "next": "/attempts/"})
    assert response["Location"] == "/attempts/"
    assert "Maya" in text(client.get("/account/"))


def test_nobody_else_is(client: Client, cast: Cast) -> None:
    assert client.post("/demo/sign-in/", {"email": "alice@example.org"}).status_code == 404
    assert client.post("/demo/sign-in/", {"email": "maya@example.org"}).status_code == 404
    assert client.get("/account/").status_code == 302


def test_there_are_no_guests_on_a_real_site(client: Client, maya: User, settings: Settings) -> None:
    settings.DEMO = False
    assert "Be Maya" not in text(client.get(LOGIN))
    assert client.post("/demo/sign-in/", {"email": maya.email}).status_code == 404
    assert client.get("/demo/sign-in/").status_code == 404
    assert client.get("/account/").status_code == 302


def test_a_guest_is_led_nowhere_else(client: Client, maya: User) -> None:
    fields = {"email": maya.email, "next": "https://evil.example/"}
    assert client.post("/demo/sign-in/", fields)["Location"] == "/"


# Second factor ----------------------------------------------------------------------------


def test_an_admin_sets_up_a_second_factor_first(
    client: Client, cast: Cast, settings: Settings
) -> None:
    settings.DEMO = False
    client.force_login(cast.ada)
    activate = "/accounts/2fa/totp/activate/"
    for path in ("/", "/admin/", "/practise/tomas-heating/"):
        assert client.get(path)["Location"] == activate
    assert client.get("/", headers={"HX-Request": "true"})["HX-Redirect"] == activate
    assert client.get("/in-crisis/").status_code == 200
    assert client.get("/accounts/logout/").status_code == 200
    TOTP.activate(cast.ada, generate_totp_secret())
    assert client.get("/admin/").status_code == 200


def test_a_trainee_need_not(client: Client, cast: Cast, settings: Settings) -> None:
    settings.DEMO = False
    client.force_login(cast.alice)
    assert client.get("/account/").status_code == 200


def test_setting_it_up_shows_a_picture_that_no_other_page_may(client: Client, cast: Cast) -> None:
    EmailAddress.objects.create(user=cast.ada, email=cast.ada.email, verified=True, primary=True)
    client.force_login(cast.ada)
    activate = "/accounts/2fa/totp/activate/"
    assert client.get(activate)["Location"].startswith("/accounts/reauthenticate/")
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    page = client.get(activate)
    assert "data:image/svg+xml" in text(page)
    assert "img-src 'self' data:;" in page["Content-Security-Policy"] + ";"
    assert "data:" not in client.get("/account/")["Content-Security-Policy"]


def test_a_second_factor_is_asked_for(client: Client, cast: Cast) -> None:
    TOTP.activate(cast.alice, generate_totp_secret())
    assert Authenticator.objects.filter(user=cast.alice).count() == 1
    response = client.post(LOGIN, {"login": cast.alice.email, "password": PASSWORD})
    assert response["Location"] == "/accounts/2fa/authenticate/"
    assert client.get("/account/").status_code == 302


# The admin --------------------------------------------------------------------------------


def test_the_admin_has_the_sites_own_doors(client: Client, cast: Cast) -> None:
    assert client.get("/admin/")["Location"] == "/accounts/login/?next=%2Fadmin%2F"
    client.force_login(cast.alice)
    assert client.get("/admin/", follow=True).status_code == 403
    assert client.get("/admin/login/").status_code == 403
    client.force_login(cast.ada)
    assert client.get("/admin/").status_code == 200
    assert client.get("/admin/login/")["Location"] == "/admin/"
    assert client.post("/admin/logout/")["Location"] == "/accounts/logout/"
    assert client.get("/admin/password_change/")["Location"] == "/accounts/password/change/"
