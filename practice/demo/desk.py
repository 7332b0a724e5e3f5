"""What lies on the supervisors' desks when a visitor comes: questions, doubts, things at hand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asks:
    """A reply that its trainee wants looked at, and what they ask about it."""

    trainee: str
    slug: str
    question: str = ""
    shares_rating: bool = False
    number: int = 1


@dataclass(frozen=True, slots=True)
class Doubts:
    """A finding that its trainee sees differently."""

    trainee: str
    slug: str
    criterion: str
    text: str


ASKS = (
    Asks(
        "Petra",
        "levan-sun-visor",
        "I always want to say something kind at the end. How do you stop yourself?",
        shares_rating=True,
    ),
    Asks(
        "Maya",
        "kirra-voice",
        "My second question leaves Nan out altogether. Is that a loss?",
        shares_rating=True,
        number=2,
    ),
    Asks("Jonas", "hanneke-four-hours"),
    Asks(
        "Elif",
        "dragan-door",
        "He had said sorry was what I wanted to hear. Is asking about the morning a way round it?",
    ),
    Asks("Noor", "yusuf-interpreter", "I end with “Is that right?” so often. Does it wear out?"),
)
DOUBTS = (
    Doubts(
        "Elif",
        "hirofumi-necktie",
        "main_points",
        "“Nowhere that expects you” is the empty days, in other words.",
    ),
    Doubts(
        "Tamsin",
        "xiomara-cake",
        "main_points",
        "I thought “nobody counting the days” was the cake.",
    ),
    Doubts(
        "Jonas",
        "levan-sun-visor",
        "right_feeling",
        "He makes a joke of the list. I heard that it hurts.",
    ),
)
DRAFT = ("Chidi", "paolo-gate", "Your second try went down two steps. Tell me how you noticed.")
AT_HAND = (
    "Stay with the client’s own word for it; they chose it.",
    "You could end with “Is that it?”, so that they can put you right.",
    "First what you heard; advice can wait until somebody asks for it.",
    "Which of these words matters most to them, and how would you say that one?",
    "This could be asked of anybody. What did only this client say?",
)
VIEWS = (
    ("Questions to me", "why=0"),
    ("Feelings turned up", "strategy=reflect_emotions&criterion=about_as_strong&shown=all"),
    ("For a second rating", "shown=second&blind=on"),
)
TITLE_OF_TALK = "The allotment, second meeting"
TALK = """\
Helper: Good to see you again. How have the two weeks been?
Client: I went back to the allotment. First time since Derek. The shed door had come off and \
somebody had put his gloves on the step, side by side.
Helper: Somebody had laid them out for you, and you came upon them.
Client: I sat on the step next to them. I must have sat there an hour.
Helper: It sounds like you weren’t ready to pick them up, and couldn’t leave them either.
Client: That’s it. I couldn’t do one or the other. So I did the beans.
Helper: Did the beans help?
Client: A bit. They were all over the place.
Helper: You should ask a neighbour to help you with the shed, it’s too much for one person.
Client: Oh, I can manage the shed.
Helper: I said that too quickly. What was it like to have your hands in it again?
Client: Like talking to him, to be honest. He never liked how I tied them up.
Helper: So it was close to him, and a little bit of a quarrel as well.
Client: Ha. Yes. I lost, mostly.
Helper: Mm-hm.
Client: And then I took the gloves home after all. They’re on the radiator.
"""
QUIET = (  # clients that the group is asked to practise with
    "hanneke-four-hours",
    "jamal-window",
    "levan-sun-visor",
    "paolo-gate",
    "sunita-sofa",
    "violet-address-book",
)
