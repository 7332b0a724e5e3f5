"""How often rules and supervisors, and supervisors among themselves, see it alike."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from practice import access, queries, services
from practice.display.wording import CRITERIA
from practice.forms.reviews import AgreementForm
from practice.http import Request
from practice.models import AccessLog
from practice.views.downloads import csv_file


@require_safe
def agreement(request: Request) -> HttpResponse:
    """Weighted kappa for each criterion, and the disagreements behind a figure on request."""
    form = _form(request)
    asked = form.asked()
    criterion = _criterion(request)
    differs = None
    more = ""
    if criterion or request.GET.get("list"):
        differs = queries.disagreements(
            request.user, criterion=criterion, after=request.GET.get("after", ""), **asked
        )
        shown = [one.pair.attempt for one in differs.rows]
        services.log_accesses(who=request.user, attempts=shown, action=AccessLog.Action.READ)
        if differs.after:
            further = {"criterion": criterion, "list": "on", "after": differs.after}
            more = f"{reverse('agreement')}?{form.query()}&{urlencode(further)}"
    return render(
        request,
        "practice/agreement.html",
        {
            "form": form,
            "query": form.query(),
            "table": queries.agreement_table(request.user, **asked),
            "between": asked["kind"] == "supervisors",
            "criterion": criterion,
            "label": CRITERIA[criterion].label if criterion else "",
            "differs": differs,
            "more_url": more,
        },
    )


@require_safe
def agreement_csv(request: Request) -> HttpResponse:
    """The figures as a table. Nobody in particular is in it."""
    asked = _form(request).asked()
    table = queries.figures_table(queries.agreement_table(request.user, **asked))
    return csv_file("agreement", table)


@require_safe
def differ_csv(request: Request) -> HttpResponse:
    """The disagreements behind the figures, or behind one of them, as a table."""
    asked = _form(request).asked()
    found = queries.all_disagreements(request.user, criterion=_criterion(request), **asked)
    services.log_accesses(
        who=request.user,
        attempts=[one.pair.attempt for one in found],
        action=AccessLog.Action.EXPORTED,
    )
    return csv_file("where verdicts differ", queries.disagreements_table(found))


# How --------------------------------------------------------------------------------------


def _form(request: Request) -> AgreementForm:
    access.as_supervisor(request.user)
    return AgreementForm(
        request.GET,
        versions=queries.scorer_versions(request.user),
        cohorts=queries.cohorts_to_choose(request.user),
    )


def _criterion(request: Request) -> str:
    criterion = request.GET.get("criterion", "")
    return criterion if criterion in CRITERIA else ""
