"""Writing a scenario: the form, what is missing, and trying replies while one types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from practice import scoring
from practice.admin.house import note, page, person_of, typed
from practice.authoring.content import FAULTS, blank, clients_words, task_of
from practice.authoring.lint import (
    ASKS,
    BLOCKS,
    MODEL_AT_LEAST,
    SLIP_AT_MOST,
    anchor_of,
    faults_of,
    judging_examples,
    scored,
)
from practice.display.feedback import Feedback, feedback_on
from practice.forms.scenarios import Draft, draft_form, feeling_words
from practice.models import REPLY_LIMIT, Scenario
from practice.services import authoring
from practice.services.scorer_configs import config_in_force

TEMPLATE = "admin/practice/scenario/edit.html"
NOT_NAMED_YET = "new"  # the name in addresses is made when a scenario is saved first
TORN = "The form did not arrive whole. Nothing was saved; please send it again."
STALE = (
    "Somebody else saved this draft while you were writing. Your words are below: save again to "
    "keep yours, or open the page anew to see theirs."
)


@dataclass(frozen=True, slots=True)
class Example:
    """A model or a slip with what it scores as it stands."""

    label: str
    anchor: str
    reply: str
    score: int | None
    says: str
    good: bool


@dataclass(frozen=True, slots=True)
class Tried:
    """A reply that was tried, and all that was found in it."""

    reply: str
    card: Mapping[str, Any]
    feedback: Feedback


def edit(request: HttpRequest, scenario: Scenario | None) -> HttpResponse:
    """The page of a draft: GET shows it, POST saves, publishes or only tries."""
    if request.method != "POST":
        return _page(request, scenario, _form(scenario), _known(scenario))
    do = request.POST.get("do", "")
    more = do.removeprefix("more-") if do.startswith("more-") else ""
    form = draft_form(_known(scenario), request.POST, more=more)
    if not form.arrived():
        messages.error(request, TORN)
        return _page(request, scenario, _form(scenario), _known(scenario))
    content = form.content(scenario.slug if scenario else NOT_NAMED_YET)
    match do:
        case "watch" if request.headers.get("HX-Request"):
            return page(request, f"{TEMPLATE}#seen", _seen(request, scenario, content))
        case "try" | "watch":
            return _page(request, scenario, form, content)
        case _ if more:
            return _page(request, scenario, form, content)
        case "publish":
            return _publish(request, scenario, form, content)
        case _:
            return _save(request, scenario, form, content)


def _known(scenario: Scenario | None) -> dict[str, Any]:
    return authoring.being_written(scenario) if scenario else blank(NOT_NAMED_YET)


def _address(scenario: Scenario | None) -> str:
    """Where the form goes: to the scenario's own page as soon as it is there."""
    if scenario is None:
        return reverse("admin:practice_scenario_add")
    return reverse("admin:practice_scenario_change", args=[scenario.pk])


def _form(scenario: Scenario | None) -> Draft:
    return draft_form(_known(scenario))


def _save(
    request: HttpRequest, scenario: Scenario | None, form: Draft, content: dict[str, Any]
) -> HttpResponse:
    kept = _kept(request, scenario, content)
    if kept is None:
        return _page(request, scenario, form, content)
    messages.success(request, "Saved as a draft." if kept.draft else "Nothing is changed.")
    return redirect("admin:practice_scenario_change", kept.pk)


def _kept(
    request: HttpRequest, scenario: Scenario | None, content: dict[str, Any]
) -> Scenario | None:
    """The scenario with the draft saved; None when somebody else was quicker."""
    by = person_of(request)
    if scenario is None:
        made = authoring.new_scenario(content=content, by=by)
        note(request, made, "Began to write it.", "added")
        return made
    try:
        authoring.save_draft(
            scenario=scenario, content=content, by=by, made_from=request.POST.get("stamp", "")
        )
    except authoring.StaleDraftError:
        scenario.refresh_from_db()
        messages.error(request, STALE)
        return None
    note(request, scenario, "Saved the draft.")
    return scenario


