"""What things are called on screen, and what they are for. One place, read by every page.

The ids are the scorer's (practice/rules/base.py); the words are for learners.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

POST_TITLE = "The Empathic Connection: Building Trust in Therapy"


@dataclass(frozen=True, slots=True)
class StrategyWords:
    """A listening strategy of the post: what it is for, its task, and the post's own example."""

    label: str
    purpose: str
    task: str
    rating: str
    example: str


@dataclass(frozen=True, slots=True)
class CriterionWords:
    """One thing a reply is looked at for: what is looked for, why, and a small before and after."""

    label: str
    looks_for: str
    why: str
    instead_of: str
    rather: str


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """A verdict and the sign that stands for it."""

    label: str
    sign: str
    css: str


@dataclass(frozen=True, slots=True)
class DepthWords:
    """One step of the depth ladder."""

    label: str
    means: str


STRATEGIES: Mapping[str, StrategyWords] = {
    "paraphrase": StrategyWords(
        label="Paraphrase and summarise",
        purpose="Say what the client has told you in your own words, so that they can hear it, "
        "and put it right where you are wrong.",
        task="Give the main points back in your own words, and leave {name} room to correct you.",
        rating="how close is this to what {name} said?",
        example="It sounds like you’re feeling overwhelmed by work deadlines and struggling to "
        "find a balance.",
    ),
    "open_question": StrategyWords(
        label="Ask open questions",
        purpose="Ask what cannot be answered with yes, no or one fact, so that the client can go "
        "further in a direction of their own.",
        task="Ask one question that grows out of what {name} said and leaves the direction open.",
        rating="how close is this to a question {name} would open up to?",
        example="Can you tell me more about what led to those feelings of anxiety?",
    ),
    "reflect_emotions": StrategyWords(
        label="Reflect emotions",
        purpose="Name what the client seems to feel, about as strongly as they say it, and tie it "
        "to what it is about.",
        task="Name what {name} seems to feel, about as strongly as it is said, and tie it to what "
        "it is about.",
        rating="how close is this to what {name} feels?",
        example="It sounds like you’re feeling really frustrated with your current situation.",
    ),
}

RATINGS: Mapping[int, str] = {1: "A guess", 2: "Near", 3: "Very near"}

DIFFICULTIES: Mapping[int, str] = {1: "Gentle", 2: "Middling", 3: "Hard"}

DIFFICULTY_MEANS: Mapping[int, str] = {
    1: "says it plainly",
    2: "says part of it",
    3: "leaves most of it between the lines",
}

VERDICTS: Mapping[str, VerdictWords] = {
    "not_yet": VerdictWords("Not yet", "not", "is-not"),
    "partly": VerdictWords("Partly", "partly", "is-partly"),
    "met": VerdictWords("Met", "met", "is-met"),
    "not_judged": VerdictWords("Not judged", "unjudged", "is-not"),
}

DEPTHS: Mapping[int, DepthWords] = {
    1: DepthWords("something stands in the way", "A roadblock, and nothing of the client’s given back."),
    2: DepthWords("heard in part", "Something given back beside a roadblock, or neither of the two."),
    3: DepthWords("says it back", "Repeats or restates what the client said."),
    4: DepthWords("adds meaning", "Says it in other words, with meaning the client only hinted at."),
    5: DepthWords(
        "adds meaning and feeling", "That, and a fitting feeling or an image that holds it."
    ),
}

STIRRINGS: Mapping[str, str] = {
    "nothing": "Nothing much",
    "sadness": "Sadness",
    "impatience": "Impatience",
    "worry": "Worry",
    "anger": "Anger",
    "tenderness": "Tenderness",
    "close_to_home": "Close to home",
}

