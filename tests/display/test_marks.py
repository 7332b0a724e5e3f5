"""Spans drawn into text: escaped once, letters once a span, overlaps kept apart."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.display.marks import Mark, changed, findings_of, marked, marked_paragraphs, quoted

PIN = re.compile(r'<span class="pin.*?</span>\w</span>')


def without_pins(html: str) -> str:
    return PIN.sub("", html).replace('<span class="nb">', "").replace("</span>", "")


def plain(html: str) -> str:
    text = re.sub(r"<[^>]*>", "", without_pins(html))
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#x27;", "'")):
        text = text.replace(entity, sign)
    return text.replace("&amp;", "&")


def test_text_without_marks_is_only_escaped() -> None:
    assert marked("<b>It's & stays</b>", []) == "&lt;b&gt;It&#x27;s &amp; stays&lt;/b&gt;"


def test_a_mark_has_its_kind_sign_and_letter_and_is_read_aloud() -> None:
    assert marked("You sound tired.", [Mark(10, 15, "worked", "a")]) == (
        'You sound <mark class="worked"><span class="nb">tired.'
        '<span class="pin pin-worked">'
        '<svg class="icon" aria-hidden="true"><use href="#i-tick"/></svg>'
        '<span class="visually-hidden">worked, note </span>a</span></span></mark>'
    )


def test_a_mark_takes_the_stop_behind_it_so_that_no_letter_stands_before_a_comma() -> None:
    html = marked("tired, and more", [Mark(0, 5, "try", "b")])
    assert without_pins(html) == '<mark class="try">tired,</mark> and more'


def test_only_the_last_word_is_kept_beside_the_letter() -> None:
    html = marked("worn out by it", [Mark(0, 14, "block", "b")])
    assert html.startswith('<mark class="block">worn out by <span class="nb">it<span class="pin')


def test_overlapping_marks_nest_and_each_letter_stands_once() -> None:
    html = marked("one two three", [Mark(0, 7, "worked", "a"), Mark(4, 13, "try", "b")])
    assert without_pins(html) == (
        '<mark class="worked">one </mark><mark class="worked"><mark class="try">two</mark></mark>'
        '<mark class="try"> three</mark>'
    )
    assert len(PIN.findall(html)) == 2


def test_words_of_one_finding_that_stand_close_are_one_mark() -> None:
    html = marked(
        "Why did you give your keys away?", [Mark(12, 16, "try", "b"), Mark(22, 26, "try", "b")]
    )
    assert without_pins(html) == 'Why did you <mark class="try">give your keys</mark> away?'


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("You give. Your keys go.", ()),  # another sentence
        ("You give, after all these long years, your keys.", ()),  # too far
        ("You give your keys.", (Mark(9, 13, "worked", "a"),)),  # another finding between
    ],
)
def test_words_that_do_not_belong_together_stay_apart(text: str, other: tuple[Mark, ...]) -> None:
    keys = text.index("keys")
    html = marked(text, [Mark(4, 8, "try", "b"), Mark(keys, keys + 4, "try", "b"), *other])
    assert html.count('<mark class="try">') == 2


def test_words_inside_another_finding_are_joined_too() -> None:
    marks = [Mark(0, 26, "worked", "a"), Mark(12, 16, "try", "b"), Mark(22, 26, "try", "b")]
    html = without_pins(marked("Why did you give your keys?", marks))
    assert html.count('<mark class="try">') == 1


def test_offsets_are_code_points() -> None:
    text = "😔 you’re worn out"
    html = marked(text, [Mark(text.index("worn"), len(text), "worked", "a")])
    assert without_pins(html) == '😔 you’re <mark class="worked">worn out</mark>'


@pytest.mark.parametrize("span", [(3, 3), (5, 2), (40, 50), (-5, 0), (3, 4)])
def test_spans_with_no_words_in_them_are_left_out(span: tuple[int, int]) -> None:
    assert marked("You sound tired.", [Mark(*span, "worked", "a")]) == "You sound tired."


def test_paragraphs_are_cut_apart_and_a_mark_goes_on_in_the_next_one() -> None:
    first, second = marked_paragraphs("One two.\n\nThree four.", [Mark(4, 15, "worked", "a")])
    assert first == 'One <mark class="worked">two.</mark>'
    assert without_pins(second) == '<mark class="worked">Three</mark> four.'


def test_an_edit_shows_what_goes_and_what_comes() -> None:
    before, after = changed("It’s awful, but ring him.", [(10, 24)], "It’s truly awful.", [(5, 11)])
    assert before == "It’s awful<del>, but ring him</del>."
    assert after == "It’s <ins>truly </ins>awful."


def test_a_long_reply_is_cut_to_the_words_around_the_edit() -> None:
    text = "word " * 40 + "wrong " + "word " * 40
    before, _ = changed(text, [(200, 205)], "x", [])
    assert before.startswith("…") and before.endswith("…")
    assert "<del>wrong</del>" in before and len(before) < 160
    assert before.strip("…").replace("<del>", "").replace("</del>", "").strip() in text


def test_notes_are_lettered_in_the_order_they_are_read() -> None:
    note = {"text": "t", "why": "", "criterion": "c", "roadblock": False}
    found = findings_of(
        {
            "worked": {**note, "reply_spans": [[0, 3]], "statement_spans": [[5, 9]]},
            "change_next": {
                **note,
                "roadblock": True,
                "reply_spans": [[4, 8]],
                "statement_spans": [],
            },
        }
    )
    assert found.reply == (Mark(0, 3, "worked", "a"), Mark(4, 8, "block", "b"))
    assert found.statement == (Mark(5, 9, "worked", "a"),)
    assert found.change_next is not None and found.change_next.sign == "bar"


def test_a_single_note_is_note_a() -> None:
    found = findings_of(
        {
            "worked": None,
            "change_next": {
                "text": "t", "why": "", "criterion": "c", "roadblock": False,
                "reply_spans": [], "statement_spans": [],
            },
        }
    )  # fmt: skip
    assert found.worked is None
    assert found.change_next is not None
    assert (found.change_next.letter, found.change_next.kind) == ("a", "try")
    assert found.change_next.marked is False


def test_quoted_words_are_the_words_at_the_spans() -> None:
    assert quoted("so tired today", [[3, 8], [9, 14], [2, 3]]) == ["tired", "today"]


spans = st.tuples(st.integers(-5, 60), st.integers(-5, 60), st.sampled_from("ab"))


@given(st.text(alphabet="ab <>&\"'\n.,é😔", max_size=50), st.lists(spans, max_size=6))
def test_marks_never_change_the_words(text: str, drawn: list[tuple[int, int, str]]) -> None:
    marks = [Mark(start, end, "worked", letter) for start, end, letter in drawn]
    html = marked(text, marks)
    assert plain(html) == text
    assert html.count("<mark") == html.count("</mark>")
