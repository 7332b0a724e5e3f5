"""What the review screen and the trainee's pages read of a review."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from practice import queries, services
from practice.models import Attempt
from practice.services import Remark, Said
from tests.cast import Cast
from tests.desk import NOON, days, wrote
from tests.factories import MembershipFactory

Count = Callable[[int], Any]
CARD = {
    "technique": "reflection",
    "moves": [],
    "faults": [],
    "criteria": [{"criterion": "own_words", "verdict": "met", "reason": "New words."}],
}


@pytest.fixture
def tries(cast: Cast) -> list[Attempt]:
    """Alice's three tries; supervisors may not see the second one."""
    assert cast.scenario.current is not None
    made: list[Attempt] = []
    for number, reply in enumerate(("It was cold.", "It was hard.", "It sounds cold and lonely.")):
        made.append(
            wrote(
                cast.alice,
                cast.scenario.current,
                cohort=cast.evening,
                at=NOON + days(number),
                reply=reply,
                visible=number != 1,
                first_try=made[0] if made else None,
                try_number=number + 1,
                self_rating=2,
                scorecard=CARD,
            )
        )
    return made


def test_the_desk_has_everything_about_one_attempt(cast: Cast, tries: list[Attempt]) -> None:
    attempt = tries[2]
    services.ask_for_review(attempt=attempt, question="Too much?")
    services.dispute_finding(attempt=attempt, criterion="leaves_room", text="I did.")
    services.claim_attempt(attempt=attempt, supervisor=cast.sam, now=NOON)
    services.save_draft(
        attempt=attempt,
        supervisor=cast.sam,
        said=[Said("leaves_room", "met", "“Sounds” does it.")],
        remarks=[Remark("Lovely.", start=0, end=9), Remark("More so.", "own_words")],
    )
    desk = queries.review_desk(cast.sam, attempt, now=NOON)
    assert [one.attempt for one in desk.tries] == [tries[0], tries[2]]
    assert desk.tries[0].changes is None
    changes = desk.tries[1].changes
    assert changes
    assert [attempt.reply[start:end] for start, end in changes.added] == ["sounds", "and lonely"]
    assert desk.request
    assert desk.request.question == "Too much?"
    assert desk.own_rating == ""
    criteria = {one.criterion: one for one in desk.criteria}
    assert criteria["own_words"].found == CARD["criteria"][0]
    assert criteria["own_words"].label == "In your own words"
    assert [one.text for one in criteria["own_words"].comments] == ["More so."]
    room = criteria["leaves_room"]
    assert room.dispute and room.judgement
    assert (room.rules_verdict, room.judgement.verdict, room.dispute.text) == (
        "partly",
        "met",
        "I did.",
    )
    assert [one.text for one in desk.remarks] == ["Lovely."]
    assert desk.claim and desk.claim.supervisor == cast.sam
    assert desk.review and not desk.others


def test_the_own_rating_is_shown_when_the_trainee_shows_it(
    cast: Cast, tries: list[Attempt]
) -> None:
    services.ask_for_review(attempt=tries[2], shares_rating=True)
    assert queries.review_desk(cast.sam, tries[2]).own_rating == "Near"


def test_others_drafts_and_notes_stay_theirs(cast: Cast, tries: list[Attempt]) -> None:
    ruth = MembershipFactory.create(cohort=cast.evening, role="supervisor").person
    draft = services.save_draft(attempt=tries[0], supervisor=ruth, overall="Hers.")
    assert queries.review_desk(cast.sam, tries[0]).others == []
    services.release_review(review=draft)
    [other] = queries.review_desk(cast.sam, tries[0]).others
    assert other.overall == "Hers."
    assert queries.review_desk(cast.sam, tries[0]).review is None


@pytest.mark.parametrize("number", [1, 3])
def test_the_desk_costs_a_fixed_number_of_queries(
    cast: Cast, tries: list[Attempt], django_assert_num_queries: Count, number: int
) -> None:
    for _ in range(number):
        ruth = MembershipFactory.create(cohort=cast.evening, role="supervisor").person
        draft = services.save_draft(
            attempt=tries[0], supervisor=ruth, remarks=[Remark("Well.", start=0, end=2)]
        )
        services.release_review(review=draft)
        services.answer_review(review=draft, author=cast.alice, text="Thanks.")
    attempt = Attempt.objects.get(pk=tries[0].pk)
    with django_assert_num_queries(12):
        desk = queries.review_desk(cast.sam, attempt)
        for other in desk.others:
            assert len(other.judgements.all()) == 4
            assert other.comments.all()[0].text == "Well."
            assert str(other.answers.all()[0].author) == "Alice Ames"


def test_released_reviews_come_back_with_a_count(cast: Cast, tries: list[Attempt]) -> None:
    draft = services.save_draft(
        attempt=tries[0],
        supervisor=cast.sam,
        said=[Said("leaves_room", "met", "So it is.")],
        private_note="Hm.",
    )
    assert queries.reviews_new(cast.alice) == 0
    review = services.release_review(review=draft, now=NOON)
    assert queries.reviews_new(cast.alice, now=NOON) == 0
    later = NOON + days(1)
    assert queries.reviews_new(cast.alice, now=later) == 1
    assert queries.reviews_new(cast.bob, now=later) == 0
    [back] = queries.reviews_back(cast.alice, now=later)
    assert (back, back.is_new, back.overruled) == (review, True, 1)  # type: ignore[attr-defined]
    services.see_review(review=review, now=later)
    assert queries.reviews_new(cast.alice, now=later) == 0
    services.amend_review(review=review, overall="One more thing.", now=later + days(1))
    assert queries.reviews_new(cast.alice, now=later + days(1)) == 1


def test_a_thread_holds_both_verdicts_and_the_conversation(
    cast: Cast, tries: list[Attempt]
) -> None:
    draft = services.save_draft(
        attempt=tries[0],
        supervisor=cast.sam,
        said=[Said("leaves_room", "met", "So it is.")],
        overall="Thanks.",
        remarks=[Remark("Well.", start=0, end=2)],
    )
    review = services.release_review(review=draft, now=NOON)
    services.answer_review(review=review, author=cast.alice, text="Thank you.", now=NOON)
    services.amend_review(review=review, overall="Thank you.", now=NOON + days(1))
    [thread] = queries.threads_on(tries[0], now=NOON + days(2))
    assert len(thread.judgements) == 4
    assert [one.text for one in thread.answers] == ["Thank you."]
    assert [one.snapshot["overall"] for one in thread.earlier] == ["Thanks."]
    [waiting] = queries.answers_waiting(cast.sam)
    assert waiting.review == review
    services.see_answers(review=review, supervisor=cast.sam)
    assert queries.answers_waiting(cast.sam) == []


def test_the_trainee_reads_who_looked(cast: Cast) -> None:
    for minutes in (0, 1, 59, 61):
        services.log_access(
            who=cast.sam,
            attempt=cast.alices,
            action="read",  # type: ignore[arg-type]
            now=NOON + days(minutes / 1440),
        )
    services.log_access(who=cast.alice, attempt=cast.alices, action="read", now=NOON)  # type: ignore[arg-type]
    assert [(one.who, one.action) for one in queries.who_looked(cast.alice)] == [
        (cast.sam, "read"),
        (cast.sam, "read"),
    ]
    assert queries.who_looked(cast.bob) == []
