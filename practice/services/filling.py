"""Many attempts at once, for trying out how the site does when it is large.

People and groups are numbered, replies and scorecards are real: a few hundred are scored, and
used again and again. One week is made, and the database itself copies it for all weeks before.
What is counted is counted on the way, as `recount` would.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from practice import scoring
from practice.models import (
    Attempt,
    Cohort,
    CriterionResult,
    Membership,
    Review,
    Scenario,
    ScenarioVersion,
    User,
    new_join_code,
)
from practice.services.assignments import create_assignment
from practice.services.figures import Tally
from practice.services.made_up_reviews import Written
from practice.services.queueing import move_signature, place_of
from practice.services.repeating import repeat
from practice.services.scenarios import load_bank
from practice.services.scorer_configs import config_in_force

COHORT_SIZE = 40
A_WEEK = 10  # replies of a trainee
BATCH = 4000
UNJUDGED_SHARE = 0.03
UNJUDGED = ("ok", "Je ne sais pas quoi dire ici, vraiment.", "asdf qwer zxcv")
WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Sample:
    """One reply to one client, really scored."""

    version: ScenarioVersion
    reply: str
    card: scoring.Scorecard
    written: dict[str, Any]
    signature: str


@dataclass(frozen=True, slots=True)
class Place:
    """A trainee and the group they write in."""

    trainee: UUID
    cohort: Cohort


@dataclass(frozen=True, slots=True)
class Filled:
    """What was made."""

    cohorts: int
    trainees: int
    attempts: int
    reviews: int


def fill_database(
    *,
    attempts: int,
    trainees: int,
    a_week: float = A_WEEK,
    cohort_size: int = COHORT_SIZE,
    seed: int = 1,
    now: datetime | None = None,
    say: Callable[[str], None] = lambda line: None,
) -> Filled:
    """Make so many attempts by so many trainees, in groups, at an even pace up to now.

    Each group has two supervisors: supervisor1@example.com and supervisor2@example.com have the
    first one. Nobody has a password.
    """
    now = now or timezone.now()
    lot = random.Random(seed)  # noqa: S311 nothing secret is drawn
    samples = _samples()
    say(f"Scored {len(samples)} replies.")
    places, supervisors = _people(trainees, cohort_size)
    cohorts = list({place.cohort.pk: place.cohort for place in places}.values())
    for cohort in cohorts:
        _set_something(cohort, now)
    say(f"Made {len(places)} trainees in {len(supervisors)} groups.")
    judged = [one for one in samples if not one.card.abstained]
    unjudged = [one for one in samples if one.card.abstained]

    def sample() -> Sample:
        return lot.choice(unjudged if lot.random() < UNJUDGED_SHARE else judged)

    def make(turns: Iterable[Sequence[Place]], newest: int) -> None:
        for batch in _batches(turns, newest, a_week, now, lot, sample):
            with transaction.atomic():
                _save(batch, supervisors, lot, now, cohorts)

    turns = list(_turns(places, attempts))
    week = int(a_week) if a_week == int(a_week) else len(turns)
    copies = max(0, sum(len(turn) == len(places) for turn in turns) // week - 1)
    with _room_in_memory():
        if copies:
            make(turns[:week], 0)
            say(f"Made {Attempt.objects.count():,} attempts of one week.")
            repeat(times=copies)
            say(f"Made as many for each of {copies} weeks before.")
        done = (copies + 1) * week if copies else 0
        make(turns[done:], done)
    return Filled(len(supervisors), len(places), attempts, Review.objects.count())


def _turns(places: Sequence[Place], attempts: int) -> Iterator[Sequence[Place]]:
    """Who writes in each turn, the latest first; in the earliest perhaps not everybody."""
    for left in range(attempts, 0, -len(places)):
        yield places[:left]


@contextmanager
def _room_in_memory() -> Iterator[None]:
    """SQLite keeps little of a database in memory, and never sees such a load else."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        [usual] = cursor.execute("PRAGMA cache_size").fetchone()
        cursor.execute("PRAGMA cache_size = -800000")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA cache_size = {int(usual)}")


def _samples() -> list[Sample]:
    """The replies of the scenario bank, good and bad, and some that cannot be judged."""
    if not Scenario.objects.published().exists():
        load_bank()
    samples: list[Sample] = []
    config = config_in_force()
    for scenario in Scenario.objects.published().select_related("current"):
        version = scenario.current
        if version is None or version.strategy not in scoring.RUBRICS:
            continue
        task = version.task()
        replies = [one["reply"] for one in (*version.models, *version.slips)]
        for reply in (*replies, UNJUDGED[len(samples) % len(UNJUDGED)]):
            card = scoring.score(reply, task, config=config)
            written = scoring.scorecard_to_json(card)
            signature = move_signature(version.pk, written)
            samples.append(Sample(version, reply, card, written, signature))
    return samples


