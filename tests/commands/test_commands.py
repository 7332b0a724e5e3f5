"""What is run at the command line."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django.fixtures import Settings

from practice.models import (
    Attempt,
    Cohort,
    Scenario,
    SiteSettings,
    User,
)
from tests.cast import Cast
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def said(*args: Any) -> list[str]:
    out = StringIO()
    call_command(*args, stdout=out)
    return out.getvalue().splitlines()


# load_scenarios ---------------------------------------------------------------------------


def test_scenarios_are_loaded_once() -> None:
    count = len([*Path("practice/scenarios").glob("*.json")])
    assert said("load_scenarios") == [
        f"Scenarios: {count} new, 0 changed, 0 the same, 0 kept as written here."
    ]
    assert said("load_scenarios") == [
        f"Scenarios: 0 new, 0 changed, {count} the same, 0 kept as written here."
    ]


def test_a_wrong_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "odd.json").write_text("{}")
    with pytest.raises(CommandError, match=r"odd\.json:1: schema: is missing"):
        call_command("load_scenarios", str(tmp_path))


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="There is no folder"):
        call_command("load_scenarios", str(tmp_path / "nowhere"))


# load_demo --------------------------------------------------------------------------------


def test_the_demonstration_is_for_the_demo_mode(settings: Settings) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="LISTENING_COACH_MODE=demo"):
        call_command("load_demo")
    assert not User.objects.exists()


def test_the_demonstration_keeps_out_of_a_real_sites_database() -> None:
    UserFactory.create()
    with pytest.raises(CommandError, match="looks like a real site"):
        call_command("load_demo")
    assert User.objects.count() == 1
    assert not Cohort.objects.exists()


# prepare ----------------------------------------------------------------------------------


@pytest.mark.parametrize("demo", [True, False])
def test_a_site_is_prepared_and_prepared_again(
    settings: Settings, tmp_path: Path, demo: bool
) -> None:
    settings.DEMO = demo
    settings.STATIC_ROOT = tmp_path
    for _ in range(2):
        call_command("prepare", stdout=StringIO())
    assert Scenario.objects.published().exists()
    assert User.objects.exists() is demo
    assert any(tmp_path.rglob("*.css"))


# forget_old_replies -----------------------------------------------------------------------


def test_old_replies_and_sessions_are_forgotten(cast: Cast) -> None:
    SiteSettings.objects.create(retention_days=30)
    long_ago = timezone.now() - timedelta(days=31)
    Attempt.objects.filter(pk=cast.alices.pk).update(created_at=long_ago)
    Session.objects.create(session_key="k" * 32, session_data="", expire_date=long_ago)
    assert said("forget_old_replies") == ["Replies forgotten: 1."]
    assert said("forget_old_replies") == ["Replies forgotten: 0."]
    assert [*Attempt.objects.all()] == [cast.bobs]
    assert not Session.objects.exists()
