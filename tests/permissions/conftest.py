"""Hundreds of tests ask about the same few people: they are called on stage once a module."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.cast import Cast, assemble


@pytest.fixture(scope="module")
def stage(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Cast]:
    """The cast, stored around the tests of a module; each of them rolls back to it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield assemble()
        transaction.set_rollback(True)


@pytest.fixture
def cast(stage: Cast, db: None) -> Cast:
    """The people of tests/cast.py, as they first came on stage."""
    return deepcopy(stage)
