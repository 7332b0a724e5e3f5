"""Is a named feeling this client's, and is it about as strong?"""

from __future__ import annotations

import pytest

from practice.rules.base import ClientFeeling, Task
from practice.rules.feelings import (
    FeelingMention,
    expected_feelings,
    find_feelings,
    judge_feeling,
    judge_strength,
)
from practice.rules.feelings.lexicon import families
from practice.rules.feelings.situations import find_situations, situations
from practice.rules.reading.reply import read

STATEMENT = (
    "My brother handed in his notice without telling me, and now I run the bakery by myself. "
    "I was annoyed at first. I lie there at night and count flour."
)
NOTED = Task(
    "reflect_emotions",
    STATEMENT,
    feelings=(
        ClientFeeling("annoyed", 1, "stated", "annoyed at first"),
        ClientFeeling("abandoned", 3, "implied", "without telling me"),
    ),
)
BARE = Task("reflect_emotions", STATEMENT)
SILENT = Task("reflect_emotions", "The bus goes at nine and I take it to the library.")


def the(text: str) -> FeelingMention:
    (mention,) = find_feelings(read(text))
    return mention


@pytest.mark.parametrize(
    ("reply", "fit"),
    [
        ("You were annoyed.", "stated"),
        ("You were irritated.", "stated"),
        ("You feel abandoned.", "implied"),
        ("You feel rejected.", "implied"),
        ("You're angry.", "plausible"),
        ("You feel let down by him.", "plausible"),
        ("You're upset.", "plausible"),
        ("You're delighted.", "wrong"),
        ("You're jealous of him.", "plausible"),
        ("You're disgusted.", "wrong"),
        ("You love him.", "unknown"),
        ("You're not annoyed.", "wrong"),
        ("You're not happy.", "plausible"),
    ],
)
def test_the_authors_notes_decide(reply: str, fit: str) -> None:
    mentions = find_feelings(read(reply))
    assert judge_feeling(mentions[0], NOTED) == fit


@pytest.mark.parametrize(
    ("statement", "reply", "fit"),
    [
        ("I'm scared of the scan.", "You're frightened.", "stated"),
        ("I'm scared of the scan.", "You're worried.", "stated"),
        ("I'm scared of the scan.", "You're overwhelmed.", "plausible"),
        ("I'm scared of the scan.", "You're overjoyed.", "wrong"),
        ("My boss is furious.", "You're furious.", "unknown"),
        ("I am not scared, not at all.", "You're scared.", "plausible"),
        ("My dad died in March.", "You're grieving.", "implied"),
        ("My dad died in March.", "You're sad.", "plausible"),
        ("My dad died in March.", "You're thrilled.", "wrong"),
        ("They all laughed at me.", "You're ashamed.", "implied"),
        ("I'm waiting for the results.", "You're anxious.", "implied"),
        ("He cheated on me.", "You feel betrayed.", "implied"),
        ("The kids have left home.", "You're lonely.", "implied"),
        ("I passed the exam! I got the job!", "You're proud.", "plausible"),
        ("I passed the exam! I got the job!", "You're happy.", "implied"),
        ("I failed my driving test again.", "You're disappointed.", "implied"),
        ("I have not slept since Tuesday.", "You're exhausted.", "implied"),
        ("I cannot pay the rent.", "You're scared.", "implied"),
        ("Nobody talks to me at lunch.", "You're lonely.", "implied"),
    ],
)
def test_the_statement_decides_where_there_are_no_notes(
    statement: str, reply: str, fit: str
) -> None:
    assert judge_feeling(the(reply), Task("reflect_emotions", statement)) == fit


@pytest.mark.parametrize(
    ("reply", "fit"),
    [
        ("You're angry.", "unknown"),
        ("You're happy.", "unknown"),
        ("You're jealous.", "unknown"),
        ("You feel lost.", "plausible"),
        ("You're ashamed.", "plausible"),
    ],
)
def test_without_a_sign_only_what_can_lie_behind_any_hard_story_is_likely(
    reply: str, fit: str
) -> None:
    assert judge_feeling(the(reply), SILENT) == fit
    assert judge_strength(the(reply), SILENT) == "unknown"
    assert expected_feelings(SILENT) == ()


def test_what_the_client_says_is_never_wrong_though_the_author_left_it_out() -> None:
    task = Task(
        "reflect_emotions",
        "I am exhausted, and I ought to have rung her.",
        feelings=(ClientFeeling("guilty", 2, "implied", "ought to have rung her"),),
    )
    assert judge_feeling(the("You're exhausted."), task) == "stated"


