"""One attempt on one screen: read it, judge each point, say something, let it go."""

from __future__ import annotations

from contextlib import suppress
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from practice import access, queries, services
from practice.display import wording
from practice.display.feedback import feedback_on
from practice.forms.reviews import AnswerForm
from practice.http import Request
from practice.models import AccessLog, Attempt, QueueRank, Review
from practice.pages.judged import shown_review
from practice.pages.review_sheet import GIVEN, Sheet, sheet_from, sheet_of
from practice.queries import Desk
from practice.services import LimitError, ReviewError, StaleReviewError
from practice.services.reviews import stamp
from practice.views.answering import is_sent
from practice.views.queue_page import Place, neighbours, next_free, place_of
from practice.views.undoing import just_released

KEPT = "Kept as a draft. Only you see it."
SHOWN_TRIES = 6
AMENDED = "Changed. What it said before stays in its history."
SEEN_ALREADY = "You have seen what the rules found here, so it can no longer be rated before that."
GONE = "That comment is no longer at hand. What you wrote is all here."
BLIND_STAYS = "Your draft is gone. What you rated before the rules’ verdict was shown stays."


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: Request, pk: UUID) -> HttpResponse:
    """The queue, the reply and the judgement. Opening it claims the reply for a while."""
    attempt = access.reviewable_attempt(request.user, pk)
    if request.method == "POST":
        return _write(request, attempt)
    services.claim_attempt(attempt=attempt, supervisor=request.user)
    desk = queries.review_desk(request.user, attempt)
    if desk.review:
        services.see_answers(review=desk.review, supervisor=request.user)
    return _page(request, desk, sheet_of(desk), place_of(request, attempt))


@require_http_methods(["GET", "HEAD", "POST"])
def rate_blind(request: Request, pk: UUID) -> HttpResponse:
    """Rate each point before the rules' verdict is shown; the review goes on from there."""
    attempt = access.reviewable_attempt(request.user, pk)
    place = place_of(request, attempt)
    review_url = f"{reverse('review', args=[pk])}{f'?{place.query}' if place.query else ''}"
    if access.review_of(request.user, attempt):
        return redirect(f"{review_url}#attempt")
    if services.has_seen_verdicts(who=request.user, attempt=attempt):
        messages.success(request, SEEN_ALREADY)
        return redirect(f"{review_url}#attempt")
    criteria = list(services.rules_verdicts(attempt))
    given = {one: request.POST.get(f"verdict-{one}", "") for one in criteria}
    missing = [one for one in criteria if given[one] not in GIVEN]
    if request.method == "POST" and not missing:
        with suppress(ReviewError):  # sent twice: what was rated first is there
            services.rate_blind(attempt=attempt, supervisor=request.user, verdicts=given)
        return redirect(f"{review_url}#judgement")
    services.claim_attempt(attempt=attempt, supervisor=request.user)
    services.log_access(who=request.user, attempt=attempt, action=AccessLog.Action.BLIND)
    before, behind = neighbours(request, place, attempt)
    return render(
        request,
        "practice/rate_blind.html",
        {
            "attempt": attempt,
            "version": attempt.scenario_version,
            "place": place,
            "rows": [
                {
                    "id": one,
                    "label": wording.CRITERIA[one].label,
                    "given": given[one],
                    "missing": request.method == "POST" and one in missing,
                }
                for one in criteria
            ],
            "verdicts": [(one, wording.VERDICTS[one]) for one in GIVEN],
            "review_url": review_url,
            "before": before,
            "behind": behind,
            "released": just_released(request),
        },
    )


@require_POST
def take_over(request: Request, pk: UUID) -> HttpResponse:
    """Claim a reply that somebody else has open."""
    attempt = access.reviewable_attempt(request.user, pk)
    services.take_over(attempt=attempt, supervisor=request.user)
    messages.success(request, "It is yours now.")
    return redirect(_back(request, attempt))


@require_POST
def undo_release(request: Request, pk: UUID) -> HttpResponse:
    """Take a release back, within its moment."""
    attempt = access.reviewable_attempt(request.user, pk)
    if found := access.review_of(request.user, attempt):
        try:
            services.undo_release(review=found)
        except ReviewError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, "Taken back. It is a draft again.")
    return redirect(_back(request, attempt, "judgement"))


@require_POST
def discard_draft(request: Request, pk: UUID) -> HttpResponse:
    """Throw one's draft away."""
    attempt = access.reviewable_attempt(request.user, pk)
    if found := access.review_of(request.user, attempt):
        try:
            services.discard_draft(review=found, made_from=request.POST.get("stamp", ""))
        except ReviewError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, BLIND_STAYS if found.blind else "Your draft is gone.")
    return redirect(_back(request, attempt))


@require_http_methods(["GET", "HEAD", "POST"])
def answer_trainee(request: Request, pk: UUID) -> HttpResponse:
    """Go on with the conversation below one's review."""
    attempt = access.reviewable_attempt(request.user, pk)
    found = access.review_of(request.user, attempt)
    form = AnswerForm(request.POST, auto_id="answer-%s")
    released = found and found.state == Review.State.RELEASED
    if found is None or not released or request.method != "POST":
        return redirect(_back(request, attempt, "judgement"))
    if is_sent(request, form, found):
        return redirect(_back(request, attempt, "judgement"))
    desk = queries.review_desk(request.user, attempt)
    return _page(request, desk, sheet_of(desk), place_of(request, attempt), answering=form)


# How --------------------------------------------------------------------------------------


