"""What trainees and supervisors send about a reply, and what is said when it does not fit."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from practice.forms import TypedField
from practice.models.requests import TEXT_LIMIT
from practice.models.reviews import COMMENT_LIMIT


def _short(text: str, limit: int) -> str:
    if len(text) > limit:
        raise ValidationError(
            f"There is room for {limit:,} characters; these are {len(text):,}. It is all here: "
            "shorten it, and send it again."
        )
    return text


class AskForm(forms.Form):
    """A reply sent for review, with a question or without."""

    question = TypedField(
        label="Is there something you want to know?",
        help_text="A question brings a better answer. You can leave it empty.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    shares_rating = forms.BooleanField(
        label="Show how close I thought I was",
        help_text="Otherwise that stays yours alone.",
        required=False,
    )

    def __init__(self, *args: Any, rated: bool, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", "prefix": None, **kwargs})
        self.fields["question"].widget.attrs["id"] = "ask-question"
        if not rated:
            del self.fields["shares_rating"]

    def clean_question(self) -> str:
        return _short(self.cleaned_data["question"], TEXT_LIMIT)


class DisputeForm(forms.Form):
    """One finding that the trainee sees differently."""

    criterion = forms.ChoiceField(
        label="Which point?", error_messages={"required": "Please choose the point you mean."}
    )
    text = TypedField(
        label="How do you see it?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto", "id": "dispute-text"}),
    )

    def __init__(self, *args: Any, criteria: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        field = self.fields["criterion"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = criteria

    def clean_text(self) -> str:
        return _short(self.cleaned_data["text"], TEXT_LIMIT)


class AnswerForm(forms.Form):
    """A turn of the conversation under a review."""

    text = TypedField(
        label="Your answer",
        error_messages={"required": "There is nothing to send yet."},
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    def clean_text(self) -> str:
        return _short(self.cleaned_data["text"], COMMENT_LIMIT)
