"""What every request passes through, besides Django's own."""

from __future__ import annotations

import zoneinfo
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import BadRequest, RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from practice import kept
from practice.kept import is_htmx
from practice.views.kept import signed_out

GetResponse = Callable[[HttpRequest], HttpResponse]

# Nothing here needs a camera, a place or a payment.
PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
)
SETTING_UP = ("/accounts/", "/in-crisis/", "/healthz/")


def headers(get_response: GetResponse) -> GetResponse:
    """Say what pages may not use, and keep what belongs to a person out of shared caches."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.setdefault("Permissions-Policy", PERMISSIONS)
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.setdefault("Cache-Control", "private, no-cache")
        return response

    return middleware


def plain_addresses(get_response: GetResponse) -> GetResponse:
    """Refuse an address with a null byte in it: no link has one, and PostgreSQL breaks at it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if "%00" in request.META.get("QUERY_STRING", "") or "\x00" in request.path_info:
            raise BadRequest("There is a null byte in this address.")
        return get_response(request)

    return middleware


def small_bodies(get_response: GetResponse) -> GetResponse:
    """Refuse what is larger than any upload before it is read: files go to the disk, whoever sends.

    Forms name limits of their own, which are lower, and say so beside the field.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal():
            raise BadRequest("This is no length.")
        if int(length[:20]) > settings.LARGEST_REQUEST:
            raise RequestDataTooBig("This is larger than anything that is taken here.")
        return get_response(request)

    return middleware


class SignInMiddleware(LoginRequiredMiddleware):
    """Every page needs a sign-in unless its view says otherwise. What was typed is kept.

    A session ends while somebody writes; what they send then is put by, and waits for them
    behind the sign-in.
    """

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[Any, ...],
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        if super().process_view(request, view_func, view_args, view_kwargs) is None:
            return None
        if request.method == "POST" and (answer := signed_out(request)):
            return answer
        sign_in = reverse("account_login")
        after = _page_of(request)
        return _go(request, f"{sign_in}?{urlencode({'next': after})}" if after else sign_in)


def _page_of(request: HttpRequest) -> str:
    """The page to come back to; nothing for a request that cannot be made again by a link."""
    if is_htmx(request):
        shown = urlsplit(HtmxDetails(request).current_url_abs_path or "")
        return shown.path + (f"?{shown.query}" if shown.query else "")
    if request.method in ("GET", "HEAD") or kept.has_page(request):
        return request.get_full_path()
    return ""


def _go(request: HttpRequest, where: str) -> HttpResponse:
    """Lead the whole page somewhere, also where htmx asked for a part of it."""
    return HttpResponseClientRedirect(where) if is_htmx(request) else redirect(where)


def second_factor(get_response: GetResponse) -> GetResponse:
    """An admin sets up a second factor before anything else. The demo does without."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if (
            not settings.DEMO
            and request.user.is_authenticated
            and request.user.is_staff
            and not request.path.startswith(SETTING_UP)
            and not is_mfa_enabled(request.user)
        ):
            return _go(request, reverse("mfa_activate_totp"))
        return get_response(request)

    return middleware


def time_zone(get_response: GetResponse) -> GetResponse:
    """Show times as they are where the person is."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            with timezone.override(zoneinfo.ZoneInfo(request.user.time_zone)):
                return get_response(request)
        return get_response(request)

    return middleware
