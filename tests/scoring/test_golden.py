"""Whole replies, with what a careful trainer expects of each: see golden/*.jsonl.

The trainer wrote them without seeing the rules; those of second.jsonl were written, before they
were measured, by one who then mended rules. A row says what it is sure of and nothing else;
"advising|moralising" is met by either, where trainers would themselves use either word.

Where the rules still differ from the trainer, golden/differs.txt says so, one expectation a
line. It may only get shorter by hand: an expectation that is met must leave it, and one that is
newly missed fails. `python -m tests.scoring.test_golden` prints what it has to hold, and how
many expectations of each kind are met.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import get_args

import pytest

from practice.rules.base import (
    ClientFeeling,
    Fault,
    KeyPoint,
    Roadblock,
    Scorecard,
    Task,
    Technique,
    Verdict,
)
from practice.scoring import score
from tests.scoring.golden_rows import GOLDEN, Row, clients, golden_rows

KINDS = ("abstains", "score", "depth", "technique", "fault", "no")
ROWS = {row["id"]: row for row in golden_rows()}
DIFFERS = frozenset((GOLDEN / "differs.txt").read_text(encoding="utf-8").splitlines())


def _task(row: Row) -> Task:
    if "statement" in row:
        return Task(row["strategy"], row["statement"], models=tuple(row.get("models", ())))
    content = clients()[row["scenario"]]
    return Task(
        strategy=row["strategy"],
        statement=content["statement"],
        context=content["context"],
        client_name=content["client"]["name"],
        feelings=tuple(
            ClientFeeling(each["word"], each["strength"], each["source"], each["cue"])
            for each in content["feelings"]
        ),
        key_points=tuple(
            KeyPoint(each["text"], tuple(each["wordings"]), each["quote"], each["main"])
            for each in content["key_points"]
        ),
        models=tuple(each["reply"] for each in content["models"]),
    )


@cache
def _card(row_id: str) -> Scorecard:
    row = ROWS[row_id]
    return score(row["reply"], _task(row), earlier=tuple(row.get("earlier", ())))


def _expected(row_id: str) -> Iterator[tuple[str, bool, str]]:
    """Each expectation of a row: what it is, whether it is met, and what was found instead."""
    row, card = ROWS[row_id], _card(row_id)
    found = set(card.faults)
    if "abstained" in row:
        yield "abstains", card.score is None and card.depth is None, f"scored {card.score}"
    if band := row.get("band"):
        met = card.score is not None and band[0] <= card.score <= band[1]
        yield f"score {band[0]}-{band[1]}", met, f"scored {card.score}"
    if depth := row.get("depth"):
        met = card.depth is not None and depth[0] <= card.depth <= depth[1]
        yield f"depth {depth[0]}-{depth[1]}", met, f"depth {card.depth}: {card.depth_reason}"
    if technique := row.get("technique"):
        yield f"technique {technique}", card.technique in technique.split("|"), card.technique
    for fault in row["faults"]:
        yield f"fault {fault}", bool(found & set(fault.split("|"))), f"found {sorted(found)}"
    for fault in row["not_faults"]:
        yield f"no {fault}", fault not in found, "found it"
    verdicts = {each.criterion: each.verdict for each in card.criteria}
    for criterion, verdict in row["criteria"].items():
        said = verdicts.get(criterion)
        yield f"{criterion} {verdict}", said in verdict.split("|"), f"{criterion} {said}"


def test_rows_name_only_known_things() -> None:
    assert len(ROWS) == len(golden_rows()) >= 300
    faults = {*get_args(Fault), *get_args(Roadblock)}
    for row in ROWS.values():
        named = "|".join(row["faults"] + row["not_faults"])
        assert set(filter(None, named.split("|"))) <= faults, row["id"]
        assert set((row["technique"] or "other").split("|")) <= set(get_args(Technique)), row["id"]
        verdicts = "|".join(row["criteria"].values())
        assert set(filter(None, verdicts.split("|"))) <= set(get_args(Verdict)), row["id"]
        assert ("scenario" in row) != ("statement" in row), row["id"]
        assert ("abstained" in row) != ("band" in row), row["id"]
    assert {line.split(" ", 1)[0] for line in DIFFERS} <= set(ROWS)


@pytest.mark.parametrize("row_id", ROWS)
def test_reply(row_id: str) -> None:
    differs = {f"{row_id} {what}": found for what, met, found in _expected(row_id) if not met}
    known = {line for line in DIFFERS if line.startswith(f"{row_id} ")}
    reply, why = ROWS[row_id]["reply"], ROWS[row_id]["why"]
    new = {what: found for what, found in differs.items() if what not in known}
    assert not new, f"{reply!r} ({why})"
    assert not known - differs.keys(), "met now: take it out of golden/differs.txt"


def main() -> None:
    """Print differs.txt as it has to be, and how many expectations of each kind are met."""
    all_of, met_of = Counter[str](), Counter[str]()
    for row_id in ROWS:
        for what, met, _ in _expected(row_id):
            kind = what.split(" ", 1)[0]
            kind = kind if kind in KINDS else "criterion"
            all_of[kind] += 1
            met_of[kind] += met
            if not met:
                print(f"{row_id} {what}")
    for kind, number in all_of.items():
        print(f"# {kind}: {met_of[kind]} of {number} met")


if __name__ == "__main__":
    main()
