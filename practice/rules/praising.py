"""Praise, approval and agreement."""

from __future__ import annotations

from practice.rules.matchers import Phrases
from practice.rules.rule import Rule
from practice.rules.sources import GORDON

_WHY = "Praise is a verdict too: the client learns what pleases you."
_INSTEAD = "Say what the client did and what it took, and leave the verdict to them."

RULES = (
    Rule(
        id="praising.praise",
        kind="support",
        roadblock="praising",
        message="Praise: “well done”, “that's great”, “you're so strong”.",
        why=_WHY,
        source=GORDON,
        instead=_INSTEAD,
        hits=(
            "Well done!",
            "That's great.",
            "You are so brave.",
            "Good for you for calling her.",
            "It's inspiring how you keep going.",
            "Wow, what an amazing daughter you are.",
        ),
        misses=(
            "You did it well, and still it hurts.",
            "You want it to be great.",
            "It's a great loss to you.",
            "He's good for you, you feel.",
            "It's a long way to go for so little.",
        ),
        finds=Phrases(
            (
                "~ good for you",
                (
                    "(well done|good job|great job|nice job|good work|great work|nice work|way "
                    "to go|good for you for|bravo|kudos|congratulations|hats off|keep up the|"
                    "awesome job|excellent job|amazing job|good girl|good boy|good thinking|good "
                    "going|happy for you|thumbs up|glad to hear)"
                ),
                (
                    "~ (that|this|it|which|what|those) (is|was|are|sounds|would be|will be|seems|"
                    "looks) (such|a|an|like|so|very|really|pretty|like a|such a|all|) "
                    "(<praising>) (to hear|that|you|for|idea|news|start|thing|way|plan|point|"
                    "step|question|of you|job|goal|attitude|feeling|and|but|because|$|,|choice|"
                    "decision|news|of)"
                ),
                (
                    "(you are|you were|you have been|you sound|you seem|you look) (such|a|an|so|"
                    "very|really|pretty|like a|being so|being very|such a|clearly|obviously|"
                    "clearly a|) (<praising>)"
                ),
                (
                    "you (did|do|are doing|have done|handled|made|have made) (so|very|really|a|"
                    "the|such|an|) (<praising>|well|right thing|best)"
                ),
                "(what|such) (a|an) (<praising>)",
                (
                    "~ (it|that) is (so|truly|) (<praising>|inspiring|touching|moving) (how|that|"
                    "to see) you"
                ),
                (
                    "i (am|was) (so|very|really|) (proud|impressed|glad|happy|pleased|amazed|"
                    "delighted|thrilled)"
                ),
                (
                    "i (love|like|admire|appreciate|applaud|respect|commend) (that|how|your|you|"
                    "the way|the idea|what|it|this|the fact)"
                ),
                (
                    "^ (great|excellent|wonderful|awesome|fantastic|perfect|good|nice|amazing|"
                    "brilliant|cool|terrific|lovely|beautiful) $"
                ),
                (
                    "^ (great|excellent|wonderful|awesome|fantastic|perfect|good|nice|amazing|"
                    "brilliant) (idea|question|point|choice|decision|news|plan|thinking|job|"
                    "start|attitude|to hear|for you|that)"
                ),
                (
                    "(it|that) (takes|took) (a lot of|so much|much|real|such|great|) (courage|"
                    "strength|guts|bravery)"
                ),
                (
                    "you (have|already have) (a|an|such|such a|so much|a lot of|great|good) "
                    "(<praising>) (job|head|attitude|heart|person|support|plan|idea|reason|"
                    "strength|friend|family|work|taste|sense|goals|ideas|future|skills|insight)"
                ),
                (
                    "your (courage|strength|honesty|bravery|commitment|dedication|determination|"
                    "patience|openness|effort|efforts)"
                ),
            ),
            unless=(
                "you (feel|want|wish|hope|think|would like|thought|wanted) ...",
                "if you (are|were)",
                "you (do|did|are|were) not",
                "(a|long|some|the|only|whole) way to go",
                "kind of",
                (
                    "(it|that) (is|was|would be) (<praising>) (that he|that she|that they|if he|"
                    "if she|to you)"
                ),
                "(not|never) (<praising>)",
                "you are (great|good) with _ but",
            ),
        ),
    ),
    Rule(
        id="praising.agreement",
        kind="support",
        roadblock="praising",
        message="Agreement: “you're right”, “I agree”.",
        why="Agreeing takes a side; the client may not be finished weighing.",
        source=GORDON,
        instead="Say back what the client holds true, as theirs.",
        hits=(
            "You're absolutely right.",
            "I agree with you.",
            "Exactly, he is a fool.",
            "I think so too.",
            "That's true.",
        ),
        misses=(
            "You think he is right.",
            "You want him to agree.",
            "Is that true for you?",
            "You are right in the middle of it.",
        ),
        finds=Phrases(
            (
                (
                    "~ you are (absolutely|totally|completely|so|quite|) right (about|to|that|it|"
                    "he|she|there|$|and|the|but)"
                ),
                "i (totally|completely|fully|do|could not|) agree",
                (
                    "(that|it|this) is (so|very|absolutely|certainly|definitely|) (true|right|"
                    "correct|a good point|a fair point|for sure)"
                ),
                (
                    "(i think so|me neither|i would too|i feel the same|same here|i think that "
                    "too|you have a point|good point|fair point|true that|so true|very true|that "
                    "is right|that is correct|of course it is|of course you)"
                ),
                (
                    "^ (exactly|absolutely|definitely|certainly|indeed|true|agreed|precisely|"
                    "totally) _"
                ),
                (
                    "(he|she|they) (is|are|was|were|sounds|sound|seems) (so|very|being|such|a|an|"
                    "like a|) (wrong|unfair|mean|rude|cruel|selfish|awful|horrible|terrible|jerk|"
                    "idiot|unreasonable|unfair)"
                ),
            ),
            unless=(
                "(is|was) that (true|right|correct)",
                "you (think|feel|believe|want|wish|know|say) ...",
                "~ (not|is|are|was|do|does|did)",
            ),
        ),
    ),
)
