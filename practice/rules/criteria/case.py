"""What a judge of one criterion is given, and what it hands back."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from practice.rules.base import Fault, Move, Observation, Roadblock, Span, Verdict
from practice.rules.content.compare import Content, Prepared
from practice.rules.content.words import FUNCTION_WORDS, Token, stem
from practice.rules.criteria.feelings_named import Named
from practice.rules.observe import question_fault
from practice.rules.reading.reply import Reply, Sentence

GIVES = 0.5  # of a reply gives something back: it is that more than anything else
BY_VOICE = "closed_question.statement_asked"  # the rule for "You told him?"
# A verb turned round asks, wherever it stands: "…, did you really?"
_TURNED = re.compile(
    r"\b(?:is|are|was|were|do|does|did|have|has|had|would|will|can|could|should)(?: not)? "
    r"(?:you|u|it|he|she|they|that|there)\b|\b(?:what|how|why) (?:is|are|was|were|do|does|did)\b"
)
QUESTIONS = frozenset({"open_question", "closed_question"})


@dataclass(frozen=True, eq=False)
class Case:
    """One reply to one task, with everything that was found in it; each is only like itself."""

    reply: Reply
    observation: Observation
    task: Prepared
    content: Content
    feelings: tuple[Named, ...] = ()
    thoughts: tuple[Span, ...] = ()
    earlier: tuple[Reply, ...] = ()
    taken: float = 0.0  # weight of what the reply takes up of this client's
    new: float = 0.0  # weight of what it brings that the client did not
    reflecting: float = 0.0  # how much of it, of 1, gives something back

    @property
    def name(self) -> str:
        return self.task.name

    @property
    def feelings_noted(self) -> bool:
        """Whether the author says what this client feels."""
        return bool(self.task.task.feelings)

    @cached_property
    def question_fault(self) -> tuple[str, Span] | None:
        """What small signs say is wrong with its question, and which it is."""
        task = self.task
        return question_fault(self.reply.text, task.task.statement, task.config)

    @cached_property
    def reached(self) -> frozenset[int]:
        """Which sentences of the statement the reply takes something telling up of, from 0."""
        starts = self.task.statement.reply.sentence_starts
        return frozenset(
            [
                bisect_right(starts, one.place.start) - 1
                for one in self.content.matches
                if one.place is not None and one.token.tells
            ]
        )

    def moves(self, *kinds: str) -> tuple[Move, ...]:
        return tuple([one for one in self.observation.moves if one.kind in kinds])

    def asks(self, move: Move) -> bool:
        """Whether a move stands inside a question of the reply, and is not all of it."""
        return any(
            one.start <= move.span.start and move.span.end <= one.end
            for one in self._questions.get(self.reply.sentence_at(move.span.start), ())
            if one != move.span
        )

    @cached_property
    def by_voice(self) -> bool:
        """Whether all it asks is said as a statement, and asked with the voice: "You told him?" """
        asks = self.moves(*QUESTIONS)
        said = all(one.rule == BY_VOICE for one in asks)
        return bool(asks) and said and _TURNED.search(self.reply.norm) is None

    @cached_property
    def _questions(self) -> dict[Sentence | None, list[Span]]:
        """The questions of each sentence."""
        found: dict[Sentence | None, list[Span]] = {}
        for one in self.moves(*QUESTIONS):
            found.setdefault(self.reply.sentence_at(one.span.start), []).append(one.span)
        return found

    def heard(self, span: Span) -> str:
        """Words of the reply as rules read them, however they were typed."""
        words = self.reply.words
        first, last = (bisect_left(self._starts, one) for one in (span.start, span.end))
        if first >= last:
            return ""
        return self.reply.norm[words[first].at : words[last - 1].at + len(words[last - 1].text)]

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.reply.words]

    def said(self, span: Span) -> str:
        """Words of the reply, as typed, short enough to quote."""
        return quoted(self.reply.text[span.start : span.end])

    def used(self, span: Span) -> bool:
        """Whether the client used these words of the reply, in any form of them."""
        words = self.heard(span).split()
        return all(stem(one) in self.task.stems for one in words if one not in FUNCTION_WORDS)

    def client_said(self, span: Span) -> str:
        """Words of the statement, as typed, short enough to quote."""
        return quoted(self.task.task.statement[span.start : span.end], _LONGEST_OF_CLIENT)


class Finding(NamedTuple):
    """One criterion judged: `share` of its weight is earned; the rest as in a CriterionResult."""

    verdict: Verdict
    share: float
    reason: str
    suggestion: str = ""
    fault: Fault | Roadblock | None = None
    rules: tuple[str, ...] = ()
    reply_spans: tuple[Span, ...] = ()
    statement_spans: tuple[Span, ...] = ()


_LONGEST_QUOTE = 8  # words
_LONGEST_OF_CLIENT = 12
_EDGE = ' \t\n,;:–—-"“”'


def quoted(text: str, longest: int = _LONGEST_QUOTE) -> str:
    """Words in quotation marks, cut to a length that can be read at a glance."""
    words = " ".join(text.split()).strip(_EDGE).split(" ")
    if len(words) <= longest:
        return "“" + " ".join(words).rstrip(".") + "”"
    return "“" + " ".join(words[: longest - 1]).rstrip(_EDGE) + "…”"


def begun(text: str) -> str:
    """A text whose sentences begin with a capital, where no name is known: "the client…"."""
    if "the client" not in text:
        return text
    if text.startswith("the client"):
        text = "T" + text[1:]
    for mark in ". ", "! ", "? ":
        text = text.replace(f"{mark}the client", f"{mark}The client")
    return text


def joined(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + " and " + parts[-1]


def merged(places: Iterable[Span | Token], text: str) -> tuple[Span, ...]:
    """Places in order, neighbours with nothing but space between them made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted({(one.start, one.end) for one in places}):
        if found and (start <= found[-1][1] or not text[found[-1][1] : start].strip(" ")):
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple([Span(start, end) for start, end in found])


def rules_of(moves: Iterable[Move]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.rule for one in moves))


def spans_of(moves: Iterable[Move]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(one.span for one in moves))
