"""The repository keeps its own promises: about its names, templates, settings and lock files."""

from __future__ import annotations

import inspect
import re
import subprocess
from pathlib import Path

import pytest
from django.core.management import call_command
from django.template import engines
from django.template.loaders.app_directories import Loader
from django.urls import URLPattern

from practice import urls

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"
LOCKS = sorted(ROOT.glob("requirements*.txt"))
PINNED = re.compile(r"^([\w.-]+==\S+)", re.MULTILINE)
HEADING = re.compile(r"<h1[\s>]")
BRANCH = re.compile(r"\{% el(?:se|if)\b")

templates = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))
pages = [name for name in templates if name.startswith(("practice/", "account/", "mfa/"))]
views: list[URLPattern] = urls.urlpatterns


def sources(*folders: str) -> str:
    files = (path for folder in folders for path in (ROOT / folder).rglob("*.*"))
    return "\n".join(path.read_text() for path in files if path.suffix in {".html", ".py"})


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)


# Names ------------------------------------------------------------------------------------


@pytest.mark.parametrize("pattern", views, ids=lambda pattern: str(pattern.pattern))
def test_a_view_its_url_and_its_template_have_one_name(pattern: URLPattern) -> None:
    """A view may also render a fragment of another page: "practice/attempt.html#stirred"."""
    view = inspect.unwrap(pattern.callback)
    assert pattern.name == view.__name__
    pages_rendered = re.findall(r'"practice/(\w+)\.html"', inspect.getsource(view))
    assert set(pages_rendered) <= {pattern.name}


# Templates --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", templates)
def test_every_template_is_used(name: str) -> None:
    engine = engines["django"].engine  # type: ignore[attr-defined]
    takes_the_place_of_another = any(
        Path(origin.name).exists()
        for origin in Loader(engine).get_template_sources(name)
        if TEMPLATES not in Path(origin.name).parents
    )
    shown_by_django = re.fullmatch(r"(4|5)\d\d\.html", name)
    code = sources("practice", "listening_coach", "templates")
    assert takes_the_place_of_another or shown_by_django or f'"{name}' in code


@pytest.mark.parametrize("name", pages)
def test_a_page_has_one_main_heading(name: str) -> None:
    """At most one in each branch of an if, so that one is shown."""
    source = (TEMPLATES / name).read_text()
    in_branches = [len(HEADING.findall(branch)) for branch in BRANCH.split(source)]
    assert max(in_branches) == 1


# Settings ---------------------------------------------------------------------------------


def names_that_are_read() -> set[str]:
    """The first argument of each env.str("NAME"), env.int("NAME") and so on."""
    source = (ROOT / "listening_coach" / "environment.py").read_text()
    return set(re.findall(r"\benv\.\w+\(\s*\"([A-Z_]+)\"", source))


def test_the_example_of_settings_names_them_all_and_no_other() -> None:
    example = (ROOT / ".env.example").read_text()
    assert set(re.findall(r"^#?([A-Z_]+)=", example, re.MULTILINE)) == names_that_are_read()


def test_readme_names_every_setting() -> None:
    readme = (ROOT / "README.md").read_text()
    assert {name for name in names_that_are_read() if name not in readme} == set()


# Lock files -------------------------------------------------------------------------------


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_a_lock_file_holds_versions_and_hashes_and_no_address(path: Path) -> None:
    text = path.read_text()
    assert PINNED.search(text)
    assert "--hash=sha256:" in text
    assert not re.search(r"://|index-url|find-links|trusted-host", text)


def test_the_tests_use_the_versions_that_the_site_runs_on() -> None:
    running, testing = (
        set(PINNED.findall((ROOT / name).read_text()))
        for name in ("requirements.txt", "requirements-test.txt")
    )
    assert running < testing


# Folders ----------------------------------------------------------------------------------


def test_git_ignores_what_the_commands_make() -> None:
    made = [".venv", ".env", "var/demo.sqlite3", "practice/__pycache__/apps.pyc"]
    command = ["git", "check-ignore", *made]
    ignored = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert ignored.stdout.split() == made
