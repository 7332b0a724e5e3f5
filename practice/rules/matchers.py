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

from practice.rules.base import DEFAULT, FEELINGS, WORDS, Config
from practice.rules.content_words import FUNCTION_WORDS, GENERIC_WORDS
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
WordLists = Callable[[str], tuple[str, ...]]


class Hit(NamedTuple):
    """Words `first` up to, not including, `last` of the reply."""

    first: int
    last: int


class View:
    """One sentence as rules see it, with what the statement has to do with it."""

    def __init__(
        self,
        reply: Reply,
        sentence: Sentence,
        index: int,
        statement: Reply,
        lists: WordLists | None = None,
    ) -> None:
        self.lists = lists or word_lists
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

    @cached_property
    def word_set(self) -> frozenset[str]:
        """Its words, each once."""
        return frozenset(self.words)

    @cached_property
    def content(self) -> frozenset[str]:
        """The stems of its words that carry content."""
        stems = self.reply.stems[self.sentence.first : self.sentence.last]
        return frozenset(
            [
                stem
                for word, stem in zip(self.words, stems, strict=True)
                if word not in FUNCTION_WORDS and word not in GENERIC_WORDS
            ]
        )

    @cached_property
    def taken_up(self) -> tuple[int, int]:
        """How many content words it has, and how many of them the client used."""
        if not self.statement.words:
            return len(self.content), 0
        return len(self.content), len(self.content & self.statement.stem_set)

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
    """Hits wherever one of the phrases stands, unless the sentence has one of `unless`."""

    phrases: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Test:
    """Hits where a function says so; it is called only if one of `triggers` is in the sentence."""

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
def listed_words() -> dict[str, tuple[str, ...]]:
    """The words of each list that phrases can name, by the list's id ("words.praising")."""
    return {
        f"{WORDS}{file.stem.removeprefix('words_')}": tuple(
            dict.fromkeys(word for entry in listed(file.stem) for word in entry.split())
        )
        for file in sorted(PHRASES.glob("words_*.txt"))
    }


def _listing(config: Config) -> dict[str, tuple[str, ...]]:
    """Which lists a word is on."""
    out: dict[str, tuple[str, ...]] = {}
    for name, shipped in listed_words().items():
        for word in dict.fromkeys(config.changed(name, shipped)):
            out[word] = (*out.get(word, ()), f"<{name.removeprefix(WORDS)}>")
    for word in _feeling_words(config):
        out[word] = (*out.get(word, ()), "<feeling>")
    return out


def _feeling_words(config: Config) -> set[str]:
    """The adjectives of the feeling lexicon that are one word."""
    words: set[str] = set()
    for line in (PHRASES / "feelings.tsv").read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) > 4 and columns[2] == "adj" and columns[0] != "none":
            if columns[4] in config.removed.get(f"{FEELINGS}{columns[0]}.{columns[1]}", ()):
                continue
            words.update(one for one in (columns[4], *columns[5:6]) if one.isalpha())
    for name, phrases in config.added.items():
        if name.startswith(FEELINGS) and not name.startswith(f"{FEELINGS}none"):
            words.update(one for one in phrases if one.isalpha())
    return words


@lru_cache(maxsize=1)
def _word_lists() -> dict[str, tuple[str, ...]]:
    return _listing(DEFAULT)


@lru_cache(maxsize=1 << 14)
def word_lists(word: str) -> tuple[str, ...]:
    """The lists and endings that a word answers to in a phrase."""
    return _with_endings(word, _word_lists())


def word_lists_of(config: Config) -> WordLists:
    """The same with a config's changes to lists of words and of feelings."""
    if not (config.touches(WORDS) or config.touches(FEELINGS)):
        return word_lists
    listing = _listing(config)
    return lru_cache(maxsize=1 << 12)(lambda word: _with_endings(word, listing))