def _write(request: Request, attempt: Attempt) -> HttpResponse:
    """Keep, release or amend what was sent; whatever does not fit is shown again with why."""
    desk = queries.review_desk(request.user, attempt)
    place = place_of(request, attempt)
    sheet = sheet_from(desk, request.POST)
    remarks = sheet.remarks(attempt.reply)
    do = request.POST.get("do", "draft")
    kept = request.POST.get("use", "")
    used = [*request.POST.getlist("used"), kept]  # the first were put in by the page itself
    texts = services.use_comments(supervisor=request.user, pks={_number(one) for one in used})
    if kept:
        if text := texts.get(_number(kept)):
            sheet.overall = f"{sheet.overall}\n\n{text}".strip()
        else:
            sheet.problem = GONE
        return _page(request, desk, sheet, place)
    if sheet.problem:
        return _page(request, desk, sheet, place)
    if do == "bank" and sheet.overall.strip():
        try:
            services.bank_comment(supervisor=request.user, text=sheet.overall)
        except LimitError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, "Kept at hand for next time.")
        return _page(request, desk, sheet, place)
    written: dict[str, Any] = {
        "said": sheet.said(),
        "overall": sheet.overall,
        "private_note": sheet.private_note,
        "remarks": remarks,
        "made_from": sheet.stamp,
    }
    try:
        if desk.review and desk.review.state == Review.State.RELEASED:
            services.amend_review(review=desk.review, **written)
            if do == "release":  # sent twice: it is released, so on with the next one
                return _release(request, desk.review, place, attempt)
            messages.success(request, AMENDED)
            return redirect(place.url_of(attempt.pk, "judgement"))
        found = services.save_draft(attempt=attempt, supervisor=request.user, **written)
        sheet.stamp = stamp(found)
        if do == "release":
            return _release(request, found, place, attempt)
    except ReviewError as error:
        sheet.tell(error.problems)
        if isinstance(error, StaleReviewError):  # once told, one may put it in place of the other
            sheet.stamp = stamp(desk.review)
        return _page(request, desk, sheet, place)
    before, behind = neighbours(request, place, attempt)
    going = {"next": behind, "previous": before}.get(request.POST.get("then", ""), "")
    if not going:
        messages.success(request, KEPT)
    return redirect(going or place.url_of(attempt.pk, "judgement"))


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 18 else 0


def _release(request: Request, found: Review, place: Place, attempt: Attempt) -> HttpResponse:
    """Let it go, and on to the next one, where the release can still be undone."""
    following = next_free(request, place, attempt)
    services.release_review(review=found)
    query = "&".join(part for part in (place.query, urlencode({"released": found.pk})) if part)
    if following is None:
        return redirect(f"{reverse('queue')}?{query}")
    name = "rate_blind" if place.blind else "review"
    return redirect(f"{reverse(name, args=[following])}?{query}#attempt")


def _back(request: Request, attempt: Attempt, part: str = "attempt") -> str:
    """The review of an attempt, at the place in the queue that the address names."""
    place = place_of(request, attempt)
    query = f"?{place.query}" if place.query else ""
    return f"{reverse('review', args=[attempt.pk])}{query}#{part}"


def _page(
    request: Request, desk: Desk, sheet: Sheet, place: Place, answering: AnswerForm | None = None
) -> HttpResponse:
    attempt = desk.attempt
    tries = _tries(desk)
    shown = [attempt, *(one["attempt"] for one in tries)]
    services.log_accesses(who=request.user, attempts=shown, action=AccessLog.Action.READ)
    version = attempt.scenario_version
    before, behind = neighbours(request, place, attempt)
    own = desk.review
    released = bool(own and own.state == Review.State.RELEASED)
    return render(
        request,
        "practice/review.html",
        {
            "desk": desk,
            "sheet": sheet,
            "place": place,
            "attempt": attempt,
            "version": version,
            "rubric": wording.RUBRICS[attempt.strategy],
            "card": attempt.scorecard,
            "feedback": feedback_on(attempt.scorecard, attempt.reply, version.statement),
            "tries": tries,
            "later": [one for one in desk.tries if one.attempt.try_number > attempt.try_number],
            "claimed": desk.claim
            if desk.claim and desk.claim.supervisor_id != request.user.pk
            else None,
            "is_released": released,
            "can_be_undone": bool(own and released and own.can_be_undone(timezone.now())),
            "conversation": list(own.answers.all()) if own else [],
            "answer_form": answering or AnswerForm(auto_id="answer-%s"),
            "earlier": shown_review(own, attempt.reply).earlier if own else (),
            "others": [shown_review(one, attempt.reply) for one in desk.others],
            "bank": queries.comments_of(request.user),
            "before": before,
            "behind": behind,
            "waiting": _waiting(request, place),
            "released": just_released(request),
        },
    )


def _tries(desk: Desk) -> list[dict[str, Any]]:
    """This try and the ones before it, each with the one before."""
    number = desk.attempt.try_number
    tries = [one for one in desk.tries if one.attempt.try_number <= number]
    befores = ["", *(one.attempt.reply for one in tries)]
    return [
        {"attempt": one.attempt, "changes": one.changes, "before": before}
        for one, before in zip(tries, befores, strict=False)
    ][-SHOWN_TRIES:]


def _waiting(request: Request, place: Place) -> int:
    counts = queries.waiting_counts(request.user, place.wanted.cohort)
    return sum(number for rank, number in counts.items() if rank != QueueRank.REVIEWED)
