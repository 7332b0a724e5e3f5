"""Replies are saved once, whole, and as they were typed."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest
from django.utils import timezone

from practice import scoring, services
from practice.models import Attempt, ScenarioVersion, SiteSettings, Stirred, User
from practice.services import attempts, figures
from tests.cast import Cast, assemble, reply_of
from tests.factories import AttemptFactory, MembershipFactory, UserFactory, published
from tests.services.at_once import at_once

REPLY = "It sounds like you sat up with the cold, so that nobody else had to."


def test_an_attempt_keeps_all_that_later_pages_need(cast: Cast) -> None:
    version = cast.scenario.current
    assert version is not None
    attempt = services.record_attempt(
        trainee=cast.alice,
        scenario_version=version,
        token=uuid4(),
        reply=REPLY,
        duration_ms=61_000,
        self_rating=2,
        aided=True,
    )
    attempt.refresh_from_db()
    card = scoring.score(REPLY, version.task())
    assert (attempt.cohort, attempt.visible) == (cast.evening, True)
    assert (attempt.strategy, attempt.difficulty) == ("paraphrase", 1)
    assert (attempt.duration_ms, attempt.self_rating, attempt.aided) == (61_000, 2, True)
    assert (attempt.first_try, attempt.try_number) == (None, 1)
    assert (attempt.score, attempt.depth, attempt.abstained) == (card.score, card.depth, "")
    assert (attempt.technique, attempt.scorer_version) == (card.technique, card.scorer_version)
    assert attempt.scorecard == scoring.scorecard_to_json(card)
    kept = attempt.criterion_results.values_list("criterion", "verdict", "weight", "earned")
    assert [*kept] == [(c.criterion, c.verdict, c.weight, c.earned) for c in card.criteria]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  two  spaces  ", "  two  spaces  "),
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("<b>bold</b> & “curly” 🙂", "<b>bold</b> & “curly” 🙂"),
    ],
)
def test_a_reply_is_kept_as_typed_but_for_line_ends(cast: Cast, typed: str, kept: str) -> None:
    attempt = reply_of(cast.alice, cast.scenario, typed)
    attempt.refresh_from_db()
    assert attempt.reply == kept


def test_the_same_form_twice_is_one_attempt(cast: Cast) -> None:
    version = cast.scenario.current
    assert version is not None
    token = uuid4()
    first, again = (
        services.record_attempt(
            trainee=cast.alice, scenario_version=version, token=token, reply=reply
        )
        for reply in (REPLY, "Other words.")
    )
    assert again == first
    assert again.reply == REPLY
    bobs = services.record_attempt(
        trainee=cast.bob, scenario_version=version, token=token, reply=REPLY
    )
    assert bobs != first


@pytest.mark.django_db(transaction=True)
def test_a_double_click_is_one_attempt() -> None:
    cast = assemble()
    version = cast.scenario.current
    assert version is not None
    token = uuid4()
    send = partial(
        services.record_attempt,
        trainee=cast.alice,
        scenario_version=version,
        token=token,
        reply=REPLY,
    )
    assert len({made.pk for made in at_once(send, send, send, send)}) == 1
    assert Attempt.objects.filter(token=token).count() == 1


def test_tries_are_counted_and_point_to_the_first(cast: Cast) -> None:
    version = cast.scenario.current
    assert version is not None
    first = cast.alices
    tries = [first]
    for _ in range(3):
        tries.append(
            services.record_attempt(
                trainee=cast.alice,
                scenario_version=version,
                token=uuid4(),
                reply=REPLY,
                first_try=tries[-1],  # the one before, whichever it was
            )
        )
    assert [attempt.try_number for attempt in tries] == [1, 2, 3, 4]
    assert {attempt.first_try for attempt in tries[1:]} == {first}


def test_the_cohort_is_the_one_at_that_time(cast: Cast) -> None:
    membership = cast.alice.memberships.get()
    services.leave_cohort(membership=membership)
    assert reply_of(cast.alice, cast.scenario, REPLY).cohort is None
    MembershipFactory.create(person=cast.alice, cohort=cast.morning)
    assert reply_of(cast.alice, cast.scenario, REPLY).cohort == cast.morning
    cast.alices.refresh_from_db()
    assert cast.alices.cohort == cast.evening


def test_a_supervisors_own_practice_is_in_no_cohort(cast: Cast) -> None:
    attempt = reply_of(cast.sam, cast.scenario, REPLY)
    assert (attempt.cohort, attempt.visible) == (None, False)


def test_a_cohort_says_whether_supervisors_see_what_is_written_from_now_on(cast: Cast) -> None:
    cast.evening.visible_by_default = False
    cast.evening.save()
    assert reply_of(cast.alice, cast.scenario, REPLY).visible is False
    cast.alices.refresh_from_db()
    assert cast.alices.visible is True


@pytest.mark.parametrize("odd", [-1, 0, 24 * 3600 * 1000 + 1])
def test_a_duration_that_says_nothing_is_not_kept(cast: Cast, odd: int) -> None:
    version = cast.scenario.current
    assert version is not None
    attempt = services.record_attempt(
        trainee=cast.alice, scenario_version=version, token=uuid4(), reply=REPLY, duration_ms=odd
    )
    assert attempt.duration_ms is None


def test_a_reply_that_cannot_be_judged_is_kept_without_a_number(cast: Cast) -> None:
    attempt = reply_of(
        cast.alice, cast.scenario, "Das klingt sehr anstrengend und einsam für dich."
    )
    assert (attempt.score, attempt.depth) == (None, None)
    assert attempt.abstained == "not_english"


def test_the_scorer_sees_the_series_to_other_clients(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not to this client: whoever tries again keeps most of their words."""
    other = published("vera-stairs")
    reply_of(cast.alice, other, "First to Vera.")
    reply_of(cast.alice, other, "Second to Vera.")
    reply_of(cast.bob, other, "Bob’s own.")
    seen: list[tuple[str, ...]] = []
    score = scoring.score

    def listening(
        reply: str, task: object, *, earlier: tuple[str, ...] = (), config: object
    ) -> object:
        seen.append(earlier)
        return score(reply, task, earlier=earlier, config=config)  # type: ignore[arg-type]

    monkeypatch.setattr(scoring, "score", listening)
    reply_of(cast.alice, cast.scenario, REPLY)
    assert seen == [("Second to Vera.", "First to Vera.")]


