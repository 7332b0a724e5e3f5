"""Feelings: the lexicon, which of them a text names, and whether they are the client's.

`find_feelings` reads a reply (or a statement, with speaker="client"); `thoughts_as_feelings` finds
thoughts dressed as feelings; `judge_feeling` and `judge_strength` compare a named feeling with the
client's; `expected_feelings` says what there was to hear.
"""

from practice.rules.feelings.finder import FeelingMention, find_feelings
from practice.rules.feelings.judge import (
    ExpectedFeeling,
    Fit,
    StrengthFit,
    expected_feelings,
    judge_feeling,
    judge_strength,
)
from practice.rules.feelings.lexicon import (
    Entry,
    Family,
    families,
    lexicon,
    lookup,
    words_for_choice,
)
from practice.rules.feelings.thoughts import thoughts_as_feelings

__all__ = [
    "Entry",
    "ExpectedFeeling",
    "Family",
    "FeelingMention",
    "Fit",
    "StrengthFit",
    "expected_feelings",
    "families",
    "find_feelings",
    "judge_feeling",
    "judge_strength",
    "lexicon",
    "lookup",
    "thoughts_as_feelings",
    "words_for_choice",
]
