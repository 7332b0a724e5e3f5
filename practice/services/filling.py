"""Many attempts at once, for trying out how the site does when it is large.

People and groups are numbered, replies and scorecards are real: a few hundred are scored, and
used again and again. What is counted is counted by `recount` in the end.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
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
    Dispute,
    Judgement,
    Membership,
    Review,
    ReviewRequest,
    Scenario,
    ScenarioVersion,
    User,
    new_join_code,
)
from practice.services.queueing import move_signature, place_of
from practice.services.recounting import recount
from practice.services.scenarios import load_bank
from practice.services.scorer_configs import config_in_force

COHORT_SIZE = 40
A_WEEK = 10  # replies of a trainee
BATCH = 4000
UNJUDGED_SHARE = 0.03
UNJUDGED = ("ok", "Je ne sais pas quoi dire ici, vraiment.", "asdf qwer zxcv")
REVIEWED, REVIEWED_TWICE, ASKED, DISPUTED = 0.02, 0.004, 0.002, 0.003
SEEN_OTHERWISE = 0.15  # of the verdicts of the rules, by a supervisor
SCALE = ("met", "partly", "not_yet")


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
    cohort: UUID


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
    if connection.vendor == "sqlite":  # whose cache is small, for a load that it never sees else
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA cache_size = -800000")
    now = now or timezone.now()
    lot = random.Random(seed)  # noqa: S311 nothing secret is drawn
    samples = _samples()
    say(f"Scored {len(samples)} replies.")
    places, supervisors = _people(trainees, cohort_size)
    say(f"Made {len(places)} trainees in {len(supervisors)} groups.")
    judged = [one for one in samples if not one.card.abstained]
    unjudged = [one for one in samples if one.card.abstained]

    def sample() -> Sample:
        return lot.choice(unjudged if lot.random() < UNJUDGED_SHARE else judged)

    made = reviews = 0
    for batch in _batches(places, attempts, a_week, now, lot, sample):
        with transaction.atomic():
            reviews += _save(batch, supervisors, lot, now)
        made += len(batch)
        if made % (25 * BATCH) < BATCH:
            say(f"Made {made:,} attempts.")
    say("Counting.")
    recount(cohorts=list(supervisors))
    return Filled(len(supervisors), len(places), made, reviews)


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
        Cohort(name=f"Group {number}", join_code=new_join_code()) for number in numbers
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
    places = [Place(one.pk, cohorts[i // size].pk) for i, one in enumerate(learning)]
    Membership.objects.bulk_create(
        (
            *(
                Membership(person_id=one.trainee, cohort_id=one.cohort, role="trainee")
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


def _batches(
    places: Sequence[Place],
    number: int,
    a_week: float,
    now: datetime,
    lot: random.Random,
    sample: Callable[[], Sample],
) -> Iterator[list[tuple[Attempt, Sample]]]:
    """Attempts in the order in which they would have been written, the oldest first."""
    each = -(-number // len(places))
    between = timedelta(weeks=1) / a_week
    left = number
    batch: list[tuple[Attempt, Sample]] = []
    for turn in range(each):
        for place in places[: left if left < len(places) else None]:
            chosen = sample()
            at = now - between * (each - turn - lot.random())
            batch.append((_attempt(place, chosen, at, lot), chosen))
            if len(batch) == BATCH:
                yield batch
                batch = []
        left -= len(places)
    if batch:
        yield batch


def _attempt(place: Place, sample: Sample, at: datetime, lot: random.Random) -> Attempt:
    card = sample.card
    attempt = Attempt(
        id=_uuid(lot),
        token=_uuid(lot),
        trainee_id=place.trainee,
        cohort_id=place.cohort,
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
) -> int:
    Attempt.objects.bulk_create([attempt for attempt, _ in batch])
    CriterionResult.objects.bulk_create(
        [
            CriterionResult(
                attempt_id=attempt.pk,
                criterion=one.criterion,
                verdict=one.verdict,
                weight=one.weight,
                earned=one.earned,
            )
            for attempt, sample in batch
            for one in sample.card.criteria
        ]
    )
    reviews: list[Review] = []
    judgements: list[Judgement] = []
    requests: list[ReviewRequest] = []
    disputes: list[Dispute] = []
    for attempt, sample in batch:
        if not attempt.visible or attempt.cohort_id is None:
            continue
        draw = lot.random()
        at = min(now, attempt.created_at + timedelta(hours=1))
        if draw < REVIEWED:
            people = supervisors[attempt.cohort_id][: 2 if draw < REVIEWED_TWICE else 1]
            for number, person in enumerate(people, 1):
                review = Review(
                    attempt=attempt,
                    supervisor_id=person,
                    state=Review.State.RELEASED,
                    overall="You stayed with what was said.",
                    released_at=at + timedelta(minutes=number),
                )
                reviews.append(review)
                judgements += [_judged(review, one, lot) for one in sample.card.criteria]
        elif draw < REVIEWED + ASKED:
            requests.append(
                ReviewRequest(attempt=attempt, question="Was this close?", created_at=at)
            )
        elif draw < REVIEWED + ASKED + DISPUTED and sample.card.criteria:
            criterion = lot.choice(sample.card.criteria).criterion
            disputes.append(Dispute(attempt=attempt, criterion=criterion, created_at=at))
    Review.objects.bulk_create(reviews)
    Judgement.objects.bulk_create(judgements)
    ReviewRequest.objects.bulk_create(requests)
    Dispute.objects.bulk_create(disputes)
    return len(reviews)


def _judged(review: Review, found: scoring.CriterionResult, lot: random.Random) -> Judgement:
    verdict: str = found.verdict
    if lot.random() < SEEN_OTHERWISE:
        verdict = lot.choice(SCALE)
    return Judgement(
        review=review,
        criterion=found.criterion,
        rules_verdict=found.verdict,
        verdict=verdict,
        reason="It reads so to me." if verdict != found.verdict else "",
    )
