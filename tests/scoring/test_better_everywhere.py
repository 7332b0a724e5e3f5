"""The better version of every golden reply and of every slip of the bank reads as a sentence."""

from __future__ import annotations

import json
import re
from functools import cache

import pytest

from practice.scoring import Scorecard, Task, score
from tests.scoring.bank import bank
from tests.scoring.golden_rows import GOLDEN
from tests.scoring.test_golden import ROWS, _task

_DOUBLED = re.compile(r"\b(\w+) \1\b", re.I)
_MAY_DOUBLE = frozenset({"had", "that", "so", "very"})
_BROKEN = re.compile(
    r"\b(?:you is|you has|you was|i is|they is|a [aeiou]\w+ed\b|an [bcdfgjklmnpqrstvwxz])"
    r"|[,;:] ?[.?!]|\s[.,?!]|\s{2,}|\.\.(?!\.)|\b(?:and|but|or|because|so|the|a|an|of)[.?]\Z",
    re.I,
)
_ASKS = re.compile(r"(?:what|how|why|who|where|when|do|did|are|is|was|were|can|could|would) ", re.I)
_CUTS = frozenset({"stop_before_but", "cut_sentence", "cut_clause", "drop_question"})


def _cases() -> dict[str, tuple[str, Task, tuple[str, ...]]]:
    found = {
        name: (row["reply"], _task(row), tuple(row.get("earlier", ())))
        for name, row in ROWS.items()
    }
    for client in bank():
        for number, (reply, _) in enumerate(client.slips):
            found[f"{client.slug}-{number}"] = (reply, client.task, ())
    return found


CASES = _cases()


@cache
def _card(name: str) -> Scorecard:
    reply, task, earlier = CASES[name]
    return score(reply, task, earlier=earlier)


APPROVED: dict[str, list[str]] = json.loads(
    (GOLDEN / "better_approved.json").read_text(encoding="utf-8")
)
# Read from the list, so that nothing is scored before a test asks: they are all there are, as
# the last test says.
WITH_BETTER = [name for name in CASES if name in APPROVED]


def test_there_are_many() -> None:
    assert len(WITH_BETTER) >= 25
    edits = {card.better.edit for name in WITH_BETTER if (card := _card(name)).better}
    assert edits >= {"cut_sentence", "stop_before_but", "one_question", "open_up", "add_stem"}


@pytest.mark.parametrize("name", WITH_BETTER)
def test_it_reads_as_a_sentence(name: str) -> None:
    reply, _, _ = CASES[name]
    better = _card(name).better
    assert better is not None
    after = better.after
    assert after[0].isupper()
    assert after.endswith((".", "?", "…", ".”", "?”"))
    assert after == after.strip()
    own = {one.group().lower() for one in _DOUBLED.finditer(reply)}
    doubled = {one.group().lower() for one in _DOUBLED.finditer(after)}
    assert all(one in own or one.split()[0] in _MAY_DOUBLE for one in doubled), after
    assert not _BROKEN.search(after), after
    for opens, closes in (("“", "”"), ("(", ")")):
        assert after.count(opens) == after.count(closes)
    assert after.count('"') % 2 == 0
    last = re.split(r"(?<=[.?!…]) ", after)[-1]
    if _ASKS.match(last):
        assert after.endswith("?")


@pytest.mark.parametrize("name", WITH_BETTER)
def test_it_is_small_and_better(name: str) -> None:
    reply, task, _ = CASES[name]
    card = _card(name)
    assert card.better is not None
    assert card.score is not None
    again = score(card.better.after, task)
    assert again.score == card.better.score >= card.score + 3
    assert again.score >= 60
    words = {one.lower().strip(".,?!…") for one in reply.split()}
    new = [one for one in card.better.after.split() if one.lower().strip(".,?!…") not in words]
    assert len(new) <= 6, new
    if card.better.edit in _CUTS:
        assert not new, new


def _pairs() -> dict[str, list[str]]:
    """Every better version there is: the name of its case, the reply, and what is shown."""
    cards = {name: _card(name).better for name in CASES}
    return {name: [CASES[name][0], one.after] for name, one in cards.items() if one is not None}


def test_each_was_read_and_approved() -> None:
    """A pair that is new or changed is read first, then kept: `python -m` this module."""
    new = {name: pair for name, pair in _pairs().items() if APPROVED.get(name) != pair}
    assert new == {}, "read these; if they are good, python -m tests.scoring.test_better_everywhere"
    assert APPROVED.keys() - _pairs().keys() == set(), "shown no more: record the list anew"


def main() -> None:
    """Record the pairs as approved, and print those that were not, to be read."""
    pairs = _pairs()
    for name, (before, after) in pairs.items():
        if APPROVED.get(name) != [before, after]:
            print(f"{name}\n  {before}\n  {after}")
    text = json.dumps(pairs, indent=1, ensure_ascii=False) + "\n"
    (GOLDEN / "better_approved.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
