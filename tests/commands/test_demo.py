"""The demonstration, loaded once for all tests of what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from practice.demo import GUESTS, JOIN_CODE, desk, script
from practice.demo.maya import HISTORY
from practice.display.wording import STIRRINGS
from practice.models import (
    AccessLog,
    Assignment,
    Attempt,
    Cohort,
    Dispute,
    QueueCount,
    QueueRank,
    Review,
    ReviewAnswer,
    ReviewRequest,
    Stirred,
    User,
)
from practice.queries import agreement_table
from practice.queries.back import new_reviews

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("said_first")]


def said(command: str) -> list[str]:
    out = StringIO()
    call_command(command, stdout=out)
    return out.getvalue().splitlines()


@pytest.fixture(scope="module")
def said_first(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[str]]:
    """What the command said when it loaded the demonstration, which each test rolls back to."""
    with django_db_blocker.unblock(), transaction.atomic():
        said("load_scenarios")
        yield said("load_demo")
        transaction.set_rollback(True)


def everybody() -> set[str]:
    return {guest.name for guest in GUESTS} | set(script.group())


def test_the_demonstration_is_loaded_once(said_first: list[str]) -> None:
    number = len(HISTORY) + sum(map(len, script.group().values()))
    assert said_first == [f"Demonstration: Autumn evening group, {number} replies written."]
    before = Review.objects.count(), AccessLog.objects.count(), Assignment.objects.count()
    assert said("load_demo") == ["Demonstration: Autumn evening group, 0 replies written."]
    assert (Review.objects.count(), AccessLog.objects.count(), Assignment.objects.count()) == before
    people = list(User.objects.all())
    assert {person.display_name for person in people} == everybody()
    assert not any(person.has_usable_password() for person in people)
    assert [person.display_name for person in people if person.is_staff] == ["Jo"]
    cohort = Cohort.objects.get(join_code=JOIN_CODE)
    leading = cohort.memberships.filter(role="supervisor")
    assert set(leading.values_list("person__display_name", flat=True)) == {"Amara", "Ruben"}
    assert cohort.memberships.filter(role="trainee").count() == len(everybody()) - len(GUESTS) + 1


def test_mayas_history_is_believable() -> None:
    attempts = Attempt.objects.filter(trainee__display_name="Maya").order_by("created_at")
    assert {attempt.strategy for attempt in attempts} == {
        "paraphrase",
        "open_question",
        "reflect_emotions",
    }
    now = timezone.now()
    assert now - timedelta(days=36) < attempts[0].created_at
    assert attempts[len(attempts) - 1].created_at < now
    assert max(attempt.try_number for attempt in attempts) == 2
    scores = [attempt.score for attempt in attempts if attempt.score is not None]
    half = len(scores) // 2
    assert sum(scores[half:]) / len(scores[half:]) > sum(scores[:half]) / half
    assert set(Stirred.objects.values_list("word", flat=True)) <= set(STIRRINGS)


def test_the_demonstrations_supervisors_have_something_to_do() -> None:
    reviews = script.reviews()
    for name, theirs in reviews.items():
        released = Review.objects.released().filter(supervisor__display_name=name)
        assert released.count() == len(theirs)
        assert released.filter(blind=True).count() == sum(one.blind for one in theirs)
    assert Review.objects.filter(state="draft").count() == 1
    assert ReviewRequest.objects.count() == len(desk.ASKS)
    assert Dispute.objects.exists()
    ranks = set(Attempt.objects.values_list("queue_rank", flat=True))
    assert ranks == set(QueueRank.values)
    now = timezone.now()
    late = Attempt.objects.filter(created_at__gte=now) | Attempt.objects.filter(
        reviewed_at__gte=now
    )
    assert not late.exists()
    maya = User.objects.get(display_name="Maya")
    assert new_reviews(maya).number == sum(one.days_ago == 1 for one in reviews["Amara"])
    assert ReviewAnswer.objects.filter(seen_at=None).count() == 1
    amara = User.objects.get(display_name="Amara")
    known = agreement_table(amara, kind="rules").together.found
    assert known.kappa is not None
    assert known.kappa < 1
    counted = QueueCount.objects.order_by("cohort", "rank").values_list("rank", "number")
    before = list(counted)
    call_command("recount", stdout=StringIO())
    assert list(counted) == before
