"""A scorecard as it is stored."""

from __future__ import annotations

import json

import pytest

from practice.scoring import Strategy, scorecard_from_json, scorecard_to_json
from tests.scoring.cases import scored

REPLIES: list[tuple[Strategy, str]] = [
    ("paraphrase", "It sounds like you’re losing your home in June. You should call a lawyer."),
    ("open_question", "What is it like to pack, and how do you face the kids?"),
    ("reflect_emotions", "It sounds like you’re so scared the kids notice the drawers."),
    ("paraphrase", "Es klingt, als ob Sie große Angst vor dem Umzug haben."),
]


@pytest.mark.parametrize(("strategy", "reply"), REPLIES)
def test_there_and_back(strategy: Strategy, reply: str) -> None:
    card = scored(reply, strategy)
    written = json.loads(json.dumps(scorecard_to_json(card)))
    assert scorecard_from_json(written) == card


def test_the_form_that_is_stored() -> None:
    written = scorecard_to_json(scored(REPLIES[0][1], "paraphrase"))
    assert list(written) == [
        "schema",
        "scorer_version",
        "strategy",
        "technique",
        "score",
        "depth",
        "depth_reason",
        "abstained",
        "abstained_reason",
        "criteria",
        "caps",
        "faults",
        "worked",
        "change_next",
        "better",
        "moves",
    ]
    assert written["schema"] == 1
    assert all(len(span) == 2 for one in written["criteria"] for span in one["reply_spans"])
    assert set(written["moves"][0]) == {"kind", "start", "end", "rule", "answers", "roadblock"}
