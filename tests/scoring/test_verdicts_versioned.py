"""A change of any verdict needs a new SCORER_VERSION, and the changelog names it.

golden/verdicts.json has, for the scorer's version, a digest of every golden verdict: scores,
depths, techniques, faults and each criterion. `python -m tests.scoring.test_verdicts_versioned`
records the digest of a new version; it refuses to overwrite the digest of a released one.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from practice.scoring import SCORER_VERSION
from tests.scoring.golden_rows import GOLDEN
from tests.scoring.test_golden import ROWS, _card

_FILE = GOLDEN / "verdicts.json"
_CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"


def _digest() -> str:
    """Of every verdict on every golden reply, in the order of their ids."""
    lines = []
    for row_id in sorted(ROWS):
        card = _card(row_id)
        verdicts = sorted((one.criterion, one.verdict) for one in card.criteria)
        said = [row_id, card.score, card.depth, card.technique, sorted(card.faults), verdicts]
        lines.append(json.dumps(said))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _recorded() -> dict[str, str]:
    found: dict[str, str] = json.loads(_FILE.read_text(encoding="utf-8"))
    return found


def test_verdicts_are_those_of_this_version() -> None:
    assert SCORER_VERSION in _recorded(), (
        "a new version: record it with python -m tests.scoring.test_verdicts_versioned"
    )
    assert _recorded()[SCORER_VERSION] == _digest(), (
        "verdicts on golden replies changed: raise SCORER_VERSION in practice/scoring.py, say in "
        "CHANGELOG.md which rules or criteria changed, measure again, and record the new version "
        "with python -m tests.scoring.test_verdicts_versioned"
    )


def test_the_changelog_names_every_version() -> None:
    written = _CHANGELOG.read_text(encoding="utf-8")
    assert {one for one in _recorded() if f"The scorer, version {one}" not in written} == set()
    assert f"The scorer, version {SCORER_VERSION}" in written


def main() -> None:
    """Record the digest of a version that has none yet."""
    recorded = _recorded() if _FILE.exists() else {}
    if recorded.get(SCORER_VERSION, "") not in ("", _digest()):
        raise SystemExit(f"{SCORER_VERSION} has other verdicts: raise SCORER_VERSION first")
    recorded[SCORER_VERSION] = _digest()
    _FILE.write_text(json.dumps(recorded, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