def _publish(
    request: HttpRequest, scenario: Scenario | None, form: Draft, content: dict[str, Any]
) -> HttpResponse:
    kept = _kept(request, scenario, content)
    if kept is None:
        return _page(request, scenario, form, content)
    try:
        version = authoring.publish(
            scenario=kept, author=person_of(request), reason=typed(request, "reason")
        )
    except authoring.NotReadyError as error:
        messages.error(request, str(error))
        return _page(request, kept, _form(kept), _known(kept), refused=True)
    except authoring.StaleDraftError:
        messages.error(request, STALE)
        return _page(request, kept, form, content)
    note(request, kept, f"Published version {version.number}.")
    messages.success(request, f"Version {version.number} is published.")
    return redirect("admin:practice_scenario_change", kept.pk)


def _page(
    request: HttpRequest,
    scenario: Scenario | None,
    form: Draft,
    content: dict[str, Any],
    *,
    refused: bool = False,
) -> HttpResponse:
    seen = _seen(request, scenario, content)
    errors: dict[str, list[str]] = {}
    for finding in seen["findings"] if refused else ():
        if finding.level == "error":
            errors.setdefault(finding.anchor, []).append(finding.text)
    number = scenario.current.number if scenario and scenario.current else 0
    context = {
        **seen,
        "section": "scenarios",
        "scenario": scenario,
        "address": _address(scenario),
        "form": form,
        "stamp": authoring.stamp(scenario) if scenario else "",
        "name": content["client"]["name"] or "A new client",
        "errors": errors,
        "refused": refused,
        "blocks": BLOCKS,
        "asks": ASKS,
        "next_number": number + 1,
        "attempts": scenario.current.attempts.count() if scenario and scenario.current else 0,
        "feeling_words": feeling_words(),
        "reason": request.POST.get("reason", ""),
        "try_reply": request.POST.get("try_reply", ""),
    }
    return page(request, TEMPLATE, context)


def _seen(
    request: HttpRequest, scenario: Scenario | None, content: dict[str, Any]
) -> dict[str, Any]:
    """What the lint and the scorer say of the content as it stands. Nothing of it is saved."""
    findings = authoring.lint_in_bank(content)
    return {
        "findings": findings,
        "blocked": sum(one.level == "error" for one in findings),
        "asked": sum(one.level == "warning" for one in findings),
        "examples": _examples(content),
        "clients_words": clients_words(content["statement"]),
        "tried": _tried(request.POST.get("try_reply", ""), content),
        "statement": content["statement"],
        "untouched": scenario is not None and scenario.draft is None and not request.POST,
        "reason": request.POST.get("reason", ""),
    }


def _tried(reply: str, content: Mapping[str, Any]) -> Tried | None:
    reply = reply.replace("\r\n", "\n")[:REPLY_LIMIT]
    if not reply.strip() or not content["statement"]:
        return None
    card = scoring.scorecard_to_json(scored(reply, task_of(content), config_in_force()))
    return Tried(reply, card, feedback_on(card, reply, content["statement"]))


def _examples(content: Mapping[str, Any]) -> Sequence[Example]:
    if not content["statement"]:
        return []
    task, config = judging_examples(content), config_in_force()
    found: list[Example] = []
    for name, label in (("models", "Model"), ("slips", "Slip")):
        for i, row in enumerate(content[name]):
            if row["reply"]:
                card = scored(row["reply"], task, config)
                found.append(_example(f"{label} {i + 1}", anchor_of((name, i)), row, card))
    return found


def _example(label: str, anchor: str, row: Mapping[str, str], card: scoring.Scorecard) -> Example:
    faults = faults_of(card)
    names = ", ".join(FAULTS[one] for one in faults if one in FAULTS)
    if "fault" in row:
        good = card.score is not None and card.score <= SLIP_AT_MOST and row["fault"] in faults
    else:
        in_the_way = any(move.roadblock for move in card.moves)
        good = card.score is not None and card.score >= MODEL_AT_LEAST and not in_the_way
    says = card.abstained_reason or names or "Nothing in the way"
    return Example(label, anchor, row["reply"], card.score, says, good)
