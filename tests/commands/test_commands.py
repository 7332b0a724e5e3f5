"""What is run at the command line."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django.fixtures import Settings

from practice.demo import GUESTS, JOIN_CODE, desk, script
from practice.demo.maya import HISTORY
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
    Scenario,
    SiteSettings,
    Stirred,
    User,
)
from practice.queries import agreement_table
from practice.queries.back import new_reviews
from practice.wording import STIRRINGS
from tests.cast import Cast
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def said(*args: Any) -> list[str]:
    out = StringIO()
    call_command(*args, stdout=out)
    return out.getvalue().splitlines()


# load_scenarios ---------------------------------------------------------------------------


def test_scenarios_are_loaded_once() -> None:
    count = len([*Path("practice/scenarios").glob("*.json")])
    assert said("load_scenarios") == [
        f"Scenarios: {count} new, 0 changed, 0 the same, 0 kept as written here."
    ]
    assert said("load_scenarios") == [
        f"Scenarios: 0 new, 0 changed, {count} the same, 0 kept as written here."
    ]


def test_a_wrong_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "odd.json").write_text("{}")
    with pytest.raises(CommandError, match=r"odd\.json:1: schema: is missing"):
        call_command("load_scenarios", str(tmp_path))


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="There is no folder"):
        call_command("load_scenarios", str(tmp_path / "nowhere"))


# load_demo --------------------------------------------------------------------------------


def everybody() -> set[str]:
    return {guest.name for guest in GUESTS} | set(script.group())


def test_the_demonstration_is_loaded_once() -> None:
    call_command("load_scenarios", stdout=StringIO())
    number = len(HISTORY) + sum(map(len, script.group().values()))
    assert said("load_demo") == [f"Demonstration: Autumn evening group, {number} replies written."]
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
    call_command("load_scenarios", stdout=StringIO())
    call_command("load_demo", stdout=StringIO())
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
    call_command("load_scenarios", stdout=StringIO())
    call_command("load_demo", stdout=StringIO())
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


def test_the_demonstration_is_for_the_demo_mode(settings: Settings) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="LISTENING_COACH_MODE=demo"):
        call_command("load_demo")
    assert not User.objects.exists()


def test_the_demonstration_keeps_out_of_a_real_sites_database() -> None:
    UserFactory.create()
    with pytest.raises(CommandError, match="looks like a real site"):
        call_command("load_demo")
    assert User.objects.count() == 1
    assert not Cohort.objects.exists()


# prepare ----------------------------------------------------------------------------------


@pytest.mark.parametrize("demo", [True, False])
def test_a_site_is_prepared_and_prepared_again(
    settings: Settings, tmp_path: Path, demo: bool
) -> None:
    settings.DEMO = demo
    settings.STATIC_ROOT = tmp_path
    for _ in range(2):
        call_command("prepare", stdout=StringIO())
    assert Scenario.objects.published().exists()
    assert User.objects.exists() is demo
    assert any(tmp_path.rglob("*.css"))


# forget_old_replies -----------------------------------------------------------------------


def test_old_replies_and_sessions_are_forgotten(cast: Cast) -> None:
    SiteSettings.objects.create(retention_days=30)
    long_ago = timezone.now() - timedelta(days=31)
    Attempt.objects.filter(pk=cast.alices.pk).update(created_at=long_ago)
    Session.objects.create(session_key="k" * 32, session_data="", expire_date=long_ago)
    assert said("forget_old_replies") == ["Replies forgotten: 1."]
    assert said("forget_old_replies") == ["Replies forgotten: 0."]
    assert [*Attempt.objects.all()] == [cast.bobs]
    assert not Session.objects.exists()
