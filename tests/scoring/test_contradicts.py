"""What a client says of themselves, and a reply that says the opposite of it."""

from __future__ import annotations

import pytest

from practice.scoring import RUBRICS, Strategy, Task, score

STATEMENT = (
    "I'm angry, and I'm not bored, whatever the foreman says. He thinks I'm dodging. I'm not "
    "dodging, I just can't spell. I love the work. I don't sleep much either."
)


@pytest.mark.parametrize(
    ("reply", "here", "there"),
    [
        ("You aren't angry at all.", "You aren't angry", "I'm angry"),
        ("You don't sound angry to me.", "You don't sound angry", "I'm angry"),
        ("It sounds like you really are dodging.", "you really are dodging", "I'm not dodging"),
        ("Well, you are a bit bored with it.", "you are a bit bored", "I'm not bored"),
        ("So you don't love the work.", "you don't love", "I love"),
    ],
)
@pytest.mark.parametrize("strategy", RUBRICS)
def test_it_argues_and_both_places_are_shown(
    strategy: Strategy, reply: str, here: str, there: str
) -> None:
    card = score(reply, Task(strategy, STATEMENT))
    found = next(one for one in card.criteria if one.criterion == "no_roadblock")
    assert (found.verdict, found.fault) == ("not_yet", "arguing")
    assert [reply[one.start : one.end] for one in found.reply_spans] == [here]
    assert [STATEMENT[one.start : one.end] for one in found.statement_spans] == [there]
    assert card.score is not None
    assert card.score <= 40


@pytest.mark.parametrize(
    "reply",
    [
        "You're not just angry, you're tired of being called bored.",
        "He thinks you're dodging, and you're not.",
        "It's not that you're dodging; it's the spelling.",
        "It's as if you were dodging, when you can't spell.",
        "You hardly sleep, and you're angry with him.",
        "Are you angry with him, or with the spelling?",
        "You're angry that he calls you bored.",
        "You love it, and you don't love being watched.",
        "What is it like to be given a job you don't love?",
    ],
)
def test_what_only_comes_near_it_does_not(reply: str) -> None:
    card = score(reply, Task("paraphrase", STATEMENT))
    assert "arguing" not in card.faults
