"""Filling a database where that harms nobody, and counting anew what was counted."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from practice import services
from practice.models import (
    Attempt,
    CriterionResult,
    PracticeDay,
    Review,
    User,
)
from tests.commands.counts import counted
from tests.desk import NOON

pytestmark = pytest.mark.django_db


def where_they_stand() -> list[Any]:
    return list(Attempt.objects.order_by("pk").values_list("pk", "queue_key", "reviewed_at"))


def test_weeks_that_are_copied_are_counted_as_if_they_had_been_written() -> None:
    services.fill_database(attempts=1010, trainees=45, a_week=4, now=NOON)
    weeks = Counter(
        (NOON - at).days // 7 for at in Attempt.objects.values_list("created_at", flat=True)
    )
    assert weeks == {0: 180, 1: 180, 2: 180, 3: 180, 4: 180, 5: 110}
    assert Attempt.objects.values("token").distinct().count() == 1010
    reviewed = Attempt.objects.filter(reviewed_at__isnull=False)
    assert reviewed.count() == Review.objects.values("attempt").distinct().count() > 0
    before, places = counted(), where_they_stand()
    services.recount()
    assert (counted(), where_they_stand()) == (before, places)


@pytest.mark.parametrize("wrong", [{"attempts": 0}, {"trainees": 0}, {"a_week": 0}])
def test_numbers_have_to_be_greater_than_nought(wrong: dict[str, int]) -> None:
    with pytest.raises(CommandError, match="greater than nought"):
        call_command("fill_database", **wrong)


def test_never_among_real_people(settings: Any, django_user_model: type[User]) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="no place among real ones"):
        call_command("fill_database", attempts=10, trainees=2)
    call_command("fill_database", attempts=10, trainees=2, into_empty=True, verbosity=0)
    assert Attempt.objects.count() == 10
    with pytest.raises(CommandError, match="no place among real ones"):
        call_command("fill_database", attempts=10, trainees=2, into_empty=True)


def test_a_recount_of_nothing_is_nothing() -> None:
    call_command("recount", if_never=True)
    assert services.recount() == 0
    assert not PracticeDay.objects.exists()
    assert not CriterionResult.objects.exists()
