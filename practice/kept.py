"""What somebody sent when their session or their form had run out: kept, never lost.

It is put by in the session and waits behind the sign-in. It is sent again only from a form on
which the person sees their words and says so, with the token of the first form, so that it is
saved once. Nothing is put by unless the request came from a page of ours: a page elsewhere
could else fill somebody's session, or replace it.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any, TypedDict

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django_htmx.http import HttpResponseClientRedirect

SESSION_KEY = "kept_reply"
HOURS = 24
LARGEST = 60_000  # characters; a reply has 4,000 at most
LEFT_OUT = {"csrfmiddlewaretoken", "ask"}
WROTE = "What you wrote"
# Where words are typed that are worth keeping: the page's name, its fields, and what to call them.
# A name that ends in a dash stands for every field that begins with it.
TYPED: dict[str, dict[str, str]] = {
    "practise": {"reply": WROTE},
    "report_scenario": {"reason": WROTE},
    "ask_review": {"question": WROTE},
    "dispute": {"text": WROTE},
    "answer_back": {"text": WROTE},
    "answer_trainee": {"text": WROTE},
    "look_alikes": {"text": WROTE},
    "comments": {"text": WROTE},
    "comment": {"text": WROTE},
    "transcripts": {"text": WROTE},
    "cohort_import": {"text": WROTE},
    "review": {
        "overall": "To the trainee",
        "why-": "Why you see it otherwise",
        "note-": "On one point",
        "phrase-text": "On some words",
        "private_note": "A note to yourself",
    },
    "admin:practice_scenario_add": {"statement": WROTE},
    "admin:practice_scenario_change": {"statement": WROTE},
}


class Stored(TypedDict):
    """As it lies in the session."""

    page: str
    kwargs: dict[str, str]
    fields: list[list[str]]
    at: float


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that was sent. `label` is "" for what nobody typed."""

    name: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A form that was sent in vain."""

    page: str
    kwargs: dict[str, str]
    fields: tuple[tuple[str, str], ...]

    @property
    def action(self) -> str:
        """Where it was sent. Made from a page's name: never an address that was handed in."""
        return reverse(self.page, kwargs=self.kwargs)

    @property
    def sent(self) -> list[Field]:
        """Everything, in the order in which it was sent: what stands together stays together."""
        return [
            Field(name, value, _label(self.page, name) if value.strip() else "")
            for name, value in self.fields
        ]

    @property
    def words(self) -> list[Field]:
        """What was typed."""
        return [field for field in self.sent if field.label]

    @property
    def text(self) -> str:
        """The words alone."""
        return "\n\n".join(field.value for field in self.words)

    @property
    def person(self) -> str:
        """Whose form it was, as far as the form said."""
        return dict(self.fields).get("person", "")


def has_page(request: HttpRequest) -> bool:
    """Whether the address that was sent to is a page as well."""
    return request.resolver_match is not None and request.resolver_match.view_name in TYPED


def read(request: HttpRequest) -> Kept | None:
    """What a request tried to send, where it holds words worth keeping."""
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return None
    fields = tuple(
        (name, value)
        for name, values in request.POST.lists()
        if name not in LEFT_OUT
        for value in values
    )
    kwargs = {name: str(value) for name, value in match.kwargs.items()}
    kept = Kept(match.view_name, kwargs, fields)
    return kept if kept.words else None


def _label(page: str, name: str) -> str:
    """What to call the words of a field; "" where no words are typed."""
    typed = TYPED.get(page, {})
    begins, dash, _ = name.partition("-")
    return typed.get(name) or typed.get(begins + dash, "")


def put_by(request: HttpRequest, kept: Kept) -> HttpResponse | None:
    """Keep what was sent and lead to where it waits. None if it is too much to keep.

    Only for requests that are known to come from a page of ours.
    """
    size = sum(len(name) + len(value) for name, value in kept.fields)
    if size > LARGEST or not ratelimit.consume(request, action="keep_reply"):
        return None
    stored: Stored = {
        "page": kept.page,
        "kwargs": kept.kwargs,
        "fields": [[name, value] for name, value in kept.fields],
        "at": time.time(),
    }
    request.session[SESSION_KEY] = stored
    where = reverse("kept_reply")
    return HttpResponseClientRedirect(where) if is_htmx(request) else HttpResponseRedirect(where)


def waiting(request: HttpRequest) -> Kept | None:
    """What waits in the session, unless it has waited too long."""
    stored: Any = request.session.get(SESSION_KEY)
    if stored is None:
        return None
    kept = Kept(
        stored["page"],
        stored["kwargs"],
        tuple((name, value) for name, value in stored["fields"]),
    )
    try:
        kept.action  # noqa: B018 a page may have gone since
    except (NoReverseMatch, KeyError):
        forget(request)
        return None
    if time.time() - stored["at"] > HOURS * 3600:
        forget(request)
        return None
    return kept


def forget(request: HttpRequest) -> None:
    """Let go of what waits."""
    request.session.pop(SESSION_KEY, None)


def is_htmx(request: HttpRequest) -> bool:
    """Whether htmx sent it."""
    return request.headers.get("HX-Request") == "true"


def from_our_page(request: HttpRequest) -> bool:
    """Whether the browser vouches that a page of ours sent this.

    Neither header can be set by a page elsewhere: browsers write the first themselves, and the
    second would need a permission that we never give.
    """
    return request.headers.get("Sec-Fetch-Site") == "same-origin" or is_htmx(request)
