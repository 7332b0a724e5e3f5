"""How often rules and supervisors, and supervisors among themselves, see it alike."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from practice import access, queries
from practice.http import Request
from practice.review_forms import AgreementForm
from practice.wording import CRITERIA


@require_safe
def agreement(request: Request) -> HttpResponse:
    """Weighted kappa for each criterion, and the disagreements behind a figure on request."""
    access.as_supervisor(request.user)
    form = AgreementForm(
        request.GET,
        versions=queries.scorer_versions(request.user),
        cohorts=queries.cohorts_to_choose(request.user),
    )
    asked = form.asked()
    criterion = request.GET.get("criterion", "")
    criterion = criterion if criterion in CRITERIA else ""
    differs = None
    more = ""
    if criterion or request.GET.get("list"):
        differs = queries.disagreements(
            request.user, criterion=criterion, after=request.GET.get("after", ""), **asked
        )
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
