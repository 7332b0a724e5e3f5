"""The way in for somebody who was invited."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from practice.http import PublicRequest
from practice.services.invitations import SESSION_KEY, find_invitation


@login_not_required
@never_cache
@require_safe
def invitation(request: PublicRequest, token: str) -> HttpResponse:
    """Lead an invited person to the sign-up, which then asks for no code."""
    allowed = ratelimit.consume(request, action="join_code")
    found = find_invitation(token) if allowed else None
    if found is None or request.user.is_authenticated:
        context = {"found": found}
        return render(request, "practice/invitation.html", context, status=200 if found else 404)
    request.session[SESSION_KEY] = token
    # The letter came to this address: nobody has to prove it a second time.
    get_adapter().stash_verified_email(request, found.email)
    return redirect("account_signup")
