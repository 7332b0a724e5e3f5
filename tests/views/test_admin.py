"""The admin: what admins can do there, what they cannot, and what it costs."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from practice import services
from practice.models import Attempt, Cohort, Scenario, ScenarioReport, SiteSettings, User
from tests.answers import text
from tests.cast import Cast
from tests.factories import CohortFactory, MembershipFactory, UserFactory, published


def chosen(action: str, *things: Any) -> dict[str, Any]:
    """What the list sends when an action is done with some of its rows."""
    fields = {"action": action, "_selected_action": [str(thing.pk) for thing in things]}
    return fields | ({"post": "yes"} if action == "delete_selected" else {})


def noted() -> list[tuple[str, str]]:
    """The admin's history: about whom or what, and what was done."""
    return list(LogEntry.objects.values_list("object_repr", "change_message"))


@pytest.fixture
def adas(client: Client, cast: Cast) -> Client:
    """A browser where Ada, who may do everything, has signed in."""
    client.force_login(cast.ada)
    return client


@pytest.fixture
def tutors(cast: Cast) -> Client:
    """A browser where Tove has signed in, an admin without rights to give rights."""
    tove = UserFactory.create(email="tove@example.org", display_name="Tove", is_staff=True)
    client = Client()
    client.force_login(tove)
    return client


# People -----------------------------------------------------------------------------------


def person_form(person: User, **changes: Any) -> dict[str, Any]:
    return {
        "display_name": person.display_name,
        "time_zone": person.time_zone,
        "is_active": "on",
        "memberships-TOTAL_FORMS": "0",
        "memberships-INITIAL_FORMS": "0",
        **changes,
    }


def test_an_admin_closes_an_account(tutors: Client, cast: Cast) -> None:
    form = person_form(cast.alice)
    del form["is_active"]
    assert tutors.post(f"/admin/practice/user/{cast.alice.pk}/change/", form).status_code == 302
    assert User.objects.get(pk=cast.alice.pk).is_active is False


def test_closing_the_account_of_a_last_supervisor_says_which_groups(
    tutors: Client, cast: Cast
) -> None:
    form = person_form(cast.sam)
    del form["is_active"]
    page = text(tutors.post(f"/admin/practice/user/{cast.sam.pk}/change/", form, follow=True))
    assert "“Evening group” has nobody to supervise it now" in page
    again = person_form(cast.sam, display_name="Sam S.")
    del again["is_active"]
    page = text(tutors.post(f"/admin/practice/user/{cast.sam.pk}/change/", again, follow=True))
    assert "nobody to supervise it" not in page


def test_rights_are_given_by_those_who_have_them_all(
    adas: Client, tutors: Client, cast: Cast
) -> None:
    path = f"/admin/practice/user/{cast.sam.pk}/change/"
    form = person_form(cast.sam, is_staff="on", is_superuser="on", email="x@example.org")
    tutors.post(path, form)
    sam = User.objects.get(pk=cast.sam.pk)
    assert (sam.is_staff, sam.is_superuser, sam.email) == (False, False, "sam@example.org")
    adas.post(path, form)
    sam = User.objects.get(pk=cast.sam.pk)
    assert (sam.is_staff, sam.is_superuser, sam.email) == (True, True, "sam@example.org")


def test_nobody_takes_away_their_own_rights_by_a_slip(adas: Client, cast: Cast) -> None:
    form = person_form(cast.ada, display_name="Ada B.")
    del form["is_active"]
    assert adas.post(f"/admin/practice/user/{cast.ada.pk}/change/", form).status_code == 302
    ada = User.objects.get(pk=cast.ada.pk)
    assert (ada.display_name, ada.is_active, ada.is_staff, ada.is_superuser) == (
        "Ada B.",
        True,
        True,
        True,
    )


def test_the_admin_says_people_and_person(adas: Client, cast: Cast) -> None:
    pages = ["/admin/", "/admin/practice/user/", f"/admin/practice/user/{cast.alice.pk}/change/"]
    pages += [f"/admin/practice/user/{cast.alice.pk}/delete/", "/admin/practice/user/?q=nobody"]
    for page in pages:
        words = re.sub(r"<[^>]*>", " ", text(adas.get(page)))
        assert re.findall(r"\busers?\b", words, re.IGNORECASE) == [], page


def test_whoever_has_all_rights_is_out_of_reach_of_others(tutors: Client, cast: Cast) -> None:
    TOTP.activate(cast.ada, generate_totp_secret())
    base = f"/admin/practice/user/{cast.ada.pk}"
    assert tutors.post(f"{base}/change/", person_form(cast.ada)).status_code == 403
    assert tutors.post(f"{base}/delete/", {"post": "yes"}).status_code == 403
    for action in ("delete_selected", "reset_second_factor"):
        tutors.post("/admin/practice/user/", chosen(action, cast.ada))
    assert User.objects.filter(pk=cast.ada.pk).exists()
    assert Authenticator.objects.filter(user=cast.ada).exists()


