"""Django's admin with the site's own sign-in, second factor and limits."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse


class CoachAdminSite(AdminSite):
    """The admin. Its own sign-in pages lead to those that everybody uses."""

    site_header = site_title = "Listening Coach"
    index_title = "Looking after Listening Coach"
    site_url = "/"
    enable_nav_sidebar = False  # the way around stands at the top, as everywhere else

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Send to the site's sign-in; whoever is signed in and no admin is refused."""
        if request.user.is_staff:
            return redirect("admin:index")
        if request.user.is_authenticated:
            raise PermissionDenied
        after = urlencode({"next": reverse("admin:index")})
        return HttpResponseRedirect(f"{reverse('account_login')}?{after}")

    def logout(  # type: ignore[override] # it leads elsewhere instead of rendering a page
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Leave as from any other page."""
        return redirect("account_logout")

    def password_change(  # type: ignore[override] # as above
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Change the password where its limits are."""
        return redirect("account_change_password")
