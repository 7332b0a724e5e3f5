"""When the scorer says that it cannot judge: better silent than wrong.

An abstaining scorecard has no number at all; it offers a supervisor instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from practice.rules.base import Observation
from practice.rules.content.compare import Prepared
from practice.rules.content.words import FUNCTION_WORDS
from practice.rules.reading.reply import Reply
from practice.rules.reading.spelling import is_word
from practice.rules.safety import asks_about_safety


@dataclass(frozen=True, slots=True)
class Abstained:
    """Why there is no score, by id, and in a sentence for the learner."""

    id: str
    reason: str


REASONS: Mapping[str, str] = {
    "empty": "There are no words here to judge yet.",
    "not_english": "I cannot judge this one: my rules only read English. A supervisor can.",
    "no_known_words": "I cannot judge this one: there are no words in it that I know. A supervisor "
    "can look at it with you.",
    "nothing_to_compare": "I cannot judge this one: there is too little in what the client said "
    "for my rules to hold on to. A supervisor can look at it with you.",
    "safety": "You asked straight out about safety. When you are worried for somebody, that comes "
    "before any exercise, so I do not judge it.",
}


def abstains(reply: Reply, observation: Observation, task: Prepared) -> Abstained | None:
    """Why this reply cannot be judged, or None."""
    if not reply.words:
        return _because("empty")
    if not observation.english:
        return _because("not_english")
    if not any(_known(one.text, task) for one in reply.words):
        return _because("no_known_words")
    if asks_about_safety(reply):
        return _because("safety")
    if not task.noted and not task.points:
        return _because("nothing_to_compare")
    return None


def _because(name: str) -> Abstained:
    return Abstained(name, REASONS[name])


def _known(word: str, task: Prepared) -> bool:
    return (
        word in FUNCTION_WORDS
        or word in task.given.words
        or (len(word) > 1 and word.isalpha() and is_word(word))
    )
