"""What the admin's own pages share: who asks, and what is written into the admin's history."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.db.models import DateTimeField, Field, Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from practice.models import User

FLAGS = {"added": ADDITION, "changed": CHANGE, "removed": DELETION}


# One box for a day and a time, as browsers draw it; Django's two lack a label for the second.
ONE_BOX: dict[type[Field[Any, Any]], dict[str, Any]] = {
    DateTimeField: {
        "form_class": forms.DateTimeField,
        "widget": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    }
}


def person_of(request: HttpRequest) -> User:
    """The admin who asks. The admin's pages let nobody in who is not signed in."""
    return cast(User, request.user)


def note(request: HttpRequest, thing: Model, says: str, how: str = "changed") -> None:
    """Write into the admin's history who did what."""
    note_all(request, [thing], says, how)


def note_all(
    request: HttpRequest, things: Iterable[Model], says: str, how: str = "changed"
) -> None:
    """The same for several at once."""
    LogEntry.objects.log_actions(
        user_id=person_of(request).pk,
        queryset=list(things),
        action_flag=FLAGS[how],
        change_message=says,
    )


def page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """One of the admin's own pages."""
    return render(request, template, context)
