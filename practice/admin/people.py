"""People: who may sign in, and what they may do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from practice import services
from practice.admin.memberships import MembershipInline
from practice.models import User

if TYPE_CHECKING:
    UserBase = admin.ModelAdmin[User]
else:  # Django's class takes no parameters while it runs
    UserBase = admin.ModelAdmin


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
