"""Coding a whole file: every row gets its moves and its score, or the line at fault is named."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from practice.scoring import Task, observe, score

ROW = {
    "id": "one",
    "context": "My sister got the house and I got the debts.",
    "response": "You were left with the debts, and nobody asked you.",
    "group": "left out",
}


def run(monkeypatch: pytest.MonkeyPatch, text: bytes, *options: str) -> list[dict[str, Any]]:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))
    out = io.StringIO()
    call_command("observe", *options, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def lines(*rows: object) -> bytes:
    return "\n".join(json.dumps(row) for row in rows).encode()


def test_a_row_is_coded(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = run(monkeypatch, lines(ROW))
    seen = observe(ROW["response"], ROW["context"])
    card = score(ROW["response"], Task("paraphrase", ROW["context"]))
    assert found == {
        "id": "one",
        "technique": "reflection",
        "moves": [
            {"kind": m.kind, "start": m.span.start, "end": m.span.end, "rule": m.rule}
            for m in seen.moves
        ],
        "score": card.score,
        "depth": card.depth,
    }
    assert found["moves"]


def test_the_strategy_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = run(monkeypatch, lines(ROW), "--strategy", "open_question")
    assert found["score"] == score(ROW["response"], Task("open_question", ROW["context"])).score
    assert found["depth"] is None


def test_another_language_has_no_score(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = run(monkeypatch, lines({**ROW, "response": "Das ist sehr schwer für dich."}))
    assert (found["technique"], found["moves"], found["score"]) == ("other", [], None)


def test_no_rows_no_output(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, b"\n \n") == []


@pytest.mark.parametrize(
    ("second", "problem"),
    [
        (b"{", "Line 2: this is not JSON."),
        (b"\xff\xfe", "Line 2: this is not UTF-8."),
        (b"[1]", "Line 2: a row is an object with id, context and response."),
        (b'{"id": "b", "context": ""}', "Line 2: the field 'response' is missing."),
        (
            b'{"id": "b", "context": null, "response": ""}',
            "Line 2: the field 'context' is not text.",
        ),
        (
            b'{"id": null, "context": "", "response": ""}',
            "Line 2: the id is neither text nor a whole number.",
        ),
        (lines(ROW), "Line 2: the id 'one' was on line 1 already."),
    ],
)
def test_a_bad_row_is_named_and_nothing_is_written(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    second: bytes,
    problem: str,
) -> None:
    with pytest.raises(CommandError) as raised:
        run(monkeypatch, lines(ROW) + b"\n" + second)
    assert str(raised.value) == problem
    assert capsys.readouterr().out == ""
