"""The rules as their pages show them: in families, each by a name one can say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from practice import scoring
from practice.scoring import Rule

FAMILIES: Mapping[str, str] = {
    "open_question": "Open questions",
    "closed_question": "Closed questions",
    "reflection": "Reflections",
    "encourager": "Encouragers",
    "advice": "Advice",
    "information": "Information",
    "support": "Support",
    "disclosure": "The helper’s own story",
    "confrontation": "Confrontation",
    "other": "Other",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A rule with its title."""

    rule: Rule
    title: str


@dataclass(frozen=True, slots=True)
class Family:
    """Rules that find the same kind of move."""

    label: str
    rules: tuple[Shown, ...]


@cache
def by_id() -> Mapping[str, Shown]:
    """Every rule by its id."""
    return {rule.id: Shown(rule, _title(rule)) for rule in scoring.RULES}


def named(ids: Iterable[str]) -> list[Shown]:
    """The rules with these ids, each once; an id that has no rule any more is left out."""
    return [by_id()[one] for one in dict.fromkeys(ids) if one in by_id()]


@cache
def families() -> tuple[Family, ...]:
    """All rules, by the kind of move they find."""
    found: dict[str, list[Shown]] = defaultdict(list)
    for shown in by_id().values():
        found[shown.rule.kind].append(shown)
    return tuple(
        Family(label, tuple(found[kind])) for kind, label in FAMILIES.items() if kind in found
    )


@cache
def measured_families() -> Mapping[str, tuple[Rule, ...]]:
    """All rules as they are measured together: by the kind of move, roadblocks each apart."""
    found: dict[str, list[Rule]] = defaultdict(list)
    for rule in scoring.RULES:
        label = rule.roadblock.replace("_", " ") if rule.roadblock else FAMILIES[rule.kind]
        found[label.capitalize()].append(rule)
    return {label: tuple(rules) for label, rules in found.items()}


def _title(rule: Rule) -> str:
    """ "closed_question.yes_no" is "Closed question: yes no", "warning.weighed" by small signs."""
    name = rule.id.replace(".weighed", ".by_small_signs")
    return name.replace(".", ": ").replace("_", " ").capitalize()
