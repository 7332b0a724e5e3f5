"""Making it smaller than it is for the client."""

from __future__ import annotations

from practice.rules.matchers import Phrases
from practice.rules.rule import Rule
from practice.rules.sources import HILL
from practice.rules.theirs import THEIRS

# "Everybody has decided", "everyone is telling you": people of the client's story, not people
# in general.
EVERYBODY_THERE = (
    "(everyone|everybody) (has|have|gets|is|are) (<ed>|heard|gone|told|known|seen|left|made|taken)",
    "(everyone|everybody) (is|are|was|were|has been) <ing> (you|(at|to|for|about|on) you)",
    "(everyone|everybody) (has|have) (got|) (a|an|some) _ (for|about|but) (you|your)",
    "(everyone|everybody) gets to (believe|think|decide|say|see|know|be|keep|have|talk|laugh)",
    "(everyone|everybody) (else|there|here|at _|in _|around you|in the _|at the _|in your _)",
)

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
            "You're clumsy, that's all it is.",
            "You still have your sight though.",
            "That's more than most people get.",
            "A fine garden, and at least you've got the shed.",
            "It could have been a whole lot worse.",
            "So it was just a cough then.",
        ),
        misses=(
            "You want him to call at least once.",
            "You keep telling yourself it could be worse.",
            "It is a big deal to you.",
            "It does not look that bad from outside, and inside you are falling apart.",
            "They say she was only a hamster.",
            "You still have the keys he gave you.",
            "That's just how it is for you on Sundays.",
            "For him you were only a voice on the line.",
        ),
        finds=Phrases(
            (
                "~ (but|well|) at least (you|it|he|she|they|there|your|we|this|that|now|the|not)",
                "and at least (you|it|he|she|they|there|your|this|that|the)",
                (
                    "(could|might) (be|have been|of been) (much|a lot|a whole lot|so much|far|"
                    "a good deal|) worse"
                ),
                "(it|that|this) (is|was) (just|only) (a|an|) _ (though|then)",
                "nothing (actually|really|) wrong with (you|your _)",
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
                    "like)|it happens to (everyone|all|the best)|there is nothing to it|worse "
                    "things)"
                ),
                (
                    "(there is|you have) (nothing|no reason|no need) to (be|worry|feel|fear|cry|"
                    "complain)"
                ),
                "(you|it) will (get over|forget) (it|him|her|this|that)",
                (
                    "(that|which) is (still|) more than (a lot of|most|many|some|plenty of) (people"
                    "|others|folk|families|couples|us|of us)"
                ),
                (
                    "you (still|do still) have (your|a|the|some|two|three|four|five|six) _ (though"
                    "|left though)"
                ),
                "that is all (this|that|it|there) (is|ever was|is to it)",
                "(everybody|everyone|we all|most people) (does|do) $",
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
    Rule(
        id="minimising.others_too",
        kind="confrontation",
        roadblock="minimising",
        message="Sets it beside something bigger: “many would love that”, “it's only a phase”.",
        why="Compared with something bigger, what the client feels has no right to be there.",
        source=HILL,
        instead="Leave out the comparison; name what it is like for this client.",
        hits=(
            "Lots of people would love a garden that size.",
            "It's just a phase.",
            "Boys will be boys.",
            "Worse things happen.",
            "You'll get used to it.",
            "It was a normal exam.",
            "You're making a mountain out of a molehill.",
        ),
        misses=(
            "They tell you it's just a phase.",
            "It stings that everybody has already settled it.",
            "You wonder if you will get used to it.",
            "It is no longer a phase to you.",
            "You would love a garden that size.",
            "Everyone gets to believe that it suits you.",
        ),
        finds=Phrases(
            (
                (
                    "(many|some|most|lots of|other|plenty of|a lot of) people would (love|kill|"
                    "give|"
                    "be (glad|happy|grateful|lucky))"
                ),
                "others would (love|be|give|kill)",
                (
                    "(it|this|that) is (only|just|probably|simply|) a (phase|bad patch|bad day|"
                    "rough "
                    "patch|small thing|little thing|detail|formality|normal|misunderstanding|"
                    "matter of|bit of a)"
                ),
                (
                    "(just|only) a (phase|dog|cat|pet|job|game|house|thing|few words|joke|normal|"
                    "routine|formality|letter|piece of|bit of|hobby|word|car)"
                ),
                (
                    "(boys will be boys|kids will be kids|worse things (happen|have)|storm in a "
                    "teacup|out of a molehill|first world|people have (survived|been through|"
                    "had) worse|could have been (much|far|a lot|) worse|big fuss|fuss (about|"
                    "over)|making too much of|blowing ... out of proportion)"
                ),
                "you will get used to",
                "(you|one) (get|gets) used to (it|that|this)",
                "(it|that) was just",
                "it was a (normal|routine|perfectly)",
                "(is|was) that (all|really so bad|so bad|such a big deal)",
                "(you|he|she|they) (are|is) (still|) (lucky|fortunate) (to|that|you|he|she)",
                "(be|you should be|just be) (glad|thankful|happy) (that|you|it|he|she|they|to)",
                "(happens|happened) to (everyone|everybody|all of us|the best|lots|most|many)",
                (
                    "(everyone|everybody|we all|all of us|most people) (has|have|feels|feel|goes|"
                    "go|"
                    "gets|get|forgets|struggles|struggle) _"
                ),
                (
                    "(not|hardly) (the end of the world|a tragedy|a disaster|worth (getting|crying|"
                    "worrying|being))"
                ),
                "look on the (bright|positive) side",
                "(there are|is) (far|much|) (worse|bigger) (things|problems)",
                "(it|this|that) (will|would) not kill you",
            ),
            unless=(
                *THEIRS,
                *EVERYBODY_THERE,
            ),
        ),
    ),
)
