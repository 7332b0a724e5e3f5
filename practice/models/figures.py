"""Counts kept beside what they count, so that a page costs the same however much there is.

Whatever changes what is counted changes these in the same transaction; `manage.py recount`
makes them anew. Only attempts that supervisors may see are counted.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from practice.models.attempts import VERDICT_CHOICES, Attempt
from practice.models.cohorts import Cohort
from practice.models.queue import QueueRank
from practice.models.reviews import Review
from practice.models.scenarios import Scenario


class QueueCount(models.Model):
    """How many attempts of a cohort stand in the queue for one reason."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="+")
    rank = models.PositiveSmallIntegerField(choices=QueueRank.choices)
    number = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cohort", "rank"], name="queue_count_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_rank_display()}: {self.number}"


class PracticeDay(models.Model):
    """What a trainee did on one day, as days are where their cohort is."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="+")
    trainee = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    day = models.DateField()
    attempts = models.IntegerField(default=0)
    scored = models.IntegerField(default=0)
    score_sum = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cohort", "trainee", "day"], name="practice_day_once"),
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.attempts}"


class PracticeWeek(models.Model):
    """How many replies a trainee wrote in a week; `week` is its Monday, where the cohort is."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="+")
    trainee = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    week = models.DateField()
    attempts = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cohort", "week", "trainee"], name="practice_week_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.week}: {self.attempts}"


class CohortWeek(models.Model):
    """What the rules found of one criterion in all replies of a cohort's week."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="+")
    week = models.DateField()
    strategy = models.CharField(max_length=20)
    criterion = models.CharField(max_length=40)
    met = models.IntegerField(default=0)
    partly = models.IntegerField(default=0)
    not_yet = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cohort", "week", "strategy", "criterion"], name="cohort_week_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.week}, {self.criterion}: {self.met}"


class CriterionWeek(models.Model):
    """What the rules found of one criterion in a trainee's replies of one week.

    `week` is the Monday that the week began with, where the cohort is.
    """

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="+")
    trainee = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    week = models.DateField()
    strategy = models.CharField(max_length=20)
    criterion = models.CharField(max_length=40)
    met = models.IntegerField(default=0)
    partly = models.IntegerField(default=0)
    not_yet = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cohort", "trainee", "week", "strategy", "criterion"],
                name="criterion_week_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.week}, {self.criterion}: {self.met}"


class ScenarioCount(models.Model):
    """How often a cohort has practised with one client."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="+")
    scenario = models.ForeignKey(Scenario, on_delete=models.CASCADE, related_name="+")
    attempts = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cohort", "scenario"], name="scenario_count_once"),
        ]

    def __str__(self) -> str:
        return f"{self.scenario}: {self.attempts}"


class RatingPair(models.Model):
    """Two verdicts on one criterion of one attempt: the list behind the figures of agreement.

    Between rules and supervisor, `a` is the rules'; between supervisors, of the one who
    released first. Verdicts "not judged" make no pair.
    """

    class Kind(models.TextChoices):
        """Whose verdicts these are."""

        RULES = "rules", "Rules and supervisors"
        SUPERVISORS = "supervisors", "Between supervisors"

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="+")
    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="rating_pairs")
    review_a = models.ForeignKey(Review, on_delete=models.CASCADE, null=True, related_name="+")
    review_b = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=11, choices=Kind.choices)
    scorer_version = models.CharField(max_length=64)
    criterion = models.CharField(max_length=40)
    blind = models.BooleanField()
    a = models.CharField(max_length=10, choices=VERDICT_CHOICES)
    b = models.CharField(max_length=10, choices=VERDICT_CHOICES)
    differs = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(
                fields=["cohort", "kind", "criterion", "-at", "-id"],
                condition=models.Q(differs=True),
                name="pair_differs",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["review_b", "review_a", "criterion"], name="pair_once"),
            models.UniqueConstraint(
                fields=["review_b", "criterion"],
                condition=models.Q(review_a=None),
                name="pair_with_rules_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.a}, {self.b}"


class AgreementCount(models.Model):
    """How many pairs of verdicts there are of one kind."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="+")
    scorer_version = models.CharField(max_length=64)
    criterion = models.CharField(max_length=40)
    kind = models.CharField(max_length=11, choices=RatingPair.Kind.choices)
    blind = models.BooleanField()
    a = models.CharField(max_length=10, choices=VERDICT_CHOICES)
    b = models.CharField(max_length=10, choices=VERDICT_CHOICES)
    number = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cohort", "kind", "scorer_version", "criterion", "blind", "a", "b"],
                name="agreement_count_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}, {self.a}, {self.b}: {self.number}"
