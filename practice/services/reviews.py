"""A supervisor's review: kept as a draft, released, taken back in time, amended with history.

The scorecard is never touched: a judgement stands beside the rules' verdict.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from practice import scoring
from practice.models import (
    AccessLog,
    Attempt,
    Claim,
    Judgement,
    Review,
    ReviewComment,
    ReviewRevision,
    User,
    content_hash,
)
from practice.models.reviews import COMMENT_LIMIT, REASON_LIMIT, VERDICTS
from practice.services.access_log import has_seen_verdicts, log_access
from practice.services.agreement import pair_up
from practice.services.mail import announce, send_soon, unannounce
from practice.services.queueing import stand_again

NEEDS_REASON = "Please say in a sentence why you see it otherwise; the trainee reads it."
TOO_LATE = "It has arrived already. You can change what it says; earlier words stay in its history."
RELEASED_ALREADY = "This review is released. What you change now is an amendment."
NOT_BLIND = "You have begun to review this with the rules' verdicts in view."
NOT_RELEASED = "This review is a draft still."
ADDS_NOTHING = (
    "{name} has reviewed this reply already, and nothing of your own stands here yet. Agree with a "
    "point, overrule one, or write a few words; or leave it at that one review."
)
JUDGED = ("criterion", "rules_verdict", "verdict", "blind_verdict", "reason", "said")
COMMENTED = ("criterion", "start", "end", "text")
CHANGED_SINCE = (
    "This review was changed in another place after you opened this page. Your words are all here, "
    "and not kept yet: send them again, or move on, to put them in place of what stands there now. "
    "To read that first, open this page anew in another tab."
)
NOT_THROWN_AWAY = (
    "This draft was changed in another place after you opened this page, so it is still here. "
    "Look at it first."
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a supervisor says about one criterion: met, partly, not_yet or not_judged."""

    criterion: str
    verdict: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment on a criterion, on a phrase (code points of the reply), or on both."""

    text: str
    criterion: str = ""
    start: int | None = None
    end: int | None = None


class ReviewError(ValueError):
    """A review cannot be kept or released like this.

    `problems` has a sentence for each criterion that needs something, under its id; what is not
    about a criterion is under "".
    """

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(" ".join(problems.values()))
        self.problems = dict(problems)


class StaleReviewError(ReviewError):
    """Somebody's own review is another by now than the one their page was made from."""

    def __init__(self, says: str = CHANGED_SINCE) -> None:
        super().__init__({"": says})


def stamp(review: Review | None) -> str:
    """What a page was made from: another stamp means that the review was changed since."""
    if review is None:
        return ""
    private = {"state": review.state, "private_note": review.private_note}
    return content_hash({**_snapshot(review), **private})[:16]


def rules_verdicts(attempt: Attempt) -> dict[str, str]:
    """Criterion -> what the rules found, in rubric order. "not_judged" where they abstained."""
    found = dict(attempt.criterion_results.order_by("pk").values_list("criterion", "verdict"))
    if found or attempt.strategy not in scoring.RUBRICS:
        return found
    return {one.id: "not_judged" for one in scoring.RUBRICS[attempt.strategy].criteria}


@transaction.atomic
def save_draft(
    *,
    attempt: Attempt,
    supervisor: User,
    said: Sequence[Said] = (),
    overall: str = "",
    private_note: str = "",
    remarks: Sequence[Remark] = (),
    made_from: str | None = None,
    now: datetime | None = None,
) -> Review:
    """Keep a review as it stands on the screen; what was kept before is replaced.

    A criterion left out of `said` is one that nothing was said about yet. Overruling without a
    reason can be kept, but not released. `made_from` is the stamp of the page it was written on,
    None where there was no page. Raises StaleReviewError rather than write over newer words, and
    ReviewError: for a review that is released already, and for what does not fit the attempt.
    """
    attempt = _locked(attempt)
    review = Review.objects.filter(attempt=attempt, supervisor=supervisor).first()
    if review is None:
        review = Review(attempt=attempt, supervisor=supervisor)
    elif review.state == Review.State.RELEASED:
        raise ReviewError({"": RELEASED_ALREADY})
    stood = None if review._state.adding else stamp(review)
    _write(review, attempt, said, overall, private_note, remarks, now or timezone.now())
    _refuse_stale(review, stood, made_from)
    send_soon()
    return review


