"""Figures of agreement and the lists behind them are of one's own cohorts, and add up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from practice import queries, services
from practice.models import Attempt, ScenarioVersion, User
from practice.queries import agreement as module
from practice.services import Said
from tests.cast import Cast
from tests.desk import NOON, days, wrote
from tests.factories import MembershipFactory

Count = Callable[[int], Any]
REASON = "It reads so to me."


@pytest.fixture
def version(cast: Cast) -> ScenarioVersion:
    """Tomas."""
    assert cast.scenario.current is not None
    return cast.scenario.current


@pytest.fixture
def ruth(cast: Cast) -> User:
    """Another supervisor of the evening group."""
    person: User = MembershipFactory.create(cohort=cast.evening, role="supervisor").person
    return person


def judged(
    attempt: Attempt, supervisor: User, *, blind: bool = False, later: float = 0, **verdicts: str
) -> None:
    if blind:
        services.rate_blind(attempt=attempt, supervisor=supervisor, verdicts=verdicts)
    said = [Said(criterion, verdict, REASON) for criterion, verdict in verdicts.items()]
    draft = services.save_draft(attempt=attempt, supervisor=supervisor, said=said)
    services.release_review(review=draft, now=attempt.created_at + days(later))


def test_agreement_with_the_rules_by_criterion_and_version(
    cast: Cast, version: ScenarioVersion
) -> None:
    for number in range(24):
        attempt = wrote(
            cast.alice,
            version,
            cohort=cast.evening,
            at=NOON + days(number),
            verdicts={"own_words": "met" if number % 2 else "not_yet", "main_points": "met"},
            scorer_version="1.9.0" if number < 20 else "1.10.0",
        )
        judged(attempt, cast.sam, own_words="met" if number % 2 or number == 0 else "not_yet")
    assert queries.scorer_versions(cast.sam) == ["1.10.0", "1.9.0"]
    table = queries.agreement_table(cast.sam, kind="rules")
    points, words = table.rows
    assert (points.label, points.found.why_not) == ("Gives the main points back", "alike")
    assert (words.found.pairs, words.differ) == (24, 1)
    assert words.found.kappa == pytest.approx(11 / 12)
    assert table.together.found.pairs == 48
    old = queries.agreement_table(cast.sam, kind="rules", scorer_version="1.9.0")
    assert old.rows[1].found.pairs == 20
    new = queries.agreement_table(cast.sam, kind="rules", scorer_version="1.10.0")
    assert (new.rows[1].found.pairs, new.rows[1].found.why_not) == (4, "few")


def test_blind_verdicts_are_told_apart(cast: Cast, version: ScenarioVersion) -> None:
    for blind in (True, False):
        judged(
            wrote(cast.alice, version, cohort=cast.evening),
            cast.sam,
            blind=blind,
            own_words="partly",
        )
    every = queries.agreement_table(cast.sam, kind="rules")
    blind_only = queries.agreement_table(cast.sam, kind="rules", blind_only=True)
    assert every.together.found.pairs == 8
    assert [(row.criterion, row.differ) for row in blind_only.rows] == [("own_words", 1)]


def test_disagreements_of_supervisors_have_both_reasons(
    cast: Cast, version: ScenarioVersion, ruth: User
) -> None:
    attempt = wrote(cast.alice, version, cohort=cast.evening)
    judged(attempt, cast.sam, own_words="partly", main_points="met")
    judged(attempt, ruth, later=1, own_words="not_yet", main_points="met")
    [row] = queries.disagreements(ruth, kind="supervisors").rows
    assert (row.pair.attempt, row.pair.a, row.pair.b) == (attempt, "partly", "not_yet")
    assert (row.reason_a, row.reason_b) == (REASON, REASON)
    assert row.pair.review_a
    assert {row.pair.review_a.supervisor, row.pair.review_b.supervisor} == {cast.sam, ruth}
    assert queries.agreement_table(ruth, kind="supervisors").together.differ == 1


def test_the_list_is_as_long_as_the_figure_says_page_by_page(
    cast: Cast, version: ScenarioVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAGE", 2)
    for number in range(5):
        attempt = wrote(cast.alice, version, cohort=cast.evening, at=NOON + days(number // 2))
        judged(attempt, cast.sam, own_words="partly")
    [row] = [
        row
        for row in queries.agreement_table(cast.sam, kind="rules").rows
        if row.criterion == "own_words"
    ]
    seen, after = [], ""
    for _ in range(3):
        page = queries.disagreements(cast.sam, kind="rules", criterion="own_words", after=after)
        seen += [one.pair.pk for one in page.rows]
        after = page.after
    assert after == ""
    assert len(set(seen)) == len(seen) == row.differ == 5


@pytest.mark.parametrize("after", ["", "x", "2026-03-10_1", "2026-03-10T12:00:00+00:00_x"])
def test_nobody_elses_cohort_counts(cast: Cast, version: ScenarioVersion, after: str) -> None:
    judged(wrote(cast.alice, version, cohort=cast.evening), cast.sam, own_words="partly")
    bobs = MembershipFactory.create(cohort=cast.morning, role="supervisor").person
    for stranger in (bobs, cast.alice, cast.ada):
        assert queries.agreement_table(stranger, kind="rules").rows == []
        assert queries.disagreements(stranger, kind="rules", after=after).rows == []
        assert queries.scorer_versions(stranger) == []
    foreign = queries.agreement_table(cast.sam, kind="rules", cohort=cast.morning.pk)
    assert foreign.rows == []
    assert len(queries.disagreements(cast.sam, kind="rules", after=after).rows) == 1


@pytest.mark.parametrize("number", [1, 3])
def test_agreement_costs_a_fixed_number_of_queries(
    cast: Cast, version: ScenarioVersion, django_assert_num_queries: Count, number: int
) -> None:
    for _ in range(number):
        judged(wrote(cast.alice, version, cohort=cast.evening), cast.sam, own_words="partly")
    with django_assert_num_queries(2):
        queries.agreement_table(cast.sam, kind="rules")
    with django_assert_num_queries(4):
        page = queries.disagreements(cast.sam, kind="rules")
        assert [str(row.pair.attempt.trainee) for row in page.rows] == ["Alice Ames"] * number
