"""What a reply is looked at for, strategy by strategy: criteria, weights and caps, as data.

The weights of a strategy add up to 100. The first criterion is what the strategy is for; a
reply that misses it is capped whatever else it does well. A strategy is scored as soon as it
has an entry in RUBRICS and each of its criteria has a judge in `criteria/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from practice.rules.base import Strategy

POST = "The Empathic Connection: Building Trust in Therapy"
_HILL = "Hill, Helping Skills (5th ed., 2020)"
_EGAN = "Egan, The Skilled Helper (10th ed., 2013)"
_ROGERS = "Rogers & Farson, Active Listening (1957)"
_GORDON = "Gordon, Parent Effectiveness Training (1970)"
_MI = "Miller & Rollnick, Motivational Interviewing (3rd ed., 2013)"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing a reply is looked at for: what it is for, and why (with where that comes from)."""

    id: str
    label: str
    weight: int
    purpose: str
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class Rubric:
    """A strategy: its task, the post's own example of it, and its criteria, the main one first."""

    strategy: Strategy
    label: str
    task: str
    example: str
    criteria: tuple[Criterion, ...]
    has_depth: bool = True
    by_id: Mapping[str, Criterion] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {one.id: one for one in self.criteria})

    @property
    def main(self) -> Criterion:
        return self.criteria[0]


class UnknownStrategyError(ValueError):
    """There is no rubric for this strategy."""


def _no_roadblock(weight: int) -> Criterion:
    return Criterion(
        "no_roadblock",
        "No roadblock",
        weight,
        "Nothing that turns the talk away from the client: no advice, order, warning, judging, "
        "argument, comfort that closes the subject, or story of your own.",
        "Advice, comfort and stories of one’s own are kindly meant, and they move the talk from "
        "what the client feels to what the helper thinks.",
        _GORDON,
    )


def _leaves_room(weight: int) -> Criterion:
    return Criterion(
        "leaves_room",
        "Leaves room to be wrong",
        weight,
        "A tentative opening (“It sounds like…”) or a check at the end (“…is that right?”).",
        "Nobody sees inside another person. Room to correct you keeps the client the expert.",
        _ROGERS,
    )


def _nothing_invented(weight: int) -> Criterion:
    return Criterion(
        "nothing_invented",
        "Nothing invented",
        weight,
        "No name, number, person or event that the client never gave.",
        "A guess at meaning invites the client on; a wrong fact makes them stop and correct you.",
        _EGAN,
    )


PARAPHRASE = Rubric(
    "paraphrase",
    "Paraphrase and summarise",
    "Give the main points back in your own words, and leave {name} room to correct you.",
    "It sounds like you’re feeling overwhelmed by work deadlines and struggling to find a balance.",
    (
        Criterion(
            "main_points",
            "Gives the main points back",
            34,
            "The one or two things the client most wants heard, in any wording.",
            "A paraphrase shows that the point arrived. What is left out is taken for unheard.",
            POST,
        ),
        Criterion(
            "own_words",
            "In your own words",
            16,
            "New wording, not the client’s sentence with “I” turned into “you”.",
            "An echo shows a good memory. Your own words show what you took it to mean, so that "
            "it can be put right.",
            POST,
        ),
        Criterion(
            "stays_with_client",
            "Stays with the client",
            10,
            "The client as the subject: “you”, “your”. Not yourself, and not the people they "
            "speak of.",
            "Where the sentence looks, the conversation goes next.",
            _ROGERS,
        ),
        _leaves_room(10),
        Criterion(
            "not_longer",
            "No longer than the client",
            6,
            "A reply no longer than what the client said; looked at from 25 words on.",
            "The shorter the summary, the clearer the point, and the sooner the client has the "
            "floor again.",
            _HILL,
        ),
        _no_roadblock(12),
        _nothing_invented(12),
    ),
)

OPEN_QUESTION = Rubric(
    "open_question",
    "Ask open questions",
    "Ask one question that grows out of what {name} said and leaves the direction open.",
    "Can you tell me more about what led to those feelings of anxiety?",
    (
        Criterion(
            "is_open",
            "Open, not closed",
            32,
            "A question that yes, no or one fact cannot answer, or an invitation such as “Tell "
            "me more about…”.",
            "A closed question hands the client your answers to choose from. An open one asks "
            "for theirs.",
            POST,
        ),
        Criterion(
            "follows",
            "Follows what was said",
            28,
            "Something of the client’s that the question takes up.",
            "A question that could be put to anybody sounds as if nobody in particular was heard.",
            _HILL,
        ),
        Criterion(
            "one_at_a_time",
            "One question at a time",
            12,
            "One thing asked.",
            "With two questions, people answer the easier one.",
            _HILL,
        ),
        Criterion(
            "does_not_lead",
            "Does not lead",
            16,
            "No answer tucked inside the question, no “why” that blames, no advice.",
            "A leading question is a statement in disguise: one can only agree or defend.",
            _MI,
        ),
        _no_roadblock(12),
    ),
    has_depth=False,
)

REFLECT_EMOTIONS = Rubric(
    "reflect_emotions",
    "Reflect emotions",
    "Name what {name} seems to feel, about as strongly as it is said, and tie it to what it is "
    "about.",
    "It sounds like you’re feeling really frustrated with your current situation.",
    (
        Criterion(
            "names_feeling",
            "Names a feeling",
            20,
            "A word or an image for a feeling.",
            "A feeling that has a name can be looked at together. Until then it is only in the "
            "air.",
            POST,
        ),
        Criterion(
            "right_feeling",
            "The right feeling",
            24,
            "A feeling that this client states or implies, or one close to it.",
            "A near miss is still useful, since the client corrects it. A far one says that "
            "something else was heard.",
            _ROGERS,
        ),
        Criterion(
            "about_as_strong",
            "About as strong",
            12,
            "A word about as strong as the client: “a bit annoyed” is not “furious”.",
            "Too strong, and the client has to calm you down. Too weak, and they have to "
            "convince you.",
            _EGAN,
        ),
        Criterion(
            "given_to_client",
            "Gives it to the client",
            10,
            "The feeling as the client’s own: “you feel…”, “it leaves you…”.",
            "A helper’s own feeling asks the client to look after the helper.",
            _ROGERS,
        ),
        _leaves_room(8),
        Criterion(
            "says_what_about",
            "Says what it is about",
            12,
            "The feeling tied to what brings it: “worried about Friday”.",
            "A feeling alone is half of it. With its reason, the client knows exactly what was "
            "heard.",
            _EGAN,
        ),
        Criterion(
            "feeling_not_thought",
            "A feeling, not a thought",
            6,
            "A feeling after “you feel”, and not “you feel that he…”.",
            "“You feel that” brings a thought or a judgement, just where the feeling was coming "
            "close.",
            _HILL,
        ),
        _no_roadblock(8),
    ),
)

RUBRICS: Mapping[str, Rubric] = {
    one.strategy: one for one in (PARAPHRASE, OPEN_QUESTION, REFLECT_EMOTIONS)
}


def rubric_for(strategy: str) -> Rubric:
    """The rubric of a strategy; an UnknownStrategyError where there is none."""
    try:
        return RUBRICS[strategy]
    except KeyError:
        known = ", ".join(RUBRICS)
        raise UnknownStrategyError(
            f"no rubric for {strategy!r}; there is one for {known}"
        ) from None
