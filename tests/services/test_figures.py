"""Whatever is written in whatever order: the counts equal a recount, and a count by hand."""

from __future__ import annotations

import random
from collections import Counter
from contextlib import suppress
from datetime import timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command

from practice import services
from practice.models import (
    Attempt,
    Cohort,
    CriterionResult,
    CriterionWeek,
    PracticeDay,
    QueueCount,
    Review,
    ScenarioCount,
    SiteSettings,
    User,
)
from practice.services import AskError, ReviewError, Said
from practice.services.figures import KEYS
from tests.desk import MET, NOON, wrote
from tests.factories import CohortFactory, MembershipFactory, UserFactory, published
from tests.services.at_once import at_once

pytestmark = pytest.mark.django_db
STEPS = 60


def stored() -> dict[str, list[object]]:
    """All counts that are not nought."""
    return {
        model.__name__: sorted(
            (
                row
                for row in model._default_manager.values_list(*keys, *counted)
                if any(row[len(keys) :])
            ),
            key=str,
        )
        for model, (keys, counted) in KEYS.items()
    }


class Walk:
    """Somebody does one thing after another, drawn by lot."""

    def __init__(self, seed: int) -> None:
        self.lot = random.Random(seed)
        zones = ("UTC", "Pacific/Auckland", "America/St_Johns")
        self.cohorts = [CohortFactory.create(time_zone=zone) for zone in zones]
        self.trainees = [
            MembershipFactory.create(cohort=self.lot.choice(self.cohorts)).person for _ in range(5)
        ]
        self.supervisors: list[User] = [
            MembershipFactory.create(cohort=cohort, role="supervisor").person
            for cohort in self.cohorts
        ]
        self.versions = [published(slug).current for slug in ("tomas-heating", "tomas-pipes")]
        self.now = NOON

    def step(self) -> None:
        self.now += timedelta(minutes=self.lot.randint(1, 3000))
        draw = [self.write] * 4 + [self.ask, self.dispute, self.undo, self.amend]
        draw += [self.review] * 3 + [self.take_back, self.erase, self.forget]
        with suppress(AskError, ReviewError):  # refused, and so nothing may have changed
            self.lot.choice(draw)()

    def some_attempt(self) -> Attempt | None:
        pks = list(Attempt.objects.order_by("created_at").values_list("pk", flat=True))
        return Attempt.objects.get(pk=self.lot.choice(pks)) if pks else None

    def write(self) -> None:
        trainee = self.lot.choice(self.trainees)
        version = self.lot.choice(self.versions)
        assert version is not None
        cohort = trainee.memberships.get().cohort
        verdicts = {one: self.lot.choice(["met", "partly", "not_yet", "not_judged"]) for one in MET}
        wrote(
            trainee,
            version,
            cohort=self.lot.choice([cohort, cohort, cohort, None]),
            at=self.now,
            verdicts=verdicts,
            score=self.lot.randint(0, 100),
            try_number=self.lot.randint(1, 4),
            visible=self.lot.random() < 0.8,
        )

    def ask(self) -> None:
        attempt = self.some_attempt()
        if attempt and attempt.cohort and not attempt.reviews.exists():
            services.ask_for_review(attempt=attempt, question="Was it?", now=self.now)

    def dispute(self) -> None:
        if attempt := self.some_attempt():
            services.dispute_finding(attempt=attempt, criterion="leaves_room", now=self.now)

    def take_back(self) -> None:
        if attempt := self.some_attempt():
            services.take_back_request(attempt=attempt)
            services.take_back_dispute(attempt=attempt, criterion="leaves_room")

    def review(self) -> None:
        attempt = self.some_attempt()
        supervisor = self.lot.choice(self.supervisors)
        if attempt is None or attempt.reviews.filter(supervisor=supervisor).exists():
            return
        said = [
            Said(criterion, self.lot.choice(["met", "partly", "not_yet"]), "So it seems.")
            for criterion in MET
            if self.lot.random() < 0.6
        ]
        if self.lot.random() < 0.3:
            verdicts = {one.criterion: one.verdict for one in said}
            services.rate_blind(attempt=attempt, supervisor=supervisor, verdicts=verdicts)
        review = services.save_draft(attempt=attempt, supervisor=supervisor, said=said)
        services.release_review(review=review, now=self.now)

    def undo(self) -> None:
        for review in Review.objects.released().order_by("-released_at")[:1]:
            assert review.released_at
            services.undo_release(review=review, now=review.released_at)

    def amend(self) -> None:
        for review in Review.objects.released().order_by("released_at")[:1]:
            said = [Said("own_words", self.lot.choice(["met", "partly"]), "On second thoughts.")]
            services.amend_review(review=review, said=said, now=self.now)

    def erase(self) -> None:
        if len(self.trainees) > 2 and self.lot.random() < 0.3:
            services.erase_person(person=self.trainees.pop())

    def forget(self) -> None:
        if self.lot.random() < 0.3:
            SiteSettings.objects.update_or_create(pk=1, defaults={"retention_days": 20})
            services.forget_old_replies(now=self.now)


