"""What supervisors send about a group: its name, its people, what it is asked to practise."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from practice import queries
from practice.forms.fields import DayField, TypedField
from practice.forms.people import zones_to_choose
from practice.forms.practising import STRATEGIES
from practice.models import Cohort, Scenario
from practice.queries.days import today_in

LARGEST_FILE = 500_000
EMPTY_FILE = {"empty": "This file is empty."}
MOST_WANTED = 200
A_NUMBER = f"A whole number from 1 to {MOST_WANTED}, please."


class Plain(forms.Form):
    """Labels without a colon."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})


class CohortForm(Plain):
    """What a group is called, and how it works."""

    name = forms.CharField(
        label="What is it called?",
        max_length=80,
        error_messages={"required": "A name is needed, so that people know where they are."},
    )
    time_zone = forms.ChoiceField(
        label="Where its days begin and end",
        choices=zones_to_choose,
        initial="UTC",
        error_messages={"invalid_choice": "This is not a time zone we know."},
    )
    visible_by_default = forms.BooleanField(
        label="Supervisors see replies as they are written",
        help_text="Otherwise only those that a trainee sends for review.",
        required=False,
        initial=True,
    )


class CodeForm(Plain):
    """Until when a group's code opens it."""

    until = DayField(
        label="The code is good until", help_text="Empty: until you change it.", required=False
    )


class SupervisorForm(Plain):
    """One more supervisor."""

    email = forms.EmailField(
        label="E-mail of another supervisor",
        error_messages={
            "required": "The address is needed.",
            "invalid": "This does not look like an address.",
        },
    )


class FileOrText(Plain):
    """What is chosen as a file, or else pasted: `text` has it either way."""

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if chosen := data.get("file"):
            data["text"] = decoded(chosen)
        if not data.get("text", "").strip() and not self.errors:
            raise ValidationError("There is no file, and nothing was pasted.")
        return data


class RosterForm(FileOrText):
    """A CSV file, chosen or pasted."""

    file = forms.FileField(label="A CSV file", required=False, error_messages=EMPTY_FILE)
    text = TypedField(
        label="Or its lines, pasted",
        help_text=(
            "The first line names the columns: email, and if you like role. Other columns, such as "
            "names, are left aside: people say themselves what they are called."
        ),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
    )


def decoded(chosen: Any) -> str:
    """The text of a file that was sent. Raises ValidationError."""
    if chosen.size > LARGEST_FILE:
        raise ValidationError("The file is larger than half a megabyte; please split it.")
    written: bytes = chosen.read()
    # What spreadsheets call "Unicode text" begins with a mark that nothing else begins with.
    coding = "utf-16" if written.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = written.decode(coding)
    except UnicodeDecodeError:
        raise ValidationError(
            "This is not a plain text file in UTF-8. In a spreadsheet, save it as “CSV UTF-8”; in "
            "a word processor, as plain text, UTF-8."
        ) from None
    if "\x00" in text:
        raise ValidationError("This does not look like a text file.")
    return text


if TYPE_CHECKING:
    ScenarioField = forms.ModelMultipleChoiceField[Scenario]
else:  # Django's class takes no parameter while it runs
    ScenarioField = forms.ModelMultipleChoiceField


class ScenarioChoices(ScenarioField):
    """Clients to choose, each with what one would know them by."""

    def label_from_instance(self, obj: Any) -> str:
        version = obj.current
        return f"{version.client_name}, {version.client_age}: {version.context}"


class AssignmentForm(Plain):
    """What a group is asked to practise."""

    title = forms.CharField(
        label="What is it called?",
        max_length=80,
        error_messages={"required": "A name is needed; trainees read it."},
    )
    due_on = DayField(label="Until the end of")
    attempts_wanted = forms.IntegerField(
        label="Replies wanted of everybody",
        min_value=1,
        max_value=MOST_WANTED,
        initial=3,
        error_messages={
            "required": "How many?",
            "invalid": A_NUMBER,
            "min_value": A_NUMBER,
            "max_value": A_NUMBER,
        },
    )
    strategy = forms.ChoiceField(
        label="Which strategy", choices=[("", "Any"), *STRATEGIES], required=False
    )
    scenarios = ScenarioChoices(
        label="Which clients",
        help_text="Choose none, and every client of the strategy counts.",
        queryset=Scenario.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": "A client you chose is not practised any more. The others are chosen "
            "still: look them over, and send it again."
        },
    )

    def __init__(self, *args: Any, cohort: Cohort, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today_in(cohort)
        field = self.fields["scenarios"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = queries.scenarios_to_set()

    def clean_due_on(self) -> date:
        """Today or later. What was asked until a day that is over can still be called otherwise."""
        day: date = self.cleaned_data["due_on"]
        if day < self.today and "due_on" in self.changed_data:
            raise ValidationError("This day is over. Please choose today or a later one.")
        return day

    def by_strategy(self) -> list[tuple[str, list[Any], bool]]:
        """The clients in groups, as the page shows them, and whether any of one is chosen."""
        labels = dict(STRATEGIES)
        groups: dict[str, list[Any]] = {}
        for box in self["scenarios"]:
            scenario = box.data["value"].instance
            groups.setdefault(labels[scenario.current.strategy], []).append(box)
        return [
            (label, boxes, any(box.data["selected"] for box in boxes))
            for label, boxes in groups.items()
        ]


class MoveForm(Plain):
    """Where somebody is moved to."""

    to = forms.ModelChoiceField(queryset=Cohort.objects.none(), empty_label=None)

    def __init__(self, *args: Any, cohorts: list[Cohort], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Cohort.objects.filter(pk__in=[one.pk for one in cohorts])


class ConversationForm(FileOrText):
    """A conversation to be coded, pasted or sent."""

    title = forms.CharField(
        label="What is it? (if you want to keep it)", max_length=80, required=False
    )
    file = forms.FileField(label="A text or CSV file", required=False, error_messages=EMPTY_FILE)
    text = TypedField(
        label="Or the conversation, pasted",
        help_text=(
            "Each turn begins with who speaks and a colon, as in “Client: I could not sleep.” "
            "A table has the columns speaker and text. Please leave real names out."
        ),
        required=False,
        widget=forms.Textarea(attrs={"rows": 10, "dir": "auto", "spellcheck": "false"}),
    )
    helper = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)
