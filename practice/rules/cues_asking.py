"""How a sentence asks: by its word order, by its mark alone, or not at all."""

from __future__ import annotations

from practice.rules.matchers import Hit, Test, View
from practice.rules.rule import Cue

WH = frozenset("what how why where who when which whose".split())
AUX = frozenset(
    "do does did is are was were have has had can could would will should may might shall"
    " am".split()
)
_SUBJECTS = frozenset(
    "i you he she it we they that this there your his her their my our the any anyone anything"
    " someone something everything anybody people these those not a".split()
)
_HUMS = frozenset("yeah okay right mhm hmm huh oh alright sorry really yes no all wow".split())


def _places(view: View) -> list[int]:
    """Where a question may begin: at clauses, and after a word that joins or breaks off."""
    places = set(view.clause_starts)
    for at, word in enumerate(view.words[:-1]):
        if word in ("so", "and", "but", "or", "then", "like", "wondering", "curious"):
            places.add(at + 1)
    return sorted(places)


def inverted(view: View) -> tuple[str, int] | None:
    """ "wh" or "aux", and where, if the word order of the sentence asks."""
    words = view.words
    size = len(words)
    for at in _places(view):
        if at >= size:
            continue
        word = words[at]
        if word in WH and any(one in AUX for one in words[at + 1 : at + 4]):
            return "wh", at
        if word in AUX and at + 1 < size and words[at + 1] in _SUBJECTS:
            return "aux", at
        if word in WH and view.sentence.question:
            return "wh", at
    return None


def _order(kind: str, *, marked: bool, late: bool | None = None) -> Test:
    """The word order asks so, with or without a question mark, at the beginning or later."""

    def find(view: View) -> Hit | None:
        if view.sentence.question != marked:
            return None
        asked = view.asked
        if asked is None or asked[0] != kind:
            return None
        if late is not None and (asked[1] > view.opening) != late:
            return None
        first = view.sentence.first + asked[1]
        return Hit(first, min(first + 3, view.sentence.last))

    return Test(find)


def _mark_alone(low: int, high: int) -> Test:
    """Only the question mark asks."""

    def find(view: View) -> Hit | None:
        if not view.sentence.question or view.asked or not low <= len(view.words) <= high:
            return None
        if set(view.words) <= _HUMS:
            return None
        return Hit(view.sentence.first, view.sentence.last)

    return Test(find)


def _hummed(view: View) -> Hit | None:
    if view.sentence.question and set(view.words) <= _HUMS:
        return Hit(view.sentence.first, view.sentence.last)
    return None


CUES = (
    Cue("asks.wh", "asks with what, how, why…", _order("wh", marked=True)),
    Cue("asks.wh_late", "asks so after other words", _order("wh", marked=True, late=True)),
    Cue("asks.aux", "asks with do, is, can…", _order("aux", marked=True)),
    Cue("asks.aux_late", "asks so after other words", _order("aux", marked=True, late=True)),
    Cue("asks.wh_unmarked", "asks so without a mark", _order("wh", marked=False, late=False)),
    Cue("asks.aux_unmarked", "asks so without a mark", _order("aux", marked=False, late=False)),
    Cue("asks.late_unmarked", "a what or how inside", _order("wh", marked=False, late=True)),
    Cue("asks.mark_1_3", "up to three words, only the mark asks", _mark_alone(1, 3)),
    Cue("asks.mark_4_7", "four to seven words, only the mark asks", _mark_alone(4, 7)),
    Cue("asks.mark_8_12", "eight to twelve words, only the mark asks", _mark_alone(8, 12)),
    Cue("asks.mark_13_20", "thirteen to twenty words, only the mark asks", _mark_alone(13, 20)),
    Cue("asks.hum", "“yeah?”, “okay?”: no question at all", Test(_hummed)),
)
