"""Rules for moves that no single pattern shows: all the evidence together does.

The evidence and its points stand in phrases/evidence.tsv; `observe` adds them up.
"""

from __future__ import annotations

from practice.rules.matchers import Weighed
from practice.rules.rule import Rule
from practice.rules.sources import GORDON, HILL, MISC, MITI, SWBD

RULES = (
    Rule(
        id="reflection.says_back",
        kind="reflection",
        message="Says the client's content, meaning or feeling back, without any set phrase.",
        why="Being said back, in other words, is how a client knows that they were heard.",
        source=MITI,
        hits=(
            "Your sister took the house and left you the bills.",
            "You gave him every chance there was.",
            "You keep the shop running and nobody notices.",
        ),
        misses=(
            "You should take the house.",
            "What did your sister do then?",
            "Houses are expensive these days.",
        ),
        finds=Weighed(),
    ),
    Rule(
        id="open_question.weighed",
        kind="open_question",
        message="An open question in other words than the usual ones.",
        why="It leaves the answer to the client.",
        source=MITI,
        hits=(
            "And when she says that, what goes on in you?",
            "The evenings, what are they like?",
            "If he were here, what would you tell him?",
        ),
        misses=("Did he call?", "You told him off.", "Go home early."),
        finds=Weighed(),
    ),
    Rule(
        id="closed_question.weighed",
        kind="closed_question",
        message="A question that can be answered in a word.",
        why="It can be answered in a word, and the next turn is yours again.",
        source=MISC,
        instead="Begin with What or How: the same curiosity, with more room for the client.",
        hits=("And did your brother call?", "Only on Sundays?", "Was it the job or the move?"),
        misses=("What was the move like?", "You miss the job.", "I see."),
        finds=Weighed(),
    ),
    Rule(
        id="advice.weighed",
        kind="advice",
        roadblock="advising",
        message="Suggests what to do, in other words than the usual ones.",
        why="It takes the problem over before the client has been heard, and may not fit.",
        source=GORDON,
        instead="Say back what the client wants or fears, and let the next step be theirs.",
        hits=(
            "Maybe ask the school for a later start.",
            "Go to the office and hand in your notice.",
            "Then call the office and ask for a later shift.",
        ),
        misses=("You walked all night.", "What helps you sleep?", "The school starts late."),
        finds=Weighed(),
    ),
    Rule(
        id="information.weighed",
        kind="information",
        message="Tells how something is in general.",
        why="Facts are useful when asked for; before that they turn a person into a listener.",
        source=MISC,
        instead="Ask whether it is welcome, or say back what the client wants to know.",
        hits=(
            "Most clinics have a waiting list of some weeks.",
            "People who grieve often sleep badly.",
            "There are many kinds of therapy.",
        ),
        misses=("You sleep badly.", "How do you sleep?", "I'm so sorry."),
        finds=Weighed(),
    ),
    Rule(
        id="support.weighed",
        kind="support",
        message="Warmth, comfort or approval in other words than the usual ones.",
        why="Kind, and best after the client has been heard.",
        source=HILL,
        hits=(
            "I'm so sorry you had to go through that!",
            "I hope that the move goes well for you.",
            "That is wonderful news!",
        ),
        misses=("You go through that alone.", "What comes next?", "You should move."),
        finds=Weighed(),
    ),
    Rule(
        id="disclosure.weighed",
        kind="disclosure",
        roadblock="taking_over",
        message="Speaks of the helper's own life.",
        why="The light moves to you; the client now listens, or looks after you.",
        source=HILL,
        instead="Keep the story; use what it taught you to say back what you hear.",
        hits=(
            "My mother was ill for years and I had to work.",
            "I lost my job last year too.",
            "I used to be so afraid of my boss.",
        ),
        misses=("Your mother was ill for years.", "I hear you.", "I wonder what you need."),
        finds=Weighed(),
    ),
    Rule(
        id="confrontation.weighed",
        kind="confrontation",
        roadblock="arguing",
        message="Goes against the client.",
        why="Facts against feelings make the client argue back, or fall silent.",
        source=MISC,
        instead="Say back how it looks from the client's side before anything else.",
        hits=(
            "You're wrong, and that is no excuse.",
            "That's not true, you never even tried.",
            "It's your own fault.",
        ),
        misses=("You tried everything.", "What did you try?", "It's not your fault."),
        finds=Weighed(),
    ),
    Rule(
        id="encourager.weighed",
        kind="encourager",
        message="A few words that leave the floor with the client.",
        why="It shows that you follow, and leaves the floor with the client.",
        source=SWBD,
        hits=("Mhm, yeah.", "Oh wow, really.", "Uh-huh, uh-huh."),
        misses=("You left.", "Why did he leave?", "I left too, years ago."),
        finds=Weighed(),
    ),
)
