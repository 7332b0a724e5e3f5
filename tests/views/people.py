"""Maya, who practises, and Tomasz, a client. For tests of pages, in the browser too."""

from __future__ import annotations

from typing import Any

from practice.models import Scenario, ScenarioVersion, User
from tests.factories import UserFactory, scenario_content

STATEMENT = (
    "Everyone keeps telling me how proud Dad would be. I’m in at three, I light the ovens, and the "
    "whole time I’m waiting for someone to notice I can’t do it the way he did.\n\n"
    "Then my sister says she wants to sell. And I nodded. I didn’t say anything, I just nodded."
)
REPLY = (
    "It sounds like you’re worried that people will notice you can’t do it the way your dad did."
)
TOMASZ = {
    "strategy": "reflect_emotions",
    "difficulty": 2,
    "client": {"name": "Tomasz", "age": 47},
    "context": "Took over his late father’s bakery",
    "statement": STATEMENT,
    "feelings": [
        {
            "word": "worried",
            "strength": 2,
            "source": "implied",
            "cue": "waiting for someone to notice I can’t do it the way he did",
        }
    ],
    "key_points": [
        {
            "text": "he is afraid he cannot fill his father’s place",
            "wordings": ["cannot do it the way his dad did"],
            "quote": "I can’t do it the way he did",
            "main": True,
        }
    ],
    "hint": "Two things happen here. Pick the one you hear most.",
}


def make_person(email: str, name: str, **more: Any) -> User:
    return UserFactory.create(email=email, display_name=name, **more)


def make_scenario(slug: str, **more: Any) -> Scenario:
    """A published scenario with one version."""
    scenario = Scenario.objects.create(slug=slug)
    publish(scenario, **more)
    return scenario


def publish(scenario: Scenario, **more: Any) -> ScenarioVersion:
    """A further version of a scenario, and the one to practise with from now on."""
    version = ScenarioVersion(
        scenario=scenario,
        number=scenario.versions.count() + 1,
        origin=ScenarioVersion.Origin.BANK,
        content=scenario_content(**{**TOMASZ, "slug": scenario.slug, **more}),
    )
    version.save()
    scenario.current = version
    scenario.state = Scenario.State.PUBLISHED
    scenario.save()
    return version
