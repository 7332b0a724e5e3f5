"""Where people and rules read a reply differently, most telling first. No Django here.

For those who write rules: the replies come from labelled sets that may not be passed on, so they
go to the terminal and nowhere else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from practice.measuring.agreement import QUESTIONS, Coded, folded
from practice.measuring.transcripts import Row
from practice.scoring import RULES, Reasons, reasons

_ALL = frozenset(str(rule.kind) for rule in RULES)
_MOST = 8  # rules and cues that are named for a row


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A row read differently: what people said, what the rules, how sure, and what spoke for it."""

    people: str
    rules: str
    row: Row
    share: float
    spoke: tuple[tuple[str, float], ...]


def disagreements(
    rows: Iterable[tuple[Row, Coded]],
) -> dict[tuple[str, str], list[Disagreement]]:
    """Every row read differently, by what people and rules said; the surest first."""
    seen = list(rows)
    classes = sorted({coded.gold for _, coded in seen})
    found: dict[tuple[str, str], list[Disagreement]] = defaultdict(list)
    for row, coded in seen:
        for people, rules, ours, theirs in _differences(coded, classes):
            why = reasons(row.response, row.context)
            found[people, rules].append(_told(people, rules, row, why, ours, theirs))
    return {
        pair: sorted(found[pair], key=lambda one: (-one.share, str(one.row.id)))
        for pair in sorted(found, key=lambda pair: (-len(found[pair]), pair))
    }


def _differences(
    coded: Coded, classes: Collection[str]
) -> Iterator[tuple[str, str, Collection[str], Collection[str]]]:
    """What people said, what the rules, and which kinds of moves stand behind each."""
    said = folded(coded.said, classes)
    if said != coded.gold:
        yield coded.gold, said, _kinds(said, classes), _kinds(coded.gold, classes)
    for part, is_in in (coded.has or {}).items():
        kinds = QUESTIONS if part == "question" else frozenset((part,))
        if is_in == kinds.isdisjoint(coded.moves):
            rest = _ALL - kinds
            pair = (part, f"no {part}") if is_in else (f"no {part}", part)
            yield (*pair, rest, kinds) if is_in else (*pair, kinds, rest)


def _kinds(label: str, classes: Collection[str]) -> frozenset[str]:
    return frozenset(kind for kind in _ALL if folded(kind, classes) == label)


def _told(
    people: str,
    rules: str,
    row: Row,
    why: Reasons | None,
    ours: Collection[str],
    theirs: Collection[str],
) -> Disagreement:
    if why is None:
        return Disagreement(people, rules, row, 1.0, ())
    return Disagreement(people, rules, row, why.share(ours), tuple(why.spoke(ours, theirs)[:_MOST]))
