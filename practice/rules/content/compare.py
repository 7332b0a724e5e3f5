"""What a reply takes up of what the client said, and what it copies or invents.

A statement is prepared once per task; a reply is then compared in one pass over its words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from practice.rules.base import DEFAULT, Config, KeyPoint, Span, Task
from practice.rules.content.echo import Run, fold, index, runs
from practice.rules.content.invented import Detail, Given, given, invented
from practice.rules.content.kin import kin
from practice.rules.content.words import LIGHT, Token, tokens
from practice.rules.feelings.finder import find_feelings
from practice.rules.feelings.judge import ExpectedFeeling, expected_feelings
from practice.rules.reading.reply import Reply, read
from practice.rules.reading.spelling import is_word

COMMON = 0.7  # weight of a word so common that kin of it are anywhere
KIN = 0.5  # a match by kin against a match of the word itself
TYPO = 0.9
SHARED = 0.5  # of a point, at most, for words that stand in other points too, such as a name
_TYPO_FROM = 5  # letters: shorter words are too easily another word
_CLAUSE_ENDS = frozenset(
    "and but because so when while if though although since until that which who then".split()
)


@dataclass(frozen=True, slots=True)
class Words:
    """A text made ready for comparison."""

    reply: Reply
    tokens: tuple[Token, ...]
    kin: tuple[frozenset[int], ...]

    def weight(self) -> float:
        """How much content the text has, each word counted once."""
        return sum({one.stem: one.weight for one in self.tokens}.values())


@dataclass(frozen=True, slots=True)
class Point:
    """A key point made ready: its wordings as sets of stems with weights, and where it is said."""

    text: str
    main: bool
    quote: str
    span: Span | None
    wordings: tuple[tuple[tuple[str, float, frozenset[int]], ...], ...]
    need: float  # how much of its vocabulary a reply takes up when it gives the point back


@dataclass(frozen=True, slots=True)
class Covered:
    """How far a reply gives a point back (0 to 1), and the words that do."""

    point: Point
    share: float
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A task made ready: everything that does not depend on the reply."""

    task: Task
    config: Config
    statement: Words
    weight: float  # of what the statement says
    name: str
    points: tuple[Point, ...]
    shared: frozenset[str]  # stems that stand in more than one point
    noted: bool  # the author gave key points
    places: dict[str, Token]  # stem -> its first place in the statement
    homes: dict[int, Token]  # kin group -> a place in the statement
    notes: frozenset[str]  # stems of the context and of the author's notes
    note_kin: frozenset[int]
    given: Given
    folded: list[str]
    folded_places: dict[tuple[str, ...], list[int]]
    plain: list[str]
    stems: frozenset[str]  # of all words of the statement
    models: tuple[str, ...]
    vocabulary: tuple[str, ...]
    expected: tuple[ExpectedFeeling, ...]
    denied: frozenset[str]  # families of feelings that the client says are not there
    cues: tuple[Span, ...]  # where the statement states or implies a feeling

    def __hash__(self) -> int:
        return hash(self.task)


class Match(NamedTuple):
    """A word of the reply that the client, or the author's notes, gave."""

    token: Token
    worth: float
    place: Token | None


@dataclass(frozen=True, slots=True)
class Content:
    """What a reply takes up, leaves, copies and invents."""

    words: Words
    matches: tuple[Match, ...]
    taken: float  # weight of the reply's distinct content words that the client gave
    worth: dict[str, float]  # the same by stem
    new: float  # weight of those that the client did not give
    covered: tuple[Covered, ...]
    runs: tuple[Run, ...]
    echo: float  # share of the reply's words in runs of the client's own
    literal: float  # the same with "I" left "I"
    model: float  # likeness to the nearest model reply
    invented: tuple[Detail, ...]
    stem: int  # words of a stem at the opening ("it sounds like you feel")


# Preparing a task -------------------------------------------------------------------------


def _letters(reply: Reply) -> str:
    """A text without its marks, capitals and contractions."""
    return " ".join([one.text for one in reply.words])


def words_of(reply: Reply) -> Words:
    made = tokens(reply)
    return Words(reply, made, tuple(kin(made)))