def _people(trainees: int, size: int) -> tuple[list[Place], dict[UUID, list[UUID]]]:
    """Trainees in groups; group -> its supervisors."""
    numbers = range(1, -(-trainees // size) + 1)
    cohorts = Cohort.objects.bulk_create(
        Cohort(name=f"Group {number}", join_code=new_join_code(), time_zone="UTC")
        for number in numbers
    )
    blank = User()
    blank.set_unusable_password()

    def person(kind: str, number: int) -> User:
        return User(
            email=f"{kind.lower()}{number}@example.com",
            display_name=f"{kind} {number}",
            password=blank.password,
        )

    leading = User.objects.bulk_create(
        person("Supervisor", number + 1) for number in range(2 * len(cohorts))
    )
    learning = User.objects.bulk_create(
        (person("Trainee", number + 1) for number in range(trainees)), batch_size=BATCH
    )
    supervisors = {
        cohort.pk: [leading[2 * i].pk, leading[2 * i + 1].pk] for i, cohort in enumerate(cohorts)
    }
    places = [Place(one.pk, cohorts[i // size]) for i, one in enumerate(learning)]
    Membership.objects.bulk_create(
        (
            *(
                Membership(person_id=one.trainee, cohort=one.cohort, role="trainee")
                for one in places
            ),
            *(
                Membership(person_id=person, cohort_id=cohort, role="supervisor")
                for cohort, people in supervisors.items()
                for person in people
            ),
        ),
        batch_size=BATCH,
    )
    return places, supervisors


def _set_something(cohort: Cohort, now: datetime) -> None:
    asked = now - WEEK
    create_assignment(
        cohort=cohort,
        by=User.objects.filter(memberships__cohort=cohort, memberships__role="supervisor")[0],
        title="Hear what they feel",
        due_on=(now + WEEK).date(),
        attempts_wanted=5,
        strategy="reflect_emotions",
        now=asked,
    )


def _batches(
    turns: Iterable[Sequence[Place]],
    newest: int,
    a_week: float,
    now: datetime,
    lot: random.Random,
    sample: Callable[[], Sample],
) -> Iterator[list[tuple[Attempt, Sample]]]:
    """Attempts of some turns, the first of them so many turns ago."""
    between = WEEK / a_week
    batch: list[tuple[Attempt, Sample]] = []
    for ago, turn in enumerate(turns, newest):
        for place in turn:
            chosen = sample()
            at = now - between * (ago + lot.random())
            batch.append((_attempt(place, chosen, at, lot), chosen))
            if len(batch) == BATCH:
                yield batch
                batch = []
    if batch:
        yield batch


def _attempt(place: Place, sample: Sample, at: datetime, lot: random.Random) -> Attempt:
    card = sample.card
    attempt = Attempt(
        id=_uuid(lot),
        token=_uuid(lot),
        trainee_id=place.trainee,
        cohort=place.cohort,
        scenario_version_id=sample.version.pk,
        strategy=sample.version.strategy,
        difficulty=sample.version.difficulty,
        reply=sample.reply,
        scorer_version=card.scorer_version,
        scorecard=sample.written,
        score=card.score,
        depth=card.depth,
        technique=card.technique,
        abstained=card.abstained or "",
        duration_ms=lot.randint(20_000, 240_000),
        try_number=lot.choices((1, 2, 3, 4), (80, 12, 6, 2))[0],
        self_rating=lot.choice((None, 1, 2, 3)),
        visible=lot.random() < 0.97,
        created_at=at,
        move_signature=sample.signature,
    )
    attempt.stand(*place_of(attempt, None, (), None))
    return attempt


def _uuid(lot: random.Random) -> UUID:
    return UUID(int=lot.getrandbits(128), version=4)


def _save(
    batch: Sequence[tuple[Attempt, Sample]],
    supervisors: dict[UUID, list[UUID]],
    lot: random.Random,
    now: datetime,
    cohorts: Sequence[Cohort],
) -> None:
    """Store a batch with what was written about it, and count it."""
    written = Written()
    tally = Tally.of_cohorts(cohorts)
    for attempt, sample in batch:
        if attempt.visible and attempt.cohort_id is not None:
            written.about(attempt, sample.card.criteria, supervisors[attempt.cohort_id], lot, now)
        tally.made(
            attempt,
            scenario=sample.version.scenario_id,
            verdicts=((one.criterion, one.verdict) for one in sample.card.criteria),
        )
    Attempt.objects.bulk_create([attempt for attempt, _ in batch])
    CriterionResult.objects.bulk_create(
        CriterionResult(
            attempt=attempt,
            criterion=one.criterion,
            verdict=one.verdict,
            weight=one.weight,
            earned=one.earned,
        )
        for attempt, sample in batch
        for one in sample.card.criteria
    )
    for pair in written.store():
        tally.pair(pair)
    tally.apply()
