"""Orders and musts: the client is told, not asked."""

from __future__ import annotations

from practice.rules.advising import REPORTED, THEIR_LOT
from practice.rules.matchers import Phrases
from practice.rules.rule import Rule
from practice.rules.sources import GORDON

_WHY = "An order says that the client's own judgement does not count, and calls up resistance."
_INSTEAD = "Say back what makes it hard, and trust the client with the next step."

RULES = (
    Rule(
        id="ordering.you_must",
        kind="advice",
        roadblock="ordering",
        message="“You must…”, “you have to…”, “you have got to…”.",
        why=_WHY,
        source=GORDON,
        instead=_INSTEAD,
        hits=(
            "You have to move out.",
            "You have to tell him tonight.",
            "You must not let her do that.",
            "You've got to be strong.",
        ),
        misses=(
            "You feel you have to be strong for everyone.",
            "They told you that you must leave.",
            "It seems you have to do it all alone.",
            "Now you have to prove yourself all over again.",
            "You have to be there whenever he whistles.",
            "You have to beg for every Sunday.",
            "You need someone who listens.",
            "You must be exhausted.",
            "You must have felt very small.",
        ),
        finds=Phrases(
            (
                ("you (have|will have|have got|are going to have) to"),
                "you must (not|<doing>|try|accept|always|never)",
                "(what|all) you (need|have) to do is",
                "you need (therapy|help|counseling|counselling|professional|a therapist|treatment)",
            ),
            unless=(
                *REPORTED,
                "(it|that) (sounds|seems|feels) (like|as if|as though|that) (you|now)",
                "(do|did|does|would|will|if|when|because|so|since) (not|) you (need|have) to",
                "you (do|did|would|will) not (need|have)",
                "(all|everything|things|work|what|that|which) you (have|need) to",
                (
                    "(is|are|was|and|have|how) ... you have to (deal|face|cope|put up|live|go "
                    "through|carry|do it all|do everything|juggle|manage)"
                ),
                (
                    "you have to (deal with|cope with|put up with|live with|carry|go through|do "
                    "it all|do everything|juggle|face|admit)"
                ),
                "you have ... to be _ (on top|as well|too)",
                "you must (be|feel|have (been|felt|had|thought|wanted|wondered|<ed>))",
                *THEIR_LOT,
            ),
        ),
    ),
    Rule(
        id="ordering.stop",
        kind="advice",
        roadblock="ordering",
        message="“Stop…”, “don't…”: forbids.",
        why=_WHY,
        source=GORDON,
        instead=_INSTEAD,
        hits=(
            "Stop blaming yourself.",
            "Don't let him do that to you.",
            "Never go back there.",
            "Just quit the job.",
        ),
        misses=(
            "You want it to stop.",
            "You don't let him in any more.",
            "Don't you miss her?",
            "Never before were you so tired.",
            "Stopping would cost you your friends.",
        ),
        finds=Phrases(
            (
                (
                    "~ (please|just|so|and|then|) (stop|quit) (<ing>|it|this|that|the|being|your|"
                    "worrying|smoking)"
                ),
                (
                    "~ (please|just|so|and|but|honestly|) do not (ever|) (<doing>|feel|be|even|"
                    "you dare|hesitate)"
                ),
                "~ (never|always) (<doing>)",
                "~ (you|) (stop|quit) (right|immediately|now)",
            ),
            unless=(
                "do not (you|we|they|i) _",
                "do not (worry|hesitate|be sorry|apologize)",
                "(you|they|i|we|people|who|kids|parents) do not",
                "you (always|never)",
            ),
        ),
    ),
    Rule(
        id="ordering.calm_down",
        kind="advice",
        roadblock="ordering",
        message="“Calm down”, “relax”, “pull yourself together”: orders a feeling away.",
        why="A feeling that is told to go stays, and feels wrong as well.",
        source=GORDON,
        instead="Name the feeling instead: once it is heard, it settles by itself.",
        hits=(
            "Calm down.",
            "Okay, just relax.",
            "You need to pull yourself together.",
            "Get a grip.",
            "Snap out of it.",
        ),
        misses=(
            "You find no way to relax.",
            "It took hours until you could calm down.",
            "You wish you could pull yourself together.",
            "You feel left out while they grow up without you.",
        ),
        finds=Phrases(
            (
                (
                    "~ (please|just|you need to|try to|) (calm down|relax|chill out|chill|settle "
                    "down|calm yourself|take it easy)"
                ),
                "(make an effort|be a man|behave yourself|shut up|be quiet|hurry up) $",
                "~ (make an effort|tell me what is really|be honest with me)",
                (
                    "(pull yourself together|get a grip|snap out of it|man up|toughen up|suck it "
                    "up|get over it|get over yourself)"
                ),
                "~ (please|just|) (grow up|cheer up|lighten up)",
                "(time to|need to|have to|should|must|better) (grow up|cheer up|lighten up)",
            ),
            unless=(
                "you (could|can|want|wish|tried|try|find|are trying|would like)",
                "(to|helps you) relax",
            ),
        ),
    ),
)
