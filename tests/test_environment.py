"""The settings that come from the environment: typed, and refused with their names."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from listening_coach import environment

SECRET = "n7Qx-" + "kept-in-a-drawer-" * 3
REAL = {"SECRET_KEY": SECRET, "ALLOWED_HOSTS": "coach.example.org"}


@pytest.fixture
def surroundings(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment that says nothing about this site."""
    names = ("LISTENING_COACH_MODE", "ALLOWED_HOSTS", "DATABASE_URL", "DEFAULT_FROM_EMAIL")
    for name in (*names, *environment.NOT_IN_DEMO):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def read(
    surroundings: pytest.MonkeyPatch, folder: Path, values: dict[str, str]
) -> environment.Environment:
    for name, value in values.items():
        surroundings.setenv(name, value)
    return environment.read(folder)


def problems(surroundings: pytest.MonkeyPatch, folder: Path, values: dict[str, str]) -> set[str]:
    """The names that are complained of."""
    with pytest.raises(ImproperlyConfigured) as caught:
        read(surroundings, folder, values)
    lines = str(caught.value).splitlines()[1:]
    return {line.strip().partition(":")[0] for line in lines}


def test_nothing_said_is_production_and_refused(
    surroundings: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert problems(surroundings, tmp_path, {}) == {"SECRET_KEY", "ALLOWED_HOSTS"}


def test_a_real_site_needs_two_values(surroundings: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = read(surroundings, tmp_path, REAL)
    assert (found.mode, found.secret_key) == ("production", SECRET)
    assert found.allowed_hosts == ["coach.example.org"]
    assert found.database["NAME"] == str(tmp_path / "listening-coach.sqlite3")
    assert found.email_from == "Listening Coach <no-reply@coach.example.org>"
    assert found.email_verification == "optional"
    assert found.hsts_seconds == 31_536_000


def test_every_bad_value_is_named_at_once(surroundings: pytest.MonkeyPatch, tmp_path: Path) -> None:
    wrong = {
        "SECRET_KEY": "short",
        "ALLOWED_HOSTS": "*",
        "DATABASE_URL": "mysql://root@db/coach",
        "EMAIL_URL": "pigeon://loft",
        "EMAIL_VERIFICATION": "perhaps",
        "CSRF_TRUSTED_ORIGINS": "coach.example.org",
        "TRUSTED_PROXIES": "one",
        "HSTS_SECONDS": "-1",
        "DEFAULT_FROM_EMAIL": "nobody",
    }
    assert problems(surroundings, tmp_path, wrong) == set(wrong)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "django-insecure-" + SECRET),
        ("SECRET_KEY", "a" * 60),
        ("ALLOWED_HOSTS", "https://coach.example.org"),
        ("ALLOWED_HOSTS", "coach.example.org:8000"),
        ("DATABASE_URL", "postgres:///"),
        ("DATABASE_URL", "postgres://db:port/coach"),
        ("EMAIL_URL", "file:"),
        ("EMAIL_URL", "submission://mail.example.org:port"),
        ("CSRF_TRUSTED_ORIGINS", "http://coach.example.org"),
        ("CSRF_TRUSTED_ORIGINS", "https://*.example.org"),
        ("LISTENING_COACH_MODE", "debug"),
    ],
)
def test_a_value_that_would_open_a_door_or_break_is_refused(
    surroundings: pytest.MonkeyPatch, tmp_path: Path, name: str, value: str
) -> None:
    assert problems(surroundings, tmp_path, {**REAL, name: value}) == {name}