CRITERIA: Mapping[str, CriterionWords] = {
    "main_points": CriterionWords(
        "Gives the main points back",
        "The one or two things the client most wants heard, said again in any wording.",
        "A paraphrase is there to show that the point arrived. What is left out is taken for unheard.",
        "So it has been a lot.",
        "The night shifts and your mother’s move have come in the same month.",
    ),
    "own_words": CriterionWords(
        "In your own words",
        "New wording. Long runs of the client’s own words count as an echo; a single word of theirs, "
        "kept on purpose, does not.",
        "An echo proves a good memory. Your own words show what you took it to mean, so that it can "
        "be put right.",
        "You don’t know if you are coming or going with the flat.",
        "The flat pulls you two ways at once.",
    ),
    "stays_with_client": CriterionWords(
        "Stays with the client",
        "The client as the subject: “you”, “your”. Not yourself, and not the people they speak of.",
        "Where the sentence looks, the conversation goes next.",
        "Your brother sounds impossible.",
        "You have carried your brother’s share again.",
    ),
    "leaves_room": CriterionWords(
        "Leaves room to be wrong",
        "A tentative opening (“It sounds like”, “I wonder if”, “maybe”) or a check at the end "
        "(“…is that right?”).",
        "You cannot see inside anybody. Room to correct you keeps the client the expert.",
        "You resent him.",
        "It sounds as though you might resent him a little.",
    ),
    "not_longer": CriterionWords(
        "No longer than the client",
        "A reply no longer than what the client said. Short replies always pass.",
        "The shorter the summary, the clearer the point, and the sooner the client has the floor.",
        "(three sentences for the client’s one)",
        "(the point, in one breath)",
    ),
    "no_roadblock": CriterionWords(
        "No roadblock",
        "Nothing that turns the talk away from the client: advice, orders, warnings, judging, comfort that "
        "closes the subject, “at least…”, a story of your own.",
        "Each of them is kindly meant, and each moves the talk from what the client feels to what the helper thinks.",
        "At least you still have a job.",
        "The job is safe, and that doesn’t make it lighter.",
    ),
    "nothing_invented": CriterionWords(
        "Nothing invented",
        "Names, numbers, people and events that the client gave. A guess at meaning is welcome; a new fact is not.",
        "A wrong detail makes the client stop and correct you, and the thread is lost.",
        "Since your divorce you sleep badly.",
        "Since he moved out you sleep badly.",
    ),
    "is_open": CriterionWords(
        "Open, not closed",
        "A question that yes, no or one fact cannot answer; or an invitation such as “Tell me more about…”.",
        "A closed question gives the client your choice of answers. An open one gives them theirs.",
        "Did that upset you?",
        "What was that like for you?",
    ),
    "follows": CriterionWords(
        "Follows what was said",
        "A word or thing of the client’s that the question takes up.",
        "A question that could be put to anybody sounds as if nobody in particular was heard.",
        "How does that make you feel?",
        "What goes through you when the phone lights up with her name?",
    ),
    "one_at_a_time": CriterionWords(
        "One question at a time",
        "One question mark’s worth of asking.",
        "With two questions the client answers the easier one.",
        "What happened then, and how are you now?",
        "What happened then?",
    ),
    "does_not_lead": CriterionWords(
        "Does not lead",
        "A question without its answer in it, without “why” that blames, and without advice inside.",
        "A leading question is a statement in disguise. The client can only agree or defend.",
        "Don’t you think you were too soft?",
        "How did you come to let it go?",
    ),
    "names_feeling": CriterionWords(
        "Names a feeling",
        "A word or image for a feeling, given to the client.",
        "A feeling that is named can be looked at together. Until then it is only in the air.",
        "That is a hard situation.",
        "It sounds lonely.",
    ),
    "right_feeling": CriterionWords(
        "The right feeling",
        "A feeling that this client states or implies, or one close to it.",
        "A near miss is still useful, since the client corrects it. A far one says you listened to something else.",
        "You must be thrilled about the promotion.",
        "You’re proud of it, and a bit afraid of it too.",
    ),
    "about_as_strong": CriterionWords(
        "About as strong",
        "A word of about the client’s own strength: “a bit annoyed” is not “furious”.",
        "Too strong, and the client has to calm you down. Too weak, and they have to convince you.",
        "You’re devastated about the bus.",
        "The bus was the last small thing too many.",
    ),
    "given_to_client": CriterionWords(
        "Gives it to the client",
        "The feeling as the client’s: “you feel”, “it leaves you”. Not “I feel sad for you”.",
        "A helper’s own feeling asks the client to look after the helper.",
        "I feel so sad hearing this.",
        "There is a lot of sadness in how you tell it.",
    ),
    "says_what_about": CriterionWords(
        "Says what it is about",
        "The feeling tied to the thing that brings it: “worried about Friday”.",
        "The feeling alone is half of it. With its reason, the client knows exactly what was heard.",
        "You feel worried.",
        "You feel worried that Friday will undo it all.",
    ),
    "feeling_not_thought": CriterionWords(
        "A feeling, not a thought",
        "A feeling after “you feel”, and not “you feel that he…”, which brings a thought or a judgement.",
        "“You feel that” turns away from the feeling just when it comes close.",
        "You feel that they don’t respect you.",
        "You feel small when they talk over you.",
    ),
}


def relative_day(moment: datetime, now: datetime) -> str:
    """How a person would say when it was: "2 hours ago", "yesterday", "on Monday", "3 March 2025".

    Both times must be in the reader's own time zone: a day is a day there.
    """
    days = (now.date() - moment.date()).days
    minutes = int((now - moment).total_seconds() // 60)
    if days == 0 and minutes < 1:
        return "just now"
    if days == 0 and minutes < 60:
        return f"{minutes} minute{'' if minutes == 1 else 's'} ago"
    if days == 0:
        hours = minutes // 60
        return f"{hours} hour{'' if hours == 1 else 's'} ago"
    if days == 1:
        return "yesterday"
    if 1 < days < 7:
        return f"on {moment:%A}"
    year = "" if moment.year == now.year else f" {moment.year}"
    return f"{moment.day} {moment:%B}{year}"
