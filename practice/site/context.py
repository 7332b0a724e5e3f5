"""What templates get beyond what their views hand them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from practice.demo import GUESTS
from practice.models import SiteSettings


def sign_in(request: HttpRequest) -> dict[str, Any]:
    """For the sign-in page: the site's name, the admins' welcome, and a demonstration's guests."""
    match = request.resolver_match
    if match is None or match.url_name != "account_login":
        return {}
    site = SiteSettings.load()
    return {
        "site_name": site.site_name,
        "welcome_text": site.welcome_text,
        "demo_accounts": GUESTS if settings.DEMO else (),
    }
