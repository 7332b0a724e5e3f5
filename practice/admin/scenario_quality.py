"""The quality board: what the scenarios cover, how they fare, and how the rules do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from practice.admin.house import page
from practice.display.wording import DIFFICULTIES, RUBRICS
from practice.pages import quality


def board(request: HttpRequest) -> HttpResponse:
    """One page of tables, each with what to do about it."""
    context = {
        "coverage": quality.coverage(request.GET.get("setting", "")[:80]),
        "strategies": [rubric.label for rubric in RUBRICS.values()],
        "levels": list(DIFFICULTIES.values()),
        "all_levels": [level for _ in RUBRICS for level in DIFFICULTIES.values()],
        "fared": quality.fared(),
        "fired": quality.fired(),
        "enough": quality.ENOUGH,
        "window": quality.WINDOW,
        "section": "quality",
    }
    return page(request, "admin/practice/scenario/quality.html", context)
