"""Questions that can be answered by yes, by no or by one fact."""

from __future__ import annotations

from practice.rules.matchers import ASKED, Phrases, Test, View
from practice.rules.rule import Rule
from practice.rules.sources import HILL, MISC, MITI

_INSTEAD = "Begin with What or How: the same curiosity, with more room for the client."
_WHY = "It can be answered in a word, and the next turn is yours again."


def _statement_asked(view: View) -> bool:
    """A statement that only its question mark turns into a question."""
    if not view.sentence.question or len(view.words) < 2:
        return False
    return view.words[view.opening] not in _ASKING


_ASKING = frozenset(
    """what how why where who when which whose do does did is are was were have has had can could
    would will should may might shall am tell any anything""".split()
)
_SUBJECT = (
    "you|he|she|it|they|we|i|there|that|this|your|his|her|their|the|any|anyone|anything|someone"
    "|something|these|those|my|our|people|everything|everyone|a|some|one|all|other"
)

RULES = (
    Rule(
        id="closed_question.yes_no",
        kind="closed_question",
        message="A question that can be answered by yes or no.",
        why=_WHY,
        source=HILL,
        hits=(
            "Did you tell him?",
            "Is your mother still angry?",
            "do u feel lonely",
            "So are you sleeping at all?",
            "Have you got anyone to talk to?",
        ),
        misses=(
            "You did tell him.",
            "What did you tell him?",
            "Can you tell me more about that evening?",
            "How are you?",
            "Had you known, you would have stayed.",
        ),
        finds=Phrases(
            (
                (
                    "~ (and|but|so|or|then|) (do|does|did|is|are|was|were|have|has|can|could|"
                    f"would|will|should|may|might|am|shall) ({_SUBJECT})"
                ),
                (
                    "~ (do|does|did|is|are|was|were|have|has|can|could|would|will|should) not "
                    f"({_SUBJECT})"
                ),
                "~ (is|was|are|were|does|did|do|has|have|can|will|would) <kin>",
                f"~ had ({_SUBJECT}) ... before $",
                (
                    "(i wonder|i was wondering|i am wondering|just wondering|i am curious|"
                    "curious) (if|whether)"
                ),
                "(can|could|may) i (ask|check|just ask)",
            ),
            unless=(
                (
                    "(can|could|would|will) you (please|) (tell me|share|say|talk|describe|walk "
                    "me|explain|expand|elaborate|help me understand)"
                ),
                (
                    "(is that|is this|is it) (about|) (right|it|close|fair|how it is|so|accurate|"
                    "correct) $"
                ),
                (
                    "(have i|did i) (got|get|heard|hear|understand|understood) (that|this|it|"
                    "you) (right|correctly|) $"
                ),
                "am i (right|close) $",
                "does that (sound|seem|feel) (right|true|fair|about right)",
                (
                    "(do|would) you (want|like|care|mind) (to|) (talk|share|say|tell|telling|"
                    "sharing|expand|elaborate)"
                ),
                (
                    "~ (what|how) (is|are|was|were|do|does|did|would|can|could) (you|it|that|"
                    "your|there|the|he|she|they|this)"
                ),
            ),
        ),
        instead=_INSTEAD,
    ),
    Rule(
        id="closed_question.fact",
        kind="closed_question",
        message="A question that asks for one fact: how long, how many, when, where.",
        why="Facts serve the helper's picture; the client's own story waits meanwhile.",
        source=MISC,
        hits=(
            "How long have you worked there?",
            "How many children do you have?",
            "When did he move out?",
            "Where do you live?",
            "What time did you get home?",
            "How old is she?",
            "How much is the new roof going to cost?",
            "How far is the drive to the clinic?",
            "So when did the trouble with the roof start?",
            "So about how many nights was that?",
        ),
        misses=(
            "How did you get through that week?",
            "When he moved out, you were relieved.",
            "You know how long it took.",
            "Where does that leave you?",
        ),
        finds=Phrases(
            (
                (
                    "~ (about|) how (long|many|much|often|old|far|soon|tall|big|late|early"
                    "|frequently|heavy)"
                ),
                "(for|since|about) how (long|many|much)",
                (
                    "~ (when|where) (is|are|was|were|do|does|did|will|would|have|has|can) (you|"
                    "he|she|it|they|the|your|that|this|his|her|their)"
                ),
                (
                    "~ who (is|are|was|were|told|said|gave|did|does) (you|he|she|it|they|the|"
                    "your|that|this)"
                ),
                (
                    "~ what (time|day|date|year|month|age|grade|town|city|school|job|colour|"
                    "color|size|subject|course|state|country)"
                ),
                (
                    "what (is|was) (your|his|her|their|the) (name|age|number|address|date|email|"
                    "phone|major)"
                ),
                "~ which (one|school|doctor|day|town|city|of|year)",
                "(how|what) (often|many) times",
                "^ (since|for|by|until) when",
                "how (long|many|often|much|old) $",
            ),
            unless=(
                "~ when ... (,|) (you|he|she) (were|was|are|is) _",
                (
                    "~ where (do|does|did|would|are) (you|that|this|it) (feel|see|want|stand|"
                    "leave|go|think|imagine|begin|start)"
                ),
                "~ when (do|did) you (feel|notice|first|start)",
            ),
        ),
        instead=_INSTEAD,
    ),
    Rule(
        id="closed_question.tag",
        kind="closed_question",
        message="A statement with a tag that asks for agreement.",
        why="It checks, which is useful, but invites no more than a yes.",
        source=MITI,
        hits=(
            "It was the third time, wasn't it?",
            "You live with your aunt, don't you?",
            "So that was last week, right?",
        ),
        misses=(
            "You did the right thing.",
            "It was not easy.",
            "Right, you live with your aunt.",
        ),
        finds=Phrases(
            (
                (
                    "(is|was|are|were|do|does|did|have|has|can|could|would|will|should) not (it|"
                    "you|he|she|they|that|there|we) $"
                ),
                "(right|correct|yeah|yes|huh|okay|no|eh|true) $",
                "(is|was|are|were|do|does|did|have|has) (it|you|he|she|they|that) $",
                "(is|was) that (right|correct|true|it|fair|accurate) $",
            ),
            unless=(
                "^ (right|correct|yeah|yes|huh|okay|no|true)",
                "^ (is|was|are|were|do|does|did|have|has|what|how|why|where|who)",
                "(not|you are|is|be|are|all|was) (right|correct|true|okay|yes|no) $",
            ),
        ),
        instead=_INSTEAD,
    ),
    Rule(
        id="closed_question.choice",
        kind="closed_question",
        message="A question that offers the answers to choose from.",
        why="The client picks from your list instead of finding their own words.",
        source=MISC,
        hits=(
            "Are you angry or sad?",
            "Was it his idea or yours?",
            "Do you want to stay or leave?",
        ),
        misses=(
            "You cannot decide whether to stay or leave.",
            "Sooner or later she calls.",
            "How do you feel about staying or leaving?",
        ),
        finds=Phrases(
            (
                (
                    "~ (do|does|did|is|are|was|were|have|has|can|could|would|will|should) "
                    f"({_SUBJECT}) _ or _"
                ),
                (
                    "~ (do|does|did|is|are|was|were|have|has|can|could|would|will|should) "
                    f"({_SUBJECT}) _ _ or _"
                ),
                (
                    "~ (do|does|did|is|are|was|were|have|has|can|could|would|will|should) "
                    f"({_SUBJECT}) _ _ _ or _"
                ),
                "or (not|something|what) $",
            ),
            unless=("~ (what|how) ...",),
        ),
        instead=_INSTEAD,
    ),
    Rule(
        id="closed_question.statement_asked",
        kind="closed_question",
        message="A statement said as a question.",
        why=(
            "It offers the client a reading to confirm; with enough of their content it is also "
            "a reflection."
        ),
        source=MISC,
        hits=("You told him?", "Every single night?", "So nobody came?"),
        misses=("You told him.", "What did you tell him?", "Did you tell him?"),
        finds=Test(_statement_asked, frozenset([ASKED])),
    ),
)
