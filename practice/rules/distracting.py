"""Changing the subject, joking it away."""

from __future__ import annotations

from practice.rules.matchers import Phrases
from practice.rules.rule import Rule
from practice.rules.sources import GORDON

RULES = (
    Rule(
        id="distracting.think_of_something_else",
        kind="advice",
        roadblock="distracting",
        message="Leads away: “think of something nice”, “let's talk about something else”.",
        why="It tells the client that this is too much for you, or not worth the time.",
        source=GORDON,
        instead="Stay one sentence longer with what the client brought.",
        hits=(
            "Try not to think about it.",
            "Let's talk about something more cheerful.",
            "Anyway, how was your holiday?",
            "Just forget about him.",
            "Take your mind off it.",
            "Let's not dwell on the accident.",
        ),
        misses=(
            "You try not to think about it.",
            "You can't forget him.",
            "He changed the subject.",
            "You want to talk about something else today.",
        ),
        finds=Phrases(
            (
                (
                    "~ (just|please|) (try|) (not to|do not|stop) (think|thinking|dwell|dwelling|"
                    "talk|focus|obsess) (too much|so much|) (about|on) (it|that|this|him|her|"
                    "them|the)"
                ),
                (
                    "(let us|we should|can we|shall we|how about we) (talk about|change|move on|"
                    "discuss|switch to) (something|the subject|other|another|to something|a)"
                ),
                (
                    "(think|talk) (of|about) (something|the) (nice|positive|happy|else|good|"
                    "happier|more|different|cheerful|bright)"
                ),
                (
                    "^ (anyway|anyways|moving on|changing the subject|on another note|speaking "
                    "of|that reminds me|by the way)"
                ),
                "let us not (dwell|think|talk|worry|go|get|stay) (on|about|into|over|stuck|with)",
                "~ (just|) (forget|ignore) (about|) (it|him|her|them|that|this|the)",
                "(take|keep|get) your mind off",
                (
                    "(distract yourself|keep (yourself|) busy|get out more|have a drink|go "
                    "shopping|watch a movie|have some fun|look on the bright side|stay busy)"
                ),
            ),
            unless=(
                (
                    "you (try|want|can|could|have tried|are trying|tried|would|can not|keep|are "
                    "able) ..."
                ),
            ),
        ),
    ),
)
