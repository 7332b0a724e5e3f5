"""Speech that was written down is read as what was said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.rules.reading.reply import read
from practice.scoring import observe

SPOKEN = [
    # begun anew
    ("did you call him ?", "Did you, did you call him?"),
    ("how many days did you miss ?", "How many, uh, how many days did you miss?"),
    ("you have to rest .", "You have to, you have to rest."),
    ("so you are living alone", "So you're, you're living alone"),
    ("do you drink every day", "Do you do you drink every day"),
    ("what are the good things ?", "What--what are the good things?"),
    ("the letter came", "The, the, the letter came"),
    ("and what was that like ?", "And what, um, what was that like?"),
    ("you feel stuck .", "You you feel stuck."),
    # words that only fill
    ("it is kind of like you carry it", "It's, it's kind of like, you know, you carry it"),
    ("well , you did it .", "Well, you know, you did it."),
    ("it was late .", "It was, like, late."),
    ("you wanted out .", "I mean, you wanted out."),
    # the transcriber's notes
    ("okay .", "(pause) Okay."),
    ("yeah .", "Yeah. (laughs)"),
    ("and then he left", "(inaudible 00:03:12) and then he left"),
    ("i see", "*nods* I see"),
    ("so you stayed .", "[clears throat] So you stayed. <laughs>"),
    ("how are you ?", "Therapist: How are you?"),
    ("so how was it", "T: so how was it"),
]
MEANT = [
    "very , very tired",
    "no , no",
    "i am tired , tired of it",
    "you know what he said",
    "it is hard , you know ?",
    "he looks like you",
    "whatever you do you do with care",
    "she knows , and she knows why",
    "he said : no",
    "i laughed , so hard , at it",
    "yeah , yeah , yeah",
]


@pytest.mark.parametrize(("norm", "typed"), SPOKEN)
def test_what_was_said_is_read(norm: str, typed: str) -> None:
    assert read(typed).norm == norm


@pytest.mark.parametrize("typed", MEANT)
def test_what_is_said_twice_with_a_meaning_stays(typed: str) -> None:
    assert read(typed).norm == typed


def test_words_keep_their_places_behind_a_restart() -> None:
    text = "Did you, did you call?"
    reply = read(text)
    assert [text[one.start : one.end] for one in reply.words] == ["did", "you", "call"]


@pytest.mark.parametrize(
    ("technique", "statement", "reply"),
    [
        ("encourager", "I went home.", "Yeah. (laughs)"),
        ("encourager", "I just can't.", "Mm-hm. Mm-hm."),
        ("encourager", "It was in May.", "Um, okay."),
        ("encourager", "So I left.", "Uh huh, okay."),
        ("open_question", "I came home.", "And, uh, what, what was that like for you?"),
        ("open_question", "Hi.", "So, um, tell me a bit about, you know, how you've been doing."),
        ("open_question", "He left.", "So I'm wondering, like, what, what you make of that."),
        ("open_question", "Hi.", "Talk to me about your week."),
        ("closed_question", "I have pills.", "Did you, did you take one this morning"),
        ("closed_question", "I drink.", "Do you do you drink every day"),
        ("closed_question", "I drink.", "Is it like, every night, or just weekends, or..."),
        ("closed_question", "I drink too much.", "Has anyone, has anyone told you that before?"),
        ("reflection", "I can't get out of this.", "You you feel stuck."),
        ("reflection", "Nobody calls me.", "So you, you feel like, um, nobody's there for you."),
        ("reflection", "I might lose my job.", "And that, that scares you."),
        ("reflection", "She left.", "[nods] Yeah, so that was really, really hard for you."),
        ("advice", "I have pain.", "I think you, you should maybe, um, talk to your doctor."),
        ("support", "I told her.", "That takes a, a lot of courage."),
        ("other", "Bye.", "Alright, well, I'll, I'll see you next week."),
        ("other", "Okay.", "So, let's, uh, let's move on to the next, the next part."),
    ],
)
def test_spoken_turns_are_heard_as_what_they_do(technique: str, statement: str, reply: str) -> None:
    assert observe(reply, statement).technique == technique


@given(st.lists(st.sampled_from("you know i mean like , — . ? the so do um [x] (laughs)".split())))
def test_any_run_of_such_words_is_read_and_stays_in_its_place(words: list[str]) -> None:
    text = " ".join(words)
    reply = read(text)
    ends = [one.end for one in reply.words]
    assert ends == sorted(ends)
    assert all(text[one.start : one.end] for one in reply.words)
