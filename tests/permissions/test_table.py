"""Every address answers every person as the table says, and no address is without a row."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pytest_django import DjangoDbBlocker

from tests.answers import Answer
from tests.cast import Cast
from tests.factories import MembershipFactory, UserFactory
from tests.permissions.table import PEOPLE, TABLE, Row


def patterns(
    resolver: URLResolver, space: str = "", route: str = ""
) -> Iterator[tuple[str | None, str]]:
    """The name and the route of every address there is."""
    for pattern in resolver.url_patterns:
        where = f"{route}{pattern.pattern}"
        if isinstance(pattern, URLPattern):
            yield pattern.name and f"{space}{pattern.name}", where
        else:
            yield from patterns(
                pattern, f"{pattern.namespace}:" if pattern.namespace else space, where
            )


def test_every_address_has_one_row() -> None:
    names = [name for name, _ in patterns(get_resolver()) if name]
    assert sorted(row.name for row in TABLE) == sorted(set(names))


def test_what_has_no_name_is_the_admins_own_redirects() -> None:
    """An object's bare address, once for each kind of thing, and whatever is nothing else."""
    nameless = [route for name, route in patterns(get_resolver()) if name is None]
    assert {route.removeprefix("admin/").split("/")[0] for route in nameless} == {
        "practice",
        "(?P<url>.*)$",
    }


def outcome(client: Client, method: str, path: str) -> str:
    """What somebody gets, in the words of the table."""
    response = client.generic(method, path)
    where = response.headers.get("Location", "")
    if where.startswith("/admin/login/"):  # Django asks there who is let in
        response = client.get(where)
        where = response.headers.get("Location", "")
    return _named(response, where)


def _named(response: Answer, where: str) -> str:
    if response.status_code == 302:
        return (
            "in"
            if where.startswith("/accounts/login/?next=") or where == "/accounts/login/"
            else "go"
        )
    return "ok" if response.status_code == 200 else str(response.status_code)


@pytest.fixture(scope="module")
def browsers(stage: Cast, django_db_blocker: DjangoDbBlocker) -> dict[str, Client]:
    """A browser for each person, and for Tess, in which they signed in once; see `browser`."""
    made = {name: Client() for name in (*PEOPLE, "tess")}
    with django_db_blocker.unblock():
        tess = UserFactory.create(display_name="Tess Tarn", email="tess@example.org")
        MembershipFactory.create(person=tess, cohort=stage.morning, role="supervisor")
        made["tess"].force_login(tess)
        for name in PEOPLE:
            if name != "nobody":
                made[name].force_login(getattr(stage, name))
    return made


def browser(browsers: dict[str, Client], person: str) -> Client:
    """As it was when they had just signed in, whatever was done in another one since."""
    fresh = Client()
    fresh.cookies = deepcopy(browsers[person].cookies)
    return fresh


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_an_address_answers_as_the_table_says(
    browsers: dict[str, Client], cast: Cast, row: Row, method: str
) -> None:
    path = reverse(row.name, args=row.args(cast))
    found = []
    for person in PEOPLE:
        with transaction.atomic():
            found.append(outcome(browser(browsers, person), method, path))
            transaction.set_rollback(True)  # nobody meets what another one did
    assert found == row.expected(method)


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_a_supervisor_of_another_group_reaches_nothing_of_this_one(
    browsers: dict[str, Client], cast: Cast, row: Row, method: str
) -> None:
    path = reverse(row.name, args=row.args(cast))
    tess = browser(browsers, "tess")
    assert outcome(tess, method, path) == row.expected_elsewhere(method)


@pytest.mark.parametrize("path", ["/admin/practice/user/1/", "/admin/nothing/", "/nothing/"])
def test_what_is_nowhere_is_nowhere_for_everybody(cast: Cast, path: str) -> None:
    client = Client()
    client.force_login(cast.alice)
    assert outcome(client, "GET", path) in {"403", "404"}


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("name", ["home", "practise", "attempt", "account", "account_erase"])
def test_other_methods_do_nothing(cast: Cast, name: str, method: str) -> None:
    own: dict[str, list[object]] = {
        "practise": [cast.scenario.slug],
        "attempt": [cast.alices.pk],
    }
    args = own.get(name, [])
    client = Client()
    client.force_login(cast.alice)
    assert client.generic(method, reverse(name, args=args)).status_code == 405
