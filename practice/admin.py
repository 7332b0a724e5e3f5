"""The admin: people, cohorts, what is reported, and the site's settings. Scenarios are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from practice import services
from practice.models import (
    Cohort,
    Membership,
    Scenario,
    ScenarioReport,
    ScenarioVersion,
    SiteSettings,
    User,
)

if TYPE_CHECKING:
    UserBase = admin.ModelAdmin[User]
    CohortBase = admin.ModelAdmin[Cohort]
    ScenarioBase = admin.ModelAdmin[Scenario]
    ReportBase = admin.ModelAdmin[ScenarioReport]
    SettingsBase = admin.ModelAdmin[SiteSettings]
    MembershipInlineBase = admin.TabularInline[Membership, Any]
    VersionInlineBase = admin.StackedInline[ScenarioVersion, Scenario]
else:  # Django's classes take no parameters while they run
    UserBase = CohortBase = ScenarioBase = ReportBase = SettingsBase = admin.ModelAdmin
    MembershipInlineBase = admin.TabularInline
    VersionInlineBase = admin.StackedInline


# What allauth and Django would show here: secrets of second factors, addresses without their
# people, and groups of permissions that nothing uses.
admin.site.unregister((Authenticator, EmailAddress, Group))


class ReadOnlyInline:
    """Rows that are looked at."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class MembershipInline(MembershipInlineBase):
    """Who is in a cohort, or the cohorts of a person. A membership ends; it is not removed."""

    model = Membership
    extra = 0
    can_delete = False
    fields = ("person", "cohort", "role", "joined_at", "left_at")
    readonly_fields = ("joined_at",)
    autocomplete_fields = ("person", "cohort")


@admin.register(User)
class UserAdmin(UserBase):
    """People. Their passwords are their own: a lost one is set anew by e-mail."""

    list_display = ("display_name", "email", "is_staff", "is_active", "date_joined")
    list_filter = ("is_staff", "is_active")
    search_fields = ("display_name", "email")
    ordering = ("display_name",)
    fields = (
        "display_name",
        "email",
        "time_zone",
        "is_active",
        "is_staff",
        "is_superuser",
    )
    readonly_fields = ("email",)
    actions = ("reset_second_factor",)
    inlines = (MembershipInline,)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """People join with a code; an account made for somebody would need a password."""
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Rights are given by those who have them all."""
        fields = [*super().get_readonly_fields(request, obj)]
        return fields if request.user.is_superuser else [*fields, "is_staff", "is_superuser"]

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (not obj or not obj.is_superuser or request.user.is_superuser)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        allowed = super().has_delete_permission(request, obj)
        return allowed and (not obj or not obj.is_superuser or request.user.is_superuser)

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """What is chosen from the list passes by the checks of one person: it is narrowed here."""
        people = super().get_queryset(request)
        chosen = request.method == "POST" and "action" in request.POST
        return (
            people if request.user.is_superuser or not chosen else people.filter(is_superuser=False)
        )

    @admin.action(description="Reset the second factor (somebody lost their phone)")
    def reset_second_factor(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        for person in queryset:
            services.reset_second_factor(person=person)
            self.message_user(request, f"{person} can sign in with the password alone.")

    def delete_model(self, request: HttpRequest, obj: User) -> None:
        services.erase_person(person=obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        for person in queryset:
            services.erase_person(person=person)


@admin.register(Cohort)
class CohortAdmin(CohortBase):
    """Cohorts, their codes and their people."""

    list_display = ("name", "shown_code", "join_code_expires_at", "people")
    search_fields = ("name",)
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

    @admin.action(description="Give a new join code (the old one opens nothing any more)")
    def new_codes(self, request: HttpRequest, queryset: QuerySet[Cohort]) -> None:
        for cohort in queryset:
            services.renew_join_code(cohort=cohort)
            self.message_user(request, f"{cohort}: the code is now {cohort.shown_code}.")


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
        queryset.filter(handled_at=None).update(handled_at=timezone.now())


@admin.register(SiteSettings)
class SiteSettingsAdmin(SettingsBase):
    """The one row of settings: there is nothing to list, nothing to add and nothing to remove."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: SiteSettings | None = None) -> bool:
        return False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        settings, _ = SiteSettings.objects.get_or_create(pk=1)
        return redirect("admin:practice_sitesettings_change", settings.pk)
