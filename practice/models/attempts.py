"""Replies and what was found in them."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from practice.models.cohorts import Cohort
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

    class Meta:
        ordering = ["-created_at", "-id"]
        # The first two serve their foreign keys too, which have no index of their own.
        indexes = [
            models.Index(fields=["trainee", "-created_at", "-id"], name="attempt_of_trainee"),
            models.Index(fields=["cohort", "-created_at", "-id"], name="attempt_of_cohort"),
            models.Index(fields=["created_at"], name="attempt_age"),
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
        ]

    def __str__(self) -> str:
        return f"{self.trainee} to {self.scenario_version}, try {self.try_number}"


class CriterionResult(models.Model):
    """One row of a scorecard, for filters and figures."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="criterion_results")
    criterion = models.CharField(max_length=40)
    verdict = models.CharField(max_length=10, choices=VERDICT_CHOICES)
    weight = models.PositiveSmallIntegerField()
    earned = models.FloatField()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["criterion", "verdict"], name="result_criterion_verdict")]
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
