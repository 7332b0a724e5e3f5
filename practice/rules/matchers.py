"""How rules find things: phrases in a small pattern language, and tests of a whole sentence.

All phrases of all rules stand in one tree of words that a sentence is walked through once, so
the cost grows with the sentence and hardly with the number of rules.

A phrase is written in the words of `Reply.norm` (lower case, contractions expanded):

    (do|did) you       one of several; may hold more words, may be empty, may be nested
    ^ you              the sentence begins here (openers such as "so" and "well" do not count)
    ~ you              a clause begins here
    alone $            the sentence ends here
    _                  any one word
    ...                up to three words
    <advising>         any word of a list: phrases/words_advising.txt
    <ing>              any word that ends so

Light adverbs ("really", "just") may stand between any two words of a phrase.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from practice.rules.reply import Reply, Sentence
from practice.rules.spelling import PHRASES

SKIPPED = frozenset(
    "really just very actually also still always probably maybe perhaps even simply only now"
    " definitely certainly absolutely completely totally quite pretty truly deeply somewhat"
    " already honestly".split()
)
OPENERS = frozenset(
    "so and well okay but yes yeah yep oh mhm right hmm now ah also then or hey alright all"
    " sure no absolutely exactly gosh wow because plus anyway cool good great like".split()
)
_ENDINGS = ("ing", "ed")


class Hit(NamedTuple):
    """Words `first` up to, not including, `last` of the reply."""

    first: int
    last: int


class View:
    """One sentence as rules see it, with what the statement has to do with it."""

    def __init__(self, reply: Reply, sentence: Sentence, index: int, statement: Reply) -> None:
        self.reply = reply
        self.sentence = sentence
        self.index = index
        self.statement = statement
        self.words = [one.text for one in reply.words[sentence.first : sentence.last]]

    @cached_property
    def opening(self) -> int:
        """How many words at the beginning only open the sentence."""
        words = self.words
        last = len(words) - 1
        at = 0
        while at < last and words[at] in OPENERS:
            if words[at] in _NEEDS_COMMA and not self._pause_after(at):
                break
            at += 1
        return at

    def _pause_after(self, at: int) -> bool:
        word = self.reply.words[self.sentence.first + at]
        return self.reply.norm[word.at + len(word.text) + 1 : word.at + len(word.text) + 2] in (
            ",",
            "—",
            ";",
        )

    @cached_property
    def clause_starts(self) -> frozenset[int]:
        """Where clauses begin, counted in words of the sentence; conjunctions skipped."""
        starts = {0, self.opening}
        for clause in self.sentence.clauses:
            at = clause.first - self.sentence.first
            starts.add(at)
            while at < len(self.words) - 1 and self.words[at] in _CLAUSE_OPENERS:
                at += 1
                starts.add(at)
        return frozenset(starts)

    @cached_property
    def asked(self) -> tuple[str, int] | None:
        """ "wh" or "aux", and at which word, if the word order of the sentence asks."""
        from practice.rules.cues_asking import inverted  # it needs this class

        return inverted(self)

    @property
    def norm(self) -> str:
        """The sentence as rules read it, marks included."""
        return self.reply.norm[self.sentence.start : self.sentence.end]


# These open a sentence only with a pause behind them: "right, so" but "right now".
_NEEDS_COMMA = frozenset("right now then no all sure good great like because exactly".split())
_CLAUSE_OPENERS = frozenset(
    "and but so or because then well yes yeah though although while if when".split()
)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Hits wherever one of the phrases stands, unless the sentence has one of `unless`.

    `file` names a list of phrases/ whose lines are phrases too.
    """

    phrases: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    file: str = ""


@dataclass(frozen=True, slots=True)
class Test:
    """Hits where a function says so; it is called only if one of `triggers` is in the reply."""

    __test__ = False  # it is not a test of ours

    function: Callable[[View], Hit | None]
    triggers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Weighed:
    """Finds nothing by itself: `observe` names this rule when all evidence together says so."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Hits a sentence if another one of the reply has a rule of this kind, or this cue."""

    kind: str = ""
    cue: str = ""


Matcher = Phrases | Test | Weighed | Beside


@lru_cache(maxsize=256)
def listed(name: str) -> tuple[str, ...]:
    """The entries of a list in phrases/: one a line, "#" begins a comment."""
    lines = (PHRASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.partition("#")[0].strip() for line in lines)
    return tuple(entry for entry in entries if entry)


