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
        ),
        misses=(
            "You want him to call at least once.",
            "You keep telling yourself it could be worse.",
            "It is a big deal to you.",
            "It does not look that bad from outside, and inside you are falling apart.",
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
                "not (such|) (a|the) (big deal|end of the world|that bad)",
                (
                    "(it|that) is (just|only) (a|an|your|one|some|the|words|money|work|school|"
                    "hair|hormones)"
                ),
                "(look|looking) (on|at) the bright (side|)",
                (
                    "(count your blessings|be grateful|consider yourself lucky|you are lucky|you "
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
                "(feel|feels|felt|sounds|seems|told|tells|says|said|say) ... at least",
                "not (just|only) (a|an|about|the)",
                "(it|that) (is|was) (just|only) (a|one) _ (that|to|of) you",
                "~ (is|was|are|do|does|did) (it|that) not",
            ),
        ),
    ),
)
