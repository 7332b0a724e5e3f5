"""Groups of people who learn together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest

from practice import services
from practice.admin import house
from practice.models import Cohort, SiteSettings, User

if TYPE_CHECKING:
    CohortBase = admin.ModelAdmin[Cohort]
else:  # Django's class takes no parameters while it runs
    CohortBase = admin.ModelAdmin


@admin.register(Cohort)
class CohortAdmin(CohortBase):
    """Cohorts and their codes. Their people are chosen from the list of people."""

    list_display = ("name", "shown_code", "join_code_expires_at", "people")
    search_fields = ("name",)
    formfield_overrides = house.ONE_BOX
    fields = ("name", "time_zone", "shown_code", "join_code_expires_at", "visible_by_default")
    readonly_fields = ("shown_code",)
    actions = ("new_codes",)
    change_form_template = "admin/practice/cohort/change_form.html"

    def has_delete_permission(self, request: HttpRequest, obj: Cohort | None = None) -> bool:
        """What was written in a group stays with it: it is emptied, or its code closed."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Cohort]:
        here = Q(memberships__left_at=None)
        people = Count("memberships__person", filter=here, distinct=True)
        return super().get_queryset(request).annotate(people_count=people)

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
            house.note(request, cohort, "Gave it a new join code.")
            self.message_user(request, f"{cohort}: the code is now {cohort.shown_code}.")
