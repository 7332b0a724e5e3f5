"""Points are estimated: from all replies, the same every time, and in the right direction."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from practice.rules import fault_evidence
from practice.rules.evidence import KINDS
from practice.rules.fault_evidence import likely_question_fault, likely_roadblock
from practice.rules.finder import ALL, NUMBERS
from tests.benchmarks.estimate import main, written_faults
from tests.benchmarks.fault_points import crossed_faults, estimate_faults
from tests.benchmarks.habits import Habits
from tests.benchmarks.labelled import Labelled, read_folder
from tests.benchmarks.points import Replies, estimate, unlikely, weights
from tests.benchmarks.tables import in_place_of_the_shipped

LABELLED = [
    ("Your cat hid under the stairs again.", "support"),
    ("Your cat ran off. What a week!", "support"),
    ("You fed the cat.", "reflection"),
    ("You fed the cat, and nobody thanked you.", "reflection"),
    ("Feed the cat at eight.", "advice"),
    ("Did you feed the cat?", "closed_question"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = [
        {"id": f"{group}-{n}", "group": group, "context": "The cat is ill.", "response": reply}
        | {"technique": gold, "has": {"question": n == 5, "reflection": n in (2, 3)}}
        for group in range(10)
        for n, (reply, gold) in enumerate(LABELLED)
    ]
    for name, some in (("all", rows), ("few", rows[:12])):
        text = "\n".join(map(json.dumps, some))
        (tmp_path / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_same_folder_gives_the_same_files(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = []
    for name in ("first", "second"):
        points, figures = tmp_path / f"{name}.tsv", tmp_path / f"{name}.json"
        paths = ["--points", str(points), "--figures", str(figures)]
        assert main([str(folder), "--beside", str(tmp_path / "none"), *paths]) == 0
        files.append((points.read_bytes(), figures.read_bytes()))
    assert files[0] == files[1]
    told = json.loads(files[0][1])
    assert told["unseen"]["all"]["kappa"] == 1.0
    assert "all       kappa" in capsys.readouterr().out


def test_a_look_writes_nothing(folder: Path, tmp_path: Path) -> None:
    files = [tmp_path / "points.tsv", tmp_path / "figures.json"]
    paths = ["--points", str(files[0]), "--figures", str(files[1])]
    assert main([str(folder), "--beside", str(tmp_path / "none"), "--look", *paths]) == 0
    assert not any(file.exists() for file in files)


def test_a_folder_without_labelled_files_is_said_to_be_so(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 1


def test_a_cue_comes_to_count_for_what_people_said(folder: Path) -> None:
    rows = read_folder(folder)["all"]
    points = dict(estimate(rows, Habits()).points[NUMBERS["begins.your"]])
    assert points[KINDS.index("support")] > 0 > points[KINDS.index("reflection")]
    held = estimate(rows, Habits(prior=1e6))
    assert held.points[NUMBERS["begins.your"]] == ()
    assert dict(held.points[NUMBERS["advising.lets"]]) == {KINDS.index("advice"): 1.5}


def test_replies_count_for_as_much_as_is_wished(folder: Path) -> None:
    rows = [row for of_set in read_folder(folder).values() for row in of_set]
    assert set(weights(rows, Habits(balance=0, evenly=0))) == {1.0}
    even = weights(rows, Habits(balance=0, evenly=1))
    assert even[:60].sum() == pytest.approx(even[60:].sum()) == pytest.approx(36)
    fair = weights(rows, Habits(balance=1, evenly=0))
    of_gold = {row.gold: 0.0 for row in rows}
    for row, count in zip(rows, fair, strict=True):
        of_gold[row.gold] += count
    assert list(of_gold.values()) == pytest.approx([18, 18, 18, 18])


def test_the_slope_is_that_of_the_loss(folder: Path) -> None:
    rows = [row for of_set in read_folder(folder).values() for row in of_set]
    replies = Replies(rows, Habits(anywhere=0.7))
    throw = np.random.default_rng(0)
    at = [
        throw.normal(size=(len(ALL), len(KINDS))) / 3,
        *throw.normal(size=(2, len(KINDS))),
        np.array(0.4),
    ]
    _, *slopes = unlikely(replies, *at)
    for which, slope in enumerate(slopes):
        step = [np.zeros_like(one) for one in at]
        step[which] = throw.normal(size=at[which].shape) * 1e-5
        ahead, behind = (
            unlikely(replies, *(one + sign * by for one, by in zip(at, step, strict=True)))[0]
            for sign in (1, -1)
        )
        expected = 2 * float(np.sum(slope * step[which]))
        assert ahead - behind == pytest.approx(expected, rel=1e-4)


FAULTY = [
    ("You fed the cat, and nobody thanked you.", "reflection", ""),
    ("You fed the cat at eight.", "reflection", ""),
    ("What was it like to feed the cat?", "open_question", ""),
    ("Cats always come home, they do.", "support", "reassuring"),
    ("He will come home, they always do.", "support", "reassuring"),
    ("Won't it be better to feed the cat first?", "closed_question", "advice_in_question"),
    ("Your cat.", "other", "stem_without_content"),
]


def faulty(tmp_path: Path) -> dict[str, list[Labelled]]:
    rows = [
        {"id": f"{group}-{n}", "group": group, "context": "The cat is ill.", "response": reply}
        | {"technique": gold}
        | ({"fault": fault} if fault else {})
        for group in range(10)
        for n, (reply, gold, fault) in enumerate(FAULTY)
    ]
    (tmp_path / "own.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return read_folder(tmp_path)


def test_points_for_faults_name_what_people_named(tmp_path: Path) -> None:
    rows = faulty(tmp_path)["own"]
    table = estimate_faults(rows, Habits(faults=0.5))
    for row, (_, _, fault) in zip(rows, FAULTY, strict=False):
        named = [likely_roadblock(found, table) for _, found in row.found]
        asked = [likely_question_fault(found, table) for _, found in row.found]
        assert named == ["reassuring" if fault == "reassuring" else None]
        assert asked == ["advice_in_question" if fault == "advice_in_question" else None]


def test_crossed_faults_are_asked_about_with_other_groups(tmp_path: Path) -> None:
    told = crossed_faults(faulty(tmp_path), Habits(faults=0.5), 5)
    assert told == {"own": (30, 30, 30, 0)}  # a fault that has signs of its own is not counted


def test_the_table_of_faults_is_written_as_it_is_read(tmp_path: Path) -> None:
    table = estimate_faults(faulty(tmp_path)["own"], Habits(faults=0.5))
    file, text = tmp_path / "faults.tsv", written_faults(table)
    with in_place_of_the_shipped(fault_evidence, file, text, fault_evidence.fault_evidence):
        assert fault_evidence.fault_evidence() == table
