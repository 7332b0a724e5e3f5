"""What counts for an assignment, as it comes in and when it is changed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from practice import queries, services
from practice.models import Assignment, AssignmentProgress, ScenarioVersion
from tests.cast import Cast
from tests.desk import wrote
from tests.factories import MembershipFactory, published


@pytest.fixture
def today() -> date:
    """Today where the evening group is."""
    return timezone.now().date()


@pytest.fixture
def question(cast: Cast) -> ScenarioVersion:
    """A client to whom a question is asked."""
    version = published("ana-bus", strategy="open_question").current
    assert version is not None
    return version


def ask(cast: Cast, due: date, **fields: Any) -> Assignment:
    fields = {"title": "Two replies", "attempts_wanted": 2, **fields}
    return services.create_assignment(cohort=cast.evening, by=cast.sam, due_on=due, **fields)


def test_replies_count_when_they_come_and_when_the_assignment_changes(
    cast: Cast, question: ScenarioVersion, today: date
) -> None:
    assert cast.scenario.current is not None
    anything = ask(cast, today)
    one_client = ask(cast, today, scenarios=[question.scenario])
    paraphrases = ask(cast, today, strategy="paraphrase")
    now = timezone.now()
    for version, at, visible in (
        (cast.scenario.current, now, True),
        (question, now, False),  # asked for, it counts whoever may see it
        (question, now - timedelta(days=1), True),
        (question, now + timedelta(days=2), True),
    ):
        wrote(cast.alice, version, cohort=cast.evening, at=at, visible=visible)

    def done() -> list[int]:
        return [
            sum(one.progress.values_list("done", flat=True))
            for one in (anything, one_client, paraphrases)
        ]

    assert done() == [2, 1, 1]
    services.recount()
    assert done() == [2, 1, 1]
    services.change_assignment(
        assignment=one_client, title="All", due_on=today + timedelta(days=9), attempts_wanted=3
    )
    assert done() == [2, 3, 1]


def test_an_assignment_wants_something_by_some_day(cast: Cast, today: date) -> None:
    for wrong in ({"title": " "}, {"attempts_wanted": 0}, {"strategy": "juggling"}):
        with pytest.raises(ValidationError):
            ask(cast, today, **wrong)
    assert not Assignment.objects.exists()


def test_progress_for_the_supervisor(cast: Cast, today: date) -> None:
    assert cast.scenario.current is not None
    MembershipFactory.create(cohort=cast.evening)
    assignment = ask(cast, today)
    for _ in range(2):
        wrote(cast.alice, cast.scenario.current, cohort=cast.evening, at=timezone.now())
    [progress] = queries.assignments_of(cast.evening)
    assert (progress.open, progress.through, progress.begun, progress.trainees) == (True, 1, 1, 2)
    assert [(part.done, part.through) for part in queries.parts_of(assignment)] == [
        (2, True),
        (0, False),
    ]
    header, rows = queries.parts_table(assignment)
    assert rows[0] == ["Alice Ames", "alice@example.org", 2, 2, "yes"]
    assert len(header) == len(rows[0])
    services.remove_assignment(assignment=assignment)
    assert queries.assignments_of(cast.evening) == []
    assert not AssignmentProgress.objects.exists()


def test_the_trainee_sees_what_is_left_and_with_whom(
    cast: Cast, question: ScenarioVersion, today: date
) -> None:
    assert cast.scenario.current is not None
    other = published("tomas-pipes")
    ask(cast, today - timedelta(days=2), title="Over")
    ask(cast, today + timedelta(days=3), title="Later")
    ask(cast, today, title="Now", scenarios=[cast.scenario, other])
    now, later = queries.asked_of(cast.alice)
    assert (now.assignment.title, now.done, now.left, now.days_left, now.next) == (
        "Now",
        0,
        2,
        0,
        other,  # she has met the first one
    )
    assert (later.assignment.title, later.next) == ("Later", None)
    assert queries.asked_of(cast.bob) == []
    for _ in range(2):
        wrote(cast.alice, cast.scenario.current, cohort=cast.evening, at=timezone.now())
    assert queries.asked_of(cast.alice) == []


@pytest.mark.parametrize("number", [1, 3])
def test_assignments_cost_a_fixed_number_of_queries(
    cast: Cast, today: date, django_assert_num_queries: Any, number: int
) -> None:
    for _ in range(number):
        ask(cast, today, scenarios=[cast.scenario])
    with django_assert_num_queries(5):
        queries.assignments_of(cast.evening)
    with django_assert_num_queries(4):
        queries.asked_of(cast.alice)