def test_what_is_said_of_a_secret_does_not_show_it(
    surroundings: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    url = "mysql://root:hunter2@db/coach"
    with pytest.raises(ImproperlyConfigured) as caught:
        read(surroundings, tmp_path, {"SECRET_KEY": "swordfish", "DATABASE_URL": url})
    assert "swordfish" not in str(caught.value)
    assert "hunter2" not in str(caught.value)


def test_a_secret_may_lie_in_a_file(surroundings: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text(SECRET)
    values = {"SECRET_KEY_FILE": str(file), "ALLOWED_HOSTS": "coach.example.org"}
    assert read(surroundings, tmp_path, values).secret_key == SECRET


def test_postgresql_by_an_address(surroundings: pytest.MonkeyPatch, tmp_path: Path) -> None:
    url = "postgres://coach:p%40ss@db.example.org:5433/listening"
    found = read(surroundings, tmp_path, {**REAL, "DATABASE_URL": url}).database
    assert found["ENGINE"] == "django.db.backends.postgresql"
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("db.example.org", 5433, "listening")
    assert found["PASSWORD"] == "p@ss"


# The demonstration ------------------------------------------------------------------------


def test_the_demo_needs_nothing_and_keeps_its_own_secret(
    surroundings: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = read(surroundings, tmp_path / "var", {"LISTENING_COACH_MODE": "demo"})
    again = environment.read(tmp_path / "var")
    assert len(first.secret_key) >= 50
    assert again.secret_key == first.secret_key
    assert first.allowed_hosts == ["localhost", "127.0.0.1", "[::1]"]
    assert first.database["NAME"] == str(tmp_path / "var" / "demo.sqlite3")
    key = tmp_path / "var" / "secret-key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert [path.name for path in key.parent.iterdir()] == ["secret-key"]


@pytest.mark.parametrize("name", environment.NOT_IN_DEMO)
def test_the_demo_refuses_what_belongs_to_a_real_site(
    surroundings: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    value = {
        "SECRET_KEY": SECRET,
        "EMAIL_URL": "console:",
        "EMAIL_VERIFICATION": "none",
        "CSRF_TRUSTED_ORIGINS": "https://coach.example.org",
        "TRUSTED_PROXIES": "1",
        "HSTS_SECONDS": "60",
    }[name]
    found = problems(surroundings, tmp_path, {"LISTENING_COACH_MODE": "demo", name: value})
    assert found == {name}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ALLOWED_HOSTS", "localhost,coach.example.org"),
        ("ALLOWED_HOSTS", "0.0.0.0"),  # noqa: S104 it is what must not get through
        ("DATABASE_URL", "postgres://coach@db/coach"),
    ],
)
def test_the_demo_stays_on_this_machine(
    surroundings: pytest.MonkeyPatch, tmp_path: Path, name: str, value: str
) -> None:
    found = problems(surroundings, tmp_path, {"LISTENING_COACH_MODE": "demo", name: value})
    assert found == {name}


# A start ----------------------------------------------------------------------------------


def test_a_start_is_refused_in_a_few_plain_lines(tmp_path: Path) -> None:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    run = subprocess.run(
        [sys.executable, "manage.py", "check"],
        env={**kept, "LISTENING_COACH_ENV_FILE": "", "ALLOWED_HOSTS": "*"},
        cwd=Path(environment.__file__).parent.parent,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr.splitlines() == [
        "Not started. These settings cannot be used in production mode:",
        "  ALLOWED_HOSTS: name the hosts; * would answer to any name",
        "  SECRET_KEY: must be set",
    ]


def test_replies_are_coded_beside_a_sites_settings_too(tmp_path: Path) -> None:
    file = tmp_path / "site.env"
    file.write_text(f"LISTENING_COACH_MODE=production\nSECRET_KEY={SECRET}\nTRUSTED_PROXIES=1\n")
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    run = subprocess.run(
        [sys.executable, "manage.py", "observe"],
        env={**kept, "LISTENING_COACH_ENV_FILE": str(file)},
        cwd=Path(environment.__file__).parent.parent,
        input="",
        capture_output=True,
        text=True,
    )
    assert (run.returncode, run.stderr) == (0, "")


def test_a_file_of_settings_is_read_and_what_is_set_wins(tmp_path: Path) -> None:
    file = tmp_path / "site.env"
    file.write_text(f"SECRET_KEY={SECRET}\nALLOWED_HOSTS=file.example.org\n")
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    show = "from listening_coach.settings import ALLOWED_HOSTS; print(ALLOWED_HOSTS)"
    outputs = [
        subprocess.run(
            [sys.executable, "-c", show],
            env={**kept, "LISTENING_COACH_ENV_FILE": str(file), **more},
            cwd=Path(environment.__file__).parent.parent,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for more in ({}, {"ALLOWED_HOSTS": "set.example.org"})
    ]
    assert outputs == ["['file.example.org']\n", "['set.example.org']\n"]
