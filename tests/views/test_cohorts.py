"""Groups: made, joined, read at a glance, brought in from files, asked to practise."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from practice import services
from practice.models import (
    AccessLog,
    Assignment,
    Cohort,
    Invitation,
    Membership,
    Scenario,
    User,
)
from tests.answers import text
from tests.factories import MembershipFactory
from tests.views.cards import card, found
from tests.views.group import in_group
from tests.views.people import make_person, make_scenario

pytestmark = pytest.mark.django_db


@pytest.fixture
def cohort(group: tuple[Cohort, User]) -> Cohort:
    return group[0]


def words_of(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_a_supervisor_finds_queue_and_cohorts_and_a_trainee_does_not(
    as_sam: Client, as_maya: Client
) -> None:
    assert re.findall(r'<li><a href="([^"]+)"', text(as_sam.get("/")))[:3] == [
        "/reviews/", "/cohorts/", "/practise/",
    ]  # fmt: skip
    assert 'href="/cohorts/"' not in text(as_maya.get("/"))


def test_home_of_somebody_who_only_supervises_is_the_top_of_the_queue(
    as_sam: Client, maya: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    assert "Nothing waits for you." in text(as_sam.get("/"))
    attempt = in_group(maya, tomasz, group[0])
    page = text(as_sam.get("/"))
    assert f'href="/reviews/{attempt.pk}/#attempt">Begin with Maya' in page
    assert "Next for you" not in page
    MembershipFactory.create(person=group[1], cohort=group[0])
    assert "Next for you" in text(as_sam.get("/"))


def test_a_group_is_made_and_changed(as_sam: Client) -> None:
    assert "A name is needed" in text(as_sam.post("/cohorts/new/", {"time_zone": "UTC"}))
    as_sam.post("/cohorts/new/", {"name": "Spring group", "time_zone": "Europe/Lisbon"})
    made = Cohort.objects.get(name="Spring group")
    assert (made.time_zone, made.visible_by_default) == ("Europe/Lisbon", False)
    assert "Spring group" in text(as_sam.get("/cohorts/"))
    as_sam.post(
        f"/cohorts/{made.pk}/edit/",
        {"name": "Late spring", "time_zone": "UTC", "visible_by_default": "on"},
    )
    made.refresh_from_db()
    assert (made.name, made.time_zone, made.visible_by_default) == ("Late spring", "UTC", True)


def test_the_code_is_changed_closed_and_given_a_day(as_sam: Client, cohort: Cohort) -> None:
    url, before = f"/cohorts/{cohort.pk}/code/", cohort.join_code
    as_sam.post(url, {"do": "renew"})
    cohort.refresh_from_db()
    assert cohort.join_code != before
    as_sam.post(url, {"do": "close"})
    assert "The code opens nothing" in text(as_sam.get(f"/cohorts/{cohort.pk}/roster/"))
    as_sam.post(url, {"until": "2099-12-31"})
    cohort.refresh_from_db()
    assert cohort.join_code_expires_at is not None and cohort.join_code_expires_at.year == 2100
    assert "This is not a day." in text(as_sam.post(url, {"until": "soon"}, follow=True))
    beyond = text(as_sam.post(url, {"until": "9999-12-31"}, follow=True))
    assert "in the years 2000 to 2100. The code stays as it was." in beyond


def test_people_are_moved_and_taken_out_but_not_the_last_supervisor(
    as_sam: Client, maya: User, group: tuple[Cohort, User]
) -> None:
    cohort, sam = group
    other = services.create_cohort(by=sam, name="Other group")
    member = maya.memberships.get()
    url = f"/cohorts/{cohort.pk}/members/{member.pk}/"
    as_sam.post(url, {"to": str(other.pk)})
    moved = maya.memberships.current().get()
    assert moved.cohort == other
    assert as_sam.post(f"{url}take-out/").status_code == 404
    as_sam.post(f"/cohorts/{other.pk}/members/{moved.pk}/take-out/")
    assert not maya.memberships.current().exists()
    own = f"/cohorts/{cohort.pk}/members/{sam.memberships.get(cohort=cohort).pk}/"
    for refused in (as_sam.post(f"{own}take-out/", follow=True),
                    as_sam.post(own, {"to": str(other.pk)}, follow=True)):  # fmt: skip
        assert "Nobody else supervises this group." in text(refused)
    assert sam.memberships.current().filter(cohort=cohort).exists()


def test_before_somebody_is_taken_out_it_says_what_stays(
    as_sam: Client, maya: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    cohort = group[0]
    written = in_group(maya, tomasz, cohort)
    member = maya.memberships.get()
    url = f"/cohorts/{cohort.pk}/members/{member.pk}/take-out/"
    assert f'href="{url}"' in text(as_sam.get(f"/cohorts/{cohort.pk}/roster/"))
    page = words_of(text(as_sam.get(url)))
    assert "Take Maya Lind out?" in page
    assert "No reply is lost. What Maya Lind wrote in this group stays with it" in page
    assert "This is you" not in page
    assert maya.memberships.current().get() == member  # to read it does nothing
    page = words_of(text(as_sam.post(url, follow=True)))
    assert "Maya Lind is out. What they wrote here stays." in page
    assert as_sam.get(f"/reviews/{written.pk}/").status_code == 200
    assert as_sam.get(url).status_code == 404


def test_who_takes_themselves_out_is_told_so_and_led_to_what_there_is(
    as_sam: Client, ben: User, group: tuple[Cohort, User]
) -> None:
    cohort, sam = group
    services.add_supervisor(cohort=cohort, email=ben.email)
    url = f"/cohorts/{cohort.pk}/members/{sam.memberships.get().pk}/take-out/"
    page = words_of(text(as_sam.get(url)))
    assert "This is you: you would no longer reach Evening group yourself." in page
    assert "Reviews that Sam Stone released stay with the replies." in page
    assert as_sam.post(url).headers["Location"] == "/"
    assert not sam.memberships.current().exists()


def test_one_cannot_move_people_to_a_group_of_others(
    as_sam: Client, maya: User, ben: User, cohort: Cohort
) -> None:
    others = services.create_cohort(by=ben, name="Ben's group")
    as_sam.post(
        f"/cohorts/{cohort.pk}/members/{maya.memberships.get().pk}/", {"to": str(others.pk)}
    )
    assert maya.memberships.current().get().cohort == cohort


def test_one_more_supervisor(as_sam: Client, ben: User, cohort: Cohort) -> None:
    url = f"/cohorts/{cohort.pk}/roster/"
    assert "Nobody has an account" in text(as_sam.post(url, {"email": "no@example.org"}))
    as_sam.post(url, {"email": ben.email})
    assert Membership.objects.filter(person=ben, cohort=cohort, role="supervisor").exists()


def test_a_list_is_shown_first_and_then_brought_in(
    as_sam: Client, ben: User, cohort: Cohort
) -> None:
    url = f"/cohorts/{cohort.pk}/import/"
    lines = f"email,name\n{ben.email},Ben\nnew@example.org,New\n"
    sent = SimpleUploadedFile("list.csv", lines.encode("utf-8-sig"))
    page = text(as_sam.post(url, {"file": sent}))
    assert "2 people in the list" in page and "Left aside: name." in page
    assert not Membership.objects.filter(person=ben).exists()
    page = text(as_sam.post(url, {"text": lines, "do": "import"}, follow=True))
    says = "1 added, 1 invited by e-mail, 1 letter waits and goes out by itself."
    assert says in page
    assert Membership.objects.filter(person=ben, cohort=cohort).exists()
    assert Invitation.objects.get().email == "new@example.org"


def test_who_is_invited_is_listed_and_the_letter_can_be_sent_again_or_taken_back(
    as_sam: Client, cohort: Cohort, settings: Settings, mailoutbox: list[EmailMessage]
) -> None:
    roster, lines = f"/cohorts/{cohort.pk}/roster/", "email\nnew@example.org\nother@example.org\n"
    works = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens there
    done = as_sam.post(
        f"/cohorts/{cohort.pk}/import/", {"text": lines, "do": "import"}, follow=True
    )
    assert "2 letters wait and go out by themselves" in text(done)
    assert "new@example.org" in text(done) and "other@example.org" in text(done)
    assert text(done).count("the letter is not sent yet") == 2
    new, other = Invitation.objects.order_by("email")
    again = f"/cohorts/{cohort.pk}/invitations/{new.pk}/"
    assert "could not be sent" in text(as_sam.post(again, follow=True))
    settings.EMAIL_BACKEND = works
    assert "Sent to new@example.org again." in text(as_sam.post(again, follow=True))
    assert [letter.to for letter in mailoutbox] == [["new@example.org"]]
    assert text(as_sam.get(roster)).count("the letter is not sent yet") == 1
    back = as_sam.post(
        f"/cohorts/{cohort.pk}/invitations/{other.pk}/", {"do": "withdraw"}, follow=True
    )
    assert "opens nothing any more" in text(back)
    page = text(as_sam.get(roster))
    assert "new@example.org" in page and "other@example.org" not in page


def test_who_came_in_with_the_code_is_not_waited_for(
    as_sam: Client, ben: User, cohort: Cohort
) -> None:
    Invitation.objects.create(email=ben.email, role="trainee", cohort=cohort)
    roster = f"/cohorts/{cohort.pk}/roster/"
    assert "Invited, and not here yet" in text(as_sam.get(roster))
    services.join_cohort(person=ben, code=cohort.join_code)
    assert "Invited, and not here yet" not in text(as_sam.get(roster))


def test_what_is_wrong_in_a_list_is_told_by_line_and_field(as_sam: Client, cohort: Cohort) -> None:
    url = f"/cohorts/{cohort.pk}/import/"
    lines = "email,role\nnobody,trainee\nok@example.org,boss\n"
    page = text(as_sam.post(url, {"text": lines, "do": "import"}))
    assert "Line 2, email" in page and "Line 3, role" in page
    assert "nobody,trainee" in page  # what was sent is kept
    assert not Invitation.objects.exists()
    assert "nothing was pasted" in text(as_sam.post(url, {"text": " "}))
    sent = SimpleUploadedFile("list.xlsx", b"PK\x03\x04\xff\xfe")
    assert "not a plain text file in UTF-8" in text(as_sam.post(url, {"file": sent}))


def test_tables_are_safe_against_formulas(as_sam: Client, cohort: Cohort) -> None:
    villain = make_person("v@example.org", "=HYPERLINK(A1)")
    MembershipFactory.create(person=villain, cohort=cohort)
    for part in ("roster.csv", "overview.csv"):
        answer = as_sam.get(f"/cohorts/{cohort.pk}/{part}")
        assert answer["Content-Type"] == "text/csv; charset=utf-8"
        assert "'=HYPERLINK(A1)" in text(answer)


def test_the_weeks_are_downloaded_too(as_sam: Client, cohort: Cohort) -> None:
    answer = as_sam.get(f"/cohorts/{cohort.pk}/weeks.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert (
        text(answer).removeprefix("\ufeff").splitlines()[0]
        == "week from,points met,of,replies,people"
    )
    assert len(text(answer).splitlines()) == 9


def test_whoever_is_in_a_table_reads_who_downloaded_it(
    as_sam: Client, as_maya: Client, maya: User, group: tuple[Cohort, User]
) -> None:
    cohort, sam = group
    due = timezone.localdate() + timedelta(days=3)
    asked = services.create_assignment(
        cohort=cohort, by=sam, title="Three", due_on=due, attempts_wanted=3
    )
    tables = [
        f"/cohorts/{cohort.pk}/roster.csv",
        f"/cohorts/{cohort.pk}/overview.csv",
        f"/assignments/{asked.pk}/progress.csv",
    ]
    for url in (*tables, *tables):  # once an hour at most for each
        assert as_sam.get(url).status_code == 200
    log = AccessLog.objects.order_by("pk")
    assert list(log.values_list("who", "subject", "action", "about")) == [
        (sam.pk, maya.pk, "exported", about)
        for about in (
            "the list of people in Evening group",
            "how everybody in Evening group is doing",
            "how far everybody is with “Three”",
        )
    ]
    page = words_of(text(as_maya.get("/account/access/")))
    assert "Sam Stone Downloaded the list of people in Evening group" in page


def test_the_overview_says_what_to_teach_and_who_practised(
    as_sam: Client, maya: User, ben: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    MembershipFactory.create(person=ben, cohort=group[0])
    scored = card(criteria=[found("names_feeling", "met", 20, 20),
                            found("about_as_strong", "not_yet", 12, 0)])  # fmt: skip
    for _ in range(20):
        in_group(maya, tomasz, group[0], scorecard=scored)
    page = words_of(text(as_sam.get(f"/cohorts/{group[0].pk}/")))
    log = AccessLog.objects.get()  # the example is a whole reply of hers
    assert (log.who, log.subject, log.action) == (group[1], maya, "read")
    assert page.index("What to teach next") < page.index("Where each one stands")
    assert "About as strong (reflect emotions). It was met in 0 of 20 replies" in page
    assert "Set one clients" not in page
    assert "One of two in the last seven days." in page
    assert "Ben Osei not yet Ask how it is going" in page
    assert "Maya Lind 20 100 0" in page
    assert "Ben Osei 0 · ·" in page


def test_something_is_set_changed_and_asked_no_longer(
    as_sam: Client, as_maya: Client, tomasz: Scenario, cohort: Cohort
) -> None:
    url = f"/cohorts/{cohort.pk}/assignments/new/"
    page = text(as_sam.get(f"{url}?strategy=reflect_emotions&client={tomasz.slug}"))
    assert f'value="{tomasz.pk}"' in page and "checked" in page
    assert "A name is needed" in text(as_sam.post(url, {"attempts_wanted": "2"}))
    due = (timezone.localdate() + timedelta(days=5)).isoformat()
    sent = {"title": "Two of Tomasz", "due_on": due, "attempts_wanted": "2",
            "scenarios": [str(tomasz.pk)]}  # fmt: skip
    made_at = as_sam.post(url, sent)["Location"]
    made = Assignment.objects.get()
    assert list(made.scenarios.all()) == [tomasz]
    home = words_of(text(as_maya.get("/")))
    assert "Set for you" in home and "Two of Tomasz" in home and "0 of 2" in home
    as_sam.post(made_at, {**sent, "attempts_wanted": "1"})
    assert "Maya Lind 0 of 1 not yet" in words_of(text(as_sam.get(made_at)))
    assert "Maya Lind,maya@example.org,0,1,no" in text(as_sam.get(f"{made_at}progress.csv"))
    assert "Two of Tomasz" in text(as_sam.get(f"/cohorts/{cohort.pk}/"))
    as_sam.post(made_at, {"do": "remove"})
    assert not Assignment.objects.exists()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"due_on": "2020-01-01"}, "This day is over. Please choose today or a later one."),
        ({"due_on": "9999-12-31"}, "Please choose a day in the years 2000 to 2100."),
        ({"attempts_wanted": "-3"}, "A whole number from 1 to 200, please."),
        ({"attempts_wanted": "2.5"}, "A whole number from 1 to 200, please."),
        ({"attempts_wanted": "201"}, "A whole number from 1 to 200, please."),
        ({"scenarios": ["0"]}, "A client you chose is not practised any more."),
    ],
)
def test_what_cannot_be_set_is_said_plainly(
    as_sam: Client, cohort: Cohort, sent: dict[str, Any], said: str
) -> None:
    whole = {"title": "Three", "due_on": timezone.localdate().isoformat(), "attempts_wanted": "3"}
    page = text(as_sam.post(f"/cohorts/{cohort.pk}/assignments/new/", {**whole, **sent}))
    assert said in page and 'value="Three"' in page
    assert not Assignment.objects.exists()


def test_what_was_due_can_be_changed_but_not_to_another_day_that_is_over(
    as_sam: Client, sam: User, cohort: Cohort
) -> None:
    made = services.create_assignment(
        cohort=cohort, by=sam, title="Three", due_on=date(2020, 1, 1), attempts_wanted=3
    )
    url = f"/assignments/{made.pk}/"
    page = words_of(text(as_sam.get(url)))
    assert "3 replies each until Wednesday, 1 January 2020. None of one through." in page
    sent = {"title": "Four", "due_on": "2020-01-01", "attempts_wanted": "4"}
    assert "This day is over" in text(as_sam.post(url, {**sent, "due_on": "2020-01-02"}))
    assert as_sam.post(url, sent).status_code == 302
    made.refresh_from_db()
    assert (made.title, made.due_on) == ("Four", date(2020, 1, 1))


@pytest.mark.parametrize("address", ["/cohorts/{pk}/import/", "/transcripts/"])
def test_an_empty_file_is_said_to_be_one(as_sam: Client, cohort: Cohort, address: str) -> None:
    sent = {"file": SimpleUploadedFile("list.csv", b"")}
    page = text(as_sam.post(address.format(pk=cohort.pk), sent))
    assert "This file is empty." in page


@pytest.mark.parametrize("number", [1, 3])
def test_pages_cost_a_fixed_number_of_queries(
    as_sam: Client,
    group: tuple[Cohort, User],
    number: int,
    django_assert_num_queries: Callable[[int], Any],
) -> None:
    cohort, sam = group
    for i in range(number):
        trainee = make_person(f"t{i}@example.org", f"Trainee {i}")
        MembershipFactory.create(person=trainee, cohort=cohort)
        in_group(trainee, make_scenario(f"client-{i}"), cohort)
        services.create_assignment(
            cohort=cohort, by=sam, title=f"No. {i}", due_on=timezone.localdate(), attempts_wanted=1
        )
        services.create_cohort(by=sam, name=f"Group {i}")
    for url, queries_made in QUERIES.items():
        with django_assert_num_queries(queries_made):
            as_sam.get(url.format(pk=cohort.pk))


QUERIES = {"/cohorts/": 3, "/cohorts/{pk}/": 13, "/cohorts/{pk}/roster/": 7, "/": 6}
