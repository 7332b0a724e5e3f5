"""The shipped scenarios keep to what is asked of those that admins write."""

from __future__ import annotations

from pathlib import Path

import pytest

from practice.authoring import files as scenario_files
from practice.authoring.lint import lint
from practice.services.scenarios import BANK

FILES = sorted(BANK.glob("*.json"))
CONTENTS = {path.stem: scenario_files.read(path.read_text("utf-8"), path.name) for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_in_the_shipped_bank_blocks_publishing(path: Path) -> None:
    found = lint(CONTENTS[path.stem], CONTENTS.values())
    assert [f"{one.label}: {one.text}" for one in found if one.level == "error"] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_hint_of_the_shipped_bank_gives_the_answer_away(path: Path) -> None:
    found = lint(CONTENTS[path.stem], CONTENTS.values())
    assert [one.text for one in found if one.path == ("hint",)] == []
