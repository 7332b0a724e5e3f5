"""The form that a scenario is written in. It takes whatever is typed: a draft may be half done.

What is missing or wrong is said by the lint (authoring/lint.py), never by refusing to save.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.forms import formset_factory
from django.http import QueryDict

from practice.authoring import files as scenario_files
from practice.authoring.content import FAULTS, OTHER_FAULTS, ROADBLOCKS, TAG_KINDS, blank
from practice.authoring.files import SHAPE_LIMITS, STRATEGIES
from practice.authoring.lint import (
    MODEL_AT_LEAST,
    MODEL_PUBLISHED_FROM,
    SLIP_AT_MOST,
    SLIP_PUBLISHED_TO,
)
from practice.display import wording
from practice.rules.feelings import families, words_for_choice

if TYPE_CHECKING:
    Rows = forms.BaseFormSet[forms.Form]
else:  # Django's class takes no parameter while it runs
    Rows = forms.BaseFormSet

LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029]")
BREAK = re.compile(r"[^\S\n]*\n\s*")
STROKE = re.compile(r"\s*\|\s*")
UNSEEN = re.compile(rf"[{scenario_files.UNSEEN}]")

CLIENTS_WORDS = {"list": "clients-words", "autocomplete": "off"}
STRENGTHS = [(1, "slight"), (2, "moderate"), (3, "strong")]
SOURCES = [("stated", "stated"), ("implied", "implied")]
FAULT_CHOICES: list[tuple[str, Any]] = [
    ("", "What goes wrong"),
    ("Roadblocks", [(fault, FAULTS[fault]) for fault in ROADBLOCKS]),
    ("In the skill itself", [(fault, FAULTS[fault]) for fault in OTHER_FAULTS]),
]


class Words(forms.CharField):
    """Words on one line, or in paragraphs. Signs that nobody can see are left out."""

    def __init__(self, *, lines: bool = False, rows: int = 0, **kwargs: Any) -> None:
        self.lines = lines
        if rows:
            kwargs["widget"] = forms.Textarea(attrs={"rows": rows})
        super().__init__(required=False, **kwargs)

    def to_python(self, value: Any) -> str:
        seen = UNSEEN.sub("", LINE_ENDS.sub("\n", str(value or "")))
        text = super().to_python(seen) or ""
        return text if self.lines else BREAK.sub(" ", text)


class DraftForm(forms.Form):
    """What there is once in a scenario."""

    name = Words(label="Name", help_text="A first name, invented.")
    age = Words(
        label="Age",
        help_text="Whole years.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": "3"}),
    )
    context = Words(
        label="One line of context",
        help_text="Where you meet, or what brings them.",
    )
    strategy = forms.ChoiceField(
        label="What is practised",
        help_text="The skill that replies are read for.",
        choices=[(one, wording.RUBRICS[one].label) for one in STRATEGIES],
    )
    difficulty = forms.TypedChoiceField(
        label="How hard",
        help_text="How much the client leaves unsaid.",
        coerce=int,
        choices=[
            (level, f"{label}: {wording.DIFFICULTY_MEANS[level]}")
            for level, label in wording.DIFFICULTIES.items()
        ],
    )
    statement = Words(
        label="What the client says",
        help_text="As they would say it aloud, 20 to 120 words. An empty line makes a paragraph.",
        lines=True,
        rows=6,
    )
    setting = Words(label=TAG_KINDS["setting"], help_text="Where: helpline, clinic, school.")
    theme = Words(label=TAG_KINDS["theme"], help_text="What about: grief, work, money.")
    identity = Words(
        label=TAG_KINDS["identity"], help_text="Who: father, student, wheelchair user."
    )
    paste = Words(
        label="Paste several at once",
        help_text="One point a line, a star before a main one, other wordings after a stroke: "
        "* checks the weather | looks it up | the forecast",
        lines=True,
        rows=3,
    )
    hint = Words(
        label="A hint",
        help_text="One or two sentences that show where to listen, and do not give the answer "
        "away.",
        rows=2,
    )


class RowForm(forms.Form):
    """One row of several. A row with nothing typed in it is no row.

    What a field is for stands once above all rows, and each row points there.
    """

    typed: ClassVar[tuple[str, ...]] = ("reply", "shows")

    gone = forms.BooleanField(label="Take this out", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([name for name in self.fields if name != "gone"])
        part = (self.prefix or "").rpartition("-")[0]
        for name, field in self.fields.items():
            if field.help_text:
                field.widget.attrs["aria-describedby"] = help_id(part, name)

    def is_kept(self) -> bool:
        """Whether anything was typed in it, and it is not to go."""
        typed = any(self.cleaned_data.get(name) for name in self.typed)
        return typed and not self.cleaned_data.get("gone")

    def row(self) -> dict[str, Any]:
        """As a scenario file has it."""
        return {name: self.cleaned_data[name] for name in self.fields if name != "gone"}


def help_id(part: str, name: str) -> str:
    """Where on the page it is said what a field of a part's rows is for."""
    return f"help-{part}-{name}"