@pytest.mark.parametrize("seed", range(6))
def test_after_any_walk_of_writes_counts_equal_a_recount(seed: int) -> None:
    walk = Walk(seed)
    for _ in range(STEPS):
        walk.step()
    before = stored()
    assert before["QueueCount"]
    places = list(Attempt.objects.order_by("pk").values_list("queue_rank", "queue_key"))
    call_command("recount", verbosity=0)
    assert stored() == before
    assert list(Attempt.objects.order_by("pk").values_list("queue_rank", "queue_key")) == places


@pytest.mark.parametrize("seed", [11, 12])
def test_counts_equal_a_count_by_hand(seed: int) -> None:
    walk = Walk(seed)
    for _ in range(STEPS):
        walk.step()
    seen = Attempt.objects.filter(visible=True, cohort__isnull=False)
    ranks, days, weeks, scenarios = (Counter[object]() for _ in range(4))
    for attempt in seen.select_related("cohort", "scenario_version"):
        assert attempt.cohort
        day = attempt.created_at.astimezone(ZoneInfo(attempt.cohort.time_zone)).date()
        ranks[attempt.cohort_id, attempt.queue_rank] += 1
        days[attempt.cohort_id, attempt.trainee_id, day] += 1
        scenarios[attempt.cohort_id, attempt.scenario_version.scenario_id] += 1
        for result in CriterionResult.objects.filter(attempt=attempt, verdict="met"):
            monday = day - timedelta(days=day.weekday())
            weeks[attempt.cohort_id, attempt.trainee_id, monday, result.criterion] += 1
    assert nonzero(QueueCount.objects.values_list("cohort", "rank", "number")) == ranks
    assert nonzero(PracticeDay.objects.values_list("cohort", "trainee", "day", "attempts")) == days
    assert nonzero(ScenarioCount.objects.values_list("cohort", "scenario", "attempts")) == scenarios
    found = CriterionWeek.objects.values_list("cohort", "trainee", "week", "criterion", "met")
    assert nonzero(found) == weeks


def nonzero(rows: object) -> Counter[object]:
    return Counter({row[:-1]: row[-1] for row in rows if row[-1]})  # type: ignore[attr-defined]


def test_a_day_is_a_day_where_the_cohort_is() -> None:
    cohort: Cohort = CohortFactory.create(time_zone="Pacific/Auckland")
    version = published().current
    assert version is not None
    wrote(UserFactory.create(), version, cohort=cohort, at=NOON)  # in Auckland it is tomorrow
    assert PracticeDay.objects.get().day == NOON.date() + timedelta(days=1)


def test_a_change_of_time_zone_counts_the_days_anew() -> None:
    cohort: Cohort = CohortFactory.create(time_zone="UTC")
    version = published().current
    assert version is not None
    wrote(UserFactory.create(), version, cohort=cohort, at=NOON)
    cohort.time_zone = "Pacific/Auckland"
    cohort.save()
    assert services.recount(cohorts=[cohort.pk]) == 1
    assert PracticeDay.objects.get().day == NOON.date() + timedelta(days=1)


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_time_wait_for_each_other_and_lose_nothing() -> None:
    cohort: Cohort = CohortFactory.create()
    versions = [published(slug).current for slug in ("tomas-heating", "tomas-pipes")]
    people = [MembershipFactory.create(cohort=cohort).person for _ in range(4)]
    supervisors = [
        MembershipFactory.create(cohort=cohort, role="supervisor").person for _ in range(4)
    ]

    def work(number: int) -> None:
        lot = random.Random(number)
        for _ in range(6):
            version = lot.choice(versions)
            assert version is not None
            verdicts = {one: lot.choice(["met", "partly", "not_yet"]) for one in MET}
            attempt = wrote(
                people[number],
                version,
                cohort=cohort,
                at=NOON,
                verdicts=verdicts,
                visible=lot.random() < 0.5,
            )
            services.ask_for_review(attempt=attempt)
            said = [Said(one, lot.choice(["met", "partly", "not_yet"]), "So.") for one in MET]
            draft = services.save_draft(attempt=attempt, supervisor=supervisors[number], said=said)
            services.release_review(review=draft, now=NOON)
            if lot.random() < 0.3:
                services.undo_release(review=draft, now=NOON)

    at_once(*(partial(work, number) for number in range(4)))
    before = stored()
    assert before["QueueCount"]
    services.recount()
    assert stored() == before