def test_a_lost_second_factor_is_reset(tutors: Client, cast: Cast) -> None:
    TOTP.activate(cast.alice, generate_totp_secret())
    TOTP.activate(cast.bob, generate_totp_secret())
    response = tutors.post(
        "/admin/practice/user/", chosen("reset_second_factor", cast.alice), follow=True
    )
    assert "Alice Ames can sign in with the password alone." in text(response)
    assert noted() == [("Alice Ames", "Reset the second factor.")]
    assert [factor.user for factor in Authenticator.objects.all()] == [cast.bob]


@pytest.mark.parametrize("from_list", [True, False])
def test_a_person_is_erased_here_as_by_themselves(
    tutors: Client, cast: Cast, from_list: bool
) -> None:
    if from_list:
        tutors.post("/admin/practice/user/", chosen("delete_selected", cast.alice))
    else:
        tutors.post(f"/admin/practice/user/{cast.alice.pk}/delete/", {"post": "yes"})
    assert not User.objects.filter(pk=cast.alice.pk).exists()
    assert [*Attempt.objects.all()] == [cast.bobs]


def test_nobodys_secrets_are_shown(adas: Client, cast: Cast) -> None:
    secret = generate_totp_secret()
    TOTP.activate(cast.alice, secret)
    page = text(adas.get(f"/admin/practice/user/{cast.alice.pk}/change/"))
    assert cast.alice.password not in page
    assert secret not in page
    assert cast.alices.reply not in page
    assert adas.get("/admin/mfa/authenticator/").status_code == 404


def test_the_last_supervisor_of_a_group_stays_one(tutors: Client, cast: Cast) -> None:
    membership = cast.sam.memberships.get()
    row = {
        "memberships-TOTAL_FORMS": "1",
        "memberships-INITIAL_FORMS": "1",
        "memberships-0-id": membership.pk,
        "memberships-0-person": cast.sam.pk,
        "memberships-0-cohort": cast.evening.pk,
        "memberships-0-role": "supervisor",
    }
    url = f"/admin/practice/user/{cast.sam.pk}/change/"
    for change in (
        {"left_at": "2026-01-01T12:00"},
        {"role": "trainee"},
        {"cohort": cast.morning.pk},
    ):
        changed = {f"memberships-0-{name}": value for name, value in change.items()}
        page = text(tutors.post(url, person_form(cast.sam, **row | changed)))
        assert "Nobody else supervises this group." in page
    assert tutors.post(url, person_form(cast.sam, **row)).status_code == 302
    assert cast.evening.memberships.current().filter(role="supervisor").get() == membership


# Cohorts ----------------------------------------------------------------------------------


def cohort_form(**changes: Any) -> dict[str, Any]:
    return {
        "name": "Night group",
        "time_zone": "Europe/Lisbon",
        "join_code_expires_at_0": "",
        "join_code_expires_at_1": "",
        **changes,
    }


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_a_code_is_good_until_some_day_of_this_century(
    tutors: Client, cast: Cast, year: str
) -> None:
    User.objects.update(time_zone="Pacific/Auckland" if year == "0001" else "America/New_York")
    url = f"/admin/practice/cohort/{cast.evening.pk}/change/"
    sent = cohort_form(join_code_expires_at=f"{year}-12-31T23:59")
    assert "Please choose a day in the years 2000 to 2100." in text(tutors.post(url, sent))
    cast.evening.refresh_from_db()
    assert cast.evening.join_code_expires_at is None


def test_a_cohort_is_made(tutors: Client) -> None:
    SiteSettings.objects.create(visible_by_default=False)
    page = text(tutors.get("/admin/practice/cohort/add/"))
    [box] = re.findall(r'<input[^>]*name="visible_by_default"[^>]*>', page)
    assert "checked" not in box
    tutors.post("/admin/practice/cohort/add/", cohort_form())
    cohort = Cohort.objects.get(name="Night group")
    assert (cohort.visible_by_default, len(cohort.join_code)) == (False, 8)
    assert cohort.created_by == User.objects.get(email="tove@example.org")


def test_somebody_becomes_a_supervisor(tutors: Client, cast: Cast) -> None:
    membership = {
        "memberships-TOTAL_FORMS": "1",
        "memberships-0-person": str(cast.bob.pk),
        "memberships-0-cohort": str(cast.evening.pk),
        "memberships-0-role": "supervisor",
        "memberships-0-left_at": "",
    }
    form = person_form(cast.bob, **membership)
    tutors.post(f"/admin/practice/user/{cast.bob.pk}/change/", form)
    assert cast.bob.memberships.filter(cohort=cast.evening, role="supervisor").exists()


