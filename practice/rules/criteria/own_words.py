"""In your own words: new wording, and neither the client's sentence nor the model reply."""

from __future__ import annotations

from practice.rules.base import Span
from practice.rules.criteria.case import Case, Finding

ECHO = 0.55  # of the words in runs of the client's own: it is an echo
NEAR = 0.3
COPIED = 0.75  # the same with "I" left "I": it was pasted
MODEL = 0.9  # of the letters: a model retyped without its marks is still the model
_OWN = 0.25  # of the content is in new words
_FEW = 5  # words: too few to be called an echo
_SENTENCE = 6  # words behind the opening: fewer are a phrase kept, not a sentence copied


def judge(case: Case) -> Finding:
    content = case.content
    words = content.words.tokens
    if content.model >= MODEL:
        return Finding(
            "not_yet",
            0.0,
            "These are the words of the model reply for this client.",
            "It is a good one to learn from. Now close it, and say the same in words of your own.",
            fault="copied_model",
            reply_spans=_all(case),
        )
    here, there = runs_of(case)
    if content.literal >= COPIED and len(words) >= _FEW and _is_theirs(case):
        return Finding(
            "not_yet",
            0.0,
            f"This is {case.name}’s own statement, word for word.",
            "Close your eyes for a moment: how would you tell a colleague what you heard?",
            fault="copied_statement",
            reply_spans=here,
            statement_spans=there,
        )
    if content.echo >= ECHO and len(words) - content.stem >= _SENTENCE:
        return Finding(
            "not_yet",
            0.15,
            f"{case.said(_longest(here))} is {case.name}’s own sentence, turned from “I” to “you”.",
            "Say what it means to you: other words show what you understood.",
            fault="echo",
            reply_spans=here,
            statement_spans=there,
        )
    if content.echo >= NEAR and len(words) >= _FEW:
        return Finding(
            "partly",
            0.5,
            f"{case.said(_longest(here))} is said as {case.name} said it.",
            "Keep one word of theirs on purpose, and find your own for the rest.",
            fault="echo",
            reply_spans=here,
            statement_spans=there,
        )
    if not any(one.tells for one in words):
        return Finding("not_judged", 0.0, "There are too few words here to tell.")
    own = _own(case)
    if own < _OWN:
        return Finding(
            "partly",
            0.4 + 0.6 * own / _OWN,
            f"Nearly all of it is in words that {case.name} used.",
            "Keep one of theirs on purpose, and find your own for the rest.",
            reply_spans=tuple(
                Span(one.token.start, one.token.end)
                for one in case.content.matches
                if one.token.tells
            ),
        )
    return Finding("met", 1.0, f"It is your wording, not {case.name}’s sentence over again.")


def _own(case: Case) -> float:
    """How much of the content is in new words, of 1. With an author's notes, which have other
    wordings than the client's, only an echo is held against a reply."""
    whole = case.taken + case.new
    return 1.0 if case.task.noted or not whole else case.new / whole


def runs_of(case: Case) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The runs of the client's own words, in the reply and in the statement."""
    words, said = case.content.words.tokens, case.task.statement.tokens
    here = tuple(
        Span(words[one.at].start, words[one.at + one.length - 1].end) for one in case.content.runs
    )
    there = tuple(
        dict.fromkeys(
            Span(said[one.source].start, said[one.source + one.length - 1].end)
            for one in case.content.runs
        )
    )
    return here, there


def _longest(spans: tuple[Span, ...]) -> Span:
    return max(spans, key=lambda one: one.end - one.start)


def _is_theirs(case: Case) -> bool:
    """Whether the words are still said as "I"; or there is no person in them to turn."""
    return bool({"i", "me", "my", "we", "our"} & case.reply.word_set) or not (
        {"you", "your"} & case.reply.word_set
    )


def _all(case: Case) -> tuple[Span, ...]:
    words = case.reply.words
    return (Span(words[0].start, words[-1].end),) if words else ()
