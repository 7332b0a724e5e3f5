"""One comment for replies that make the same moves."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from practice import access, queries, services
from practice.display import wording
from practice.forms.reviews import AlikeForm, QueueForm
from practice.http import Request
from practice.models import AccessLog
from practice.services import ReviewError


@require_safe
def alike_groups(request: Request) -> HttpResponse:
    """Groups of replies that make the same moves, among those at the head of the queue."""
    access.as_supervisor(request.user)
    form = QueueForm(request.GET)
    groups = queries.groups_in_queue(request.user, replace(form.wanted(), shown="waiting"))
    context = {"groups": groups, "filters": form.query()}
    return render(request, "practice/alike_groups.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def look_alikes(request: Request, pk: UUID) -> HttpResponse:
    """Replies like this one, and a comment that goes into a draft on each of those chosen."""
    attempt = access.reviewable_attempt(request.user, pk)
    alike = queries.look_alikes(request.user, attempt)
    criteria = [(one, wording.CRITERIA[one].label) for one in services.rules_verdicts(attempt)]
    form = AlikeForm(request.POST or None, criteria=criteria)
    chosen = request.POST.getlist("alike") if request.method == "POST" else None
    if form.is_valid():
        try:
            drafts = services.comment_on_look_alikes(
                attempt=attempt,
                others=[one for one in alike if str(one.pk) in (chosen or ())],
                supervisor=request.user,
                text=form.cleaned_data["text"],
                criterion=form.cleaned_data["criterion"],
            )
        except ReviewError as error:
            form.add_error(None, str(error))
        else:
            number = len(drafts)
            have = "draft has" if number == 1 else "drafts have"
            messages.success(request, f"{number} {have} the comment. Read each over, then release.")
            return redirect(f"{reverse('queue')}?shown=drafts")
    services.log_accesses(
        who=request.user, attempts=[attempt, *alike], action=AccessLog.Action.BLIND
    )
    return render(
        request,
        "practice/look_alikes.html",
        {
            "attempt": attempt,
            "version": attempt.scenario_version,
            "alike": [
                {"attempt": one, "chosen": chosen is None or str(one.pk) in chosen} for one in alike
            ],
            "form": form,
        },
    )
