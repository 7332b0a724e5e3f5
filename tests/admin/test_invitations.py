"""Inviting somebody by e-mail, and the way in by the letter's link."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from practice.models import Invitation, User
from practice.services import invitations
from tests.cast import Cast
from tests.factories import UserFactory

ADD = reverse("admin:practice_invitation_add")
LIST = reverse("admin:practice_invitation_changelist")
SIGN_UP = reverse("account_signup")


@pytest.fixture
def ada(client: Client, cast: Cast) -> Client:
    client.force_login(cast.ada)
    return client


def invite(client: Client, cast: Cast, email: str = "nia@example.org", **form: Any) -> str:
    """Invite somebody; gives the link of the letter."""
    client.post(ADD, {"email": email, "role": "trainee", "cohort": cast.evening.pk, **form})
    match = re.search(r"http://testserver(\S+)", str(mail.outbox[-1].body))
    assert match
    return match[1]


def join(link: str, email: str = "nia@example.org") -> Any:
    """Open the link in a browser of one's own, and sign up."""
    browser = Client()
    browser.get(link)
    form = {"display_name": "Nia", "email": email, "password1": "four patient otters"}
    return browser.post(SIGN_UP, form)


def test_the_letter_leads_into_the_group_without_a_code(ada: Client, cast: Cast) -> None:
    link = invite(ada, cast)
    letter = mail.outbox[0]
    assert letter.to == ["nia@example.org"]
    assert "Ada Arnold invites you" in letter.body and "Evening group" in letter.body
    browser = Client()
    page = browser.get(link, follow=True).text
    assert "You are invited into “Evening group”." in page
    assert "code" not in re.findall(r'name="(\w+)"', page)
    assert join(link).status_code == 302
    nia = User.objects.get(email="nia@example.org")
    assert [(one.cohort, one.role) for one in nia.memberships.all()] == [(cast.evening, "trainee")]
    assert Invitation.objects.get().used_by == nia
    assert EmailAddress.objects.get(user=nia).verified


@pytest.mark.parametrize(
    ("role", "letter", "page"),
    [
        ("supervisor", "as a supervisor: you will read what", "“Evening group” as a supervisor."),
        ("admin", "as an admin: you will look after", "You are invited as an admin."),
    ],
)
def test_who_is_to_look_after_others_is_told_so(
    ada: Client, cast: Cast, role: str, letter: str, page: str
) -> None:
    link = invite(ada, cast, role=role)
    assert letter in mail.outbox[0].body
    assert page in Client().get(link, follow=True).text


def test_a_link_works_once(ada: Client, cast: Cast) -> None:
    link = invite(ada, cast)
    join(link)
    again = Client().get(link)
    assert again.status_code == 404
    assert "opens nothing any more" in again.text


def test_only_for_the_address_that_it_was_sent_to(ada: Client, cast: Cast) -> None:
    answer = join(invite(ada, cast), email="other@example.org")
    assert "The invitation is for nia@example.org" in answer.text
    assert not User.objects.filter(email="other@example.org").exists()


@pytest.mark.parametrize("how", ["expired", "withdrawn", "newer", "forged"])
def test_a_link_that_is_not_good_lets_nobody_in(ada: Client, cast: Cast, how: str) -> None:
    link = invite(ada, cast)
    if how == "expired":
        Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    elif how == "withdrawn":
        chosen = [str(Invitation.objects.get().pk)]
        ada.post(LIST, {"action": "withdraw_them", "_selected_action": chosen})
    elif how == "newer":
        invite(ada, cast)
    else:
        link = link[:-3] + "xyz/"
    assert Client().get(link).status_code == 404
    assert "The code is needed" in join(link).text
    assert not User.objects.filter(email="nia@example.org").exists()


def test_an_invitation_withdrawn_while_somebody_signs_up(ada: Client, cast: Cast) -> None:
    link = invite(ada, cast)
    browser = Client()
    browser.get(link)
    invitations.withdraw(invitation=Invitation.objects.get())
    form = {"display_name": "Nia", "email": "nia@example.org", "password1": "four patient otters"}
    assert "The code is needed" in browser.post(SIGN_UP, form).text


def test_a_supervisor_and_an_admin(ada: Client, cast: Cast) -> None:
    join(invite(ada, cast, role="supervisor"))
    join(invite(ada, cast, email="ari@example.org", role="admin", cohort=""), "ari@example.org")
    nia, ari = (User.objects.get(email=f"{name}@example.org") for name in ("nia", "ari"))
    assert nia.memberships.get().role == "supervisor" and not nia.is_staff
    assert ari.is_staff and not ari.is_superuser and not ari.memberships.exists()


