"""What becomes of a scenario: retired, brought back, an older version restored, a draft let go."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from practice.admin.house import note, page, person_of
from practice.authoring.diff import Change, changes
from practice.models import Scenario, ScenarioVersion
from practice.previews import scenarios as scenario_preview
from practice.services import authoring

STALE = "Somebody else saved this in the meantime. Nothing was done: look at it first."


@dataclass(frozen=True, slots=True)
class Step:
    """A version, and what it changed of the one before it."""

    version: ScenarioVersion
    changes: tuple[Change, ...]
    first: bool
    attempts: int


def change_state(request: HttpRequest, scenario: Scenario) -> HttpResponse:
    """Do one of the things that a button of the scenario's page asks for."""
    try:
        return _done(request, scenario, request.POST.get("do", ""))
    except authoring.StaleDraftError:
        messages.error(request, STALE)
        return redirect("admin:practice_scenario_change", scenario.pk)


def _done(request: HttpRequest, scenario: Scenario, do: str) -> HttpResponse:
    stamp = request.POST.get("stamp", "")
    match do:
        case "retire":
            authoring.retire(scenario=scenario)
            says = "Retired. Nobody is given it any more; replies made to it read as before."
        case "bring_back":
            authoring.bring_back(scenario=scenario)
            says = "Brought back into practice."
        case "discard":
            authoring.discard_draft(scenario=scenario, made_from=stamp)
            says = "The draft is gone. What is published stays."
        case "restore":
            version = get_object_or_404(scenario.versions, number=_number(request))
            authoring.restore(version=version, by=person_of(request), made_from=stamp)
            says = f"The draft is now version {version.number} as it was. Publish it to use it."
        case "remove" if scenario.current is None:
            authoring.remove(scenario=scenario, made_from=stamp)
            note(request, scenario, "Removed a draft that was never published.", "removed")
            messages.success(request, "The draft is removed.")
            return redirect("admin:practice_scenario_changelist")
        case _:
            raise Http404
    note(request, scenario, says)
    messages.success(request, says)
    return redirect("admin:practice_scenario_change", scenario.pk)


def _number(request: HttpRequest) -> int:
    typed = request.POST.get("number", "")
    return int(typed) if typed.isdecimal() and len(typed) < 9 else 0


def history(request: HttpRequest, scenario: Scenario) -> HttpResponse:
    """Every version: who, when, why, and what it changed."""
    versions = authoring.versions_of(scenario)
    before: dict[int, ScenarioVersion] = {one.number: one for one in versions}
    steps = []
    for version in versions:
        older = before.get(version.number - 1)
        found = changes(older.content, version.content) if older else ()
        steps.append(Step(version, found, older is None, getattr(version, "attempt_count", 0)))
    draft = (
        changes(scenario.current.content, scenario.draft)
        if scenario.draft is not None and scenario.current
        else None
    )
    context = {
        "scenario": scenario,
        "steps": steps,
        "draft": draft,
        "stamp": authoring.stamp(scenario),
        "section": "scenarios",
    }
    return page(request, "admin/practice/scenario/history.html", context)


def preview(request: HttpRequest, scenario: Scenario) -> HttpResponse:
    """What the draft would change in the scores of replies already made."""
    if scenario.draft is None or scenario.current is None:
        return redirect("admin:practice_scenario_change", scenario.pk)
    counted = scenario_preview.count(scenario)
    context = {"scenario": scenario, "counted": counted, "section": "scenarios"}
    part = "#counted" if request.headers.get("HX-Request") else ""
    return page(request, f"admin/practice/scenario/preview.html{part}", context)
