"""Claiming to know exactly how it is."""

from __future__ import annotations

from practice.rules.matchers import Phrases
from practice.rules.rule import Rule
from practice.rules.sources import HILL

RULES = (
    Rule(
        id="claiming.know_how_you_feel",
        kind="support",
        roadblock="claiming",
        message="“I know exactly how you feel”, “I've been there”.",
        why="Nobody does; the client has to agree or to explain why it is different.",
        source=HILL,
        instead="Show it: say what you think it is like, and let them correct you.",
        hits=(
            "I know exactly how you feel.",
            "I know how hard that is.",
            "I've been there.",
            "I totally understand how you feel.",
            "I know what you're going through.",
        ),
        misses=(
            "I don't know how you feel.",
            "He thinks he knows how you feel.",
            "You know how it feels.",
            "I understand that you feel alone.",
            "You sit there with strangers in the same boat.",
        ),
        finds=Phrases(
            (
                (
                    "i (exactly|completely|totally|fully|perfectly|do|can|) (know|understand|get|"
                    "see) (exactly|just|) (how (you|that|it|this|hard|difficult|frustrating|"
                    "stressful|scary|much|awful|terrible|painful|tough|bad|lonely)|what (you are|"
                    "that is|it is|you mean|that feels|it feels|you have)|the feeling|that "
                    "feeling|your pain|this feeling|your feelings)"
                ),
                (
                    "i have been (there|in your|in the same|in that|in a similar|through (the "
                    "same|this|that|it|something|exactly))"
                ),
                (
                    "(been there|same boat|i feel you|i feel your pain|i can relate|i know the "
                    "feeling|we have all been there|i went through the same|i know that feeling|"
                    "same thing happened|i have felt that way|i felt the same)"
                ),
                "i (can|could) (totally|completely|definitely|really|certainly|) relate",
            ),
            unless=(
                "important to you that i",
                "(others|strangers|people|somebody|someone|anybody|anyone|men|women) ... same boat",
                "i (do|can|could|will) not (know|understand|imagine|relate)",
                "i want to (know|understand)",
                "to (know|understand) (how|what)",
            ),
        ),
    ),
    Rule(
        id="claiming.believe_me",
        kind="disclosure",
        roadblock="claiming",
        message="“Believe me, I know”, “I get it”: understanding claimed, not shown.",
        why="Nobody does; the client has to agree or to explain why it is different.",
        source=HILL,
        instead="Show it: say what you think it is like, and let them correct you.",
        hits=(
            "Believe me, I know.",
            "I know just what you mean.",
            "I know exactly what that's like.",
            "Don't I know it!",
            "I completely get it.",
        ),
        misses=(
            "You know just what he means.",
            "I'd like to know what that's like.",
            "You get it from all sides.",
        ),
        finds=Phrases(
            (
                "(believe me|trust me|oh|ah|yes) i (know|get|understand|have been)",
                "i know (just|exactly|precisely|only|all) (too|about|what|how|the)",
                "i know what (that|this|it) (is|feels) like",
                "do not i know",
                "i (completely|totally|fully|so|absolutely|perfectly) (get|understand|relate)",
                "(we have|i have) (all|) been there",
                "i know (the|that) feeling",
            ),
            unless=(
                "(you|he|she|they) (think|want|wish|say)",
                "like to know",
                "i (do|can) not know",
            ),
        ),
    ),
)