def test_a_large_group_is_saved_and_costs_no_more(
    tutors: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    MembershipFactory.create_batch(12, cohort=cast.evening)
    url = f"/admin/practice/cohort/{cast.evening.pk}/change/"
    with django_assert_max_num_queries(5):
        page = text(tutors.get(url))
    assert "memberships-" not in page
    assert tutors.post(url, cohort_form()).status_code == 302
    assert Cohort.objects.get(pk=cast.evening.pk).name == "Night group"


def test_the_people_of_a_group_are_those_who_are_in_it_now(tutors: Client, cast: Cast) -> None:
    services.leave_cohort(membership=cast.alice.memberships.get())
    MembershipFactory.create(person=cast.sam, cohort=cast.evening)
    page = text(tutors.get(f"/admin/practice/cohort/{cast.evening.pk}/change/"))
    link = f"/admin/practice/user/?group={cast.evening.pk}"
    assert f'href="{link}"' in page
    people = text(tutors.get(link))
    assert "Sam Stone" in people and "1 person" in people and "Evening group" in people
    counts = re.findall(r'class="field-people">(\d+)<', text(tutors.get("/admin/practice/cohort/")))
    assert counts == ["1", "1"]
    assert "Alice Ames" in text(tutors.get("/admin/practice/user/"))


def test_a_group_is_never_removed(adas: Client, cast: Cast) -> None:
    delete = f"/admin/practice/cohort/{cast.evening.pk}/delete/"
    assert adas.post(delete, {"post": "yes"}).status_code == 403
    adas.post("/admin/practice/cohort/", chosen("delete_selected", cast.evening))
    assert Cohort.objects.filter(pk=cast.evening.pk).exists()


def test_a_code_is_renewed(tutors: Client, cast: Cast) -> None:
    tutors.post("/admin/practice/cohort/", chosen("new_codes", cast.evening))
    assert noted() == [("Evening group", "Gave it a new join code.")]
    assert not Cohort.objects.joinable("EVENING2", timezone.now()).exists()
    assert Cohort.objects.joinable("MORNING2", timezone.now()).exists()


# Scenarios and reports --------------------------------------------------------------------


def test_scenarios_are_read(tutors: Client, cast: Cast) -> None:
    page = text(tutors.get(f"/admin/practice/scenario/{cast.scenario.pk}/change/"))
    assert "I sat in the kitchen with my coat on" in page
    assert 'name="_save"' not in page
    tutors.post(f"/admin/practice/scenario/{cast.scenario.pk}/change/", {"state": "retired"})
    assert Scenario.objects.get().state == "published"


def test_a_report_is_marked_as_handled(tutors: Client, cast: Cast) -> None:
    assert cast.scenario.current is not None
    report = services.report_scenario(
        reporter=cast.alice, version=cast.scenario.current, reason="<b>Off</b>"
    )
    assert "&lt;b&gt;Off&lt;/b&gt;" in text(tutors.get("/admin/practice/scenarioreport/"))
    for _ in range(2):  # the second finds nothing to mark
        tutors.post("/admin/practice/scenarioreport/", chosen("mark_handled", report))
    assert [says for _, says in noted()] == ["Marked as handled."]
    assert ScenarioReport.objects.get().handled_at is not None


# The site ---------------------------------------------------------------------------------


def test_what_an_admin_sets_is_in_force(tutors: Client) -> None:
    form = {
        "site_name": "Our coach",
        "welcome_text": "",
        "crisis_notice": "Call the porter: 4711.",
        "retention_days": "90",
    }
    tutors.get("/admin/practice/sitesettings/")
    assert tutors.post("/admin/practice/sitesettings/1/change/", form).status_code == 302
    assert SiteSettings.load().retention_days == 90
    assert "Call the porter: 4711." in text(Client().get("/in-crisis/"))


@pytest.mark.parametrize("days", ["0", "-1", "x", "9" * 30])
def test_a_period_that_makes_no_sense_is_refused(tutors: Client, days: str) -> None:
    form = {"site_name": "x", "crisis_notice": "x", "retention_days": days}
    tutors.get("/admin/practice/sitesettings/")
    assert tutors.post("/admin/practice/sitesettings/1/change/", form).status_code == 200
    assert SiteSettings.load().retention_days is None


# Odd requests and costs -------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "/admin/practice/user/?is_staff__exact=perhaps",
        "/admin/practice/user/?group=evening",
        f"/admin/practice/user/?group={UUID(int=7)}",
        "/admin/practice/user/nobody/change/",
        "/admin/practice/scenario/99999999999999999999/change/",
        "/admin/practice/scenario/?current__difficulty__exact=x",
    ],
)
def test_an_odd_address_is_no_accident(adas: Client, path: str) -> None:
    assert adas.get(path).status_code in {200, 302, 404}


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("model", "queries"),
    [("user", 5), ("cohort", 5), ("scenario", 5), ("scenarioreport", 5)],
)
def test_a_list_costs_the_same_however_long_it_is(
    adas: Client,
    cast: Cast,
    model: str,
    queries: int,
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for i in range(rows):
        person = UserFactory.create()
        CohortFactory.create()
        version = published(f"another-{i}").current
        assert version is not None
        services.report_scenario(reporter=person, version=version, reason="Off.")
    adas.get("/admin/")
    with django_assert_num_queries(queries):
        adas.get(f"/admin/practice/{model}/")
