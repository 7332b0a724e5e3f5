"""What templates get beyond what their views hand them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from practice.demo import GUESTS


def sign_in(request: HttpRequest) -> dict[str, Any]:
    """The invented people whom anybody may be, on the sign-in page of a demonstration."""
    match = request.resolver_match
    if not settings.DEMO or match is None or match.url_name != "account_login":
        return {}
    return {"demo_accounts": GUESTS}
