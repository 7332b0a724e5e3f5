"""What a group is asked to practise, and how far everybody is."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from practice import access, queries, services
from practice.display import wording
from practice.forms.cohorts import AssignmentForm
from practice.http import Request
from practice.models import Cohort, Scenario
from practice.queries.days import today_in
from practice.views.downloads import csv_file

A_WEEK = timedelta(days=7)


@require_http_methods(["GET", "HEAD", "POST"])
def assignment_new(request: Request, pk: UUID) -> HttpResponse:
    """Ask a group for some replies. The address can name clients and a strategy to begin with."""
    cohort = access.cohort_for(request.user, pk)
    form = AssignmentForm(request.POST or None, cohort=cohort, initial=_suggested(request, cohort))
    if form.is_valid():
        made = services.create_assignment(cohort=cohort, by=request.user, **form.cleaned_data)
        messages.success(request, f"“{made}” is set. Everybody in {cohort} finds it at home.")
        return redirect("assignment", made.pk)
    return render(request, "practice/assignment_new.html", {"cohort": cohort, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def assignment(request: Request, pk: UUID) -> HttpResponse:
    """How far everybody is; and what was asked can be changed here, or asked no longer."""
    found = access.assignment_for(request.user, pk)
    if request.POST.get("do") == "remove":
        services.remove_assignment(assignment=found)
        messages.success(request, f"“{found.title}” is asked no longer. The replies stay.")
        return redirect("cohort", found.cohort_id)
    kept: dict[str, Any] = {
        "title": found.title,
        "due_on": found.due_on,
        "attempts_wanted": found.attempts_wanted,
        "strategy": found.strategy,
        "scenarios": list(found.scenarios.values_list("pk", flat=True)),
    }
    form = AssignmentForm(request.POST or None, cohort=found.cohort, initial=kept)
    if form.is_valid():
        services.change_assignment(assignment=found, **form.cleaned_data)
        messages.success(request, "Saved, and counted anew.")
        return redirect("assignment", found.pk)
    parts = queries.parts_of(found)
    return render(
        request,
        "practice/assignment.html",
        {
            "assignment": found,
            "cohort": found.cohort,
            "form": form,
            "parts": parts,
            "through": sum(part.through for part in parts),
        },
    )


@require_safe
def assignment_csv(request: Request, pk: UUID) -> HttpResponse:
    """How far everybody is, as a file."""
    found = access.assignment_for(request.user, pk)
    services.log_exports(
        who=request.user,
        subjects=[part.trainee.pk for part in queries.parts_of(found)],
        about=f"how far everybody is with “{found}”",
    )
    return csv_file(f"{found.cohort.name} {found.title}", queries.parts_table(found))


def _suggested(request: Request, cohort: Cohort) -> dict[str, Any]:
    strategy = request.GET.get("strategy", "")
    slugs = request.GET.getlist("client")
    suggested: dict[str, Any] = {"due_on": today_in(cohort) + A_WEEK}
    if strategy in wording.RUBRICS:
        suggested |= {"strategy": strategy, "title": wording.RUBRICS[strategy].label}
    if slugs:
        chosen = Scenario.objects.published().filter(slug__in=slugs)
        suggested["scenarios"] = list(chosen.values_list("pk", flat=True))
        suggested["attempts_wanted"] = len(suggested["scenarios"]) or 3
    return suggested
