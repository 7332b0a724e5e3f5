"""Names and stereotypes."""

from __future__ import annotations

from practice.rules.matchers import Phrases
from practice.rules.rule import Rule
from practice.rules.sources import GORDON

_TYPES = (
    "drama queen|perfectionist|workaholic|control freak|pushover|people pleaser|worrier|crybaby"
    "|coward|hypocrite|quitter|loser|failure|addict|alcoholic|narcissist|snob|baby|idiot|fool"
    "|victim|martyr|pessimist|procrastinator|mess|liar|doormat|smoker type|attention seeker"
    "|introvert|overthinker|bad (mother|father|parent|person|friend|son|daughter|wife|husband)"
    "|typical _|classic _|spoiled brat|helicopter parent|nag|brat|wimp|softie|know it all"
)

RULES = (
    Rule(
        id="labelling.type",
        kind="confrontation",
        roadblock="labelling",
        message="Puts a label on the client, or on somebody the client speaks of.",
        why="A label stands for a whole person, and leaves nothing more to say.",
        source=GORDON,
        instead="Describe what the client did or felt this time, in plain words.",
        hits=(
            "You're such a drama queen.",
            "You are a typical eldest child.",
            "You sound like a control freak.",
            "Don't be such a baby.",
            "Your brother sounds like a bully.",
            "Your aunt is obviously racist.",
            "That's a textbook avoidance pattern.",
        ),
        misses=(
            "You are a father of two.",
            "You feel like a failure.",
            "He calls you a drama queen.",
            "You're afraid that your brother is a bully.",
            "You are such a comfort to her, you hope.",
        ),
        finds=Phrases(
            (
                (
                    "you (are|were|sound like|are being|seem like|look like|act like|are acting "
                    "like|must be|have turned into|have become) (just|) (a|an|such a|such an|quite "
                    "the|a bit of a|the|a real|"
                    f"a total) (_|) ({_TYPES})"
                ),
                f"(do not|stop) (be|being) (such|) (a|an) ({_TYPES})",
                (
                    "(you people|people like you|your type|your kind|you teenagers|you "
                    "millennials|you men|you women|young people like you)"
                ),
                "(typical|classic) (man|woman|teenager|male|female|behaviour|behavior|of you)",
                (
                    "you (sound|seem|are|look) (a bit|rather|so|a little|kind of|) (paranoid|"
                    "oversensitive|needy|clingy|neurotic|hysterical|obsessed|dramatic)"
                ),
                (
                    "(classic|textbook|typical) (ptsd|depression|anxiety|narcissist|introvert|"
                    "codependent|codependency|avoidance|burnout|denial|case)"
                ),
                (
                    "(classic|textbook) (_|) (response|reaction|behaviour|behavior|symptom|"
                    "symptoms|pattern|case|example)"
                ),
                "~ (lazybones|smarty|princess|crybaby)",
                (
                    "(he|she|they|your _|<kin>) (is|are|sounds like|sound like|seems like|must be) "
                    "(being|just|obviously|clearly|) (such|) (a|an|such a|such an|) (real|total|"
                    "complete|typical|) (bully|bullies|narcissist|narcissistic|toxic|homophobic|"
                    "racist|sexist|misogynist|abuser|abusive|psychopath|sociopath|monster|"
                    "control freak|jerk|idiot|idiots|bigot|freeloader|sponger|snob|bully|cheat|liar"
                    "|bullying you)"
                ),
                (
                    "you are (bipolar|codependent|a codependent|passive aggressive|neurotic|"
                    "hysterical|paranoid|crazy|insane|obsessive|needy|clingy|damaged|broken|"
                    "toxic|narcissistic)"
                ),
            ),
            unless=(
                (
                    "you (feel|think|believe|worry|fear|wonder) (that|like|as if|as though|if|"
                    "whether|) you"
                ),
                "(feel|feels|felt) like (a|an)",
                (
                    "you (think|believe|worry|fear|wonder|see yourself|do not want to be|"
                    "were called|are called|are not|are (afraid|scared|worried|told))"
                ),
                (
                    "(he|she|they|people|everyone|mother|father|boss|husband|wife) ... (calls|"
                    "called|call|says|said|thinks|think)"
                ),
                "(feel|feels|felt|feeling) (like|that|as if)",
            ),
        ),
    ),
)
