"""Brief acknowledgements that leave the floor with the client."""

from __future__ import annotations

from functools import lru_cache

from practice.rules.matchers import BRIEF, Phrases, Test, View, listed
from practice.rules.rule import Rule
from practice.rules.sources import POST, SWBD

_NEVER_ALONE = frozenset("no well and so all good is my see".split())
_ANSWERS = frozenset("yeah yep no okay sure right mhm".split())
_LONGEST = 6  # words; a longer run is no longer brief


def _brief(view: View) -> bool:
    """The whole sentence is made of acknowledging words."""
    words = view.words
    if len(words) > _LONGEST:
        return False
    if not view.word_set <= _acknowledging() or view.word_set <= _NEVER_ALONE:
        return False
    said = view.statement.sentences
    answers = bool(said) and said[-1].question and words[0] in _ANSWERS  # what the client had asked
    return not answers


@lru_cache(maxsize=1)
def _acknowledging() -> frozenset[str]:
    return frozenset(word for line in listed("acknowledging") for word in line.split())


RULES = (
    Rule(
        id="encourager.brief",
        kind="encourager",
        message="A short sound or word that says: I am with you.",
        why="It shows that you follow, and leaves the floor with the client.",
        source=SWBD,
        hits=("Mm-hmm.", "Yeah.", "Oh, okay.", "Right, right.", "Oh really?", "Wow."),
        misses=(
            "Yeah, he never calls.",
            "Right now you are tired.",
            "Okay, so you left.",
            "No, I do not think so.",
        ),
        finds=Test(_brief, frozenset(BRIEF)),
    ),
    Rule(
        id="encourager.i_see",
        kind="encourager",
        message="A brief phrase of understanding, with nothing added.",
        why="It tells the client that they are being followed without steering them.",
        source=POST,
        hits=("I see.", "I understand.", "Oh, I hear you.", "Got it.", "That makes sense."),
        misses=(
            "I see you are tired.",
            "I understand that he left without a word.",
            "It makes sense of the whole week for you.",
        ),
        finds=Phrases(
            (
                "^ i (see|understand|hear you|get it|got you|get that|can see that) $",
                "^ i (can|do) (see|understand|hear you|get it|get that) $",
                "^ (got it|got you|gotcha|i see what you mean|i know what you mean|understood) $",
                "^ (that|it|this) makes sense $",
                "^ (is that so|is that right|no kidding|no way|fair enough|of course|i bet) $",
                "^ (oh|)? my (goodness|god|gosh) $",
                "^ (goodness|gosh|really|interesting) (me|) $",
                (
                    "^ (that|this|it) is (interesting|neat|something|wild|weird|funny|nice|cool|"
                    "good|great) $"
                ),
                "^ (oh|) (no|boy|dear|gee|my|well|i know|i see|i am sure|you are kidding|sure) $",
                (
                    "^ (good (grief|heavens|lord)|i will be darned|you are kidding|that will do "
                    "it|well good|well great|see) $"
                ),
            )
        ),
    ),
    Rule(
        id="encourager.go_on",
        kind="encourager",
        message="An invitation to keep going in the client's own time.",
        why="It gives room without choosing the direction.",
        source=POST,
        hits=("Go on.", "Take your time.", "Please continue.", "I'm listening."),
        misses=(
            "You cannot go on like this.",
            "Take your time off this week.",
            "You wonder how to continue.",
            "I am listening to the radio.",
        ),
        finds=Phrases(
            (
                "^ (please|) (go|carry) on (please|) $",
                "^ (please|) (continue|keep going|go ahead) $",
                "^ take (all the|your) time (you need|) $",
                "^ i am (here and|) (listening|all ears|with you) $",
                "^ (no rush|no hurry|there is no rush) $",
            )
        ),
    ),
)
