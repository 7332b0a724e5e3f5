"""Progress: figures of one's own replies, and nothing claimed from too few."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from practice.models import Scenario, User
from practice.pages.progress import progress_of
from tests.views.cards import ABSTAINED, card, found, make_attempt, span
from tests.views.people import REPLY

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 11, 12, tzinfo=UTC)  # a Wednesday


@pytest.fixture(autouse=True)
def _today() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


def weeks_ago(weeks: int) -> datetime:
    return NOW - timedelta(weeks=weeks)


def strong(verdict: str) -> dict[str, Any]:
    return card(criteria=[found("about_as_strong", verdict, 12, 0)])


def test_before_the_first_reply_the_page_says_what_to_do(as_maya: Client) -> None:
    page = as_maya.get("/progress/").content.decode()
    assert "Nothing to show yet." in page
    assert 'href="/practise/next/"' in page


def test_shares_are_counted_by_week_with_dashes_where_there_is_nothing(
    maya: User, tomasz: Scenario
) -> None:
    make_attempt(maya, tomasz, strong("met"), created_at=weeks_ago(2))
    make_attempt(maya, tomasz, strong("partly"), created_at=weeks_ago(2))
    make_attempt(maya, tomasz, strong("met"), created_at=weeks_ago(0))
    make_attempt(maya, tomasz, strong("not_judged"), created_at=weeks_ago(1))
    [line] = progress_of(maya).lines
    assert line.cells == ("–", "–", "–", "–", "–", "50", "–", "100")
    assert (line.label, line.met, line.of) == ("About as strong", 2, 3)
    assert line.spoken == ("from 50 in a hundred in the week of 23 Feb to 100 in the week of 9 Mar")


def test_what_to_practise_next_needs_enough_replies(maya: User, tomasz: Scenario) -> None:
    for _ in range(4):
        make_attempt(maya, tomasz, strong("not_yet"))
    assert progress_of(maya).says == ""
    make_attempt(maya, tomasz, strong("not_yet"))
    assert progress_of(maya).says == "“About as strong” is the one to practise next."


def test_a_habit_is_named_when_it_is_one(maya: User, tomasz: Scenario) -> None:
    for day in range(13):
        verdict = "not_yet" if day < 5 else "met"
        make_attempt(maya, tomasz, strong(verdict), created_at=NOW - timedelta(days=13 - day))
    assert progress_of(maya).says == "“About as strong” has become a habit."


@pytest.mark.parametrize(
    ("alone", "note"), [("met", "holds when unaided"), ("not_yet", "slips when unaided")]
)
def test_hints_are_told_apart(maya: User, tomasz: Scenario, alone: str, note: str) -> None:
    for _ in range(5):
        make_attempt(maya, tomasz, strong("met"), aided=True, created_at=weeks_ago(1))
        make_attempt(maya, tomasz, strong(alone))
    [line] = progress_of(maya).lines
    assert line.note == note


def test_what_is_said_of_hints_is_what_the_dots_show(maya: User, tomasz: Scenario) -> None:
    weeks = [  # so many weeks ago, replies with a hint, met and missed replies without one
        (4, 2, 2, 3),
        (3, 1, 1, 2),
        (2, 2, 1, 2),
        (1, 0, 3, 1),
        (0, 0, 4, 0),
    ]
    for week, aided, met, missed in weeks:
        verdicts = [(True, "met")] * aided + [(False, "met")] * met + [(False, "partly")] * missed
        for hint, verdict in verdicts:
            at = weeks_ago(week)
            make_attempt(maya, tomasz, strong(verdict), aided=hint, created_at=at)
    [line] = progress_of(maya).lines
    assert line.cells[-5:] == ("57", "50", "60", "75", "100")
    assert [dot.open for dot in line.chart.dots] == [False, False, False, True, True]
    assert line.note == "holds when unaided"


def test_own_ratings_stand_beside_scores(maya: User, tomasz: Scenario) -> None:
    for weeks, score in ((8, 40), (8, 40), (4, 60), (0, 84), (0, 84)):
        make_attempt(maya, tomasz, card(score=score), self_rating=3, created_at=weeks_ago(weeks))
    make_attempt(maya, tomasz, card(**ABSTAINED), self_rating=1)
    calibration = progress_of(maya).calibration
    assert calibration is not None
    assert calibration.chart.spoken == (
        "Average by month, out of 100. Jan: you 90, score 40. Feb: you 90, score 60. "
        "Mar: you 90, score 84."
    )
    assert calibration.says == (
        "You tend to think you were nearer than you were, and the gap is closing."
    )


def test_nothing_is_said_of_a_few_ratings(maya: User, tomasz: Scenario) -> None:
    assert progress_of(maya).calibration is None
    make_attempt(maya, tomasz, self_rating=3)
    calibration = progress_of(maya).calibration
    assert calibration is not None
    assert calibration.says == "A few more replies rated before sending, and a pattern may show."


def test_words_for_feelings_gather_in_families(maya: User, tomasz: Scenario) -> None:
    for weeks, word in ((8, "worried"), (0, "scared"), (0, "lonely"), (0, "worried")):
        reply = REPLY.replace("worried", word)
        named = found("names_feeling", "met", 20, 20, reply_spans=[span(reply, word)])
        make_attempt(maya, tomasz, card(criteria=[named]), reply=reply, created_at=weeks_ago(weeks))
    progress = progress_of(maya)
    assert [
        (family.label, [(word.text, word.fresh) for word in family.words])
        for family in progress.families
    ] == [
        ("Fear and worry", [("worried", False), ("scared", True)]),
        ("Loneliness and distance", [("lonely", True)]),
    ]
    assert progress.words == 3


def test_strategies_have_their_share(as_maya: Client, maya: User, tomasz: Scenario) -> None:
    make_attempt(maya, tomasz)
    make_attempt(maya, tomasz, card(criteria=[found("names_feeling", "partly", 20, 5)]))
    rows = {row.label: (row.replies, row.percent, row.bar) for row in progress_of(maya).strategies}
    assert rows == {
        "Paraphrase and summarise": (0, None, 0),
        "Ask open questions": (0, None, 0),
        "Reflect emotions": (2, 50, 60),
    }
    assert "2 replies to 1 client since 11 March 2026" in (
        as_maya.get("/progress/").content.decode()
    )


def test_another_persons_replies_do_not_count(as_maya: Client, ben: User, tomasz: Scenario) -> None:
    make_attempt(ben, tomasz)
    assert "Nothing to show yet." in as_maya.get("/progress/").content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_progress_costs_a_fixed_number_of_queries(
    as_maya: Client,
    maya: User,
    tomasz: Scenario,
    number: int,
    django_assert_num_queries: Callable[[int], Any],
) -> None:
    for _ in range(number):
        make_attempt(maya, tomasz)
    with django_assert_num_queries(5):
        as_maya.get("/progress/")
