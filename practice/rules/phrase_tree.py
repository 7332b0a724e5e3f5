"""All phrases of all rules as one tree of words, through which a sentence is walked once.

The cost grows with the sentence and hardly with the number of phrases. A phrase with brackets
stands for many sequences of words, so the tree is never spelled out: it grows where sentences
lead. What is kept at first are the phrases themselves, a `Step` for each of their words; a
`Node` of the tree is a set of steps, and looks at them when a sentence first comes by.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

GAP = "..."
_REACH = 3  # words that a gap may stand for
_ADVERBS = 3  # light ones in a row before what follows is no phrase any more
SKIPPED = frozenset(
    "really just very actually also still always probably maybe perhaps even simply only now"
    " definitely certainly absolutely completely totally quite pretty truly deeply somewhat"
    " already honestly".split()
)

Way: TypeAlias = "list[str | list[Way]]"
Ways: TypeAlias = list[Way]
Place: TypeAlias = tuple[int, int]  # from which word up to, not including, which
Found: TypeAlias = dict[int, Place]  # by phrase set


def parsed(phrase: str) -> Ways:
    """The ways to say a phrase; each is a list of words, and of brackets with ways of their own."""
    ways: Ways = [[]]
    around: list[Ways] = []  # of the brackets that are open
    for sign in phrase.replace("(", " ( ").replace(")", " ) ").replace("|", " | ").split():
        if sign == "(":
            around.append(ways)
            ways = [[]]
        elif sign == ")":
            if not around:
                raise ValueError(f"unbalanced brackets in the phrase {phrase!r}")
            inner, ways = ways, around.pop()
            ways[-1].append(inner)
        elif sign == "|":
            ways.append([])
        else:
            ways[-1].append(sign)
    if around:
        raise ValueError(f"a bracket is not closed in the phrase {phrase!r}")
    return ways


def spelled_out(phrase: str) -> Iterator[tuple[str, ...]]:
    """Every sequence of words that a phrase stands for."""
    return iter(dict.fromkeys(_readings(parsed(phrase))))


def _readings(ways: Ways) -> Iterator[tuple[str, ...]]:
    for way in ways:
        begun: list[tuple[str, ...]] = [()]
        for part in way:
            inside: list[tuple[str, ...]] = (
                [(part,)] if isinstance(part, str) else list(_readings(part))
            )
            begun = [(*one, *more) for one in begun for more in inside]
        yield from begun


@dataclass(slots=True, eq=False)
class Step:
    """One word or sign of a phrase, and what may stand behind it."""

    sign: str
    after: After


# The steps that may come next, and the numbers of the phrase sets that may end here.
After: TypeAlias = "tuple[Step | int, ...]"


class Gap(NamedTuple):
    """How far a "..." reaches, and where it leads.

    With `needs_word` it only leads on before one of the words, or a word of one of the lists.
    """

    reach: int
    needs_word: bool
    words: dict[str, Node]
    lists: dict[str, Node]
    to: Node


class Opened(NamedTuple):
    """Where phrases may go on from a node; None where they may not."""

    words: dict[str, Node] | None
    lists: dict[str, Node] | None
    any: Node | None  # "_"
    gaps: tuple[Gap, ...]
    end: Node | None  # "$"
    found: tuple[int, ...]  # the phrase sets that end here


class Node:
    """A place in the tree. `known` are all so far: where phrases go on alike is one place."""

    __slots__ = ("_after", "_known", "opened")

    def __init__(self, after: After, known: dict[After, Node]) -> None:
        self._after = after
        self._known = known
        self.opened: Opened | None = None

    def open(self) -> Opened:
        """Look at the steps: each word leads to one node, with whatever may follow it."""
        following: dict[str, dict[Step | int, None]] = {}
        found: list[int] = []
        for one in self._after:
            if isinstance(one, Step):
                following.setdefault(one.sign, {}).update(dict.fromkeys(one.after))
            else:
                found.append(one)
        words: dict[str, Node] = {}
        lists: dict[str, Node] = {}
        signs: dict[str, Node] = {}
        for sign, after in following.items():
            table = signs if sign[0] in "_$." else lists if sign[0] == "<" else words
            table[sign] = self._to(tuple(after))
        self.opened = Opened(
            words or None,
            lists or None,
            signs.get("_"),
            tuple([_gap(sign, to) for sign, to in signs.items() if sign[0] == "."]),
            signs.get("$"),
            tuple(found),
        )
        return self.opened

    def _to(self, after: After) -> Node:
        node = self._known.get(after)
        if node is None:
            node = self._known[after] = Node(after, self._known)
        return node


def _gap(sign: str, to: Node) -> Gap:
    there = to.opened or to.open()
    needs_word = not (there.found or there.any or there.gaps or there.end)
    reach = _REACH * len(sign) // len(GAP)
    return Gap(reach, needs_word, there.words or {}, there.lists or {}, to)


class Tree:
    """All phrases together; each set has the number that its hits are reported as."""

    def __init__(self, sets: Iterable[tuple[int, Iterable[str]]]) -> None:
        self._steps: dict[tuple[str, After], Step] = {}
        starts: dict[Step | int, None] = {}
        for number, phrases in sets:
            for phrase in phrases:
                starts.update(dict.fromkeys(self._starts(parsed(phrase), (number,))))
        root = Node(tuple(starts), {}).open()
        self._words, self._lists = root.words or {}, root.lists or {}

    def _starts(self, ways: Ways, after: After) -> After:
        """The first steps of these ways, with `after` behind their last ones."""
        starts: list[Step | int] = []
        for way in ways:
            behind = after
            for part in reversed(way):
                if isinstance(part, str):
                    behind = self._before(part, behind)
                else:
                    behind = self._starts(part, behind)
            starts += behind
        return tuple(dict.fromkeys(starts))

    def _before(self, sign: str, after: After) -> After:
        """The step of a sign; "... ..." is one longer gap, which is found much sooner."""
        if sign != GAP:
            return (self._step(sign, after),)
        gaps = [one for one in after if isinstance(one, Step) and one.sign.startswith(GAP)]
        longer = tuple([self._step(GAP + one.sign, one.after) for one in gaps])
        rest = tuple([one for one in after if one not in gaps])
        return (self._step(GAP, rest), *longer) if rest else longer

    def _step(self, sign: str, after: After) -> Step:
        return self._steps.setdefault((sign, after), Step(sign, after))

    def hits(
        self,
        words: Sequence[str],
        classes: Sequence[tuple[str, ...]],
        opening: int,
        clauses: Iterable[int],
        begins: int = 0,
    ) -> Found:
        """The longest hit of each phrase set in a sentence; of equal ones the first.

        `classes` are the lists that each word is on, `opening` is where the sentence begins
        when openers are left out, `clauses` where its clauses begin. Hits are counted from
        `begins` on, the place of the sentence's first word.
        """
        found: Found = {}
        first_words, first_lists = self._words, self._lists
        for at, word in enumerate(words):
            step = first_words.get(word)
            if step is not None:
                _walk(step, at + 1, at, words, classes, found)
            for name in classes[at]:
                step = first_lists.get(name)
                if step is not None:
                    _walk(step, at + 1, at, words, classes, found)
        opened = first_words.get("^")
        if opened is not None:
            for at in {0, opening}:
                _walk(opened, at, at, words, classes, found)
        clause = first_words.get("~")
        if clause is not None:
            for at in clauses:
                _walk(clause, at, at, words, classes, found)
        if begins:
            return {number: (first + begins, at + begins) for number, (first, at) in found.items()}
        return found


def _walk(
    node: Node,
    at: int,
    first: int,
    words: Sequence[str],
    classes: Sequence[tuple[str, ...]],
    found: Found,
) -> None:
    """Follow the words from `at` on as far as phrases go."""
    following, lists, anything, gaps, end, ends_here = node.opened or node.open()
    for number in ends_here:
        hit = found.get(number)
        if hit is None or at - first > hit[1] - hit[0]:
            found[number] = (first, at)
    size = len(words)
    for reach, needs_word, to_words, to_lists, to in gaps:
        for place in range(at, min(at + reach, size - needs_word) + 1):
            if (
                not needs_word
                or words[place] in to_words
                or (to_lists and not to_lists.keys().isdisjoint(classes[place]))
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
        before = words[max(first, at - _ADVERBS) : at]
        if len(before) < _ADVERBS or not SKIPPED.issuperset(before):
            _walk(node, at + 1, first, words, classes, found)
