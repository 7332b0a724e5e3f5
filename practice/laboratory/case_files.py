"""Agreed cases as a file: moves and verdicts, and never a word that anybody wrote.

Without the words a reply cannot be read anew, so such a file is no test of new rules. What it
can say is how each rule fares with people, over several sites: `manage.py compare_cases`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any, get_args

from practice import scoring
from practice.laboratory import cases as laboratory
from practice.laboratory.cases import Case
from practice.models import Attempt
from practice.models.labelled_cases import JUDGED
from practice.rules.base import Roadblock, Technique

SCHEMA = 1
KINDS, ROADBLOCKS = frozenset(get_args(Technique)), frozenset(get_args(Roadblock))


def exported() -> dict[str, Any]:
    """Every agreed case, as plain dicts and lists."""
    found = [one for one in laboratory.cases() if one.state == "agreed" and one.verdict]
    attempts = Attempt.objects.filter(pk__in={one.attempt for one in found})
    cards = {
        pk: (strategy, card)
        for pk, strategy, card in attempts.values_list("pk", "strategy", "scorecard")
    }
    rows = [_row(one, *cards[one.attempt]) for one in found]
    return {
        "schema": SCHEMA,
        "scorer_version": scoring.SCORER_VERSION,
        "cases": sorted(rows, key=lambda row: str(row["id"])),
    }


def _row(case: Case, strategy: str, card: Mapping[str, Any]) -> dict[str, Any]:
    return {
        # Tells cases apart, and leads back to nobody.
        "id": sha256(f"{case.attempt}/{case.criterion}".encode()).hexdigest()[:16],
        "strategy": strategy,
        "criterion": case.criterion,
        "scorer_version": case.scorer_version,
        "rules_verdict": case.rules_verdict,
        "verdict": case.verdict,
        "rules": list(case.rules),
        "missed_rule": case.missed_rule,
        "technique": card.get("technique", "other"),
        "moves": [
            {"kind": move["kind"], "rule": move["rule"], "roadblock": move["roadblock"]}
            for move in card.get("moves", ())
        ],
    }


class CaseFileError(ValueError):
    """A file that is none of cases; the message says where."""


def read(written: Any) -> list[Case]:
    """The cases of a file, checked field by field. Raises CaseFileError."""
    if not isinstance(written, dict) or written.get("schema") != SCHEMA:
        raise CaseFileError(f"This is no file of cases with schema {SCHEMA}.")
    rows = written.get("cases")
    if not isinstance(rows, list):
        raise CaseFileError("cases: this must be a list.")
    for number, row in enumerate(rows, 1):
        for problem in _problems(row):
            raise CaseFileError(f"Case {number}: {problem}")
    return [
        Case(
            attempt=row["id"],
            criterion=row["criterion"],
            rules_verdict=row["rules_verdict"],
            scorer_version=row["scorer_version"],
            verdict=row["verdict"],
            state="agreed",
            rules=tuple(row["rules"]),
            missed_rule=row["missed_rule"],
        )
        for row in rows
    ]


FIELDS = {
    "id": str,
    "strategy": str,
    "criterion": str,
    "scorer_version": str,
    "rules_verdict": str,
    "verdict": str,
    "rules": list,
    "missed_rule": str,
    "technique": str,
    "moves": list,
}


def _problems(row: Any) -> Iterator[str]:
    if not isinstance(row, dict) or set(row) != set(FIELDS):
        yield f"it must have exactly {', '.join(FIELDS)}."
        return
    for name, kind in FIELDS.items():
        if not isinstance(row[name], kind):
            yield f"{name} is not a {kind.__name__}."
            return
    for name in ("rules_verdict", "verdict"):
        if row[name] not in JUDGED:
            yield f"{name} is none of {', '.join(JUDGED)}."
    for move in row["moves"]:
        if not isinstance(move, dict) or set(move) != {"kind", "rule", "roadblock"}:
            yield "a move has exactly kind, rule and roadblock."
        elif move["kind"] not in KINDS or move["roadblock"] not in {None, *ROADBLOCKS}:
            yield "a move is of a kind that nobody knows."
