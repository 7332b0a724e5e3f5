"""What trainees and supervisors send about a reply, and what is said when it does not fit."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from practice import queries
from practice.display import wording
from practice.forms.fields import DayField, TypedField
from practice.forms.practising import STRATEGIES
from practice.models import Cohort, QueueRank
from practice.models.requests import TEXT_LIMIT
from practice.models.reviews import COMMENT_LIMIT

WAITING = [(rank.value, rank.label) for rank in QueueRank if rank != QueueRank.REVIEWED]
WHICH = "Please choose the point you mean."
SHOWN = [
    ("waiting", "What waits"),
    ("reviewed", "Reviewed"),
    ("second", "Reviewed by somebody else"),
    ("drafts", "My drafts"),
    ("all", "Everything"),
]


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
        label="Which point?", error_messages=dict.fromkeys(("required", "invalid_choice"), WHICH)
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
        field.choices = [("", "Choose one"), *criteria]  # nothing is said by one press alone

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


class QueueForm(forms.Form):
    """Which replies the queue shows. It lives in the address."""

    cohort = forms.UUIDField(label="Group", required=False, widget=forms.Select)
    trainee = forms.UUIDField(label="Trainee", required=False, widget=forms.Select)
    strategy = forms.ChoiceField(choices=[("", "All"), *STRATEGIES], required=False)
    criterion = forms.ChoiceField(
        label="Not met",
        choices=[("", "Any"), *((one.id, one.label) for one in wording.CRITERIA.values())],
        required=False,
    )
    why = forms.TypedChoiceField(
        label="Why it waits",
        choices=[("", "Any"), *WAITING],
        coerce=int,
        empty_value=None,
        required=False,
    )
    shown = forms.ChoiceField(label="Show", choices=SHOWN, required=False)
    since = DayField(label="From", required=False)
    until = DayField(label="To", required=False)
    blind = forms.BooleanField(label="Rate before the rules’ verdict is shown", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.is_valid()

    def offer(self, cohorts: list[Cohort], trainees: list[tuple[UUID, str]]) -> None:
        """Fill the two lists to choose from."""
        groups = [("", "All"), *((str(one.pk), one.name) for one in cohorts)]
        people = [("", "Everybody"), *((str(pk), name) for pk, name in trainees)]
        for name, choices in (("cohort", groups), ("trainee", people)):
            widget = self.fields[name].widget
            assert isinstance(widget, forms.Select)
            widget.choices = choices

    def wanted(self) -> queries.Wanted:
        """What is asked for and makes sense."""
        asked = {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in ("why", "blind") and value not in ("", None)
        }
        return queries.Wanted(rank=self.cleaned_data.get("why"), **asked)

    def query(self) -> str:
        """The same, as it stands in an address."""
        asked = [
            (name, "on" if value is True else str(value))
            for name, value in self.cleaned_data.items()
            # 0 is the first reason for waiting, and as good as any.
            if value not in ("", None)
            and value is not False
            and (name, value) != ("shown", "waiting")
        ]
        return urlencode(asked)


class ViewForm(forms.Form):
    """A name for the queue as it is filtered now."""

    name = forms.CharField(
        label="Keep this view as",
        max_length=60,
        error_messages={"required": "A name is needed to find it again."},
    )
    query = forms.CharField(max_length=500, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", "auto_id": "view-%s", **kwargs})


class CommentForm(forms.Form):
    """A comment to keep at hand."""

    text = TypedField(
        label="A comment to keep",
        error_messages={"required": "There is nothing to keep yet."},
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    def clean_text(self) -> str:
        return _short(self.cleaned_data["text"], COMMENT_LIMIT)


class AlikeForm(forms.Form):
    """One comment for several replies."""

    criterion = forms.ChoiceField(label="About which point?", required=False)
    text = TypedField(
        label="The comment",
        error_messages={"required": "There is nothing in the comment yet."},
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )

    def __init__(self, *args: Any, criteria: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        field = self.fields["criterion"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "The reply as a whole"), *criteria]

    def clean_text(self) -> str:
        return _short(self.cleaned_data["text"], COMMENT_LIMIT)


class AgreementForm(forms.Form):
    """Whose verdicts are compared, and which. It lives in the address."""

    kind = forms.ChoiceField(
        label="Between",
        choices=[("rules", "The rules and supervisors"), ("supervisors", "Supervisors")],
        required=False,
    )
    scorer_version = forms.ChoiceField(label="Rules version", required=False)
    cohort = forms.ChoiceField(label="Group", required=False)
    blind_only = forms.BooleanField(
        label="Only what was rated before the rules’ verdict was shown", required=False
    )

    def __init__(
        self, *args: Any, versions: list[str], cohorts: list[Cohort], **kwargs: Any
    ) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        choices = {
            "scorer_version": [("", "All"), *((one, one) for one in versions)],
            "cohort": [("", "All"), *((str(one.pk), one.name) for one in cohorts)],
        }
        for name, offered in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = offered
        self.is_valid()

    def asked(self) -> dict[str, Any]:
        """What is asked for and makes sense."""
        cleaned = self.cleaned_data
        cohort = cleaned.get("cohort")
        return {
            "kind": cleaned.get("kind") or "rules",
            "scorer_version": cleaned.get("scorer_version") or "",
            "cohort": UUID(cohort) if cohort else None,
            "blind_only": bool(cleaned.get("blind_only")),
        }

    def query(self) -> str:
        """The same, as it stands in an address."""
        return urlencode(
            [
                (name, "on" if value is True else str(value))
                for name, value in self.asked().items()
                if value
            ]
        )
