"""All signs of a judged reply taken together: the most that replies like it deserve.

Criteria are judged one by one, and each may be met in a reply that a trainer would still call
halting. What every sign adds to or takes from such a verdict stands in phrases/together.tsv, in
points of the score; `make estimate` estimates them on replies that trainers put in bands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from practice.rules.base import Cap
from practice.rules.coaching_words import ROADBLOCKS
from practice.rules.criteria.case import joined
from practice.rules.finder import NUMBERS
from practice.rules.reading.spelling import PHRASES
from practice.rules.rubric.rubrics import Rubric, rubric_for
from practice.rules.rubric.signs import Signs

FILE = PHRASES / "together.tsv"
START = "(start)"
TOGETHER = "taken_together"  # the cap's id
MOST = 0.4  # of a score: what lowers it further is said by a cap of its own
LOW = 30  # points: no reply is lowered further, and one with fewer is told why by other caps
# Of what the signs give, not of the score: between them less and less is taken, then nothing.
FAIR, GOOD = 75, 95
NEARLY = 85  # points: what holds a reply back is said more softly
_LEAST = 2  # points: less is not worth a word
SAID = 1.5  # points that a sign takes, before it is named
_NAMED = 2  # signs
SMALL = "As a whole many small things hold it back a little; none of them stands out."
# What is missing is told only beside what shows that it could be there.
_ONLY_BESIDE = {"reach.last": "reach.many", "point.most": "noted"}


class Worth(NamedTuple):
    """What a sign is worth: points for all of it, and how much of it good replies have."""

    points: float
    usual: float


@dataclass(frozen=True)
class Table:
    """What the signs are worth in one strategy, and what a reply without any sign gets."""

    strategy: str
    start: float
    signs: Mapping[str, Worth]

    @cached_property
    def found(self) -> Mapping[int, float]:
        """The points of rules and cues, by their numbers."""
        return {
            NUMBERS[sign]: worth.points for sign, worth in self.signs.items() if sign in NUMBERS
        }

    @cached_property
    def words(self) -> Mapping[str, str]:
        """What a sign that weighs against a reply says of it, where words help."""
        rubric = rubric_for(self.strategy)
        told = {sign: _words(sign, rubric) for sign in self.signs}
        return {sign: words for sign, words in told.items() if words}

    def expected(self, signs: Signs, found: Iterable[int]) -> float:
        """The points that all signs of a reply give together."""
        worth, of_found = self.signs, self.found
        points = self.start
        for sign, value in signs.items():
            if sign in worth:
                points += value * worth[sign].points
        for number in found:
            if number in of_found:
                points += of_found[number]
        return points


@lru_cache(maxsize=1)
def tables() -> Mapping[str, Table]:
    """The table of each strategy, as shipped."""
    rows: dict[str, dict[str, Worth]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "strategy\t")):
            strategy, sign, points, usual = line.split("\t")
            rows.setdefault(strategy, {})[sign] = Worth(float(points), float(usual))
    return {
        strategy: Table(strategy, signs.pop(START).points, signs)
        for strategy, signs in rows.items()
    }


def together(table: Table, signs: Signs, found: set[int], name: str, score: int) -> Cap | None:
    """The cap for what all signs say of a reply with this score, if they say it is too high."""
    deserved = max(table.expected(signs, found), (1.0 - MOST) * score, LOW)
    taken = (score - deserved) * min(1.0, (GOOD - deserved) / (GOOD - FAIR))
    if deserved >= GOOD or taken < _LEAST:
        return None
    limit = round(score - taken)
    return Cap(TOGETHER, limit, _reason(table, signs, found, name, limit))


def _reason(table: Table, signs: Signs, found: set[int], name: str, limit: int) -> str:
    """What weighs most against it, beside a good reply."""
    taken: list[tuple[float, str]] = []
    for sign, words in table.words.items():
        if sign in _ONLY_BESIDE and _ONLY_BESIDE[sign] not in signs:
            continue
        points, usual = table.signs[sign]
        has = float(NUMBERS[sign] in found) if sign in NUMBERS else signs.get(sign, 0.0)
        if points * (has - usual) <= -SAID:
            taken.append((points * (has - usual), words))
    said = list(dict.fromkeys(words for _, words in sorted(taken)))[:_NAMED]
    if not said:
        return SMALL
    opening = (
        "Nearly all of it is there" if limit >= NEARLY else "As a whole it is not quite there yet"
    )
    return f"{opening}: {joined(said).format(name=name)}."


def _words(sign: str, rubric: Rubric) -> str:
    group, _, what = sign.partition(".")
    if group == "lost" and what in rubric.by_id:
        return f"there is more to do on “{rubric.by_id[what].label}”"
    if group == "roadblock" and what in ROADBLOCKS:
        return f"there is some {what.replace('_', ' ')} in it"
    return SAYS.get(sign, "")


SAYS = {
    sign: words
    for words, signs in {
        "much of it is new here": "new",
        "the main point is not plain in it": "point.most",
        "part of it is {name}’s own sentence": "echo run",
        "something in it was never said": "invented",
        "it stays with how the story begins": "reach.last",
        "no feeling of {name}’s is plain in it": "feeling.theirs",
        "it speaks of you": "begins.i person.we",
        "it looks at somebody else": "begins.kin",
        "it guesses about somebody else": "slip.imagines_them",
        "it begins by agreeing": "opener.yes",
        "it pushes a little": "modal.should you.pushed",
        "it asks for a fact": "asks.how_many",
    }.items()
    for sign in signs.split()
}
