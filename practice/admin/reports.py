"""What people say is wrong with a scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from practice.admin import house
from practice.models import ScenarioReport

if TYPE_CHECKING:
    ReportBase = admin.ModelAdmin[ScenarioReport]
else:  # Django's class takes no parameters while it runs
    ReportBase = admin.ModelAdmin


@admin.register(ScenarioReport)
class ScenarioReportAdmin(ReportBase):
    """What people say is wrong with a scenario."""

    list_display = ("created_at", "scenario_version", "reason", "reporter", "handled_at")
    list_filter = (("handled_at", admin.EmptyFieldListFilter),)
    list_select_related = ("scenario_version", "reporter")
    fields = readonly_fields = (
        "scenario_version",
        "reporter",
        "reason",
        "created_at",
        "handled_at",
    )
    actions = ("mark_handled",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.action(description="Mark as handled")
    def mark_handled(self, request: HttpRequest, queryset: QuerySet[ScenarioReport]) -> None:
        waiting = queryset.filter(handled_at=None)
        house.note_all(request, waiting, "Marked as handled.")
        waiting.update(handled_at=timezone.now())
