"""How families of rules fare on labelled replies: hits, misses and precision. No Django here.

A family is held against people's labels of its own kind. What a set of labels has no class for is
not measured on it; "other" is what is left over in a set, and no class to measure by.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from practice.measuring.agreement import QUESTIONS, Coded, folded
from practice.scoring import Rule


@dataclass(frozen=True, slots=True)
class Fared:
    """How rules fared on one set.

    They found something in `fired` rows, `hits` of them of their kind; in `misses` rows of their
    kind they found nothing of it.
    """

    hits: int
    misses: int
    fired: int

    @property
    def precision(self) -> float | None:
        """The share of hits among the rows in which something was found."""
        return self.hits / self.fired if self.fired else None


def fared(rules: Iterable[Rule], rows: Sequence[Coded]) -> Fared | None:
    """How these rules together fared; None where the set has no class for any of them."""
    classes = sorted({row.gold for row in rows})
    wanted = {rule.id: label for rule in rules if (label := folded(rule.kind, classes)) != "other"}
    if not wanted:
        return None
    labels = frozenset(wanted.values())
    asks = not labels.isdisjoint(QUESTIONS)
    hits = misses = fired = 0
    for row in rows:
        said = _labels(row)
        if asks and row.gold not in QUESTIONS and "question" in said:
            continue  # a question stands in it, but people did not say of which sort
        found = [wanted[name] for name in row.rules if name in wanted]
        fired += bool(found)
        if not said.isdisjoint(found):
            hits += 1
        elif not said.isdisjoint(labels):
            misses += 1
    return Fared(hits, misses, fired)


def _labels(row: Coded) -> frozenset[str]:
    """The row's label, and what people noted as present beside it."""
    return frozenset((row.gold, *(part for part, is_in in (row.has or _NONE).items() if is_in)))


_NONE: Mapping[str, bool] = {}
