"""Everything kept about a person: handed to them, and taken away."""

from __future__ import annotations

import json

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from practice import services
from practice.models import AccessLog, Attempt, CriterionResult, Membership, Stirred, User
from practice.pages.erasure import what_stays
from tests.cast import Cast
from tests.factories import CohortFactory, UserFactory

# Joining ----------------------------------------------------------------------------------


def test_a_code_makes_a_trainee(cast: Cast) -> None:
    newcomer = UserFactory.create()
    membership = services.join_cohort(person=newcomer, code="even-ing2")
    assert (membership.cohort, membership.role) == (cast.evening, "trainee")
    assert services.join_cohort(person=newcomer, code="EVENING2") == membership


@pytest.mark.parametrize("code", ["", "EVENING3", "EVENING", "' OR 1=1", "\x00", "ⅤⅤ" * 100])
def test_a_wrong_code_opens_nothing(cast: Cast, code: str) -> None:
    with pytest.raises(services.JoinError):
        services.join_cohort(person=cast.bob, code=code)
    assert cast.bob.memberships.get().cohort == cast.morning


@pytest.mark.django_db
def test_a_time_zone_never_chosen_becomes_the_groups() -> None:
    cohort = CohortFactory.create(time_zone="Asia/Kathmandu")
    fresh, settled = UserFactory.create(), UserFactory.create(time_zone="Europe/Lisbon")
    for person in (fresh, settled):
        services.join_cohort(person=person, code=cohort.join_code)
    assert User.objects.get(pk=fresh.pk).time_zone == "Asia/Kathmandu"
    assert User.objects.get(pk=settled.pk).time_zone == "Europe/Lisbon"


def test_whoever_left_may_come_back(cast: Cast) -> None:
    membership = cast.alice.memberships.get()
    services.leave_cohort(membership=membership)
    left_at = membership.left_at
    services.leave_cohort(membership=membership)
    assert membership.left_at == left_at
    services.join_cohort(person=cast.alice, code="EVENING2")
    assert Membership.objects.filter(person=cast.alice, cohort=cast.evening).count() == 2


def test_an_old_code_opens_nothing_any_more(cast: Cast) -> None:
    services.renew_join_code(cohort=cast.evening)
    with pytest.raises(services.JoinError):
        services.join_cohort(person=cast.bob, code="EVENING2")
    services.join_cohort(person=cast.bob, code=cast.evening.join_code)


# Everything about me ----------------------------------------------------------------------


def test_a_download_holds_all_of_ones_own_and_nothing_of_others(cast: Cast) -> None:
    services.note_stirring(attempt=cast.alices, word="tenderness")
    assert cast.scenario.current is not None
    services.report_scenario(
        reporter=cast.alice, version=cast.scenario.current, reason="A typing mistake."
    )
    AccessLog.objects.create(
        who=cast.sam, subject=cast.alice, attempt=cast.alices, action="read", at=timezone.now()
    )
    data = services.export_person(person=cast.alice)
    assert data["account"]["email"] == "alice@example.org"
    assert [group["group"] for group in data["groups"]] == ["Evening group"]
    [reply] = data["replies"]
    assert reply["reply"] == cast.alices.reply
    assert reply["scorecard"] == cast.alices.scorecard
    assert (reply["scenario"], reply["version"]) == ("tomas-heating", 1)
    assert reply["stirred"] == "tenderness"
    assert [report["reason"] for report in data["reports"]] == ["A typing mistake."]
    assert [entry["attempt"] for entry in data["access_log"]] == [str(cast.alices.pk)]
    text = json.dumps(data)
    assert cast.bobs.reply not in text
    assert "bob@example.org" not in text


# Erasure ----------------------------------------------------------------------------------


def test_erasure_takes_everything_a_person_wrote(cast: Cast) -> None:
    services.note_stirring(attempt=cast.alices, word="tenderness")
    EmailAddress.objects.create(user=cast.alice, email=cast.alice.email, primary=True)
    services.erase_person(person=cast.alice)
    assert not User.objects.filter(email="alice@example.org").exists()
    assert not EmailAddress.objects.filter(email="alice@example.org").exists()
    assert [*Attempt.objects.all()] == [cast.bobs]
    assert set(CriterionResult.objects.values_list("attempt", flat=True)) == {cast.bobs.pk}
    assert not Stirred.objects.exists()
    assert not Membership.objects.filter(cohort=cast.evening, role="trainee").exists()


def test_what_stays_has_no_name_on_it(cast: Cast) -> None:
    assert cast.scenario.current is not None
    report = services.report_scenario(
        reporter=cast.alice, version=cast.scenario.current, reason="A typing mistake."
    )
    read = AccessLog.objects.create(
        who=cast.sam, subject=cast.alice, attempt=cast.alices, action="read"
    )
    services.erase_person(person=cast.alice)
    report.refresh_from_db()
    read.refresh_from_db()
    assert report.reporter is None
    assert (read.who, read.subject, read.attempt) == (cast.sam, None, None)
    services.erase_person(person=cast.sam)
    read.refresh_from_db()
    assert read.who is None


def test_what_stays_is_named_beforehand(cast: Cast) -> None:
    assert [line.split(",")[0] for line in what_stays(cast.bob)] == ["Backups"]
    assert cast.scenario.current is not None
    services.report_scenario(reporter=cast.alice, version=cast.scenario.current, reason="Off.")
    AccessLog.objects.create(who=cast.sam, subject=cast.alice, action="read")
    assert [line.split(",")[0] for line in what_stays(cast.alice)] == [
        "1 report on a scenario",
        "Lines in the access log saying that somebody read or changed something at some time",
        "Backups",
    ]
