"""Home, and the pages that anybody may read."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from practice import queries, scoring, services
from practice.display import wording
from practice.display.charts import week_chart
from practice.http import Request
from practice.measuring import measured
from practice.models import SiteSettings
from practice.queries import back
from practice.views.queue_page import place_of

TOP = 5  # replies from the head of the queue


@require_safe
def home(request: Request) -> HttpResponse:
    """One thing to do, with why; then this week and the latest replies.

    For somebody who supervises and does not practise: what waits for them.
    """
    if supervises_only(request):
        return render(
            request,
            "practice/home.html",
            {"greeting": greeting(timezone.localtime().hour), "desk": _desk(request)},
        )
    week = queries.week_of(request.user)
    return render(
        request,
        "practice/home.html",
        {
            "greeting": greeting(timezone.localtime().hour),
            "next": queries.next_for(request.user),
            "week": week,
            "chart": week_chart(week.days),
            "latest": queries.latest_replies(request.user),
            "back": back.new_reviews(request.user),
            "asked": queries.asked_of(request.user),
        },
    )


@login_not_required
@require_safe
def how_scoring_works(request: Request) -> HttpResponse:
    """The ladder, the weights, the limits, and how often rules and people agree."""
    config = services.config_in_force()
    return render(
        request,
        "practice/how_scoring_works.html",
        {
            "rubrics": wording.rubrics_in(config),
            "version": scoring.version(config),
            "is_own": config != scoring.DEFAULT,
            "purposes": wording.STRATEGIES,
            "depths": wording.DEPTHS,
            "measured": measured.figures(),
        },
    )


@login_not_required
@require_safe
def in_crisis(request: Request) -> HttpResponse:
    """Where to turn to, in the words an admin chose."""
    return render(request, "practice/in_crisis.html", {"notice": SiteSettings.load().crisis_notice})


def supervises_only(request: Request) -> bool:
    """Whether the person supervises a group and is a trainee of none (see site/backend.py)."""
    supervises, practises = (
        bool(getattr(request.user, what, False)) for what in ("supervises", "practises")
    )
    return supervises and not practises


def _desk(request: Request) -> dict[str, Any]:
    place = place_of(request)
    lines = place.lines[:TOP]
    return {
        "lines": lines,
        "first": lines[0].url if lines else "",
        "cohorts": queries.cohorts_of(request.user),
    }


def greeting(hour: int) -> str:
    """What one says at this hour."""
    if 5 <= hour < 12:
        return "Good morning"
    if 12 <= hour < 18:
        return "Good afternoon"
    return "Good evening"
