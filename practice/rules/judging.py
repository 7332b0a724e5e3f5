"""Blame and criticism."""

from __future__ import annotations

from practice.rules.matchers import Phrases
from practice.rules.rule import Rule
from practice.rules.sources import GORDON
from practice.rules.theirs import SAYS, THEIRS

RULES = (
    Rule(
        id="judging.blame",
        kind="confrontation",
        roadblock="judging",
        message="Blames or criticises the client.",
        why=(
            "Judged, people defend themselves or agree that they are no good; either way they "
            "stop telling."
        ),
        source=GORDON,
        instead="Say back what the client was up against, in their own view.",
        hits=(
            "That was selfish of you.",
            "It's your own fault.",
            "You're overreacting.",
            "You should have known better.",
            "You brought this on yourself.",
            "You're just bitter about the garden.",
            "Your coach is being really unfair.",
            "So you were rude to the caretaker.",
            "You're misleading your customers about the date.",
            "What a selfish man.",
        ),
        misses=(
            "You feel it's your own fault.",
            "It is not your fault.",
            "He says you are overreacting.",
            "You wish you had known.",
            "You tell yourself you should have known.",
        ),
        finds=Phrases(
            (
                "(it|that|this) (is|was) (all|) your (own|) (fault|doing)",
                (
                    "~ (but|and|so|well|) (you are|you were|you are being|you were being) "
                    "(overreacting|selfish|lazy|childish|immature|irresponsible|ridiculous|"
                    "dramatic|foolish|stupid|silly|too sensitive|oversensitive|ungrateful|unfair|"
                    "unreasonable|stubborn|weak|a coward|rude|careless|naive|blind|controlling|"
                    "to blame|in denial|making excuses|making a mistake|not trying|giving up|"
                    "complaining|exaggerating|feeling sorry for yourself)"
                ),
                (
                    "(that|it|this) (was|is) (so|very|really|pretty|a bit|just|) (selfish|stupid|"
                    "foolish|childish|irresponsible|lazy|careless|cruel|immature|unwise|dumb|a "
                    "mistake|a bad idea|a bad choice|a stupid thing|unacceptable|weak|reckless|"
                    "your choice) (of you|to|$)"
                ),
                "(that|it|this) (is|was) (a bit|rather|so|) (<faulting>)",
                ("~ (he|she|they|your _|<kin>) (is|are) being (so|a bit|rather|) (<faulting>)"),
                "(is|was|were|are) (a bit|rather|quite|pretty|so|a little|kind of) (<faulting>)",
                (
                    "(it|that|this) (is|was) not very (nice|kind|fair|adult|christian|mature|"
                    "clever|grown up)"
                ),
                "(it|that|this) is not very _ (of you|to)",
                "<ing> ... (is|was) (rather|so|a bit|) (<faulting>)",
                "(you are|you were) being (so|a bit|rather|) (<faulting>)",
                "~ you are (so|a bit|rather|too|such|) (<faulting>)",
                "<faulting> of you",
                "you (should|ought to) (not|) have",
                "~ (he|she|they|the _) should (not|) have (<ed>|had|been|done|told|asked|given)",
                "you (have|had|) been lying (to|about)",
                "you (lied|are lying) (to|about)",
                "~ (so|basically|) you (were|got|have been) (a bit|quite|rather|) (<faulting>)",
                "you are (deceiving|cheating|neglecting|misleading|using) (your|him|her|them|the)",
                "which is (rather|so|quite|a bit|) (<faulting>)",
                "you neglected (your|him|her|them|the)",
                "even though you (knew|know) (better|full well|what|that|how)",
                "(frankly|honestly|quite rightly|rightly so) (and|) you should",
                "(what a|such a) (<faulting>) (man|woman|person|thing|boy|girl|lot|way)",
                "<ing> ... is a bit (much|harsh|strong|extreme)",
                "you (brought|bring) (this|it|that) (on|upon) yourself",
                "(you only have|you have only got) yourself to blame",
                (
                    "(serves you right|you asked for it|you had it coming|stop making excuses|"
                    "stop whining|quit whining|i told you so|your fault|sounds like an excuse|no "
                    "excuse)"
                ),
                "you (never|always) (listen|think|do this|complain|blame|give up|make excuses)",
                (
                    "you (do not|did not) (even (try|listen|care|want)|try (hard|enough|at all)|"
                    "listen $)"
                ),
                (
                    "you (are|were) (just|only|simply) (lazy|scared|jealous|bitter|envious|"
                    "resentful|spoilt|spoiled|making|being|looking for|"
                    "trying to|avoiding|afraid of)"
                ),
            ),
            unless=(
                (
                    "you (feel|think|believe|worry|fear|tell yourself|blame yourself|wonder|wish|"
                    "felt|thought|keep telling yourself) ..."
                ),
                SAYS,
                "(is|was|am|are) not ... your ... fault",
                (
                    "(he|she|they|people|everyone|mother|father|boss|husband|wife|friend|friends|"
                    "mum|dad|part of you) ... (says|said|say|tells|told|thinks|think|call|calls|"
                    "called|telling|saying)"
                ),
                "you (should|ought) not have (to|had)",
                "(feel|feels|felt|like|that|as if) you (should|are|were)",
                "not (overreacting|selfish|lazy|stupid|silly|weak)",
                "you (do not|did not) want to (hurt|lose|be|feel|burden|upset)",
                "you (do not|did not) want",
            ),
        ),
    ),
    Rule(
        id="judging.behind_a_stem",
        kind="confrontation",
        roadblock="judging",
        message="A verdict behind a soft opening: “it sounds like you're being selfish”.",
        why="The opening promises listening; what follows it weighs all the more.",
        source=GORDON,
        instead="Keep the opening, and say what the client is up against instead.",
        hits=(
            "It sounds like you're being a little unfair.",
            "Seems like you were rather careless there.",
            "I think you're being a bit dramatic.",
            "You took that job yourself, though.",
        ),
        misses=(
            "It sounds like you feel selfish for leaving.",
            "It sounds like he was being a little unfair.",
            "It seems you were tired and rather alone.",
            "You took the job yourself, so as not to owe anyone.",
        ),
        finds=Phrases(
            (
                (
                    "(sounds|seems|looks|think|say|feel|bit|maybe|perhaps) (to me|) "
                    "(like|as if|as though|that|) you (are|were|have been) being (so|a bit|a little"
                    "|rather|too|pretty|quite|) (<faulting>|dramatic|stubborn|difficult|unfair|"
                    "unreasonable|negative|sensitive|jealous|childish|selfish)"
                ),
                (
                    "(sounds|seems|looks|think) (to me|) (like|as if|as though|that|) you (are|"
                    "were) "
                    "(so|a bit|a little|rather|too|pretty|quite|just) (<faulting>)"
                ),
                (
                    "~ you (chose|took|picked|wanted|signed up for|agreed to|asked for|decided on|"
                    "started) ... (yourself|) though $"
                ),
                "~ you (chose|picked|wanted|asked for|signed up for) (this|it|that) (_|) yourself",
            ),
            unless=("you (feel|felt|think|believe|tell yourself|worry)", "(he|she|they) ... you"),
        ),
    ),
    Rule(
        id="judging.could_have",
        kind="confrontation",
        roadblock="judging",
        message="Finds fault: “you could have just…”, “you shouldn't have…”, “you let it happen”.",
        why="Told where they went wrong, people defend themselves and stop telling.",
        source=GORDON,
        instead="Say back what the client was up against, in their own view.",
        hits=(
            "You could have just told her.",
            "You really shouldn't have opened it.",
            "You let them walk all over you.",
            "That's a silly way to see it.",
            "You didn't handle that well.",
            "You were wrong to leave.",
        ),
        misses=(
            "You could have cried.",
            "You shouldn't have had to open it alone.",
            "You tell yourself you could have called.",
            "You didn't want to leave.",
            "You could have helped her, and they wouldn't let you.",
        ),
        finds=Phrases(
            (
                (
                    "you could have (<doing>|just|at least|told|said|asked|called|gone|waited|"
                    "spoken|"
                    "left|stayed|helped|tried|been more)"
                ),
                (
                    "you (should|ought to) not (be|let|get|keep|feel|take|complain|go|do|leave|"
                    "make|"
                    "have (done|said|gone|told|let|opened|left|been|taken|made|put|bought|sent|"
                    "lost|shouted|yelled))"
                ),
                "you let (it|this|that|him|her|them|yourself) _",
                (
                    "(a|such a|what a) (silly|stupid|foolish|childish|ridiculous|odd|strange|funny|"
                    "selfish|terrible|horrible|mean) (thing|way|idea|reason|attitude)"
                ),
                "you (did not|could not) (handle|manage|do|even|exactly|really try|make much)",
                "you (were|are) (wrong|right|foolish|silly|selfish) to",
                (
                    "(not|hardly) (very|exactly|really) (nice|kind|fair|grown up|mature|"
                    "professional|"
                    "adult|polite|clever|wise) (of you|$)"
                ),
                "you (got|took) (it|that|this) (all|) wrong",
                "you (overreacted|overreact|exaggerate|exaggerated)",
                (
                    "you (always|only|just) (think of|want|care about|complain|look for) (yourself|"
                    "attention|more|problems|everything)"
                ),
                (
                    "(too|so|very) (sensitive|emotional|dramatic|proud|stubborn|negative) (about|"
                    "of "
                    "you|$)"
                ),
                "you (have|are) (only|just) got yourself to",
            ),
            unless=(
                *THEIRS,
                "you should not have (had|to)",
                "you (were|are) not (allowed|permitted|let|given|asked)",
                "(they|he|she|it) (would|did) not let you",
            ),
        ),
    ),
)
