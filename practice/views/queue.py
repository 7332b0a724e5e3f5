"""The queue: what needs eyes first, and the views of it that a supervisor keeps."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from practice import access, queries, services
from practice.forms.reviews import ViewForm
from practice.http import Request
from practice.models import QueueRank
from practice.services import LimitError
from practice.views.queue_page import place_of
from practice.views.undoing import just_released

# Why they wait, of one reply and of several.
WAITS = {
    QueueRank.ASKED: ("asks for a review", "ask for a review"),
    QueueRank.ABSTAINED: ("the rules cannot judge", "the rules cannot judge"),
    QueueRank.DISPUTED: ("is seen differently", "are seen differently"),
    QueueRank.STUCK: ("is low after several tries", "are low after several tries"),
    QueueRank.REST: ("nobody has looked at", "nobody has looked at"),
    QueueRank.REVIEWED: ("is reviewed", "are reviewed"),
}


@require_safe
def queue(request: Request) -> HttpResponse:
    """What needs eyes first. The filters live in the address."""
    access.as_supervisor(request.user)
    place = place_of(request)
    place.form.offer(
        queries.cohorts_to_choose(request.user), queries.trainees_to_choose(request.user)
    )
    counts = queries.waiting_counts(request.user, place.wanted.cohort)
    filters = place.form.query()
    older = "&".join(part for part in (filters, f"after={place.page.after}") if part)
    return render(
        request,
        "practice/queue.html",
        {
            "place": place,
            "counts": [(number, WAITS[rank][number != 1]) for rank, number in counts.items()],
            "filters": filters,
            "older_url": f"{reverse('queue')}?{older}" if place.page.after else "",
            "first_url": _queue(filters) if request.GET.get("after") else "",
            "views": queries.views_of(request.user),
            "view_form": ViewForm(
                initial={"query": filters, "name": request.GET.get("name", "")[:60]}
            ),
            "answers": queries.answers_waiting(request.user),
            "released": just_released(request),
        },
    )


@require_POST
def save_view(request: Request) -> HttpResponse:
    """Keep the queue as it is filtered now, under a name."""
    access.as_supervisor(request.user)
    form = ViewForm(request.POST)
    query = request.POST.get("query", "")[:500]
    if not form.is_valid():
        messages.error(request, " ".join(str(one) for one in form.errors.get("name", ())))
        return redirect(_queue(query))
    name = form.cleaned_data["name"]
    try:
        services.save_view(supervisor=request.user, name=name, query=query)
    except LimitError as error:
        messages.error(request, str(error))
        named = urlencode({"name": name})  # stands in its field again
        return redirect(_queue(f"{query}&{named}" if query else named))
    messages.success(request, f"Kept as “{name}”.")
    return redirect(_queue(query))


@require_POST
def forget_view(request: Request, pk: int) -> HttpResponse:
    """Keep a view no longer."""
    view = access.saved_view(request.user, pk)
    services.forget_view(view=view)
    messages.success(request, f"“{view.name}” is gone.")
    return redirect("queue")


def _queue(query: str) -> str:
    return f"{reverse('queue')}{f'?{query}' if query else ''}"
