"""What holds for any text: no exception, spans inside, the same answer twice, and a verdict
that does not hang on how the reply was typed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practice.scoring import Scorecard, Span, Strategy, Task, score
from tests.scoring.bank import bank
from tests.scoring.cases import NOOR, scored, task

STRATEGIES: tuple[Strategy, ...] = ("paraphrase", "open_question", "reflect_emotions")
PIECES = st.sampled_from(
    [
        "It sounds like ", "you feel ", "so scared ", "of June", "the landlord ", "the kids ",
        "but ", "you should ", "what ", "why ", "how ", "?", ". ", ", ", "I ", "at least ",
        "“", "”", "’", "\n", "\u200d", "👩‍👧", "  ", "never ", "3 ", "Marcus ", "obviously ",
        "is that right", "and ", "<b>", "\x00", "é", "…", "did you ", "feel ",
    ]
)  # fmt: skip
REPLIES = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map("".join))


def spans_of(card: Scorecard) -> Iterator[tuple[Span, str]]:
    for one in card.criteria:
        yield from ((span, "reply") for span in one.reply_spans)
        yield from ((span, "statement") for span in one.statement_spans)
    for note in (card.worked, card.change_next):
        if note is not None:
            yield from ((span, "reply") for span in note.reply_spans)
            yield from ((span, "statement") for span in note.statement_spans)
    if card.better is not None:
        yield from ((span, "reply") for span in card.better.removed)
        yield from ((span, "after") for span in card.better.added)


@settings(max_examples=150)
@given(reply=REPLIES, strategy=st.sampled_from(STRATEGIES), notes=st.booleans())
def test_any_text(reply: str, strategy: Strategy, notes: bool) -> None:
    card = scored(reply, strategy, notes=notes)
    assert card == scored(reply, strategy, notes=notes)
    texts = {
        "reply": reply,
        "statement": NOOR.statement,
        "after": card.better.after if card.better else "",
    }
    for span, where in spans_of(card):
        assert 0 <= span.start <= span.end <= len(texts[where])
    if card.score is None:
        assert card.abstained
        assert card.depth is None
    else:
        assert 0 <= card.score <= 100
        assert card.abstained is None
        assert card.worked is not None
        assert card.change_next is not None
        assert all(0 <= one.earned <= one.weight for one in card.criteria)


@settings(max_examples=60)
@given(statement=st.text(max_size=120), strategy=st.sampled_from(STRATEGIES))
def test_any_statement(statement: str, strategy: Strategy) -> None:
    card = score("It sounds like you’re worn out by it.", Task(strategy, statement))
    assert card.score is None or 0 <= card.score <= 100


def typed_otherwise(reply: str) -> dict[str, str]:
    """The same reply as other people type it."""
    return {
        "straight quotes": reply.replace("’", "'").replace("“", '"').replace("”", '"'),
        "no apostrophes": reply.replace("’", "").replace("'", ""),
        "small letters": reply.lower(),
        "capitals": reply.upper(),
        "double spaces": reply.replace(" ", "  "),
        # Several questions without any mark between them are told apart by nobody.
        "no question mark": reply.replace("?", "") if reply.count("?") == 1 else reply,
        "no full stop at the end": reply.rstrip("."),
        "a line break at the end": reply + "\n",
    }


SAID = [
    (client, reply)
    for client in bank()
    for reply in (*client.models, *(reply for reply, _ in client.slips))
]


@cache
def as_written(reply: str, task: Task) -> Scorecard:
    return score(reply, task)


@pytest.mark.parametrize("how", list(typed_otherwise("")))
def test_the_way_of_typing_changes_no_verdict(how: str) -> None:
    moved = []
    for client, reply in SAID:
        other = typed_otherwise(reply)[how]
        if other == reply:
            continue
        before, after = as_written(reply, client.task), score(other, client.task)
        if before.score != after.score:
            moved.append((client.slug, before.score, after.score, other))
    # A name that is on no list is only known by its capital, and a lost apostrophe can be a word.
    assert len(moved) <= 0.01 * len(SAID), moved


@pytest.mark.parametrize("strategy", STRATEGIES)
@pytest.mark.parametrize(
    "hostile",
    [
        "a" * 2000,
        "you " * 500,
        "it sounds like " * 133,
        "my landlord wants the flat back in june " * 50,
        "scared " * 285,
        "why did you " * 166,
        "but you should " * 133,
        "?!" * 1000,
    ],
)
def test_hostile_text_is_only_long(hostile: str, strategy: Strategy) -> None:
    card = score(hostile, task(strategy))
    assert card.score is None or card.score <= 60
