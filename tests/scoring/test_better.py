"""The nearest better version: small, grammatical, and truly better."""

from __future__ import annotations

import pytest

from practice.scoring import Strategy
from tests.scoring.cases import scored


@pytest.mark.parametrize(
    ("strategy", "reply", "edit", "after"),
    [
        (
            "paraphrase",
            "It sounds like you’re losing your home in June and hiding it from the kids. You "
            "should call a lawyer.",
            "cut_sentence",
            "It sounds like you’re losing your home in June and hiding it from the kids.",
        ),
        (
            "paraphrase",
            "It sounds like you’re losing your home in June, but you should be glad it is not "
            "tomorrow.",
            "stop_before_but",
            "It sounds like you’re losing your home in June.",
        ),
        (
            "paraphrase",
            "You are obviously losing your home in June and hiding it from the kids.",
            "less_certain",
            "You are losing your home in June and hiding it from the kids.",
        ),
        (
            "paraphrase",
            "You’re losing your home in June and hiding it from the kids.",
            "add_stem",
            "It sounds like you’re losing your home in June and hiding it from the kids.",
        ),
        (
            "open_question",
            "What is it like to pack at night, and how do you face the kids in the morning?",
            "one_question",
            "What is it like to pack at night?",
        ),
        (
            "open_question",
            "Did you feel guilty when you packed the drawers?",
            "open_up",
            "How did you feel when you packed the drawers?",
        ),
        (
            "open_question",
            "Was it hard to pack while the kids slept?",
            "open_up",
            "What was it like to pack while the kids slept?",
        ),
        (
            "open_question",
            "Why did you pack while the kids slept?",
            "why_to_what",
            "What led you to pack while the kids slept?",
        ),
    ],
)
def test_the_edit(strategy: Strategy, reply: str, edit: str, after: str) -> None:
    card = scored(reply, strategy)
    assert card.better is not None
    assert (card.better.edit, card.better.after) == (edit, after)
    assert card.score is not None
    assert card.better.score >= card.score + 3
    assert card.better.score == scored(after, strategy).score
    assert all(0 <= one.start < one.end <= len(reply) for one in card.better.removed)
    assert all(0 <= one.start < one.end <= len(after) for one in card.better.added)
    assert card.better.removed or card.better.added
    assert card.better.says


@pytest.mark.parametrize(
    ("strategy", "reply"),
    [
        (
            "paraphrase",
            "It sounds like you’re losing your home in June and hiding it from the kids.",
        ),
        ("paraphrase", "You should call a lawyer."),
        ("open_question", "What is it like to pack while the kids sleep?"),
        ("open_question", "Have you told the kids?"),
    ],
)
def test_no_edit_where_none_helps(strategy: Strategy, reply: str) -> None:
    assert scored(reply, strategy).better is None
