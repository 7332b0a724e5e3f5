"""Measure how well the rules agree with labelled replies, and write it down."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from practice.display import rulebook
from practice.measuring import measured
from practice.measuring.agreement import Coded, Figure, figures, halves
from practice.measuring.disagreements import disagreements
from practice.measuring.families import Fared, fared
from practice.measuring.transcripts import Row, RowError, coded, read_rows
from practice.scoring import RULES, SCORER_VERSION

# What people reach on the same replies, as the makers of each set published it.
PEOPLE = {
    ("annomi", "has_question"): 0.945,
    ("annomi", "open_question"): 0.82,
    ("annomi", "closed_question"): 0.69,
    ("annomi", "has_reflection"): 0.83,
    ("annomi", "kappa"): 0.74,
}
SETS = {
    "annomi": "AnnoMI, therapists on video",
    "pair": "PAIR, typed replies",
    "esconv": "ESConv, typed chats",
    "mi_gold": "MI-gold, written replies",
    "swda": "SwDA, telephone talk",
}
NAMES = {
    "kappa": "all classes, kappa",
    "macro_f1": "all classes, mean F1",
    "has_question": "a question anywhere, F1",
    "has_reflection": "a reflection anywhere, F1",
    "pairs_won": "reflections that score above other replies",
}


class Command(BaseCommand):
    """Every *.jsonl of a folder is one set of labelled replies."""

    help = "Measure agreement on a folder of labelled replies and write measured.json."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--to", type=Path, default=measured.FILE, help="where to write")
        parser.add_argument(
            "--disagreements",
            type=int,
            metavar="N",
            help="write nothing; print the N surest of every sort of disagreement",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        files = sorted(options["folder"].glob("*.jsonl"))
        if not files:
            raise CommandError(f"There is no *.jsonl file in {options['folder']}.")
        if options["disagreements"]:
            for file in files:
                self._disagreements(file, options["disagreements"])
            return
        labelled = {file.stem: [one for _, one in _labelled(file)] for file in files}
        sets = {name: self._set(name, rows) for name, rows in labelled.items()}
        told = {
            "date": timezone.now().date().isoformat(),
            "scorer_version": SCORER_VERSION,
            "rows": [row for name, one in sets.items() for row in _shown(name, one)],
            "families": [_families(name, rows) for name, rows in labelled.items()],
            "rules": _by_rule(labelled),
            "sets": sets,
        }
        text = json.dumps(told, indent=2, ensure_ascii=False) + "\n"
        options["to"].write_text(text, encoding="utf-8")
        self.stdout.write(f"Written to {options['to']}.")

    def _set(self, name: str, rows: list[Coded]) -> dict[str, Any]:
        found = figures(rows)
        self.stdout.write(f"{name}: {len(rows)} rows")
        for one in found:
            self.stdout.write(f"  {one.name:16} {one.value:.3f}  [{one.low:.3f}, {one.high:.3f}]")
        return {
            "n": len(rows),
            "figures": {one.name: _rounded(one) for one in found},
            "halves": {name: round(value, 3) for name, value in halves(rows).items()},
        }

    def _disagreements(self, file: Path, number: int) -> None:
        """Print them, with the replies: to the terminal only, for the sets may not be passed on."""
        for (people, rules), found in disagreements(_labelled(file)).items():
            self.stdout.write(f"\n== {file.stem}: people {people}, rules {rules}: {len(found)}")
            for one in found[:number]:
                spoke = ", ".join(f"{name} {points:+.0f}" for name, points in one.spoke)
                self.stdout.write(f"{one.row.id}  {one.share:.2f}  {spoke}")
                self.stdout.write(f"    after: {one.row.context[-_SHOWN:]!r}")
                self.stdout.write(f"    reply: {one.row.response!r}")


_SHOWN = 120  # letters of what the client had said


def _labelled(file: Path) -> list[tuple[Row, Coded]]:
    lines = [line for line in file.read_bytes().splitlines() if line.strip()]
    try:
        rows = list(read_rows(lines))
    except RowError as problem:
        raise CommandError(f"{file.name}: {problem}") from None
    out = []
    for row, line in zip(rows, lines, strict=True):
        label = json.loads(line)
        heard = coded(row)
        told = Coded(
            group=str(label["group"]),
            gold=label["technique"],
            said=heard["technique"],
            moves=frozenset(move["kind"] for move in heard["moves"]),
            rules=frozenset(move["rule"] for move in heard["moves"]),
            has=label.get("has"),
            slot=label.get("slot", ""),
            score=heard["score"],
        )
        out.append((row, told))
    return out


def _rounded(one: Figure) -> dict[str, float]:
    return {"value": round(one.value, 3), "low": round(one.low, 3), "high": round(one.high, 3)}


def _shown(name: str, one: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of the table that the page shows."""
    return [
        {
            "of": name,
            "what": figure,
            "set": SETS.get(name, name),
            "figure": NAMES.get(figure, figure.replace("_", " ") + ", F1"),
            "rules": f"{found['value']:.2f}",
            "low": found["low"],
            "high": found["high"],
            "people": f"{people:.2f}" if (people := PEOPLE.get((name, figure))) else "",
            "n": one["n"],
        }
        for figure, found in one["figures"].items()
    ]


def _families(name: str, rows: list[Coded]) -> dict[str, Any]:
    """How each family of rules fared on a set, and for which of them it has no class."""
    found = {label: fared(rules, rows) for label, rules in rulebook.measured_families().items()}
    return {
        "set": SETS.get(name, name),
        "rows": [{"family": label, **_counted(one)} for label, one in found.items() if one],
        "without": [label for label, one in found.items() if one is None],
    }


def _by_rule(labelled: dict[str, list[Coded]]) -> dict[str, list[dict[str, Any]]]:
    """How each rule fared by itself, on the sets in which it found anything."""
    found = {
        rule.id: [
            {"set": SETS.get(name, name), **_counted(one)}
            for name, rows in labelled.items()
            if (one := fared([rule], rows)) and one.fired
        ]
        for rule in RULES
    }
    return {rule: sets for rule, sets in found.items() if sets}


def _counted(one: Fared) -> dict[str, Any]:
    precision = "" if one.precision is None else f"{one.precision:.2f}"
    return {"hits": one.hits, "misses": one.misses, "fired": one.fired, "precision": precision}
