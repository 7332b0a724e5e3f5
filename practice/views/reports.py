"""Telling the people who write scenarios that something is wrong with one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from practice import access, services
from practice.forms.practising import ReportForm
from practice.http import Request


@require_http_methods(["GET", "HEAD", "POST"])
def report_scenario(request: Request, slug: str) -> HttpResponse:
    """A scenario and a place to say what is wrong with it, also with one that is retired."""
    scenario = access.scenario_to_answer(request.user, slug)
    version = scenario.shown(request.POST.get("version"))
    form = ReportForm(request.POST or None)
    if form.is_valid():
        services.report_scenario(
            reporter=request.user, version=version, reason=form.cleaned_data["reason"]
        )
        messages.success(request, "Thank you. The people who write the scenarios will read it.")
        return redirect("home")
    return render(
        request,
        "practice/report_scenario.html",
        {"scenario": scenario, "version": version, "form": form},
    )
