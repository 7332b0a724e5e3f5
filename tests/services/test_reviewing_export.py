"""The download holds every review one got or wrote, and nobody's private notes but one's own."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.utils import timezone

from practice import services
from practice.models import Review, User
from practice.pages.erasure import what_stays
from practice.services import Remark, Said
from tests.cast import Cast
from tests.desk import days
from tests.factories import MembershipFactory


@pytest.fixture
def released(cast: Cast) -> Review:
    """Sam's review of Alice's reply, which has arrived."""
    services.ask_for_review(attempt=cast.alices, question="Too much?")
    services.dispute_finding(attempt=cast.alices, criterion="leaves_room", text="I did.")
    draft = services.save_draft(
        attempt=cast.alices,
        supervisor=cast.sam,
        said=[Said("leaves_room", "partly", "A little.")],
        overall="Thank you.",
        private_note="Ask about nights.",
        remarks=[Remark("Well.", start=0, end=2)],
    )
    review = services.release_review(review=draft, now=timezone.now() - days(1))
    services.answer_review(review=review, author=cast.alice, text="Thanks!")
    return review


def downloaded(person: User) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(services.export_person(person=person)))
    return found


def test_a_trainee_gets_what_was_said_to_them(cast: Cast, released: Review) -> None:
    [reply] = downloaded(cast.alice)["replies"]
    assert reply["asked_for_review"]["question"] == "Too much?"
    assert [one["text"] for one in reply["seen_differently"]] == ["I did."]
    [review] = reply["reviews"]
    assert (review["by"], review["overall"]) == ("Sam Stone", "Thank you.")
    assert review["comments"] == [{"criterion": "", "phrase": [0, 2], "text": "Well."}]
    assert [one["text"] for one in review["answers"]] == ["Thanks!"]
    assert "Ask about nights." not in json.dumps(downloaded(cast.alice))


def test_what_has_not_arrived_is_not_in_it(cast: Cast) -> None:
    draft = services.save_draft(attempt=cast.alices, supervisor=cast.sam, overall="Not yet.")
    assert downloaded(cast.alice)["replies"][0]["reviews"] == []
    services.release_review(review=draft)  # it can be undone still
    assert downloaded(cast.alice)["replies"][0]["reviews"] == []


def test_a_supervisor_gets_what_they_wrote_and_keep(cast: Cast, released: Review) -> None:
    services.bank_comment(supervisor=cast.sam, text="Well heard.")
    services.save_view(supervisor=cast.sam, name="Advice", query="criterion=no_roadblock")
    services.keep_transcript(
        owner=cast.sam, title="Roof", text="A: It leaks.\nB: It sounds tiring.", helper="B"
    )
    found = downloaded(cast.sam)
    [review] = found["reviews_written"]
    assert (review["reply"], review["private_note"]) == (str(cast.alices.pk), "Ask about nights.")
    assert found["comments_kept"] == ["Well heard."]
    assert found["views_of_the_queue"] == [{"name": "Advice", "filters": "criterion=no_roadblock"}]
    assert [one["title"] for one in found["conversations_kept"]] == ["Roof"]
    assert cast.alices.reply not in json.dumps(found)


def test_what_stays_of_a_supervisor_is_said_beforehand(cast: Cast, released: Review) -> None:
    assert any("1 review you released" in line for line in what_stays(cast.sam))
    assert not any("review" in line for line in what_stays(cast.alice))


@pytest.mark.parametrize("number", [1, 3])
def test_a_download_costs_a_fixed_number_of_queries(
    cast: Cast, released: Review, django_assert_num_queries: Any, number: int
) -> None:
    for _ in range(number):
        person = MembershipFactory.create(cohort=cast.evening, role="supervisor").person
        draft = services.save_draft(attempt=cast.alices, supervisor=person, overall="Yes.")
        services.release_review(review=draft)
    with django_assert_num_queries(21):  # one of them for cases made from their replies
        services.export_person(person=cast.alice)
