"""What people might have written about made-up attempts, at the rate of a real site."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby
from uuid import UUID

from django.db.models import prefetch_related_objects

from practice.models import Attempt, Dispute, Judgement, RatingPair, Review, ReviewRequest
from practice.scoring import CriterionResult
from practice.services.agreement import pairs_of
from practice.services.queueing import place_of

REVIEWED, REVIEWED_TWICE, ASKED, DISPUTED = 0.02, 0.004, 0.002, 0.003
RATED_BLIND = 0.3  # of the reviews
SEEN_OTHERWISE = 0.15  # of the verdicts of the rules, by a supervisor
SCALE = ("met", "partly", "not_yet")


@dataclass(frozen=True, slots=True)
class Written:
    """What people wrote about some attempts. The attempts are stored before it is."""

    reviews: list[Review] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    requests: list[ReviewRequest] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)

    def store(self) -> list[RatingPair]:
        """Save it all, and the pairs that the verdicts make."""
        Review.objects.bulk_create(self.reviews)
        Judgement.objects.bulk_create(self.judgements)
        ReviewRequest.objects.bulk_create(self.requests)
        Dispute.objects.bulk_create(self.disputes)
        prefetch_related_objects(self.reviews, "judgements")
        pairs: list[RatingPair] = []
        for attempt, reviews in groupby(self.reviews, key=lambda one: one.attempt):
            pairs += pairs_of(attempt, reviews)
        return RatingPair.objects.bulk_create(pairs)

    def about(
        self,
        attempt: Attempt,
        found: Sequence[CriterionResult],
        supervisors: Sequence[UUID],
        lot: random.Random,
        now: datetime,
    ) -> None:
        """Review an attempt, ask for that or see a finding otherwise, or mostly none of it."""
        draw = lot.random()
        at = min(now, attempt.created_at + timedelta(hours=1))
        asked = reviewed = None
        disputed: list[datetime] = []
        if draw < REVIEWED:
            blind = lot.random() < RATED_BLIND
            for number, person in enumerate(supervisors[: 2 if draw < REVIEWED_TWICE else 1], 1):
                reviewed = at + timedelta(minutes=number)
                review = Review(
                    attempt=attempt,
                    supervisor_id=person,
                    state=Review.State.RELEASED,
                    blind=blind,
                    overall="You stayed with what was said.",
                    released_at=reviewed,
                )
                self.reviews.append(review)
                self.judgements.extend(_judged(review, one, lot) for one in found)
            attempt.reviewed_at = reviewed
        elif draw < REVIEWED + ASKED:
            asked = at
            self.requests.append(
                ReviewRequest(attempt=attempt, question="Was this close?", created_at=asked)
            )
        elif draw < REVIEWED + ASKED + DISPUTED and found:
            criterion = lot.choice(found).criterion
            disputed = [at]
            self.disputes.append(Dispute(attempt=attempt, criterion=criterion, created_at=at))
        attempt.stand(*place_of(attempt, asked, disputed, reviewed))


def _judged(review: Review, found: CriterionResult, lot: random.Random) -> Judgement:
    verdict: str = found.verdict
    if lot.random() < SEEN_OTHERWISE:
        verdict = lot.choice(SCALE)
    return Judgement(
        review=review,
        criterion=found.criterion,
        rules_verdict=found.verdict,
        verdict=verdict,
        blind_verdict=verdict if review.blind else "",
        reason="It reads so to me." if verdict != found.verdict else "",
    )
