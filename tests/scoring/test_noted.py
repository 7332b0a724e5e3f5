"""With an author's notes: what a reply must take up, and what it may say in words of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from practice.rules.rubric.together import TOGETHER
from practice.scoring import ClientFeeling, KeyPoint, Scorecard, Task, score
from tests.scoring.cases import found

BOAT = Task(
    strategy="paraphrase",
    statement="My father’s boat was sold on Tuesday, six weeks after the funeral. My brother "
    "signed for it while I was at work, and nine people watched it leave the harbour. Everybody "
    "says he did the sensible thing. I still walk down at five in the morning and stand where it "
    "was.",
    client_name="Ines",
    feelings=(
        ClientFeeling("hurt", 2, "implied", "while I was at work"),
        ClientFeeling("grieving", 3, "implied", "stand where it was"),
    ),
    key_points=(
        KeyPoint(
            text="Her brother sold the boat without asking her",
            wordings=("sold behind your back", "nobody asked you before it went"),
            quote="My brother signed for it while I was at work",
            main=True,
        ),
        KeyPoint(
            text="She still goes down to where it was",
            wordings=("you keep going down to the empty berth", "back at the harbour at five"),
            quote="I still walk down at five in the morning",
            main=True,
        ),
    ),
)
FEEL = replace(BOAT, strategy="reflect_emotions")
ASK = replace(BOAT, strategy="open_question")


def caps(card: Scorecard) -> set[str]:
    return {one.id for one in card.caps}


@pytest.mark.parametrize(
    ("reply", "verdict", "fault"),
    [
        (
            "So your brother sold it without a word to you, and at five you are down at the berth.",
            "met",
            None,
        ),
        # room for the second point, in words that are nobody's
        (
            "Your brother let the boat go without asking you, and it sounds like some part of you "
            "has not been able to leave since, whatever anybody calls it.",
            "partly",
            None,
        ),
        ("Your brother sold the boat without asking you.", "partly", "main_point_missing"),
        ("You have quite a family.", "not_yet", "main_point_missing"),
    ],
)
def test_both_main_points_or_room_for_them(reply: str, verdict: str, fault: str | None) -> None:
    points = found(score(reply, BOAT), "main_points")
    assert (points.verdict, points.fault) == (verdict, fault)


@pytest.mark.parametrize(
    ("reply", "faulted"),
    [
        (
            "It hurts, being left out of that, as if a door had been closed on you quietly.",
            False,
        ),
        ("You feel hurt that the neighbours parked across your drive again last night.", False),
        ("You sound thrilled about the new kitchen and the garden furniture.", True),
    ],
)
def test_only_what_is_plainly_elsewhere_is_faulted(reply: str, faulted: bool) -> None:
    card = score(reply, FEEL)
    assert bool({"off_topic", "wrong_feeling"} & set(card.faults)) is faulted
    assert card.score is not None


def test_a_right_feeling_about_something_else_does_not_pass() -> None:
    card = score("You feel hurt that the neighbours parked across your drive again.", FEEL)
    assert "far_from_it" in caps(card)
    assert (card.score or 0) <= 50


@pytest.mark.parametrize(
    ("reply", "fits"),
    [
        ("You’re hurt, and there’s so much grief in standing there each morning.", True),
        ("You’re furious with your brother about the boat.", False),
        ("You feel guilty about the boat.", False),
    ],
)
def test_anger_or_guilt_that_is_only_akin_is_the_wrong_one(reply: str, fits: bool) -> None:
    assert ("wrong_feeling" in score(reply, FEEL).faults) is not fits


def test_an_image_stands_where_the_feeling_has_no_word() -> None:
    card = score("It’s like a chair that was taken away while your back was turned.", FEEL)
    assert found(card, "names_feeling").verdict == "partly"
    assert "no_feeling" not in card.faults
    assert card.depth == 5


@pytest.mark.parametrize(
    ("reply", "invented"),
    [
        ("Fifteen hands and words in it, and none of them yours.", False),  # six and nine
        ("The other eight had somewhere to look.", False),
        ("Forty people watched it go.", True),
        ("You want to fight him over it.", True),
        ("You’re not saying you want to fight him over it.", False),
        ("The police came about the boat.", True),
        ("It sounds like trauma to me.", True),
    ],
)
def test_what_was_never_given(reply: str, invented: bool) -> None:
    assert (found(score(reply, BOAT), "nothing_invented").verdict == "not_yet") is invented


@pytest.mark.parametrize(
    ("reply", "excused"),
    [
        ("So you have to stand there at five, where the boat was, before work.", True),
        ("It was your brother who sold it. You’ve got to tell him today.", False),
    ],
)
def test_a_duty_is_excused_where_the_client_spoke_of_it(reply: str, excused: bool) -> None:
    card = score(reply, BOAT)
    assert (found(card, "no_roadblock").verdict == "met") is excused
    assert bool({"ordering", "advising"} & set(card.faults)) is not excused


@pytest.mark.parametrize(
    ("reply", "several"),
    [
        ("Tell me about the boat. What was it to you?", False),
        ("What is it, do you think, that takes you down there?", False),
        ("What was the boat to you? And what did your brother say?", True),
    ],
)
def test_an_invitation_leads_up_to_its_question(reply: str, several: bool) -> None:
    assert ("several_questions" in score(reply, ASK).faults) is several


@pytest.mark.parametrize(
    ("reply", "fault"),
    [
        ("Whose name was on the papers?", "fact_question"),
        ("How guilty do you feel about the boat?", "leading_question"),
        ("Is there a club in the harbour you could join?", "advice_in_question"),
        ("How would you feel about asking your brother to explain?", "advice_in_question"),
    ],
)
def test_questions_that_only_look_open(reply: str, fault: str) -> None:
    assert fault in score(reply, ASK).faults


def test_a_few_words_for_a_long_story_are_capped_by_their_length() -> None:
    bare = Task("paraphrase", BOAT.statement)
    brief = score("So your brother sold the boat.", bare)
    longer = score(
        "So your brother sold the boat while you were out, and each morning you are back where "
        "it lay, keeping it company somehow.",
        bare,
    )
    assert "brief" in caps(brief)
    assert (brief.score or 0) < 70 < (longer.score or 0)


@pytest.mark.parametrize(
    ("reply", "owner"),
    [
        ("Ulla must feel sad without the boat.", "about_someone_else"),
        ("Oh, that’s so sad, the boat and the harbour.", "helpers_own_feeling"),
        ("Left behind, maybe, down at the harbour where it was?", ""),
    ],
)
def test_whose_feeling_it_is(reply: str, owner: str) -> None:
    card = score(reply, FEEL)
    given = {"about_someone_else", "helpers_own_feeling"} & set(card.faults)
    assert given == ({owner} if owner else set())


def test_a_reflection_may_hand_the_floor_back_with_an_open_question() -> None:
    said = "You sound hurt that your brother signed for the boat while you were at work."
    fits = {"not_reflection.open_question", "question_instead"}
    assert not fits & caps(score(f"{said} What is that like when you stand there?", FEEL))
    # closed, about somebody else, or with hardly a reflection before it
    assert "question_instead" in caps(
        score("You're hurt. What is it like for you, all those mornings down where it was?", FEEL)
    )


def test_a_check_may_end_in_the_clients_name() -> None:
    reply = (
        "Your brother sold it without a word, and you still go down at five. Is that right, Ines?"
    )
    assert "question_instead" not in caps(score(reply, BOAT))
    assert score(reply, BOAT).faults == ()


def test_a_short_summary_of_a_long_story_is_capped_and_told_so() -> None:
    whole = score("Sold behind your back, and you are down at the berth at five.", BOAT)
    assert caps(whole) == set()
    shorter = score("Sold behind your back, and down there at five.", BOAT)
    assert shorter.change_next is not None
    assert caps(shorter) - {TOGETHER} == {"brief"}
    assert shorter.change_next.text == (
        "So short a summary of so much leaves something out. What else did Ines want heard?"
    )


def test_a_feeling_the_client_only_shows_is_not_said_to_be_their_word() -> None:
    card = score("You're hurt that he signed for it.", FEEL)
    reason = next(one.reason for one in card.criteria if one.criterion == "right_feeling")
    assert reason == "Ines never says “hurt”; “while I was at work” does."


def test_the_clients_own_word_alone_adds_no_meaning() -> None:
    plain = Task(
        strategy="reflect_emotions",
        statement="I'm frightened. They said they would ring by four, and the tea has gone cold.",
        client_name="Rosa",
        feelings=(ClientFeeling("frightened", 2, "stated", "I'm frightened"),),
    )
    assert score("You're so frightened.", plain).depth == 3
    close = score("You're terrified.", plain)
    assert close.depth == 4
    reason = next(one.reason for one in close.criteria if one.criterion == "right_feeling")
    assert reason == "“terrified” is close to what Rosa says: “I'm frightened”."
    wrong = score("You're proud that they would ring by four.", plain)
    assert (wrong.depth, "wrong_feeling" in wrong.faults) == (3, True)


def test_a_full_reply_in_other_words_could_be_plainer_and_misses_nothing() -> None:
    card = score(
        "By the sound of it something of your father was let go over your head, and some part of "
        "you keeps watch down there before it is light, as if it could be put right.",
        BOAT,
    )
    points = next(one for one in card.criteria if one.criterion == "main_points")
    assert (points.verdict, points.fault) == ("partly", None)
    assert "could be plainer" in points.reason


@pytest.mark.parametrize(
    ("reply", "fault"),
    [
        ("That's your addictive personality: you go down there at five for the kick.", "analysing"),
        ("You miss the boat, sure, but it fetched a good price.", "yes_but"),
        ("I hear that you go down at five, but the sale is a sensible thing.", "yes_but"),
        ("Nobody asked you, so maybe you could talk to your brother about it.", "advising"),
        ("They should have had you there, it was not right of them.", "judging"),
    ],
)
def test_what_stands_in_the_way_is_named(reply: str, fault: str) -> None:
    card = score(reply, BOAT)
    assert fault in card.faults
    assert card.score is not None
    assert card.score <= 45


@pytest.mark.parametrize(
    "reply",
    [
        "Sold without you, and at five you are down at the berth again?",
        "What would you like your brother to know about those mornings at the berth?",
        "There is perhaps something like grief at the berth, and nobody asked you before it went.",
    ],
)
def test_what_is_no_roadblock_is_not_named_one(reply: str) -> None:
    card = score(reply, BOAT)
    assert not {one.roadblock for one in card.moves if one.roadblock}


def test_a_name_alone_gives_no_point_back() -> None:
    """A name stands in many a point, and says none of them."""
    named = replace(
        BOAT,
        statement="Aiko starts in goal now. I told Mum I had hurt my shoulder, so as not to watch.",
        key_points=(
            KeyPoint("Aiko has her place", ("Aiko starts instead of you",), main=True),
            KeyPoint("She made up the shoulder", ("not having to watch Aiko",), main=True),
        ),
    )
    points = found(score("Well, so Aiko is the one.", named), "main_points")
    assert points.verdict == "partly" and points.fault == "main_point_missing"
    held = found(
        score("Aiko starts instead of you, and you can't watch her.", named), "main_points"
    )
    assert held.verdict == "met"
