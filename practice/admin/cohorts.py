"""Groups of people who learn together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from practice import services
from practice.admin.house import ONE_BOX
from practice.admin.memberships import MembershipInline
from practice.models import Cohort, SiteSettings, User

if TYPE_CHECKING:
    CohortBase = admin.ModelAdmin[Cohort]
else:  # Django's class takes no parameters while it runs
    CohortBase = admin.ModelAdmin


@admin.register(Cohort)
class CohortAdmin(CohortBase):
    """Cohorts, their codes and their people."""

    list_display = ("name", "shown_code", "join_code_expires_at", "people")
    search_fields = ("name",)
    formfield_overrides = ONE_BOX
    fields = ("name", "time_zone", "shown_code", "join_code_expires_at", "visible_by_default")
    readonly_fields = ("shown_code",)
    inlines = (MembershipInline,)
    actions = ("new_codes",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Cohort]:
        return super().get_queryset(request).annotate(people_count=Count("memberships"))

    @admin.display(description="people", ordering="people_count")
    def people(self, cohort: Cohort) -> int:
        count: int = getattr(cohort, "people_count", 0)
        return count

    @admin.display(description="join code")
    def shown_code(self, cohort: Cohort) -> str:
        return cohort.shown_code

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"visible_by_default": SiteSettings.load().visible_by_default}

    def save_model(self, request: HttpRequest, obj: Cohort, form: forms.Form, change: bool) -> None:
        if not change and isinstance(request.user, User):
            obj.created_by = request.user
        super().save_model(request, obj, form, change)
        if change and "time_zone" in form.changed_data:  # its days begin at another hour
            services.recount(cohorts=[obj.pk])

    @admin.action(description="Give a new join code (the old one opens nothing any more)")
    def new_codes(self, request: HttpRequest, queryset: QuerySet[Cohort]) -> None:
        for cohort in queryset:
            services.renew_join_code(cohort=cohort)
            self.message_user(request, f"{cohort}: the code is now {cohort.shown_code}.")