# What came up ------------------------------------------------------------------------------


def test_what_came_up_is_one_word_and_can_be_taken_back(cast: Cast) -> None:
    for word, noted in (("sadness", ["sadness"]), ("worry", ["worry"]), ("worry", [])):
        services.note_stirring(attempt=cast.alices, word=word)
        assert [*Stirred.objects.values_list("word", flat=True)] == noted


# Retention --------------------------------------------------------------------------------


@pytest.fixture
def old(cast: Cast) -> Attempt:
    attempt: Attempt = AttemptFactory.create(
        trainee=cast.alice,
        scenario_version=cast.scenario.current,
        created_at=timezone.now() - timedelta(days=90, minutes=1),
    )
    return attempt


@pytest.mark.parametrize(("days", "forgotten"), [(None, 0), (91, 0), (90, 1)])
def test_replies_go_when_their_time_is_over(
    cast: Cast, old: Attempt, days: int | None, forgotten: int
) -> None:
    SiteSettings.objects.create(retention_days=days)
    assert services.forget_old_replies() == forgotten
    assert services.forget_old_replies() == 0
    assert Attempt.objects.filter(pk=old.pk).exists() is (forgotten == 0)
    assert Attempt.objects.filter(pk=cast.alices.pk).exists()


def test_old_replies_go_some_at_a_time(
    cast: Cast, old: Attempt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was forgotten before something went wrong stays forgotten, and is counted out."""
    SiteSettings.objects.create(retention_days=30)
    Attempt.objects.update(created_at=old.created_at)
    monkeypatch.setattr(attempts, "AT_ONCE", 2)
    count_out = figures.count_out
    turns = iter([count_out])
    monkeypatch.setattr(figures, "count_out", lambda **what: next(turns)(**what))
    with pytest.raises(StopIteration):
        services.forget_old_replies()
    assert Attempt.objects.count() == 1
    monkeypatch.setattr(figures, "count_out", count_out)
    assert services.forget_old_replies() == 1


def test_a_later_try_stays_when_the_first_one_goes(cast: Cast, old: Attempt) -> None:
    version = ScenarioVersion.objects.get()
    later = services.record_attempt(
        trainee=cast.alice, scenario_version=version, token=uuid4(), reply=REPLY, first_try=old
    )
    SiteSettings.objects.create(retention_days=30)
    assert services.forget_old_replies() == 1
    later.refresh_from_db()
    assert (later.first_try, later.try_number) == (None, 2)


# Level ------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("before", "direction", "after"),
    [(1, "harder", 2), (3, "harder", 3), (1, "easier", 1), (3, "easier", 2), (2, "same", 2)],
)
def test_clients_get_harder_and_easier_by_steps(before: int, direction: str, after: int) -> None:
    person = UserFactory.create(level=before)
    services.move_level(person=person, direction=direction)
    assert User.objects.get(pk=person.pk).level == after
