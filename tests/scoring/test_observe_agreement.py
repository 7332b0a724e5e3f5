"""How agreement is measured, and that what the page shows is of this scorer."""

from __future__ import annotations

import io
import json
from collections import Counter
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from practice.measuring import measured
from practice.measuring.agreement import Coded, f1, figures, folded, halves, kappa
from practice.scoring import SCORER_VERSION


def row(gold: str, said: str, group: str = "a", **more: object) -> Coded:
    return Coded(group=group, gold=gold, said=said, moves=frozenset({said}), **more)  # type: ignore[arg-type]


def test_kappa_and_f1_of_a_table_worked_out_by_hand() -> None:
    pairs = Counter({("a", "a"): 20, ("a", "b"): 5, ("b", "a"): 10, ("b", "b"): 15})
    assert kappa(pairs) == pytest.approx(0.4)
    assert f1(pairs, "a") == pytest.approx(2 * 20 / (25 + 30))
    assert kappa(Counter({("a", "a"): 3})) == 0.0


@pytest.mark.parametrize(
    ("technique", "classes", "label"),
    [
        ("advice", ("advice", "other"), "advice"),
        ("confrontation", ("input", "other"), "input"),
        ("open_question", ("question", "other"), "question"),
        ("encourager", ("reflection", "other"), "other"),
    ],
)
def test_finer_techniques_fold_into_the_classes_a_set_has(
    technique: str, classes: tuple[str, ...], label: str
) -> None:
    assert folded(technique, classes) == label


def test_figures_have_intervals_and_count_whole_groups() -> None:
    rows = [
        row("reflection", "reflection", group=str(n % 4), slot="hq1", score=80) for n in range(8)
    ] + [row("other", "advice", group=str(n % 4), slot="lq1", score=30) for n in range(8)]
    found = {one.name: one for one in figures(rows)}
    assert found["kappa"].value == 1.0
    assert found["pairs_won"].value == 1.0
    assert all(one.low <= one.value <= one.high for one in found.values())


def test_halves_of_a_steady_coder_lie_close() -> None:
    rows = [row("a" if n % 2 else "other", "a" if n % 3 else "other", str(n)) for n in range(600)]
    found = halves(rows)
    assert 0 < found["apart"] <= found["seldom_above"]
    assert found["by_luck"] <= found["seldom_above"] < 0.3


def test_the_command_measures_a_folder(tmp_path: Path) -> None:
    labelled = [
        {
            "id": n,
            "group": n % 3,
            "context": "I cannot sleep since the move.",
            "response": said,
            "technique": gold,
        }
        for n, (said, gold) in enumerate(
            [
                ("You lie awake in the new place.", "reflection"),
                ("How long do you lie awake?", "closed_question"),
                ("Since the move you cannot rest.", "reflection"),
                ("Mm-hmm.", "encourager"),
            ]
        )
    ]
    text = "\n".join(json.dumps(one) for one in labelled)
    (tmp_path / "ours.jsonl").write_text(text, encoding="utf-8")
    call_command("measure", str(tmp_path), "--to", str(tmp_path / "to.json"), stdout=io.StringIO())
    told = json.loads((tmp_path / "to.json").read_text(encoding="utf-8"))
    assert told["scorer_version"] == SCORER_VERSION
    assert told["sets"]["ours"]["n"] == 4
    assert {one["figure"] for one in told["rows"]} >= {"all classes, kappa", "reflection, F1"}
    (families,) = told["families"]
    by_name = {one["family"]: one for one in families["rows"]}
    assert by_name["Encouragers"]["hits"] == 1
    assert by_name["Encouragers"]["precision"] == "1.00"
    assert "Advising" in families["without"]
    assert told["rules"]["encourager.brief"] == [
        {"set": "ours", "hits": 1, "misses": 0, "fired": 1, "precision": "1.00"}
    ]


def test_a_folder_without_labelled_replies_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"There is no \*\.jsonl file"):
        call_command("measure", str(tmp_path))


def test_the_figures_shown_are_of_this_scorer() -> None:
    shown = measured.figures()
    assert shown is not None
    assert shown["scorer_version"] == SCORER_VERSION


def test_what_to_expect_on_new_sentences_is_of_this_scorer_and_of_the_same_sets() -> None:
    shown = measured.figures()
    assert shown is not None
    expected = measured.expected()
    assert expected["scorer_version"] == SCORER_VERSION
    assert expected["unseen"].keys() == shown["sets"].keys()
    assert [row["figure"] for row in shown["rows"] if row["unseen"] is None] == []
