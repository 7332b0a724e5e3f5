"""How rules find things: phrases in a small pattern language, and tests of a whole sentence.

All phrases of all rules stand in one tree of words (`phrase_tree`) that a sentence is walked
through once, so the cost grows with the sentence and hardly with the number of rules.

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

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from practice.rules.base import DEFAULT, FEELINGS, WORDS, Config
from practice.rules.content.words import FUNCTION_WORDS, GENERIC_WORDS
from practice.rules.reading.reply import Reply, Sentence
from practice.rules.reading.spelling import PHRASES

# What a test may be called for beside words: signs of a sentence, by names that are no words.
ASKED = "#?"  # it ends in a question mark
EXCLAIMED = "#!"
BROKEN_OFF = "#—"
MARK_ALONE = "#mark"  # nothing but its question mark asks; see `order` for word order that does
SEVERAL = "#several"  # it is one of several sentences
SAID = "#said"  # it is known what the client had said
SILENT = "#silent"  # it is not
SHARED = "#shared"  # it takes up a word of the client's
NUMBER = "#number"  # the reply has a digit
SIZES = {"#1": 1, "#2_3": 3, "#4_6": 6, "#7_11": 11, "#12_17": 17, "#18_27": 27}  # words at most
LONG = "#28"
BRIEF = ("#1", "#2_3", "#4_6")


def order(kind: str, *, marked: bool) -> str:
    """The sign that the word order asks, "wh" or "aux", with or without a question mark."""
    return f"#{kind}?" if marked else f"#{kind}"


OPENERS = frozenset(
    "so and well okay but yes yeah yep oh mhm right hmm now ah also then or hey alright all"
    " sure no absolutely exactly gosh wow because plus anyway cool good great like".split()
)
_ENDINGS = ("ing", "ed")
_NO_ENDING = frozenset(
    "something anything nothing everything thing during morning evening ceiling sibling wedding"
    " king ring wing spring string red bed".split()
)
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
        from practice.rules.cues.asking import inverted  # it needs this class

        return inverted(self)

    @cached_property
    def quoted(self) -> frozenset[int]:
        """Which of its words stand in quotation marks that the reply does not begin with."""
        norm = self.norm
        if '"' not in norm:
            return _NONE_QUOTED
        out: list[int] = []
        inside = False
        at = self.sentence.start
        words = self.reply.words[self.sentence.first : self.sentence.last]
        for number, word in enumerate(words):
            inside ^= self.reply.norm.count('"', at, word.at) % 2 == 1
            at = word.at
            if inside:
                out.append(number)
        return frozenset(out)

    @cached_property
    def word_set(self) -> frozenset[str]:
        """Its words, each once."""
        return frozenset(self.words)

    @property
    def signs(self) -> tuple[str, ...]:
        """What tests are called for beside its words."""
        mark = ASKED if self.sentence.question else f"#{self.norm[-1:]}"
        place = (SEVERAL,) if len(self.reply.sentences) > 1 else ()
        size = next((name for name, most in SIZES.items() if len(self.words) <= most), LONG)
        asks = MARK_ALONE if self.sentence.question else ""
        if self.asked is not None:
            asks = order(self.asked[0], marked=self.sentence.question)
        said = (SAID if self.statement.words else SILENT, SHARED if self.taken_up[1] else "")
        return (mark, asks, *place, *said, size, NUMBER if self.reply.has_digits else "")

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


_NONE_QUOTED: frozenset[int] = frozenset()
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
    """Hits where a function says so: the words that it names, or the sentence if it says True.

    It is called only if one of `triggers` is in the sentence; these are words, or signs of one.
    """

    __test__ = False  # it is not a test of ours

    function: Callable[[View], Hit | bool | None]
    triggers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TalkTest:
    """Hits every sentence if a function says so of the reply and what the client had said."""

    function: Callable[[Reply, Reply], bool]


def whole_sentence(view: View) -> bool:
    """Hits every sentence that has what it is called for."""
    return True


@dataclass(frozen=True, slots=True)
class Weighed:
    """Finds nothing by itself: `observe` names this rule when all evidence together says so."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Hits a sentence if another one of the reply has a rule of this kind, or this cue."""

    kind: str = ""
    cue: str = ""


Matcher = Phrases | Test | TalkTest | Weighed | Beside


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
    for kind, name in _OF_FEELINGS.items():
        for word in _feeling_words(config, kind):
            out[word] = (*out.get(word, ()), name)
    return out


# What words of the feeling lexicon are called in phrases, by their kind: "sad", "grief".
_OF_FEELINGS = {"adj": "<feeling>", "noun": "<emotion>"}


def _feeling_words(config: Config, kind: str) -> set[str]:
    """The words of one kind in the feeling lexicon that are one word."""
    words: set[str] = set()
    for line in (PHRASES / "feelings.tsv").read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) > 4 and columns[2] == kind and columns[0] != "none":
            if columns[4] in config.removed.get(f"{FEELINGS}{columns[0]}.{columns[1]}", ()):
                continue
            words.update(one for one in (columns[4], *columns[5:6]) if one.isalpha())
    for name, phrases in config.added.items():
        if name.startswith(FEELINGS) and not name.startswith(f"{FEELINGS}none"):
            words.update(one for one in phrases if one.isalpha() and kind == "adj")
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
    for ending in _ENDINGS if word not in _NO_ENDING else ():
        if len(word) > len(ending) + 1 and word.endswith(ending):
            found = (*found, f"<{ending}>")
    return found
