"""Runs every rule and cue over the sentences of a reply."""

from __future__ import annotations

from functools import lru_cache

from practice.rules.base import DEFAULT, Config
from practice.rules.cues import CUES
from practice.rules.matchers import Beside, Hit, Phrases, Test, Tree, View, listed
from practice.rules.registry import RULES
from practice.rules.reply import Reply
from practice.rules.rule import Cue, Rule

Named = Rule | Cue
ALL: tuple[Named, ...] = (*RULES, *CUES)
NUMBERS = {one.id: number for number, one in enumerate(ALL)}
MAX_SENTENCES = 60  # of a longer text the rest is read, but not judged
_UNLESS = 10_000  # the number of a rule's exceptions is its own plus this


class Finder:
    """All phrases of all rules in one tree, with a config's additions and removals."""

    def __init__(self, added: dict[str, tuple[str, ...]], removed: dict[str, tuple[str, ...]]):
        sets: list[tuple[int, list[str]]] = []
        self.tests: list[tuple[int, Test]] = []
        for number, one in enumerate(ALL):
            if isinstance(one.finds, Test):
                self.tests.append((number, one.finds))
            if not isinstance(one.finds, Phrases):
                continue
            phrases = list(one.finds.phrases)
            for name in (one.finds.file, one.id):
                if name:
                    phrases += listed(name) if name == one.finds.file else ()
                    gone = set(removed.get(name, ()))
                    phrases = [p for p in phrases if p not in gone] + list(added.get(name, ()))
            sets.append((number, phrases))
            if one.finds.unless:
                sets.append((number + _UNLESS, list(one.finds.unless)))
        self.tree = Tree(sets)

    def find(self, view: View) -> dict[int, Hit]:
        """What each rule and cue finds in a sentence, by number."""
        found = self.tree.hits(view)
        for number in [n for n in found if n >= _UNLESS]:
            found.pop(number - _UNLESS, None)
            del found[number]
        words = view.reply.word_set
        for number, test in self.tests:
            if not test.triggers or not test.triggers.isdisjoint(words):
                hit = test.function(view)
                if hit is not None:
                    found[number] = hit
        return found

    def find_all(self, reply: Reply, statement: Reply) -> list[tuple[View, dict[int, Hit]]]:
        """The same for every sentence, with what stands beside it."""
        seen = []
        for index, sentence in enumerate(reply.sentences[:MAX_SENTENCES]):
            view = View(reply, sentence, index, statement)
            seen.append((view, self.find(view)))
        if len(seen) > 1:
            owners: dict[int, set[int]] = {}
            for at, (_, found) in enumerate(seen):
                for number in found:
                    for cue in _BESIDE.get(number, ()):
                        owners.setdefault(cue, set()).add(at)
            for cue, places in owners.items():
                for at, (view, found) in enumerate(seen):
                    if len(places) > (at in places):
                        found[cue] = Hit(view.sentence.first, view.sentence.last)
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


def finder(config: Config = DEFAULT) -> Finder:
    """The finder for a config; made once for each."""
    return _finder(
        tuple(sorted((name, tuple(phrases)) for name, phrases in config.added.items())),
        tuple(sorted((name, tuple(phrases)) for name, phrases in config.removed.items())),
    )


Lists = tuple[tuple[str, tuple[str, ...]], ...]


@lru_cache(maxsize=16)
def _finder(added: Lists, removed: Lists) -> Finder:
    return Finder(dict(added), dict(removed))
