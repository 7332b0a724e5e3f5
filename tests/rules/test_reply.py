"""A text is read alike however it was typed, and every word leads back to what was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.rules.base import Span
from practice.rules.reading.reply import read

ALIKE = [
    ("you are tired", ["You're tired", "youre tired", "YOU ARE TIRED", "u are tired", "u r tired"]),
    ("i do not know", ["I don't know", "i dont know", "I don’t know", "idk"]),
    ("you had been hoping", ["You'd been hoping", "youd been hoping"]),
    ("you would like that", ["You'd like that", "youd like that"]),
    ("it is hard", ["It's hard", "its hard", "um it's er hard"]),
    ("she has been away", ["She's been away", "shes been away"]),
    (
        "what makes you feel that way",
        ["wht makes u feel that way", "What makes you feeel that way"],
    ),
    ("that is so hard", ["thats sooooo hard", "That's so hard"]),
    ("mhm .", ["Mm-hmm.", "Uh huh.", "mhm.", "Mmhmm."]),
    ("burned out", ["burned-out", "Burned out"]),
    ("it sounds like you are overwhelmed", ["It suonds like youre overwhlemed"]),
]


@pytest.mark.parametrize(("norm", "typed"), [(n, t) for n, many in ALIKE for t in many])
def test_alike(norm: str, typed: str) -> None:
    assert read(typed).norm == norm


def test_words_of_a_contraction_share_its_span() -> None:
    reply = read("So you're sad.")
    assert [one.text for one in reply.words] == ["so", "you", "are", "sad"]
    assert {(one.start, one.end) for one in reply.words[1:3]} == {(3, 9)}


def test_span_leads_back_to_the_text_as_typed() -> None:
    text = "🙂 Um, it’s  sooo hard — isn't it?"
    reply = read(text)
    at = reply.norm.index("so hard")
    assert reply.span(at, at + len("so hard")) == Span(text.index("sooo"), text.index(" —"))


def test_sentences_and_clauses() -> None:
    reply = read("You miss her, but you are angry too. Is that right? Dr. Shah said 3.5")
    norm = reply.norm
    assert [(norm[s.start : s.end], s.question) for s in reply.sentences] == [
        ("you miss her , but you are angry too .", False),
        ("is that right ?", True),
        ("dr shah said 3.5", False),
    ]
    assert [norm[c.start : c.end] for c in reply.sentences[0].clauses] == [
        "you miss her",
        "but you are angry too",
    ]


def test_names_and_foreign_words_are_left_alone() -> None:
    assert read("So Dele and Amara left").norm == "so dele and amara left"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "🙂🙂", "?!", "\x00", "'", "-", "你好"])
def test_a_text_without_words(text: str) -> None:
    reply = read(text)
    span = reply.span(0, 5)
    assert 0 <= span.start <= span.end <= len(text)


@given(st.text(max_size=300))
def test_spans_stay_inside_and_words_are_found_in_norm(text: str) -> None:
    reply = read(text)
    for word in reply.words:
        assert 0 <= word.start < word.end <= len(text)
        assert reply.norm[word.at : word.at + len(word.text)] == word.text
        assert reply.span(word.at, word.at + len(word.text)) == Span(word.start, word.end)
    for sentence in reply.sentences:
        assert 0 <= sentence.first < sentence.last <= len(reply.words)
        assert 0 <= sentence.start < sentence.end <= len(reply.norm)
