"""One's own account: settings, groups, everything kept about one, and its end."""

from __future__ import annotations

import json
from copy import copy
from typing import Any

from allauth.core import ratelimit
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.db.utils import DatabaseError
from django.forms import BaseForm
from django.http import Http404, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from practice import queries, services
from practice.demo import GUESTS
from practice.forms.people import AccountForm, CohortCodeForm, EraseForm
from practice.http import PublicRequest, Request
from practice.models import User
from practice.pages.erasure import what_stays
from practice.queries import back
from practice.services import PlaceError

# Said beside a form that was not looked at: a right guess is answered as a wrong one is.
TOO_OFTEN = "Too many tries. Please wait ten minutes and try again."


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: Request) -> HttpResponse:
    """Name, time zone, light or dark, e-mail wishes; groups; what else there is to do."""
    # A form that does not fit must leave the person as they are, on this page too.
    form = AccountForm(request.POST or None, instance=copy(request.user))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Saved.")
        return redirect("account")
    return _account_page(request, form=form)


@require_POST
def join_cohort(request: Request) -> HttpResponse:
    """Join one more group with its code."""
    if not ratelimit.consume(request, action="join_code"):
        messages.error(request, TOO_OFTEN)
        return _account_page(request, code_form=CohortCodeForm(initial=request.POST.dict()))
    form = CohortCodeForm(request.POST)
    if not form.is_valid():
        return _account_page(request, code_form=form)
    membership = services.join_cohort(person=request.user, code=form.cleaned_data["code"])
    messages.success(request, f"You are in {membership.cohort}.")
    return redirect("account")


@require_POST
def leave_cohort(request: Request, pk: int) -> HttpResponse:
    """Leave a group. Its supervisors keep what was written while one was in it."""
    membership = get_object_or_404(queries.groups_of(request.user), pk=pk)
    try:
        services.leave_cohort(membership=membership)
    except PlaceError as error:
        messages.error(request, f"{membership.cohort}: {error}")
    else:
        messages.success(request, f"You have left {membership.cohort}.")
    return redirect("account")


@require_safe
def account_access(request: Request) -> HttpResponse:
    """Who read or changed one's replies, and when."""
    before = request.GET.get("before", "")
    page = back.access_log(
        request.user, before=int(before) if before.isdecimal() and len(before) < 18 else None
    )
    older = f"{reverse('account_access')}?before={page.older}" if page.older else ""
    return render(request, "practice/account_access.html", {"page": page, "older_url": older})


@never_cache
@require_safe
def account_data(request: Request) -> HttpResponse:
    """Everything that is kept about the person, as a file."""
    data = services.export_person(person=request.user)
    response = HttpResponse(
        json.dumps(data, ensure_ascii=False, indent=2), content_type="application/json"
    )
    response["Content-Disposition"] = 'attachment; filename="listening-coach.json"'
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def account_erase(request: Request) -> HttpResponse:
    """Remove the account and all that was written with it."""
    form = EraseForm(person=request.user)
    if request.method == "POST":
        if ratelimit.consume(request, action="erase"):
            form = EraseForm(request.POST, person=request.user)
        else:
            messages.error(request, TOO_OFTEN)
        if form.is_valid():
            services.erase_person(person=request.user)
            logout(request)
            messages.success(request, "Your account is gone, and everything you wrote with it.")
            return redirect("account_login")
    context = {"form": form, "kept": what_stays(request.user)}
    return render(request, "practice/account_erase.html", context)


@login_not_required
def demo_sign_in(request: PublicRequest) -> HttpResponse:
    """Be one of the invented people. There is no such page outside a demonstration."""
    if not settings.DEMO:
        raise Http404
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    email = request.POST.get("email", "")
    if email not in {guest.email for guest in GUESTS}:
        raise Http404
    person = get_object_or_404(User, email=email, is_active=True)
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    after = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        after, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return redirect(after if safe else resolve_url(settings.LOGIN_REDIRECT_URL))


@login_not_required
@never_cache
@require_safe
def healthz(request: PublicRequest) -> HttpResponse:
    """Whether the site can answer: for a load balancer, or whoever watches over it."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse(
            "The database does not answer.\n", status=503, content_type="text/plain"
        )
    return HttpResponse("ok\n", content_type="text/plain")


def _account_page(
    request: Request, *, form: BaseForm | None = None, code_form: BaseForm | None = None
) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form or AccountForm(instance=request.user),
        "code_form": code_form or CohortCodeForm(),
        "memberships": queries.groups_of(request.user),
        "second_factor": is_mfa_enabled(request.user),
        "has_password": request.user.has_usable_password(),
    }
    return render(request, "practice/account.html", context)
