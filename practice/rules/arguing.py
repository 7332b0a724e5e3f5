"""Disagreeing, correcting, lecturing with logic; "yes, but"."""

from __future__ import annotations

from practice.rules.matchers import Phrases
from practice.rules.rule import Rule
from practice.rules.sources import GORDON, MISC
from practice.rules.theirs import THEIRS

_WHY = "Facts against feelings make the client argue back, or fall silent."
_INSTEAD = "Say back how it looks from the client's side before anything else."
_OWN_VIEW = (
    (
        "you (feel|think|believe|know|worry|fear|wonder|say|said|are saying|see|tell yourself|"
        "felt|thought)"
    ),
    "(feel|feels|sounds|seems|felt) (like|as if|that|as though)",
)

RULES = (
    Rule(
        id="arguing.wrong",
        kind="confrontation",
        roadblock="arguing",
        message="Contradicts: “you're wrong”, “that's not true”, “the fact is…”.",
        why=_WHY,
        source=GORDON,
        instead=_INSTEAD,
        hits=(
            "You're wrong about him.",
            "That's not true.",
            "The fact is, you chose this job.",
            "I disagree.",
            "That makes no sense.",
            "I don't think anybody blamed you.",
            "The nurses were only doing their job.",
        ),
        misses=(
            "You feel that something is wrong.",
            "It doesn't feel true to you.",
            "You disagree with him.",
            "You think the fact is that nobody cared.",
        ),
        finds=Phrases(
            (
                (
                    "~ you are (wrong|mistaken|incorrect|being (unreasonable|unrealistic|"
                    "irrational|illogical))"
                ),
                (
                    "~ (that|this|it) is (not|) (wrong|false|nonsense|ridiculous|absurd|not true|"
                    "incorrect|silly|untrue|a lie|no excuse|an excuse|just an excuse|not an "
                    "excuse|not how it works|not realistic|not fair to|not the point)"
                ),
                (
                    "~ (that|this|it) is not (true|right|correct|how|an excuse|the point|"
                    "realistic|a reason|fair to|logical|the case|possible)"
                ),
                (
                    "(the (fact|truth|reality) is|the fact of the matter|as a matter of fact|let "
                    "us be (honest|realistic)|be (realistic|reasonable|honest with yourself)|"
                    "face (it|facts|the facts|reality)|get real)"
                ),
                (
                    "~ i (do not|can not|) (disagree|agree|think so|buy that|believe that|think "
                    "that is (true|right))"
                ),
                "(that|this|which|it) (proves|shows|means) (that|) you",
                "(but|) you can not (have|be|really) ... if",
                "~ i do not think (anyone|anybody|he|she|they|your _|<kin>) (is|was|are|were|<ed>)",
                "(is|are|was|were) (only|just|) doing (his|her|their) (job|jobs|work)",
                "(then|and|but) surely (some|part|you|he|she|they) _",
                "^ (but|and|) surely (if|you|he|she|they|it|that|some|there)",
                "(that|it) (makes no|does not make any|does not make) sense",
                "^ (wrong|nonsense|not true|no way|false|of course not)",
                (
                    "~ (but|) (do not|did not|have not|can not) you (think|realize|realise|know|"
                    "see|understand|feel|care|want|wish|believe)"
                ),
            ),
            unless=(
                *_OWN_VIEW,
                "~ i agree",
                "nothing wrong",
                "how can i",
                (
                    "(it|that|this) is not (right|fair|true|possible) (that|for|what|how) (you|"
                    "he|she|they)"
                ),
            ),
        ),
    ),
    Rule(
        id="arguing.yes_but",
        kind="confrontation",
        roadblock="arguing",
        message="“Yes, but…”, “I understand, but…”: takes back what it gave.",
        why="The client hears only what comes after the but.",
        source=GORDON,
        instead="Stop before the but; what stands there is enough.",
        hits=(
            "Yes, but you chose to stay.",
            "I understand, but you need to move on.",
            "I know it's hard, but other people manage.",
            "I get that, but think of her side.",
        ),
        misses=(
            "You said yes, but you meant no.",
            "You understand him, but it hurts.",
            "You love her, but you cannot live like this.",
        ),
        finds=Phrases(
            (
                (
                    "^ (yes|yeah|sure|okay|right|true|maybe|well) but (you|it|that|there|he|she|"
                    "they|think|this|what|i|we|if|do|the|your|still)"
                ),
                (
                    "~ i (know|understand|get|hear|see|can see|can understand|appreciate|realize|"
                    "agree|do understand|sympathize) (you|that|this|it|how|your|what|) ... ... "
                    "but (you|it|that|there|he|she|they|think|this|what|i|we|if|do|the|your|try|"
                    "maybe|remember|sometimes|other|others|people|why|how|when|some)"
                ),
                (
                    "~ i (know|understand|get|hear|see|can see|can understand|appreciate|realize|"
                    "agree|do understand|sympathize) ... ... ... but (you|it|that|there|he|she|"
                    "they|think|this|what|i|we|if|do|the|your|try|maybe|remember|sometimes|other|"
                    "others|people|why|how|when|some)"
                ),
            ),
        ),
    ),
    Rule(
        id="arguing.challenge",
        kind="confrontation",
        roadblock="arguing",
        message="A challenge: “really?”, “are you sure?”, “who says…?”, “and yet you…”.",
        why="It asks the client to defend what they feel.",
        source=MISC,
        instead=_INSTEAD,
        hits=(
            "Are you sure that is what he meant?",
            "Who says you have to?",
            "What did you expect?",
            "What makes you think you're special?",
        ),
        misses=(
            "You are not sure what he meant.",
            "You did not expect that.",
            "What makes you feel safe?",
        ),
        finds=Phrases(
            (
                "(are you (sure|certain|kidding|serious|really|even|aware|crazy|insane))",
                "~ who says",
                "what (did|do) you expect",
                "what makes you think",
                "what (were|are) you thinking",
                "(how can|how could) you (say|think|expect|be so|not|even|claim) _",
                "~ (and|so|but|) you (really|honestly|actually) (think|believe|thought|expect)",
                "you (claim|can not be serious|call that)",
                "~ so (what|why) (is|are) the (big deal|fuss)",
            ),
        ),
    ),
    Rule(
        id="arguing.their_side",
        kind="confrontation",
        roadblock="arguing",
        message="Speaks for somebody else: “he probably meant well”, “she's only trying to help”.",
        why="The client hears that the other one was understood, and they were not.",
        source=GORDON,
        instead=_INSTEAD,
        hits=(
            "He probably didn't mean it like that.",
            "She's only trying to help you.",
            "Maybe he was just tired that day.",
            "To be fair, they gave you a choice.",
            "Your boss has a point.",
            "You have to see it from her side.",
        ),
        misses=(
            "She was trying to help, and it made you feel small.",
            "You know he means well.",
            "You wonder whether he was tired that day.",
            "Your boss points at you.",
        ),
        finds=Phrases(
            (
                (
                    "~ (maybe|perhaps|probably|possibly) (he|she|they|your _) (was|were|is|are|did|"
                    "had|has|have|just|thought|meant|felt|wanted|needs|need)"
                ),
                (
                    "~ (he|she|they|your _|<kin>) (probably|surely|obviously|clearly|must|might|"
                    "may) "
                    "(just|only|) (be|have|mean|means|meant|is|was|are|were|did|do|does|want|"
                    "wants|wanted|think|thinks|thought|feel|feels|felt|had|has|need|needs|loves|love|care|cares|know|knows)"
                ),
                (
                    "(he|she|they|your _|<kin>) (is|are|was|were) (only|just) (trying|doing|"
                    "worried|"
                    "being|looking|thinking|human|tired|jealous|joking|teasing|busy|scared|showing|following)"
                ),
                "(he|she|they|your _|<kin>) (has|have|had|might have|may have) (a|got a|) point",
                (
                    "(~ to be fair|in fairness|in his defence|in her defence|in their defence|in "
                    "all "
                    "fairness|on the contrary|be that as it may)"
                ),
                "(see|look at) it from (his|her|their|the|your|another)",
                "(he|she|they|your _|<kin>) (means|mean|meant) well",
                "(he|she|they|your _|<kin>) (does|do|did) (care|love|try|mean|want|have|deserve)",
                "(he|she|they) (has|have) (his|her|their) (own|) reasons",
                "that is (just|only|) (his|her|their) (way|job)",
                (
                    "i (think|am sure) (he|she|they|your _) (is|was|were|are|meant|means|did|has|"
                    "have|only|just)"
                ),
                "(put yourself in|walk in) (his|her|their)",
            ),
            unless=(*THEIRS,),
        ),
    ),
)
