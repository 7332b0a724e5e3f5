"""The estimate of what all signs of a reply are worth together."""

from __future__ import annotations

import random
from dataclasses import replace
from math import isnan
from pathlib import Path

import pytest

from practice.rules.rubric import together as of_scorer
from tests.benchmarks.tables import in_place_of_the_shipped
from tests.benchmarks.together import (
    Banded,
    capped,
    crossed_scores,
    estimate_together,
    in_order,
    of_others,
    read_banded,
    written,
)
from tests.scoring.trainees import BANDS


def replies(number: int = 240) -> list[Banded]:
    """Poor ones echo, good ones reach the end; everything else is chance."""
    throw = random.Random(5)
    found = []
    for at in range(number):
        band = BANDS[at % 3]
        signs = {
            "score": throw.uniform(0.6, 0.9),
            "echo": {"low": 0.8, "middle": 0.4, "high": 0.0}[band] + throw.uniform(0, 0.2),
            "reach.end": float(throw.random() < {"low": 0.1, "middle": 0.5, "high": 0.9}[band]),
            "new": throw.uniform(0, 1),
        }
        score = round(100 * signs["score"])
        found.append(Banded(f"client {at // 6}", "paraphrase", band, signs, score))
    return found


def test_signs_that_tell_the_bands_apart_get_points_and_chance_gets_few() -> None:
    signs = estimate_together(replies())["paraphrase"].signs
    assert signs["echo"].points < -20
    assert signs["reach.end"].points > 0
    assert "new" not in signs or signs["new"].points > -3
    assert signs["reach.end"].usual == pytest.approx(0.9, abs=0.1)


def test_a_sign_never_speaks_the_wrong_way() -> None:
    turned = [
        replace(row, band=BANDS[2 - BANDS.index(row.band)]) for row in replies()
    ]  # now echoes are called good
    signs = estimate_together(turned)["paraphrase"].signs
    assert set(signs) & {"echo", "reach.end"} == set()


def test_with_the_cap_the_better_reply_scores_higher_more_often() -> None:
    rows = replies()
    before = in_order(rows, [row.score for row in rows])
    after = in_order(rows, crossed_scores(rows))
    assert before < 0.6
    assert after > 0.8
    tables = estimate_together(rows)
    assert all(capped(row, tables) <= row.score for row in rows)


def test_what_is_written_is_what_the_scorer_reads(tmp_path: Path) -> None:
    made = estimate_together(replies())
    file = tmp_path / "together.tsv"
    with in_place_of_the_shipped(of_scorer, file, written(made), of_scorer.tables):
        assert of_scorer.tables() == made


def test_replies_of_others_count_by_how_they_were_written(tmp_path: Path) -> None:
    row = '{"group": "a", "context": "My cat is ill.", "response": "Your cat is ill.", "slot": '
    lines = [row + '"hq1"}', row + '"lq4"}', row.replace(', "slot": ', "}")]
    (tmp_path / "some.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert [one.band for one in of_others(tmp_path)] == ["high", "low"]


def test_a_folder_without_such_replies_adds_nothing(tmp_path: Path) -> None:
    row = (
        '{"group": "a", "context": "My cat is ill.", "response": "Your cat is ill.", "slot": null}'
    )
    (tmp_path / "some.jsonl").write_text(row, encoding="utf-8")
    assert of_others(tmp_path) == []
    assert isnan(in_order([], []))


def test_replies_are_read_with_their_bands(tmp_path: Path) -> None:
    row = (
        '{"group": "%s", "strategy": "%s", "context": "My cat is ill.", "band": "low",'
        ' "response": "%s"}'
    )
    lines = [
        row % ("a", "paraphrase", "You have a cat."),
        row % ("a", "no such strategy", "You have a cat."),
        row % ("a", "paraphrase", "Das ist aber schade, die arme Katze."),
    ]
    (tmp_path / "some.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (found,) = read_banded(tmp_path / "some.jsonl")
    assert (found.group, found.band) == ("a", "low")
    assert found.signs["score"] == pytest.approx(found.score / 100, abs=0.01)
