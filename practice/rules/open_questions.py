"""Questions that leave the answer to the client."""

from __future__ import annotations

from practice.rules.matchers import Phrases
from practice.rules.rule import Rule
from practice.rules.sources import HILL, MITI, POST

_BE = "is|are|was|were|would|do|does|did|can|could|might|will|has|have|had|makes|made|should|am"
_FACT = "(long|many|much|often|old|far|soon|tall|big|large|late|early|frequently)"

RULES = (
    Rule(
        id="open_question.what_how",
        kind="open_question",
        message="A question with what or how: the answer is the client's to shape.",
        why="It cannot be answered by yes or no, so the client explores instead of confirming.",
        source=POST,
        hits=(
            "What makes the evenings so hard?",
            "How did you manage that?",
            "So how has it been since the move",
            "What's it like to come home to an empty flat?",
        ),
        misses=(
            "How long have you lived there?",
            "How many times did he call?",
            "What a day.",
            "What you did took effort.",
            "You wonder how he could do that.",
            "How about you call him?",
        ),
        finds=Phrases(
            (
                f"~ (what|how) ({_BE}) ...",
                (
                    "~ what (else|kind of|kinds of|sort of|sorts of|part of|parts of|other) ... "
                    f"({_BE}|)"
                ),
                (
                    "~ what _ (do|does|did|would|could|might|will|can|have|has|is|are) (you|your|"
                    "that|it)"
                ),
                "~ what _ _ (do|does|did|would|could|might|will|can|have) (you|your)",
                "~ what (happens|happened|brings|brought|led|leads|comes|came|went|goes|keeps)",
                "~ what (kept|matters|worries|scares|helps|helped|stops|stopped|changed|feels)",
                "~ what (felt|hurts|stands)",
                "~ in what way",
                "~ how (important|ready|confident|hard|difficult|willing|sure|concerned|interested)"
                " ... (are|is|was|do|would|were|does)",
                (
                    "(and|or|but) (what|how) (is|are|was|were|would|do|does|did|can|could|has|"
                    "have) (you|it|that|your)"
                ),
                "like what $",
                "^ how so $",
                "^ what else $",
                "^ how come",
            ),
            unless=(
                f"~ how {_FACT}",
                "what a _",
                "how about (you|we|i) _",
                (
                    "~ what (time|day|date|year|month|age|grade|town|city|school|job|colour|"
                    "color|size)"
                ),
                "what (is|was) (your|his|her|their|the) (name|age|number|address|date|email|phone)",
                "~ what i (am|would|do|have|hear|want|mean|see|think|can)",
                "how are you (doing|) (today|) $",
                "~ what (came|comes|hurts|stays|stayed|stuck|matters|scares|worries) ... (is|was)",
            ),
        ),
    ),
    Rule(
        id="open_question.tell_me",
        kind="open_question",
        message="An invitation to say more: closed in form, open in effect.",
        why="It opens the door and lets the client choose where to walk in.",
        source=POST,
        hits=(
            "Tell me more about that.",
            "Can you tell me more about what led to the row?",
            "I'd love to hear more about your sister.",
            "Help me understand what that night was like.",
            "Say a little more about the silence.",
            "I'm just wondering what you make of it.",
            "So talk to me about your week.",
        ),
        misses=(
            "You want him to tell you more.",
            "Tell him you are done.",
            "She would not tell me.",
            "Let me tell you about my week.",
            "You want to talk about it with her.",
            "How many times would you say he called?",
        ),
        finds=Phrases(
            (
                "~ (please|) tell me (about|more|a bit|a little|what|how|where|why|some|something)",
                (
                    "(can|could|would|will) you (please|) (tell me|share|say|talk|describe|walk "
                    "me|explain|expand|elaborate|help me understand|give me an example|talk me)"
                ),
                "~ (please|) (say|share) (a little|a bit|some|) more",
                (
                    "~ (please|) (describe|walk me through|talk me through|help me understand|"
                    "give me an example|explain that)"
                ),
                (
                    "(i would|i'd) (like|love|be interested|be curious) to (hear|know|understand|"
                    "learn) (more|what|how|about)"
                ),
                (
                    "i am (curious|wondering|interested|intrigued) (about|to know|to hear|in) "
                    "(what|how|your|that|why|where|which|who)"
                ),
                "i am (curious|wondering) (what|how|why|where|which|who)",
                "i (wonder|wondered) (what|how|why|where|which|who)",
                "(do you|would you) (want|like|care) to (talk|share|say|tell|expand|elaborate)",
                "(do|would) you mind (telling|sharing|saying|talking|if i ask)",
                "~ (want|care) to (talk|share|tell) (about|more|me)",
                "(talk|speak) to me about",
                "(catch me up|fill me in)",
                "^ (just|) (wondering|interested in|curious) (what|how|why|about|where|which|who)",
                "i wondered (about|what|how|why|where|which|who)",
                (
                    "i (want|wanted|would like|would love) to (ask|hear|know|understand) (you|)"
                    " (what|how|why|about|more)"
                ),
                "~ (please|) tell me $",
                "(what|how) about (you|yours|yourself|your _) $",
            ),
            unless=("how (many|much|often|long|old) ... ... (would|could) you say",),
        ),
    ),
    Rule(
        id="open_question.why",
        kind="open_question",
        message="A why: open in form, though it can sound like a demand for reasons.",
        why="It asks for the client's own account; what or how asks the same more softly.",
        source=HILL,
        hits=(
            "Why does the silence bother you most?",
            "And why is that?",
            "Why now?",
        ),
        misses=(
            "That is why you left.",
            "You know why he did it.",
            "I can see why you are hurt.",
            "Why don't you call her?",
            "Why not try a walk?",
        ),
        finds=Phrases(
            (
                (
                    "~ (and|so|but|) why (is|are|was|were|do|does|did|would|can|could|has|have|"
                    "that|then|now|so|not|might|will|should)"
                ),
                "^ why $",
                "(any idea|do you know|what do you think is|is there a reason) why",
            ),
            unless=("why (do|would|can|could) not you", "why not <doing>"),
        ),
    ),
    Rule(
        id="open_question.who_where",
        kind="open_question",
        message="Who, where or which, asked about an experience rather than a fact.",
        why="It asks the client to look at what the experience holds.",
        source=MITI,
        hits=(
            "Who do you turn to on such a night?",
            "Where does that leave you?",
            "Which part weighs most?",
            "Where do you want to go from here?",
        ),
        misses=(
            "Where do you live?",
            "Who is your doctor?",
            "He is the one who left.",
            "When is the exam?",
        ),
        finds=Phrases(
            (
                (
                    "~ where (do|does|did|would|are) (you|that|this|it) (feel|see|want|stand|"
                    "leave|go|think|like|put|imagine|begin|start|get|notice|hope)"
                ),
                (
                    "~ who (do|does|did|would|could|can|else) (you|) ...  (turn|lean|talk|trust|"
                    "tell|support|helps|help|supports|feel|go|confide|matters|be|walk|rely)"
                ),
                "~ who else",
                "~ who in your life",
                (
                    "~ which (part|parts|of|one|side|thing) ... (do|does|did|is|would|feels|"
                    "weighs|matters|hurts|are|was|seems|worries)"
                ),
                (
                    "~ when (do|did) you (feel|notice|start|first|begin) (feeling|noticing|it|"
                    "that|to|most|this|like)"
                ),
            ),
        ),
    ),
    Rule(
        id="open_question.any_thoughts",
        kind="open_question",
        message="An open door: anything else, any thoughts, what about…?",
        why="It leaves room for what has not been said yet.",
        source=MITI,
        hits=(
            "Anything else on your mind?",
            "Any thoughts on where this leaves you?",
            "Is there anything else that worries you?",
            "And your brother, what about him?",
        ),
        misses=(
            "You do not want anything else from him.",
            "Any doctor would say so.",
            "You have other things to do.",
        ),
        finds=Phrases(
            (
                (
                    "~ (is there|are there|was there) (anything|something|any other|other things|"
                    "any) ... (you|that|on|worries)"
                ),
                "~ (anything|something|what) else",
                "~ any (other|) (thoughts|ideas|feelings|reasons|concerns|sense|reaction)",
                "~ (and|) what about (him|her|them|that|your|the|it|this|when)",
                "your (thoughts|hunch|sense|take|feelings) (on|about)",
                (
                    "~ (and|) if you (were|could|had|did|do|would|think|look|imagine) ... (what|"
                    "how|where)"
                ),
                "on a scale (of|from)",
            ),
        ),
    ),
)
