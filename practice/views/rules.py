"""The rules and what replies are looked at for, each on a page of its own."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from practice import services
from practice.display import rulebook, wording
from practice.http import Request
from practice.measuring import measured


@require_safe
def rules(request: Request) -> HttpResponse:
    """All rules, in families."""
    context = {"families": rulebook.families(), "total": len(rulebook.by_id())}
    return render(request, "practice/rules.html", context)


@require_safe
def rule(request: Request, name: str) -> HttpResponse:
    """One rule: what it finds, why, what it leaves alone, where it comes from."""
    if name not in rulebook.by_id():
        raise Http404
    context = {"shown": rulebook.by_id()[name], "fared": measured.of_rule(name)}
    return render(request, "practice/rule.html", context)


@require_safe
def criterion(request: Request, name: str) -> HttpResponse:
    """One thing a reply is looked at for, and how much it counts in each strategy."""
    if name not in wording.CRITERIA:
        raise Http404
    return render(
        request,
        "practice/criterion.html",
        {
            "criterion": wording.CRITERIA[name],
            "example": wording.EXAMPLES[name],
            "rubrics": [
                {"label": rubric.label, "weight": rubric.by_id[name].weight}
                for rubric in wording.rubrics_in(services.config_in_force())
                if name in rubric.by_id
            ],
        },
    )
