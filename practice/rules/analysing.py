"""Interpreting: a cause or a diagnosis that the client gave no hint of."""

from __future__ import annotations

from practice.rules.matchers import Phrases
from practice.rules.rule import Rule
from practice.rules.sources import GORDON

_WHY = "It makes the client a case; even when it is right, it is yours and not theirs."
_INSTEAD = "Stay with what the client said, and offer a deeper meaning as a guess."

RULES = (
    Rule(
        id="analysing.real_reason",
        kind="confrontation",
        roadblock="analysing",
        message="Explains the client: “your real problem is…”, “you're only saying that because…”.",
        why=_WHY,
        source=GORDON,
        instead=_INSTEAD,
        hits=(
            "Your real problem is that you fear closeness.",
            "You're only saying that because you're jealous.",
            "Deep down you hate your father.",
            "This goes back to your childhood.",
            "You're projecting.",
        ),
        misses=(
            "The problem for you is the silence.",
            "You said that because you were hurt.",
            "You are tired because the baby cries all night.",
            "You think it goes back to your childhood.",
        ),
        finds=Phrases(
            (
                (
                    "(your|the) (real|true|underlying|actual|main|root) (problem|issue|reason|"
                    "cause) (is|here)"
                ),
                (
                    "you are (only|just|really|actually|) (saying|doing|feeling|thinking|acting) "
                    "... because"
                ),
                "(deep down|subconsciously|unconsciously|on some level) (you|your)",
                "so basically you are (afraid|scared) of",
                "what you (are|have been) (describing|doing) is (really|just|actually|a|classic)",
                "what you describe is (really|just|actually|a|an|classic|typical)",
                (
                    "(goes back to|stems from|comes from|is rooted in|rooted in|due to|is "
                    "because of|has to do with) (your|the|a|an|some) (childhood|mother|father|"
                    "parents|past|upbringing|trauma|insecurity|insecurities|fear|low self esteem|"
                    "lack of|need)"
                ),
                (
                    "you (are|were) (projecting|in denial|repressing|sabotaging|self sabotaging|"
                    "deflecting|rationalizing|compensating|overcompensating|avoiding the real)"
                ),
                (
                    "you have (a|an|some|) (abandonment|attachment|trust|anger|control|"
                    "commitment|daddy|authority|self esteem|inferiority) (issues|issue|problem|"
                    "problems|complex)"
                ),
                (
                    "(that|this|it) (is|sounds like|seems like) (a|your|just your|classic|just) "
                    "(defence|defense|coping) mechanism"
                ),
                "(that|this) is (why|because) you (always|never|keep|can not|have|are)",
                (
                    "(you are|you must be|maybe you are|perhaps you are) (afraid of|scared of) "
                    "(commitment|intimacy|success|failure|closeness|being alone)"
                ),
            ),
            unless=("you (think|feel|believe|said|say|wonder|suspect|guess)",),
        ),
    ),
    Rule(
        id="analysing.diagnosis",
        kind="information",
        roadblock="analysing",
        message="Names a diagnosis.",
        why=_WHY,
        source=GORDON,
        instead=_INSTEAD,
        hits=(
            "It sounds like you have depression.",
            "You may be suffering from PTSD.",
            "You're tidying because you've got OCD.",
            "This is a sign of codependency.",
            "You probably have an anxiety disorder.",
            "That's your addictive personality looking for its next reward.",
        ),
        misses=(
            "Your doctor calls it depression.",
            "You have a lot on your plate.",
            "Your sister lives with an anxiety disorder.",
        ),
        finds=Phrases(
            (
                (
                    "you (have|may have|might have|could have|probably have|clearly have|are "
                    "suffering from|may be suffering from|might be suffering from|suffer from|"
                    "could be suffering from|are dealing with|are experiencing|have got|"
                    "clearly have got) (a|an|some|"
                    "severe|mild|clinical|signs of|symptoms of|) (depression|ptsd|adhd|bipolar|"
                    "ocd|anxiety disorder|eating disorder|personality disorder|social anxiety|"
                    "trauma|addiction|disorder|generalized anxiety|panic disorder|autism|"
                    "dementia|postpartum depression|burnout syndrome|complicated grief)"
                ),
                (
                    "(is|are|sounds like|could be|may be|might be) (a|an|the|) (sign|signs|"
                    "symptom|symptoms|case|form|type) of"
                ),
                (
                    "(addictive personality|imposter complex|imposter syndrome|trauma response|"
                    "stress reaction|rescuer pattern|attachment (issue|issues|alarm|style|problem)|"
                    "(a|your|typical|classic|of) perfectionism|loss of (identity|role|status)|"
                    "unresolved (grief|attachment|conflict|trauma|anger)|over attached|"
                    "learned helplessness|parentified|hypervigilance|hypervigilant)"
                ),
                "(feeling|feel|are|is) (displaced|transferred) (from|onto|to)",
                "transferring (his|her|your|their) ... (onto|to)",
                "(showing|having) (the|some|all the|) (classic|typical|clear|) (signs|symptoms) of",
                (
                    "(that|this|it|what you have) (is|sounds like|looks like) (a|an|classic|) "
                    "(panic disorder|depression|ptsd|ocd|adhd|burnout syndrome|avoidance|"
                    "generalised anxiety|generalized anxiety|social anxiety|trauma response)"
                ),
                (
                    "(codependent|codependency|narcissism|narcissistic|borderline|bipolar|"
                    "psychosis|dissociation|dissociating|clinically depressed|major depression|"
                    "clinical depression)"
                ),
            ),
            unless=(
                "your (doctor|therapist|psychiatrist)",
                "you (said|mentioned|told|were diagnosed|have been diagnosed)",
                "(he|she|they|sister|brother|mother|father|son|daughter) (has|have|is|lives|was)",
            ),
        ),
    ),
)
