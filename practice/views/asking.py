"""The trainee's side of a review: ask for one, see a finding differently, read what came back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from practice import access, services
from practice.forms.reviews import AnswerForm
from practice.http import Request
from practice.models import Attempt
from practice.queries import back
from practice.services import AskError
from practice.views.answering import is_sent
from practice.views.attempt_page import ask_form, attempt_page, dispute_form

NOTED = (
    "Noted. Your supervisors see it beside the rules’ verdict. Until one of them has looked, you "
    "can take it back."
)
HELPFUL = {"yes": True, "no": False}


@require_http_methods(["GET", "HEAD", "POST"])
def ask_review(request: Request, pk: UUID) -> HttpResponse:
    """Send a reply to one's supervisors with a question, or take that back."""
    attempt = access.own_attempt(request.user, pk)
    if request.method != "POST":
        return _to(attempt, "asking")
    if request.POST.get("do") == "take-back":
        try:
            services.take_back_request(attempt=attempt)
        except AskError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, "Taken back. Nobody is asked to look at it.")
        return _to(attempt, "asking")
    form = ask_form(attempt, request.POST)
    if form.is_valid():
        try:
            services.ask_for_review(attempt=attempt, **form.cleaned_data)
        except AskError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Sent. It waits at the top of your supervisors’ list.")
            return _to(attempt, "asking")
    return attempt_page(request, attempt, asking=form)


@require_http_methods(["GET", "HEAD", "POST"])
def dispute(request: Request, pk: UUID) -> HttpResponse:
    """See one finding of the rules differently, or no longer so."""
    attempt = access.own_attempt(request.user, pk)
    if request.method != "POST":
        return _to(attempt, "disputing")
    if taken_back := request.POST.get("take-back"):
        try:
            services.take_back_dispute(attempt=attempt, criterion=taken_back)
        except AskError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, "Taken back.")
        return _to(attempt, "disputing")
    form = dispute_form(attempt, request.POST)
    if form.is_valid():
        services.dispute_finding(attempt=attempt, **form.cleaned_data)
        messages.success(request, NOTED)
        return _to(attempt, "disputing")
    return attempt_page(request, attempt, disputing=form)


@require_safe
def reviews_back(request: Request) -> HttpResponse:
    """Every review of one's own replies, the newest first."""
    page = back.reviews_back(request.user, before=_uuid(request.GET.get("before", "")))
    older = f"{reverse('reviews_back')}?before={page.older}" if page.older else ""
    return render(request, "practice/reviews_back.html", {"page": page, "older_url": older})


@require_http_methods(["GET", "HEAD", "POST"])
def answer_back(request: Request, pk: UUID) -> HttpResponse:
    """Answer a review of one's own reply."""
    review = access.review_back(request.user, pk)
    attempt = access.own_attempt(request.user, review.attempt_id)
    if request.method != "POST":
        return _to(attempt, f"review-{review.pk}")
    form = AnswerForm(request.POST, auto_id=f"answer-{review.pk}-%s")
    if is_sent(request, form, review):
        return _to(attempt, f"review-{review.pk}")
    return attempt_page(request, attempt, answering=(review.pk, form))


@require_POST
def helpful(request: Request, pk: UUID) -> HttpResponse:
    """Say whether a review helped. The same again takes it back."""
    review = access.review_back(request.user, pk)
    said = HELPFUL.get(request.POST.get("helpful", ""))
    services.call_helpful(review=review, helpful=None if review.helpful is said else said)
    attempt = access.own_attempt(request.user, review.attempt_id)
    return _to(attempt, f"review-{review.pk}")


def _to(attempt: Attempt, part: str) -> HttpResponse:
    return redirect(f"{reverse('attempt', args=[attempt.pk])}#{part}")


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
