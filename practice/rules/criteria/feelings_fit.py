"""Each feeling that a reply names, held against what this client states and implies."""

from __future__ import annotations

from practice.rules.base import Span
from practice.rules.content.compare import Prepared
from practice.rules.criteria.feelings_named import Named
from practice.rules.feelings.finder import FeelingMention, find_feelings
from practice.rules.feelings.judge import ExpectedFeeling, judge_feeling, judge_strength
from practice.rules.reading.reply import Reply


def fits_of(reply: Reply, task: Prepared) -> tuple[Named, ...]:
    """The feelings of a reply, in order, each judged for this client."""
    return tuple(_fit(one, task) for one in find_feelings(reply, "helper", task.config))


def _fit(mention: FeelingMention, prepared: Prepared) -> Named:
    if mention.owner != "client" or not mention.felt:
        return Named(mention, "unknown", "unknown", None)
    task, config = prepared.task, prepared.config
    fit = judge_feeling(mention, task, config)
    if fit != "stated" and mention.entry.family in prepared.denied:
        fit = "wrong"  # "I'm not angry" is to be believed until the client says otherwise
    return Named(
        mention, fit, judge_strength(mention, task, config), _cue(mention, prepared.expected)
    )


def _cue(mention: FeelingMention, expected: tuple[ExpectedFeeling, ...]) -> Span | None:
    """Where the statement shows this feeling."""
    for one in expected:
        if one.spans and mention.entry.family in one.families:
            return one.spans[0]
    return None
