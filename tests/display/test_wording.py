"""What is said on screen: days as people say them, and words for everything there is."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from practice.display import wording

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 3, 11, 18, 30, tzinfo=LISBON)  # a Wednesday


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2026, 3, 11, 18, 29, 40), "just now"),
        (datetime(2026, 3, 11, 18, 29), "1 minute ago"),
        (datetime(2026, 3, 11, 17, 45), "45 minutes ago"),
        (datetime(2026, 3, 11, 17, 10), "1 hour ago"),
        (datetime(2026, 3, 11, 0, 5), "18 hours ago"),
        (datetime(2026, 3, 10, 23, 55), "yesterday"),
        (datetime(2026, 3, 9, 9, 0), "on Monday"),
        (datetime(2026, 3, 5, 9, 0), "on Thursday"),
        (datetime(2026, 3, 4, 9, 0), "4 March"),
        (datetime(2025, 12, 31, 9, 0), "31 December 2025"),
    ],
)
def test_days_are_said_as_people_say_them(moment: datetime, said: str) -> None:
    assert wording.relative_day(moment.replace(tzinfo=LISBON), NOW) == said


def test_every_strategy_and_criterion_of_the_rubric_has_its_words() -> None:
    assert set(wording.STRATEGIES) == set(wording.RUBRICS)
    assert set(wording.EXAMPLES) == set(wording.CRITERIA)
