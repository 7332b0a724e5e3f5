"""Labelled replies are read whole, kept in their groups, and asked about as `observe` answers."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from practice.measuring.agreement import Coded
from practice.measuring.transcripts import RowError
from practice.rules.evidence import KINDS, Evidence, evidence
from practice.rules.finder import ALL, NUMBERS
from practice.scoring import Config, Task, observe, score
from tests.benchmarks.estimate import compared, written
from tests.benchmarks.habits import Habits
from tests.benchmarks.labelled import config_of, folds, read_folder
from tests.benchmarks.tables import in_place_of_the_shipped

STATEMENT = "My sister got the house, and I lie awake over the debts."
REPLIES = [
    ("You lie awake while she has the house. Is that right?", "reflection"),
    ("What goes through your mind at night?", "open_question"),
    ("You should see a lawyer. Have you got one?", "input"),
    ("Mm-hmm.", "other"),
    ("Ich weiß nicht, was soll es bedeuten.", "other"),
    ("…", "other"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = [
        {"id": f"{group}-{n}", "group": group, "context": STATEMENT, "response": reply}
        | {"technique": gold, "has": {"question": "?" in reply, "reflection": n == 0}}
        for group in range(7)
        for n, (reply, gold) in enumerate(REPLIES)
    ]
    (tmp_path / "one.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    rows = [{**row, "slot": "hq1"} for row in rows[:6]]
    (tmp_path / "two.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return tmp_path


def test_every_reply_is_read_and_answered_as_observe_answers(folder: Path) -> None:
    sets = read_folder(folder)
    assert {name: len(rows) for name, rows in sets.items()} == {"one": 42, "two": 6}
    for row, (reply, gold) in zip(sets["two"], REPLIES, strict=True):
        seen = observe(reply, STATEMENT)
        assert row.coded(evidence()) == Coded(
            group=row.group,
            gold=gold,
            said=seen.technique,
            moves=frozenset(move.kind for move in seen.moves),
            rules=frozenset(move.rule for move in seen.moves),
            has=row.has,
            slot="hq1",
            score=score(reply, Task("paraphrase", STATEMENT)).score,
        )


def test_a_reply_is_asked_about_with_the_points_that_are_given(folder: Path) -> None:
    advice = KINDS.index("advice")
    points = [tuple[tuple[int, float], ...]()] * len(ALL)
    points[NUMBERS["begins.you"]] = ((advice, 3.0),)
    flat = (0.0,) * len(KINDS)
    table = Evidence(tuple(points), flat, flat, 1.0)
    row = read_folder(folder)["two"][0]
    assert row.coded(table).said == "advice"
    assert observe(row.reply.text, STATEMENT, config=config_of(table)).technique == "advice"
    assert (
        row.coded(table).score
        == score(row.reply.text, Task("paraphrase", STATEMENT), config=config_of(table)).score
    )
    assert evidence(config_of(table)) == table


def test_a_check_does_not_count_for_the_whole(folder: Path) -> None:
    row = read_folder(folder)["one"][0]
    assert [len(view.words) for view, _ in row.found] == [8, 3]
    assert [len(view.words) for view, _ in row.counted] == [8]


def test_a_kind_fits_what_people_said_in_the_words_of_the_set(folder: Path) -> None:
    advised = read_folder(folder)["one"][2]
    fitting = ["advice", "information", "confrontation"]
    assert [kind for kind in KINDS if advised.fits(kind)] == fitting


def test_a_row_that_cannot_be_read_is_named(folder: Path) -> None:
    (folder / "one.jsonl").write_text('{"id": 1, "technique": "other", "group": 1}\n')
    with pytest.raises(RowError, match="Line 1"):
        read_folder(folder)


def test_folds_keep_groups_together_and_are_of_one_size(folder: Path) -> None:
    rows = read_folder(folder)["one"]
    groups = [(row.set, row.group) for row in rows]
    place = folds(groups, 3)
    assert len({(row.group, at) for row, at in zip(rows, place, strict=True)}) == 7
    assert sorted(Counter(place).values()) == [12, 12, 18]
    assert place == folds(groups, 3)
    assert place != folds(groups, 3, seed=1)


def test_points_are_written_as_the_scorer_reads_them(tmp_path: Path) -> None:
    from practice.rules import evidence as module

    table = evidence(Config(weights={"advising.lets:advice": -7, "begins.you:support": 31}))
    file, text = tmp_path / "evidence.tsv", written(table, Habits())
    with in_place_of_the_shipped(module, file, text, module.shipped_points, module.evidence):
        assert evidence() == table


def test_figures_stand_side_by_side() -> None:
    lines = list(compared({"one": {"kappa": 0.9}}, {"one": {"kappa": 0.75}}, {}))
    assert [line.split() for line in lines] == [
        ["dev", "crossed", "apart"],
        ["one", "kappa", "0.900", "0.750", "–"],
    ]
