"""What is missing on a machine is said clearly, and is never passed over in silence."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
    )


def test_a_browser_that_does_not_start_is_a_failure_with_ways_out() -> None:
    done = run("listening_coach/bootstrap.py", "test", CHROMIUM="/nowhere/chromium")
    assert done.returncode == 1
    assert "the browser tests need a Chromium" in done.stderr
    assert "apt-get install chromium" in done.stderr
    assert "CHROMIUM=/path/to/chromium" in done.stderr


@pytest.mark.parametrize("arguments", [[], ["everything"], ["test", "run"]])
def test_setup_wants_to_know_what_for(arguments: list[str]) -> None:
    done = run("listening_coach/bootstrap.py", *arguments)
    assert done.returncode == 1
    assert done.stderr == "setup: say what for: run [HOST PORT], or test\n"


def test_a_port_that_is_taken_is_said_before_anything_is_done() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("listening_coach/bootstrap.py", "run", "127.0.0.1", str(port))
    assert done.returncode == 1
    assert f"something answers at 127.0.0.1:{port} already" in done.stderr
    assert f"make run PORT={port + 1}" in done.stderr


def test_a_port_is_a_number() -> None:
    done = run("listening_coach/bootstrap.py", "run", "127.0.0.1", "eighty")
    assert done.returncode == 1
    assert done.stderr == "setup: PORT must be a number, not eighty\n"


def test_a_database_server_that_is_not_there_is_a_failure_with_ways_out() -> None:
    done = run("tests/postgres.py", "true", PG_BIN="/nowhere", TEST_DATABASE_URL="")
    assert done.returncode == 1
    assert "no PostgreSQL server found" in done.stderr
    assert "apt-get install postgresql" in done.stderr


def test_the_command_gets_a_database_that_answers_and_gives_back_its_exit_code() -> None:
    question = "import os, psycopg; url = os.environ['TEST_DATABASE_URL']; "
    answer = "raise SystemExit(psycopg.connect(url).execute('SELECT 42').fetchone()[0])"
    done = run("tests/postgres.py", sys.executable, "-c", question + answer, TEST_DATABASE_URL="")
    assert done.returncode == 42
    assert "ready in" in done.stderr
