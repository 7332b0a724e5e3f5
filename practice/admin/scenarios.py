"""Scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest

from practice.models import Scenario, ScenarioVersion

if TYPE_CHECKING:
    ScenarioBase = admin.ModelAdmin[Scenario]
    VersionInlineBase = admin.StackedInline[ScenarioVersion, Scenario]
else:  # Django's classes take no parameters while they run
    ScenarioBase = admin.ModelAdmin
    VersionInlineBase = admin.StackedInline


class ReadOnlyInline:
    """Rows that are looked at."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class VersionInline(ReadOnlyInline, VersionInlineBase):
    """Every version of a scenario, as it was."""

    model = ScenarioVersion
    fk_name = "scenario"
    extra = 0
    ordering = ("-number",)
    fields = readonly_fields = (
        "number",
        "origin",
        "author",
        "created_at",
        "context",
        "statement",
        "content",
    )


@admin.register(Scenario)
class ScenarioAdmin(ScenarioBase):
    """Scenarios, to be read."""

    list_display = ("slug", "client", "strategy", "difficulty", "state")
    list_filter = ("state", "current__strategy", "current__difficulty")
    search_fields = ("slug", "current__client_name", "current__statement")
    list_select_related = ("current",)
    inlines = (VersionInline,)
    fields = readonly_fields = ("slug", "state", "current", "created_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Scenario | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Scenario | None = None) -> bool:
        return False

    @admin.display(ordering="current__client_name")
    def client(self, scenario: Scenario) -> str:
        current = scenario.current
        return f"{current.client_name}, {current.client_age}" if current else ""

    @admin.display(ordering="current__strategy")
    def strategy(self, scenario: Scenario) -> str:
        return scenario.current.get_strategy_display() if scenario.current else ""

    @admin.display(ordering="current__difficulty")
    def difficulty(self, scenario: Scenario) -> str:
        return scenario.current.get_difficulty_display() if scenario.current else ""
