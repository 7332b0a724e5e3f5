"""Changes of a config: laid over another one, and read as differences. No Django here.

A change is written as a config is: what it adds to lists, takes from them, and sets weights to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from practice.scoring import Config, lists, weights


@dataclass(frozen=True, slots=True)
class Difference:
    """One list or weight that differs. `came` and `went` are phrases, or the two numbers."""

    name: str
    says: str
    came: tuple[str, ...]
    went: tuple[str, ...]
    is_weight: bool = False


def phrases_in(config: Config, name: str) -> list[str]:
    """A list as a config has it; one that is not there any more has what was added alone."""
    found = lists().get(name)
    return config.changed(name, found.phrases if found else ())


def weight_in(config: Config, name: str) -> int:
    """A weight as a config has it."""
    found = weights().get(name)
    return config.weights.get(name, found.shipped if found else 0)


def applied(base: Config, change: Config) -> Config:
    """A config with a change laid over it. What is so already stays as it is."""
    added = {name: list(got) for name, got in base.added.items()}
    removed = {name: list(got) for name, got in base.removed.items()}
    for name, phrases in change.added.items():
        for phrase in phrases:
            if phrase in removed.get(name, ()):
                removed[name].remove(phrase)
            elif phrase not in added.get(name, ()):
                added.setdefault(name, []).append(phrase)
    for name, phrases in change.removed.items():
        for phrase in phrases:
            if phrase in added.get(name, ()):
                added[name].remove(phrase)
            elif phrase not in removed.get(name, ()):
                removed.setdefault(name, []).append(phrase)
    numbers = {**base.weights, **change.weights}
    shipped = weights()
    return Config(
        added={name: tuple(got) for name, got in added.items()},
        removed={name: tuple(got) for name, got in removed.items()},
        weights={
            name: number
            for name, number in numbers.items()
            if name not in shipped or shipped[name].shipped != number
        },
    )


def between(old: Config, new: Config) -> Config:
    """The change that makes the one config the other."""
    names = sorted({*old.added, *old.removed, *new.added, *new.removed})
    was = {name: phrases_in(old, name) for name in names}
    will = {name: phrases_in(new, name) for name in names}
    return Config(
        added={n: tuple(one for one in will[n] if one not in was[n]) for n in names},
        removed={n: tuple(one for one in was[n] if one not in will[n]) for n in names},
        weights={
            name: weight_in(new, name)
            for name in sorted({*old.weights, *new.weights})
            if weight_in(old, name) != weight_in(new, name)
        },
    )


def differences(old: Config, new: Config) -> Iterator[Difference]:
    """What differs, list by list and weight by weight."""
    change = between(old, new)
    for name in sorted({*change.added, *change.removed}):
        says = lists()[name].says if name in lists() else ""
        yield Difference(name, says, change.added.get(name, ()), change.removed.get(name, ()))
    for name in change.weights:
        says = weights()[name].says if name in weights() else ""
        then, was = weight_in(new, name), weight_in(old, name)
        yield Difference(name, says, (str(then),), (str(was),), is_weight=True)


def without(change: Config, name: str) -> Config:
    """A change that leaves one list or weight alone."""
    return Config(
        added={key: got for key, got in change.added.items() if key != name},
        removed={key: got for key, got in change.removed.items() if key != name},
        weights={key: got for key, got in change.weights.items() if key != name},
    )
