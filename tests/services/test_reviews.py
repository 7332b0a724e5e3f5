"""A review is kept whole, released with a moment to undo, and amended with its history."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db.models.signals import pre_save

from practice import services
from practice.models import (
    AccessLog,
    Attempt,
    Claim,
    Judgement,
    QueueRank,
    RatingPair,
    Review,
    User,
)
from practice.services import Remark, ReviewError, Said, StaleReviewError
from practice.services.reviews import stamp
from tests.cast import Cast
from tests.desk import NOON, days, wrote
from tests.factories import MembershipFactory

SECOND = timedelta(seconds=1)


@pytest.fixture
def attempt(cast: Cast) -> Attempt:
    """Alice's, found: main points and own words met, room in part, a roadblock."""
    assert cast.scenario.current is not None
    return wrote(cast.alice, cast.scenario.current, cohort=cast.evening)


@pytest.fixture
def ruth(cast: Cast) -> User:
    """Another supervisor of the evening group."""
    person: User = MembershipFactory.create(cohort=cast.evening, role="supervisor").person
    return person


def said(review: Review) -> list[tuple[str, str, str, str]]:
    return list(
        review.judgements.values_list("criterion", "rules_verdict", "verdict", "reason").order_by(
            "pk"
        )
    )


def draft(cast: Cast, attempt: Attempt, *judged: Said, **fields: Any) -> Review:
    return services.save_draft(attempt=attempt, supervisor=cast.sam, said=judged, **fields)


# Drafts -----------------------------------------------------------------------------------


def test_a_draft_is_what_stands_on_the_screen(cast: Cast, attempt: Attempt) -> None:
    first = draft(
        cast,
        attempt,
        Said("own_words", "met"),
        overall="Thank you.",
        private_note="Ask about nights.",
        remarks=[Remark("Well heard.", start=0, end=7), Remark("More of it.", "leaves_room")],
    )
    second = draft(
        cast, attempt, Said("leaves_room", "met", " “let” is a guess. "), overall="Thanks."
    )
    assert first == second
    assert said(second) == [("leaves_room", "partly", "met", "“let” is a guess.")]
    assert (second.overall, second.private_note) == ("Thanks.", "")
    assert not second.comments.exists()


def test_a_draft_keeps_what_is_not_ready_for_release(cast: Cast, attempt: Attempt) -> None:
    review = draft(cast, attempt, Said("own_words", "not_yet"))
    with pytest.raises(ReviewError) as raised:
        services.release_review(review=review)
    assert list(raised.value.problems) == ["own_words"]
    assert said(review) == [("own_words", "met", "not_yet", "")]
    assert Review.objects.get().state == "draft"


@pytest.mark.parametrize(
    ("judged", "remark"),
    [
        (Said("is_open", "met"), None),
        (Said("own_words", "perfect"), None),
        (None, Remark("Here.", start=0, end=4000)),
        (None, Remark("Here.", start=5, end=5)),
        (None, Remark("Here.", start=5)),
        (None, Remark("Here.", "is_open")),
        (None, Remark("x" * 4001)),
        (Said("own_words", "met", "x" * 1001), None),
    ],
)
def test_what_does_not_fit_the_attempt_is_refused(
    cast: Cast, attempt: Attempt, judged: Said | None, remark: Remark | None
) -> None:
    with pytest.raises(ReviewError):
        services.save_draft(
            attempt=attempt,
            supervisor=cast.sam,
            said=[judged] if judged else [],
            remarks=[remark] if remark else [],
        )
    assert not Review.objects.exists()


def test_a_page_from_before_writes_over_nothing_newer(cast: Cast, attempt: Attempt) -> None:
    opened = stamp(draft(cast, attempt, Said("own_words", "met"), overall="Thanks."))
    newer = draft(cast, attempt, overall="Thanks.", private_note="Tired?", made_from=opened)
    with pytest.raises(StaleReviewError):
        draft(cast, attempt, Said("own_words", "met"), overall="Thank you.", made_from=opened)
    with pytest.raises(StaleReviewError):
        services.discard_draft(review=newer, made_from=opened)
    newer.refresh_from_db()
    assert (newer.overall, newer.private_note, said(newer)) == ("Thanks.", "Tired?", [])
    twice = draft(cast, attempt, overall="Thanks.", private_note="Tired?", made_from=opened)
    assert stamp(twice) == stamp(newer)
    services.discard_draft(review=newer, made_from=stamp(newer))
    assert draft(cast, attempt, overall="Again.", made_from=opened).overall == "Again."


