"""People, cohorts, scenarios and attempts, made with little to say about each."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from factory.declarations import LazyFunction, Sequence, SubFactory
from factory.django import DjangoModelFactory

from practice.models import (
    Attempt,
    Cohort,
    Membership,
    Scenario,
    ScenarioVersion,
    User,
)

PASSWORD = "seven quiet herons"
STATEMENT = (
    "The heating went off in the night and I sat in the kitchen with my coat on. I was worried "
    "about the pipes, and I did not want to wake anybody."
)


def scenario_content(**changes: Any) -> dict[str, Any]:
    """The content of a scenario file, whole and right."""
    content: dict[str, Any] = {
        "schema": 1,
        "slug": "tomas-heating",
        "strategy": "paraphrase",
        "difficulty": 1,
        "client": {"name": "Tomas", "age": 47},
        "context": "First talk with a neighbourhood helper",
        "statement": STATEMENT,
        "tags": {"setting": ["community"], "theme": ["home"], "identity": ["father"]},
        "feelings": [
            {"word": "worried", "strength": 2, "source": "stated", "cue": "I was worried"}
        ],
        "key_points": [
            {
                "text": "He sat up alone in the cold",
                "wordings": ["sat in the cold kitchen"],
                "quote": "I sat in the kitchen with my coat on",
                "main": True,
            }
        ],
        "hint": "What did he keep from the others?",
        "models": [
            {"reply": "You sat through a cold night so the others could sleep?", "shows": "Both."},
            {"reply": "It sounds like you kept the worry to yourself.", "shows": "The worry."},
        ],
        "slips": [
            {"reply": "You should call a plumber.", "fault": "advising", "shows": "Advice."},
            {"reply": "It could be worse.", "fault": "minimising", "shows": "Makes it small."},
        ],
    }
    return content | changes


class UserFactory(DjangoModelFactory[User]):
    """A person with a password."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    display_name = Sequence(lambda n: f"Person {n}")
    email = Sequence(lambda n: f"person{n}@example.org")

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **kwargs: Any) -> User:
        return model_class.objects.create_user(password=PASSWORD, **kwargs)


class CohortFactory(DjangoModelFactory[Cohort]):
    """A cohort."""

    class Meta:
        model = Cohort

    name = Sequence(lambda n: f"Group {n}")


class MembershipFactory(DjangoModelFactory[Membership]):
    """Somebody in a cohort."""

    class Meta:
        model = Membership

    person = SubFactory(UserFactory)
    cohort = SubFactory(CohortFactory)
    role = "trainee"


class ScenarioVersionFactory(DjangoModelFactory[ScenarioVersion]):
    """A version of a scenario."""

    class Meta:
        model = ScenarioVersion

    number = 1
    origin = "bank"
    content = LazyFunction(scenario_content)


def published(slug: str = "tomas-heating", **changes: Any) -> Scenario:
    """A scenario that can be practised with."""
    scenario = Scenario.objects.create(slug=slug)
    scenario.current = ScenarioVersionFactory.create(
        scenario=scenario, content=scenario_content(slug=slug, **changes)
    )
    scenario.state = "published"
    scenario.save()
    return scenario


class AttemptFactory(DjangoModelFactory[Attempt]):
    """A reply as it lies in the database, without asking the scorer."""

    class Meta:
        model = Attempt

    token = LazyFunction(uuid4)
    trainee = SubFactory(UserFactory)
    strategy = "paraphrase"
    difficulty = 1
    reply = "You sat up alone, and let the others sleep."
    scorer_version = "1.0.0"
    scorecard = LazyFunction(dict)
    score = 80
    depth = 3
    technique = "reflection"
    visible = True
