"""Estimate what every rule and cue counts, and tell what to expect on replies not seen before.

    python -m tests.benchmarks.estimate FOLDER [--look] [--prior 8] ...

FOLDER holds labelled files, one JSON object a line: {"id", "group", "context", "response",
"technique"}, and "has" where people also said what is anywhere in the reply. Replies that this
project wrote and labelled itself (replies/) count beside them, so that the points do not lean on
the manner of a few sets alone. Three figures stand side by side:

dev      points estimated on all replies, asked about these very replies: flattered
crossed  five folds by group; every reply is asked about with points estimated without its
         fold: what to expect on new replies of the same kind. Judge rules and cues by this one.
apart    every set is asked about with points estimated on the other sets alone: what to
         expect on talk of another kind

What people said is wrong with our own replies gives a second table, of faults; for these it
prints, crossed too, how many are named, and how many replies without a fault are faulted.

Unless told only to look, it writes practice/rules/phrases/evidence.tsv and faults.tsv, and, for
the page about scoring, practice/measuring/estimated.json with the crossed figures. The same
folder, the same files.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from practice.measuring import measured
from practice.measuring.agreement import values
from practice.rules.evidence import FILE, KINDS, SCALE, Evidence
from practice.rules.fault_evidence import FAULTS, START, FaultEvidence
from practice.rules.fault_evidence import FILE as FILE_OF_FAULTS
from practice.rules.finder import ALL
from practice.rules.matchers import Weighed
from practice.scoring import SCORER_VERSION
from tests.benchmarks.habits import Habits
from tests.benchmarks.labelled import REPLIES, Labelled, folds, read_folder

FOLDS = 5
HEADER = """\
# How many points each rule and cue gives to each kind of move. `make estimate` writes this file.
# Source: estimated by this project on labelled replies; {habits}
# (tests/benchmarks/habits.py). Rounded to whole points: ten make a kind about 2.7 times as likely.
# A rule without a row counts 15 for its own kind.
# (start): what every sentence starts with. (weight): how heavy a sentence of this kind weighs in
# the whole reply. (length): how much more a longer sentence weighs.
"""
HEADER_OF_FAULTS = """\
# How many points each rule and cue gives to each fault. `make estimate` writes this file.
# Source: estimated by this project on replies that it labelled itself (tests/benchmarks/replies).
# Rounded to whole points: ten make a fault about 2.7 times as likely. A rule or cue without a row
# says nothing about faults. (start): what every sentence starts with.
"""
Sets = Mapping[str, Sequence[Labelled]]
Figures = dict[str, float]


def written(table: Evidence, habits: Habits) -> str:
    """The file evidence.tsv."""
    told = ", ".join(f"{name} {value:g}" for name, value in asdict(habits).items())
    lines = [
        HEADER.format(habits=told) + "\t".join(("id", *KINDS)),
        _line("(start)", enumerate(table.start)),
        _line("(weight)", enumerate(table.weight)),
        _line("(length)", [(0, table.length)]),
    ]
    for one, points in zip(ALL, table.points, strict=True):
        if not isinstance(one.finds, Weighed):
            lines.append(_line(one.id, points))
    return "\n".join(lines) + "\n"


def written_faults(table: FaultEvidence) -> str:
    """The file faults.tsv."""
    lines = [
        HEADER_OF_FAULTS + "\t".join(("id", *FAULTS)),
        _line(START, enumerate(table.start), len(FAULTS)),
    ]
    for one, points in zip(ALL, table.points, strict=True):
        if points:
            lines.append(_line(one.id, points, len(FAULTS)))
    return "\n".join(lines) + "\n"


def _line(name: str, points: Any, kinds: int = len(KINDS)) -> str:
    of = dict(points)
    cells = [round(of.get(kind, 0.0) * SCALE) for kind in range(kinds)]
    return "\t".join((name, *(str(cell or "") for cell in cells))).rstrip("\t")


def everything(sets: Sets) -> list[Labelled]:
    return [row for rows in sets.values() for row in rows]


def crossed(sets: Sets, habits: Habits) -> dict[str, Figures]:
    """The figures of each set, each reply asked about with points that do not know its fold."""
    from tests.benchmarks.points import estimate

    rows = everything(sets)
    place = folds([(row.set, row.group) for row in rows], FOLDS)
    tables = [
        estimate([row for row, at in zip(rows, place, strict=True) if at != fold], habits)
        for fold in range(FOLDS)
    ]
    said = {id(row): row.coded(tables[at]) for row, at in zip(rows, place, strict=True)}
    return {name: values([said[id(row)] for row in of_set]) for name, of_set in sets.items()}


def apart(sets: Sets, habits: Habits) -> dict[str, Figures]:
    """The figures of each set, with points from the other sets alone."""
    from tests.benchmarks.points import estimate

    out = {}
    for name, of_set in sets.items():
        others = [row for row in everything(sets) if row.set != name]
        if others:
            table = estimate(others, habits)
            out[name] = values([row.coded(table) for row in of_set])
    return out


def compared(*columns: Mapping[str, Figures]) -> Iterator[str]:
    """The lines to print: a figure a line, the columns side by side."""
    yield f"{'':28}{'dev':>8}{'crossed':>9}{'apart':>8}"
    for name, figures in columns[0].items():
        for what, value in figures.items():
            more = [column.get(name, {}).get(what) for column in columns[1:]]
            cells = "".join(f"{one:8.3f} " if one is not None else f"{'–':>8} " for one in more)
            yield f"{name:10}{what:18}{value:8.3f} {cells}".rstrip()


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="estimate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--look", action="store_true", help="print the figures, write nothing")
    parser.add_argument(
        "--beside", type=Path, default=REPLIES, help="more labelled files, this project's own"
    )
    parser.add_argument("--points", type=Path, default=FILE, help="where the points go")
    parser.add_argument(
        "--faults-to", type=Path, default=FILE_OF_FAULTS, help="where the points for faults go"
    )
    parser.add_argument("--figures", type=Path, default=measured.ESTIMATED, help="and the figures")
    for field in fields(Habits):
        parser.add_argument(f"--{field.name}", type=float, default=field.default)
    chosen = vars(parser.parse_args(arguments))
    habits = Habits(**{field.name: chosen[field.name] for field in fields(Habits)})
    given = read_folder(chosen["folder"])
    if not given:
        print("There are no labelled files: name a folder that holds some (*.jsonl).")
        return 1
    from tests.benchmarks.fault_points import crossed_faults, estimate_faults
    from tests.benchmarks.points import estimate

    beside = read_folder(chosen["beside"])
    sets = {**given, **beside}
    table = estimate(everything(sets), habits)
    fitted = {name: values([row.coded(table) for row in rows]) for name, rows in sets.items()}
    unseen = crossed(sets, habits)
    print("\n".join(compared(fitted, unseen, apart(sets, habits))))
    faulty = {name: rows for name, rows in beside.items() if any(row.fault for row in rows)}
    told = crossed_faults(faulty, habits, FOLDS) if faulty else {}
    for name, counts in told.items():
        print("{}: {} faulty, {} named; {} without a fault, {} faulted".format(name, *counts))
    if not chosen["look"]:
        chosen["points"].write_text(written(table, habits), encoding="utf-8")
        if faulty:
            faults = estimate_faults(everything(faulty), habits)
            chosen["faults_to"].write_text(written_faults(faults), encoding="utf-8")
        noted = {
            "scorer_version": SCORER_VERSION,
            "unseen": {
                name: {what: round(value, 3) for what, value in figures.items()}
                for name, figures in unseen.items()
                if name in given
            },
        }
        chosen["figures"].write_text(json.dumps(noted, indent=2) + "\n", encoding="utf-8")
        print("Written. Now measure (make measure).")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
