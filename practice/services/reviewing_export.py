"""The part of a person's download that is about reviews: those they got and those they wrote."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from practice.models import (
    Assignment,
    Attempt,
    BankedComment,
    Review,
    SavedView,
    Transcript,
    User,
)

RECEIVED = (
    "request",
    "disputes",
    "cases",
    "reviews__supervisor",
    "reviews__judgements",
    "reviews__comments",
    "reviews__answers__author",
    "reviews__revisions",
)


def reviews_of_reply(attempt: Attempt) -> dict[str, Any]:
    """What was asked and said about one reply, as far as its trainee can read it."""
    request = getattr(attempt, "request", None)
    now = timezone.now()
    return {
        "asked_for_review": {
            "question": request.question,
            "shows_own_rating": request.shares_rating,
            "at": _at(request.created_at),
        }
        if request
        else None,
        "seen_differently": [
            {"criterion": one.criterion, "text": one.text, "at": _at(one.created_at)}
            for one in attempt.disputes.all()
        ],
        "settled_findings": [
            {
                "criterion": one.criterion,
                "rules": one.rules_verdict,
                "people": one.verdict,
                "state": one.state,
                "reason": one.reason,
                "at": _at(one.settled_at),
            }
            for one in attempt.cases.all()
        ],
        "reviews": [
            {
                "by": str(one.supervisor) if one.supervisor else None,
                "helpful": one.helpful,
                "seen_at": _at(one.seen_at),
                **_said(one),
            }
            for one in attempt.reviews.all()
            if one.state == Review.State.RELEASED and not one.can_be_undone(now)
        ],
    }


def written_by(person: User) -> dict[str, Any]:
    """What a supervisor wrote and keeps at hand. Of the replies themselves, only which they are."""
    reviews = person.reviews.prefetch_related(
        "judgements", "comments", "answers__author", "revisions"
    )
    return {
        "reviews_written": [
            {
                "reply": str(one.attempt_id),
                "state": one.state,
                "rated_blind": one.blind,
                "private_note": one.private_note,
                **_said(one),
            }
            for one in reviews.order_by("created_at", "pk")
        ],
        "comments_kept": [one.text for one in BankedComment.objects.filter(supervisor=person)],
        "views_of_the_queue": [
            {"name": one.name, "filters": one.query}
            for one in SavedView.objects.filter(supervisor=person)
        ],
        "conversations_kept": [
            {"title": one.title, "text": one.text, "helper": one.helper, "at": _at(one.created_at)}
            for one in Transcript.objects.filter(owner=person)
        ],
        "assignments_made": [
            {"title": one.title, "due_on": one.due_on.isoformat(), "at": _at(one.created_at)}
            for one in Assignment.objects.filter(created_by=person)
        ],
    }


def _said(review: Review) -> dict[str, Any]:
    return {
        "released_at": _at(review.released_at),
        "amended_at": _at(review.amended_at),
        "overall": review.overall,
        "judgements": [
            {
                "criterion": one.criterion,
                "rules": one.rules_verdict,
                "supervisor": one.verdict,
                "reason": one.reason,
            }
            for one in review.judgements.all()
        ],
        "comments": [
            {
                "criterion": one.criterion,
                "phrase": [one.start, one.end] if one.start is not None else None,
                "text": one.text,
            }
            for one in review.comments.all()
        ],
        "answers": [
            {"by": str(one.author) if one.author else None, "text": one.text, "at": _at(one.at)}
            for one in review.answers.all()
        ],
        "earlier": [
            {"replaced_at": _at(one.replaced_at), **one.snapshot} for one in review.revisions.all()
        ],
    }


def _at(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
