"""The lexicon of feelings: words and phrases in families, read once, looked up by first word.

The words are in phrases/feelings.tsv, the families and their neighbours in
phrases/feeling_families.tsv; both say in their headers what their columns mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast

from practice.rules.base import DEFAULT, FEELINGS, Config, PhrasesKey
from practice.rules.feelings.patterns import Node, inflect, spellings, walk

_PHRASES = Path(__file__).parent.parent / "phrases"

Kind = Literal["adj", "cause", "noun", "verb", "stirs", "idiom"]
Frame = Literal["-", "be", "feel"]
Tone = Literal["pleasant", "unpleasant"]
NOT_A_FEELING = "none"  # the family of phrases that only look like feelings


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the lexicon. `word` is what to show, `pattern` what the file says."""

    word: str
    family: str
    strength: int
    kind: Kind
    frame: Frame
    pattern: str
    not_before: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Family:
    """A group of feelings that count as the same one; its kin are the plausible neighbours."""

    id: str
    name: str
    tone: Tone
    kin: frozenset[str]


def _rows(name: str) -> list[list[str]]:
    lines = (_PHRASES / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def families() -> dict[str, Family]:
    """Every family by its id, in the order of the file."""
    rows = [(*row, "", "")[:4] for row in _rows("feeling_families.tsv")]
    kin: dict[str, set[str]] = {row[0]: set(row[3].split()) for row in rows}
    for one, others in list(kin.items()):
        for other in others:
            kin[other].add(one)
    return {
        row[0]: Family(row[0], row[1], cast(Tone, row[2]), frozenset(kin[row[0]])) for row in rows
    }


@lru_cache(maxsize=1)
def lexicon() -> tuple[Entry, ...]:
    """Every feeling of the lexicon, in the order of the file."""
    return tuple(entry for entry, _ in _read() if entry.family != NOT_A_FEELING)


@lru_cache(maxsize=32)
def root(config: Config = DEFAULT) -> Node[Entry]:
    """The first words of all entries, each with what may follow."""
    if config.touches(FEELINGS):
        return _root(config.phrases_key)
    return _root(DEFAULT.phrases_key)


@lru_cache(maxsize=4)
def _root(key: PhrasesKey) -> Node[Entry]:
    added, removed = map(dict, key)
    start: Node[Entry] = Node()
    for entry, forms in (*_read(), *_added(added)):
        if entry.pattern in removed.get(list_of(entry), ()):
            continue
        for form in forms:
            start.add(form.split(), entry)
    return start


def list_of(entry: Entry) -> str:
    """The id of the list that an entry stands in: its family and strength."""
    return f"{FEELINGS}{entry.family}.{entry.strength}"


def _added(lists: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """Entries of a config: one word is said of a person ("gutted"), several are an idiom."""
    for name, phrases in lists.items():
        if name.startswith(FEELINGS):
            family, _, strength = name.removeprefix(FEELINGS).partition(".")
            for phrase in phrases:
                how = ["idiom", "-"] if " " in phrase else ["adj", "be"]
                yield _entry([family, strength, *how, phrase, "", ""])


def lookup(word: str, config: Config = DEFAULT) -> tuple[Entry, ...]:
    """The entries that have exactly this word or phrase as one of their forms."""
    words = word.lower().replace("’", "'").split()
    return tuple(e for e in walk(root(config), words, whole=True) if e.family != NOT_A_FEELING)


def words_for_choice() -> list[tuple[str, str, int]]:
    """(word, family, strength) of what an author can name: single words and fixed phrases."""
    kinds = ("adj", "noun")
    return sorted(
        {
            (e.word, e.family, e.strength)
            for e in lexicon()
            if e.kind in kinds and "{" not in e.pattern
        }
    )


def read_entries() -> tuple[Entry, ...]:
    """Every entry of the file in its order, with those that only look like feelings."""
    return tuple(entry for entry, _ in _read())


@lru_cache(maxsize=1)
def _read() -> tuple[tuple[Entry, tuple[str, ...]], ...]:
    return tuple(_entry([*row, "", "", ""]) for row in _rows("feelings.tsv"))


def _entry(row: list[str]) -> tuple[Entry, tuple[str, ...]]:
    family, strength, kind, frame, pattern, more, unless = row[:7]
    forms = [pattern, *(form for form in more.split("|") if form)]
    if kind in ("verb", "stirs"):
        head, *rest = pattern.split()
        forms += [" ".join((form, *rest)) for form in inflect(head)]
    limits = dict(limit.split("=", 1) for limit in unless.split())
    entry = Entry(
        word=_shown(pattern),
        family=family,
        strength=int(strength),
        kind=cast(Kind, kind),
        frame=cast(Frame, frame),
        pattern=pattern,
        not_before=frozenset(filter(None, limits.get("next", "").split(","))),
        not_after=frozenset(filter(None, limits.get("prev", "").split(","))),
    )
    return entry, tuple(dict.fromkeys(s for form in forms for s in spellings(form)))


def _shown(pattern: str) -> str:
    shown = []
    for word in pattern.split():
        if word.endswith("?"):
            continue
        word = word.lstrip("~").split("/")[0]
        shown.append(_SLOT_SHOWN.get(word, word))
    return " ".join(shown)


_SLOT_SHOWN = {
    "{your}": "your",
    "{you}": "you",
    "{yourself}": "yourself",
    "{them}": "someone",
    "{their}": "their",
    "{person}": "someone",
    "{nobody}": "nobody",
}
