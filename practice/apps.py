"""How Django knows the app, and that its admin site is ours."""

from __future__ import annotations

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class PracticeConfig(AppConfig):
    """The one app of the project."""

    default = True
    name = "practice"
    verbose_name = "Listening Coach"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from practice.site import checks  # noqa: F401 # it registers them


class CoachAdminConfig(admin_apps.AdminConfig):
    """Django's admin behind the site's own sign-in."""

    default = False
    default_site = "practice.site.admin_site.CoachAdminSite"