@lru_cache(maxsize=256)
def prepare(task: Task, config: Config = DEFAULT) -> Prepared:
    """Everything about a task that does not depend on the reply; kept for the latest tasks."""
    statement = words_of(read(task.statement))
    noted = bool(task.key_points)
    points = (
        tuple(_point(one, task.statement) for one in task.key_points)
        if noted
        else tuple(_clauses(statement))
    )
    places: dict[str, Token] = {}
    homes: dict[int, Token] = {}
    for one, groups in zip(statement.tokens, statement.kin, strict=True):
        if one.weight:
            places.setdefault(one.stem, one)
            for group in groups if one.weight >= COMMON else ():
                homes.setdefault(group, one)
    notes = [words_of(read(text)) for text in _notes(task)]
    plain = [one.word for one in statement.tokens]
    folded = fold(plain)
    expected = expected_feelings(task, config)
    said = [*plain, *(one.word for text in notes for one in text.tokens)]
    return Prepared(
        task=task,
        config=config,
        statement=statement,
        weight=statement.weight(),
        name=task.client_name or "the client",
        points=points,
        shared=_shared(points),
        noted=noted,
        places=places,
        homes=homes,
        notes=frozenset(one.stem for text in notes for one in text.tokens if one.weight),
        note_kin=frozenset(
            group
            for text in notes
            for one, groups in zip(text.tokens, text.kin, strict=True)
            for group in groups
            if one.weight >= COMMON
        ),
        given=given([*said, *task.client_name.lower().split()]),
        folded=folded,
        folded_places=index(folded),
        plain=plain,
        stems=frozenset(one.stem for one in statement.tokens),
        models=tuple(_letters(read(text)) for text in task.models),
        vocabulary=tuple({one.word for one in statement.tokens if len(one.word) >= _TYPO_FROM}),
        expected=expected,
        denied=frozenset(
            one.entry.family
            for one in find_feelings(statement.reply, "client", config)
            if one.negated and one.owner == "client" and not one.hypothetical
        ),
        cues=tuple(span for one in expected for span in one.spans),
    )


def _notes(task: Task) -> Iterable[str]:
    yield task.context
    for point in task.key_points:
        yield point.text
        yield from point.wordings
    for feeling in task.feelings:
        yield feeling.word


def _point(point: KeyPoint, statement: str) -> Point:
    wordings = tuple(
        _vocabulary(words_of(read(text)))
        for text in (point.text, *point.wordings, point.quote)
        if text
    )
    begin = statement.find(point.quote) if point.quote else -1
    return Point(
        text=point.text,
        main=point.main,
        quote=point.quote,
        span=Span(begin, begin + len(point.quote)) if begin >= 0 else None,
        wordings=wordings,
        need=_need(wordings),
    )


def _shared(points: Iterable[Point]) -> frozenset[str]:
    """The stems that stand in more than one point, in whatever wording of each."""
    times = Counter(
        stemmed
        for point in points
        for stemmed in {stemmed for wording in point.wordings for stemmed, _, _ in wording}
    )
    return frozenset(stemmed for stemmed, number in times.items() if number > 1)


def _vocabulary(words: Words) -> tuple[tuple[str, float, frozenset[int]], ...]:
    found = {
        one.stem: (one.stem, one.weight, groups)
        for one, groups in zip(words.tokens, words.kin, strict=True)
        if one.weight
    }
    return tuple(found.values())


