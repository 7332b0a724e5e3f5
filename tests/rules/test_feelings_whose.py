"""Whose feeling it is: the client's, the helper's, or somebody else's."""

from __future__ import annotations

import pytest

from practice.rules.feelings import find_feelings
from practice.rules.reading.reply import read


def owners(text: str) -> list[tuple[str, str]]:
    return [(one.text, one.owner) for one in find_feelings(read(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the client's
        ("You're angry.", [("angry", "client")]),
        ("Angry, and tired.", [("Angry", "client"), ("tired", "client")]),
        ("Sounds frustrating.", [("frustrating", "client")]),
        ("It sounds like you're hurt.", [("hurt", "client")]),
        ("Are you scared?", [("scared", "client")]),
        ("Do you feel lonely?", [("lonely", "client")]),
        ("It makes you furious.", [("furious", "client")]),
        ("He left you exhausted.", [("exhausted", "client")]),
        ("Part of you is relieved.", [("relieved", "client")]),
        ("Your anger is still there.", [("anger", "client")]),
        ("I hear a lot of sadness.", [("sadness", "client")]),
        ("I sense that you're afraid.", [("afraid", "client")]),
        ("You're a worried father.", [("worried", "client")]),
        ("The evenings are lonely.", [("lonely", "client")]),
        ("That was frightening for you.", [("frightening", "client")]),
        ("You find it humiliating.", [("humiliating", "client")]),
        ("What scared you most?", [("scared", "client")]),
        (
            "Your heart is heavy, you're grieving.",
            [("Your heart is heavy", "client"), ("grieving", "client")],
        ),
        # the helper's
        ("I feel sad for you.", [("sad", "helper")]),
        ("I'm worried about you.", [("worried", "helper")]),
        ("I'm so sad for you.", [("sad", "helper")]),
        ("It makes me furious.", [("furious", "helper")]),
        ("That scares me.", [("scares", "helper")]),
        ("I find that frustrating.", [("frustrating", "helper")]),
        ("My own grief took years.", [("grief", "helper")]),
        # somebody else's
        ("Your boss is angry.", [("angry", "other")]),
        ("He is angry.", [("angry", "other")]),
        ("Your son, who is lonely, called.", [("lonely", "other")]),
        ("You scared him.", [("scared", "other")]),
        ("You're afraid that she is angry.", [("afraid", "client"), ("angry", "other")]),
        ("Her grief is deep.", [("grief", "other")]),
        ("Your mother's anger fills the house.", [("anger", "other")]),
        ("She's at the end of her rope.", [("at the end of her rope", "other")]),
        ("An angry customer came in.", [("angry", "other")]),
        ("The neighbours are annoyed.", [("annoyed", "other")]),
        ("So Marcus is jealous.", [("jealous", "other")]),
        ("Dele is angry and you're scared.", [("angry", "other"), ("scared", "client")]),
        ("That was frightening for your children.", [("frightening", "other")]),
        ("He misses you.", [("misses you", "other")]),
        ("Anyone would be sad.", [("sad", "other")]),
        ("His anger frightens you.", [("anger", "other"), ("frightens", "client")]),
        ("How angry your father is.", [("angry", "other")]),
    ],
)
def test_in_a_reply(text: str, expected: list[tuple[str, str]]) -> None:
    assert owners(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I'm so angry.", [("angry", "client")]),
        ("My boss is angry.", [("angry", "other")]),
        ("My sister Ama is furious with me.", [("furious", "other")]),
        ("My boss makes me angry.", [("angry", "client")]),
        ("We are exhausted.", [("exhausted", "client")]),
        ("You just feel so useless after a while.", [("useless", "client")]),
        ("It scares me.", [("scares", "client")]),
        ("It scares my daughter.", [("scares", "other")]),
        ("He was disappointed in me.", [("disappointed", "other")]),
        ("I miss my brother.", [("miss my brother", "client")]),
    ],
)
def test_in_a_statement(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(one.text, one.owner) for one in find_feelings(read(text), "client")]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "I'm so sorry.",
        "I'm glad you came.",
        "I hope so.",
        "I'm not sure I heard it right.",
        "I'm curious what he said.",
        "I appreciate that you told me.",
    ],
)
def test_manners_are_not_the_helpers_feelings(text: str) -> None:
    assert owners(text) == []


def test_the_same_words_are_feelings_of_a_client() -> None:
    assert owners("You're not sure, and you hope.") == [("not sure", "client"), ("hope", "client")]
    assert [one.owner for one in find_feelings(read("I'm so sorry."), "client")] == ["client"]


def test_a_feeling_of_people_at_large_is_nobodys_here() -> None:
    assert owners("Shame has never been a very good teacher for anybody.") == [("Shame", "other")]