def test_admins_are_invited_by_those_who_have_all_rights(client: Client, cast: Cast) -> None:
    client.force_login(UserFactory.create(is_staff=True))
    page = client.post(ADD, {"email": "nia@example.org", "role": "admin"})
    assert page.status_code == 200
    assert not Invitation.objects.exists()
    assert not mail.outbox


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"email": "alice@example.org"}, "Somebody with this address has an account."),
        ({"cohort": ""}, "Choose the group that they come into."),
    ],
)
def test_what_cannot_be_sent(ada: Client, cast: Cast, form: dict[str, Any], says: str) -> None:
    full = {"email": "nia@example.org", "role": "trainee", "cohort": cast.evening.pk, **form}
    assert says in ada.post(ADD, full).text
    assert not mail.outbox


def test_a_letter_that_cannot_be_sent_leaves_the_link(
    ada: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: EmailBackend, messages: object) -> int:
        raise ConnectionRefusedError

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    form = {"email": "nia@example.org", "role": "trainee", "cohort": cast.evening.pk}
    page = ada.post(ADD, form, follow=True).text
    assert "The letter to nia@example.org could not be sent." in page
    match = re.search(r"http://testserver(\S+?)<", page)
    assert match and join(match[1]).status_code == 302


def test_whoever_is_invited_to_two_groups_comes_into_both(ada: Client, cast: Cast) -> None:
    first = invite(ada, cast)
    second = invite(ada, cast, cohort=cast.morning.pk, role="supervisor")
    browser = Client()
    browser.get(first)
    form = {"display_name": "Nia", "email": "nia@example.org", "password1": "four patient otters"}
    browser.post(SIGN_UP, form)
    page = browser.get(second).text
    assert "You are invited into “Morning group” as a supervisor." in page
    assert browser.get(second).status_code == 200  # to read it does nothing
    assert "You are in Morning group now." in browser.post(second, follow=True).text
    nia = User.objects.get(email="nia@example.org")
    assert {(one.cohort, one.role) for one in nia.memberships.all()} == {
        (cast.evening, "trainee"),
        (cast.morning, "supervisor"),
    }
    assert nia.invitations_used.count() == 2
    again = browser.post(second)
    assert again.status_code == 404 and "Go on as Nia" in again.text


def test_whoever_came_with_a_code_first_signs_in_and_accepts(ada: Client, cast: Cast) -> None:
    link = invite(ada, cast)
    form = {"display_name": "Nia", "email": "nia@example.org", "password1": "four patient otters"}
    Client().post(SIGN_UP, {**form, "code": cast.evening.join_code})
    browser = Client()
    sign_in = browser.get(link, follow=True)
    assert "You have an account. Sign in as nia@example.org to come in." in sign_in.text
    where, _ = sign_in.redirect_chain[-1]
    fields = {"login": "nia@example.org", "password": "four patient otters", "next": link}
    assert f'name="next" value="{link}"' in sign_in.text
    assert browser.post(where, fields).headers["Location"] == link
    browser.post(link)
    nia = User.objects.get(email="nia@example.org")
    assert nia.memberships.get().cohort == cast.evening  # in already: once is enough
    assert Invitation.objects.get().used_by == nia


def test_somebody_with_an_account_becomes_an_admin(ada: Client, cast: Cast) -> None:
    one = Invitation(email="alice@example.org", role="admin")
    link = reverse(
        "invitation", args=[invitations.token_of(invitations.invite(invitation=one, by=cast.ada))]
    )
    browser = Client()
    browser.force_login(cast.alice)
    assert "You are invited as an admin." in browser.get(link).text
    assert "You are an admin now." in browser.post(link, follow=True).text
    assert User.objects.get(pk=cast.alice.pk).is_staff


def test_an_invitation_of_another_is_not_for_whoever_is_signed_in(ada: Client, cast: Cast) -> None:
    link = invite(ada, cast, role="supervisor")
    for page in (ada.get(link).text, ada.post(link).text):
        assert "sent to nia@example.org, and you are signed in as ada@example.org" in page
    assert Invitation.objects.get().used_at is None
    assert not cast.ada.memberships.exists()


def test_who_has_an_account_elsewhere_can_sign_in_from_the_sign_up(ada: Client, cast: Cast) -> None:
    link = invite(ada, cast)
    assert f"/accounts/login/?next={link}" in Client().get(link, follow=True).text


def test_programs_that_look_at_links_use_none_up(ada: Client, cast: Cast) -> None:
    link = invite(ada, cast)
    browser = Client()
    assert {browser.head(link).status_code for _ in range(12)} == {302}


def test_the_list_says_where_each_stands(ada: Client, cast: Cast) -> None:
    join(invite(ada, cast))
    invite(ada, cast, email="open@example.org")
    page = ada.get(LIST).text
    assert ">used<" in page and ">open<" in page


def test_an_invitation_goes_with_the_person(ada: Client, cast: Cast) -> None:
    join(invite(ada, cast))
    nia = User.objects.get(email="nia@example.org")
    ada.post(reverse("admin:practice_user_delete", args=[nia.pk]), {"post": "yes"})
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_however_many_there_are(
    ada: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    for one in range(number):
        invite(ada, cast, email=f"nia{one}@example.org")
    ada.get(LIST)  # shows what was said about the letters
    with django_assert_num_queries(6):
        ada.get(LIST)
