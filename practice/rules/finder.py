"""Runs every rule and cue over the sentences of a reply."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from practice.rules.base import DEFAULT, Config, PhrasesKey
from practice.rules.cues.registry import CUES
from practice.rules.matchers import (
    Beside,
    Hit,
    Phrases,
    TalkTest,
    Test,
    View,
    whole_sentence,
    word_lists_of,
)
from practice.rules.phrase_tree import Found, Tree
from practice.rules.reading.reply import Reply
from practice.rules.registry import RULES
from practice.rules.rule import Cue, Rule

Named = Rule | Cue
ALL: tuple[Named, ...] = (*RULES, *CUES)  # rules first: their numbers are those of RULES
NUMBERS = {one.id: number for number, one in enumerate(ALL)}
MAX_SENTENCES = 60  # of a longer text the rest is read, but not judged
EXCEPTIONS = ":unless"  # behind the id of a rule or cue: the list of its exceptions
_UNLESS = 10_000  # the number of a rule's exceptions is its own plus this


class Finder:
    """All phrases of all rules in one tree, with what a config adds and takes away."""

    def __init__(self, config: Config) -> None:
        self.lists = word_lists_of(config)
        sets: list[tuple[int, Sequence[str]]] = []
        self.tests: dict[int, Callable[[View], Hit | bool | None]] = {}
        self.always: list[int] = []  # tests that any sentence is put to
        self.triggered: dict[str, list[int]] = {}  # and those for sentences with a word or sign
        self.of_talk: list[tuple[int, Callable[[Reply, Reply], bool]]] = []
        for number, one in enumerate(ALL):
            finds = one.finds
            if isinstance(finds, TalkTest):
                self.of_talk.append((number, finds.function))
                self.tests[number] = whole_sentence
            if isinstance(finds, Test):
                self.tests[number] = finds.function
                if not finds.triggers:
                    self.always.append(number)
                for word in finds.triggers:
                    self.triggered.setdefault(word, []).append(number)
            if not isinstance(finds, Phrases | TalkTest | Test):
                continue
            shipped = finds.phrases if isinstance(finds, Phrases) else ()
            unless = finds.unless if isinstance(finds, Phrases) else ()
            sets.append((number, config.changed(one.id, shipped)))
            sets.append((number + _UNLESS, config.changed(one.id + EXCEPTIONS, unless)))
        self.tree = Tree(sets)

    def find(self, view: View, of_talk: Sequence[int] = ()) -> Found:
        """What each rule and cue finds in a sentence, by number; `of_talk` holds of the talk."""
        sentence = view.sentence
        words = view.words
        classes = [view.lists(word) for word in words]
        found = self.tree.hits(words, classes, view.opening, view.clause_starts, sentence.first)
        spared = [number for number in found if number >= _UNLESS]
        tests, triggered = self.tests, self.triggered
        called = {n for word in view.word_set if word in triggered for n in triggered[word]}
        for sign in view.signs:
            called.update(triggered.get(sign, ()))
        whole = (sentence.first, sentence.last)
        for number in sorted((*self.always, *of_talk, *called)):
            hit = tests[number](view)
            if hit is True:
                found[number] = whole
            elif hit:
                found[number] = hit
        for number in spared:
            found.pop(number - _UNLESS, None)
            del found[number]
        return found

    def find_all(self, reply: Reply, statement: Reply) -> list[tuple[View, Found]]:
        """The same for every sentence, with what stands beside it."""
        of_talk = [number for number, holds in self.of_talk if holds(reply, statement)]
        seen = []
        for index, sentence in enumerate(reply.sentences[:MAX_SENTENCES]):
            view = View(reply, sentence, index, statement, self.lists)
            seen.append((view, self.find(view, of_talk)))
        if len(seen) > 1:
            owners: dict[int, set[int]] = {}
            for at, (_, found) in enumerate(seen):
                for number in found:
                    for cue in _BESIDE.get(number, ()):
                        owners.setdefault(cue, set()).add(at)
            for cue, places in owners.items():
                for at, (view, found) in enumerate(seen):
                    if len(places) > (at in places):
                        found[cue] = (view.sentence.first, view.sentence.last)
        return seen


def _besides() -> dict[int, list[int]]:
    """Which cues for the other sentences a hit of each rule or cue sets off."""
    out: dict[int, list[int]] = {}
    for number, one in enumerate(ALL):
        if isinstance(one.finds, Beside):
            for other, what in enumerate(ALL):
                if what.id == one.finds.cue or (
                    isinstance(what, Rule) and what.kind == one.finds.kind
                ):
                    out.setdefault(other, []).append(number)
    return out


_BESIDE = _besides()


@lru_cache(maxsize=32)
def finder(config: Config = DEFAULT) -> Finder:
    """The finder for a config; configs that differ in weights alone share one."""
    return _finder(config.phrases_key)


@lru_cache(maxsize=4)  # each takes a moment to make, and some megabytes
def _finder(key: PhrasesKey) -> Finder:
    added, removed = map(dict, key)
    return Finder(Config(added=added, removed=removed))
