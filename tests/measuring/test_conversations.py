"""Conversations read in the forms people have them in, and every turn of the helper coded."""

from __future__ import annotations

import json
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.csv_files import write_csv
from practice.measuring.conversations import (
    MOST_TURNS,
    CodedTurn,
    Ratio,
    TranscriptError,
    Turn,
    code_transcript,
    coded_from_json,
    coded_table,
    coded_to_json,
    helper_of,
    likely_helper,
    read_transcript,
    speakers_of,
    summary_of,
    summary_table,
)

PLAIN = """\
Client: The roof leaks and I am so tired of it.

Helper: It sounds like you are worn out by it. What would help?
Client: I don't know: maybe nothing.
It just goes on.
Helper: You should call a roofer.
Helper: Have you called one?
"""


def said(text: str) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.text) for turn in read_transcript(text)]


def test_plain_text_a_turn_a_line() -> None:
    assert read_transcript(PLAIN) == [
        Turn("Client", "The roof leaks and I am so tired of it.", 1),
        Turn("Helper", "It sounds like you are worn out by it. What would help?", 3),
        Turn("Client", "I don't know: maybe nothing. It just goes on.", 4),
        Turn("Helper", "You should call a roofer. Have you called one?", 6),
    ]


@pytest.mark.parametrize(
    ("line", "turn"),
    [
        ("T: Mm.", ("T", "Mm.")),
        ("[00:12] Dr. Osei: Mm.", ("Dr. Osei", "Mm.")),
        ("(0:12:30) Counsellor 2: Mm.", ("Counsellor 2", "Mm.")),
        ("12:30 - Ana-Lucía: Mm.", ("Ana-Lucía", "Mm.")),
        ("  Helper (Kim):Mm.", ("Helper (Kim)", "Mm.")),
    ],
)
def test_names_as_people_write_them(line: str, turn: tuple[str, str]) -> None:
    assert said(line) == [turn]


def test_what_only_looks_like_a_name_goes_on_with_the_turn() -> None:
    text = "A: See\nhttps://example.org/x\nand this is what I then said to him: no.\nB: Oh."
    assert said(text) == [
        ("A", "See https://example.org/x and this is what I then said to him: no."),
        ("B", "Oh."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        'speaker,text\nClient,"Well, no."\nHelper,Mm.',
        '\ufeff"Speaker";"Text";"note"\n"Client";"Well, no.";""\n"Helper";"Mm.";"x"\n',
        "n\ttext\tspeaker\r\n1\tWell, no.\tClient\r\n2\tMm.\tHelper\r\n3\t\tHelper",
    ],
)
def test_csv_with_speakers(text: str) -> None:
    assert said(text) == [("Client", "Well, no."), ("Helper", "Mm.")]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("  \n ", "nothing here yet"),
        ("Hello there.\nHelper: Hi.", "Line 1 does not say who speaks"),
        ("Helper:\nClient:\n", "nothing that anybody says"),
        ("speaker,text\n,Hi.", "Line 2 does not say who speaks"),
        ("speaker,text\nHelper", "Line 2 does not say who speaks, or not what"),
        ('speaker,text\nA,Hi.\nHelper,"Hi.', "Line 3: The quotation marks do not match"),
        (f"speaker,text\nHelper,{'x' * 140_000}", "Line 2: One value is longer than 131,072"),
        ("time,text\n0:01,Hi.\n0:02,Mm.", "no column of it says who speaks"),
        ("speaker;minute\nHelper;1", "no column of it has the words"),
        ("speaker;text,foo,bar\nHelper;Hi.,1,2", "The columns of the first line"),
        ('"speaker, text"\nHelper,Hi.', "The columns of the first line"),
        ("speaker,text\n", "nothing that anybody says"),
        ("A: x\nB: y\n" * (MOST_TURNS // 2 + 1), "are the most"),
        ("A: " + "x" * 300_000, "code it in parts"),
    ],
)
def test_what_cannot_be_read_is_said(text: str, says: str) -> None:
    with pytest.raises(TranscriptError, match=says):
        read_transcript(text)