def _need(wordings: Sequence[tuple[tuple[str, float, frozenset[int]], ...]]) -> float:
    sizes = sorted(sum(weight for _, weight, _ in wording) for wording in wordings)
    middle = sizes[len(sizes) // 2] if sizes else 1.0
    return min(3.1, max(1.2, 0.78 * middle))


def _clauses(statement: Words) -> Iterable[Point]:
    """The points of a statement whose author gave none: its clauses that say something."""
    text = statement.reply.text
    clause: list[int] = []
    for at, one in enumerate(statement.tokens):
        gap = text[statement.tokens[at - 1].end : one.start] if at else ""
        if clause and (one.word in _CLAUSE_ENDS or any(mark in gap for mark in ".,;:!?…—–\n")):
            yield from _clause(statement, clause)
            clause = []
        clause.append(at)
    if clause:
        yield from _clause(statement, clause)


def _clause(statement: Words, places: Sequence[int]) -> Iterable[Point]:
    chosen = tuple(statement.tokens[at] for at in places)
    part = Words(statement.reply, chosen, tuple(statement.kin[at] for at in places))
    if part.weight() < 0.4:
        return
    span = Span(chosen[0].start, chosen[-1].end)
    said = statement.reply.text[span.start : span.end]
    wording = _vocabulary(part)
    yield Point(said, False, said, span, (wording,), _need((wording,)))


# Comparing a reply ------------------------------------------------------------------------


def compare(reply: Reply, task: Prepared, stem_words: int) -> Content:
    """What this reply takes up of the task; `stem_words` at its opening are the stem."""
    words = words_of(reply)
    matches = tuple(_matches(words, task))
    taken: dict[str, float] = {}
    for one in matches:
        worth = one.worth * one.token.weight
        if one.worth == KIN and one.token.weight < COMMON:
            worth = 0.0
        taken[one.token.stem] = max(taken.get(one.token.stem, 0.0), worth)
    new = {one.stem: one.weight for one in words.tokens if one.tells and one.stem not in taken}
    stems, homes = _said(words)
    plain = [one.word for one in words.tokens]
    folded = fold(plain)
    found = runs(folded, task.folded, task.folded_places)
    body = max(1, len(plain) - stem_words)
    return Content(
        words=words,
        matches=matches,
        taken=sum(taken.values()),
        worth=taken,
        new=sum(new.values()),
        covered=tuple([_cover(stems, homes, one, task.shared) for one in task.points]),
        runs=found,
        echo=min(1.0, sum(one.length for one in found) / body),
        literal=_literal(plain, found, task),
        model=_nearest(reply, task.models),
        invented=invented(reply.text, words.tokens, task.given),
        stem=stem_words,
    )


def _matches(words: Words, task: Prepared) -> Iterable[Match]:
    for one, groups in zip(words.tokens, words.kin, strict=True):
        if not one.weight:
            continue
        place = task.places.get(one.stem)
        if place is not None:
            yield Match(one, 1.0, place)
            continue
        shared = next((one for one in groups if one in task.homes), None) if groups else None
        if shared is not None:
            yield Match(one, KIN, task.homes[shared])
        elif one.stem in task.notes:
            yield Match(one, 1.0, None)
        elif groups & task.note_kin:
            yield Match(one, KIN, None)
        elif len(one.word) >= _TYPO_FROM and not is_word(one.word):
            near = _typo(one.word, task.vocabulary)
            if near is not None:
                yield Match(
                    one,
                    TYPO,
                    next((place for place in task.statement.tokens if place.word == near), None),
                )


@lru_cache(maxsize=4096)
def _typo(word: str, vocabulary: tuple[str, ...]) -> str | None:
    """The client's word that this is a slip of the keys for, if there is one."""
    limit = 1 if len(word) < 8 else 2
    found = process.extractOne(word, vocabulary, scorer=OSA.distance, score_cutoff=limit)
    if found is None or found[0][0] != word[0]:
        return None
    return str(found[0])


def _said(words: Words) -> tuple[dict[str, Token], dict[int, Token]]:
    """The reply's words by stem, and by the kin they have."""
    stems: dict[str, Token] = {}
    homes: dict[int, Token] = {}
    for one, groups in zip(words.tokens, words.kin, strict=True):
        if one.weight:
            stems[one.stem] = one
        for group in groups:
            homes.setdefault(group, one)
    return stems, homes


def _cover(
    stems: dict[str, Token], homes: dict[int, Token], point: Point, shared: frozenset[str]
) -> Covered:
    """A point is given back when a wording of it is, or enough of its vocabulary."""
    best = 0.0
    used: dict[str, float] = {}
    where: dict[str, Token] = {}
    for wording in point.wordings:
        got = whole = 0.0
        for stemmed, weight, groups in wording:
            whole += weight
            token, worth = stems.get(stemmed), weight
            if token is None:
                if not groups or homes.keys().isdisjoint(groups):
                    continue
                token = homes[next(group for group in groups if group in homes)]
                worth *= KIN if weight >= COMMON else KIN / 2
            got += worth
            where[token.stem] = token
            if used.get(token.stem, 0.0) < worth:
                used[token.stem] = worth
        if whole >= 0.6 and got > best * whole:
            best = got / whole
    hits = sum(used.values())
    most = SHARED if used.keys() <= shared else 1.0
    share = min(most, max(best, hits / point.need if hits > LIGHT else 0.0))
    spans = tuple([Span(one.start, one.end) for one in where.values() if one.tells])
    return Covered(point, share, spans)


def _literal(plain: Sequence[str], found: Sequence[Run], task: Prepared) -> float:
    """Of the reply's words, the share copied without even a change of person."""
    if not found:
        return 0.0
    same = sum(
        plain[run.at + step] == task.plain[run.source + step]
        for run in found
        for step in range(run.length)
    )
    return same / len(plain)


def _nearest(reply: Reply, models: Sequence[str]) -> float:
    """The likeness to the nearest model reply."""
    words = _letters(reply) if models else ""
    return max([_likeness(words, one) for one in models], default=0.0)


def _likeness(words: str, model: str) -> float:
    """1 where a reply has a model's words, give or take how they are spelt and marked."""
    if not words or not model or not 0.7 < len(words) / len(model) < 1.4:
        return 0.0
    return fuzz.ratio(words, model, score_cutoff=70) / 100
