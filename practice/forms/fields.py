"""Fields that several forms share: words as typed, days and moments."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator

NO_NULL = (
    "Something in it cannot be saved: a sign that no keyboard types. It is taken out below; "
    "please look your words over, and send them again."
)
NO_SUCH_YEAR = "Please choose a day in the years 2000 to 2100."


class TypedField(forms.CharField):
    """Words as typed: never stripped, line ends made alike, and handed back whatever is wrong."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(strip=False, **kwargs)
        self.validators = [ProhibitNullCharactersValidator(message=NO_NULL)]

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def validate(self, value: Any) -> None:
        """Blank is empty, too."""
        super().validate(value.strip())

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What goes back into the box: without what no box can hold."""
        return data.replace("\x00", "") if isinstance(data, str) else data


def in_this_century(day: date) -> None:
    """Raises ValidationError: what lies at the ends of the calendar has no day before or behind."""
    if not 2000 <= day.year <= 2100:
        raise ValidationError(NO_SUCH_YEAR)


class MomentField(forms.DateTimeField):
    """A day of this century, and a time."""

    default_validators = [in_this_century]


class DayField(forms.DateField):
    """A day of this century."""

    default_validators = [in_this_century]

    def __init__(self, **kwargs: Any) -> None:
        says = {"required": "A day is needed.", "invalid": "This is not a day."}
        widget = forms.DateInput({"type": "date"}, "%Y-%m-%d")
        super().__init__(widget=widget, error_messages=says, **kwargs)