@transaction.atomic
def rate_blind(
    *,
    attempt: Attempt,
    supervisor: User,
    verdicts: Mapping[str, str],
    now: datetime | None = None,
) -> Review:
    """Begin a review with verdicts given before the rules' were shown.

    They count as given here, whatever the review says later. Raises ReviewError once there is
    a review by this supervisor, or they have seen what the rules found.
    """
    attempt = _locked(attempt)
    begun = Review.objects.filter(attempt=attempt, supervisor=supervisor).exists()
    if begun or has_seen_verdicts(who=supervisor, attempt=attempt):
        raise ReviewError({"": NOT_BLIND})
    said = [Said(criterion, verdict) for criterion, verdict in verdicts.items()]
    review = Review(attempt=attempt, supervisor=supervisor, blind=True)
    _write(review, attempt, said, "", "", (), now or timezone.now(), blind=set(verdicts))
    return review


@transaction.atomic
def release_review(*, review: Review, now: datetime | None = None) -> Review:
    """Let the trainee have it. For 15 seconds it can be undone, and is not there for them yet.

    Criteria that nothing was said about stand as the rules found them. Raises ReviewError when a
    reason is missing, and for a review that says nothing beside somebody else's: its trainee would
    read it as taking that one back.
    """
    now = now or timezone.now()
    attempt = _locked(review.attempt)
    review = _current(review)
    if review.state == Review.State.RELEASED:
        return review
    _check_reasons(review)
    _refuse_silent_second(review)
    _let_the_rest_stand(review, attempt)
    review.state = Review.State.RELEASED
    review.released_at = review.updated_at = now
    review.save(update_fields=["state", "released_at", "updated_at"])
    _changed(review, attempt)
    Claim.objects.filter(attempt=attempt, supervisor=review.supervisor).delete()
    announce(review=review)
    if review.supervisor:
        log_access(who=review.supervisor, attempt=attempt, action=AccessLog.Action.CHANGED, now=now)
    send_soon()
    return review


@transaction.atomic
def undo_release(*, review: Review, now: datetime | None = None) -> Review:
    """Take a release back within 15 seconds: a draft again. Raises ReviewError after that."""
    attempt = _locked(review.attempt)
    review = _current(review)
    if review.state == Review.State.DRAFT:
        return review
    if not review.can_be_undone(now or timezone.now()):
        raise ReviewError({"": TOO_LATE})
    review.state = Review.State.DRAFT
    review.released_at = None
    review.save(update_fields=["state", "released_at"])
    review.judgements.filter(said=False).delete()
    _changed(review, attempt)
    unannounce(review=review)
    return review


@transaction.atomic
def amend_review(
    *,
    review: Review,
    said: Sequence[Said] = (),
    overall: str = "",
    private_note: str = "",
    remarks: Sequence[Remark] = (),
    made_from: str | None = None,
    now: datetime | None = None,
) -> Review:
    """Change a released review. What it said before is kept and can be read by both.

    A changed private note alone is no amendment. Raises StaleReviewError as `save_draft` does,
    and ReviewError for a draft, and as `release_review` does.
    """
    now = now or timezone.now()
    attempt = _locked(review.attempt)
    review = _current(review)
    if review.state != Review.State.RELEASED:
        raise ReviewError({"": NOT_RELEASED})
    before, stood = _snapshot(review), stamp(review)
    _write(review, attempt, said, overall, private_note, remarks, now)
    _check_reasons(review)
    _let_the_rest_stand(review, attempt)
    _refuse_stale(review, stood, made_from)
    if _snapshot(review) == before:
        return review
    ReviewRevision.objects.create(
        review=review, number=review.revisions.count() + 1, snapshot=before, replaced_at=now
    )
    review.amended_at = now
    review.save(update_fields=["amended_at"])
    _changed(review, attempt)
    if review.supervisor:
        log_access(who=review.supervisor, attempt=attempt, action=AccessLog.Action.CHANGED, now=now)
    return review


@transaction.atomic
def discard_draft(*, review: Review, made_from: str | None = None) -> None:
    """Throw a draft away. A released review stays.

    What was rated before the rules' verdict was shown stays too: it cannot be given again. Raises
    ReviewError for a released one, StaleReviewError for a draft that the page did not show so.
    """
    attempt = _locked(review.attempt)
    found = Review.objects.filter(pk=review.pk).first()
    if found is None:  # sent twice
        return
    if found.state != Review.State.DRAFT:
        raise ReviewError({"": RELEASED_ALREADY})
    if made_from not in (None, stamp(found)):
        raise StaleReviewError(NOT_THROWN_AWAY)
    if found.blind:
        _write(found, attempt, (), "", "", (), timezone.now())
    else:
        found.delete()


# How ----------------------------------------------------------------------------------------


def _locked(attempt: Attempt) -> Attempt:
    """The attempt as it is now, and one writer at a time."""
    return Attempt.objects.select_for_update().get(pk=attempt.pk)


def _current(review: Review) -> Review:
    return Review.objects.select_related("supervisor", "attempt__trainee").get(pk=review.pk)


