"""The queue: order, filters, pages, and the same number of queries whatever is in it."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest

from practice import queries, services
from practice.models import Attempt, Cohort, QueueRank, ScenarioVersion, User
from practice.queries import Wanted
from practice.queries import queue as module
from tests.cast import Cast
from tests.desk import MET, NOON, days, wrote
from tests.factories import CohortFactory, MembershipFactory, UserFactory, published

Count = Callable[[int], Any]


@pytest.fixture
def version(cast: Cast) -> ScenarioVersion:
    """The client whom everybody answers; Alice's and Bob's first replies are out of the way."""
    Attempt.objects.all().delete()
    services.recount()
    assert cast.scenario.current is not None
    return cast.scenario.current


@pytest.fixture
def noon_group(cast: Cast) -> Cohort:
    """A second group that Sam supervises."""
    cohort: Cohort = CohortFactory.create(name="Noon group")
    MembershipFactory.create(person=cast.sam, cohort=cohort, role="supervisor")
    return cohort


def shown(user: User, **wanted: Any) -> list[Attempt]:
    return [row.attempt for row in queries.queue_page(user, Wanted(**wanted)).rows]


def test_what_needs_eyes_first_comes_first(cast: Cast, version: ScenarioVersion) -> None:
    def of(day: float, **fields: Any) -> Attempt:
        return wrote(cast.alice, version, cohort=cast.evening, at=NOON + days(day), **fields)

    rest, newer_rest = of(0), of(1)
    low, newer_low = of(2, score=49, try_number=3), of(3, score=0, try_number=4)
    low_but_early, high = of(-1, score=10, try_number=2), of(-2, score=50, try_number=3)
    disputed, disputed_later = of(4), of(5)
    services.dispute_finding(attempt=disputed_later, criterion="own_words", now=NOON + days(9))
    services.dispute_finding(attempt=disputed, criterion="own_words", now=NOON + days(8))
    abstained, abstained_later = of(6, abstained="no_words"), of(7, abstained="no_words")
    asked, asked_later = of(8), of(9)
    services.ask_for_review(attempt=asked_later, now=NOON + days(11))
    services.ask_for_review(attempt=asked, question="So?", now=NOON + days(10))
    page = queries.queue_page(cast.sam, Wanted())
    assert [(row.attempt, row.why) for row in page.rows] == [
        (asked, "asks a question"),
        (asked_later, "asks for a review"),
        (abstained, "the rules cannot judge it"),
        (abstained_later, "the rules cannot judge it"),
        (disputed, "sees it differently"),
        (disputed_later, "sees it differently"),
        (newer_low, "try four, still low"),
        (low, "try three, still low"),
        (newer_rest, "nobody has looked yet"),
        (rest, "nobody has looked yet"),
        (low_but_early, "nobody has looked yet"),
        (high, "nobody has looked yet"),
    ]
    assert page.rows[0].question == "So?"
    assert page.after == ""
    assert queries.waiting_counts(cast.sam) == {
        QueueRank.ASKED: 2,
        QueueRank.ABSTAINED: 2,
        QueueRank.DISPUTED: 2,
        QueueRank.STUCK: 2,
        QueueRank.REST: 4,
    }


def test_nobody_sees_what_is_not_theirs_to_see(
    cast: Cast, version: ScenarioVersion, noon_group: Cohort
) -> None:
    seen = wrote(cast.alice, version, cohort=cast.evening)
    wrote(cast.alice, version, cohort=cast.evening, visible=False)
    wrote(cast.bob, version, cohort=cast.morning)
    wrote(cast.bob, version, cohort=None)
    MembershipFactory.create(person=cast.sam, cohort=noon_group)
    wrote(cast.sam, version, cohort=noon_group)
    assert shown(cast.sam, shown="all") == [seen]
    assert shown(cast.sam, shown="all", cohort=cast.morning.pk) == []
    assert queries.waiting_counts(cast.sam) == {QueueRank.REST: 1}
    for stranger in (cast.alice, cast.bob, cast.ada):
        assert shown(stranger, shown="all") == []
        assert queries.waiting_counts(stranger) == {}
    cast.sam.memberships.update(left_at=NOON)
    assert shown(cast.sam, shown="all") == []


def test_each_filter_narrows_the_queue(
    cast: Cast, version: ScenarioVersion, noon_group: Cohort
) -> None:
    carol = MembershipFactory.create(cohort=noon_group).person
    question = published("ana-bus", strategy="open_question").current
    assert question is not None
    first = wrote(cast.alice, version, cohort=cast.evening, at=NOON)
    second = wrote(cast.alice, question, cohort=cast.evening, at=NOON + days(1), verdicts={})
    third = wrote(
        carol,
        version,
        cohort=noon_group,
        at=NOON + days(2),
        verdicts={**MET, "own_words": "partly"},
    )
    assert shown(cast.sam) == [third, second, first]
    assert shown(cast.sam, cohort=cast.evening.pk) == [second, first]
    assert shown(cast.sam, trainee=carol.pk) == [third]
    assert shown(cast.sam, strategy="open_question") == [second]
    assert shown(cast.sam, criterion="own_words") == [third]
    assert shown(cast.sam, criterion="no_roadblock") == [third, first]
    assert shown(cast.sam, since=(NOON + days(1)).date()) == [third, second]
    assert shown(cast.sam, until=(NOON + days(1)).date()) == [second, first]
    assert shown(cast.sam, rank=QueueRank.ASKED) == []


def test_reviewed_or_begun_or_reviewed_by_another(cast: Cast, version: ScenarioVersion) -> None:
    ruth = MembershipFactory.create(cohort=cast.evening, role="supervisor").person
    mine, hers, begun, waiting = (
        wrote(cast.alice, version, cohort=cast.evening, at=NOON + days(number))
        for number in range(4)
    )
    for attempt, supervisor in ((mine, cast.sam), (hers, ruth)):
        draft = services.save_draft(attempt=attempt, supervisor=supervisor)
        services.release_review(review=draft, now=attempt.created_at)
    services.save_draft(attempt=begun, supervisor=cast.sam)
    assert shown(cast.sam) == [waiting, begun]
    assert shown(cast.sam, shown="reviewed") == [hers, mine]
    assert shown(cast.sam, shown="second") == [hers]
    assert shown(cast.sam, shown="drafts") == [begun]
    assert shown(ruth, shown="drafts") == []
    assert shown(cast.sam, shown="all") == [waiting, begun, hers, mine]


@pytest.mark.parametrize("cohort_wanted", [False, True])
def test_pages_and_neighbours_go_through_all_of_it_once(
    cast: Cast,
    version: ScenarioVersion,
    noon_group: Cohort,
    monkeypatch: pytest.MonkeyPatch,
    cohort_wanted: bool,
) -> None:
    monkeypatch.setattr(module, "PAGE", 3)
    for number in range(11):
        cohort = noon_group if number % 3 == 0 else cast.evening
        moment = NOON + days(number // 4)  # some at the very same time
        wrote(cast.alice, version, cohort=cohort, at=moment, try_number=3, score=40 + 2 * number)
    wanted = Wanted(cohort=cast.evening.pk) if cohort_wanted else Wanted()
    expected = list(
        Attempt.objects.filter(**({"cohort": cast.evening} if cohort_wanted else {})).order_by(
            "queue_key", "pk"
        )
    )
    found: list[Attempt] = []
    page = queries.queue_page(cast.sam, wanted)
    found += [row.attempt for row in page.rows]
    while page.after:
        page = queries.queue_page(cast.sam, wanted, after=page.after)
        found += [row.attempt for row in page.rows]
    assert found == expected
    for one, other in itertools.pairwise(expected):
        assert queries.next_in_queue(cast.sam, wanted, one) == other.pk
        assert queries.previous_in_queue(cast.sam, wanted, other) == one.pk
    assert queries.next_in_queue(cast.sam, wanted, expected[-1]) is None
    assert queries.previous_in_queue(cast.sam, wanted, expected[0]) is None


@pytest.mark.parametrize("after", ["x", "1", "1.x", "-1.0", f"{2**70}.{'0' * 32}"])
def test_a_token_that_names_no_place_begins_at_the_front(
    cast: Cast, version: ScenarioVersion, after: str
) -> None:
    attempt = wrote(cast.alice, version, cohort=cast.evening)
    assert [row.attempt for row in queries.queue_page(cast.sam, Wanted(), after=after).rows] == [
        attempt
    ]


def test_a_claim_is_shown_until_it_runs_out(cast: Cast, version: ScenarioVersion) -> None:
    attempt = wrote(cast.alice, version, cohort=cast.evening)
    ruth = MembershipFactory.create(cohort=cast.evening, role="supervisor").person
    services.claim_attempt(attempt=attempt, supervisor=ruth, now=NOON)
    [row] = queries.queue_page(cast.sam, Wanted(), now=NOON).rows
    assert row.claim
    assert (row.claim.supervisor, row.mine) == (ruth, False)
    [row] = queries.queue_page(cast.sam, Wanted(), now=NOON + days(1)).rows
    assert row.claim is None


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_costs_a_fixed_number_of_queries(
    cast: Cast,
    version: ScenarioVersion,
    noon_group: Cohort,
    django_assert_num_queries: Count,
    number: int,
) -> None:
    for one in range(number):
        trainee = UserFactory.create()
        attempt = wrote(trainee, version, cohort=(noon_group, cast.evening)[one % 2])
        services.ask_for_review(attempt=attempt, question="So?")
        services.claim_attempt(attempt=attempt, supervisor=cast.sam)
    with django_assert_num_queries(3):
        rows = queries.queue_page(cast.sam, Wanted(criterion="no_roadblock")).rows
        assert [row.client for row in rows] == ["Tomas"] * number
        assert len({str(row.attempt.trainee) for row in rows}) == number
    with django_assert_num_queries(3):
        queries.waiting_counts(cast.sam)


def test_look_alikes_answer_the_same_words_with_the_same_moves(
    cast: Cast, version: ScenarioVersion
) -> None:
    other = published("tomas-pipes").current
    assert other is not None
    advice = {"technique": "advice", "moves": [], "faults": ["advising"]}
    carol = MembershipFactory.create(cohort=cast.evening).person
    one = wrote(cast.alice, version, cohort=cast.evening, scorecard=advice)
    two = wrote(carol, version, cohort=cast.evening, scorecard=advice, at=NOON + days(1))
    wrote(carol, version, cohort=cast.evening)
    wrote(carol, other, cohort=cast.evening, scorecard=advice)
    wrote(cast.bob, version, cohort=cast.morning, scorecard=advice)
    assert queries.look_alikes(cast.sam, one) == [two]
    [group] = queries.groups_in_queue(cast.sam, Wanted())
    assert (group.client, group.technique) == ("Tomas", one.technique)
    assert list(group.attempts) == [two, one]
    assert queries.groups_in_queue(cast.sam, Wanted(trainee=carol.pk)) == []


@pytest.mark.parametrize("number", [2, 6])
def test_groups_cost_a_fixed_number_of_queries(
    cast: Cast, version: ScenarioVersion, django_assert_num_queries: Count, number: int
) -> None:
    for _ in range(number):
        wrote(MembershipFactory.create(cohort=cast.evening).person, version, cohort=cast.evening)
    with django_assert_num_queries(3):
        [group] = queries.groups_in_queue(cast.sam, Wanted())
        assert len({str(one.trainee) for one in group.attempts}) == number
        assert group.client == "Tomas"


def test_choices_are_those_of_ones_own_groups(cast: Cast, noon_group: Cohort) -> None:
    assert queries.trainees_to_choose(cast.sam) == [(cast.alice.pk, "Alice Ames")]
    assert queries.cohorts_to_choose(cast.sam) == [cast.evening, noon_group]
    services.save_view(supervisor=cast.sam, name=" Advice ", query="criterion=no_roadblock")
    view = services.save_view(supervisor=cast.sam, name="Advice", query="criterion=own_words")
    assert [(one.name, one.query) for one in queries.views_of(cast.sam)] == [
        ("Advice", "criterion=own_words")
    ]
    services.forget_view(view=view)
    assert queries.views_of(cast.sam) == []
