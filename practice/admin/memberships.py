"""Who is in which group, as rows of a person's or a group's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin

from practice.admin.house import ONE_BOX
from practice.models import Membership

if TYPE_CHECKING:
    InlineBase = admin.StackedInline[Membership, Any]
else:  # Django's class takes no parameters while it runs
    InlineBase = admin.StackedInline


class MembershipInline(InlineBase):
    """Who is in a cohort, or the cohorts of a person. A membership ends; it is not removed.

    Stacked, since Django gives the cells of a table no labels.
    """

    model = Membership
    extra = 0
    formfield_overrides = ONE_BOX
    can_delete = False
    fields = ("person", "cohort", "role", "joined_at", "left_at")
    readonly_fields = ("joined_at",)
    # Django’s own search in a list writes styles into the page, which our policy forbids.
    raw_id_fields = ("person",)
