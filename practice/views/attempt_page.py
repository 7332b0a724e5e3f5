"""What stands on the page of one's own attempt. Several views answer with that page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from practice import queries, services
from practice.display import wording
from practice.display.feedback import feedback_on
from practice.forms.reviews import AnswerForm, AskForm, DisputeForm
from practice.http import Request
from practice.models import Attempt, Review
from practice.pages.judged import shown_review
from practice.queries import back
from practice.services.requests import is_looked_at


def attempt_page(
    request: Request,
    attempt: Attempt,
    *,
    asking: AskForm | None = None,
    disputing: DisputeForm | None = None,
    answering: tuple[UUID, AnswerForm] | None = None,
) -> HttpResponse:
    """The whole page, with a form that did not fit where there is one."""
    context = attempt_context(attempt)
    if asking:
        context |= {"asking": asking, "asking_open": True}
    if disputing:
        context |= {"disputing": disputing, "disputing_open": True}
    if answering:
        for shown in context["reviews"]:
            if shown["read"].review.pk == answering[0]:
                shown["form"] = answering[1]
    return render(request, "practice/attempt.html", context)


def attempt_context(attempt: Attempt) -> dict[str, Any]:
    """All of it. Reviews shown here count as read from now on."""
    version = attempt.scenario_version
    disputes = back.disputes_of(attempt)
    request = back.request_for(attempt)
    return {
        "title": f"Your reply to {version.client_name}",
        "attempt": attempt,
        "scenario": version.scenario,
        "version": version,
        "rubric": wording.RUBRICS[attempt.strategy],
        "card": attempt.scorecard,
        "feedback": feedback_on(attempt.scorecard, attempt.reply, version.statement),
        "models": version.models,
        "tries": queries.tries_of(attempt),
        "reviews": _reviews(attempt, back.reviews_of(attempt)),
        "request_sent": request,
        "asking": ask_form(attempt, initial=request),
        "disputing": dispute_form(attempt),
        "disputes": [
            {
                "criterion": criterion,
                "label": wording.CRITERIA[criterion].label,
                "text": one.text,
                "looked_at": is_looked_at(attempt, one),
            }
            for criterion, one in disputes.items()
        ],
        **stirred_context(attempt),
    }


def stirred_context(attempt: Attempt) -> dict[str, Any]:
    """What came up in the trainee."""
    return {
        "attempt": attempt,
        "stirrings": wording.STIRRINGS,
        "stirred_word": queries.stirred_word(attempt),
    }


def ask_form(attempt: Attempt, data: QueryDict | None = None, initial: Any = None) -> AskForm:
    """The form for sending an attempt to one's supervisors."""
    asked = (
        {"question": initial.question, "shares_rating": initial.shares_rating} if initial else {}
    )
    return AskForm(data, initial=asked, rated=attempt.self_rating is not None)


def dispute_form(attempt: Attempt, data: QueryDict | None = None) -> DisputeForm:
    """The form for seeing a finding differently: the findings are the attempt's own."""
    criteria = [
        (one["criterion"], wording.CRITERIA[one["criterion"]].label)
        for one in attempt.scorecard["criteria"]
    ]
    return DisputeForm(data, criteria=criteria)


def _reviews(attempt: Attempt, reviews: Sequence[Review]) -> list[dict[str, Any]]:
    shown = []
    for review in reviews:
        read = shown_review(review, attempt.reply)
        fresh = any(
            one.seen_at is None and one.author_id != attempt.trainee_id for one in read.answers
        )
        changed = review.changed_since_seen
        if review.seen_at is None or changed or fresh:
            services.see_review(review=review)
        shown.append(
            {
                "read": read,
                "changed": changed,
                "form": AnswerForm(auto_id=f"answer-{review.pk}-%s"),
            }
        )
    return shown
