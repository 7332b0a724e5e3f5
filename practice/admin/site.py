"""The site's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from practice.models import SiteSettings

if TYPE_CHECKING:
    SettingsBase = admin.ModelAdmin[SiteSettings]
else:  # Django's class takes no parameters while it runs
    SettingsBase = admin.ModelAdmin


@admin.register(SiteSettings)
class SiteSettingsAdmin(SettingsBase):
    """The one row of settings: there is nothing to list, nothing to add and nothing to remove."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: SiteSettings | None = None) -> bool:
        return False

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> SiteSettings | None:
        """The row, made as soon as somebody wants to see it."""
        SiteSettings.objects.get_or_create(pk=1)
        return super().get_object(request, object_id, from_field)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return redirect("admin:practice_sitesettings_change", 1)
