"""Pairs of verdicts: made when a review is released, gone when it is taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from practice.models import Attempt, Judgement, RatingPair, Review
from practice.services import figures

JUDGED = {"met", "partly", "not_yet"}


def pair_up(review: Review) -> None:
    """Make the pairs on a review's attempt anew, from the reviews that are released.

    To be called inside the transaction that changed the review, with its attempt locked.
    """
    attempt = review.attempt
    if attempt.cohort_id is None:
        return
    reviews = Review.objects.released().filter(attempt=attempt).prefetch_related("judgements")
    wanted = pairs_of(attempt, reviews)
    there = RatingPair.objects.filter(attempt=attempt)
    gone = list(there)
    there.delete()
    RatingPair.objects.bulk_create(wanted)
    figures.count_pairs(gone=gone, new=wanted)


def pairs_of(attempt: Attempt, reviews: Iterable[Review]) -> list[RatingPair]:
    """The pairs that an attempt's released reviews make, their judgements loaded. Not saved."""
    in_order = sorted(reviews, key=lambda one: (one.released_at or one.created_at, one.pk))
    return [pair for pair in _pairs(attempt, in_order) if {pair.a, pair.b} <= JUDGED]


def _pairs(attempt: Attempt, reviews: Sequence[Review]) -> Iterator[RatingPair]:
    said = {one.pk: {two.criterion: two for two in one.judgements.all()} for one in reviews}
    for number, review in enumerate(reviews):
        for criterion, judgement in said[review.pk].items():
            yield _pair(
                attempt,
                RatingPair.Kind.RULES,
                judgement.rules_verdict,
                judgement,
                blind=bool(judgement.blind_verdict),
                b_of=review,
            )
            for earlier in reviews[:number]:
                other = said[earlier.pk].get(criterion)
                # Two who both said nothing have not agreed with each other on anything.
                if other and other.said and judgement.said:
                    yield _pair(
                        attempt,
                        RatingPair.Kind.SUPERVISORS,
                        _counted(other),
                        judgement,
                        blind=bool(other.blind_verdict and judgement.blind_verdict),
                        a_of=earlier,
                        b_of=review,
                    )


def _pair(
    attempt: Attempt,
    kind: RatingPair.Kind,
    a: str,
    judgement: Judgement,
    *,
    blind: bool,
    b_of: Review,
    a_of: Review | None = None,
) -> RatingPair:
    b = _counted(judgement)
    pair = RatingPair(attempt=attempt, review_a=a_of, review_b=b_of, kind=kind)
    pair.cohort = attempt.cohort  # type: ignore[assignment] # without one there are no pairs
    pair.scorer_version, pair.criterion = attempt.scorer_version, judgement.criterion
    pair.a, pair.b, pair.blind, pair.differs = a, b, blind, a != b
    pair.at = b_of.released_at  # type: ignore[assignment] # a released review has it
    return pair


def _counted(judgement: Judgement) -> str:
    """What was said before the rules' verdict was seen is worth more than what was said after."""
    return judgement.blind_verdict or judgement.verdict