def test_a_draft_can_be_thrown_away(cast: Cast, attempt: Attempt) -> None:
    services.discard_draft(review=draft(cast, attempt))
    assert not Review.objects.exists()


# Release ----------------------------------------------------------------------------------


def test_a_release_says_what_was_overruled_and_lets_the_rest_stand(
    cast: Cast, attempt: Attempt
) -> None:
    card = attempt.scorecard
    review = draft(cast, attempt, Said("leaves_room", "met", "A guess is in it."))
    services.claim_attempt(attempt=attempt, supervisor=cast.sam)
    services.release_review(review=review, now=NOON + days(1))
    judged = {
        one.criterion: (one.verdict, one.overrules, one.said) for one in Judgement.objects.all()
    }
    assert judged == {
        "main_points": ("met", False, False),
        "own_words": ("met", False, False),
        "leaves_room": ("met", True, True),
        "no_roadblock": ("not_yet", False, False),
    }
    attempt.refresh_from_db()
    assert attempt.scorecard == card
    assert (attempt.queue_rank, attempt.reviewed_at) == (QueueRank.REVIEWED, NOON + days(1))
    assert not Claim.objects.exists()
    log = AccessLog.objects.get()
    assert (log.who, log.subject, log.action) == (cast.sam, cast.alice, "changed")


def test_the_trainee_has_it_after_the_moment_to_undo(cast: Cast, attempt: Attempt) -> None:
    review = services.release_review(review=draft(cast, attempt), now=NOON)
    assert review.can_be_undone(NOON + 14 * SECOND)
    assert not Review.objects.arrived(NOON + 14 * SECOND).exists()
    assert not review.can_be_undone(NOON + 15 * SECOND)
    assert Review.objects.arrived(NOON + 15 * SECOND).exists()


def test_undone_in_time_it_is_the_draft_it_was(cast: Cast, attempt: Attempt) -> None:
    review = draft(cast, attempt, Said("leaves_room", "met", "A guess."), overall="Thanks.")
    before = said(review)
    services.release_review(review=review, now=NOON)
    review = services.undo_release(review=review, now=NOON + 14 * SECOND)
    assert (review.state, review.released_at, review.overall) == ("draft", None, "Thanks.")
    assert said(review) == before
    attempt.refresh_from_db()
    assert attempt.queue_rank == QueueRank.REST
    assert not RatingPair.objects.exists()


def test_once_it_has_arrived_it_cannot_be_undone(cast: Cast, attempt: Attempt) -> None:
    review = services.release_review(review=draft(cast, attempt), now=NOON)
    with pytest.raises(ReviewError, match="arrived already"):
        services.undo_release(review=review, now=NOON + 15 * SECOND)
    with pytest.raises(ReviewError, match="amendment"):
        draft(cast, attempt, overall="Other words.")
    with pytest.raises(ReviewError):
        services.discard_draft(review=review)


def test_releasing_twice_is_releasing_once(cast: Cast, attempt: Attempt) -> None:
    review = draft(cast, attempt)
    first = services.release_review(review=review, now=NOON)
    again = services.release_review(review=review, now=NOON + days(1))
    assert first.released_at == again.released_at


def test_where_the_rules_abstained_a_verdict_needs_no_reason(cast: Cast) -> None:
    assert cast.scenario.current is not None
    attempt = wrote(cast.alice, cast.scenario.current, cohort=cast.evening, abstained="not_english")
    assert attempt.queue_rank == QueueRank.ABSTAINED
    review = services.release_review(review=draft(cast, attempt, Said("own_words", "met")))
    assert ("own_words", "not_judged", "met", "") in said(review)
    assert len(said(review)) == 7
    assert not RatingPair.objects.exists()


# Amendments -------------------------------------------------------------------------------


