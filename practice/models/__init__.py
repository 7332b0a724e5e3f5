"""What is stored: one file for one idea."""

from practice.models.attempts import REPLY_LIMIT, Attempt, CriterionResult, Stirred
from practice.models.audit import AccessLog
from practice.models.cohorts import Cohort, Membership, new_join_code, tidy_join_code
from practice.models.invitations import Invitation
from practice.models.scenarios import (
    ImmutableError,
    Scenario,
    ScenarioReport,
    ScenarioUpload,
    ScenarioVersion,
    content_hash,
)
from practice.models.site import SiteSettings
from practice.models.users import User, validate_time_zone

__all__ = [
    "REPLY_LIMIT",
    "AccessLog",
    "Attempt",
    "Cohort",
    "CriterionResult",
    "ImmutableError",
    "Invitation",
    "Membership",
    "Scenario",
    "ScenarioReport",
    "ScenarioUpload",
    "ScenarioVersion",
    "SiteSettings",
    "Stirred",
    "User",
    "content_hash",
    "new_join_code",
    "tidy_join_code",
    "validate_time_zone",
]
