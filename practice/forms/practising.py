"""What trainees send: a reply, a choice, a report, a search of their own."""

from __future__ import annotations

import time
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError

from practice.display import wording
from practice.forms.fields import DayField, TypedField
from practice.models.attempts import REPLY_LIMIT
from practice.models.scenarios import REPORT_LIMIT

STRATEGIES = [(rubric.strategy, rubric.label) for rubric in wording.RUBRICS.values()]
DIFFICULTIES = list(wording.DIFFICULTIES.items())
TORN = "This form did not arrive whole. Your words are here: please send them again."


def milliseconds() -> int:
    """Now, as a form carries it to tell how long a reply took."""
    return time.time_ns() // 1_000_000


class ReplyForm(forms.Form):
    """A reply on its way, with the token that lets it be saved once."""

    token = forms.UUIDField(
        widget=forms.HiddenInput, error_messages={"required": TORN, "invalid": TORN}
    )
    began = forms.IntegerField(widget=forms.HiddenInput, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    again = forms.CharField(widget=forms.HiddenInput, required=False)
    reply = TypedField(
        error_messages={"required": "There is nothing to send yet. A few words are enough."},
        widget=forms.Textarea(
            attrs={
                "rows": 5,
                "class": "reply-field",
                "dir": "auto",
                "autocomplete": "off",
                "aria-describedby": "saved task",
            }
        ),
    )
    self_rating = forms.TypedChoiceField(
        choices=list(wording.RATINGS.items()),
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    aided = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", "use_required_attribute": False, **kwargs})
        if self.is_bound and "reply" in self.errors:
            described = "reply-error saved task"
            self.fields["reply"].widget.attrs |= {"aria-describedby": described}

    def clean_reply(self) -> str:
        reply: str = self.cleaned_data["reply"]
        if len(reply) > REPLY_LIMIT:
            raise ValidationError(
                f"These are {len(reply.split()):,} words, more than anybody could say in one go. "
                f"There is room for {REPLY_LIMIT:,} characters. It is all here: shorten it, and "
                "send it again."
            )
        return reply

    def duration_ms(self) -> int | None:
        """From opening the form to sending it."""
        began = self.cleaned_data["began"]
        return milliseconds() - began if began else None

    def renew_token(self) -> None:
        """Make this a form of its own: what is sent from it next is saved anew."""
        self.data = {**dict(self.data.items()), "token": str(uuid4())}


class ChoiceForm(forms.Form):
    """Which client is wanted next."""

    strategy = forms.ChoiceField(choices=STRATEGIES, required=False)
    difficulty = forms.TypedChoiceField(
        choices=DIFFICULTIES, coerce=int, empty_value=None, required=False
    )


class StirredForm(forms.Form):
    """What came up in the trainee."""

    word = forms.ChoiceField(choices=list(wording.STIRRINGS.items()))


class ReportForm(forms.Form):
    """What is wrong with a scenario."""

    reason = TypedField(
        label="What is wrong with it?",
        error_messages={"required": "Please say in a few words what is wrong."},
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )

    def clean_reason(self) -> str:
        reason: str = self.cleaned_data["reason"]
        if len(reason) > REPORT_LIMIT:
            raise ValidationError(
                f"There is room for {REPORT_LIMIT:,} characters; these are {len(reason):,}."
            )
        return reason


class HistoryForm(forms.Form):
    """Which of one's own replies to show. It lives in the address."""

    strategy = forms.ChoiceField(choices=[("", "All"), *STRATEGIES], required=False)
    difficulty = forms.TypedChoiceField(
        choices=[("", "All"), *DIFFICULTIES], coerce=int, empty_value=None, required=False
    )
    verdict = forms.ChoiceField(
        label="Verdict",
        choices=[
            ("", "All"),
            ("met", "Met"),
            ("partly", "Partly"),
            ("not_yet", "Not yet"),
            ("abstained", "Could not be judged"),
        ],
        required=False,
    )
    since = DayField(label="From", required=False)
    until = DayField(label="To", required=False)
    before = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.is_valid()

    def filters(self) -> dict[str, Any]:
        """What is asked for and makes sense; the rest is left out."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name != "before" and value not in ("", None)
        }

    def place(self) -> UUID | None:
        """The reply to go on from."""
        place: UUID | None = self.cleaned_data.get("before")
        return place
