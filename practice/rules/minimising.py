"""Making it smaller than it is for the client."""

from __future__ import annotations

from practice.rules.matchers import Phrases
from practice.rules.rule import Rule
from practice.rules.sources import HILL

RULES = (
    Rule(
        id="minimising.at_least",
        kind="confrontation",
        roadblock="minimising",
        message="“At least…”, “it could be worse”, “it's not that bad”.",
        why="Compared with something worse, the client's pain loses its right to be there.",
        source=HILL,
        instead="Leave “at least” to the client; name what it is like now.",
        hits=(
            "At least you have a job.",
            "It could be worse.",
            "It's not that bad.",
            "Other people have it harder.",
            "It's not a big deal.",
            "Look on the bright side.",
            "She was only a hamster.",
            "That's just how it is.",
            "Every student is broke, that's life.",
            "Teenagers are like that.",
        ),
        misses=(
            "You want him to call at least once.",
            "You keep telling yourself it could be worse.",
            "It is a big deal to you.",
            "It does not look that bad from outside, and inside you are falling apart.",
            "They say she was only a hamster.",
            "That's just how it is for you on Sundays.",
            "For him you were only a voice on the line.",
        ),
        finds=Phrases(
            (
                "~ (but|well|) at least (you|it|he|she|they|there|your|we|this|that|now|the|not)",
                "(could|might) (be|have been) (much|a lot|so much|far|) worse",
                (
                    "(there are|some|other) people (who|) (have|are|with) ... (worse|harder|less|"
                    "bigger)"
                ),
                (
                    "(others|other people|some people|many people|people|children|everyone) "
                    "(have|has|are|had) (it|) (much|a lot|far|so much|) (worse|harder|worse off|"
                    "real problems|bigger)"
                ),
                (
                    "(it|that|this) is not (that|so|such a|all that|really that|the end of the) "
                    "(bad|big|serious|big of a|hard|world|important|difficult)"
                ),
                "~ (just|) be (grateful|thankful|glad)",
                "not (such|) (a|the) (big deal|end of the world|that bad)",
                (
                    "(it|that) is (just|only) (a|an|your|one|some|the|words|money|work|school|"
                    "hair|hormones)"
                ),
                "(he|she|it|that|this|they) (is|was|were|are) (just|only) (a|an|one)",
                (
                    "(that|this|it) is (just|simply|) (how it (is|goes|works)|the way (it|things|"
                    "life)"
                    " (is|are|goes|go|works)|how (life|things|the world) (is|goes|works|are|go)"
                    "|what (they|those|these|the|men|women|people|boys|girls|kids|children) ... "
                    "(is|are|do|want)|life) $"
                ),
                "that is what (those|these|such|all) (_|) (_|) (are|is|do) (like|for|about)",
                "(life is not fair|life goes on|such is life|it is what it is|these things happen)",
                (
                    "(teenagers|teens|men|women|boys|girls|kids|children|babies|toddlers|parents|"
                    "mothers|fathers|people|bosses|families|brothers|sisters|they) (are|can be) "
                    "(all|) (like that|that way|so (mean|cruel|difficult|hard))"
                ),
                "all (babies|kids|children|teenagers|men|women|parents|couples|families|bosses) _",
                (
                    "(girls|boys|kids|teenagers|people|men|women|children) (your|his|her|that|"
                    "their) "
                    "age"
                ),
                (
                    "every _ (mother|father|parent|worker|student|person|man|woman|couple|"
                    "family) (is|has|gets|does)"
                ),
                "(look|looking) (on|at) the bright (side|)",
                (
                    "(count your blessings|consider yourself lucky|you are lucky|you "
                    "should be (happy|grateful|glad)|get over it|no big deal|things could|first "
                    "world|everyone (has|goes through|feels|gets) (problems|that|this|it|their|"
                    "like)|it happens to (everyone|all|the best)|there is nothing to|worse "
                    "things)"
                ),
                (
                    "(there is|you have) (nothing|no reason|no need) to (be|worry|feel|fear|cry|"
                    "complain)"
                ),
                "(you|it) will (get over|forget) (it|him|her|this|that)",
            ),
            unless=(
                (
                    "you (tell yourself|keep telling yourself|know|say|think|feel|believe|want|"
                    "wish) ..."
                ),
                (
                    "(he|she|they|people|everyone|everybody|others|who) (say|says|said|think|"
                    "thinks|tell|told)"
                ),
                "(how|the way) (it|things) (is|are|goes|go|works) for you",
                "(for|to) (him|her|them|you) (you|it|he|she|they) (is|was|were|are) (just|only)",
                "(feel|feels|felt|sounds|seems|told|tells|says|said|say) ... at least",
                "not (just|only) (a|an|about|the)",
                "(it|that) (is|was) (just|only) (a|one) _ (that|to|of) you",
                "~ (is|was|are|do|does|did) (it|that) not",
            ),
        ),
    ),
)
