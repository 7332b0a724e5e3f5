"""What a reply has copied: runs of the client's own words, in their order.

Turning "I" into "you" does not make other words, so person is folded before comparing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

RUN = 4  # words in order before it counts as a run: three happen by chance
_PLACES = 6  # of one run in the statement; more would be a text made to slow this down

_FOLD = {
    **dict.fromkeys(("i", "me", "you", "we", "us"), "<person>"),
    **dict.fromkeys(("my", "your", "our"), "<own>"),
    **dict.fromkeys(("mine", "yours", "ours"), "<owns>"),
    **dict.fromkeys(("myself", "yourself", "ourselves"), "<self>"),
    **dict.fromkeys(("am", "are", "is", "was", "were"), "<be>"),
    **dict.fromkeys(("have", "has"), "<have>"),
    **dict.fromkeys(("do", "does"), "<do>"),
}


@dataclass(frozen=True, slots=True)
class Run:
    """`length` words in order: word `at` of the reply is word `source` of the statement."""

    at: int
    source: int
    length: int


def fold(words: Sequence[str]) -> list[str]:
    """Words with person folded, so that "my" and "your" are the same word."""
    return [_FOLD.get(word, word) for word in words]


def index(words: Sequence[str]) -> dict[tuple[str, ...], list[int]]:
    """Where each run of four words begins."""
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(words) - RUN + 1):
        found = places.setdefault(tuple(words[at : at + RUN]), [])
        if len(found) < _PLACES:
            found.append(at)
    return places


def runs(
    words: Sequence[str], source: Sequence[str], places: dict[tuple[str, ...], list[int]]
) -> tuple[Run, ...]:
    """The longest runs that `words` shares with `source`, from left to right, not overlapping."""
    found: list[Run] = []
    known = frozenset(source)
    at = 0
    while at <= len(words) - RUN:
        if words[at + RUN - 1] not in known:
            at += RUN  # no run holds this word
            continue
        begins = places.get(tuple(words[at : at + RUN]))
        if begins is None:
            at += 1
            continue
        best = Run(at, 0, 0)
        for begin in begins:
            length = RUN
            while (
                at + length < len(words)
                and begin + length < len(source)
                and words[at + length] == source[begin + length]
            ):
                length += 1
            if length > best.length:
                best = Run(at, begin, length)
        found.append(best)
        at += best.length
    return tuple(found)
