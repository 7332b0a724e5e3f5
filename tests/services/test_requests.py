"""What a trainee asks changes where their attempt stands in the queue."""

from __future__ import annotations

import pytest

from practice import services
from practice.models import Dispute, QueueRank, ReviewRequest, Stirred
from practice.services import AskError
from practice.services.figures import KEYS
from tests.cast import Cast, reply_of
from tests.desk import NOON, days, wrote
from tests.factories import UserFactory


def test_asking_puts_an_attempt_first(cast: Cast) -> None:
    request = services.ask_for_review(
        attempt=cast.alices, question="  Was “alone” too much?  ", now=NOON
    )
    assert request.question == "Was “alone” too much?"
    assert not request.shares_rating
    cast.alices.refresh_from_db()
    assert cast.alices.queue_rank == QueueRank.ASKED


def test_asking_again_changes_the_question_and_keeps_the_place(cast: Cast) -> None:
    services.ask_for_review(attempt=cast.alices, question="One?", now=NOON)
    cast.alices.refresh_from_db()
    place = cast.alices.queue_key
    services.ask_for_review(
        attempt=cast.alices, question="Two?", shares_rating=True, now=NOON + days(1)
    )
    cast.alices.refresh_from_db()
    request = ReviewRequest.objects.get()
    assert (request.question, request.shares_rating) == ("Two?", True)
    assert cast.alices.queue_key == place


def test_a_request_can_be_taken_back(cast: Cast) -> None:
    services.ask_for_review(attempt=cast.alices, question="One?")
    services.take_back_request(attempt=cast.alices)
    cast.alices.refresh_from_db()
    assert cast.alices.queue_rank == QueueRank.REST
    assert not ReviewRequest.objects.exists()


def test_outside_a_group_there_is_nobody_to_ask(cast: Cast) -> None:
    alone = reply_of(UserFactory.create(), cast.scenario, "You sat up alone.")
    with pytest.raises(AskError, match="nobody to send it to"):
        services.ask_for_review(attempt=alone, question="Anybody?")


def test_asking_shows_what_supervisors_could_not_see(cast: Cast) -> None:
    assert cast.scenario.current is not None
    hidden = wrote(cast.alice, cast.scenario.current, cohort=cast.evening, visible=False)
    services.ask_for_review(attempt=hidden)
    hidden.refresh_from_db()
    assert hidden.visible
    before = counted()
    services.recount()
    assert counted() == before


def counted() -> list[object]:
    return [
        sorted(map(str, model._default_manager.values_list(*keys, *values)))
        for model, (keys, values) in KEYS.items()
    ]


def test_after_a_review_one_answers_rather_than_asks(cast: Cast) -> None:
    draft = services.save_draft(attempt=cast.alices, supervisor=cast.sam)
    services.release_review(review=draft)
    with pytest.raises(AskError, match="answer below it"):
        services.ask_for_review(attempt=cast.alices)
    with pytest.raises(AskError, match="stays above its answer"):
        services.take_back_request(attempt=cast.alices)


def test_a_dispute_of_a_finding(cast: Cast) -> None:
    for text in ("I left room.", "I did: “it sounds like”."):
        services.dispute_finding(attempt=cast.alices, criterion="leaves_room", text=text)
    assert [*Dispute.objects.values_list("text", flat=True)] == ["I did: “it sounds like”."]
    cast.alices.refresh_from_db()
    assert cast.alices.queue_rank == QueueRank.DISPUTED
    services.take_back_dispute(attempt=cast.alices, criterion="leaves_room")
    cast.alices.refresh_from_db()
    assert cast.alices.queue_rank == QueueRank.REST


def test_what_was_not_found_cannot_be_disputed(cast: Cast) -> None:
    with pytest.raises(AskError):
        services.dispute_finding(attempt=cast.alices, criterion="is_open", text="It was.")


def test_a_dispute_after_a_review_waits_again(cast: Cast) -> None:
    draft = services.save_draft(attempt=cast.alices, supervisor=cast.sam)
    services.release_review(review=draft, now=NOON)
    services.dispute_finding(attempt=cast.alices, criterion="leaves_room", now=NOON + days(1))
    cast.alices.refresh_from_db()
    assert cast.alices.queue_rank == QueueRank.DISPUTED


def test_what_stirred_the_trainee_is_no_part_of_a_request(cast: Cast) -> None:
    services.note_stirring(attempt=cast.alices, word="worry")
    request = services.ask_for_review(attempt=cast.alices, question="One?")
    assert "worry" not in str(request.__dict__)
    assert Stirred.objects.count() == 1
