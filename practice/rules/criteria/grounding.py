"""How near a reply stays to this client: what it takes up against what is new to the talk.

With an author's notes a reply that brings mostly other things is plainly about something else.
Without notes meaning in new words cannot be told from another subject, so only a reply that
takes up nothing at all is called that.
"""

from __future__ import annotations

from typing import Literal

from practice.rules.criteria.case import Case

Nearness = Literal["on", "near", "off"]

_OFF, _NEAR = 0.5, 0.6  # of what the reply says, with an author's notes
_NEW = 0.8  # less that is new than one telling word proves nothing
_RARE = 0.95  # of weight: "that roundabout" points at one, where nobody spoke of any
_ALL_NEW = 3.0  # without notes
_FEELING = 0.5  # a feeling that fits is taken from the client, whatever its word
# What open questions and reflections are put in; it is new to every talk.
_HELPERS = frozenset(
    """
    mind inside change changed changes different differently matter matters important hard hardest
    difficult easy easier help helps need needs notice noticed remember imagine hope hoping worry
    wish look looks looking see sees find finds face facing hold holds holding keep keeps keeping
    stay stays leave leaves turn turns life word words second minute voice question worst best next
    carry carrying carried weigh weighs heaviest goes through describe story left inside head heart
    whole half both two three first last ever still even half right middle kept meet meets
    sometimes always never every each small big long short new old own real quite instead
    """.split()
)


def weights(case: Case) -> tuple[float, float]:
    """What is taken up of this client's, and what is new, in weight of content."""
    taken, new = case.content.taken, 0.0
    named = {
        token
        for one in case.feelings
        if one.clients
        for token in range(one.span.start, one.span.end)
    }
    seen: set[str] = set()
    matched = {one.token.stem for one in case.content.matches}
    previous = ""
    for one in case.content.words.tokens[case.content.stem :]:
        points_back = previous in ("that", "those", "this", "these")
        if one.tells or one.word not in ("two", "three", "same", "very"):
            previous = one.word
        if not one.tells or one.stem in matched or one.stem in seen or one.start in named:
            continue
        if one.word in _HELPERS:
            continue
        if points_back and (one.weight < _RARE or not case.task.noted):
            continue
        seen.add(one.stem)
        new += one.weight
    taken += _FEELING * len({one.mention.entry.family for one in case.feelings if one.right})
    return taken, new


def nearness(case: Case) -> Nearness:
    """Whether a reply is about this client's story, near it, or about something else."""
    taken, new = weights(case)
    if not case.task.noted:
        return "off" if taken < 0.2 and new >= _ALL_NEW else "on"
    if new < _NEW:
        return "on"
    share = taken / (taken + new)
    return "off" if share < _OFF else "near" if share < _NEAR else "on"
