"""The admin: people, groups, scenarios, what is reported, and the site's settings."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.models import Group

from practice.admin.cohorts import CohortAdmin
from practice.admin.invitations import InvitationAdmin
from practice.admin.laboratory import ScorerConfigAdmin
from practice.admin.people import UserAdmin
from practice.admin.reports import ScenarioReportAdmin
from practice.admin.scenarios import ScenarioAdmin
from practice.admin.site import SiteSettingsAdmin

__all__ = [
    "CohortAdmin",
    "InvitationAdmin",
    "ScenarioAdmin",
    "ScenarioReportAdmin",
    "ScorerConfigAdmin",
    "SiteSettingsAdmin",
    "UserAdmin",
]

# What allauth and Django would show here: secrets of second factors, addresses without their
# people, and groups of permissions that nothing uses.
admin.site.unregister((Authenticator, EmailAddress, Group))