def _with_endings(word: str, listing: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    found = listing.get(word, ())
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


class Node(NamedTuple):
    """Where a phrase may go on from here; None where it may not."""

    words: dict[str, Node] | None
    lists: dict[str, Node] | None
    any: Node | None  # "_"
    gap: tuple[tuple[int, bool, Node], ...]  # "...": how far, whether a word must follow, where to
    end: Node | None  # "$"
    found: tuple[int, ...]  # the phrase sets that end here


# While the tree grows, a node is a plain dict; under 0 it has the phrase sets that end there.
_Growing = dict[Any, Any]


class Tree:
    """All phrases together: `number` is what a hit is reported as."""

    def __init__(self, sets: Iterable[tuple[int, Iterable[str]]]) -> None:
        growing: _Growing = {}
        for number, phrases in sets:
            for phrase in phrases:
                for words in spelled_out(phrase):
                    node = growing
                    for word in _gaps_joined(words):
                        node = node.setdefault(word, {})
                    ends = node.get(0, ())
                    if number not in ends:
                        node[0] = (*ends, number)
        self.root = _grown(growing, {})

    def hits(self, view: View) -> dict[int, Hit]:
        """The longest hit of each phrase set in a sentence; of equal ones the first."""
        words = view.words
        lists = view.lists
        classes = [lists(word) for word in words]
        found: dict[int, Hit] = {}
        first_words = self.root.words or {}
        first_lists = self.root.lists or {}
        for at in range(len(words)):
            step = first_words.get(words[at])
            if step is not None:
                _walk(step, at + 1, at, words, classes, found)
            for name in classes[at]:
                step = first_lists.get(name)
                if step is not None:
                    _walk(step, at + 1, at, words, classes, found)
        opened = first_words.get("^")
        if opened is not None:
            for at in {0, view.opening}:
                _walk(opened, at, at, words, classes, found)
        clause = first_words.get("~")
        if clause is not None:
            for at in view.clause_starts:
                _walk(clause, at, at, words, classes, found)
        offset = view.sentence.first
        if offset:
            return {n: Hit(hit.first + offset, hit.last + offset) for n, hit in found.items()}
        return found


def _grown(growing: _Growing, known: dict[Any, Node]) -> Node:
    """The finished node; what goes on alike is one and the same node, which saves most of it."""
    words: dict[str, Node] = {}
    lists: dict[str, Node] = {}
    signs: dict[str, Node] = {}
    for word, after in growing.items():
        if word == 0:
            continue
        table = signs if word[0] in "_$." else lists if word[0] == "<" else words
        table[word] = _grown(after, known)
    found: tuple[int, ...] = growing.get(0, ())
    gaps = [(sign, to) for sign, to in signs.items() if sign[0] == "."]
    key = (
        found,
        frozenset([(word, id(node)) for word, node in words.items()]),
        frozenset([(word, id(node)) for word, node in lists.items()]),
        frozenset([(word, id(node)) for word, node in signs.items()]),
    )
    if key not in known:
        known[key] = Node(
            words or None,
            lists or None,
            signs.get("_"),
            tuple((_GAP * len(sign) // 3, _needs_word(to), to) for sign, to in gaps),
            signs.get("$"),
            found,
        )
    return known[key]


_GAP = 3  # words that "..." may stand for


def _gaps_joined(words: tuple[str, ...]) -> Iterator[str]:
    """ "... ..." as one longer gap, which is found much sooner."""
    gap = ""
    for word in words:
        if word == "...":
            gap += word
            continue
        if gap:
            yield gap
            gap = ""
        yield word
    if gap:
        yield gap


def _needs_word(node: Node) -> bool:
    """Whether a phrase can only go on from here with a word."""
    return not (node.found or node.any or node.gap or node.end)


def _walk(
    node: Node,
    at: int,
    first: int,
    words: list[str],
    classes: list[tuple[str, ...]],
    found: dict[int, Hit],
) -> None:
    """Follow the words from `at` on as far as phrases go."""
    following, lists, anything, gap, end, ends_here = node
    for number in ends_here:
        hit = found.get(number)
        if hit is None or at - first > hit.last - hit.first:
            found[number] = Hit(first, at)
    size = len(words)
    for reach, needs_word, to in gap:
        to_words, to_lists = to.words or {}, to.lists
        for place in range(at, min(at + reach, size) + 1):
            if not needs_word or (
                place < size
                and (
                    words[place] in to_words
                    or (to_lists is not None and any(name in to_lists for name in classes[place]))
                )
            ):
                _walk(to, place, first, words, classes, found)
    if at == size:
        if end is not None:
            _walk(end, at, first, words, classes, found)
        return
    word = words[at]
    if following is not None:
        step = following.get(word)
        if step is not None:
            _walk(step, at + 1, first, words, classes, found)
    if lists is not None:
        for name in classes[at]:
            step = lists.get(name)
            if step is not None:
                _walk(step, at + 1, first, words, classes, found)
    if anything is not None:
        _walk(anything, at + 1, first, words, classes, found)
    if word in SKIPPED and (following is not None or lists is not None):
        _walk(node, at + 1, first, words, classes, found)
