"""Scenarios, and versions that never change."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from practice.models import ImmutableError, Scenario, ScenarioVersion, content_hash
from practice.rules.base import ClientFeeling, KeyPoint, Task
from tests.factories import STATEMENT, ScenarioVersionFactory, published, scenario_content

pytestmark = pytest.mark.django_db


def test_a_version_is_never_changed() -> None:
    version = published().current
    assert version is not None
    version.statement = "Something else."
    with pytest.raises(ImmutableError):
        version.save()
    with pytest.raises(ImmutableError):
        ScenarioVersion.objects.update(statement="Something else.")
    with pytest.raises(ImmutableError):
        ScenarioVersion.objects.bulk_update([version], ["statement"])
    assert ScenarioVersion.objects.get().statement == STATEMENT


def test_a_version_hands_the_scorer_what_its_author_noted() -> None:
    version = published().current
    assert version is not None
    content = scenario_content()
    assert version.task() == Task(
        strategy="paraphrase",
        statement=STATEMENT,
        context="First talk with a neighbourhood helper",
        client_name="Tomas",
        feelings=(ClientFeeling("worried", 2, "stated", "I was worried"),),
        key_points=(
            KeyPoint(
                "He sat up alone in the cold",
                ("sat in the cold kitchen",),
                "I sat in the kitchen with my coat on",
                True,
            ),
        ),
        models=tuple(model["reply"] for model in content["models"]),
    )
    assert (version.models, version.slips) == (content["models"], content["slips"])
    assert (version.tags, version.hint) == (content["tags"], content["hint"])


def test_columns_follow_the_content() -> None:
    version = published(difficulty=3, client={"name": "Vera", "age": 81}).current
    assert version is not None
    version.refresh_from_db()
    assert (version.difficulty, version.client_name, version.client_age) == (3, "Vera", 81)
    assert version.content_hash == content_hash(
        scenario_content(difficulty=3, client={"age": 81, "name": "Vera"})
    )


def test_a_number_is_given_once() -> None:
    scenario = published()
    with pytest.raises(IntegrityError), transaction.atomic():
        ScenarioVersionFactory.create(scenario=scenario, number=1)


def test_nothing_is_published_without_a_version() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Scenario.objects.create(slug="empty", state="published")
    assert not Scenario.objects.published().exists()


@pytest.mark.parametrize(
    ("named", "shown"), [("1", 1), ("2", 2), ("3", 2), ("0", 2), ("-1", 2), ("x", 2), (None, 2)]
)
def test_a_form_is_answered_by_the_version_it_showed(named: str | None, shown: int) -> None:
    scenario = published()
    scenario.current = ScenarioVersionFactory.create(
        scenario=scenario, number=2, content=scenario_content(hint="Another hint.")
    )
    scenario.save()
    assert scenario.shown(named).number == shown
