"""Small signs together name a fault only where they plainly do."""

from __future__ import annotations

import pytest

from practice.rules.evidence import shares
from practice.rules.fault_evidence import (
    FAULTS,
    FINE,
    LEAST,
    OF_THEM,
    ROADBLOCKS,
    FaultEvidence,
    fault_evidence,
    likely_question_fault,
    likely_roadblock,
)
from practice.rules.finder import ALL
from practice.rules.observe import question_fault
from practice.rules.phrase_tree import Found
from practice.scoring import Task, observe, score

STATEMENT = "My brother sold the boat without a word, and I've been sleeping in the van."
FOUND: Found = {0: (0, 1)}


def table(**points: float) -> FaultEvidence:
    """A table in which the first rule gives these points, and nothing else counts."""
    row = tuple((FAULTS.index(fault), value) for fault, value in points.items())
    return FaultEvidence((row, *((),) * (len(ALL) - 1)), (0.0,) * len(FAULTS))


def test_the_shares_of_a_sentence_are_all_of_it() -> None:
    some = table(warning=2.0, praising=1.0)
    of = shares(FOUND, some.points, some.start)
    assert sum(of) == pytest.approx(1.0)
    assert of[FAULTS.index("warning")] / of[FAULTS.index("praising")] == pytest.approx(2.71828)


def test_what_is_plain_is_named() -> None:
    assert likely_roadblock(FOUND, table(warning=4.0)) == "warning"
    assert likely_question_fault(FOUND, table(leading_question=4.0)) == "leading_question"


@pytest.mark.parametrize(
    "points",
    [
        {},  # nothing speaks for anything
        {"warning": 1.0},  # too little of the sentence
        {"warning": 4.0, "gives_back": 4.2},  # more like a reflection
        {"warning": 4.0, "asks_openly": 4.2},
        {"warning": 4.0, "moralising": 4.0, "arguing": 4.0},  # one of three, and none more
    ],
)
def test_what_is_not_plain_is_left_unnamed(points: dict[str, float]) -> None:
    assert likely_roadblock(FOUND, table(**points)) is None


def test_the_bounds_leave_room() -> None:
    """With fewer than three kinds alike one of them can be told; with three it cannot."""
    assert 1 / 3 < OF_THEM < 1 / 2
    assert 0 < LEAST < 1 / 2


def test_the_table_knows_its_faults() -> None:
    shipped = fault_evidence()
    assert len(shipped.start) == len(FAULTS)
    assert len(shipped.points) == len(ALL)
    told = {fault for points in shipped.points for fault, _ in points}
    assert {FAULTS[fault] for fault in told} >= {*FINE, *ROADBLOCKS}


@pytest.mark.parametrize(
    ("reply", "fault"),
    [
        ("Would it not be an idea to ring your brother first?", "advice_in_question"),
        ("But in your heart you already knew he would?", "leading_question"),
        ("How is he with his wife?", "about_someone_else"),
        ("Did nobody tell you to put your name on it?", "blaming_why"),
    ],
)
def test_a_question_is_told_by_small_signs(reply: str, fault: str) -> None:
    found = question_fault(reply, STATEMENT)
    assert found is not None
    assert found[0] == fault
    assert reply[found[1].start : found[1].end] == reply.rstrip("?")


@pytest.mark.parametrize(
    "reply",
    [
        "What has it been like to sleep in the van?",
        "Could you say a little more about the boat?",
        "What did that silence of his do to you?",
        "It hurts that he said nothing.",
        "",
    ],
)
def test_a_good_question_has_no_fault(reply: str) -> None:
    assert question_fault(reply, STATEMENT) is None


def test_a_learner_reads_which_words_ask_about_somebody_else() -> None:
    card = score("How does your brother get on with his wife?", Task("open_question", STATEMENT))
    follows = next(one for one in card.criteria if one.criterion == "follows")
    assert follows.verdict == "not_yet"
    assert follows.fault == "about_someone_else"
    assert "the client can only guess" in follows.reason


def test_a_sentence_that_gives_back_holds_no_unnamed_roadblock() -> None:
    card = score(
        "You trusted him with it, and he never said a word.", Task("paraphrase", STATEMENT)
    )
    assert not [one for one in card.moves if one.roadblock]


def test_a_phrase_alone_says_little_in_a_sentence_that_is_plainly_fine() -> None:
    """The words of "you could have told…" blame; here they give the client's own back."""
    free = "You feel so torn, and part of you could have told him everything that night."
    assert not [one for one in observe(free, STATEMENT).moves if one.roadblock]
    plain = observe("You could have told him.", STATEMENT)
    assert "judging" in {one.roadblock for one in plain.moves}


def test_what_stands_beside_it_excuses_no_phrase() -> None:
    reply = "At least you have the van. You trusted him, and you're sore that he never said a word."
    assert [one.roadblock for one in observe(reply, STATEMENT).moves if one.roadblock] == [
        "minimising"
    ]
