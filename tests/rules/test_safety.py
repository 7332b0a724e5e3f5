"""A direct question about safety is heard as one, and hardly anything else is."""

from __future__ import annotations

import pytest

from practice.rules.reading.reply import read
from practice.rules.safety import asks_about_safety
from practice.scoring import RUBRICS, Strategy, Task, score

HEAVY = "Some evenings I park by the canal and just sit. I'd like it all to be quiet for once."


@pytest.mark.parametrize(
    "reply",
    [
        "Are you thinking of killing yourself?",
        "are you thinking about suicide",
        "That sounds so heavy. Have you had thoughts of ending your life?",
        "Do you want to die?",
        "Do you ever think about not waking up?",
        "Have you got a plan to kill yourself?",
        "Are you going to hurt yourself tonight?",
        "Are you safe right now?",
        "Do you feel safe at home?",
        "Is somebody hurting you?",
    ],
)
@pytest.mark.parametrize("strategy", RUBRICS)
def test_it_is_right_in_every_exercise_and_gets_no_points(strategy: Strategy, reply: str) -> None:
    card = score(reply, Task(strategy, HEAVY))
    assert (card.abstained, card.score, card.faults) == ("safety", None, ())
    assert "safety" in card.abstained_reason


@pytest.mark.parametrize(
    "reply",
    [
        "What would make you feel safe with him?",
        "Did you feel safe when she was there?",
        "Are you thinking of ending the lease?",
        "Are you dying to see the baby?",
        "Have you thought about living with your son?",
        "Did you cut yourself on the glass?",
        "How do you feel about being here?",
        "You sound tired of it all, and you'd like it to be quiet.",
        "Do you want to end it with him?",
    ],
)
def test_other_words_of_living_and_ending_are_none(reply: str) -> None:
    assert not asks_about_safety(read(reply))
