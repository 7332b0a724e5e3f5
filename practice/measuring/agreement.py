"""How well the rules agree with trained people, with intervals. No Django here."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Pairs = Counter[tuple[str, str]]  # (what people said, what the rules said)
INPUT = frozenset(("advice", "information", "confrontation"))
QUESTIONS = frozenset(("open_question", "closed_question"))
Measure = Callable[[Sequence["Coded"]], dict[str, float]]
DRAWS = 300
SPLITS = 200


@dataclass(frozen=True, slots=True)
class Coded:
    """One row: people's label, the rules' technique and moves, and who belongs together.

    `moves` are the kinds of its moves, `rules` the ids of the rules that found them.
    """

    group: str
    gold: str
    said: str
    moves: frozenset[str]
    rules: frozenset[str] = frozenset()
    has: Mapping[str, bool] | None = None
    slot: str = ""
    score: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the interval that holds 95 of 100 draws of whole groups."""

    name: str
    value: float
    low: float
    high: float


def folded(technique: str, classes: Iterable[str]) -> str:
    """A technique as one of the classes that a set of labels has."""
    known = set(classes)
    if technique in known:
        return technique
    if technique in INPUT and "input" in known:
        return "input"
    if technique in QUESTIONS and "question" in known:
        return "question"
    return "other"


def kappa(pairs: Pairs) -> float:
    """Cohen's kappa: agreement beyond chance."""
    whole = pairs.total()
    gold: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for (one, other), number in pairs.items():
        gold[one] += number
        said[other] += number
    agreed = sum(number for (one, other), number in pairs.items() if one == other) / whole
    chance = sum(gold[name] * said[name] for name in gold) / whole**2
    return (agreed - chance) / (1 - chance) if chance < 1 else 0.0


def f1(pairs: Pairs, name: str) -> float:
    """The harmonic mean of precision and recall for one class."""
    both = pairs[name, name]
    either = sum(n * ((one == name) + (other == name)) for (one, other), n in pairs.items())
    return 2 * both / either if either else 0.0


def figures(rows: Sequence[Coded]) -> list[Figure]:
    """Kappa, macro F1, F1 of every class, of what is present anywhere, and the pairs won."""
    return [figure for part, measure in _measures(rows) for figure in _drawn(part, measure)]


def values(rows: Sequence[Coded]) -> dict[str, float]:
    """The same without intervals, which take most of the time."""
    return {
        name: value for part, measure in _measures(rows) for name, value in measure(part).items()
    }


def _measures(rows: Sequence[Coded]) -> Iterator[tuple[Sequence[Coded], Measure]]:
    """What can be measured, and on which of the rows."""
    classes = sorted({row.gold for row in rows})
    yield rows, lambda part: _by_class(part, classes)
    flagged = [row for row in rows if row.has is not None]
    if flagged:
        yield flagged, _present
    if any(row.slot for row in rows) and any(row.score is not None for row in rows):
        yield rows, _pairs_won


def _drawn(rows: Sequence[Coded], measure: Measure) -> list[Figure]:
    groups: dict[str, list[Coded]] = defaultdict(list)
    for row in rows:
        groups[row.group].append(row)
    names = list(groups)
    draw = random.Random(0)  # noqa: S311 - the same draws every time
    whole = measure(rows)
    draws: dict[str, list[float]] = defaultdict(list)
    for _ in range(DRAWS):
        part = [row for name in draw.choices(names, k=len(names)) for row in groups[name]]
        for name, value in measure(part).items():
            draws[name].append(value)
    out = []
    for name, value in whole.items():
        ordered = sorted(draws[name])
        edge = len(ordered) // 40
        out.append(Figure(name, value, ordered[edge], ordered[-1 - edge]))
    return out


def paired(rows: Iterable[Coded], classes: Sequence[str]) -> Pairs:
    """How often people said one thing and the rules another."""
    return Counter((row.gold, folded(row.said, classes)) for row in rows)


def _by_class(rows: Sequence[Coded], classes: Sequence[str]) -> dict[str, float]:
    pairs = paired(rows, classes)
    each = {name: f1(pairs, name) for name in classes}
    return {"kappa": kappa(pairs), "macro_f1": sum(each.values()) / len(each), **each}


def _present(rows: Sequence[Coded]) -> dict[str, float]:
    out = {}
    for part, kinds in (("question", QUESTIONS), ("reflection", frozenset(("reflection",)))):
        pairs: Pairs = Counter(
            (str(bool(row.has and row.has[part])), str(not kinds.isdisjoint(row.moves)))
            for row in rows
        )
        out[f"has_{part}"] = f1(pairs, "True")
    return out


def _pairs_won(rows: Sequence[Coded]) -> dict[str, float]:
    """How often a reflection scores above another reply to the same prompt; ties are lost."""
    prompts: dict[str, tuple[list[int | None], list[int | None]]] = defaultdict(lambda: ([], []))
    for row in rows:
        prompts[row.group][row.gold == "reflection"].append(row.score)
    duels = [
        yes is not None and no is not None and yes > no
        for others, reflections in prompts.values()
        for yes in reflections
        for no in others
    ]
    return {"pairs_won": sum(duels) / len(duels) if duels else 0.0}


def halves(rows: Sequence[Coded]) -> dict[str, float]:
    """How far two halves of the groups lie apart in kappa, and how far luck alone takes them.

    Luck is a coder who confuses classes as often as the rules do, but by the throw of a die.
    Many splits are made: `apart` and `by_luck` are the middle of each, and `seldom_above` is what
    95 of 100 such coders stay below.
    """
    classes = sorted({row.gold for row in rows})
    names = sorted({row.group for row in rows})
    confused: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        confused[row.gold][folded(row.said, classes)] += 1
    throw = random.Random(1)  # noqa: S311 - the same splits every time
    apart, by_luck = [], []
    for _ in range(SPLITS):
        throw.shuffle(names)
        first = frozenset(names[::2])
        parts: tuple[list[Coded], list[Coded]] = ([], [])
        for row in rows:
            parts[row.group in first].append(row)
        one, two = (kappa(paired(part, classes)) for part in parts)
        apart.append(abs(one - two))
        one, two = (kappa(_thrown(part, confused, throw)) for part in parts)
        by_luck.append(abs(one - two))
    return {
        "apart": sorted(apart)[SPLITS // 2],
        "by_luck": sorted(by_luck)[SPLITS // 2],
        "seldom_above": sorted(by_luck)[int(SPLITS * 0.95)],
    }


def _thrown(
    rows: Sequence[Coded], confused: Mapping[str, Counter[str]], throw: random.Random
) -> Pairs:
    pairs: Pairs = Counter()
    for gold, number in Counter(row.gold for row in rows).items():
        said = confused[gold]
        for other in throw.choices(list(said), weights=list(said.values()), k=number):
            pairs[gold, other] += 1
    return pairs