def test_an_amendment_keeps_what_was_said_before(cast: Cast, attempt: Attempt) -> None:
    review = draft(
        cast,
        attempt,
        Said("leaves_room", "met", "A guess."),
        overall="Thanks.",
        remarks=[Remark("Well heard.", start=0, end=3)],
    )
    services.release_review(review=review, now=NOON)
    services.see_review(review=review, now=NOON + days(1))
    services.amend_review(
        review=review,
        said=[Said("leaves_room", "partly")],
        overall="Thank you.",
        now=NOON + days(2),
    )
    review.refresh_from_db()
    assert (review.overall, review.amended_at, review.state) == (
        "Thank you.",
        NOON + days(2),
        "released",
    )
    [revision] = review.revisions.all()
    assert revision.snapshot["overall"] == "Thanks."
    assert revision.snapshot["comments"] == [
        {"criterion": "", "start": 0, "end": 3, "text": "Well heard."}
    ]
    assert ("leaves_room", "met") in [
        (one["criterion"], one["verdict"]) for one in revision.snapshot["judgements"]
    ]
    assert "private_note" not in str(revision.snapshot)
    assert Review.objects.unseen().exists()
    assert not RatingPair.objects.filter(differs=True).exists()


def test_a_private_note_alone_is_no_amendment(cast: Cast, attempt: Attempt) -> None:
    review = draft(cast, attempt, Said("own_words", "met"), overall="Thanks.")
    services.release_review(review=review, now=NOON)
    services.amend_review(
        review=review, said=[Said("own_words", "met")], overall="Thanks.", private_note="Tired?"
    )
    review.refresh_from_db()
    assert (review.private_note, review.amended_at) == ("Tired?", None)
    assert not review.revisions.exists()


def test_an_amendment_writes_over_nothing_newer(cast: Cast, attempt: Attempt) -> None:
    review = draft(cast, attempt, overall="Thanks.")
    opened = stamp(review)
    services.release_review(review=review)
    with pytest.raises(StaleReviewError):
        services.amend_review(review=review, overall="Thank you.", made_from=opened)
    services.amend_review(review=review, overall="Thanks.", made_from=opened)  # sent twice
    review.refresh_from_db()
    assert (review.overall, review.amended_at) == ("Thanks.", None)
    services.amend_review(review=review, overall="Thank you.", made_from=stamp(review))
    with pytest.raises(StaleReviewError):
        services.amend_review(
            review=review, overall="Thanks.", private_note="Tired?", made_from=opened
        )
    assert review.revisions.count() == 1


def test_an_amendment_without_a_reason_changes_nothing(cast: Cast, attempt: Attempt) -> None:
    review = services.release_review(review=draft(cast, attempt, overall="Thanks."))
    with pytest.raises(ReviewError):
        services.amend_review(review=review, said=[Said("own_words", "not_yet")], overall="Hm.")
    review.refresh_from_db()
    assert review.overall == "Thanks."
    assert not review.revisions.exists()


def test_a_draft_is_not_amended(cast: Cast, attempt: Attempt) -> None:
    with pytest.raises(ReviewError, match="draft still"):
        services.amend_review(review=draft(cast, attempt), overall="Other words.")


# Blind ------------------------------------------------------------------------------------


def test_what_was_rated_blind_stays_what_it_was(cast: Cast, attempt: Attempt) -> None:
    services.rate_blind(
        attempt=attempt,
        supervisor=cast.sam,
        verdicts={"own_words": "not_yet", "leaves_room": "partly"},
    )
    review = draft(cast, attempt, Said("own_words", "met"), Said("leaves_room", "partly"))
    assert review.blind
    services.release_review(review=review)
    kept = {one.criterion: (one.verdict, one.blind_verdict) for one in review.judgements.all()}
    assert kept["own_words"] == ("met", "not_yet")
    assert kept["main_points"] == ("met", "")
    pairs = RatingPair.objects.filter(kind="rules")
    assert {(pair.criterion, pair.blind, pair.a, pair.b) for pair in pairs} == {
        ("own_words", True, "met", "not_yet"),
        ("leaves_room", True, "partly", "partly"),
        ("main_points", False, "met", "met"),
        ("no_roadblock", False, "not_yet", "not_yet"),
    }


def test_a_blind_verdict_needs_no_reason_until_it_is_changed(cast: Cast, attempt: Attempt) -> None:
    review = services.rate_blind(
        attempt=attempt, supervisor=cast.sam, verdicts={"own_words": "not_yet"}
    )
    draft(cast, attempt, Said("own_words", "partly"))
    with pytest.raises(ReviewError):
        services.release_review(review=review)
    draft(cast, attempt)  # nothing said again: the blind verdict is still there
    assert said(services.release_review(review=review))[0] == ("own_words", "met", "not_yet", "")


