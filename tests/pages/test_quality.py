"""The quality board's figures, from attempts that are known."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from practice.display import rulebook
from practice.models import CriterionResult, Scenario, ScenarioVersion
from practice.pages import quality
from practice.pages.quality import Coverage, Fared
from practice.services import authoring
from tests.cast import Cast
from tests.factories import AttemptFactory, UserFactory, published, scenario_content

BOARD = reverse("admin:practice_scenario_quality")


def of(slug: str) -> Fared:
    return next(one for one in quality.fared() if one.scenario.slug == slug)


def test_coverage_counts_strategy_difficulty_feeling_and_setting() -> None:
    feeling = scenario_content()["feelings"][0]
    shown = Coverage(
        [
            scenario_content(),
            scenario_content(strategy="reflect_emotions", difficulty=3, feelings=[feeling] * 2),
            scenario_content(
                strategy="reflect_emotions", difficulty=3, tags={"setting": ["school"]}
            ),
        ]
    )
    assert [line.cells for line in shown.by_strategy] == [(1, 0, 0), (0, 0, 0), (0, 0, 2)]
    worry = next(line for line in shown.by_family if line.total)
    assert (worry.cells[0], worry.cells[8], worry.total) == (1, 2, 3)
    assert [(line.label, line.total) for line in shown.by_setting] == [
        ("community", 2),
        ("school", 1),
    ]


def test_gaps_are_named() -> None:
    gaps = list(Coverage([scenario_content()]).gaps())
    assert "Paraphrase and summarise, gentle: 1 client." in gaps
    assert "Ask open questions, hard: no client." in gaps
    assert any(gap.startswith("Feelings that no client has: ") for gap in gaps)
    assert "Reflect emotions never meets: fear and worry." in gaps
    assert "Hard never meets: fear and worry." in gaps
    assert gaps[-1] == "Settings with a single client: community."


def test_one_setting_is_seen_alone_with_its_own_gaps() -> None:
    school = {"tags": {"setting": ["school", "home"]}}
    everything = [
        *(scenario_content(difficulty=level) for level in (1, 2, 3)),
        scenario_content(strategy="open_question", feelings=[], **school),
        scenario_content(strategy="reflect_emotions", difficulty=3, **school),
    ]
    assert "Reflect emotions never takes place at: community." in Coverage(everything).gaps()
    at_school = Coverage(everything, "school")
    assert at_school.settings == [("community", 3), ("home", 2), ("school", 2)]
    assert [line.cells for line in at_school.by_strategy] == [(0, 0, 0), (1, 0, 0), (0, 0, 1)]
    worry = next(line for line in at_school.by_family if line.total)
    assert worry.cells == (0, 0, 0, 0, 0, 0, 0, 0, 1)
    gaps = list(at_school.gaps())
    assert gaps[:2] == [
        "Paraphrase and summarise, gentle: no client.",
        "Paraphrase and summarise, middling: no client.",
    ]
    assert "Ask open questions never meets: fear and worry." in gaps
    assert not any("single client" in gap for gap in gaps)


def test_the_board_is_narrowed_by_its_address(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    page = client.get(BOARD, {"setting": "community"}).text
    assert '<option value="community" selected>community (1)</option>' in page
    assert "What is missing in the setting “community”" in page
    odd = client.get(BOARD, {"setting": "<b>nowhere" * 20})
    assert odd.status_code == 200 and "<b>nowhere" not in odd.text


def test_what_is_older_than_the_window_is_left_out(
    practised: tuple[Scenario, Scenario], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quality, "WINDOW", 38)
    assert sum(one.attempts for one in quality.fared()) == 38
    assert of("ines").always == () and of("ines").tells is None


@pytest.fixture
def practised(db: None) -> tuple[Scenario, Scenario]:
    """Twenty people: who does well with Tomas does well with Ines, and takes ten seconds."""
    tomas, ines = published(), published("ines", statement="I count the boats and the days.")
    for number in range(20):
        person = UserFactory.create()
        for scenario in (tomas, ines):
            attempt = AttemptFactory.create(
                trainee=person,
                scenario_version=scenario.current,
                score=30 + number,
                duration_ms=10_000,
            )
            for criterion, verdict in (("main_points", "met"), ("own_words", "not_yet")):
                CriterionResult.objects.create(
                    attempt=attempt, criterion=criterion, verdict=verdict, weight=10, earned=0
                )
    return tomas, ines


def test_how_a_scenario_fares(practised: tuple[Scenario, Scenario]) -> None:
    found = of("ines")
    assert (found.attempts, found.first_tries, found.seconds) == (20, 20, 10)
    assert (found.low, found.middle, found.high) == (34, 40, 45)
    assert found.tells == 1.0
    assert found.always == ("Gives the main points back",)
    assert found.never == ("In your own words",)


def test_later_tries_say_nothing_of_how_hard_it_is(practised: tuple[Scenario, Scenario]) -> None:
    tomas, _ = practised
    first = AttemptFactory.create(
        scenario_version=tomas.current, score=None, depth=None, abstained="not_english"
    )
    AttemptFactory.create(
        scenario_version=tomas.current,
        trainee=first.trainee,
        first_try=first,
        try_number=2,
        score=100,
    )
    found = of("tomas-heating")
    assert (found.attempts, found.first_tries, found.silent, found.high) == (22, 20, 1, 45)


def test_below_twenty_people_it_is_too_few_to_say(practised: tuple[Scenario, Scenario]) -> None:
    _, ines = practised
    assert ines.current is not None
    ines.current.attempts.first().delete()  # type: ignore[union-attr]
    assert of("ines").tells is None


def test_rules_that_never_and_always_find_something(db: None) -> None:
    version = published().current
    rules = rulebook.by_id()
    known = next(iter(rules))
    card = {
        "moves": [{"rule": "gone.long_ago"}, {"rule": known}],
        "criteria": [{"rules": ["gone.long_ago"]}],
    }
    for _ in range(3):
        AttemptFactory.create(scenario_version=version, scorecard=card)
    found = quality.fired()
    assert found.scorecards == 3
    assert known in {shown.rule.id for shown, _ in found.always}
    assert known not in {shown.rule.id for shown in found.never}
    assert len(found.never) == len(rules) - 1


@pytest.mark.parametrize("scenarios", [1, 3])
def test_the_board_costs_the_same_however_many_there_are(
    client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries, scenarios: int
) -> None:
    for number in range(1, scenarios):
        published(f"another-{number}")
    client.force_login(cast.ada)
    with django_assert_num_queries(8):
        page = client.get(BOARD)
    assert page.text.count("/change/") >= scenarios


@pytest.mark.parametrize("scenarios", [1, 3])
def test_the_list_costs_the_same_however_many_there_are(
    client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries, scenarios: int
) -> None:
    for number in range(1, scenarios):
        published(f"another-{number}")
    client.force_login(cast.ada)
    with django_assert_num_queries(5):
        client.get(reverse("admin:practice_scenario_changelist"))


@pytest.mark.parametrize("versions", [1, 3])
def test_the_versions_cost_the_same_however_many_there_are(
    client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries, versions: int
) -> None:
    for number in range(1, versions):
        authoring.add_version(
            scenario=cast.scenario,
            content=scenario_content(context=f"Talk number {number}"),
            origin=ScenarioVersion.Origin.ADMIN,
            author=cast.ada,
        )
    client.force_login(cast.ada)
    with django_assert_num_queries(4):
        client.get(reverse("admin:practice_scenario_history", args=[cast.scenario.pk]))
