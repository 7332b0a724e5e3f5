"""The cast of the page tests: Maya practises, Ben is a stranger, Tomasz is a client."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from practice import services
from practice.models import Attempt, Cohort, Scenario, User
from tests.views.group import make_group
from tests.views.people import REPLY, make_person, make_scenario


@pytest.fixture
def maya(db: None) -> User:
    return make_person("maya@example.org", "Maya Lind", level=2)


@pytest.fixture
def ben(db: None) -> User:
    return make_person("ben@example.org", "Ben Osei")


@pytest.fixture
def tomasz(db: None) -> Scenario:
    return make_scenario("tomasz-bakery")


@pytest.fixture
def as_maya(maya: User) -> Client:
    client = Client()
    client.force_login(maya)
    return client


@pytest.fixture
def replied(maya: User, tomasz: Scenario) -> Callable[..., Attempt]:
    """Maya replies to Tomasz."""

    def reply(words: str = REPLY, **more: Any) -> Attempt:
        return services.record_attempt(
            trainee=maya,
            scenario_version=tomasz.shown(None),
            token=uuid4(),
            reply=words,
            **more,
        )

    return reply


@pytest.fixture
def group(maya: User) -> tuple[Cohort, User]:
    """Maya's group, and Sam who supervises it."""
    return make_group(maya)


@pytest.fixture
def sam(group: tuple[Cohort, User]) -> User:
    return group[1]


@pytest.fixture
def as_sam(sam: User) -> Client:
    client = Client()
    client.force_login(sam)
    return client