def test_having_looked_one_cannot_rate_blind(cast: Cast, attempt: Attempt, ruth: User) -> None:
    draft(cast, attempt)
    services.log_access(who=ruth, attempt=attempt, action=AccessLog.Action.READ)
    for person in (cast.sam, ruth):
        with pytest.raises(ReviewError, match="in view"):
            services.rate_blind(attempt=attempt, supervisor=person, verdicts={"own_words": "met"})


def test_a_rating_given_blind_outlives_the_draft_that_is_thrown_away(
    cast: Cast, attempt: Attempt
) -> None:
    services.log_access(who=cast.sam, attempt=attempt, action=AccessLog.Action.BLIND)
    services.rate_blind(attempt=attempt, supervisor=cast.sam, verdicts={"own_words": "not_yet"})
    review = draft(cast, attempt, Said("own_words", "met"), overall="Hm.", private_note="Tired?")
    services.discard_draft(review=review)
    review = Review.objects.get()
    assert (review.blind, review.overall, review.private_note) == (True, "", "")
    assert said(review) == [("own_words", "met", "not_yet", "")]


def test_what_the_trainee_does_meanwhile_is_not_written_over(cast: Cast, attempt: Attempt) -> None:
    """Their click comes between the reading and the writing of an amendment."""
    review = services.release_review(review=draft(cast, attempt, overall="Thanks."), now=NOON)

    def click(**kwargs: Any) -> None:
        Review.objects.filter(pk=review.pk).update(helpful=True, seen_at=NOON + days(1))

    pre_save.connect(click, sender=Review)
    try:
        services.amend_review(review=review, overall="Thank you.", now=NOON + days(2))
    finally:
        pre_save.disconnect(click, sender=Review)
    review.refresh_from_db()
    assert (review.overall, review.helpful, review.seen_at) == (
        "Thank you.",
        True,
        NOON + days(1),
    )


def test_two_supervisors_make_a_pair_of_what_both_said(
    cast: Cast, attempt: Attempt, ruth: User
) -> None:
    draft_of_sam = draft(
        cast, attempt, Said("own_words", "partly", "An echo."), Said("main_points", "met")
    )
    services.release_review(review=draft_of_sam, now=NOON)
    second = services.rate_blind(
        attempt=attempt, supervisor=ruth, verdicts={"own_words": "met", "leaves_room": "met"}
    )
    services.release_review(review=second, now=NOON + days(1))
    [pair] = RatingPair.objects.filter(kind="supervisors")
    assert (pair.criterion, pair.a, pair.b, pair.blind) == ("own_words", "partly", "met", False)
    assert (pair.review_a, pair.review_b) == (draft_of_sam, second)


# The trainee's side -----------------------------------------------------------------------


def test_the_conversation_goes_both_ways(cast: Cast, attempt: Attempt) -> None:
    review = services.release_review(review=draft(cast, attempt), now=NOON)
    services.call_helpful(review=review, helpful=True)
    services.answer_review(review=review, author=cast.alice, text=" But he nodded. ", now=NOON)
    services.see_answers(review=review, supervisor=cast.sam, now=NOON + days(1))
    services.answer_review(review=review, author=cast.sam, text="True.", now=NOON + days(2))
    services.see_review(review=review, now=NOON + days(3))
    answers = list(review.answers.values_list("author", "text", "seen_at"))
    assert answers == [
        (cast.alice.pk, "But he nodded.", NOON + days(1)),
        (cast.sam.pk, "True.", NOON + days(3)),
    ]
    review.refresh_from_db()
    assert review.helpful is True


def test_a_supervisor_who_leaves_takes_drafts_and_notes_along(cast: Cast, attempt: Attempt) -> None:
    review = draft(cast, attempt, overall="Thanks.", private_note="Tired?")
    services.release_review(review=review)
    draft(cast, cast.alices, overall="Not ready.")
    services.erase_person(person=cast.sam)
    left = Review.objects.get()
    assert (left.pk, left.supervisor, left.overall, left.private_note) == (
        review.pk,
        None,
        "Thanks.",
        "",
    )


def test_with_the_trainee_goes_what_was_said_to_them(cast: Cast, attempt: Attempt) -> None:
    services.release_review(review=draft(cast, attempt, overall="Thanks."))
    services.erase_person(person=cast.alice)
    assert not Review.objects.exists()
    assert not RatingPair.objects.exists()
