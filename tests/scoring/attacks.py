"""Texts made to slow the scorer down, and its work counted instead of timed.

Regular expressions are attacked one by one: texts are made from the expression itself, so that
each of its repeats is fed as often as fits, and then disappointed.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from random import Random
from time import thread_time_ns
from types import FrameType, ModuleType
from typing import Any

import practice.rules

LONG = 2000  # what the pages let through


# Work -------------------------------------------------------------------------------------


def work(task: Callable[[], object]) -> int:
    """How many lines of the scorer one call runs: the same on every machine, however busy."""
    lines = 0

    def counted(frame: FrameType, _event: str, _arg: object) -> Any:
        nonlocal lines
        if not frame.f_globals.get("__name__", "").startswith("practice."):
            return None
        lines += 1
        return counted

    before = sys.gettrace()
    sys.settrace(counted)
    try:
        task()
    finally:
        sys.settrace(before)
    return lines


# Regular expressions ----------------------------------------------------------------------


@dataclass(frozen=True)
class Expression:
    """A compiled expression of the rules, under its name, and how it is called."""

    name: str
    pattern: re.Pattern[str]
    called: frozenset[str]  # "match", "search", "sub" …


@cache
def expressions() -> tuple[Expression, ...]:
    """Every compiled expression that a module of the rules holds."""
    called: dict[str, set[str]] = {}
    held: dict[str, tuple[str, re.Pattern[str]]] = {}
    for found in pkgutil.walk_packages(practice.rules.__path__, "practice.rules."):
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            for one in value if isinstance(value, tuple | list | frozenset) else (value,):
                if isinstance(one, re.Pattern):
                    held.setdefault(one.pattern, (f"{module.__name__}.{name}", one))
                    called.setdefault(one.pattern, set()).update(_calls(module, name))
    return tuple(
        Expression(name, pattern, frozenset(called[pattern.pattern] or {"search"}))
        for name, pattern in held.values()
    )


def _calls(module: ModuleType, name: str) -> Iterator[str]:
    """The methods that a module calls on one of its names."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == name:
            yield node.attr


def attacks(one: Expression, rounds: int = 40) -> set[str]:
    """Texts of LONG characters that feed the repeats of an expression and then end otherwise."""
    chance = Random(one.name)
    made = _Made(chance)
    parts = {"a", "a ", "1 ", " ", ", ", "\n", "-", "'", '" '}
    for _ in range(rounds):
        made.fed.clear()
        text = made.text(_parsed(one.pattern))
        at = chance.randrange(len(text) + 1)
        parts |= {text, f"{text} ", text[:at], f"{text[:at]} ", f"{text[at:]} ", *made.fed}
    fed = {(part * LONG)[: LONG - 1] for part in parts if part}
    return {text + end for text in fed for end in ("\x01", "z")}


def _parsed(pattern: re.Pattern[str]) -> Any:
    from re import _parser  # type: ignore[attr-defined]  # what re itself reads patterns with

    return _parser.parse(pattern.pattern, pattern.flags)


class _Made:
    """Texts that an expression matches, more or less; `fed` are what its repeats take."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.fed: set[str] = set()

    def text(self, parsed: Any) -> str:
        return "".join(self._one(str(sign), given) for sign, given in parsed)

    def _one(self, sign: str, given: Any) -> str:
        chance = self.chance
        if sign == "LITERAL":
            return chr(given)
        if sign == "IN":
            return self._among(given)
        if sign in ("NOT_LITERAL", "ANY"):
            return chance.choice("ab x")
        if sign == "BRANCH":
            return self.text(chance.choice(given[1]))
        if sign == "SUBPATTERN":
            return self.text(given[3])
        if sign == "ATOMIC_GROUP":
            return self.text(given)
        if sign in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            least, most, inside = given
            many = chance.choice((least, min(most, least + 1), min(most, least + 3)))
            texts = [self.text(inside) for _ in range(max(1, many))]
            self.fed.update(texts)
            return "".join(texts[:many])
        return ""  # places, and what only looks ahead or behind

    def _among(self, given: Any) -> str:
        if str(given[0][0]) == "NEGATE":
            return self.chance.choice("ab x")
        sign, value = self.chance.choice(given)
        if str(sign) == "LITERAL":
            return chr(value)
        if str(sign) == "RANGE":
            return chr(self.chance.randint(value[0], min(value[1], value[0] + 25)))
        return {"CATEGORY_SPACE": " ", "CATEGORY_DIGIT": "1"}.get(str(value), "a")


def slowest(one: Expression, enough: float) -> tuple[float, str]:
    """The milliseconds of the slowest attack, and its text.

    Other people use the machine too: what took longer than `enough` is tried again, and the
    quickest of its tries counts.
    """
    worst, by = 0.0, ""
    for how in sorted(one.called & {"match", "search", "fullmatch", "finditer", "sub"}):
        for text in attacks(one):
            took = _milliseconds(one.pattern, how, text)
            for _ in range(4):
                if took < enough:
                    break
                took = min(took, _milliseconds(one.pattern, how, text))
            if took > worst:
                worst, by = took, f"{how} {text[:60]!r}"
    return worst, by


def _milliseconds(pattern: re.Pattern[str], how: str, text: str) -> float:
    began = thread_time_ns()
    if how == "sub":
        pattern.sub("", text)
    elif how == "finditer":
        list(pattern.finditer(text))
    else:
        getattr(pattern, how)(text)
    return (thread_time_ns() - began) / 1e6
