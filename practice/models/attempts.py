"""Replies and what was found in them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID, uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from practice.models.cohorts import Cohort
from practice.models.queue import STEP, QueueRank, queue_key, rest_now
from practice.models.scenarios import (
    DIFFICULTY_CHOICES,
    STRATEGY_CHOICES,
    STRATEGY_IDS,
    ScenarioVersion,
)

VERDICT_CHOICES = [
    ("met", "Met"),
    ("partly", "Partly"),
    ("not_yet", "Not yet"),
    ("not_judged", "Not judged"),
]
REPLY_LIMIT = 4000


class AttemptQuerySet(models.QuerySet["Attempt"]):
    """Attempts, filtered. The filters of the queue are all here."""

    def seen_by_supervisors_of(self, cohorts: Collection[UUID]) -> AttemptQuerySet:
        """Those of these cohorts that their supervisors may see."""
        return self.filter(cohort__in=cohorts, visible=True)

    def by(self, trainee: UUID) -> AttemptQuerySet:
        """Those of one trainee."""
        return self.filter(trainee=trainee)

    def not_by(self, person: UUID) -> AttemptQuerySet:
        """Those of everybody else: nobody reviews themselves."""
        return self.exclude(trainee=person)

    def of_strategy(self, strategy: str) -> AttemptQuerySet:
        """Those that practise one strategy."""
        return self.filter(strategy=strategy)

    def missing(self, criterion: str) -> AttemptQuerySet:
        """Those that the rules found not to meet a criterion yet, or in part."""
        results = CriterionResult.objects.filter(
            attempt=models.OuterRef("pk"), criterion=criterion, verdict__in=("partly", "not_yet")
        )
        return self.filter(models.Exists(results))

    def since(self, moment: datetime) -> AttemptQuerySet:
        """Those made at this moment or later."""
        return self.filter(created_at__gte=moment)

    def before(self, moment: datetime) -> AttemptQuerySet:
        """Those made earlier than this moment."""
        return self.filter(created_at__lt=moment)

    def waiting(self) -> AttemptQuerySet:
        """Those that nobody has reviewed."""
        return self.filter(queue_key__lt=QueueRank.REVIEWED * STEP)

    def reviewed(self) -> AttemptQuerySet:
        """Those with a released review and nothing asked since."""
        return self.filter(queue_key__gte=QueueRank.REVIEWED * STEP)

    def not_reviewed_by(self, supervisor: UUID) -> AttemptQuerySet:
        """Those without a released review by this supervisor."""
        from practice.models.reviews import Review  # which itself speaks of attempts

        own = Review.objects.released().filter(attempt=models.OuterRef("pk"), supervisor=supervisor)
        return self.filter(~models.Exists(own))

    def drafted_by(self, supervisor: UUID) -> AttemptQuerySet:
        """Those that this supervisor has begun to review."""
        return self.filter(reviews__supervisor=supervisor, reviews__state="draft")

    def ranked(self, rank: int) -> AttemptQuerySet:
        """Those that stand in the queue for one reason."""
        return self.filter(queue_key__gte=rank * STEP, queue_key__lt=(rank + 1) * STEP)

    def in_queue_order(self) -> AttemptQuerySet:
        """What needs eyes first comes first."""
        return self.order_by("queue_key", "pk")

    def further_down(self, key: int, pk: UUID) -> AttemptQuerySet:
        """Those behind a place in the queue."""
        # The first condition says nothing new, but it is what an index can start at.
        return self.filter(queue_key__gte=key).filter(Q(queue_key__gt=key) | Q(pk__gt=pk))

    def further_up(self, key: int, pk: UUID) -> AttemptQuerySet:
        """Those before a place in the queue."""
        return self.filter(queue_key__lte=key).filter(Q(queue_key__lt=key) | Q(pk__lt=pk))


class Attempt(models.Model):
    """One reply to one client, with the scorecard as it was shown. Never scored anew."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    # Rendered with the form: the same form sent twice makes one attempt.
    token = models.UUIDField()
    trainee = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="attempts", db_index=False
    )
    # The trainee's cohort when the reply was written; its supervisors keep their access.
    cohort = models.ForeignKey(
        Cohort,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="attempts",
        db_index=False,
    )
    scenario_version = models.ForeignKey(
        ScenarioVersion, on_delete=models.PROTECT, related_name="attempts"
    )
    strategy = models.CharField(max_length=20, choices=STRATEGY_CHOICES)
    difficulty = models.PositiveSmallIntegerField(choices=DIFFICULTY_CHOICES)
    reply = models.TextField(max_length=REPLY_LIMIT)
    scorer_version = models.CharField(max_length=64)
    scorecard = models.JSONField()
    score = models.PositiveSmallIntegerField(null=True, blank=True)
    depth = models.PositiveSmallIntegerField(null=True, blank=True)
    technique = models.CharField(max_length=20)
    abstained = models.CharField(max_length=40, blank=True, default="")
    duration_ms = models.PositiveIntegerField(null=True, blank=True)
    first_try = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="later_tries"
    )
    try_number = models.PositiveSmallIntegerField(default=1)
    aided = models.BooleanField("a hint was opened", default=False)
    self_rating = models.PositiveSmallIntegerField(null=True, blank=True)
    visible = models.BooleanField("supervisors may see it")
    created_at = models.DateTimeField(default=timezone.now)
    # Where it stands in its supervisors' queue, kept true by whatever changes that.
    queue_rank = models.PositiveSmallIntegerField(
        default=QueueRank.REST, choices=QueueRank.choices, editable=False
    )
    queue_key = models.BigIntegerField(default=rest_now, editable=False)
    reviewed_at = models.DateTimeField(null=True, blank=True, editable=False)
    # The same for replies to the same words that make the same moves.
    move_signature = models.CharField(max_length=32, blank=True, default="", editable=False)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        # The first two serve their foreign keys too, which have no index of their own.
        indexes = [
            models.Index(fields=["trainee", "-created_at", "-id"], name="attempt_of_trainee"),
            models.Index(fields=["cohort", "-created_at", "-id"], name="attempt_of_cohort"),
            models.Index(fields=["created_at"], name="attempt_age"),
            models.Index(
                fields=["cohort", "queue_key", "id"],
                condition=Q(visible=True),
                name="attempt_in_queue",
            ),
            models.Index(
                fields=["trainee", "queue_key", "id"],
                condition=Q(visible=True),
                name="attempt_in_queue_of_trainee",
            ),
            models.Index(
                fields=["cohort", "move_signature", "queue_key", "id"],
                condition=Q(visible=True),
                name="attempt_look_alikes",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["trainee", "token"], name="attempt_token_once"),
            models.CheckConstraint(
                condition=Q(strategy__in=STRATEGY_IDS), name="attempt_strategy_known"
            ),
            models.CheckConstraint(
                condition=Q(difficulty__range=(1, 3)), name="attempt_difficulty_1_to_3"
            ),
            models.CheckConstraint(
                condition=Q(score=None) | Q(score__range=(0, 100)), name="attempt_score_0_to_100"
            ),
            models.CheckConstraint(
                condition=Q(depth=None) | Q(depth__range=(1, 5)), name="attempt_depth_1_to_5"
            ),
            # Either a score, or the reason why there is none.
            models.CheckConstraint(
                condition=Q(abstained="", score__isnull=False)
                | (~Q(abstained="") & Q(score=None, depth=None)),
                name="attempt_scored_or_abstained",
            ),
            models.CheckConstraint(condition=Q(try_number__gte=1), name="attempt_try_from_1"),
            models.CheckConstraint(
                condition=Q(first_try=None) | Q(try_number__gte=2), name="attempt_later_try_from_2"
            ),
            models.CheckConstraint(
                condition=Q(self_rating=None) | Q(self_rating__range=(1, 3)),
                name="attempt_rating_1_to_3",
            ),
            models.CheckConstraint(
                condition=Q(queue_rank__in=QueueRank.values)
                & Q(queue_key__gte=models.F("queue_rank") * STEP)
                & Q(queue_key__lt=(models.F("queue_rank") + 1) * STEP),
                name="attempt_key_of_its_rank",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.trainee} to {self.scenario_version}, try {self.try_number}"

    def stand(self, rank: QueueRank, since: datetime) -> None:
        """Take a place in the queue. Saving is the caller's matter."""
        self.queue_rank = rank
        self.queue_key = queue_key(rank, since)


class CriterionResult(models.Model):
    """One row of a scorecard, for filters and figures."""

    # Found through the constraint below, which begins with it.
    attempt = models.ForeignKey(
        Attempt, on_delete=models.CASCADE, related_name="criterion_results", db_index=False
    )
    criterion = models.CharField(max_length=40)
    verdict = models.CharField(max_length=10, choices=VERDICT_CHOICES)
    weight = models.PositiveSmallIntegerField()
    earned = models.FloatField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["attempt", "criterion"], name="result_once"),
            models.CheckConstraint(
                condition=Q(verdict__in=[value for value, _ in VERDICT_CHOICES]),
                name="result_verdict_known",
            ),
            models.CheckConstraint(
                condition=Q(earned__gte=0) & Q(earned__lte=models.F("weight")),
                name="result_earned_within_weight",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.get_verdict_display()}"


class Stirred(models.Model):
    """What came up in the trainee after a reply. Nobody else ever sees it."""

    attempt = models.OneToOneField(Attempt, on_delete=models.CASCADE, related_name="stirred")
    word = models.CharField(max_length=40)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "stirred"

    def __str__(self) -> str:
        return self.word
