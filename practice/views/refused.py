"""What is too much to take in, from whatever form it came: one page that says how to go on."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import defaults


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The answer to what cannot be read; to what is too much, with what to do about it."""
    if not isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return defaults.bad_request(request, exception)
    context = {
        "characters": f"{settings.DATA_UPLOAD_MAX_MEMORY_SIZE:,}",
        "megabytes": settings.LARGEST_REQUEST // 1_000_000,
        "too_long": isinstance(exception, RequestDataTooBig),
    }
    return render(request, "practice/too_much.html", context, status=413)
