"""The content of a scenario while it is written: empty, half done, or whole.

It has the shape of a scenario file (see files.py) from the start, so that one lint and
one scorer serve drafts, uploads and what is published. No Django here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from practice.authoring.files import SCHEMA, STRATEGIES
from practice.authoring.located_json import Path
from practice.rules.base import ClientFeeling, Fault, KeyPoint, Roadblock, Task

FAULTS: Mapping[str, str] = {
    "echo": "Says the client’s words back",
    "copied_statement": "Copies what the client said",
    "copied_model": "Copies a model reply",
    "stem_without_content": "An opening with nothing behind it",
    "keyword_list": "Keywords in a row",
    "feeling_salad": "Many feelings at once",
    "same_formula": "The same opening every time",
    "main_point_missing": "Leaves the main point out",
    "off_topic": "About something else",
    "invented_detail": "Invents a detail",
    "too_long": "Longer than the client",
    "about_someone_else": "About somebody else",
    "too_certain": "Too certain",
    "no_question": "Asks nothing",
    "closed_question": "A yes-or-no question",
    "fact_question": "Asks for one fact",
    "several_questions": "Several questions at once",
    "leading_question": "A leading question",
    "blaming_why": "A “why” that blames",
    "advice_in_question": "Advice with a question mark",
    "question_instead": "A question instead of giving back",
    "no_feeling": "Names no feeling",
    "wrong_feeling": "Names another feeling",
    "too_strong": "A feeling too strong",
    "too_weak": "A feeling too weak",
    "helpers_own_feeling": "The helper’s own feeling",
    "thought_as_feeling": "A thought as a feeling",
    "feeling_untied": "A feeling about nothing",
    "yes_but": "Yes, but",
    "ordering": "Gives an order",
    "warning": "Warns",
    "moralising": "Says what one ought to do",
    "advising": "Gives advice",
    "arguing": "Argues",
    "judging": "Judges",
    "praising": "Praises",
    "labelling": "Puts a label on",
    "analysing": "Explains the client",
    "reassuring": "Comforts too soon",
    "sympathising": "Pities",
    "probing": "Questions like an interview",
    "distracting": "Changes the subject",
    "minimising": "Makes it small",
    "claiming": "Claims to know how it feels",
    "taking_over": "Tells a story of one’s own",
}
ROADBLOCKS: tuple[str, ...] = get_args(Roadblock)
OTHER_FAULTS: tuple[str, ...] = get_args(Fault)

TAG_KINDS: Mapping[str, str] = {"setting": "Setting", "theme": "Theme", "identity": "Identity"}
_LABELS: Mapping[str, str] = {
    "slug": "Name in addresses",
    "strategy": "What is practised",
    "difficulty": "How hard",
    "client.name": "Name",
    "client.age": "Age",
    "context": "Line of context",
    "statement": "What the client says",
    "hint": "Hint",
    "feelings": "Feelings",
    "key_points": "Key points",
    "models": "Model replies",
    "slips": "Typical slips",
    **{f"tags.{kind}": label for kind, label in TAG_KINDS.items()},
}
_ROWS: Mapping[str, str] = {
    "feelings": "Feeling",
    "key_points": "Key point",
    "models": "Model reply",
    "slips": "Slip",
}
_PARTS: Mapping[str, str] = {
    "word": "the word",
    "strength": "how strong",
    "source": "stated or implied",
    "cue": "the client’s words",
    "text": "the point",
    "wordings": "other wordings",
    "quote": "the client’s words",
    "main": "main or not",
    "reply": "the reply",
    "shows": "what it shows",
    "fault": "what goes wrong",
}


SENTENCE = re.compile(r"[^.!?…\n]+")
PAUSE = re.compile(r"[,;:–—]")
AROUND = " “”‘\"'"


def blank(slug: str) -> dict[str, Any]:
    """A scenario with nothing in it yet."""
    return {
        "schema": SCHEMA,
        "slug": slug,
        "strategy": STRATEGIES[0],
        "difficulty": 1,
        "client": {"name": "", "age": None},
        "context": "",
        "statement": "",
        "tags": {"setting": [], "theme": [], "identity": []},
        "feelings": [],
        "key_points": [],
        "hint": "",
        "models": [],
        "slips": [],
    }


def task_of(content: Mapping[str, Any]) -> Task:
    """What the scorer is given. What is not written yet is left out."""
    return Task(
        strategy=content["strategy"],
        statement=content["statement"],
        context=content["context"],
        client_name=content["client"]["name"],
        feelings=tuple(
            ClientFeeling(
                word=feeling["word"],
                strength=feeling["strength"],
                source=feeling["source"],
                cue=feeling["cue"],
            )
            for feeling in content["feelings"]
            if feeling["word"]
        ),
        key_points=tuple(
            KeyPoint(
                text=point["text"],
                wordings=tuple(point["wordings"]),
                quote=point["quote"],
                main=point["main"],
            )
            for point in content["key_points"]
            if point["text"]
        ),
        models=tuple(model["reply"] for model in content["models"] if model["reply"]),
    )


def clients_words(statement: str) -> list[str]:
    """A statement's sentences and their parts, exactly as they stand, to pick from."""
    found: list[str] = []
    for sentence in SENTENCE.findall(statement):
        parts = [part.strip(AROUND) for part in PAUSE.split(sentence)]
        found += [sentence.strip(AROUND), *(part for part in parts if part.count(" ") > 1)]
    return list(dict.fromkeys(one for one in found if one))


def label_of(path: Path) -> str:
    """A field as its form calls it: "Slip 2, what it shows"."""
    match path:
        case (str() as name, int() as row, *rest) if name in _ROWS:
            parts = [_PARTS[part] for part in rest if isinstance(part, str) and part in _PARTS]
            return ", ".join([f"{_ROWS[name]} {row + 1}", *parts])
        case _:
            names = [str(step) for step in path if isinstance(step, str)]
            return _LABELS.get(".".join(names), ".".join(names).replace("_", " "))


def slug_for(words: Sequence[str], taken: frozenset[str]) -> str:
    """A free name for addresses, made from some words."""
    plain = unicodedata.normalize("NFKD", " ".join(words)).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain.lower()))[:60].strip("-") or "scenario"
    candidates = (slug, *(f"{slug}-{number}" for number in range(2, len(taken) + 3)))
    return next(one for one in candidates if one not in taken)
