"""What templates get beyond what their views hand them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from practice.demo import GUESTS
from practice.models import SiteSettings


def sign_in(request: HttpRequest) -> dict[str, Any]:
    """For the sign-in page: the admins' welcome, and in a demonstration whom anybody may be."""
    match = request.resolver_match
    if match is None or match.url_name != "account_login":
        return {}
    return {
        "welcome_text": SiteSettings.load().welcome_text,
        "demo_accounts": GUESTS if settings.DEMO else (),
    }
