"""Sympathy: feeling for the client instead of with them."""

from __future__ import annotations

from practice.rules.matchers import Phrases
from practice.rules.rule import Rule
from practice.rules.sources import GORDON

_WHY = "Kind, but it speaks of your feeling or your view; the client's stays unnamed."
_INSTEAD = "Say what it is like for the client: “That left you with nobody to ask”."

RULES = (
    Rule(
        id="sympathising.sorry",
        kind="support",
        roadblock="sympathising",
        message="“I'm sorry to hear that”, “poor you”.",
        why=_WHY,
        source=GORDON,
        instead=_INSTEAD,
        hits=(
            "I'm so sorry to hear that.",
            "Sorry for your loss.",
            "Oh, you poor thing.",
            "I feel so bad for you.",
            "It breaks my heart that you are alone.",
            "You are in my thoughts.",
        ),
        misses=(
            "You are sorry that you shouted.",
            "He never said sorry.",
            "You feel bad for him.",
            "Sorry, could you say that again?",
        ),
        finds=Phrases(
            (
                (
                    "(i am|i feel) (so|very|truly|terribly|deeply|awfully|extremely|) sorry (to "
                    "hear|for|about|that|you|it|this|to learn|he|she|your|the)"
                ),
                "^ (so|very|) sorry (that|to|for|about|you|it|your)",
                "(you poor|poor (you|thing|baby|girl|boy|soul))",
                (
                    "i (feel|feel so|feel really|feel very) (bad|sorry|sad|terrible|awful) (for|"
                    "about|that|you)"
                ),
                "(breaks|hurts|saddens|pains) (my heart|me) (that|to|you|for)",
                (
                    "(my condolences|deepest condolences|so sorry|my sympathies|sorry to hear|"
                    "sorry for your|sorry about your|sad to hear|sorry you have)"
                ),
                "(no one|nobody) (should|deserves|ought to)",
                (
                    "(rest in peace|(in|keep you in|have you in) (my|our) (prayers|thoughts)|god "
                    "bless|bless you|praying for you)"
                ),
                "i am (sad|saddened|heartbroken) (to|for|that|by)",
                "^ (i am|) sorry $",
            ),
        ),
    ),
    Rule(
        id="sympathising.thats_hard",
        kind="support",
        roadblock="sympathising",
        message="“That's tough”, “that sounds awful”: a verdict on the situation.",
        why=_WHY,
        source=GORDON,
        instead=_INSTEAD,
        hits=(
            "That's so tough.",
            "That sounds awful.",
            "Oh no, how terrible!",
            "That sucks.",
            "What a nightmare.",
        ),
        misses=(
            "It's hard for you to come home to that.",
            "You find the mornings hard.",
            "You had a nightmare.",
            "It hurts that they never asked you.",
            "That sounds like your father.",
            "It hurts that nobody asked you.",
        ),
        finds=Phrases(
            (
                (
                    "~ (that|this|it|which) (is|was|sounds|seems|must be|must have been|can be|"
                    "would be|has to be|feels|looks|sucks|stinks) (like|so|such|a|an|like a|) "
                    "(<hardship>) (situation|thing|time|place|spot|position|indeed|man|dude|$)"
                ),
                (
                    "~ (that|this|it) (is|was|sounds|must be|can be|would be|seems) (like|) (a|"
                    "an|such a|such an) (<hardship>)"
                ),
                "~ (sounds|must be|is) (so|very|really|pretty|like a|like) (<hardship>)",
                "~ (that|this|it|life) (sucks|stinks|blows)",
                "~ (that|this|it|life) hurts $",
                (
                    "(what|that is) a (nightmare|shame|mess|horrible|terrible|awful|tough|hard|"
                    "difficult|pity|bummer|rough)"
                ),
                "^ (oh no|how (awful|terrible|sad|horrible|dreadful|frustrating|hard))",
                (
                    "(that|it|this) (can|could|must|may|will|would) (be|feel|have been) (so|very|"
                    "really|a|quite|pretty|extremely|) (<hardship>)"
                ),
                (
                    "(<hardship>) (situation|time|times|experience|position|thing) (to|for|"
                    "indeed|that|$|you|and)"
                ),
            ),
            unless=("(it|that) (hurts|sucks|stinks) (that|when|to|you|how|because)",),
        ),
    ),
    Rule(
        id="support.understand",
        kind="support",
        message="“I understand”, “I can imagine”: says that you understand, without showing what.",
        why="Understanding is shown by saying back, not by claiming it.",
        source=GORDON,
        hits=(
            "I understand your worry.",
            "I can see why you would be angry.",
            "I can relate to that.",
            "That's completely understandable.",
        ),
        misses=(
            "You understand his side as well.",
            "He can't imagine it.",
            "It is hard to understand for you.",
        ),
        finds=Phrases(
            (
                (
                    "i (completely|totally|fully|can|do|) (understand|get|see|imagine|appreciate|"
                    "relate|sympathize|empathize|feel) (you|that|your|how|what|why|where|it|this|"
                    "to|with|the|and|but|completely|because|for)"
                ),
                "i (understand|get it|see|can relate|can imagine|feel you|hear you|know) $",
                (
                    "(that|it|this) (is|makes) (completely|totally|very|so|) (understandable|"
                    "sense|relatable)"
                ),
                "(i know|i can tell|i can see) (that|it|this|how|you|what|these|things|your) _",
                "i can only imagine",
            ),
        ),
    ),
)