def _refuse_stale(review: Review, stood: str | None, made_from: str | None) -> None:
    """Raises StaleReviewError where what stood there was on no page that this was written on.

    Nothing is lost where nothing stood there, or the same words do: a form that is sent twice.
    """
    if stood is None or made_from in (None, stood):
        return
    if stamp(review) != stood:
        raise StaleReviewError


def _write(
    review: Review,
    attempt: Attempt,
    said: Sequence[Said],
    overall: str,
    private_note: str,
    remarks: Sequence[Remark],
    now: datetime,
    blind: Collection[str] = (),
) -> None:
    found = rules_verdicts(attempt)
    _check(attempt, found, said, overall, private_note, remarks)
    review.overall, review.private_note, review.updated_at = overall, private_note, now
    # What its trainee does with it, at the same moment, is not written over.
    written = None if review._state.adding else ["overall", "private_note", "updated_at"]
    review.save(update_fields=written)
    blind_before = dict(
        review.judgements.exclude(blind_verdict="").values_list("criterion", "blind_verdict")
    )
    verdicts = {one.criterion: one for one in said}
    for criterion, verdict in blind_before.items():  # what was rated blind is never lost
        verdicts.setdefault(criterion, Said(criterion, verdict))
    review.judgements.all().delete()
    Judgement.objects.bulk_create(
        Judgement(
            review=review,
            criterion=criterion,
            rules_verdict=verdict,
            verdict=verdicts[criterion].verdict,
            reason=verdicts[criterion].reason.strip(),
            blind_verdict=(
                verdicts[criterion].verdict
                if criterion in blind
                else blind_before.get(criterion, "")
            ),
        )
        for criterion, verdict in found.items()
        if criterion in verdicts
    )
    review.comments.all().delete()
    ReviewComment.objects.bulk_create(
        ReviewComment(
            review=review,
            criterion=one.criterion,
            start=one.start,
            end=one.end,
            text=one.text.strip(),
        )
        for one in remarks
        if one.text.strip()
    )


def _check(
    attempt: Attempt,
    found: Mapping[str, str],
    said: Sequence[Said],
    overall: str,
    private_note: str,
    remarks: Sequence[Remark],
) -> None:
    problems: dict[str, str] = {}
    for one in said:
        if one.criterion not in found or one.verdict not in VERDICTS:
            problems[""] = "This reply was not looked at for that."
        elif len(one.reason) > REASON_LIMIT:
            problems[one.criterion] = f"Please keep a reason under {REASON_LIMIT:,} characters."
    for remark in remarks:
        phrase = (remark.start, remark.end)
        inside = (
            remark.start is not None
            and remark.end is not None
            and 0 <= remark.start < remark.end <= len(attempt.reply)
        )
        if phrase != (None, None) and not inside:
            problems[""] = "The marked words are not in this reply."
        if remark.criterion and remark.criterion not in found:
            problems[""] = "This reply was not looked at for that."
    if max(len(text) for text in (overall, private_note, *(r.text for r in remarks))) > (
        COMMENT_LIMIT
    ):
        problems[""] = f"Please keep each comment under {COMMENT_LIMIT:,} characters."
    if problems:
        raise ReviewError(problems)


def _check_reasons(review: Review) -> None:
    missing = {
        one.criterion: NEEDS_REASON
        for one in review.judgements.filter(reason="").exclude(rules_verdict="not_judged")
        if one.overrules and one.verdict != one.blind_verdict
    }
    if missing:
        raise ReviewError(missing)


def _refuse_silent_second(review: Review) -> None:
    says = review.overall.strip() or review.judgements.exists() or review.comments.exists()
    other = Review.objects.released().filter(attempt=review.attempt_id).exclude(pk=review.pk)
    if not says and (first := other.select_related("supervisor").first()):
        name = first.supervisor.short_name if first.supervisor else "Somebody"
        raise ReviewError({"": ADDS_NOTHING.format(name=name)})


def _let_the_rest_stand(review: Review, attempt: Attempt) -> None:
    there = set(review.judgements.values_list("criterion", flat=True))
    Judgement.objects.bulk_create(
        Judgement(
            review=review, criterion=criterion, rules_verdict=verdict, verdict=verdict, said=False
        )
        for criterion, verdict in rules_verdicts(attempt).items()
        if criterion not in there
    )


def _changed(review: Review, attempt: Attempt) -> None:
    """A review came, went, or says something else: the queue and pairs of verdicts follow."""
    stand_again(attempt)
    pair_up(review)


def _snapshot(review: Review) -> dict[str, Any]:
    """What the trainee can read of a review."""
    judgements = sorted(review.judgements.all(), key=lambda one: one.criterion)
    return {
        "overall": review.overall,
        "judgements": [{name: getattr(one, name) for name in JUDGED} for one in judgements],
        "comments": [
            {name: getattr(one, name) for name in COMMENTED} for one in review.comments.all()
        ],
    }
