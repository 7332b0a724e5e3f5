"""What people agreed on about a finding of the rules, and changes that are proposed to them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from practice.models.attempts import VERDICT_CHOICES, Attempt

JUDGED = ("met", "partly", "not_yet")
REASON_LIMIT = 500


class LabelledCase(models.Model):
    """One criterion of one reply, settled by a person: what a reader should have found there.

    Reviews and disputes bring it up; until somebody settles it there is nothing to keep. It goes
    with its reply.
    """

    class State(models.TextChoices):
        """Whether the rules are held to it."""

        AGREED = "agreed", "Agreed"
        SET_ASIDE = "set_aside", "Set aside"

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="cases")
    criterion = models.CharField(max_length=40)
    # As the reply's own scorecard has it, under the version that read it then.
    rules_verdict = models.CharField(max_length=10, choices=VERDICT_CHOICES)
    scorer_version = models.CharField(max_length=64)
    verdict = models.CharField(max_length=10, choices=VERDICT_CHOICES)
    # The rule that should have found something and did not, where somebody named one.
    missed_rule = models.CharField(max_length=80, blank=True, default="")
    state = models.CharField(max_length=9, choices=State.choices)
    reason = models.TextField(max_length=REASON_LIMIT, blank=True, default="")
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    settled_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-settled_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["attempt", "criterion"], name="case_once"),
            models.CheckConstraint(
                condition=models.Q(rules_verdict__in=JUDGED, verdict__in=JUDGED),
                name="case_verdicts_judged",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["agreed", "set_aside"]), name="case_state_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.rules_verdict}, {self.verdict}"


class ConfigProposal(models.Model):
    """A change of lists and weights that somebody is thinking about.

    `changes` says what is added to and taken from the config in force, whichever that is when
    the proposal is looked at or accepted: it is written like a config.
    """

    changes = models.JSONField(default=dict)
    why = models.TextField(max_length=REASON_LIMIT, blank=True, default="")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["-updated_at", "-id"]

    def __str__(self) -> str:
        return f"proposal {self.pk}"
