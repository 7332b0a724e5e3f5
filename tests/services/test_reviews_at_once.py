"""Two windows, or two people, at the same moment: one after the other, and nothing half done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.utils import timezone

from practice import services
from practice.models import (
    AssignmentProgress,
    Attempt,
    Review,
    ReviewRevision,
    SiteSettings,
    WaitingMail,
)
from practice.services import ReviewError, Said
from tests.cast import Cast, assemble, reply_of
from tests.factories import MembershipFactory
from tests.services.at_once import at_once, outcomes
from tests.services.test_figures import stored

Work = Callable[[], Any]
TURNS = 4  # it is a matter of chance who comes first


@pytest.fixture
def on_stage(transactional_db: None) -> Cast:
    cast = assemble()
    cast.alice.mail_reviews = True
    cast.alice.save()
    return cast


def said_at_once(*work: Work) -> list[str]:
    """Do each at one moment; gives "done" or what was refused, in their order."""

    def say(one: Work) -> str:
        try:
            one()
        except ReviewError as refused:
            return str(refused)
        return "done"

    return at_once(*(partial(say, one) for one in work))


def draft(cast: Cast, attempt: Attempt, verdict: str = "met") -> Review:
    said = [Said("main_points", verdict, "So I read it.")]
    return services.save_draft(attempt=attempt, supervisor=cast.sam, said=said)


def assert_figures_are_a_recount() -> None:
    before = stored()
    services.recount()
    assert stored() == before


def test_two_releases_at_once_are_one(on_stage: Cast) -> None:
    review = draft(on_stage, on_stage.alices)
    releases = [partial(services.release_review, review=review)] * 2
    assert said_at_once(*releases) == ["done", "done"]
    assert WaitingMail.objects.count() == 1
    assert Review.objects.get().state == "released"
    assert_figures_are_a_recount()


def test_released_or_thrown_away_but_not_both(on_stage: Cast) -> None:
    for _ in range(TURNS):
        attempt = reply_of(on_stage.alice, on_stage.scenario, "It sounds cold.")
        review = draft(on_stage, attempt)

        def release(review: Review = review) -> None:
            try:
                services.release_review(review=review)
            except Review.DoesNotExist:
                raise ReviewError({"": "gone"}) from None

        said = said_at_once(release, partial(services.discard_draft, review=review))
        left = Review.objects.filter(attempt=attempt)
        if said == ["gone", "done"]:
            assert not left.exists()
        else:
            assert said == ["done", "This review is released. What you change now is an amendment."]
            assert left.get().state == "released"
    assert_figures_are_a_recount()


def test_two_amendments_at_once_are_both_in_the_history(on_stage: Cast) -> None:
    review = services.release_review(review=draft(on_stage, on_stage.alices))
    works = [
        partial(services.amend_review, review=review, overall=words) for words in ("One.", "Two.")
    ]
    assert said_at_once(*works) == ["done", "done"]
    last = Review.objects.get().overall
    kept = list(ReviewRevision.objects.values_list("number", "snapshot__overall"))
    assert kept == [(1, ""), (2, "Two." if last == "One." else "One.")]
    assert_figures_are_a_recount()


@pytest.mark.parametrize("leaves", ["forgotten", "erased"])
def test_released_while_its_reply_goes_it_is_counted_right(on_stage: Cast, leaves: str) -> None:
    SiteSettings.objects.create(retention_days=30)
    now = timezone.now() + timedelta(days=31)
    goes: dict[str, Work] = {
        "forgotten": partial(services.forget_old_replies, now=now),
        "erased": partial(services.erase_person, person=on_stage.alice),
    }
    review = draft(on_stage, on_stage.alices)
    done = outcomes(partial(services.release_review, review=review), goes[leaves])
    assert done in (["done", "done"], ["DoesNotExist", "done"])
    assert not Attempt.objects.filter(pk=on_stage.alices.pk).exists()
    assert_figures_are_a_recount()


def test_amended_or_undone_but_not_both(on_stage: Cast) -> None:
    for _ in range(TURNS):
        attempt = reply_of(on_stage.alice, on_stage.scenario, "It sounds cold.")
        review = services.release_review(review=draft(on_stage, attempt))
        said = said_at_once(
            partial(services.amend_review, review=review, overall="Two."),
            partial(services.undo_release, review=review),
        )
        assert sorted(said)[1] == "done" and said != ["done", "done"]
        left = Review.objects.get(attempt=attempt)
        assert (left.state == "released") == (said[0] == "done") == (left.overall == "Two.")
    assert_figures_are_a_recount()


def test_a_reply_taken_over_while_its_draft_is_kept(on_stage: Cast) -> None:
    """The draft stays its author's, and the reply is the other one's."""
    ruth = MembershipFactory.create(cohort=on_stage.evening, role="supervisor").person
    attempt = on_stage.alices
    services.claim_attempt(attempt=attempt, supervisor=on_stage.sam)
    said = said_at_once(
        lambda: draft(on_stage, attempt),
        lambda: services.take_over(attempt=attempt, supervisor=ruth),
        lambda: services.save_draft(attempt=attempt, supervisor=ruth, overall="Mine."),
    )
    assert said == ["done"] * 3
    attempt.refresh_from_db()
    assert attempt.claim.supervisor == ruth
    assert {one.supervisor: one.overall for one in Review.objects.all()} == {
        on_stage.sam: "",
        ruth: "Mine.",
    }


def test_a_reply_sent_while_something_is_set_is_counted_once_and_never_lost(
    on_stage: Cast,
) -> None:
    """Set, changed or no longer asked at that moment: the reply is kept, and counts as it says."""
    due = timezone.localdate() + timedelta(days=3)

    def reply() -> None:
        reply_of(on_stage.alice, on_stage.scenario, "It sounds cold.")

    def ask() -> Any:
        return services.create_assignment(
            cohort=on_stage.evening, by=on_stage.sam, title="Three", due_on=due, attempts_wanted=3
        )

    for turn in range(TURNS):
        asked = ask()
        removal = partial(services.remove_assignment, assignment=asked)
        assert said_at_once(reply, ask, removal, services.recount) == ["done"] * 4
        assert Attempt.objects.filter(trainee=on_stage.alice).count() == turn + 2
        assert not AssignmentProgress.objects.filter(assignment=asked.pk).exists()
    assert_figures_are_a_recount()
