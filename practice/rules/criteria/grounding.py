"""How near a reply stays to this client: what it takes up against what is new to the talk.

With an author's notes a reply that brings mostly other things is plainly about something else.
Without notes meaning in new words cannot be told from another subject, so only a reply that
takes up nothing at all is called that.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from practice.rules.content.compare import Content
from practice.rules.content.words import stem
from practice.rules.criteria.case import Case
from practice.rules.criteria.feelings_named import Named
from practice.rules.criteria.images import image_in

Nearness = Literal["on", "near", "far", "off"]

# Of what a reply says, with an author's notes: below it is off, far or near. Where it gives
# something back, more of it may be new: images and meanings are in nobody's notes.
_STEPS = (0.25, 0.45, 0.55)
_STEPS_BACK = (0.2, 0.4, 0.5)
BACK = 0.35  # of a reply gives something back
AWAY = frozenset({"far", "off"})
_NEW = 0.8  # less that is new than one telling word proves nothing
_RARE = 0.95  # of weight: "that roundabout" points at one, where nobody spoke of any
_ALL_NEW = 3.0  # without notes
_PLAINLY = 1.5  # of content taken up
_FEELING = 0.5  # a feeling that fits is taken from the client, whatever its word
# What open questions and reflections are put in; it is new to every talk.
_POINTING = frozenset({"that", "those", "this", "these"})
_BETWEEN = frozenset({"two", "three", "same", "very"})
HELPERS = frozenset(
    stem(word)
    for word in """
    mind inside change changed changes different differently matter matters important hard hardest
    difficult easy easier help helps need needs notice noticed remember imagine hope hoping worry
    wish look looks looking see sees find finds face facing hold holds holding keep keeps keeping
    stay stays leave leaves turn turns life word words second minute voice question worst best next
    carry carrying carried weigh weighs heaviest goes through describe story left inside head heart
    mildly slightly utterly completely totally absolutely terribly deeply extremely incredibly
    fairly somewhat whole half both two three first last ever still even right middle kept meet
    meets sometimes always never every each small big long short new old own real quite instead
    nobody nowhere
    """.split()
)


def weights(content: Content, feelings: Sequence[Named], *, noted: bool) -> tuple[float, float]:
    """What is taken up of this client's, and what is new, in weight of content."""
    new = 0.0
    image = image_in(content.words.reply)
    named = {
        place for one in feelings if one.clients for place in range(one.span.start, one.span.end)
    }
    seen = {one.token.stem for one in content.matches}
    previous = ""
    for one in content.words.tokens[content.stem :]:
        points_back = previous in _POINTING
        if one.tells or one.word not in _BETWEEN:
            previous = one.word
        if not one.tells or one.stem in seen or one.start in named or one.stem in HELPERS:
            continue
        if points_back and (one.weight < _RARE or not noted):
            continue
        if image is not None and image.start <= one.start < image.end:
            continue  # the words of an image are nobody's
        seen.add(one.stem)
        new += one.weight
    fitting = {one.mention.entry.family for one in feelings if one.right}
    told = {
        one.stem
        for one in content.words.tokens[content.stem :]
        if one.tells and one.start not in named
    }
    taken = sum(worth for stemmed, worth in content.worth.items() if stemmed in told)
    return taken + _FEELING * len(fitting), new


def nearness(case: Case) -> Nearness:
    """Whether a reply is about this client's story, near it, far from it, or about another."""
    taken, new = case.taken, case.new
    if not case.task.noted:
        return "off" if taken < 0.2 and new >= _ALL_NEW else "on"
    if new < _NEW:
        return "on"
    share = taken / (taken + new)
    off, far, near = _STEPS_BACK if case.reflecting >= BACK or case.by_voice else _STEPS
    return "off" if share < off else "far" if share < far else "near" if share < near else "on"


def speaks_of_client(case: Case) -> bool:
    """Whether, by the author's notes, a reply plainly speaks of what this client told."""
    return case.task.noted and case.taken >= _PLAINLY and nearness(case) == "on"
