"""Nobody is fooled, and nobody is punished for looking like it.

Each file of fooling/ is one way to fool a scorer. Its lines:

    finds A|B        what is found in such a reply: any of these faults; the first is the way's own
    at most N        and what it may score
    @ SLUG STRATEGY  the scenario that the lines below answer; its own strategy where none is named
    after A / B      the replies that came before
    x REPLY          is meant to fool
    ok REPLY         a near miss: a good reply that looks like it; it scores NEAR_MISS or more

Ceilings are those of a slip (50), lower where a reply gives nothing at all. The same opening in
every reply costs only a few points: the rest of it may be good.

Where the rules are still fooled, or still punish, fooling/differs.tsv says so. It may only get
shorter: `python -m tests.scoring.test_not_fooled` prints what it has to hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast, get_args

import pytest

from practice.rules.base import Fault, Roadblock
from practice.scoring import Scorecard, Strategy, Task, score
from tests.scoring.bank import tasks

FOLDER = Path(__file__).parent / "fooling"
NEAR_MISS = 70
WAYS = tuple(sorted(file.stem for file in FOLDER.glob("*.txt")))
DIFFERS = frozenset((FOLDER / "differs.tsv").read_text(encoding="utf-8").splitlines())


@dataclass(frozen=True)
class Attempt:
    """One reply, and what is expected of it."""

    way: str
    slug: str
    task: Task
    earlier: tuple[str, ...]
    reply: str
    fools: bool
    finds: tuple[str, ...]
    most: int

    @property
    def line(self) -> str:
        return f"{self.way}\t{self.slug}\t{self.reply}"

    def card(self) -> Scorecard:
        return score(self.reply, self.task, earlier=self.earlier)

    def wrong(self) -> str:
        """What is otherwise than expected; empty if nothing is."""
        card = self.card()
        found = f"scored {card.score}, found {list(card.faults)}"
        if card.score is None:
            return found
        if self.fools:
            met = card.score <= self.most and not set(self.finds).isdisjoint(card.faults)
        else:
            met = card.score >= NEAR_MISS and self.finds[0] not in card.faults
        return "" if met else found


def attempts(way: str) -> Iterator[Attempt]:
    finds: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    most, slug = 0, ""
    task: Task | None = None
    for line in (FOLDER / f"{way}.txt").read_text(encoding="utf-8").splitlines():
        sign, _, rest = line.partition(" ")
        if sign == "finds":
            finds = tuple(rest.split("|"))
        elif sign == "at":
            most = int(rest.removeprefix("most "))
        elif sign == "@":
            slug, _, strategy = rest.partition(" ")
            own = tasks()[slug]
            task = replace(own, strategy=cast(Strategy, strategy or own.strategy))
            earlier = ()
        elif sign == "after":
            earlier = tuple(rest.split(" / "))
        elif sign in ("x", "ok"):
            assert task is not None, line
            yield Attempt(way, slug, task, earlier, rest, sign == "x", finds, most)
        else:
            assert sign == "#", line


def test_there_are_enough_of_each() -> None:
    known = {*get_args(Fault), *get_args(Roadblock)}
    assert len(WAYS) == 10
    for way in WAYS:
        tried = list(attempts(way))
        assert sum(one.fools for one in tried) >= 10, way
        assert sum(not one.fools for one in tried) >= 5, way
        assert len({one.slug for one in tried}) >= 3, way
        assert {*tried[0].finds} <= known
        assert tried[0].most <= (95 if way == "same_formula" else 50)


@pytest.mark.parametrize("way", WAYS)
def test_not_fooled(way: str) -> None:
    wrong = {one.line: said for one in attempts(way) if (said := one.wrong())}
    known = {line for line in DIFFERS if line.startswith(f"{way}\t")}
    assert {line: said for line, said in wrong.items() if line not in known} == {}
    assert known - wrong.keys() == set(), "right now: take it out of fooling/differs.tsv"


def test_the_ledger_names_only_what_is_tried() -> None:
    assert {one.line for way in WAYS for one in attempts(way)} >= DIFFERS


def test_the_same_opening_costs_something() -> None:
    for one in attempts("same_formula"):
        alone = score(one.reply, one.task).score
        together = one.card().score
        assert alone is not None
        assert together is not None
        assert together < alone if one.fools else together == alone, one.reply


def main() -> None:
    """Print fooling/differs.tsv as it has to be."""
    for way in WAYS:
        for one in attempts(way):
            if one.wrong():
                print(one.line)


if __name__ == "__main__":
    main()
