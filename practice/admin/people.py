"""People: who may sign in, and what they may do."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import URLPattern, path

from practice import services
from practice.admin import house
from practice.admin.memberships import GroupFilter, MembershipInline
from practice.models import Cohort, Membership, User
from practice.pages.erasure import what_stays
from practice.services.handing_over import export_for_admin

if TYPE_CHECKING:
    UserBase = admin.ModelAdmin[User]
else:  # Django's class takes no parameters while it runs
    UserBase = admin.ModelAdmin


@admin.register(User)
class UserAdmin(UserBase):
    """People. Their passwords are their own: a lost one is set anew by e-mail."""

    list_display = ("display_name", "email", "roles", "is_active", "secured", "date_joined")
    list_filter = (GroupFilter, "is_staff", "is_active")
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
    change_form_template = "admin/practice/user/change_form.html"
    change_list_template = "admin/practice/user/change_list.html"
    delete_confirmation_template = "admin/practice/user/erase.html"
    inlines = (MembershipInline,)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """People join with a code; an account made for somebody would need a password."""
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Rights are given by those who have them all. Nobody takes away their own by a slip."""
        fields = [*super().get_readonly_fields(request, obj)]
        if obj is not None and obj.pk == request.user.pk:
            return [*fields, "is_active", "is_staff", "is_superuser"]
        return fields if request.user.is_superuser else [*fields, "is_staff", "is_superuser"]

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (not obj or not obj.is_superuser or request.user.is_superuser)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        allowed = super().has_delete_permission(request, obj)
        return allowed and (not obj or not obj.is_superuser or request.user.is_superuser)

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """What is chosen from the list passes by the checks of one person: it is narrowed here."""
        here = Membership.objects.current().filter(person=OuterRef("pk"))
        people = (
            super()
            .get_queryset(request)
            .annotate(
                has_factor=Exists(Authenticator.objects.filter(user=OuterRef("pk"))),
                supervises=Exists(here.filter(role=Membership.Role.SUPERVISOR)),
                practises=Exists(here.filter(role=Membership.Role.TRAINEE)),
            )
        )
        chosen = request.method == "POST" and "action" in request.POST
        return (
            people if request.user.is_superuser or not chosen else people.filter(is_superuser=False)
        )

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        """Closing an account is never refused; that a group has nobody to supervise it is said."""
        super().save_model(request, obj, form, change)
        if "is_active" in form.changed_data and not obj.is_active:
            for cohort in Cohort.objects.supervised_only_by(obj):
                says = f"“{cohort}” has nobody to supervise it now: make somebody its supervisor."
                messages.warning(request, says)

    @admin.display(description="role")
    def roles(self, person: User) -> str:
        """What somebody is here, in words."""
        held = [
            ("admin", person.is_staff),
            ("supervisor", getattr(person, "supervises", False)),
            ("trainee", getattr(person, "practises", False)),
        ]
        return ", ".join(role for role, has in held if has) or "in no group"

    @admin.display(description="second factor")
    def secured(self, person: User) -> str:
        """Whether signing in takes more than a password."""
        return "set up" if getattr(person, "has_factor", False) else "–"

    @admin.action(description="Reset the second factor (somebody lost their phone)")
    def reset_second_factor(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        for person in queryset:
            services.reset_second_factor(person=person)
            house.note(request, person, "Reset the second factor.")
            self.message_user(request, f"{person} can sign in with the password alone.")

    def get_deleted_objects(
        self, objs: Any, request: HttpRequest
    ) -> tuple[list[Any], dict[Any, Any], set[Any], list[Any]]:
        """Erasure beats everything: no other page's rights stand in its way."""
        found, counts, _, _ = super().get_deleted_objects(objs, request)
        return found, counts, set(), []

    def log_deletions(self, request: HttpRequest, queryset: Any) -> list[LogEntry]:
        """That somebody was removed stays in the history; who it was does not."""
        for person in queryset:
            house.note(request, person, "Removed with all that they wrote.", "removed")
        return []

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Say what goes and what stays, and why, before somebody is removed."""
        person = self.get_object(request, object_id)
        kept = what_stays(person) if person else []
        return super().delete_view(request, object_id, {"kept": kept, **(extra_context or {})})

    def get_urls(self) -> list[URLPattern]:
        data = self.admin_site.admin_view(self.person_data)
        return [path("<uuid:pk>/data/", data, name="practice_user_data"), *super().get_urls()]

    def person_data(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Everything kept about a person, to hand over to them when they ask for it.

        What is promised to be seen by nobody else is left out; they can download it themselves.
        """
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        person = self.get_object(request, str(pk))
        if person is None:
            raise Http404
        if not self.has_change_permission(request, person):
            raise PermissionDenied
        data = export_for_admin(person=person, by=house.person_of(request))
        house.note(request, person, "Downloaded what is kept about them.")
        text = json.dumps(data, ensure_ascii=False, indent=2)
        response = HttpResponse(text, content_type="application/json")
        response["Content-Disposition"] = f'attachment; filename="listening-coach-{person.pk}.json"'
        return response

    def delete_model(self, request: HttpRequest, obj: User) -> None:
        services.erase_person(person=obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        for person in queryset:
            services.erase_person(person=person)
