"""The words for the learner about roadblocks, and about replies that another skill made.

Warm, short, about the words and never about the person. {quote} is the trainee's own words in
quotation marks, {name} the client.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from practice.rules.base import Roadblock


@dataclass(frozen=True, slots=True)
class RoadblockWords:
    """What a roadblock does to this talk, what to try instead, and why it gets in the way."""

    reason: str
    suggestion: str
    why: str


ROADBLOCKS: Mapping[Roadblock, RoadblockWords] = {
    "ordering": RoadblockWords(
        "{quote} tells {name} what to do.",
        "What it is like for {name} comes first; what to do stays with them.",
        "An order asks for obedience or for a fight. Either way the story stops.",
    ),
    "warning": RoadblockWords(
        "{quote} warns {name} of what may come.",
        "If {name} is worried already, name that worry; if not, stay with what was said.",
        "A warning adds your fear to the one that is there.",
    ),
    "moralising": RoadblockWords(
        "{quote} holds {name} up against how things ought to be.",
        "Leave the “ought” out, and say how it is for {name}.",
        "People who hear an “ought” begin to defend themselves, or to hide.",
    ),
    "advising": RoadblockWords(
        "{quote} is a way out that {name} has not asked for yet.",
        "Keep the idea for later, and say what you heard first.",
        "Advice, even good advice, tells people that the listening is over.",
    ),
    "arguing": RoadblockWords(
        "{quote} argues with how {name} sees it.",
        "Try saying their view back so well that {name} would nod.",
        "Facts seldom change a feeling. Being understood often does.",
    ),
    "judging": RoadblockWords(
        "{quote} passes a verdict, and {name} came to be heard.",
        "Say what happened and what it did to {name}.",
        "Where a verdict may fall, people say less.",
    ),
    "praising": RoadblockWords(
        "{quote} is praise: kindly meant, and a verdict all the same.",
        "Say what it took, rather than how good it was.",
        "Praise can be hard to contradict for somebody who feels otherwise.",
    ),
    "labelling": RoadblockWords(
        "{quote} gives it a label.",
        "Describe it as {name} does, without a name for it.",
        "Once there is a label, people talk about the label.",
    ),
    "analysing": RoadblockWords(
        "{quote} explains {name} by something that was never mentioned.",
        "Stay with what is there; the reasons are for {name} to find.",
        "An explanation from outside, right or wrong, takes the discovery away.",
    ),
    "reassuring": RoadblockWords(
        "{quote} closes the subject while {name} is still in it.",
        "Let the worry stand, and say it back; being heard is what comforts.",
        "Comfort that comes too soon asks the client to feel better for your sake.",
    ),
    "sympathising": RoadblockWords(
        "{quote} is warm, and speaks of your own heart.",
        "Keep the warmth, and let {name} hear what you understood.",
        "Sympathy says that you care; it does not yet show what you heard.",
    ),
    "probing": RoadblockWords(
        "{quote} has {name} answering your questions.",
        "Say back what you have already; the rest will come.",
        "A string of questions lets the one who asks decide where the talk goes.",
    ),
    "distracting": RoadblockWords(
        "{quote} leads away from what {name} is talking about.",
        "Stay a little longer where {name} is.",
        "A change of subject tells people that theirs was too much.",
    ),
    "minimising": RoadblockWords(
        "{quote} makes it smaller than {name} says it is.",
        "Let it be as big as {name} makes it.",
        "What is made small gets said again, louder, or not at all.",
    ),
    "claiming": RoadblockWords(
        "{quote} says that you know already, so {name} has nothing left to tell.",
        "Show it instead: name what you understood.",
        "Nobody knows exactly. Saying so makes people feel less known.",
    ),
    "taking_over": RoadblockWords(
        "{quote} turns to a story of your own.",
        "Leave it for another time, and go back to {name}’s.",
        "A helper’s story makes the client the listener.",
    ),
}


@dataclass(frozen=True, slots=True)
class InsteadWords:
    """What a reply is that used another skill than the one practised, and how to turn it."""

    what: str
    paraphrase: str
    open_question: str
    reflect_emotions: str


INSTEAD: Mapping[str, InsteadWords] = {
    "open_question": InsteadWords(
        "a question",
        "Before you ask, say back what {name} has told you already.",
        "",
        "Before you ask, name what {name} seems to feel.",
    ),
    "closed_question": InsteadWords(
        "a question",
        "Take your guess out of the question and say it: “It sounds like…”.",
        "",
        "Take your guess out of the question and say it: “It sounds like you feel…”.",
    ),
    "reflection": InsteadWords(
        "a reflection",
        "",
        "Keep what you heard, and turn it into an open door: “What is that like…?”",
        "",
    ),
    "encourager": InsteadWords(
        "an encouragement to go on",
        "It keeps {name} talking; now say back what you have heard so far.",
        "It keeps {name} talking; now take up one thing that was said and ask about it.",
        "It keeps {name} talking; now name the feeling you hear in it.",
    ),
    "advice": InsteadWords(
        "advice",
        "Keep the idea for later, and say back what {name} told you.",
        "Keep the idea for later, and ask how it is for {name}.",
        "Keep the idea for later, and name what {name} seems to feel.",
    ),
    "information": InsteadWords(
        "information",
        "The facts can wait. Say back what {name} told you.",
        "The facts can wait. Ask about something that {name} said.",
        "The facts can wait. Name what {name} seems to feel.",
    ),
    "support": InsteadWords(
        "support",
        "Keep the kindness, and say back what you understood.",
        "Keep the kindness, and ask about one thing that {name} said.",
        "Keep the kindness, and name what {name} seems to feel.",
    ),
    "disclosure": InsteadWords(
        "about you",
        "Turn it round: “you” in place of “I”, and what {name} told you.",
        "Turn it round, and ask how it is for {name}.",
        "Turn it round: “you feel…” in place of “I feel…”.",
    ),
    "confrontation": InsteadWords(
        "an objection",
        "Try saying {name}’s view back so well that {name} would nod.",
        "Try asking how {name} came to see it like that.",
        "Try naming what stands behind it for {name}.",
    ),
    "other": InsteadWords(
        "small talk",
        "Say back, in your own words, what {name} told you.",
        "Take up one thing that {name} said, and ask about it with “what” or “how”.",
        "Name what {name} seems to feel, and what it is about.",
    ),
}
