"""How families of rules are held against people's labels, and where the two disagree."""

from __future__ import annotations

import io
import json
from pathlib import Path

from django.core.management import call_command

from practice.display.rulebook import by_id, measured_families
from practice.measuring.agreement import Coded
from practice.measuring.disagreements import disagreements
from practice.measuring.families import Fared, fared
from practice.measuring.transcripts import Row
from practice.scoring import RULES, reasons

STATEMENT = "I cannot sleep since the move."


def row(gold: str, rules: str, has: dict[str, bool] | None = None) -> Coded:
    found = frozenset(rules.split())
    kinds = frozenset(by_id()[name].rule.kind for name in found)
    return Coded(group="a", gold=gold, said=gold, moves=kinds, rules=found, has=has)


def test_hits_misses_and_precision_of_a_family() -> None:
    family = [one for one in RULES if one.id.startswith("ordering.")]
    rows = [
        row("advice", "ordering.stop"),
        row("advice", "advising.lets"),
        row("other", "ordering.stop ordering.you_must"),
        row("other", ""),
    ]
    found = fared(family, rows)
    assert found == Fared(hits=1, misses=1, fired=2)
    assert found.precision == 0.5


def test_a_set_without_a_class_for_a_family_does_not_measure_it() -> None:
    rows = [row("reflection", "reflection.so_you"), row("other", "advising.lets")]
    families = measured_families()
    assert fared(families["Advising"], rows) is None
    assert fared(families["Other"], rows) is None  # what is left over is no class
    assert fared(families["Reflections"], rows) == Fared(hits=1, misses=0, fired=1)


def test_a_family_of_two_kinds_hits_with_the_kind_people_gave() -> None:
    rows = [
        row("support", "claiming.believe_me"),
        row("disclosure", "claiming.believe_me"),
        row("support", ""),
    ]
    assert fared(measured_families()["Claiming"], rows) == Fared(hits=1, misses=2, fired=2)


def test_what_people_noted_beside_the_label_counts() -> None:
    both = {"question": True, "reflection": True}
    rows = [
        row("open_question", "reflection.so_you open_question.why", both),
        row("reflection", "reflection.so_you closed_question.yes_no", both),
        row("closed_question", "closed_question.yes_no", {"question": True, "reflection": False}),
    ]
    families = measured_families()
    assert fared(families["Reflections"], rows) == Fared(hits=2, misses=0, fired=2)
    # of the second row nobody said which sort of question stands in it: it is left out
    assert fared(families["Closed questions"], rows) == Fared(hits=1, misses=0, fired=1)


def test_rules_that_find_nothing_have_no_precision() -> None:
    found = fared([by_id()["ordering.stop"].rule], [row("advice", "")])
    assert found == Fared(hits=0, misses=1, fired=0)
    assert found.precision is None


def test_every_rule_is_in_one_measured_family() -> None:
    named = [rule.id for rules in measured_families().values() for rule in rules]
    assert sorted(named) == sorted(by_id())


def test_reasons_name_the_kinds_and_what_spoke_for_them() -> None:
    why = reasons("How do you get through the nights?", STATEMENT)
    assert why is not None
    assert why.share(["open_question"]) > 0.8
    assert abs(why.share(why.shares) - 1) < 1e-9
    named = [name for name, _ in why.spoke(["open_question"], ["reflection"])]
    assert "open_question.what_how" in named[:3]
    assert reasons("…", STATEMENT) is None


def seen(number: int, reply: str, gold: str, said: str, **more: object) -> tuple[Row, Coded]:
    told = Coded(group="a", gold=gold, said=said, moves=frozenset({said}), **more)  # type: ignore[arg-type]
    return Row(number, STATEMENT, reply), told


def test_disagreements_stand_by_pair_with_the_surest_first() -> None:
    rows = [
        seen(1, "You lie awake in the new place.", "reflection", "reflection"),
        seen(2, "You should try to rest, so try a walk.", "reflection", "advice"),
        seen(3, "Maybe the new place wants a walk.", "reflection", "advice"),
        seen(4, "Is it the noise?", "advice", "closed_question"),
    ]
    found = disagreements(rows)
    # this set has no class for questions: they count as "other"
    assert [(pair, [one.row.id for one in each]) for pair, each in found.items()] == [
        (("reflection", "advice"), [2, 3]),
        (("advice", "other"), [4]),
    ]
    surest = found["reflection", "advice"][0]
    assert surest.share > 0.5
    assert "advising.you_should" in [name for name, _ in surest.spoke]


def test_what_is_present_beside_the_label_is_compared_too() -> None:
    asked = {"question": True, "reflection": False}
    quiet = {"question": False, "reflection": True}
    rows = [
        seen(1, "You lie awake.", "reflection", "reflection", has=asked),
        seen(2, "Awake all night?", "reflection", "reflection", has=quiet),
    ]
    found = {pair: [one.row.id for one in each] for pair, each in disagreements(rows).items()}
    assert found == {("no reflection", "reflection"): [1], ("question", "no question"): [1]}


def test_the_command_prints_disagreements_and_writes_nothing(tmp_path: Path) -> None:
    replies = [("You lie awake in the new place.", "advice"), ("Try a walk first.", "reflection")]
    lines = [
        {"id": n, "group": "g", "context": STATEMENT, "response": reply, "technique": gold}
        for n, (reply, gold) in enumerate([*replies, ("Let's see.", "other")])
    ]
    text = "\n".join(json.dumps(one) for one in lines)
    (tmp_path / "ours.jsonl").write_text(text, encoding="utf-8")
    out = io.StringIO()
    to = tmp_path / "to.json"
    call_command("measure", str(tmp_path), "--to", str(to), "--disagreements", "1", stdout=out)
    assert "== ours: people advice, rules reflection: 1" in out.getvalue()
    assert "reply: 'You lie awake in the new place.'" in out.getvalue()
    assert not to.exists()
