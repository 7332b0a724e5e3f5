"""Greetings, thanks, goodbyes and the frame of the talk."""

from __future__ import annotations

from practice.rules.matchers import Phrases
from practice.rules.rule import Rule
from practice.rules.sources import MISC

_WHY = "It opens, closes or structures the talk; it is no listening move."

RULES = (
    Rule(
        id="other.greeting",
        kind="other",
        message="A greeting or a goodbye.",
        why=_WHY,
        source=MISC,
        hits=("Hello.", "Hi, how are you?", "Goodbye!", "Have a good day.", "Nice to meet you."),
        misses=(
            "You said hello and he walked past.",
            "You had a good day.",
            "He left without a goodbye.",
        ),
        finds=Phrases(
            (
                "^ (hi|hello|hey|hiya|greetings|good (morning|afternoon|evening|day)|welcome) ",
                (
                    "~ (goodbye|good bye|bye|see you|talk to you (soon|later)|good night|"
                    "goodnight|have a (good|great|nice|wonderful|lovely|blessed)|farewell|cheers|"
                    "merry|happy (new|holidays|birthday))"
                ),
                (
                    "(nice|good|great|pleasure|lovely) (to|) (meet|meeting|talking|chatting|see|"
                    "speak|speaking|talk|chat) (with|to|you)"
                ),
                "how are you (doing|today|this|feeling today|) (today|this|evening|morning|) $",
                "(my name is|i am called|what is your name|may i know your name)",
                (
                    "(enjoy the rest|rest of your day|you too|same to you|end the chat|end this "
                    "chat|press quit|survey|quit button|until next time)"
                ),
            )
        ),
    ),
    Rule(
        id="other.thanks",
        kind="other",
        message="Thanks, or “you're welcome”.",
        why=_WHY,
        source=MISC,
        hits=("Thank you for sharing that.", "Thanks.", "You're welcome.", "No problem."),
        misses=("He never thanks you.", "You want thanks for once.", "You feel welcome there."),
        finds=Phrases(
            (
                "~ (thank you|thanks|many thanks|thank goodness|much appreciated)",
                (
                    "~ (you are (very|most|so|) welcome|your welcome|no problem|my pleasure|"
                    "anytime|any time|you bet|not a problem|do not mention it|of course)"
                ),
                "i (really|) appreciate (you|that|it|your)",
            )
        ),
    ),
    Rule(
        id="other.frame",
        kind="other",
        message="Sets the frame: what comes next in the talk.",
        why=_WHY,
        source=MISC,
        hits=(
            "Before we start, I have to read you something.",
            "We have ten minutes left.",
            "I'm one of the nurses here.",
            "See you next week.",
            "What I'd like to do today is look back at the week.",
            "Let's move on to the next part.",
        ),
        misses=(
            "You left before he started.",
            "You have ten minutes to yourself a day.",
            "You see her next week.",
        ),
        finds=Phrases(
            (
                (
                    "(before we|today we|we have ... (minutes|time)|next (time|week|session) we|"
                    "our (session|time|meeting|appointment|next))"
                ),
                (
                    "~ i will (be|see|check|get|give|call|let|write|make|send|set|follow|have|go|"
                    "just) _"
                ),
                (
                    "(follow up|see you (next|again|in|then)|i am (one of|the) (the|) (nurse|"
                    "nurses|doctor|counselor|student|assistant)|make an appointment|schedule|"
                    "appointment)"
                ),
                (
                    "(give me a (moment|second|minute)|hold on|one moment|are you (there|still "
                    "there)|i am back)"
                ),
                (
                    "~ (today|now|first) (what|) i (want|wanted|would like) to (do|talk|spend|go|"
                    "start|cover|look|review|check)"
                ),
                (
                    "i (want|wanted|would like) to (go over|review|start (by|with|off)|begin (by|"
                    "with)|move on|shift gears|switch gears|touch base|come back to|check in)"
                ),
                (
                    "~ what (i|we) (would like|want|wanted|will|are going|am going) to do (today|"
                    "now|next|first|is)"
                ),
                "~ (let us|we will|we can) (move on|get started|come back to)",
                "~ (let us|we will|we can) (start|begin) with",
                "~ we (have|have got) ... (minutes|time) left",
                (
                    "(let us see|let me see|let me think|all right then|okay then|so okay|"
                    "alright then|where were we)"
                ),
            ),
        ),
    ),
)
