"""Roadblocks that no phrase shows, and all small signs together do.

The signs and their points stand in phrases/faults.tsv; `fault_evidence` adds them up. Advice,
stories of one's own and going against the client are told by the rules in `weighed`. Verdicts and
explanations hang on single words, so that small signs cannot tell them.
"""

from __future__ import annotations

from practice.rules.base import Roadblock, Technique
from practice.rules.coaching_words import ROADBLOCKS
from practice.rules.matchers import Weighed
from practice.rules.rule import Rule
from practice.rules.sources import GORDON, HILL
from practice.rules.weighed import RULES as WEIGHED

_INSTEAD = "Stay with what the client said for one sentence, before anything of your own."


def _rule(
    roadblock: Roadblock,
    kind: Technique,
    does: str,
    hits: tuple[str, ...],
    misses: tuple[str, ...],
    source: str = GORDON,
) -> Rule:
    return Rule(
        id=f"{roadblock}.weighed",
        kind=kind,
        roadblock=roadblock,
        message=f"{does}, in other words than the usual ones.",
        why=ROADBLOCKS[roadblock].why,
        source=source,
        instead=_INSTEAD,
        hits=hits,
        misses=misses,
        finds=Weighed(),
    )


RULES = (
    _rule(
        "ordering",
        "advice",
        "Tells the client what to do",
        (
            "Don't you dare answer that phone again.",
            "Don't you ever sign anything again.",
            "Don't you go back in there.",
        ),
        (
            "You don't dare answer that phone again.",
            "He told you never to sign anything again.",
            "You can't go back in there.",
        ),
    ),
    _rule(
        "warning",
        "confrontation",
        "Warns of what may come",
        (
            "Those lads don't play, next they'll be waiting at your bus stop.",
            "Those guys don't joke, next they'll be waiting at your school.",
            "Those guys don't play, next they will be standing at your shop.",
        ),
        (
            "You're afraid that next they'll be waiting at your bus stop.",
            "They were waiting at your school again.",
            "You keep looking at the shop door.",
        ),
    ),
    _rule(
        "moralising",
        "confrontation",
        "Holds something up as right or owed",
        (
            "The Bible is clear on debts, but a son has got to forgive.",
            "At our age it's our duty to give, not to ask.",
            "A son has got to honour his father, whatever he did.",
        ),
        (
            "You were brought up to forgive your father, whatever he did.",
            "At your age you thought you would be the one who asks.",
            "You want to be a good son, and it costs you.",
        ),
    ),
    _rule(
        "labelling",
        "confrontation",
        "Puts a name on somebody",
        (
            "Sounds like survivor guilt to me, textbook.",
            "So you're the black sheep of the family.",
            "So you're the clown of the family.",
        ),
        (
            "It sounds like you feel guilty that it wasn't you.",
            "They call you the black sheep, and you laugh along.",
            "You make them all laugh, and nobody asks how you are.",
        ),
    ),
    _rule(
        "reassuring",
        "support",
        "Comforts, and closes the subject",
        (
            "They'll get bored of it and move on to the next one.",
            "In time you'll remember the good days and not the hospital.",
            "They grow up so fast, you'll miss this one day.",
        ),
        (
            "You hope that they'll get bored of it.",
            "You remember the hospital, and not the good days.",
            "They grow up so fast, and you miss how it was.",
        ),
        HILL,
    ),
    _rule(
        "minimising",
        "support",
        "Makes it smaller than it is for the client",
        (
            "It's two weeks in a tent, nobody died.",
            "Better now than with three kids though.",
            "It was a fish, though, thank God it wasn't the cat.",
        ),
        (
            "Two weeks in a tent felt like a year to you.",
            "You'd rather know now than later.",
            "It was the fish that made you cry, of all things.",
        ),
        HILL,
    ),
    _rule(
        "claiming",
        "support",
        "Says that the helper knows just how it is",
        (
            "I understand you perfectly, I'm also from a village.",
            "Nobody needs to tell me what a divorce is, I know it well.",
            "I can imagine it to the last drop, believe me.",
        ),
        (
            "You come from a village too, and they never guess.",
            "Nobody needs to tell you what a divorce is.",
            "It's hard for you to imagine how it will end.",
        ),
        HILL,
    ),
    _rule(
        "praising",
        "support",
        "Praises",
        (
            "You're a hero, you saved that dog's life!",
            "Your drawing is brilliant, by the way!",
            "Day ten, mate, you legend!",
        ),
        (
            "You saved that dog's life, and it still shakes you.",
            "You put a lot of yourself into that drawing.",
            "Ten days, and each of them long.",
        ),
        HILL,
    ),
    _rule(
        "sympathising",
        "support",
        "Pities",
        (
            "My heart just sank for you, it's horrible, poor lamb.",
            "It must be sheer torture, I'm that sorry for you.",
            "That's too sad, my heart is sore for you.",
        ),
        (
            "Your heart sank when you read it.",
            "It's sheer torture for you to wait.",
            "You're sad, and you'd rather not be pitied.",
        ),
        HILL,
    ),
    _rule(
        "distracting",
        "other",
        "Turns to something else",
        (
            "Horses are funny, did they have names?",
            "Lisbon, lovely, we went on a boat there, do you like fado?",
            "Ooh, a puppy, have you got a name yet?",
        ),
        (
            "You gave the horses names, and then they were sold.",
            "Lisbon is where you were happy.",
            "What does the puppy mean to you?",
        ),
    ),
    _rule(
        "probing",
        "closed_question",
        "Asks for facts, one behind the other",
        (
            "And what age was she, and was it the flu that took her?",
            "How old is he, and was he hurt at all?",
            "When did the shaking start, and have they done a scan?",
        ),
        (
            "What was it like when she had the flu?",
            "You were hurt, and he never asked.",
            "When the shaking starts, what goes through you?",
        ),
    ),
)
BY_ROADBLOCK = {one.roadblock: one for one in (*WEIGHED, *RULES) if one.roadblock}
