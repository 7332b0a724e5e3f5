"""What a cohort is asked to practise."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone

from practice.models.cohorts import Cohort
from practice.models.scenarios import STRATEGY_CHOICES, Scenario


class Assignment(models.Model):
    """Some replies wanted of everybody in a cohort until the end of a day.

    With scenarios, replies to these count; with a strategy alone, all that practise it; with
    neither, all. `created_at` is when counting begins, `due_on` the last day that counts, as
    days are where the cohort is.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="assignments")
    title = models.CharField(max_length=80)
    strategy = models.CharField(max_length=20, choices=STRATEGY_CHOICES, blank=True, default="")
    scenarios = models.ManyToManyField(Scenario, blank=True, related_name="assignments")
    due_on = models.DateField("due on")
    attempts_wanted = models.PositiveSmallIntegerField("replies wanted", default=3)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="assignments_made",
    )

    class Meta:
        ordering = ["-due_on", "-created_at"]
        indexes = [models.Index(fields=["cohort", "-due_on"], name="assignment_of_cohort")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(attempts_wanted__gte=1), name="assignment_wants_something"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class AssignmentProgress(models.Model):
    """How many replies of a trainee count for an assignment; kept as the figures are."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="progress")
    trainee = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    done = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "trainee"], name="assignment_progress_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.trainee}: {self.done}"
