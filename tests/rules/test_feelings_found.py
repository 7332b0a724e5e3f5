"""Which words of a reply name a feeling, how strong it is, and whether it is said to be there."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.rules.feelings import FeelingMention, find_feelings
from practice.rules.reading.reply import read


def found(text: str) -> list[str]:
    return [one.text.lower() for one in find_feelings(read(text))]


def only(text: str) -> FeelingMention:
    mentions = find_feelings(read(text))
    assert len(mentions) == 1, [one.text for one in mentions]
    return mentions[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You're angry with him.", ["angry"]),
        ("It sounds like you feel frustrated and a bit lonely.", ["frustrated", "lonely"]),
        ("You are worn out, and at your wits' end.", ["worn out", "at your wits' end"]),
        ("You're walking on eggshells around your father.", ["walking on eggshells"]),
        ("There's a knot in your stomach every Sunday.", ["a knot in your stomach"]),
        ("You feel down and lost.", ["down", "lost"]),
        ("You felt small in that meeting.", ["small"]),
        ("You're stuck.", ["stuck"]),
        ("It feels empty now.", ["empty"]),
        ("So you're let down, and cornered.", ["let down", "cornered"]),
        ("Betrayed, then.", ["betrayed"]),
        ("Ignored again.", ["ignored"]),
        ("You miss your grandmother.", ["miss your grandmother"]),
        ("It hurts.", ["it hurts"]),
        ("That scares you.", ["scares"]),
        ("His silence worries you.", ["worries"]),
        ("You worry about the rent.", ["worry"]),
        ("You're on your own with this.", ["on your own with this"]),
        ("That must be so humiliating.", ["humiliating"]),
        ("I can hear how hurt you are.", ["hurt"]),
        ("I see how upset that must be.", ["upset"]),
        ("The sting of being rejected by your own team.", ["sting", "rejected"]),
        ("You’re at the end of your rope.", ["at the end of your rope"]),
        ("your scared", ["scared"]),
        ("You were moved by her letter.", ["moved"]),
        ("Your patience has run out.", ["your patience has run out"]),
        ("You feel cross with her.", ["cross"]),
        ("You're fed-up.", ["fed-up"]),
    ],
)
def test_feelings_are_found(text: str, words: list[str]) -> None:
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "I like your idea.",
        "Feel free to write to me.",
        "You feel free to say no to him.",
        "It was kind of late.",
        "The content of the letter was short.",
        "What do you mean?",
        "Read the fine print.",
        "That is hard.",
        "Well, he came home.",
        "He drives a blue car.",
        "The patient in the next bed sleeps.",
        "It is pretty far.",
        "You moved house in spring.",
        "We just moved recently.",
        "He walked down the road.",
        "You wrote it down.",
        "You left work early.",
        "You lost your keys.",
        "She lost weight.",
        "It is a small room.",
        "A heavy box.",
        "The house is empty at noon.",
        "You missed the bus.",
        "You hurt your knee.",
        "Let's cross the street.",
        "What a shame!",
        "It's a shame that he left.",
        "You're welcome.",
        "It was a pleasure.",
        "Leave him alone.",
        "The low shelf is broken.",
        "You set the alarm clock.",
        "The fire alarm went off.",
        "She has high blood pressure.",
        "A safe distance.",
        "You live by yourself.",
        "He put out the bins.",
        "You're stuck in traffic.",
        "You have forgotten the keys.",
        "He ignored you.",
        "They blamed you.",
        "You are exhausting.",
        "As far as I'm concerned, the shop is open.",
        "Trust me.",
        "Good grief.",
        "They gave you a surprise party.",
        "The interest rates went up.",
        "Make sure that you call.",
        "You want to be heard.",
        "It doesn't matter.",
        "You would love to go.",
        "Take it to the dead end.",
        "A free ticket.",
        "",
        "?!",
    ],
)
def test_near_misses_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "level", "strength"),
    [
        ("You're annoyed.", 1, 1),
        ("You're a bit annoyed.", 0, 1),
        ("You're really annoyed.", 2, 2),
        ("You're frustrated.", 2, 2),
        ("You're really frustrated.", 3, 3),
        ("You're so very frustrated.", 3, 3),
        ("You're a little frustrated.", 1, 1),
        ("You're kind of frustrated.", 1, 1),
        ("You're slightly frustrated.", 1, 1),
        ("You're furious.", 3, 3),
        ("You're absolutely furious.", 4, 3),
        ("You're a tiny bit furious.", 2, 2),
        ("You're not just furious.", 3, 3),
        ("You worry a lot.", 2, 2),
        ("You feel a touch of sadness.", 1, 1),
        ("There's a lot of sadness.", 3, 3),
        ("You feel such sadness.", 3, 3),
        ("You feel sadness.", 2, 2),
        ("You're too scared to call.", 2, 2),
        ("You're beyond exhausted.", 4, 3),
    ],
)
def test_strength_follows_the_words_around(text: str, level: int, strength: int) -> None:
    one = only(text)
    assert (one.level, one.strength) == (level, strength)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("You're not angry.", ["angry"]),
        ("You're not angry, you're hurt.", ["angry"]),
        ("You're hurt rather than angry.", ["angry"]),
        ("You're hurt instead of angry.", ["angry"]),
        ("You're neither sad nor angry.", ["sad", "angry"]),
        ("You're not sad or angry.", ["sad", "angry"]),
        ("You don't feel sad.", ["sad"]),
        ("You never felt safe.", ["safe"]),
        ("You feel no anger at all.", ["anger"]),
        ("You're without hope.", ["hope"]),
        ("You're no longer afraid.", ["afraid"]),
        ("You're anything but calm.", ["calm"]),
        ("You're far from happy.", ["happy"]),
        ("I don't think you're angry.", ["angry"]),
        ("It's not that you're angry, it's that you're tired.", ["angry"]),
        ("It doesn't sound like you're happy.", ["happy"]),
        ("You're not exactly thrilled.", ["thrilled"]),
        ("You're hardly calm.", ["calm"]),
        ("You're not at all confident.", ["confident"]),
        ("Don't you feel guilty?", []),
        # and where the "not" belongs to something else:
        ("You're not just tired but exhausted.", []),
        ("You're not only sad, you're angry too.", []),
        ("You can't sleep, and you're scared.", []),
        ("You're scared, and not ready to say it.", []),
        ("He's not here, so you're lonely.", []),
        ("You do not know why you are so angry.", []),
    ],
)
def test_negation_counts(text: str, denied: list[str]) -> None:
    assert [one.text for one in find_feelings(read(text)) if one.negated] == denied


@pytest.mark.parametrize(
    "text",
    [
        "If you were angry, what would you tell him?",
        "You might get angry if he came back.",
        "You would be upset if she left.",
        "If he left, you would be sad.",
        "You want to feel safe.",
        "You wish you were happy.",
        "You should be proud of that.",
        "You'd like to feel calm again.",
        "You used to feel close to her.",
        "You will be happy again.",
        "Stay calm.",
        "Don't be scared.",
        "Please don't be angry.",
        "Stop being angry.",
        "You need to feel loved.",
        "You're trying to be calm.",
    ],
)
def test_what_is_not_felt_now_is_hypothetical(text: str) -> None:
    mentions = find_feelings(read(text))
    assert mentions
    assert all(one.hypothetical and not one.felt for one in mentions)


@pytest.mark.parametrize(
    "text",
    [
        "You might be angry.",
        "Maybe you're scared.",
        "I wonder if you feel lonely.",
        "I wonder whether you are lonely.",
        "It's as if you're scared of him.",
        "You must be sad.",
        "You may be feeling lonely.",
        "That would be frightening.",
        "When he shouts, you get scared.",
        "You feel guilty when you say no.",
        "You seem to resent him.",
        "You're scared he could leave.",
    ],
)
def test_a_tentative_feeling_is_still_felt(text: str) -> None:
    mentions = find_feelings(read(text))
    assert mentions
    assert all(one.felt for one in mentions)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("You said “angry”.", True),
        ('You called it "sad".', True),
        ("You used the word angry.", True),
        ("You called it “fine”, and you are sad.", False),
        ("You're angry.", False),
    ],
)
def test_quotation_is_seen(text: str, quoted: bool) -> None:
    assert only(text).quoted is quoted


def test_the_span_is_that_of_the_text_as_typed() -> None:
    text = "So  you’re  REALLY Worn-Out, and alone with it…"
    spans = [text[one.span.start : one.span.end] for one in find_feelings(read(text))]
    assert spans == ["Worn-Out", "alone with it"]
    one = find_feelings(read(text))[0]
    assert read(text).norm[one.start : one.end] == "worn out"


def test_a_typing_slip_and_chat_spelling_change_nothing() -> None:
    assert found("you r realy frustated") == ["frustated"]
    assert only("u are overwhlemed").entry.word == "overwhelmed"


def test_the_longest_phrase_wins() -> None:
    assert found("You're sick and tired of it.") == ["sick and tired"]
    assert only("You're tired of him.").entry.family == "frustration"
    assert only("You're tired.").entry.family == "exhaustion"


WORDS = (
    "you i he your my not never so a bit of feel feels felt are is was angry sad hurt scared fear"
    " worry if would like that how by being to be made left Sam mother's 'angry' “sad” end rope at"
    " the walking on eggshells , . ? ! and or but rather than without no free stuck lost up 😀 é"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=80))
def test_whatever_is_typed_every_span_lies_in_it(text: str) -> None:
    reply = read(text)
    for mentions in (find_feelings(reply), find_feelings(reply, "client")):
        before = 0
        for one in mentions:
            assert before <= one.start < one.end <= len(reply.norm)
            assert 0 <= one.span.start < one.span.end <= len(text)
            assert one.text == text[one.span.start : one.span.end]
            assert 1 <= one.strength <= 3
            before = one.end


def test_the_cost_grows_with_the_length_alone() -> None:
    """Twice the text, about twice the steps: counted, so that no clock is needed."""

    def steps(text: str) -> int:
        reply = read(text)
        count = 0

        def trace(*_: object) -> None:
            nonlocal count
            count += 1

        sys.setprofile(trace)
        try:
            find_feelings(reply)
        finally:
            sys.setprofile(None)
        return count

    for part in ("you feel angry and ", "so very not ", "grief ", 'not "sad ', "Sam is sad and "):
        small, large = steps(part * 100), steps(part * 200)
        assert large < 2.3 * small + 50, part