@pytest.mark.parametrize(
    ("names", "helper"),
    [
        (["Client", "Therapist"], "Therapist"),
        (["Coach 1", "Sam"], "Coach 1"),
        (["T", "C"], "T"),
        (["Theo", "Cleo"], ""),
    ],
)
def test_the_helper_is_guessed_by_name_or_not_at_all(names: list[str], helper: str) -> None:
    turns = [Turn(name, "Mm.", 1) for name in names]
    assert speakers_of(turns) == names
    assert likely_helper(turns) == helper


def test_who_helps_is_asked_where_one_alone_speaks() -> None:
    two = [Turn("Theo", "Mm.", 1), Turn("Cleo", "Mm.", 2)]
    assert (helper_of(two), helper_of(two, "Theo"), helper_of(two, "Zoë")) == (
        "Cleo",
        "Theo",
        "Cleo",
    )
    assert helper_of([Turn("Helper", "Mm.", 1)]) == "Helper"
    with pytest.raises(TranscriptError, match="Only “Client” speaks here"):
        helper_of([Turn("Client", "Mm.", 1)])


def test_very_long_lines_are_read_at_once_and_what_is_not_heard_of_them_is_said() -> None:
    began = process_time()
    with pytest.raises(TranscriptError, match="Line 1 does not say who speaks"):
        read_transcript("12:30" + " " * 200_000 + "!")
    turns = read_transcript(f"Client: {'and ' * 30_000}\nHelper: {'It sounds hard. ' * 8_000}")
    client, helper = code_transcript(turns, "Helper").turns
    assert process_time() - began < 30  # it was twenty minutes
    assert (len(client.text), client.heard_in_part) == (119_999, False)
    assert (len(helper.text), helper.heard_in_part) == (127_999, True)


def test_every_turn_of_the_helper_is_coded() -> None:
    coded = code_transcript(read_transcript(PLAIN), "Helper")
    assert [turn.technique != "" for turn in coded.turns] == [False, True, False, True]
    first, second = (turn for turn in coded.turns if turn.helper)
    assert {move["kind"] for move in first.moves} == {"reflection", "open_question"}
    assert {move["kind"] for move in second.moves} == {"advice", "closed_question"}
    for turn in (first, second):
        for move in turn.moves:
            assert 0 <= move["start"] < move["end"] <= len(turn.text)
    summary = coded.summary
    assert summary.reflections_to_questions == Ratio(1, 2)
    assert summary.open_to_closed == Ratio(1, 1)
    assert summary.roadblocks == {"advising": 1}
    assert (summary.turns, summary.helper_turns, summary.helper_words) == (4, 2, 21)


def test_nobody_of_that_name() -> None:
    with pytest.raises(TranscriptError, match="which of the speakers"):
        code_transcript(read_transcript(PLAIN), "Somebody")


def test_a_ratio_to_nought_is_not_said() -> None:
    summary = summary_of([CodedTurn(1, "Client", "Mm.", False, "", ())])
    assert summary.open_to_closed.value is None
    assert Ratio(3, 2).value == 1.5


def test_kept_and_read_again_it_is_the_same() -> None:
    coded = code_transcript(read_transcript(PLAIN), "Helper")
    assert coded_from_json(json.loads(json.dumps(coded_to_json(coded)))) == coded


def test_tables_for_download() -> None:
    coded = code_transcript(read_transcript(PLAIN), "Helper")
    header, rows = coded_table(coded)
    assert len(header) == len(rows[1]) == 7
    assert rows[3][6] == "advising"
    assert "open_question: What would help" in str(rows[1][5])
    assert ["reflections to questions", 0.5] in summary_table(coded)[1]
    assert "\r\n1,Client,no," in write_csv(header, rows)


@given(st.text(max_size=300) | st.text('speakertext,;\t"\n', max_size=40))
def test_whatever_is_pasted_is_read_or_refused(text: str) -> None:
    try:
        turns = read_transcript(text)
    except TranscriptError:
        return
    assert turns
    assert all(turn.speaker and turn.text for turn in turns)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Client", "Helper"]),
            st.from_regex(r"[A-Za-z ,.]{1,20}x", fullmatch=True),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_plain_and_csv_say_the_same(turns: list[tuple[str, str]]) -> None:
    plain = "\n".join(f"{speaker}: {text}" for speaker, text in turns)
    assert said(plain) == said(write_csv(["speaker", "text"], turns))