class FeelingForm(RowForm):
    """One feeling of the client."""

    typed = ("word", "cue")

    word = Words(
        label="Feeling",
        help_text="A word that the rules know: begin to type, or press the down arrow, and pick it "
        "from the list.",
        widget=forms.TextInput(attrs={"list": "feeling-words", "autocomplete": "off"}),
    )
    source = forms.TypedChoiceField(
        label="Said how",
        help_text="Stated if the client uses the word, implied if one has to hear it.",
        choices=SOURCES,
        initial="implied",
    )
    strength = forms.TypedChoiceField(
        label="How strong",
        help_text="As the client feels it. A reply that makes it smaller or larger is told so.",
        coerce=int,
        choices=STRENGTHS,
        initial=2,
    )
    cue = Words(
        label="Where one hears it",
        help_text="The client’s words that show it, exactly: press the down arrow to pick them, or "
        "copy them. They are marked when a reply misses the feeling.",
        widget=forms.TextInput(attrs=CLIENTS_WORDS),
    )


class PointForm(RowForm):
    """One thing that a good reply holds on to."""

    typed = ("text", "wordings", "quote")

    text = Words(label="The point", help_text="What this client most wants heard, in your words.")
    wordings = Words(
        label="Other wordings, one a line",
        help_text="How else a trainee may put it, in as few words as it needs.",
        lines=True,
        rows=3,
    )
    quote = Words(
        label="The client’s words",
        help_text="Where the client says it, exactly. They are marked when a reply misses the "
        "point.",
        widget=forms.TextInput(attrs=CLIENTS_WORDS),
    )
    main = forms.BooleanField(
        label="A main point", help_text="One or two: no reply can leave them out.", required=False
    )

    def row(self) -> dict[str, Any]:
        """As a scenario file has it."""
        return {**super().row(), "wordings": _entries(self.cleaned_data["wordings"], "\n")}


class ModelForm(RowForm):
    """A reply that would do well."""

    reply = Words(
        label="Reply",
        help_text="As a trainee could say it. It should score "
        f"{MODEL_AT_LEAST} or more; from {MODEL_PUBLISHED_FROM} on, with a reason, it may stand.",
        rows=2,
    )
    shows = Words(
        label="Why it works", help_text="Trainees read it beside the reply, afterwards.", rows=1
    )


class SlipForm(RowForm):
    """A reply that goes wrong in one way."""

    reply = Words(
        label="Reply",
        help_text="As a trainee might well say it. It should score "
        f"{SLIP_AT_MOST} or less; up to {SLIP_PUBLISHED_TO}, with a reason, it may stand.",
        rows=2,
    )
    fault = forms.ChoiceField(
        label="What goes wrong",
        help_text="The one thing that the rules have to find in it.",
        choices=FAULT_CHOICES,
        required=False,
    )
    shows = Words(label="What it shows", help_text="What there is to learn from it.", rows=1)


