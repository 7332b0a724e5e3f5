"""What pages read, in a small site and in a large one, side by side.

    make bench                                                  # small: a thousand, five thousand
    SCALE=1000:40,1000000:2000 .venv/bin/python -m pytest tests/benchmarks/test_scale.py -s
    SCALE=1000:40,1000000:2000 .venv/bin/python tests/postgres.py \\
        .venv/bin/python -m pytest tests/benchmarks/test_scale.py -s

SCALE is attempts:trainees of each site, the small one first. A million attempts take some ten
minutes to make and about 7 GB. All trainees practise at one pace, ten replies a week: the small
site is young, the large one is a year old.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from statistics import median
from time import perf_counter
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from practice import queries, services
from practice.models import Attempt, Cohort, Scenario, ScenarioVersion, User
from practice.queries import Wanted
from tests.benchmarks.figures import milliseconds
from tests.factories import MembershipFactory, UserFactory

SITES = [
    (int(attempts), int(trainees))
    for attempts, _, trainees in (
        site.partition(":") for site in os.environ.get("SCALE", "1000:40,5000:80").split(",")
    )
]
ROUNDS = 40
SLUG = "abeba-letter"
REPLY = "It sounds like a lot has come at once, and you are not sure who to tell. Is that close?"
AT_MOST = 1.5  # times as long in the large site
Reading = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Measured:
    """One reading in one site."""

    queries: int
    took_ms: float


def readings() -> dict[str, Reading]:
    """What the pages of a supervisor read, each alone, and then whole pages, of all roles.

    One supervisor has one group; another one has three, where there are so many.
    """
    user = User.objects.get(email="supervisor1@example.com")
    busy = User.objects.get(email="supervisor2@example.com")
    for other in Cohort.objects.filter(name__in=["Group 2", "Group 3"]):
        MembershipFactory.create(person=busy, cohort=other, role="supervisor")
    cohort = Cohort.objects.get(name="Group 1")
    trainee = cohort.memberships.filter(role="trainee").order_by("pk")[0].person
    everything = Wanted()
    after = queries.queue_page(user, everything).after
    for _ in range(5):
        after = queries.queue_page(user, everything, after=after).after or after
    attempt = queries.queue_page(user, everything).rows[0].attempt
    attempt = Attempt.objects.select_related("scenario_version").get(pk=attempt.pk)
    version = ScenarioVersion.objects.get(scenario__slug=SLUG)
    admin = UserFactory.create(is_staff=True, is_superuser=True)
    clients = {}
    for person in (user, trainee, admin):
        clients[person] = Client()
        clients[person].force_login(person)

    def page(name: str, *args: object, query: str = "", by: User = user) -> Reading:
        address = reverse(name, args=args) + query

        def get() -> None:
            assert clients[by].get(address).status_code == 200

        return get

    week = timezone.now().date() - timedelta(days=7)
    return {
        "queue": lambda: queries.queue_page(user, everything),
        "queue of three groups": lambda: queries.queue_page(busy, everything),
        "queue, further down": lambda: queries.queue_page(user, everything, after=after),
        "queue, one trainee": lambda: queries.queue_page(user, Wanted(trainee=trainee.pk)),
        "queue, one strategy": lambda: queries.queue_page(user, Wanted(strategy="open_question")),
        "queue, criterion missed": lambda: queries.queue_page(user, Wanted(criterion="own_words")),
        "queue, this week": lambda: queries.queue_page(user, Wanted(since=week)),
        "queue, reviewed": lambda: queries.queue_page(user, Wanted(shown="reviewed")),
        "queue, for a second rating": lambda: queries.queue_page(busy, Wanted(shown="second")),
        "queue, all": lambda: queries.queue_page(user, Wanted(shown="all")),
        "queue of three groups, counts": lambda: queries.waiting_counts(busy),
        "queue, counts": lambda: queries.waiting_counts(user),
        "queue, next one": lambda: queries.next_in_queue(user, everything, attempt),
        "queue, groups of look-alikes": lambda: queries.groups_in_queue(user, everything),
        "review, one attempt": lambda: queries.review_desk(user, attempt),
        "review, look-alikes": lambda: queries.look_alikes(user, attempt),
        "cohorts": lambda: queries.cohorts_of(user),
        "cohort, overview": lambda: queries.overview(cohort),
        "cohort, assignments": lambda: queries.assignments_of(cohort),
        "agreement with the rules": lambda: queries.agreement_table(user, kind="rules"),
        "agreement of supervisors": lambda: queries.agreement_table(user, kind="supervisors"),
        "disagreements": lambda: queries.disagreements(user, kind="rules"),
        "a reply scored and saved": lambda: services.record_attempt(
            trainee=trainee, scenario_version=version, token=uuid4(), reply=REPLY
        ),
        "page: queue": page("queue"),
        "page: queue, criterion missed": page("queue", query="?criterion=own_words"),
        "page: queue, this week": page("queue", query=f"?since={week}"),
        "page: queue, one trainee": page("queue", query=f"?trainee={trainee.pk}"),
        "page: queue, reviewed": page("queue", query="?shown=reviewed"),
        "page: review": page("review", attempt.pk),
        "page: cohorts": page("cohorts"),
        "page: cohort": page("cohort", cohort.pk),
        "page: agreement": page("agreement"),
        "page: home of a trainee": page("home", by=trainee),
        "page: replies of a trainee": page("history", by=trainee),
        "own: progress of a trainee": page("progress", by=trainee),
        "page: admin, first": page("admin:index", by=admin),
        "list: admin, people": page("admin:practice_user_changelist", by=admin),
        "list: admin, people found": page(
            "admin:practice_user_changelist", query="?q=trainee1", by=admin
        ),
        "list: admin, groups": page("admin:practice_cohort_changelist", by=admin),
        "list: admin, one group": page("admin:practice_cohort_change", cohort.pk, by=admin),
        "list: admin, scenarios": page("admin:practice_scenario_changelist", by=admin),
        "window: admin, quality": page("admin:practice_scenario_quality", by=admin),
        "window: admin, rules": page("admin:practice_scorerconfig_changelist", by=admin),
        "window: admin, overruled": page("admin:practice_scorerconfig_cases", by=admin),
    }


def measure() -> dict[str, Measured]:
    """Each reading in turn, round after round: a slow moment of the machine slows one round.

    Other work makes some rounds slow and none fast, so the fastest quarter is what counts.
    """
    reads = readings()
    counts = {}
    for name, read in reads.items():
        with CaptureQueriesContext(connection) as context:
            read()
        counts[name] = len(context)
    times: dict[str, list[float]] = {name: [] for name in reads}
    for _ in range(ROUNDS):
        for name, read in reads.items():
            times[name].append(milliseconds(read))
    return {
        name: Measured(counts[name], median(sorted(took)[: ROUNDS // 4]))
        for name, took in times.items()
    }


def fill(attempts: int, trainees: int) -> None:
    call_command("flush", interactive=False, verbosity=0)
    services.load_bank()
    assert Scenario.objects.published().exists()
    began = perf_counter()
    services.fill_database(attempts=attempts, trainees=trainees)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM ANALYZE")  # which on a site happens by itself
    print(f"{attempts:,} attempts by {trainees:,} trainees, made in {perf_counter() - began:.0f} s")


@pytest.mark.django_db(transaction=True)
def test_a_large_site_reads_as_fast_as_a_small_one() -> None:
    print()
    results = []
    for attempts, trainees in SITES:
        fill(attempts, trainees)
        results.append(measure())
    small, large = results[0], results[-1]
    print(f"{'':32}{'queries':>9}" + "".join(f"{attempts:>14,}" for attempts, _ in SITES))
    slower = {}
    for name, first in small.items():
        times = "".join(f"{site[name].took_ms:>11.2f} ms" for site in results)
        ratio = large[name].took_ms / first.took_ms
        print(f"{name:32}{large[name].queries:>9}{times}{ratio:>8.2f}")
        # A part may read more rows in a large site, where a small one has not enough for a page,
        # for a list of people or groups, or for the window of replies that a figure looks at.
        if name.startswith("page") and ratio > AT_MOST:
            slower[name] = round(ratio, 2)
    assert {name: one.queries for name, one in large.items()} == {
        name: one.queries for name, one in small.items()
    }
    assert not slower
