"""A reply sent and its feedback shown, beside the least that Django can do with a reply.

The bare view reads the session and the person, and inserts one row: what any Django site pays
for keeping a text. The ratio says what scoring and the feedback page cost on top.
"""

from __future__ import annotations

from itertools import cycle
from statistics import median
from uuid import uuid4

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path, reverse

from practice.models import Scenario, ScenarioReport, ScenarioVersion, User
from practice.services import load_bank
from tests.benchmarks.figures import in_turn, told

ROUNDS = 200
REPLY = (
    "It sounds like you are lying awake with the numbers again, and part of you is frightened "
    "that nobody will notice until it is too late. Is that close to how it is?"
)
BARE_MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]


def bare(request: HttpRequest) -> HttpResponse:
    """One authenticated INSERT."""
    if not request.user.is_authenticated:
        return HttpResponse(status=403)
    ScenarioReport.objects.create(
        scenario_version=ScenarioVersion(pk=int(request.POST["version"])),
        reporter=request.user,
        reason=request.POST["reply"],
    )
    return HttpResponse("kept")


urlpatterns = [path("bare/", bare), path("", include("listening_coach.urls"))]


@pytest.mark.django_db
@pytest.mark.urls("tests.benchmarks.test_reply_post")
def test_reply_beside_a_bare_insert() -> None:
    load_bank()
    person = User.objects.create_user(email="maya@example.org", display_name="Maya")
    scenarios = cycle(Scenario.objects.published().select_related("current")[:20])
    ours, theirs = Client(), Client()
    ours.force_login(person)
    with override_settings(MIDDLEWARE=BARE_MIDDLEWARE):
        theirs.force_login(person)
    version = ScenarioVersion.objects.values_list("pk", flat=True)[0]

    def practise() -> None:
        slug = next(scenarios).slug
        response = ours.post(
            reverse("practise", args=[slug]),
            {"token": str(uuid4()), "reply": REPLY, "began": "0", "version": "1"},
            headers={"HX-Request": "true"},
        )
        assert response.status_code == 200
        assert "finding" in response.content.decode()

    def insert() -> None:
        response = theirs.post("/bare/", {"reply": REPLY, "version": version})
        assert response.content == b"kept"

    for _ in range(20):
        practise()
    # Middleware is settled when a client first answers, so each client keeps its own.
    with override_settings(MIDDLEWARE=BARE_MIDDLEWARE):
        insert()
    practised, inserted = in_turn(practise, insert, ROUNDS)
    print()
    print(told("POST of a reply, with its feedback", practised))
    print(told("bare view, one authenticated INSERT", inserted))
    ratio = median(a / b for a, b in zip(practised, inserted, strict=True))
    print(f"ratio, pair by pair, median: {ratio:.2f}")
    # Generous: it must fail when a page turns slow, not when a machine is busy.
    assert median(practised) < 150
