"""What a supervisor says about an attempt, and what the trainee answers."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from practice.models.attempts import VERDICT_CHOICES, Attempt

COMMENT_LIMIT = 4000
REASON_LIMIT = 1000
UNDO_WITHIN = timedelta(seconds=15)
VERDICTS = [value for value, _ in VERDICT_CHOICES]


class ReviewQuerySet(models.QuerySet["Review"]):
    """Reviews, filtered."""

    def released(self) -> ReviewQuerySet:
        """Those that were let go, also in the moment in which that can be undone."""
        return self.filter(state=Review.State.RELEASED)

    def arrived(self, now: datetime) -> ReviewQuerySet:
        """Those that their trainees can read."""
        return self.released().filter(released_at__lte=now - UNDO_WITHIN)

    def unseen(self) -> ReviewQuerySet:
        """Those not read yet, or changed since."""
        return self.filter(Q(seen_at=None) | Q(seen_at__lt=F("amended_at")))


class Review(models.Model):
    """One supervisor's review of one attempt. The scorecard itself stays as it was."""

    class State(models.TextChoices):
        """Whether the trainee gets to see it."""

        DRAFT = "draft", "Draft"
        RELEASED = "released", "Released"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="reviews")
    # A supervisor's drafts go with their account. What they released stays with the trainee.
    supervisor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="reviews"
    )
    state = models.CharField(max_length=8, choices=State.choices, default=State.DRAFT)
    blind = models.BooleanField("rated before the rules' verdict was shown", default=False)
    overall = models.TextField("to the trainee", max_length=COMMENT_LIMIT, blank=True, default="")
    # Its author alone ever reads this.
    private_note = models.TextField(max_length=COMMENT_LIMIT, blank=True, default="")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(default=timezone.now, editable=False)
    released_at = models.DateTimeField(null=True, blank=True, editable=False)
    amended_at = models.DateTimeField(null=True, blank=True, editable=False)
    seen_at = models.DateTimeField(null=True, blank=True, editable=False)
    helpful = models.BooleanField(null=True, blank=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["-released_at", "-created_at", "id"]
        indexes = [
            models.Index(fields=["supervisor", "state", "-updated_at"], name="review_of_supervisor")
        ]
        constraints = [
            models.UniqueConstraint(fields=["attempt", "supervisor"], name="review_once"),
            models.CheckConstraint(
                condition=Q(state="draft", released_at=None, amended_at=None)
                | Q(state="released", released_at__isnull=False),
                name="review_released_at_some_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.supervisor or 'Somebody'} on {self.attempt_id}, {self.state}"

    @property
    def changed_since_seen(self) -> bool:
        """Whether it says something else than when its trainee read it."""
        return bool(self.seen_at and self.amended_at and self.seen_at < self.amended_at)

    def can_be_undone(self, now: datetime) -> bool:
        """Whether the moment in which a release can be taken back is not over, and it stands so."""
        released = self.released_at is not None and now < self.released_at + UNDO_WITHIN
        return released and self.amended_at is None


class Judgement(models.Model):
    """One criterion: what the rules found, and what the supervisor says."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="judgements")
    criterion = models.CharField(max_length=40)
    rules_verdict = models.CharField(max_length=10, choices=VERDICT_CHOICES)
    verdict = models.CharField(max_length=10, choices=VERDICT_CHOICES)
    # As rated before the rules' verdict was shown. Never changed afterwards.
    blind_verdict = models.CharField(max_length=10, choices=VERDICT_CHOICES, blank=True, default="")
    reason = models.TextField(max_length=REASON_LIMIT, blank=True, default="")
    # False where the supervisor said nothing and so let the rules' verdict stand.
    said = models.BooleanField(default=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["review", "criterion"], name="judgement_once"),
            models.CheckConstraint(
                condition=Q(rules_verdict__in=VERDICTS)
                & Q(verdict__in=VERDICTS)
                & Q(blind_verdict__in=["", *VERDICTS]),
                name="judgement_verdicts_known",
            ),
            models.CheckConstraint(
                condition=Q(said=True) | Q(verdict=F("rules_verdict"), reason=""),
                name="judgement_unsaid_agrees",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.rules_verdict}, {self.verdict}"

    @property
    def overrules(self) -> bool:
        """Whether the supervisor sees it otherwise than the rules."""
        return self.verdict != self.rules_verdict


class ReviewComment(models.Model):
    """Words on a criterion, or on a marked phrase of the reply."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="comments")
    criterion = models.CharField(max_length=40, blank=True, default="")
    # Code points of the reply as typed; both or none.
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    text = models.TextField(max_length=COMMENT_LIMIT)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(start=None, end=None)
                | Q(start__isnull=False, end__isnull=False, start__lt=F("end")),
                name="comment_phrase_or_none",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="comment_says_something"),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class ReviewRevision(models.Model):
    """A review as it was before it was amended."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    snapshot = models.JSONField()
    replaced_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="revision_number_once"),
        ]

    def __str__(self) -> str:
        return f"Revision {self.number}"


class ReviewAnswer(models.Model):
    """One turn of the conversation under a review."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="answers")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    text = models.TextField(max_length=COMMENT_LIMIT)
    at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="answer_says_something"),
        ]

    def __str__(self) -> str:
        return self.text[:60]
