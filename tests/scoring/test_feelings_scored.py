"""What a reflection of feeling is judged by: what it is tied to, whose it is, how strong."""

from __future__ import annotations

import pytest

from practice.scoring import Task, Verdict, score
from tests.scoring.cases import found

DOG = Task(
    "reflect_emotions",
    "Biscuit died in May. My sister keeps saying I should get a new one by now. I still fill his "
    "bowl before work.",
)


@pytest.mark.parametrize(
    ("reply", "verdict"),
    [
        ("You’re still grieving, and it hurts that people won’t let you.", "met"),
        ("Grieving still, with everyone telling you it’s time.", "met"),
        ("You feel sad because he isn’t there any more when you come home.", "met"),
        ("You’re sad.", "not_yet"),
        ("You’re sad about this whole situation.", "not_yet"),
        ("You feel sad about what happened.", "not_yet"),
        ("You feel sad because of everything that’s going on.", "not_yet"),
        ("Sad and lonely.", "not_yet"),
    ],
)
def test_it_says_what_about_in_common_words_too(reply: str, verdict: Verdict) -> None:
    assert found(score(reply, DOG), "says_what_about").verdict == verdict
