"""How a phrase of a list is written, and how it becomes words that can be looked up one by one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from practice.rules.feelings.people import PERSON, PERSONS, POSSESSIVES

T = TypeVar("T")

_OBJECTS = ("me", "you", "him", "her", "them", "us")
_SELVES = ("myself", "yourself", "himself", "herself", "themselves", "themself", "ourselves")
_ANYBODY = (
    *("me", "you", "him", "her", "them", "us", "it", "everyone", "anyone", "people", "someone"),
    *("everybody", "anybody", "somebody", "each", "nobody"),
)
_SLOTS: dict[str, tuple[str, ...]] = {
    "{your}": tuple(sorted(POSSESSIVES)),
    "{their}": tuple(sorted(POSSESSIVES)),
    "{you}": _OBJECTS,
    "{yourself}": _SELVES,
    "{nobody}": ("nobody", "no one"),
    "{them}": (*_ANYBODY, PERSON, *(f"{one} {PERSON}" for one in sorted(POSSESSIVES))),
    "{person}": (PERSON, *(f"{one} {PERSON}" for one in sorted(POSSESSIVES))),
}


class Node(Generic[T]):
    """One word of a phrase: what may follow it, and the entries that end here.

    A phrase may stand for many sequences of words. It is not spelled out: what may follow is
    made when a text first comes so far.
    """

    __slots__ = ("_coming", "after", "ends")

    after: dict[str, Node[T]]  # the words that may follow

    def __init__(self) -> None:
        self.ends: tuple[T, ...] = ()
        self._coming: list[tuple[Sequence[str], T]] = []  # how phrases go on, and their entries

    def add(self, parts: Sequence[str], entry: T) -> None:
        """An entry whose phrase goes on from here with these parts of its pattern."""
        if not parts:
            if entry not in self.ends:
                self.ends = (*self.ends, entry)
            return
        self._coming.append((parts, entry))
        if parts[0].endswith("?"):
            self.add(parts[1:], entry)

    def __getattr__(self, name: str) -> dict[str, Node[T]]:
        """Make `after` when it is first asked for."""
        if name != "after":
            raise AttributeError(name)
        made: dict[str, Node[T]] = {}
        for parts, entry in self._coming:
            for choice in _choices(parts[0].removesuffix("?")):
                word, *more = choice.split()
                step = made.get(word)
                if step is None:
                    step = made[word] = Node()
                step.add((*more, *parts[1:]), entry)
        self.after = made
        return made


def leads_on(step: Node[T], words: Sequence[str], at: int) -> bool:
    """Whether a phrase of which `step` is the first word ends there, or can go on at word `at`."""
    if step.ends:
        return True
    if at == len(words):
        return False
    word = words[at]
    return word in step.after or (word in PERSONS and PERSON in step.after)


def matches(root: Node[T], words: Sequence[str], at: int) -> list[tuple[int, Node[T]]]:
    """(end, node) of every phrase that starts at word `at`, the longest last."""
    step = root.after.get(words[at])
    found: list[tuple[int, Node[T]]] = []
    end = at + 1
    total = len(words)
    while step is not None:
        if step.ends:
            found.append((end, step))
        after = step.after
        if end == total or not after:
            break
        word = words[end]
        step = after.get(word)
        if step is None and word in PERSONS:
            step = after.get(PERSON)
        end += 1
    return found


def walk(root: Node[T], words: Sequence[str], *, whole: bool) -> tuple[T, ...]:
    """The entries of the longest phrase at the first word; with `whole`, of all words or none."""
    found = matches(root, words, 0) if words else []
    if not found or (whole and found[-1][0] != len(words)):
        return ()
    return found[-1][1].ends


@lru_cache(maxsize=1024)
def _choices(part: str) -> tuple[str, ...]:
    if part in _SLOTS:
        return _SLOTS[part]
    if part == "cannot":
        return ("can not", "could not")
    found: list[str] = []
    for one in part.split("/"):
        found += inflect(one[1:]) if one.startswith("~") else [one]
    return tuple(found)


def spellings(form: str) -> tuple[str, ...]:
    """A form as it is, and a hyphened one also as two words and as three."""
    if "-" not in form:
        return (form,)
    return (form, form.replace("-", " "), form.replace("-", " - "))


_VOWELS = "aeiou"
_DOUBLED = frozenset(("regret", "upset", "appal", "panic"))


@lru_cache(maxsize=2048)
def inflect(verb: str) -> tuple[str, ...]:
    """The forms of a verb: go, goes, going, went, gone."""
    past = _IRREGULAR.get(verb, "").split()
    if verb in _ODD:
        return (verb, *_ODD[verb].split())
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        third, stem_ed, stem_ing = verb[:-1] + "ies", verb[:-1] + "i", verb
    elif verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        third, stem_ed, stem_ing = verb + "es", verb, verb
    else:
        third, stem_ed, stem_ing = verb + "s", verb, verb
    if verb.endswith("ie"):
        stem_ing = verb[:-2] + "y"
    elif verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        stem_ed = stem_ing = verb[:-1]
    elif verb == "panic":
        stem_ed = stem_ing = "panick"
    elif _doubles(verb):
        stem_ed = stem_ing = verb + verb[-1]
    if verb.endswith(("ee", "ye", "oe", "ie")):
        stem_ed = verb[:-1]
    return tuple(dict.fromkeys((verb, third, stem_ing + "ing", *(past or (stem_ed + "ed",)))))


def _doubles(verb: str) -> bool:
    if verb in _DOUBLED:
        return True
    vowels = sum(letter in _VOWELS for letter in verb)
    return len(verb) > 2 and vowels == 1 and verb[-1] not in _VOWELS + "wxy" and verb[-2] in _VOWELS


_ODD = {
    "be": "am is are was were been being",
    "have": "has having had",
    "do": "does doing did done",
}
_IRREGULAR = {
    **{
        one: one
        for one in "beat bet burst cost cut hit hurt let put quit rid set shut spread".split()
    },
    "upset": "upset",
    **dict(
        line.split(":")
        for line in (
            "get:got gotten",
            "bear:bore borne",
            "beat:beat beaten",
            "become:became become",
            "begin:began begun",
            "bend:bent",
            "bite:bit bitten",
            "bleed:bled",
            "blow:blew blown",
            "break:broke broken",
            "bring:brought",
            "build:built",
            "burn:burned burnt",
            "catch:caught",
            "choose:chose chosen",
            "cling:clung",
            "come:came",
            "creep:crept",
            "deal:dealt",
            "dig:dug",
            "drag:dragged",
            "draw:drew drawn",
            "dream:dreamed dreamt",
            "drink:drank drunk",
            "drive:drove driven",
            "eat:ate eaten",
            "fall:fell fallen",
            "feel:felt",
            "fight:fought",
            "find:found",
            "flee:fled",
            "fly:flew flown",
            "foresee:foresaw",
            "forget:forgot forgotten",
            "forgive:forgave forgiven",
            "freeze:froze frozen",
            "give:gave given",
            "go:went gone",
            "grind:ground",
            "grow:grew grown",
            "hang:hung hanged",
            "hear:heard",
            "hide:hid hidden",
            "hold:held",
            "keep:kept",
            "know:knew known",
            "lead:led",
            "leave:left",
            "lie:lay lain lied",
            "light:lit lighted",
            "lose:lost",
            "make:made",
            "mean:meant",
            "mislead:misled",
            "overthink:overthought",
            "pay:paid",
            "rise:rose risen",
            "run:ran",
            "say:said",
            "see:saw seen",
            "sell:sold",
            "send:sent",
            "shake:shook shaken",
            "shrink:shrank shrunk",
            "sing:sang sung",
            "sink:sank sunk",
            "sit:sat",
            "sleep:slept",
            "spin:spun",
            "stand:stood",
            "steal:stole stolen",
            "stick:stuck",
            "sting:stung",
            "strike:struck stricken",
            "strive:strove striven",
            "sweep:swept",
            "swell:swelled swollen",
            "take:took taken",
            "teach:taught",
            "tear:tore torn",
            "tell:told",
            "think:thought",
            "throw:threw thrown",
            "tread:trod trodden",
            "understand:understood",
            "wear:wore worn",
            "weep:wept",
            "wind:wound",
            "wring:wrung",
        )
    ),
}
