"""The file format of scenarios, field by field, as its page and its reader share it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from practice.authoring.content import FAULTS
from practice.authoring.files import (
    FAULTS as FAULT_IDS,
)
from practice.authoring.files import (
    FEW,
    SCENARIO,
    Flag,
    ListOf,
    OneOf,
    Record,
    Shape,
    Slug,
    Text,
    Whole,
    write,
)

MEANS: Mapping[str, str] = {
    "schema": "The version of this format.",
    "slug": "The name in addresses, and of the file.",
    "strategy": "What is practised.",
    "difficulty": "1 says it plainly, 2 says part of it, 3 leaves most of it between the lines.",
    "client": "Who speaks.",
    "client.name": "A first name, invented.",
    "client.age": "In years.",
    "context": "One line under the name.",
    "statement": "What the client says; an empty line makes a paragraph.",
    "tags": "Words that group scenarios.",
    "tags.setting": "Where one meets.",
    "tags.theme": "What it is about.",
    "tags.identity": "Who the client is.",
    "feelings": "What the client feels.",
    "feelings[].word": "A feeling word that the rules know.",
    "feelings[].strength": "1 slight, 2 moderate, 3 strong.",
    "feelings[].source": "Stated if the client uses the word, implied if one has to hear it.",
    "feelings[].cue": "Exact words of the statement that show it; may be empty.",
    "key_points": "What the client most wants heard. One or more must be main.",
    "key_points[].text": "The point.",
    "key_points[].wordings": "Other ways to put it.",
    "key_points[].quote": "Exact words of the statement; may be empty.",
    "key_points[].main": "Whether a reply cannot leave it out.",
    "hint": "Where to listen, without the answer; may be empty.",
    "models": "Replies that would do well.",
    "models[].reply": "The reply.",
    "models[].shows": "Why it works.",
    "slips": "Replies that go wrong, each in one way.",
    "slips[].reply": "The reply.",
    "slips[].fault": "What goes wrong: one of the ids below.",
    "slips[].shows": "What it shows.",
}

EXAMPLE = write(
    {
        "schema": 1,
        "slug": "noor-bicycle",
        "strategy": "paraphrase",
        "difficulty": 1,
        "client": {"name": "Noor", "age": 33},
        "context": "Second talk at the advice centre",
        "statement": "They took my bicycle in the night. It is how I get to both jobs, and I have "
        "been walking since Monday.",
        "tags": {"setting": ["advice centre"], "theme": ["work"], "identity": []},
        "feelings": [
            {
                "word": "exhausted",
                "strength": 2,
                "source": "implied",
                "cue": "I have been walking since Monday",
            }
        ],
        "key_points": [
            {
                "text": "Without the bicycle both jobs are far away",
                "wordings": ["no way to get to work"],
                "quote": "It is how I get to both jobs",
                "main": True,
            }
        ],
        "hint": "What hangs on it for her?",
        "models": [
            {
                "reply": "It sounds like the bicycle held both jobs together, and now you walk.",
                "shows": "What it was for, in other words.",
            },
            {
                "reply": "So since Monday you get to work on foot, to both places. Is that it?",
                "shows": "The whole of it, and room to say no.",
            },
        ],
        "slips": [
            {
                "reply": "You should have locked it better.",
                "fault": "judging",
                "shows": "A verdict where she needs an ear.",
            },
            {
                "reply": "At least you still have two jobs.",
                "fault": "minimising",
                "shows": "Makes it small.",
            },
        ],
    }
)


@dataclass(frozen=True, slots=True)
class Field:
    """One field: how it is named, what it takes and what it means."""

    name: str
    takes: str
    means: str


def fields() -> list[Field]:
    """Every field of a file, in its order."""
    return [*_fields(SCENARIO, "")]


def faults() -> list[tuple[str, str]]:
    """The ids of what can go wrong, with what each is called."""
    return [(fault, FAULTS[fault]) for fault in FAULT_IDS]


def _fields(shape: Shape, name: str) -> Iterator[Field]:
    if isinstance(shape, Record):
        for part, inner in shape.fields.items():
            whole = f"{name}.{part}" if name else part
            yield Field(whole, _takes(inner), MEANS[whole])
            yield from _fields(inner, whole)
    elif isinstance(shape, ListOf) and isinstance(shape.item, Record):
        yield from _fields(shape.item, f"{name}[]")


def _takes(shape: Shape) -> str:
    match shape:
        case Text():
            empty = ", may be empty" if shape.empty else ""
            return f"text, up to {shape.longest} characters{empty}"
        case Slug():
            return "small letters and digits, with single dashes between"
        case Whole():
            whole = f"{shape.low}" if shape.low == shape.high else f"{shape.low} to {shape.high}"
            return f"whole number, {whole}"
        case OneOf():
            return ", ".join(shape.values) if len(shape.values) <= FEW else "one of the ids below"
        case Flag():
            return "true or false"
        case ListOf():
            what = "texts" if isinstance(shape.item, Text) else "objects"
            return f"list of {shape.fewest} to {shape.most} {what}"
        case Record():
            return "object"
