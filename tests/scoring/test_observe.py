"""What is in a reply: its moves, the words that show them, and the technique as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practice.scoring import SCORER_VERSION, observe

STATEMENT = (
    "My sister got the house and I got the debts. I keep the books for three shops and at night I "
    "lie awake. Nobody ever asked me what I wanted."
)

TECHNIQUES = [
    ("It sounds like you're worn out and nobody asks.", "reflection"),
    ("You wanted somebody to ask you, just once.", "reflection"),
    ("Part of you is angry with her and part of you misses her.", "reflection"),
    ("What is it like to lie awake like that?", "open_question"),
    ("Can you tell me more about your sister?", "open_question"),
    ("Did your sister ever pay you anything?", "closed_question"),
    ("How many shops do you work for?", "closed_question"),
    ("Mm-hmm.", "encourager"),
    ("Um.", "encourager"),
    ("You should talk to a lawyer about the debts.", "advice"),
    ("Have you tried talking to her?", "advice"),
    ("Why don't you write to her?", "advice"),
    ("I'm so sorry to hear that.", "support"),
    ("When my father died I got all the debts too.", "disclosure"),
    ("Hello, my name is Vera.", "other"),
]


@pytest.mark.parametrize(("reply", "technique"), TECHNIQUES)
def test_technique(reply: str, technique: str) -> None:
    assert observe(reply, STATEMENT).technique == technique


def test_a_move_names_its_words_its_rule_and_what_it_answers() -> None:
    reply = "You lie awake at night. What goes through your mind then?"
    first, second = observe(reply, STATEMENT).moves[:2]
    assert (first.kind, reply[first.span.start : first.span.end]) == (
        "reflection",
        "You lie awake at night",
    )
    assert first.rule.startswith("reflection.")
    assert first.answers is not None
    assert "lie awake" in STATEMENT[first.answers.start : first.answers.end]
    assert second.kind == "open_question"
    assert reply[second.span.start : second.span.end] == "What goes through your mind then"


ROADBLOCKS = [
    ("Calm down.", "ordering"),
    ("If you don't tell her, you will regret it.", "warning"),
    ("It's your duty to forgive her.", "moralising"),
    ("If I were you, I'd move out.", "advising"),
    ("You're wrong about her.", "arguing"),
    ("That was selfish of you.", "judging"),
    ("You're such a drama queen.", "labelling"),
    ("Well done!", "praising"),
    ("Deep down you hate your father.", "analysing"),
    ("Don't worry, it will all work out.", "reassuring"),
    ("I'm so sorry to hear that.", "sympathising"),
    ("Why didn't you just leave?", "probing"),
    ("Let's talk about something more cheerful.", "distracting"),
    ("At least you have a job.", "minimising"),
    ("I know exactly how you feel.", "claiming"),
    ("When I lost my job I felt the same.", "taking_over"),
]


@pytest.mark.parametrize(("reply", "roadblock"), ROADBLOCKS)
def test_roadblock(reply: str, roadblock: str) -> None:
    assert roadblock in {move.roadblock for move in observe(reply, STATEMENT).moves}


CLEAR = [
    "It sounds like you feel you have to carry it all alone.",
    "You're worried that you will lose the shops.",
    "You think you should have asked for more.",
    "What do you want to do about the house?",
    "You tell yourself it could be worse, and still you lie awake.",
    "Everybody tells you to calm down, and that makes you furious.",
]


@pytest.mark.parametrize("reply", CLEAR)
def test_the_clients_own_view_is_no_roadblock(reply: str) -> None:
    assert [move for move in observe(reply, STATEMENT).moves if move.roadblock] == []


@pytest.mark.parametrize(
    "reply",
    [
        "Es tut mir leid, das ist sehr schwer für dich.",
        "Entiendo que estás muy cansada y que nadie te pregunta.",
        "Je comprends que vous êtes fatiguée.",
        "我明白你很累",
        "Понимаю, как вам тяжело",
    ],
)
def test_another_language_is_not_judged(reply: str) -> None:
    seen = observe(reply, STATEMENT)
    assert (seen.technique, seen.moves, seen.english) == ("other", (), False)


@pytest.mark.parametrize("reply", ["", "   ", "?!", "🙂", "\x00"])
def test_nothing_to_read(reply: str) -> None:
    assert observe(reply).technique == "other"
    assert observe(reply).moves == ()


def test_the_version_is_the_scorers() -> None:
    assert observe("I see.").scorer_version == SCORER_VERSION


@settings(max_examples=150)
@given(st.text(max_size=400), st.text(max_size=200))
def test_spans_lie_inside_and_the_answer_is_the_same_twice(reply: str, statement: str) -> None:
    seen = observe(reply, statement)
    assert seen == observe(reply, statement)
    for move in seen.moves:
        assert 0 <= move.span.start < move.span.end <= len(reply)
        if move.answers:
            assert 0 <= move.answers.start < move.answers.end <= len(statement)
