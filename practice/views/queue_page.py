"""The queue beside a review: which filters the address holds, and who comes next."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from practice import queries
from practice.forms.reviews import QueueForm
from practice.http import Request
from practice.models import Attempt, QueueRank
from practice.queries import QueuePage, Wanted

LAST = "f" * 32  # a place behind every attempt with a smaller key


@dataclass(frozen=True, slots=True)
class Line:
    """One attempt in the list, with the address that opens it."""

    row: queries.Row
    url: str
    current: bool
    why: str  # it waits, where that is worth a word


@dataclass(frozen=True, slots=True)
class Place:
    """Where a supervisor is in the queue."""

    form: QueueForm
    wanted: Wanted
    query: str  # the filters, and where this page of the queue begins
    page: QueuePage
    lines: list[Line]
    at_top: bool

    @property
    def blind(self) -> bool:
        """Whether replies are rated before the rules' verdict is shown."""
        return bool(self.form.cleaned_data.get("blind"))

    def url_of(self, pk: UUID, part: str = "attempt") -> str:
        """The address of an attempt at this place in the queue."""
        return _url(pk, self.blind, self.query, part)


def place_of(request: Request, attempt: Attempt | None = None) -> Place:
    """The page of the queue that the address asks for, or the one with this attempt on it."""
    form = QueueForm(request.GET)
    wanted, after = form.wanted(), request.GET.get("after", "")
    page = queries.queue_page(request.user, wanted, after=after)
    if attempt and page.after and not _holds(page, attempt):
        begins = f"{attempt.queue_key - 1}.{LAST}"
        other = queries.queue_page(request.user, wanted, after=begins)
        if _holds(other, attempt):
            page, after = other, begins
    asked = form.query()
    query = "&".join(part for part in (asked, urlencode({"after": after}) if after else "") if part)
    blind = bool(form.cleaned_data.get("blind"))
    lines = [
        Line(
            row,
            _url(row.attempt.pk, blind, query, "attempt"),
            bool(attempt and row.attempt.pk == attempt.pk),
            _why(row, blind),
        )
        for row in page.rows
    ]
    return Place(form, wanted, query, page, lines, at_top=not after)


def neighbours(request: Request, place: Place, attempt: Attempt) -> tuple[str, str]:
    """The addresses of the attempts before and behind this one; "" where there is none."""
    order = [line.row.attempt.pk for line in place.lines]
    at = order.index(attempt.pk) if attempt.pk in order else None
    before = behind = None
    if at:
        before = order[at - 1]
    elif at is None or not place.at_top:
        before = queries.previous_in_queue(request.user, place.wanted, attempt)
    if at is not None and at + 1 < len(order):
        behind = order[at + 1]
    elif at is None or place.page.after:
        behind = queries.next_in_queue(request.user, place.wanted, attempt)
    return (place.url_of(before) if before else "", place.url_of(behind) if behind else "")


def next_free(request: Request, place: Place, attempt: Attempt) -> UUID | None:
    """The attempt behind this one that nobody else has open, to go on with."""
    order = [line.row.attempt.pk for line in place.lines]
    if attempt.pk in order:
        for line in place.lines[order.index(attempt.pk) + 1 :]:
            if line.row.claim is None or line.row.mine:
                return line.row.attempt.pk
    return queries.next_in_queue(request.user, place.wanted, attempt)


def _holds(page: QueuePage, attempt: Attempt) -> bool:
    return any(row.attempt.pk == attempt.pk for row in page.rows)


def _why(row: queries.Row, blind: bool) -> str:
    """Whoever rates before the rules' verdict is told nothing that comes of it."""
    rank = row.attempt.queue_rank
    told = rank == QueueRank.ASKED if blind else rank != QueueRank.REST
    return row.why if told else ""


def _url(pk: UUID, blind: bool, query: str, part: str) -> str:
    url = reverse("rate_blind" if blind else "review", args=[pk])
    return f"{url}{f'?{query}' if query else ''}{f'#{part}' if part else ''}"
