"""Why a reply was read as it was: how sure the reading is, and what spoke for it.

For those who write rules: `manage.py measure --disagreements` prints it beside people's labels.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from practice.rules.base import DEFAULT, Config, Technique
from practice.rules.evidence import KINDS, SCALE, evidence
from practice.rules.finder import ALL
from practice.rules.observe import hear, heaviness
from practice.rules.reading.reply import read

START = "(start)"  # what every sentence starts with


@dataclass(frozen=True, slots=True)
class Reasons:
    """The share of each kind over the whole reply, and the points of what was found in it.

    `found` has, by the id of a rule or cue, its points for each kind as in evidence.tsv. Those of
    several sentences are weighed as the sentences are.
    """

    shares: dict[Technique, float]
    found: dict[str, tuple[float, ...]]

    def share(self, kinds: Collection[str]) -> float:
        """How much of the reply is of one of these kinds, from 0 to 1."""
        return sum(share for kind, share in self.shares.items() if kind in kinds)

    def spoke(self, kinds: Collection[str], against: Collection[str]) -> list[tuple[str, float]]:
        """What spoke for one of these kinds rather than those others: most points first."""
        ours = [number for number, kind in enumerate(KINDS) if kind in kinds]
        theirs = [number for number, kind in enumerate(KINDS) if kind in against]
        leans = [
            (name, max(points[n] for n in ours) - max(points[n] for n in theirs))
            for name, points in self.found.items()
        ]
        return sorted([one for one in leans if one[1] > 0], key=lambda one: -one[1])


def reasons(reply: str, statement: str, config: Config = DEFAULT) -> Reasons | None:
    """The reasons for how a reply was read; None where it has no words."""
    text = read(reply)
    if not text.words:
        return None
    table = evidence(config)
    heard = hear(text, read(statement), config)
    heavy = [heaviness(one, table) for one in heard]
    whole = sum(heavy)
    shares = [0.0] * len(KINDS)
    found: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(KINDS))
    found[START] = [points * SCALE for points in table.start]
    for one, weight in zip(heard, heavy, strict=True):
        for kind, share in enumerate(one.shares):
            shares[kind] += share * weight / whole
        for number in one.found:
            for kind, points in table.points[number]:
                found[ALL[number].id][kind] += points * SCALE * weight / whole
    return Reasons(
        dict(zip(KINDS, shares, strict=True)),
        {name: tuple(points) for name, points in found.items()},
    )
