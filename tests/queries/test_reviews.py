"""What the review screen and the trainee's pages read of a review."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from practice import queries, services
from practice.models import AccessLog, Attempt
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


def test_what_a_trainee_answered_waits_to_be_read(cast: Cast, tries: list[Attempt]) -> None:
    draft = services.save_draft(attempt=tries[0], supervisor=cast.sam, overall="Thanks.")
    review = services.release_review(review=draft, now=NOON)
    services.answer_review(review=review, author=cast.sam, text="One more thing.", now=NOON)
    services.answer_review(review=review, author=cast.alice, text="Thank you.", now=NOON)
    [waiting] = queries.answers_waiting(cast.sam)
    assert (waiting.review, waiting.text) == (review, "Thank you.")
    services.see_answers(review=review, supervisor=cast.sam)
    assert queries.answers_waiting(cast.sam) == []


def test_who_looked_is_noted_once_an_hour(cast: Cast) -> None:
    read = AccessLog.Action.READ
    for minutes in (0, 1, 59, 61):
        at = NOON + timedelta(minutes=minutes)
        services.log_access(who=cast.sam, attempt=cast.alices, action=read, now=at)
    services.log_access(who=cast.alice, attempt=cast.alices, action=read, now=NOON)
    noted = AccessLog.objects.filter(subject=cast.alice).order_by("at")
    assert [(one.who, one.at - NOON) for one in noted] == [
        (cast.sam, timedelta(0)),
        (cast.sam, timedelta(minutes=61)),
    ]
