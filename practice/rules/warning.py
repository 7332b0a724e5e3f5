"""Threats and dark forecasts."""

from __future__ import annotations

from practice.rules.matchers import Phrases
from practice.rules.rule import Rule
from practice.rules.sources import GORDON, MISC
from practice.rules.theirs import THEIRS

_WHY = "A warning pushes with fear; the client defends, or hides."
_INSTEAD = "Say back what the client already fears: most know the dangers well."

RULES = (
    Rule(
        id="warning.or_else",
        kind="confrontation",
        roadblock="warning",
        message="“If you don't…, you will…”: warns of what will happen.",
        why=_WHY,
        source=GORDON,
        instead=_INSTEAD,
        hits=(
            "If you don't stop, you will lose your job.",
            "You're going to regret this.",
            "Keep this up and you'll end up alone.",
            "It will only get worse.",
            "Waiting is only going to make things worse.",
            "You do know what that does to your knees?",
            "You'd better take that letter seriously.",
            "They'll give it to somebody else, you know.",
        ),
        misses=(
            "You're afraid you will lose your job.",
            "If you don't sleep, the days feel endless.",
            "You had better days before he came.",
            "You worry it will only get worse.",
            "You will see her on Sunday.",
        ),
        finds=Phrases(
            (
                (
                    "(if|unless) you (do not|never) ... ... ... ... (will|is going to|are going "
                    "to|would)"
                ),
                "(if|unless) you (do not|never) ... ... ... (will|is going to|are going to|would)",
                (
                    "(if|unless) you (keep|continue|go on|carry on|stay) ... ... (he|she|they|it|"
                    "you) (could|might|may|can|would never)"
                ),
                "you will (relapse|crash|burn out|collapse|wreck|pay for|be sorry|have only)",
                (
                    "(if|unless) you (do not|keep|continue|are not|go on|stay|carry on) ... ... "
                    "(you will|"
                    "you are going to|it will|they will|he will|she will|you could|you might|you "
                    "may|it could)"
                ),
                (
                    "you (will|are going to|are gonna|could|may|might) (regret|lose|end up|die|"
                    "be sorry|get (hurt|sick|fired|worse|caught)|ruin|fail|kill yourself|destroy|"
                    "suffer|make it worse|be alone|go to jail|get lung cancer|get cancer|have a "
                    "heart attack)"
                ),
                (
                    "(it|this|that|things|your _) (will|is going to|can|could) (get worse|only "
                    "get worse|kill you|ruin|destroy|cost you|hurt you|make it worse|make things "
                    "worse|come back to)"
                ),
                (
                    "(you will|you are going to) not (get better|be able to|live|get any|survive|"
                    "have any)"
                ),
                (
                    "(is|are|will|would|can|could|going to) (only|just|) (going to|) (only|just|) "
                    "(make|makes|making) (it|things|matters|this|everything) (all|even|) worse"
                ),
                "(only|) (make|makes) (it|things|matters) worse you know",
                (
                    "(he|she|they|it|that|this) (will|is going to|are going to) ... ... ... you "
                    "know $"
                ),
                (
                    "(will|would|is) (it|that|this) not (only|just|) (going to|) (get|make it|"
                    "make things) worse"
                ),
                "~ you had better (not|<doing>|take|get|listen|watch|be|start|stop|think)",
                "you do (know|realize|realise) (what|that|how) ... (does|do|is|will)",
                "(keep (this|it|that) up|keep going like this|if this goes on) ... you",
                "(risk of|risking|increases your risk|higher risk|greater risk)",
                "(is|are|be|you|yourself|him|her|them|children|kids|job) at risk",
                (
                    "(or else|mark my words|you have been warned|be careful|watch out|beware|"
                    "careful what)"
                ),
            ),
            unless=(
                (
                    "you (are|were|feel|have been) ... (afraid|scared|worried|worry|fear|"
                    "concerned|anxious|terrified|frightened) ..."
                ),
                "you (worry|fear|think|feel|realize|do not want)",
                "you know (that|how|it|this|what|your|you|the|he|she|they|if)",
                (
                    "(afraid|scared|worried|worry|fear|concerned|anxious|terrified) (that|it|you|"
                    "of|about|things|this|he|she)"
                ),
                "you (will|would) not be able to (tell|make|say)",
                "without risking",
            ),
        ),
    ),
    Rule(
        id="warning.harm",
        kind="confrontation",
        roadblock="warning",
        message="Points at the harm in what the client does.",
        why=_WHY,
        source=MISC,
        instead=_INSTEAD,
        hits=(
            "You're hurting your children by waiting.",
            "That's bad for your health.",
            "It's dangerous to drive like that.",
        ),
        misses=(
            "You worry that it is bad for your health.",
            "You were hurting that whole summer.",
            "He is hurting you.",
        ),
        finds=Phrases(
            (
                (
                    "you are (hurting|harming|damaging|ruining|destroying|killing|risking|"
                    "wasting|endangering|poisoning|putting) (your|yourself|him|her|them|the|"
                    "other)"
                ),
                (
                    "(is|are|can be|could be) (bad|terrible|harmful|dangerous|unhealthy|not good|"
                    "not healthy|detrimental|very bad|toxic) (for|to) (you|your|anyone|everyone|"
                    "them|the|him|her)"
                ),
                (
                    "(it|that|this|which) is (very|so|really|extremely|) (dangerous|unhealthy|"
                    "risky|harmful|reckless)"
                ),
                (
                    "(can|could|will|may|might) (lead to|cause|result in|damage|harm|shorten|"
                    "affect your)"
                ),
                (
                    "your (health|life|lungs|kids|children|baby|liver|heart) ... (at risk|in "
                    "danger|suffer|suffering|will)"
                ),
            ),
            unless=(
                (
                    "you (worry|know|fear|think|feel|believe|are worried|are afraid|are "
                    "concerned|are aware|realize|understand|do not think|are scared|see|are not "
                    "sure|heard|have heard|noticed)"
                ),
                "(worried|afraid|scared|concerned|aware) (that|it|about|of)",
            ),
        ),
    ),
    Rule(
        id="warning.in_the_end",
        kind="confrontation",
        roadblock="warning",
        message="“Sooner or later…”, “before it's too late”, “one day you'll…”: a dark forecast.",
        why=_WHY,
        source=GORDON,
        instead=_INSTEAD,
        hits=(
            "Sooner or later they will notice.",
            "Do it before it's too late.",
            "One day you'll be sorry.",
            "Carry on like that and they'll sack you.",
            "You won't have a friend left.",
            "They'll give it to somebody else in the end.",
        ),
        misses=(
            "You fear that sooner or later they will notice.",
            "You say it may be too late.",
            "You won't have him speak for you.",
            "You dread that they'll give it to somebody else.",
        ),
        finds=Phrases(
            (
                (
                    "(sooner or later|before it is too late|one day you will|one of these days|in "
                    "the long run you|mark my words|it will catch up|it is only a matter of time)"
                ),
                (
                    "(carry on|go on|keep on|continue) (like|_|this|that|with) ... (and|you|they|"
                    "he|"
                    "she)"
                ),
                (
                    "you (will|are going to) (end up|regret|lose|ruin|wreck|burn|drive|push|make "
                    "(yourself|him|her|them)|be (alone|lonely|sorry|sacked|fired))"
                ),
                "you will not (have|get|be) (a|any|anyone|anything|another|your)",
                (
                    "(he|she|they|it) (will|is going to|might) (leave|sack|fire|find out|stop|give "
                    "up|never|hate|catch|hurt|cost|destroy|kill|ruin|only get|not wait|not last|"
                    "not be there)"
                ),
                (
                    "or (you|they|he|she|it) (will|is going to|might) (be|end|lose|leave|sack|"
                    "never|"
                    "get)"
                ),
                "(that|this|it) (can|could|will|might|may) (end|go) (badly|wrong)",
                (
                    "(he|she|they|it) will (give|offer|pass|hand|take|find|get|pick|choose) ... "
                    "(someone|somebody|anyone) else"
                ),
                "(that|this|it) (is|gets) how people (lose|end up|get|die)",
                "think (what|of what) (could|will|would|might) happen",
            ),
            unless=(*THEIRS,),
        ),
    ),
)
