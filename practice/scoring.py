"""The one public door of the scorer: what is in a reply, and how well it did what was asked.

A pure function of its arguments: no Django, no database, no clock. The same reply, the same
task and the same version give the same result.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from practice.rules import observe as _observe
from practice.rules.base import (
    DEFAULT,
    SCHEMA,
    BetterVersion,
    Cap,
    ClientFeeling,
    Config,
    CriterionResult,
    KeyPoint,
    Move,
    Note,
    Observation,
    Scorecard,
    Span,
    Strategy,
    Task,
    Technique,
    Verdict,
)
from practice.rules.configuring import (
    Problem,
    config_from_json,
    config_to_json,
    fingerprint,
    problems,
    tidy,
    usable,
)
from practice.rules.feelings.lexicon import families, lookup
from practice.rules.lists import PhraseList, Weight, lists, weights
from practice.rules.reasons import Reasons, reasons
from practice.rules.registry import RULES
from practice.rules.rubric import scorecard as rubric_scorecard
from practice.rules.rubric import scorecard_json
from practice.rules.rubric.rubrics import RUBRICS, Criterion, Rubric, UnknownStrategyError
from practice.rules.rule import Rule

SCORER_VERSION = "1.11.0"  # rises with any change of a verdict; the changelog says which

__all__ = [
    "DEFAULT",
    "RUBRICS",
    "RULES",
    "SCHEMA",
    "SCORER_VERSION",
    "BetterVersion",
    "Cap",
    "ClientFeeling",
    "Config",
    "Criterion",
    "CriterionResult",
    "KeyPoint",
    "Move",
    "Note",
    "Observation",
    "PhraseList",
    "Problem",
    "Reasons",
    "Rubric",
    "Rule",
    "Scorecard",
    "Span",
    "Strategy",
    "Task",
    "Technique",
    "UnknownStrategyError",
    "Verdict",
    "Weight",
    "config_from_json",
    "config_to_json",
    "families",
    "fingerprint",
    "lists",
    "lookup",
    "observe",
    "problems",
    "reasons",
    "score",
    "scorecard_from_json",
    "scorecard_to_json",
    "tidy",
    "usable",
    "version",
    "weights",
]


@lru_cache(maxsize=32)
def version(config: Config = DEFAULT) -> str:
    """What an attempt records: the scorer's version, and behind a "+" which config it had."""
    mark = fingerprint(config)
    return f"{SCORER_VERSION}+{mark}" if mark else SCORER_VERSION


def observe(reply: str, statement: str = "", *, config: Config = DEFAULT) -> Observation:
    """Which listening moves a reply makes, and which technique it is as a whole.

    `statement` is what the client had just said, as far as it is known.
    """
    return _observe.observe(reply, statement, scorer_version=version(config), config=config)


def score(
    reply: str, task: Task, *, earlier: Sequence[str] = (), config: Config = DEFAULT
) -> Scorecard:
    """How well a reply does what the task asks, with all its evidence.

    `earlier` are the trainee's own latest replies, the newest last, for what only a series
    shows. A strategy that has no rubric is an UnknownStrategyError.
    """

    def heard(text: str, statement: str) -> Observation:
        return observe(text, statement, config=config)

    return rubric_scorecard.scorecard(reply, task, earlier, config, heard)


def scorecard_to_json(scorecard: Scorecard) -> dict[str, Any]:
    """The scorecard as plain dicts, lists, strings and numbers, with its own schema number."""
    return scorecard_json.to_json(scorecard)


def scorecard_from_json(written: Mapping[str, Any]) -> Scorecard:
    """The scorecard that `scorecard_to_json` wrote."""
    return scorecard_json.from_json(written)
