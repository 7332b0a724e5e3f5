"""Changing the subject, joking it away."""

from __future__ import annotations

from practice.rules.matchers import Phrases
from practice.rules.rule import Rule
from practice.rules.sources import GORDON
from practice.rules.theirs import THEIRS

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
    Rule(
        id="distracting.other_things",
        kind="other",
        roadblock="distracting",
        message="Turns to something lighter: a cup of tea, the weather, the holidays.",
        why="It tells the client that this is too much for you, or not worth the time.",
        source=GORDON,
        instead="Stay one sentence longer with what the client brought.",
        hits=(
            "Let's have a nice cup of tea.",
            "On a brighter note, it's nearly summer.",
            "Have you seen the new bakery?",
            "Did you watch the match last night?",
            "Well, enough of that.",
        ),
        misses=(
            "You drink your tea and wait.",
            "He said it on a brighter note.",
            "You have seen the new bakery fail.",
        ),
        finds=Phrases(
            (
                (
                    "(let us|how about|fancy|you need|have) (have|) (a|another) (nice|good|) (cup|"
                    "cuppa|drink|break|laugh|holiday|walk)"
                ),
                "(on a|in) (brighter|happier|lighter|other|more cheerful) (note|news)",
                "have you (seen|heard|watched) (the|that|about)",
                "did you (see|watch|hear) (the|that|about)",
                "(enough of|enough about) (that|this|it)",
                (
                    "(let us|we can|shall we) (talk|look|move|think|turn|go|focus|get|leave|put|"
                    "change) (about|at|on|of|to|back|that|it|this) "
                ),
                "(any plans|how is the weather|lovely weather|nice weather)",
                (
                    "(what|how) about (the|that|your) (match|weather|weekend|holidays|holiday|"
                    "garden|"
                    "dog|cat|food|game)"
                ),
                (
                    "(tell me about|how is|how are) (the|your) (food|weather|garden|holiday|"
                    "holidays|"
                    "weekend|recipe|match)"
                ),
            ),
            unless=(*THEIRS,),
        ),
    ),
)
