"""A cohort at a glance, counted by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from practice import queries, services
from practice.csv_files import write_csv
from practice.models import Attempt, Cohort, CriterionWeek, ScenarioVersion, User
from practice.queries import Band, Cell
from tests.cast import Cast
from tests.desk import NOON, days, wrote
from tests.factories import MembershipFactory, published

Count = Callable[[int], Any]


@pytest.fixture
def version(cast: Cast) -> ScenarioVersion:
    """Tomas, whom nobody has answered yet."""
    Attempt.objects.all().delete()
    services.recount()
    assert cast.scenario.current is not None
    return cast.scenario.current


@pytest.fixture
def zoe(cast: Cast) -> User:
    """Another trainee of the evening group."""
    person: User = MembershipFactory.create(cohort=cast.evening, person__display_name="Zoë").person
    return person


def practise(
    trainee: User, version: ScenarioVersion, cohort: Cohort, met: int, of: int, day: float = 0
) -> None:
    for number in range(of):
        verdict = "met" if number < met else "not_yet"
        wrote(
            trainee,
            version,
            cohort=cohort,
            at=NOON + days(day),
            verdicts={"main_points": "met", "own_words": verdict},
            score=min(60 + number, 100),
            scorecard={
                "technique": "reflection",
                "moves": [],
                "faults": [],
                "criteria": [
                    {"criterion": "own_words", "reason": "An echo.", "reply_spans": [[0, 3]]}
                ],
            },
        )


def test_who_practised_and_how_much(cast: Cast, version: ScenarioVersion, zoe: User) -> None:
    practise(cast.alice, version, cast.evening, 1, 2)
    practise(cast.alice, version, cast.evening, 1, 1, day=-1)
    practise(cast.alice, version, cast.evening, 1, 1, day=-60)
    practise(zoe, version, cast.evening, 1, 1, day=-40)
    practise(cast.bob, version, cast.morning, 5, 5)
    found = queries.overview(cast.evening, weeks=2, now=NOON)
    assert (found.replies, found.practised) == (3, 1)
    assert [
        (row.trainee, row.replies, row.days, row.last_on, row.mean_score) for row in found.rows
    ] == [
        (cast.alice, 3, 2, NOON.date(), 60),
        (zoe, 0, 0, (NOON - days(40)).date(), None),
    ]
    assert [row.trainee for row in found.not_practised] == [zoe]


@pytest.mark.parametrize(("day", "lately"), [(-6, 1), (-7, 0)])
def test_seven_days_tell_who_practises(
    cast: Cast, version: ScenarioVersion, day: int, lately: int
) -> None:
    practise(cast.alice, version, cast.evening, 1, 1, day=day)
    found = queries.overview(cast.evening, now=NOON)
    assert (found.practised, len(found.not_practised)) == (lately, 1 - lately)


def test_the_columns_stand_by_strategy(cast: Cast, version: ScenarioVersion) -> None:
    counts = {"not_yet": 1, "met": 1, "partly": 0}
    for strategy, criterion in (
        ("reflect_emotions", "names_feeling"),
        ("open_question", "is_open"),
        ("paraphrase", "own_words"),
        ("paraphrase", "no_roadblock"),
        ("paraphrase", "of_older_rules"),
    ):
        CriterionWeek.objects.create(
            cohort=cast.evening,
            trainee=cast.alice,
            week=NOON.date() - days(NOON.weekday()),
            strategy=strategy,
            criterion=criterion,
            **counts,
        )
    found = queries.overview(cast.evening, now=NOON)
    order = ["no_roadblock", "own_words", "is_open", "names_feeling", "of_older_rules"]
    assert [one.criterion for one in found.columns] == order
    assert found.bands == [
        Band("", 1),
        Band("paraphrase", 1),
        Band("open_question", 1),
        Band("reflect_emotions", 1),
        Band("", 1),
    ]


def test_the_heat_map_counts_replies_that_met_each_criterion(
    cast: Cast, version: ScenarioVersion, zoe: User
) -> None:
    practise(cast.alice, version, cast.evening, 4, 10)
    practise(zoe, version, cast.evening, 2, 4)
    found = queries.overview(cast.evening, now=NOON)
    assert [column.label for column in found.columns] == [
        "Gives the main points back",
        "In your own words",
    ]
    assert found.columns[1].together == Cell(6, 14)
    alice, other = (row.cells[1] for row in found.rows)
    assert (alice.percent, alice.step) == (40, 3)
    assert (other.percent, other.step) == (None, 0)  # four replies are too few
    assert found.rows[0].cells[0].step == 5


@pytest.mark.parametrize(
    ("met", "step"), [(0, 1), (1, 1), (2, 2), (3, 2), (5, 3), (6, 4), (7, 4), (8, 5), (10, 5)]
)
def test_five_steps_from_seldom_to_nearly_always(met: int, step: int) -> None:
    assert Cell(met, 10).step == step


def test_what_to_teach_next_with_clients_and_examples(
    cast: Cast, version: ScenarioVersion, zoe: User
) -> None:
    for slug, difficulty in (("b-hard", 3), ("a-gentle", 1)):
        published(slug, difficulty=difficulty)
    published("q-other", strategy="open_question")
    practise(cast.alice, version, cast.evening, 1, 10)
    practise(zoe, version, cast.evening, 9, 10)
    teach = queries.overview(cast.evening, now=NOON).teach
    assert teach
    assert (teach.criterion, teach.strategy, teach.together) == (
        "own_words",
        "paraphrase",
        Cell(10, 20),
    )
    assert (teach.trainees_low, teach.trainees_known) == (1, 2)
    assert [one.slug for one in teach.scenarios] == ["a-gentle", "b-hard", "tomas-heating"]
    assert [(one.reason, one.spans) for one in teach.examples] == [("An echo.", [(0, 3)])] * 2


def test_nothing_to_teach_where_it_goes_well_or_there_is_too_little(
    cast: Cast, version: ScenarioVersion
) -> None:
    assert queries.overview(cast.evening, now=NOON).teach is None
    practise(cast.alice, version, cast.evening, 0, 19)
    assert queries.overview(cast.evening, now=NOON).teach is None
    practise(cast.alice, version, cast.evening, 200, 200)
    assert queries.overview(cast.evening, now=NOON).teach is None


def test_the_trend_is_told_by_weeks(cast: Cast, version: ScenarioVersion, zoe: User) -> None:
    practise(cast.alice, version, cast.evening, 2, 4)
    practise(zoe, version, cast.evening, 1, 1, day=-1)  # Monday of the same week
    practise(zoe, version, cast.evening, 0, 1, day=-2)  # Sunday of the week before
    trend = queries.overview(cast.evening, now=NOON).trend
    assert len(trend) == 8
    assert [(week.replies, week.trainees, week.met) for week in trend[-2:]] == [
        (1, 1, Cell(1, 2)),
        (5, 2, Cell(8, 10)),
    ]
    assert trend[0].replies == 0


def test_the_csv_says_what_the_page_says(cast: Cast, version: ScenarioVersion, zoe: User) -> None:
    practise(cast.alice, version, cast.evening, 4, 10)
    header, rows = queries.overview_table(queries.overview(cast.evening, now=NOON))
    assert header[-2:] == ["In your own words: met", "In your own words: of"]
    assert rows[0][1:4] == ["alice@example.org", 10, 1]
    assert rows[0][-2:] == [4, 10]
    assert write_csv(header, rows).count("\r\n") == 3
    header, weeks = queries.weeks_table(queries.overview(cast.evening, now=NOON))
    assert header == ["week from", "points met", "of", "replies", "people"]
    assert len(weeks) == 8
    assert weeks[-1][3:] == [10, 1]


def test_ones_cohorts_with_people_and_what_waits(
    cast: Cast, version: ScenarioVersion, zoe: User
) -> None:
    practise(zoe, version, cast.evening, 0, 3)
    [cohort] = queries.cohorts_of(cast.sam)
    assert (cohort, cohort.trainees, cohort.waiting) == (cast.evening, 2, 3)  # type: ignore[attr-defined]
    assert queries.cohorts_of(cast.alice) == []
    assert [one.person for one in queries.roster_of(cast.evening)] == [cast.sam, cast.alice, zoe]


@pytest.mark.parametrize("number", [1, 3])
def test_an_overview_costs_a_fixed_number_of_queries(
    cast: Cast, version: ScenarioVersion, django_assert_num_queries: Count, number: int
) -> None:
    for _ in range(number):
        person = MembershipFactory.create(cohort=cast.evening).person
        practise(person, version, cast.evening, 0, 20)
    with django_assert_num_queries(7):
        found = queries.overview(cast.evening, now=NOON)
        assert found.teach
        assert [one.attempt.scenario_version.client_name for one in found.teach.examples]