@lru_cache(maxsize=1)
def _word_lists() -> dict[str, tuple[str, ...]]:
    """Which lists a word is on."""
    out: dict[str, tuple[str, ...]] = {}
    for file in sorted(PHRASES.glob("words_*.txt")):
        name = f"<{file.stem.removeprefix('words_')}>"
        for entry in listed(file.stem):
            for word in entry.split():
                if name not in out.get(word, ()):
                    out[word] = (*out.get(word, ()), name)
    for word in _feeling_words():
        out[word] = (*out.get(word, ()), "<feeling>")
    return out


def _feeling_words() -> set[str]:
    """The adjectives of the feeling lexicon that are one word."""
    words: set[str] = set()
    for line in (PHRASES / "feelings.tsv").read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) > 4 and columns[2] == "adj" and columns[0] != "none":
            words.update(one for one in (columns[4], *columns[5:6]) if one.isalpha())
    return words


@lru_cache(maxsize=1 << 14)
def word_lists(word: str) -> tuple[str, ...]:
    """The lists and endings that a word answers to in a phrase."""
    found = _word_lists().get(word, ())
    for ending in _ENDINGS:
        if len(word) > len(ending) + 1 and word.endswith(ending):
            found = (*found, f"<{ending}>")
    return found


def spelled_out(phrase: str) -> Iterator[tuple[str, ...]]:
    """Every sequence of words that a phrase stands for."""
    tokens = phrase.replace("(", " ( ").replace(")", " ) ").replace("|", " | ").split()
    sequences, rest = _sequences(tokens)
    if rest:
        raise ValueError(f"unbalanced brackets in the phrase {phrase!r}")
    return iter(dict.fromkeys(sequences))


def _sequences(tokens: list[str]) -> tuple[list[tuple[str, ...]], list[str]]:
    done: list[tuple[str, ...]] = []
    now: list[tuple[str, ...]] = [()]
    while tokens and tokens[0] != ")":
        part, tokens = tokens[0], tokens[1:]
        if part == "|":
            done += now
            now = [()]
        elif part == "(":
            inner, tokens = _sequences(tokens)
            if not tokens:
                raise ValueError("a bracket is not closed")
            tokens = tokens[1:]
            now = [one + two for one in now for two in inner]
        else:
            now = [(*one, part) for one in now]
    return done + now, tokens


# A node maps a word to the next node; under 0 it has the numbers of the phrase sets ending here.
Node = dict[Any, Any]


class Tree:
    """All phrases together: `number` is what a hit is reported as."""

    def __init__(self, sets: Iterable[tuple[int, Iterable[str]]]) -> None:
        self.root: Node = {}
        for number, phrases in sets:
            for phrase in phrases:
                for words in spelled_out(phrase):
                    node = self.root
                    for word in words:
                        node = node.setdefault(word, {})
                    if number not in node.get(0, ()):
                        node[0] = (*node.get(0, ()), number)

    def hits(self, view: View) -> dict[int, Hit]:
        """The longest hit of each phrase set in a sentence; of equal ones the first."""
        words = view.words
        classes = [word_lists(word) for word in words]
        found: dict[int, Hit] = {}
        root = self.root
        offset = view.sentence.first
        size = len(words)

        def walk(node: Node, at: int, first: int, depth: int) -> None:
            for number in node.get(0, ()):
                hit = found.get(number)
                if hit is None or at - first > hit.last - hit.first:
                    found[number] = Hit(first + offset, at + offset)
            if at == size:
                end = node.get("$")
                if end is not None:
                    walk(end, at, first, depth)
                return
            word = words[at]
            step = node.get(word)
            if step is not None:
                walk(step, at + 1, first, depth + 1)
            for name in classes[at]:
                step = node.get(name)
                if step is not None:
                    walk(step, at + 1, first, depth + 1)
            step = node.get("_")
            if step is not None:
                walk(step, at + 1, first, depth + 1)
            step = node.get("...")
            if step is not None:
                for gap in range(min(3, size - at) + 1):
                    walk(step, at + gap, first, depth + 1)
            if depth and word in SKIPPED:
                walk(node, at + 1, first, depth)

        for at in range(size):
            if words[at] in root or any(name in root for name in classes[at]):
                walk(root, at, at, 0)
        opened = root.get("^")
        if opened is not None:
            for at in {0, view.opening}:
                walk(opened, at, at, 1)
        clause = root.get("~")
        if clause is not None:
            for at in view.clause_starts:
                walk(clause, at, at, 1)
        return found
