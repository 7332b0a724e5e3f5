"""Replies that a generator makes up: what people type, and what nobody should have to type.

Each is made from its number alone, so that number 151,243 is the same reply everywhere and a
failure can be asked for again. Pieces are whole replies of the golden set and of the bank, the
examples of the rules, what clients said, words for feelings, marks, emoji, other alphabets,
signs that combine, words without end, HTML, and signs that nobody sees.

`python -m tests.scoring.generated FIRST LAST` scores these replies and prints what holds of
all of them: see `looked_at`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b
from random import Random

from practice.rules.feelings.lexicon import words_for_choice
from practice.scoring import (
    RUBRICS,
    RULES,
    Scorecard,
    Span,
    Task,
    families,
    score,
    scorecard_from_json,
    scorecard_to_json,
)
from tests.scoring.bank import bank
from tests.scoring.test_golden import ROWS

LONGEST = 2000  # what the pages let through
_USUAL = 400  # all but one in sixteen are no longer than this: it is the variety that counts
_MARKS = (
    ". ", "? ", "! ", ", ", "… ", "... ", " - ", " — ", ": ", "; ", "?! ", '" ', " “", "” ",
    "’", "'", " (", ") ", "\n", "\n\n", "  ", "\t", " / ", " & ", " * ", "_", "#", "@",
)  # fmt: skip
_STRANGE = (
    "👩‍👧", "😢", "🏳️‍🌈", "🤷🏽‍♀️", "❤️", "é", "e\u0301", "a\u0300\u0301\u0302\u0303" * 9,
    "\u200b", "\u200d", "\u00ad", "\ufeff", "\u202e", "\x00", "\x1b[31m", "\r\n", "\u2028",
    "\u0085", "\ud800", "\uffff", "ß", "İ", "ı", "ﬁ", "Ǆ", "ſ", "ŉ", "𝓲 𝓱𝓮𝓪𝓻", "ｆｅｅｌ", "²", "½",
    "٣", "४", "一二", "Ⅻ", "你觉得很难过。", "Ты чувствуешь", "אתה מרגיש", "أنت تشعر؟",
    "você está triste", "du fühlst dich", "χαρά", "感じ", "<b>", "</p>",
    "<script>alert(1)</script>", "&amp;", "&#x27;", "{{ name }}", "{0}", "%s", "\\", "\\n", "`",
    "``", "´", "ʼ", "‘", "[laughs]", "[", "]", "<pause>", "(inaudible)", "*sighs*",
    "Therapist: ", "T: ", "http://example.org/?a=1&b=2", "a@b.org", "1.1.1.1", "12:30", "3,5",
    "0", "-1", "1e9", "$5", "50%", "¿", "¡", "؟", "？", "。", "«", "»", "„", "•", "|", "~", "^",
    "=", "+", "°", "™", "½", "--", "----", "'''''", "’’’", "''", "'s", "n't", "'d", "'",
    "i'd'd", "it's's", "o'clock", "wh-wh-what", "mm-hmm", "uh-huh", "ummmm", "soooooo",
)  # fmt: skip
_STARTS = (
    "It sounds like ", "It seems ", "You feel ", "You're feeling ", "I hear that ",
    "I wonder if ", "So ", "What ", "How ", "Why ", "Why don't you ", "Have you tried ",
    "Can you tell me more about ", "Tell me more about ", "You should ", "I understand, but ",
    "Yes, but ", "At least ", "If I were you ", "I know exactly how you feel. ", "When I ",
    "Don't ", "Part of you ", "Maybe ", "Um, ", "mm-hm. ", "You're not ", "Is it that ",
    "you don't want ", "It's not that ",
)  # fmt: skip
_ENDS = (
    ", is that right?", "?", ".", "…", ", isn't it?", " Does that fit?", "!", "!!",
    " Did I get that right", ", but you should try.", " and what else? and why?", " or not?",
    ", you know", " though",
)  # fmt: skip

_LETTERS = "abcdefghijklmnopqrstuvwxyz'- "


@dataclass(frozen=True, slots=True)
class Made:
    """One reply with the task it answers, and the replies that came before it."""

    number: int
    reply: str
    task: Task
    earlier: tuple[str, ...]


@cache
def _replies() -> tuple[str, ...]:
    golden = [str(row["reply"]) for row in ROWS.values()]
    shipped = [
        one for client in bank() for one in (*client.models, *(told for told, _ in client.slips))
    ]
    examples = [one for rule in RULES for one in (*rule.hits, *rule.misses)]
    return (*golden, *shipped, *examples)


@cache
def _tasks() -> tuple[Task, ...]:
    noted = [client.task for client in bank()]
    bare = [Task(one.strategy, one.statement) for one in noted]
    others = {row["statement"]: row["strategy"] for row in ROWS.values() if "statement" in row}
    golden = [Task(how, said) for said, how in sorted(others.items())]
    return (*noted, *bare, *golden)


@cache
def _words() -> tuple[str, ...]:
    said = {
        word
        for one in (*_replies(), *(task.statement for task in _tasks()))
        for word in one.split()
    }
    return tuple(sorted(said))


@cache
def _feelings() -> tuple[str, ...]:
    return (
        *(word for word, _, _ in words_for_choice()),
        *(one.name for one in families().values()),
    )


def made(number: int) -> Made:
    """The reply of this number."""
    chance = Random(f"reply {number}")
    task = chance.choice(_tasks())
    if chance.random() < 0.25:
        task = replace(task, strategy=chance.choice([one.strategy for one in RUBRICS.values()]))
    way = chance.choice((_typed, _typed, _typed, _pieces, _pieces, _pieces, _pasted, _repeated))
    reply = way(chance, task)[: LONGEST if number % 16 == 0 else _USUAL]
    earlier = tuple(chance.choice(_replies()) for _ in range(chance.choice((0, 0, 0, 1, 2, 3))))
    if len(earlier) > 1 and chance.random() < 0.3:
        earlier = tuple(reply[:40] + one for one in earlier)
    return Made(number, reply, task, earlier)


def _typed(chance: Random, task: Task) -> str:
    """What somebody wrote, with slips of the keys and other accidents."""
    reply = (
        chance.choice(task.models)
        if task.models and chance.random() < 0.3
        else chance.choice(_replies())
    )
    for _ in range(chance.randrange(6)):
        reply = chance.choice(_ACCIDENTS)(chance, reply)
    return reply


def _pieces(chance: Random, task: Task) -> str:
    """Pieces of everything in a row."""
    said = task.statement.split() or ["nothing"]
    out = [chance.choice(_STARTS)] if chance.random() < 0.6 else []
    for _ in range(chance.randrange(1, 16)):
        kind = chance.randrange(10)
        if kind < 3:
            out.append(chance.choice(_words()) + " ")
        elif kind < 5:
            at = chance.randrange(len(said))
            out.append(" ".join(said[at : at + chance.randrange(1, 9)]) + " ")
        elif kind == 5:
            out.append(chance.choice(_feelings()) + " ")
        elif kind == 6:
            out.append(chance.choice(_MARKS))
        elif kind == 7:
            out.append(chance.choice(_STRANGE) + chance.choice(("", " ")))
        elif kind == 8:
            out.append(chance.choice(_STARTS))
        else:
            reply = chance.choice(_replies()).split() or [""]
            at = chance.randrange(len(reply))
            out.append(" ".join(reply[at : at + 6]) + " ")
    return "".join(out) + chance.choice(_ENDS)


def _pasted(chance: Random, task: Task) -> str:
    """What the client said, or a model reply, pasted with something done to it."""
    text = chance.choice((task.statement, *task.models))
    words = text.split() or ["nothing"]
    edit = chance.randrange(6)
    if edit == 0:
        chance.shuffle(words)
    elif edit == 1:
        words = words[chance.randrange(len(words)) :]
    elif edit == 2:
        words = [
            {"I": "you", "my": "your", "I’m": "you’re", "me": "you"}.get(one, one) for one in words
        ]
    elif edit == 3:
        del words[chance.randrange(len(words))]
    elif edit == 4:
        words.insert(chance.randrange(len(words)), chance.choice(_words()))
    text = " ".join(words)
    return (
        chance.choice(("", chance.choice(_STARTS)))
        + text
        + chance.choice(("", chance.choice(_ENDS)))
    )


def _repeated(chance: Random, task: Task) -> str:
    """One thing over and over, up to the longest text that is let through."""
    part = chance.choice(
        (
            chance.choice(_STARTS),
            chance.choice(_STRANGE),
            chance.choice(_feelings()) + " ",
            chance.choice(_MARKS),
            chance.choice(_words()) + " ",
            chance.choice(_replies()),
            task.statement + " ",
            "".join(chance.choice(_LETTERS) for _ in range(chance.randrange(1, 30))),
        )
    )
    return chance.choice(("", chance.choice(_STARTS))) + part * chance.choice(
        (2, 3, 5, 9, 40, 2000)
    )


def _swap(chance: Random, text: str) -> str:
    at = chance.randrange(max(1, len(text)))
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]


def _lose(chance: Random, text: str) -> str:
    at = chance.randrange(max(1, len(text)))
    return text[:at] + text[at + 1 :]


def _stretch(chance: Random, text: str) -> str:
    at = chance.randrange(max(1, len(text)))
    return text[:at] + text[at : at + 1] * chance.choice((2, 3, 5, 300)) + text[at:]


def _put(chance: Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice((*_STRANGE, *_MARKS)) + text[at:]


def _put_feeling(chance: Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return f"{text[:at]} {chance.choice(_feelings())} {text[at:]}"


def _join(chance: Random, text: str) -> str:
    return text + chance.choice((" ", ". ", ", but ", " and ", "")) + chance.choice(_replies())


def _case(chance: Random, text: str) -> str:
    return chance.choice((str.upper, str.lower, str.title, str.swapcase))(text)


def _unmarked(chance: Random, text: str) -> str:
    gone = chance.choice((".", ",", "?", "'’", ".,?!'’;:—", " "))
    return text.translate({ord(one): None for one in gone})


def _begun(chance: Random, text: str) -> str:
    return chance.choice(_STARTS) + text


def _ended(chance: Random, text: str) -> str:
    return text.rstrip(".?!") + chance.choice(_ENDS)


def _cut(chance: Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return chance.choice((text[:at], text[at:]))


_ACCIDENTS = (
    _swap, _lose, _stretch, _put, _put_feeling, _join, _case, _unmarked, _begun, _ended, _cut,
)  # fmt: skip


# What holds of each ------------------------------------------------------------------------


def wrong_with(card: Scorecard, one: Made) -> list[str]:
    """What does not hold of a scorecard: nothing, if the scorer is right."""
    out = [
        f"{where} {span} of {len(text)}"
        for where, text, spans in _marked(card, one)
        for span in spans
        if not 0 <= span.start <= span.end <= len(text)
    ]
    if (card.score is None) != (card.abstained is not None) or (card.abstained and card.depth):
        out.append("neither judged nor silent")
    if card.score is not None:
        if not 0 <= card.score <= 100:
            out.append(f"a score of {card.score}")
        if card.worked is None or card.change_next is None:
            out.append("nothing said about it")
        if any(not 0 <= found.earned <= found.weight for found in card.criteria):
            out.append("more points than there are")
        if any(not found.reason.strip() for found in card.criteria):
            out.append("a criterion without a reason")
    if card.better and card.better.score <= (card.score or 0):
        out.append("a better version that is none")
    return out


def _marked(card: Scorecard, one: Made) -> Iterator[tuple[str, str, Iterable[Span]]]:
    """Every span of a scorecard, with the text it has to be inside of."""
    said = one.task.statement
    for found in (*card.criteria, card.worked, card.change_next):
        if found is not None:
            yield "reply", one.reply, found.reply_spans
            yield "statement", said, found.statement_spans
    for move in card.moves:
        yield "reply", one.reply, (move.span,)
        yield "statement", said, (move.answers,) if move.answers else ()
    if card.better is not None:
        yield "reply", one.reply, card.better.removed
        yield "after", card.better.after, card.better.added


def scored(one: Made) -> Scorecard:
    return score(one.reply, one.task, earlier=one.earlier)


def looked_at(numbers: Sequence[int]) -> tuple[list[str], dict[int, str]]:
    """What is wrong with the replies of these numbers, and a mark for the answers to each hundred.

    The mark is the same whenever every answer is, whatever was scored before.
    """
    wrong: list[str] = []
    marks: dict[int, int] = {}
    for number in numbers:
        one = made(number)
        try:
            card = scored(one)
        except Exception as error:
            wrong.append(f"{number}: {type(error).__name__} {error}: {one.reply!r}")
            continue
        wrong += [f"{number}: {what}: {one.reply!r}" for what in wrong_with(card, one)]
        written = json.dumps(scorecard_to_json(card))
        if scorecard_from_json(json.loads(written)) != card:
            wrong.append(f"{number}: another card when it was written and read: {one.reply!r}")
        mark = int.from_bytes(blake2b(f"{number} {written}".encode(), digest_size=8).digest())
        marks[number // 100] = marks.get(number // 100, 0) ^ mark
    return wrong, {hundred: f"{mark:016x}" for hundred, mark in sorted(marks.items())}


def main(first: int, last: int, *, backwards: bool = False) -> None:
    """Print what is wrong and the marks, as JSON."""
    numbers = range(first, last)
    wrong, marks = looked_at(numbers[::-1] if backwards else numbers)
    json.dump({"wrong": wrong, "marks": marks}, sys.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), backwards=sys.argv[3:] == ["backwards"])
