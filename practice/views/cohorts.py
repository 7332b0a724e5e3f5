"""Groups: which there are, how each one is doing, what they are called and how one joins."""

from __future__ import annotations

from datetime import datetime, timedelta
from datetime import time as clock
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from practice import access, queries, services
from practice.forms.cohorts import CodeForm, CohortForm
from practice.http import Request
from practice.models import AccessLog
from practice.queries import WINDOWS
from practice.views.downloads import csv_file


@require_safe
def cohorts(request: Request) -> HttpResponse:
    """The groups one supervises."""
    found = queries.cohorts_of(request.user)
    if not found and not access.may_create_cohorts(request.user):
        raise Http404
    return render(request, "practice/cohorts.html", {"cohorts": found})


@require_http_methods(["GET", "HEAD", "POST"])
def cohort_new(request: Request) -> HttpResponse:
    """Make a group; one supervises it then."""
    if not access.may_create_cohorts(request.user):
        raise Http404
    form = CohortForm(request.POST or None, initial={"time_zone": request.user.time_zone})
    if form.is_valid():
        made = services.create_cohort(by=request.user, **form.cleaned_data)
        messages.success(request, f"{made} is there. Its code lets people join.")
        return redirect("cohort_roster", made.pk)
    return render(request, "practice/cohort_new.html", {"form": form})


@require_safe
def cohort(request: Request, pk: UUID) -> HttpResponse:
    """What to teach next, who practised, where each one stands, what was asked of them."""
    found = access.cohort_for(request.user, pk)
    overview = queries.overview(found, weeks=_weeks(request))
    if overview.teach:  # its examples are whole replies
        services.log_accesses(
            who=request.user,
            attempts=[one.attempt for one in overview.teach.examples],
            action=AccessLog.Action.READ,
        )
    return render(
        request,
        "practice/cohort.html",
        {
            "cohort": found,
            "overview": overview,
            "windows": WINDOWS,
            "assignments": queries.assignments_of(found),
        },
    )


@require_safe
def cohort_csv(request: Request, pk: UUID) -> HttpResponse:
    """The same as a table."""
    found = access.cohort_for(request.user, pk)
    overview = queries.overview(found, weeks=_weeks(request))
    services.log_exports(
        who=request.user,
        subjects=[row.trainee.pk for row in overview.rows],
        about=f"how everybody in {found} is doing",
    )
    return csv_file(f"{found.name} overview", queries.overview_table(overview))


@require_safe
def cohort_weeks_csv(request: Request, pk: UUID) -> HttpResponse:
    """The weeks as a table. Nobody in particular is in it."""
    found = access.cohort_for(request.user, pk)
    return csv_file(f"{found.name} weeks", queries.weeks_table(queries.overview(found)))


@require_http_methods(["GET", "HEAD", "POST"])
def cohort_edit(request: Request, pk: UUID) -> HttpResponse:
    """What it is called, where its days begin, what supervisors see; and its code."""
    found = access.cohort_for(request.user, pk)
    kept = {
        "name": found.name,
        "time_zone": found.time_zone,
        "visible_by_default": found.visible_by_default,
    }
    form = CohortForm(request.POST or None, initial=kept)
    if form.is_valid():
        services.change_cohort(cohort=found, **form.cleaned_data)
        messages.success(request, "Saved.")
        return redirect("cohort", found.pk)
    return render(request, "practice/cohort_edit.html", {"cohort": found, "form": form})


@require_POST
def cohort_code(request: Request, pk: UUID) -> HttpResponse:
    """Change the code, or say until when it is good."""
    found = access.cohort_for(request.user, pk)
    form = CodeForm(request.POST)
    if request.POST.get("do") == "renew":
        services.renew_join_code(cohort=found)
        messages.success(request, "There is a new code. The old one opens nothing any more.")
    elif request.POST.get("do") == "close":
        services.expire_join_code(cohort=found, at=timezone.now())
        messages.success(request, "The code opens nothing now.")
    elif form.is_valid():
        until = form.cleaned_data["until"]
        zone = ZoneInfo(found.time_zone)
        at = datetime.combine(until + timedelta(days=1), clock.min, zone) if until else None
        services.expire_join_code(cohort=found, at=at)
        messages.success(request, "Saved.")
    else:
        messages.error(request, f"{form.errors['until'][0]} The code stays as it was.")
    return redirect("cohort_roster", found.pk)


def _weeks(request: Request) -> int:
    asked = request.GET.get("weeks", "")
    return int(asked) if asked in {str(one) for one in WINDOWS} else WINDOWS[1]
