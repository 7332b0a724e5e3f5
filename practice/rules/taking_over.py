"""The helper's own story."""

from __future__ import annotations

from practice.rules.matchers import Phrases
from practice.rules.rule import Rule
from practice.rules.sources import HILL, MISC

_WHY = "The light moves to you; the client now listens, or looks after you."
_INSTEAD = "Keep the story; use what it taught you to say back what you hear."
_ASIDE = (
    (
        "i (hear|wonder|sense|imagine|guess|gather|notice|see|understand|get|am sorry|was "
        "wondering|am wondering|am hearing|am curious|heard|appreciate|would like to hear|mean) "
        "..."
    ),
)
_PAST = (
    "was|were|had|felt|went|got|lost|used|lived|worked|thought|knew|found|became|started|stopped"
    "|tried|did|made|took|grew|met|came|left|told|learned|began|struggled|experienced|hated|loved"
    "|wanted|needed|decided|moved|broke|cried|suffered|dealt|quit|ended|kept|saw|read|ate|drank"
)

RULES = (
    Rule(
        id="taking_over.when_i",
        kind="disclosure",
        roadblock="taking_over",
        message="“When I…”, “that happened to me too”: the helper's own story.",
        why=_WHY,
        source=HILL,
        instead=_INSTEAD,
        hits=(
            "When my father died I felt the same.",
            "The same thing happened to me.",
            "I remember when I lost my job.",
            "I went through a divorce myself.",
            "My sister had that too.",
            "They did the same to my aunt.",
            "We fostered for years too and it broke my heart.",
        ),
        misses=(
            "When your father died you felt alone.",
            "I hear that the same thing happened to your sister.",
            "I remember that you lost your job.",
            "I was wondering how that felt.",
        ),
        finds=Phrases(
            (
                (
                    "(when|after|before|until|since|while|once|whenever|because) i (was|were|"
                    f"had|felt|went|lost|{_PAST})"
                ),
                "when my _ (died|left|was|had|got|did|passed|went|lost|broke|moved|told|became)",
                "(happened|happens) to (me|my)",
                (
                    "i (remember|recall) (when i|how i|my|being|feeling|that feeling|it well|the "
                    "day|the time)"
                ),
                (
                    "i (went|have gone|have been|had|have had|have dealt|dealt|struggled|have "
                    "struggled|suffered|have suffered|lived|experienced|have experienced|lost|"
                    "used to|grew up) (through|a|an|the|my|with|from|to|it|this|that|some|many|"
                    "same|similar|in|depression|anxiety|for|so)"
                ),
                (
                    "~ i (also|myself|too|once|recently|personally|actually|even|always|never|"
                    f"just|) ({_PAST}) (a|an|the|my|in|to|with|it|that|like|so|at|very|from|on|"
                    "for|about|through|out|up|not|really|this|some|similar|same)"
                ),
                (
                    "(me too|same with me|so did i|so do i|so have i|i did too|i am too|i do too|"
                    "neither do i|i have too|i have that too|as do i|as i have|in my case|in my "
                    "experience|for me (it|personally|i|that)|as for me|like me)"
                ),
                (
                    "(did|had|have|do|said|got) (the same|it|that) (to|with|happen to|from) "
                    "(me|us|my <kin>)"
                ),
                "my <kin>'s _ (was|were|is|are|had|did)",
                "my <kin>'s (_|) (was|were|is|are) (just|exactly|) the same",
                (
                    "(i|we) (<ed>|had|did|got|went|were|was) ... (too|as well|myself|ourselves) "
                    "(and|but|,|$)"
                ),
                "i got called",
                (
                    "my (own|personal|) (experience|story|situation|case|life|struggle|struggles|"
                    "past|divorce|childhood|journey|depression|anxiety)"
                ),
                (
                    "~ my <kin> (is|was|had|has|did|does|died|used|left|also|would|and|went|got|"
                    "who|always|said|told)"
                ),
            ),
            unless=(
                *_ASIDE,
                "people like me",
                "(my|our) (sense|guess|understanding|impression|hunch) (is|was)",
            ),
        ),
    ),
    Rule(
        id="taking_over.about_me",
        kind="disclosure",
        roadblock="taking_over",
        message="Speaks of the helper's own life, tastes or habits.",
        why=_WHY,
        source=MISC,
        instead=_INSTEAD,
        hits=(
            "I live in the country myself.",
            "I like to knit when I am stressed.",
            "I have three kids of my own.",
            "Personally, I hate mornings.",
        ),
        misses=(
            "I hear how tired you are.",
            "I wonder what that was like.",
            "I think you should go.",
            "I have a question.",
            "You said it, and I've heard it.",
        ),
        finds=Phrases(
            (
                (
                    "~ i (live|work|love|like|hate|enjoy|prefer|play|do|try|tend|usually|often|"
                    "struggle|suffer|smoke|drink|listen|read|watch|study|teach|go|eat|sleep|get|"
                    "cry|need|want|miss|keep|deal|use|take|find|worry|spend|run|walk|cook|write|"
                    "stopped|feel|find|spend|talk) (in|at|with|to|a|an|the|my|it|that|from|like|"
                    "for|so|on|when|as|about|out|up|being|the same|music|games|yoga|more|sad|"
                    "lonely|better|very|really|mornings|<ing>)"
                ),
                (
                    "~ i am (a|an|in|from|at|also|still|currently|not a|on|married|single|"
                    "divorced|studying|working|living|doing|learning|dealing|struggling|going "
                    "through|trying|planning|in the same)"
                ),
                (
                    "~ i have (a|an|two|three|four|five|my|been|never|always|had|many|some|no|"
                    "lots|also|seen|known|tried|done|found|learned|friends|kids|children|family|"
                    "similar|lost|heard|worked|used|gone|dealt)"
                ),
                "(i|me) personally",
                "(of my own|my own|myself)",
                "~ (both|one|some|many|most|all|a lot) of my",
            ),
            unless=(
                *_ASIDE,
                (
                    "i have (a|an|some|one|just one|another|few|any|no|two) (question|questions|"
                    "sense|feeling|idea|suggestion|advice|doubt)"
                ),
                "i (like|love) (that|how|your|the way|it)",
                "i (feel|have) (a sense|like you|that you)",
                "i have heard (it|you|that|this|what|how|all)",
                "i am (trying|going|here|not) to",
                (
                    "(i am|i have|i would|i do|i want|i will) ... (help|hear|listen|understand) "
                    "(you|how|what|that|more)"
                ),
                "i (want|need) (to|you)",
            ),
        ),
    ),
    Rule(
        id="taking_over.same_here",
        kind="disclosure",
        roadblock="taking_over",
        message="“Same here”, “I'd be furious too”, “my boss once did that”.",
        why=_WHY,
        source=HILL,
        instead=_INSTEAD,
        hits=(
            "Same here, every Monday.",
            "I would be furious too.",
            "I'd have left on the spot.",
            "My old boss once did the same.",
            "We had that at our school as well.",
            "It was no different with my mother.",
        ),
        misses=(
            "You would be furious too.",
            "Your boss once did the same.",
            "I would have to hear more to say that.",
            "I hear that he had it as well.",
            "Tired of being asked, by me as well.",
        ),
        finds=Phrases(
            (
                "(same here|me neither|me as well|us too|you and me both|i too)",
                "i would (be|feel|have been|have felt) (so|) (_|) (too|as well|if i|in your)",
                "i would be too",
                (
                    "~ i would have (<ed>|walked|left|gone|said|told|cried|run|given|thrown|hit|"
                    "quit|stood|screamed|died|done)"
                ),
                "my (old|own|first|last|ex|) (boss|_) once _",
                (
                    "my _ (did|does|had|has|said|was|went|is|would) (the same|exactly|that too|it "
                    "too|that as well|just like|always|also|never)"
                ),
                "(same|different|like that) (with|for|in) (me|us|my|our|mine)",
                "we (had|have|did|went|lost|used) (that|the same|a|an|our|one|it|through|two)",
                "(i|my _|we) ... (at your age|too back then|years ago|back then|when i was)",
                "(reminds|reminded) me of",
                "i (once|also|myself|recently) (had|was|did|went|lost|felt|got|have|am)",
            ),
            unless=(
                *_ASIDE,
                "(by|from) me as well",
                "(my|our) (sense|guess|understanding|impression|hunch)",
            ),
        ),
    ),
)
