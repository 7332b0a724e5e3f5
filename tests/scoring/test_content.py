"""What a reply takes up, copies and invents."""

from __future__ import annotations

import pytest

from practice.rules.base import KeyPoint, Span, Task
from practice.rules.content.compare import Content, compare, prepare
from practice.rules.content.stem import stem_words
from practice.rules.reading.reply import read

STATEMENT = (
    "My landlord wants the flat back in June and I haven’t told the kids. I just keep packing "
    "one drawer at a time, when they are asleep."
)
TASK = Task(
    strategy="paraphrase",
    statement=STATEMENT,
    context="Housing advice line",
    client_name="Noor",
    key_points=(
        KeyPoint(
            "They have to leave the flat by June",
            ("losing your home in June", "the landlord is putting you out"),
            "My landlord wants the flat back in June",
            main=True,
        ),
        KeyPoint(
            "The children do not know",
            ("keeping it from the kids",),
            "I haven’t told the kids",
            main=True,
        ),
    ),
)


def content(text: str, task: Task = TASK) -> Content:
    reply = read(text)
    return compare(reply, prepare(task), stem_words(reply))


@pytest.mark.parametrize(
    "reply",
    [
        "You’re losing your home in June and the children have no idea.",
        "The landlord is putting you all out, and you are hiding it from your kids.",
        "your going to lose the flat in june and your keeping it from the kids",
    ],
)
def test_points_are_covered_in_any_wording(reply: str) -> None:
    assert [point.share >= 0.6 for point in content(reply).covered] == [True, True]


def test_a_point_that_is_left_out_is_not_covered() -> None:
    leaving, children = content("You have to be out of the flat by June.").covered
    assert leaving.share >= 0.6
    assert children.share < 0.3
    assert children.point.span == Span(44, 67)


def test_covering_words_are_marked_where_they_stand() -> None:
    reply = "So the landlord is putting you out."
    leaving = content(reply).covered[0]
    assert "landlord" in [reply[span.start : span.end] for span in leaving.spans]


def test_turning_person_is_still_an_echo() -> None:
    echoed = content("Your landlord wants the flat back in June and you haven’t told the kids.")
    assert echoed.echo == 1.0
    assert echoed.literal < 0.9


def test_words_of_ones_own_are_no_echo() -> None:
    assert content("By summer you need to be gone, and it is still your secret.").echo == 0.0


def test_an_opening_does_not_hide_an_echo() -> None:
    opened = content("It sounds like you just keep packing one drawer at a time.")
    assert opened.echo > 0.9


def test_a_pasted_statement_is_copied_to_the_letter() -> None:
    assert content(STATEMENT).literal == 1.0


def test_the_model_is_known_again() -> None:
    model = "You are packing the flat by night so that the kids do not find out."
    task = Task(strategy="paraphrase", statement=STATEMENT, models=(model,))
    assert content(model.upper().rstrip("."), task).model == 1.0
    assert content("The kids sleep while you pack.", task).model < 0.5


@pytest.mark.parametrize(
    ("reply", "found"),
    [
        ("Your husband is no help with the move.", ["husband"]),
        ("You have 3 weeks left.", ["3"]),
        ("You told Marcus about the flat.", ["Marcus"]),
        ("you told marcus about the flat", []),
        ("Since the divorce you are packing alone.", ["divorce"]),
        ("The landlord wants it by June.", []),
        ("Your children sleep while you pack.", []),
        ("You must be in two minds.", []),
        ("Packing On Your Own Every Night", []),
    ],
)
def test_details_that_nobody_gave(reply: str, found: list[str]) -> None:
    details = content(reply).invented
    assert [detail.text for detail in details] == found
    assert [reply[d.span.start : d.span.end] for d in details] == found


def test_a_common_name_is_known_in_small_letters() -> None:
    assert [one.text for one in content("you told priya about the flat").invented] == ["priya"]


def test_without_notes_the_clauses_are_the_points() -> None:
    bare = prepare(Task(strategy="paraphrase", statement=STATEMENT))
    assert not bare.noted
    assert [point.text for point in bare.points] == [
        "My landlord wants the flat back in June",
        "and I haven’t told the kids",
        "I just keep packing one drawer at a time",
        "when they are asleep",
    ]


def test_a_slip_of_the_keys_is_still_the_word() -> None:
    assert content("the lanldord and the flat").taken == content("the landlord and the flat").taken


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        ("It sounds like you’re worn out.", 5),
        ("So, it seems you feel that way.", 6),
        ("I wonder if you are lonely.", 5),
        ("You feel trapped.", 2),
        ("Half of you had already left by then.", 0),
        ("The flat is going.", 0),
    ],
)
def test_the_words_of_an_opening(reply: str, words: int) -> None:
    assert stem_words(read(reply)) == words
