"""Requests as our middleware leaves them, for the type checker."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from practice.models import User


class Request(HttpRequest):
    """A request of somebody who has signed in."""

    user: User
    htmx: HtmxDetails


class PublicRequest(HttpRequest):
    """A request of anybody."""

    user: User | AnonymousUser
    htmx: HtmxDetails
