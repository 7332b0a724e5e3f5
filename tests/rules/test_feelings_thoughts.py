"""Thoughts that are dressed as feelings."""

from __future__ import annotations

import pytest

from practice.rules.feelings import thoughts_as_feelings
from practice.rules.reading.reply import read


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("You feel that he doesn't care.", "feel that he"),
        ("You feel like you should leave.", "feel like you"),
        ("You feel as if they never call.", "feel as if they"),
        ("You felt as though everybody knew.", "felt as though everybody"),
        ("So you feel he is wrong.", "feel he is"),
        ("You feel like your boss is always watching.", "feel like your"),
        ("You feel that your sister gets more.", "feel that your"),
        ("It sounds like you feel that they are late.", "feel that they"),
        ("Do you feel that it's his fault?", "feel that it's"),
        ("You feel like you should be angry.", "feel like you"),
        ("You feel that she is angry.", "feel that she"),
    ],
)
def test_a_thought_is_marked(text: str, marked: str) -> None:
    (span,) = thoughts_as_feelings(read(text))
    assert text[span.start : span.end] == marked


@pytest.mark.parametrize(
    "text",
    [
        "You feel angry that he didn't call.",
        "You feel that way every spring.",
        "You feel that sadness at night.",
        "You feel it.",
        "You feel like a failure.",
        "You feel like giving up.",
        "You feel like a walk.",
        "You feel as if you're alone.",
        "You feel that you are worthless.",
        "I feel that we could stop here.",
        "He feels that you are late.",
        "It's as if he doesn't care.",
        "I get the feeling that you are not done.",
        "It feels like you're climbing a wall.",
        "You're sad.",
        "",
    ],
)
def test_a_feeling_is_not(text: str) -> None:
    assert thoughts_as_feelings(read(text)) == ()
