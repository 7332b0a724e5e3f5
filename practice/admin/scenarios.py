"""Scenarios: the list, and the way to each page of writing them."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path

from practice.admin import scenario_edit, scenario_quality, scenario_state, scenario_transfer
from practice.admin.house import FORM, READ, WRITE, Page, guarded
from practice.models import Attempt, Scenario, ScenarioVersion

if TYPE_CHECKING:
    ScenarioBase = admin.ModelAdmin[Scenario]
else:  # Django's class takes no parameter while it runs
    ScenarioBase = admin.ModelAdmin

# Counted version by version, in the index alone: a join would read every attempt there is.
OF_VERSION = (
    Attempt.objects.filter(scenario_version=OuterRef("pk"))
    .order_by()
    .values("scenario_version")
    .annotate(number=Count("*"))
)
OF_SCENARIO = (
    ScenarioVersion.objects.filter(scenario=OuterRef("pk"))
    .order_by()
    .values("scenario")
    .annotate(number=Sum(Subquery(OF_VERSION.values("number"))))
)


class DraftFilter(admin.SimpleListFilter):
    """Scenarios that somebody is writing at."""

    title = "draft"
    parameter_name = "draft"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "With a draft"), ("no", "Without one")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Scenario]) -> QuerySet[Scenario]:
        if self.value() is None:
            return queryset
        return queryset.filter(draft__isnull=self.value() == "no")


@admin.register(Scenario)
class ScenarioAdmin(ScenarioBase):
    """Scenarios. Each has pages of its own; Django's form for them is never shown."""

    list_display = ("client", "slug", "strategy", "difficulty", "state", "draft_state", "attempts")
    list_filter = ("state", DraftFilter, "current__strategy", "current__difficulty")
    search_fields = ("slug", "current__client_name", "current__statement")
    list_select_related = ("current",)
    list_per_page = 100
    change_list_template = "admin/practice/scenario/change_list.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Scenario]:
        return (
            super()
            .get_queryset(request)
            .annotate(attempt_count=Coalesce(Subquery(OF_SCENARIO.values("number")), 0))
        )

    # Pages -------------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        pages: list[tuple[str, str, tuple[str, ...], Page]] = [
            ("download/", "download_all", READ, scenario_transfer.download_all),
            ("download/table/", "download_table", READ, scenario_transfer.download_table),
            ("quality/", "quality", READ, scenario_quality.board),
            ("upload/", "upload", FORM, scenario_transfer.upload),
            ("upload/<uuid:upload>/", "uploaded", FORM, scenario_transfer.uploaded),
            ("file-format/", "file_format", READ, scenario_transfer.file_format),
            ("<int:pk>/download/", "download", READ, self._of_one(scenario_transfer.download)),
            ("<int:pk>/state/", "state", WRITE, self._of_one(scenario_state.change_state)),
            ("<int:pk>/preview/", "preview", READ, self._of_one(scenario_state.preview)),
        ]
        own = [
            path(where, guarded(self, view, methods), name=f"practice_scenario_{name}")
            for where, name, methods, view in pages
        ]
        return [*own, *super().get_urls()]

    def _of_one(self, view: Page) -> Page:
        """A page of one scenario, which it is given."""

        @wraps(view)
        def shown(request: HttpRequest, pk: int) -> HttpResponse:
            return view(request, self._scenario(request, pk))

        return shown

    def _scenario(self, request: HttpRequest, pk: int | str) -> Scenario:
        try:
            return self.get_queryset(request).select_related("current", "draft_by").get(pk=pk)
        except (Scenario.DoesNotExist, ValueError):
            raise Http404 from None

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return super().changelist_view(request, {"title": "Scenarios", **(extra_context or {})})

    def add_view(
        self,
        request: HttpRequest,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        return scenario_edit.edit(request, None)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        return scenario_edit.edit(request, self._scenario(request, object_id))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        return scenario_state.history(request, self._scenario(request, object_id))

    def has_delete_permission(self, request: HttpRequest, obj: Scenario | None = None) -> bool:
        """A scenario is retired; one that was never published has a button of its own."""
        return False

    # Columns -----------------------------------------------------------------------------

    @admin.display(ordering="current__client_name")
    def client(self, scenario: Scenario) -> str:
        if scenario.current:
            return f"{scenario.current.client_name}, {scenario.current.client_age}"
        name: str = scenario.draft["client"]["name"] if scenario.draft else ""
        return name or "(no name yet)"

    @admin.display(ordering="current__strategy")
    def strategy(self, scenario: Scenario) -> str:
        return scenario.current.get_strategy_display() if scenario.current else ""

    @admin.display(ordering="current__difficulty")
    def difficulty(self, scenario: Scenario) -> str:
        return scenario.current.get_difficulty_display() if scenario.current else ""

    @admin.display(description="draft", ordering="draft_at", boolean=False)
    def draft_state(self, scenario: Scenario) -> str:
        return "being written" if scenario.draft is not None else ""

    @admin.display(ordering="attempt_count")
    def attempts(self, scenario: Scenario) -> int:
        count: int = getattr(scenario, "attempt_count", 0)
        return count
