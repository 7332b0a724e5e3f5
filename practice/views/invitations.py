"""The way in for somebody who was invited."""

from __future__ import annotations

from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from practice.http import PublicRequest
from practice.models import User
from practice.services.invitations import SESSION_KEY, accept_invitation, find_invitation


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: PublicRequest, token: str) -> HttpResponse:
    """Lead an invited person to the sign-up, which then asks for no code, or to the sign-in.

    Whoever is signed in with the address that the letter came to accepts it by a POST.
    """
    found = find_invitation(token)
    if found is None:
        return render(request, "practice/invitation.html", status=404)
    if request.user.is_authenticated:
        theirs = found.is_for(request.user)
        if request.method == "POST" and theirs:
            accept_invitation(invitation=found, person=request.user)
            where = f"in {found.cohort}" if found.cohort else "an admin"
            messages.success(request, f"You are {where} now.")
            return redirect("home")
        return render(request, "practice/invitation.html", {"found": found, "theirs": theirs})
    if User.objects.filter(email__iexact=found.email).exists():
        messages.success(request, f"You have an account. Sign in as {found.email} to come in.")
        after = urlencode({"next": reverse("invitation", args=[token])})
        return redirect(f"{reverse('account_login')}?{after}")
    request.session[SESSION_KEY] = token
    # The letter came to this address: nobody has to prove it a second time.
    get_adapter().stash_verified_email(request, found.email)
    return redirect("account_signup")
