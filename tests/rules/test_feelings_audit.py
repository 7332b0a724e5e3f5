"""What whole replies say of feelings, by way of saying it: see feelings_audit.txt."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from practice.rules.feelings.finder import FeelingMention, find_feelings
from practice.rules.reading.reply import read

_LINES = (Path(__file__).parent / "feelings_audit.txt").read_text(encoding="utf-8").splitlines()
CASES = [tuple(line.split(" | ")) for line in _LINES if line and line[0] != "#"]


def state(one: FeelingMention) -> str:
    if one.quoted:
        return "quoted"
    if one.hypothetical:
        return "if"
    return "not" if one.negated else one.owner


def fits(expected: str, found: FeelingMention) -> bool:
    """Whether one way to say what is expected fits: "fear:client3"."""
    family, _, said = expected.partition(":")
    strength = said[-1:] if said[-1:].isdigit() else ""
    return (
        family in ("any", found.entry.family)
        and said.rstrip("123") == state(found)
        and strength in ("", str(found.strength))
    )


def alternatives(expected: str) -> list[list[str]]:
    """Every list of feelings that would do: "a:x/y b:z" is [a:x, b:z] or [a:y, b:z]."""
    ways = []
    for each in expected.split():
        family, choices = "any", []
        for choice in each.split("/"):
            if choice == "nothing":
                choices.append("")
                continue
            before, _, after = choice.rpartition(":")
            family = before or family
            choices.append(f"{family}:{after}")
        ways.append(choices)
    return [[one for one in way if one] for way in product(*ways)]


@pytest.mark.parametrize(("reply", "expected"), CASES, ids=[one[0] for one in CASES])
def test_feelings_of_a_reply(reply: str, expected: str) -> None:
    found = find_feelings(read(reply))
    said = [f"{one.entry.family}:{state(one)}{one.strength}" for one in found]
    assert any(
        len(way) == len(found) and all(map(fits, way, found)) for way in alternatives(expected)
    ), said


def test_there_are_many_of_each() -> None:
    assert len(CASES) >= 150
    assert sum(line.startswith("## ") for line in _LINES) >= 8
