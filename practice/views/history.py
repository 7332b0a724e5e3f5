"""Every reply one sent."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from practice import queries
from practice.forms.practising import HistoryForm
from practice.http import Request


@require_safe
def history(request: Request) -> HttpResponse:
    """The replies that fit the filters of the address, newest first, a page at a time."""
    form = HistoryForm(request.GET)
    wanted = form.filters()
    page = queries.history(request.user, wanted, before=form.place())
    return render(
        request,
        "practice/history.html",
        {
            "form": form,
            "page": page,
            "filtered": bool(wanted),
            "any": bool(page.attempts) or queries.has_replied(request.user),
            "older_url": _address(request, page.older) if page.older else "",
            "newest_url": _address(request, None) if form.place() else "",
        },
    )


def _address(request: Request, before: UUID | None) -> str:
    """This page's own address with another place to go on from."""
    query = request.GET.copy()
    query.pop("before", None)
    if before:
        query["before"] = str(before)
    return f"{reverse('history')}?{query.urlencode()}"
