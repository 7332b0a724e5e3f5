"""Twice the text, twice the work: nothing that somebody can type keeps the scorer busy.

Work is counted in lines that run, so that these hold on a busy machine as on an idle one.
"""

from __future__ import annotations

from functools import partial

import pytest

from practice.scoring import Strategy, observe, score
from tests.scoring.attacks import LONG, Expression, expressions, slowest, work
from tests.scoring.cases import NOOR, task

MOST = 300_000  # lines for 2,000 characters: about 10 ms on one core that does nothing else
TWICE = 2.2  # of the work, at most, for twice the text
ENOUGH = 8.0  # ms for one expression; with a square in it the same takes 25 and more

HOSTILE = {
    "one letter": "a", "you": "you ", "i": "I ", "stems": "it sounds like you feel that ",
    "feelings": "sad angry hurt scared ", "one feeling": "sad. ", "the word": "feelings ",
    "you feel": "you feel ", "so sad": "so sad ", "quotes": '"', "quoted": "“you’re sad” ",
    "commas": ", ", "apostrophes": "'", "contractions": "i'd ",
    "one contraction": "'d", "digits": "1", "numbers": "1.1.",
    "questions": "why? ", "why": "why did you ", "what": "what is it like and ",
    "marks": "?!.,;:\"'()", "not words": "wht mks u fl tht wy ",
    "combining": "e\u0301\u200d\U0001f469", "and": "and ", "but": "but you should ",
    "not": "you are not ", "openers": "so,", "names": "Marcus ",
    "the story": NOOR.statement + " ", "a model": NOOR.models[0] + " ", "emoji": "😢",
    "tags": "<b>", "notes": "[laughs] ", "lines": "a\n",
    "somebody": "your mother was furious that ", "degrees": "really ",
    "adverbs": "really just now only ",
    "idioms": "at the end of your rope walking on eggshells ", "suppose": "if you were ",
    "spaces": "   ", "check": "is that right? ", "two sides": "part of you ",
    "restarts": "did you, ", "obliged": "do you have to? ", "orders": "don't worry. ",
    "advice": "have you tried ",
}  # fmt: skip


def filled(piece: str, length: int, end: str) -> str:
    return (piece * length)[: length - 2] + end


def worked(piece: str, length: int, strategy: Strategy) -> int:
    """The work for a reply of this length; its words were met before, the reply was not."""
    asked = task(strategy, notes=False)
    score(filled(piece, length, " x"), asked)
    return work(partial(score, filled(piece, length, " y"), asked))


@pytest.mark.parametrize("strategy", ["paraphrase", "open_question", "reflect_emotions"])
@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_text_is_twice_the_work(name: str, strategy: Strategy) -> None:
    half = worked(HOSTILE[name], LONG // 2, strategy)
    whole = worked(HOSTILE[name], LONG, strategy)
    assert whole <= TWICE * half
    assert whole <= MOST


def test_the_expressions_are_found() -> None:
    names = {one.name for one in expressions()}
    assert {"practice.rules.reading.reply._SCAN", "practice.rules.criteria.asked._FACT"} <= names
    assert len(names) >= 60


@pytest.mark.parametrize("one", expressions(), ids=lambda one: one.name)
def test_no_expression_can_be_kept_busy(one: Expression) -> None:
    took, by = slowest(one, ENOUGH)
    assert took < ENOUGH, by


def test_a_speech_without_end_is_heard() -> None:
    """A file to be coded has no limit on its turns: what is said at length is only long."""
    for piece in ("now only ", "you feel really ", "and so but ", "not ", "if you were sad "):
        assert observe(piece * 4000).english
