"""What is stored: one file for one idea."""

from practice.models.assignments import Assignment, AssignmentProgress
from practice.models.attempts import REPLY_LIMIT, Attempt, AttemptQuerySet, CriterionResult, Stirred
from practice.models.audit import AccessLog
from practice.models.cohorts import Cohort, Membership, new_join_code, tidy_join_code
from practice.models.desk import BankedComment, SavedView
from practice.models.figures import (
    AgreementCount,
    CohortWeek,
    CriterionWeek,
    PracticeDay,
    PracticeWeek,
    QueueCount,
    RatingPair,
    ScenarioCount,
)
from practice.models.invitations import Invitation
from practice.models.labelled_cases import ConfigProposal, LabelledCase
from practice.models.mail import WaitingMail
from practice.models.queue import QueueRank, queue_key
from practice.models.requests import CLAIMED_FOR, Claim, Dispute, ReviewRequest
from practice.models.reviews import (
    UNDO_WITHIN,
    Judgement,
    Review,
    ReviewAnswer,
    ReviewComment,
    ReviewRevision,
)
from practice.models.scenarios import (
    ImmutableError,
    Scenario,
    ScenarioReport,
    ScenarioUpload,
    ScenarioVersion,
    content_hash,
)
from practice.models.scorer_configs import ScorerConfig
from practice.models.site import SiteSettings
from practice.models.transcripts import Transcript
from practice.models.users import User, validate_time_zone

__all__ = [
    "CLAIMED_FOR",
    "REPLY_LIMIT",
    "UNDO_WITHIN",
    "AccessLog",
    "AgreementCount",
    "Assignment",
    "AssignmentProgress",
    "Attempt",
    "AttemptQuerySet",
    "BankedComment",
    "Claim",
    "Cohort",
    "CohortWeek",
    "ConfigProposal",
    "CriterionResult",
    "CriterionWeek",
    "Dispute",
    "ImmutableError",
    "Invitation",
    "Judgement",
    "LabelledCase",
    "Membership",
    "PracticeDay",
    "PracticeWeek",
    "QueueCount",
    "QueueRank",
    "RatingPair",
    "Review",
    "ReviewAnswer",
    "ReviewComment",
    "ReviewRequest",
    "ReviewRevision",
    "SavedView",
    "Scenario",
    "ScenarioCount",
    "ScenarioReport",
    "ScenarioUpload",
    "ScenarioVersion",
    "ScorerConfig",
    "SiteSettings",
    "Stirred",
    "Transcript",
    "User",
    "WaitingMail",
    "content_hash",
    "new_join_code",
    "queue_key",
    "tidy_join_code",
    "validate_time_zone",
]
