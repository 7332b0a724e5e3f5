"""What one's own replies do, over weeks."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from practice.http import Request
from practice.pages import progress as figures


@require_safe
def progress(request: Request) -> HttpResponse:
    """Criteria over weeks, strategies, own ratings beside scores, words for feelings."""
    return render(
        request, "practice/progress.html", {"progress": figures.progress_of(request.user)}
    )