def test_notes_with_a_word_we_do_not_know_judge_nothing_wrong() -> None:
    task = Task("reflect_emotions", "It rains.", feelings=(ClientFeeling("hygge", 2, "implied"),))
    assert judge_feeling(the("You're disgusted."), task) == "unknown"


@pytest.mark.parametrize(
    ("word", "strength", "reply", "fit"),
    [
        ("annoyed", 1, "You're annoyed.", "about"),
        ("annoyed", 1, "You're a bit annoyed.", "about"),
        ("annoyed", 1, "You're really frustrated.", "too_strong"),
        ("angry", 1, "You're furious.", "too_strong"),
        ("angry", 2, "You're furious.", "about"),
        ("angry", 2, "You're absolutely furious.", "too_strong"),
        ("furious", 3, "You're angry.", "about"),
        ("furious", 3, "You're a bit angry.", "too_weak"),
        ("furious", 3, "You're a bit annoyed.", "too_weak"),
        ("devastated", 3, "You're a little sad.", "too_weak"),
        ("devastated", 3, "You're sad.", "about"),
        ("sad", 2, "You're devastated.", "about"),
        ("sad", 2, "You're a bit glum.", "too_weak"),
        ("sad", 2, "You're proud.", "unknown"),
    ],
)
def test_strength_is_held_against_the_clients(
    word: str, strength: int, reply: str, fit: str
) -> None:
    task = Task("reflect_emotions", "Well.", feelings=(ClientFeeling(word, strength, "implied"),))
    assert judge_strength(the(reply), task) == fit


def test_strength_from_the_statement_alone() -> None:
    task = Task("reflect_emotions", "I'm a bit annoyed with the council.")
    assert judge_strength(the("You're furious."), task) == "too_strong"
    assert judge_strength(the("You're annoyed."), task) == "about"


def test_what_there_was_to_hear_by_the_notes() -> None:
    annoyed, abandoned = expected_feelings(NOTED)
    assert (annoyed.word, annoyed.family, annoyed.source) == ("annoyed", "frustration", "stated")
    (span,) = annoyed.spans
    assert STATEMENT[span.start : span.end] == "annoyed at first"
    assert (abandoned.family, abandoned.strength, abandoned.by_author) == ("hurt", 3, True)


def test_what_there_was_to_hear_by_the_statement() -> None:
    expected = expected_feelings(BARE)
    assert "frustration" in {one.family for one in expected if one.source == "stated"}
    assert all(not one.by_author for one in expected)
    for one in expected:
        for span in one.spans:
            assert STATEMENT[span.start : span.end].strip()


def test_every_situation_names_known_families() -> None:
    known = set(families())
    assert len(situations()) >= 400
    for one in situations():
        assert one.families
        assert set(one.families) <= known
        assert 1 <= one.strength <= 3


@pytest.mark.parametrize(
    "text",
    ["If my dad died, who would run it?", "The library opens at nine.", "I take the blue bus."],
)
def test_no_situation_where_nothing_happened(text: str) -> None:
    assert find_situations(read(text)) == ()


@pytest.mark.parametrize(
    ("statement", "reply", "fit"),
    [
        # a statement that names no feeling, and in which something went badly
        ("I opened the case and the strings were gone.", "You're thrilled.", "wrong"),
        ("They never wrote to me.", "You're proud of them.", "wrong"),
        ("They never wrote to me.", "You feel hopeful.", "unknown"),
        ("They never wrote to me.", "You're angry.", "unknown"),
        ("They never wrote, and then the parcel came, the good one.", "You're glad.", "plausible"),
        ("The bus goes at nine.", "You're glad.", "unknown"),
        # what happened makes it likely
        ("I was smiling all the way to the tram.", "You're happy.", "implied"),
        ("I was smiling all the way to the tram.", "You're miserable.", "wrong"),
        ("Everybody laughed when she read out my poem.", "You felt humiliated.", "implied"),
    ],
)
def test_what_happened_decides_where_no_feeling_is_named(
    statement: str, reply: str, fit: str
) -> None:
    assert judge_feeling(the(reply), Task("reflect_emotions", statement)) == fit


@pytest.mark.parametrize(
    ("statement", "reply", "strength"),
    [
        (
            "Everybody laughed when she read out my poem.",
            "You felt slightly embarrassed.",
            "too_weak",
        ),
        ("Everybody laughed when she read out my poem.", "You felt humiliated.", "unknown"),
        ("I was smiling all the way to the tram.", "You're absolutely ecstatic.", "too_strong"),
        ("I was smiling all the way to the tram.", "You're happy.", "unknown"),
    ],
)
def test_what_happened_tells_the_far_ends_of_strength(
    statement: str, reply: str, strength: str
) -> None:
    assert judge_strength(the(reply), Task("reflect_emotions", statement)) == strength
