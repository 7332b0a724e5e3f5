"""What the admin's own pages share: who asks, and what is written into the admin's history."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib import admin
from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.core.exceptions import PermissionDenied
from django.db.models import DateTimeField, Field, Model
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from practice.authoring.files import UNSEEN as UNSEEN_SIGNS
from practice.forms.fields import MomentField
from practice.models import User

if TYPE_CHECKING:
    AnyAdmin = admin.ModelAdmin[Any]
else:  # Django's class takes no parameter while it runs
    AnyAdmin = admin.ModelAdmin

Page = Callable[..., HttpResponse]
UNSEEN = re.compile(rf"[{UNSEEN_SIGNS}]")
READ, WRITE, FORM = ("GET", "HEAD"), ("POST",), ("GET", "HEAD", "POST")
FLAGS = {"added": ADDITION, "changed": CHANGE, "removed": DELETION}


# One box for a day and a time, as browsers draw it; Django's two lack a label for the second.
ONE_BOX: dict[type[Field[Any, Any]], dict[str, Any]] = {
    DateTimeField: {
        "form_class": MomentField,
        "widget": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    }
}


def person_of(request: HttpRequest) -> User:
    """The admin who asks. The admin's pages let nobody in who is not signed in."""
    return cast(User, request.user)


def typed(request: HttpRequest, name: str, most: int = 500) -> str:
    """A sentence that was sent beside a form: without signs that nobody sees, on one line."""
    return " ".join(UNSEEN.sub("", request.POST.get(name, "")).split())[:most]


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


def guarded(of: AnyAdmin, view: Page, methods: Iterable[str]) -> Page:
    """A page beside those of a model: for who may change it, by some methods alone."""
    allowed = tuple(methods)

    @wraps(view)
    def shown(request: HttpRequest, **more: Any) -> HttpResponse:
        if not of.has_change_permission(request):
            raise PermissionDenied
        if request.method not in allowed:
            return HttpResponseNotAllowed(allowed)
        return view(request, **more)

    return of.admin_site.admin_view(shown)
