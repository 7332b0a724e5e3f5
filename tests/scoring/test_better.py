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


@pytest.mark.parametrize(
    ("strategy", "reply", "after"),
    [
        # of several questions the one that takes up most of the client's is kept
        (
            "open_question",
            "Why? What happened, and when? How is it to pack while the kids are asleep?",
            "How is it to pack while the kids are asleep?",
        ),
        ("open_question", "What is it like in June, is it hard?", "What is it like in June?"),
        ("open_question", "Are you scared of June or of the kids?", "How do you feel about June?"),
        (
            "open_question",
            "You should be glad. And how is it to pack one drawer at a time?",
            "How is it to pack one drawer at a time?",
        ),
        (
            "open_question",
            "Why did you have to pack while the kids slept?",
            "What led you to pack while the kids slept?",
        ),
        (
            "reflect_emotions",
            "oh, I feel so scared for you too!",
            "Oh, it sounds like you feel so scared.",
        ),
        (
            "paraphrase",
            "you are obviously losing your home in June and hiding it from the kids",
            "You are losing your home in June and hiding it from the kids.",
        ),
    ],
)
def test_it_reads_as_a_sentence(strategy: Strategy, reply: str, after: str) -> None:
    card = scored(reply, strategy)
    assert card.better is not None
    assert card.better.after == after


@pytest.mark.parametrize(
    ("strategy", "reply"),
    [
        ("paraphrase", "Ring your landlord tomorrow. Then tell the kids in June."),  # advice left
        ("paraphrase", "Your landlord is a cruel man, you should sue him."),  # a verdict left
        ("open_question", "Are you thinking of hurting yourself?"),  # not a thing to soften
        ("open_question", "Are you ready for June?"),  # "ready" is no feeling
        ("open_question", "Why do you never tell the kids?"),  # "what leads you to never tell"
        ("reflect_emotions", "You feel scared, don't you?"),  # the tag is a check already
    ],
)
def test_no_edit_that_is_no_example(strategy: Strategy, reply: str) -> None:
    assert scored(reply, strategy).better is None