ROW_FORMS: Mapping[str, tuple[type[RowForm], int]] = {
    "feelings": (FeelingForm, 2),
    "key_points": (PointForm, 2),
    "models": (ModelForm, 2),
    "slips": (SlipForm, 2),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """The whole form: what there is once, and the rows."""

    once: DraftForm
    rows: Mapping[str, Rows]

    def arrived(self) -> bool:
        """Whether every part of the form is there. A browser never sends it otherwise."""
        return all([self.once.is_valid(), *(rows.is_valid() for rows in self.rows.values())])

    def content(self, slug: str) -> dict[str, Any]:
        """What was typed, in the shape of a scenario file."""
        data = self.once.cleaned_data
        content = blank(slug)
        content["strategy"] = data["strategy"]
        content["difficulty"] = data["difficulty"]
        content["client"] = {"name": data["name"], "age": _age(data["age"])}
        for name in ("context", "statement", "hint"):
            content[name] = data[name]
        content["tags"] = {kind: _entries(data[kind], ",") for kind in TAG_KINDS}
        for name, rows in self.rows.items():
            content[name] = [form.row() for form in rows.forms if form.is_kept()]  # type: ignore[attr-defined]
        content["key_points"] += _pasted(data["paste"], content["key_points"])
        return content


MORE = 2  # rows that are added at a time


def draft_form(
    content: Mapping[str, Any] | None = None, data: QueryDict | None = None, *, more: str = ""
) -> Draft:
    """The form with a content in it, or with what was sent; `more` names a part to lengthen."""
    known = content or blank("")
    rows = {}
    if data is not None and more in ROW_FORMS:
        data = _lengthened(data, more)
    for name, (form, fewest) in ROW_FORMS.items():
        most = SHAPE_LIMITS[name]
        spare = max(fewest - len(known[name]), 1)
        made: Any = formset_factory(form, extra=spare, max_num=most, absolute_max=4 * most)
        rows[name] = made(data, initial=[*_initial(name, known)], prefix=name)
    once = DraftForm(data, initial=_once(known))
    return Draft(once, rows)


def _lengthened(data: QueryDict, part: str) -> QueryDict:
    """What was sent, with some more empty rows in one part."""
    key = f"{part}-TOTAL_FORMS"
    sent = str(data.get(key, ""))
    if not sent.isdecimal() or int(sent[:4]) >= SHAPE_LIMITS[part]:
        return data
    longer = data.copy()
    total = min(int(sent) + MORE, SHAPE_LIMITS[part])
    longer[key] = str(total)
    for row in range(int(sent), total):
        for name, field in ROW_FORMS[part][0].base_fields.items():
            if field.initial is not None:
                longer[f"{part}-{row}-{name}"] = field.initial
    return longer


def _once(content: Mapping[str, Any]) -> dict[str, Any]:
    age = content["client"]["age"]
    return {
        "name": content["client"]["name"],
        "age": "" if age is None else age,
        **{name: content[name] for name in ("context", "strategy", "difficulty", "statement")},
        **{kind: ", ".join(content["tags"][kind]) for kind in TAG_KINDS},
        "hint": content["hint"],
    }


def _initial(name: str, content: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for row in content[name]:
        yield {**row, "wordings": "\n".join(row["wordings"])} if name == "key_points" else {**row}


def _age(typed: str) -> int | str | None:
    """A number where it is one; what was typed stays otherwise, and the lint says so."""
    if typed.isascii() and typed.isdigit():
        return int(typed)
    return typed or None


def _entries(text: str, between: str) -> list[str]:
    """Each entry once."""
    return list(dict.fromkeys(one.strip() for one in text.split(between) if one.strip()))


def _pasted(text: str, before: list[Any]) -> list[dict[str, Any]]:
    """Key points of pasted lines, as in a table: a star makes a main one.

    Without any, the first is, where there is none yet.
    """
    points: list[dict[str, Any]] = []
    for line in text.splitlines():
        first, *others = [part for part in STROKE.split(line.strip()) if part] or [""]
        point, main = first.lstrip("* "), first.startswith("*")
        if point:
            points.append({"text": point, "wordings": others, "quote": "", "main": main})
    if points and not any(point["main"] for point in (*before, *points)):
        points[0]["main"] = True
    return points


@cache
def feeling_words() -> list[tuple[str, str]]:
    """What a feeling can be picked from: the word, and the family it belongs to."""
    names = families()
    return sorted({(word, names[family].name) for word, family, _ in words_for_choice()})
