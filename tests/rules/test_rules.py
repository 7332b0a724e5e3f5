"""Every rule proves itself: it finds its hits, leaves its misses alone, and says so kindly."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import get_args

import pytest

from practice import rules
from practice.rules import weighed_roadblocks
from practice.rules.base import Roadblock, Technique
from practice.rules.cues.registry import CUES
from practice.rules.evidence import FIRST, FIRST_OF_CUE, KINDS, at_first, evidence
from practice.rules.finder import ALL, NUMBERS, finder
from practice.rules.matchers import View, Weighed
from practice.rules.reading.reply import read
from practice.rules.registry import RULES
from practice.rules.rule import Rule
from practice.scoring import observe

NOTHING = read("")


def finds(rule: Rule, text: str) -> bool:
    if rule in weighed_roadblocks.RULES:
        return rule.id in {move.rule for move in observe(text).moves}
    if isinstance(rule.finds, Weighed):
        return rule.kind in {move.kind for move in observe(text).moves}
    reply = read(text)
    return any(
        NUMBERS[rule.id] in finder().find(View(reply, sentence, index, NOTHING))
        for index, sentence in enumerate(reply.sentences)
    )


@pytest.mark.parametrize(
    ("rule", "text"), [(r, t) for r in RULES for t in r.hits], ids=lambda v: getattr(v, "id", v)
)
def test_hit(rule: Rule, text: str) -> None:
    assert finds(rule, text)


@pytest.mark.parametrize(
    ("rule", "text"), [(r, t) for r in RULES for t in r.misses], ids=lambda v: getattr(v, "id", v)
)
def test_miss(rule: Rule, text: str) -> None:
    assert not finds(rule, text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_is_complete(rule: Rule) -> None:
    assert len(rule.hits) >= 3
    assert len(rule.misses) >= 3
    assert len({*rule.hits, *rule.misses}) == len(rule.hits) + len(rule.misses)
    assert rule.message
    assert "\n" not in rule.message
    assert rule.why.endswith(".")
    assert rule.source
    if rule.roadblock:
        assert rule.instead.endswith(".")


BLAME = re.compile(r"\b(you should|you must|wrong of you|bad|failed|failure|incorrect|mistake)\b")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_words_pass_our_own_rules(rule: Rule) -> None:
    # What stands in quotation marks is what the rule looks for, not what we say.
    said = " ".join((rule.message, rule.why, rule.instead)).lower()
    assert not BLAME.search(re.sub(r"“[^”]*”", "", said))


def test_registry_holds_every_rule_once() -> None:
    written = []
    for module in pkgutil.iter_modules(rules.__path__):
        found = importlib.import_module(f"practice.rules.{module.name}")
        if module.name != "registry":
            written += [one for one in getattr(found, "RULES", ()) if isinstance(one, Rule)]
    assert {one.id for one in written} == {one.id for one in RULES}
    assert len({one.id for one in ALL}) == len(ALL)


def test_ids_are_named_for_what_they_find() -> None:
    for rule in RULES:
        assert re.fullmatch(r"[a-z_]+\.[a-z0-9_]+", rule.id)
        assert rule.id.partition(".")[0] in {*get_args(Technique), *get_args(Roadblock)}


def test_every_kind_and_every_roadblock_has_its_rules() -> None:
    assert {rule.kind for rule in RULES} == set(get_args(Technique))
    assert {rule.roadblock for rule in RULES if rule.roadblock} == set(get_args(Roadblock))


def test_evidence_names_rules_and_cues_that_there_are() -> None:
    table = evidence()
    assert len(table.points) == len(ALL)
    assert len(table.start) == len(table.weight) == len(get_args(Technique))


def test_every_cue_counts_for_something() -> None:
    assert [one.id for one in CUES if not evidence().points[NUMBERS[one.id]]] == []


def test_a_rule_that_the_table_does_not_know_counts_for_its_kind() -> None:
    rule = RULES[0]
    expected = [FIRST if kind == rule.kind else 0.0 for kind in KINDS]
    assert at_first(rule) == expected
    assert at_first(CUES[0]) == []
    cue = next(cue for cue in CUES if cue.kind)
    assert at_first(cue) == [FIRST_OF_CUE if kind == cue.kind else 0.0 for kind in KINDS]
