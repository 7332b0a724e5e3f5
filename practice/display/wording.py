"""What things are called on screen, and what they are for. One place, read by every page.

Names of strategies and criteria are the rubric's; here is what the pages say beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from practice import scoring


@dataclass(frozen=True, slots=True)
class StrategyWords:
    """What a strategy is for, and what is asked about a reply before it is sent."""

    purpose: str
    rating: str


@dataclass(frozen=True, slots=True)
class Example:
    """A criterion in two sentences: one that lacks it, and one that has it."""

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


Rubric = scoring.Rubric
RUBRICS = scoring.RUBRICS
CRITERIA = {one.id: one for rubric in RUBRICS.values() for one in rubric.criteria}
MAIN_CRITERION = {strategy: rubric.main.id for strategy, rubric in RUBRICS.items()}


def rubrics_in(config: scoring.Config) -> list[Rubric]:
    """Every rubric, with the weights that a config gives its criteria."""
    return [
        replace(
            rubric,
            criteria=tuple(
                replace(one, weight=config.weights.get(f"{rubric.strategy}.{one.id}", one.weight))
                for one in rubric.criteria
            ),
        )
        for rubric in RUBRICS.values()
    ]


STRATEGIES: Mapping[str, StrategyWords] = {
    "paraphrase": StrategyWords(
        purpose="Say what the client has told you in your own words, so that they can hear it, "
        "and put it right where you are wrong.",
        rating="how close is this to what {name} said?",
    ),
    "open_question": StrategyWords(
        purpose="Ask what cannot be answered with yes, no or one fact, so that the client can go "
        "further in a direction of their own.",
        rating="how close is this to a question {name} would open up to?",
    ),
    "reflect_emotions": StrategyWords(
        purpose="Name what the client seems to feel, about as strongly as they say it, and tie it "
        "to what it is about.",
        rating="how close is this to what {name} feels?",
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
    1: DepthWords(
        "something stands in the way", "A roadblock, and nothing of the client’s given back."
    ),
    2: DepthWords(
        "heard in part", "Something given back beside a roadblock, or neither of the two."
    ),
    3: DepthWords("says it back", "Repeats or restates what the client said."),
    4: DepthWords(
        "adds meaning", "Says it in other words, with meaning the client only hinted at."
    ),
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

# A small before and after for each criterion's page.
EXAMPLES: Mapping[str, Example] = {
    "main_points": Example(
        "So it has been a lot.",
        "The night shifts and your mother’s move have come in the same month.",
    ),
    "own_words": Example(
        "You don’t know if you are coming or going with the flat.",
        "The flat pulls you two ways at once.",
    ),
    "stays_with_client": Example(
        "Your brother sounds impossible.",
        "You have carried your brother’s share again.",
    ),
    "leaves_room": Example(
        "You resent him.",
        "It sounds as though you might resent him a little.",
    ),
    "not_longer": Example(
        "(three sentences for the client’s one)",
        "(the point, in one breath)",
    ),
    "no_roadblock": Example(
        "At least you still have a job.",
        "The job is safe, and that doesn’t make it lighter.",
    ),
    "nothing_invented": Example(
        "Since your divorce you sleep badly.",
        "Since he moved out you sleep badly.",
    ),
    "is_open": Example(
        "Did that upset you?",
        "What was that like for you?",
    ),
    "follows": Example(
        "How does that make you feel?",
        "What goes through you when the phone lights up with her name?",
    ),
    "one_at_a_time": Example(
        "What happened then, and how are you now?",
        "What happened then?",
    ),
    "does_not_lead": Example(
        "Don’t you think you were too soft?",
        "How did you come to let it go?",
    ),
    "names_feeling": Example(
        "That is a hard situation.",
        "It sounds lonely.",
    ),
    "right_feeling": Example(
        "You must be thrilled about the promotion.",
        "You’re proud of it, and a bit afraid of it too.",
    ),
    "about_as_strong": Example(
        "You’re devastated about the bus.",
        "The bus was the last small thing too many.",
    ),
    "given_to_client": Example(
        "I feel so sad hearing this.",
        "There is a lot of sadness in how you tell it.",
    ),
    "says_what_about": Example(
        "You feel worried.",
        "You feel worried that Friday will undo it all.",
    ),
    "feeling_not_thought": Example(
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
    return calendar_day(moment, now)


def calendar_day(day: date, today: date) -> str:
    """A day with its year where that is not this one: "3 March", "3 March 2025"."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {day:%B}{year}"


def number_word(number: int, none: str = "no") -> str:
    """Numbers up to twelve as words, as one writes them in a sentence; `none` is what 0 is."""
    words = f"{none} one two three four five six seven eight nine ten eleven twelve".split()
    return words[number] if 0 <= number < len(words) else f"{number:,}"
