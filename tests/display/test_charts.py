"""Where dots and lines stand, and that charts say the same in words."""

from __future__ import annotations

from datetime import date, timedelta

from practice.display.charts import Day, bar_width, gauge_chart, line_chart, week_chart

THURSDAY = date(2026, 3, 5)


def days(*counts: tuple[int, int]) -> list[Day]:
    return [Day(THURSDAY + timedelta(days=i), met, other) for i, (met, other) in enumerate(counts)]


def test_a_week_has_a_dot_a_reply_and_says_so() -> None:
    chart = week_chart(days((2, 1), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (1, 0)))
    assert [(dot.x, dot.met) for dot in chart.dots] == [
        (22, True), (22, True), (22, False), (298, True),
    ]  # fmt: skip
    assert [label.text for label in chart.labels] == [
        "Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Today",
    ]  # fmt: skip
    assert chart.spoken == (
        "Did what the task was for: Thursday 2 of 3, Friday none written, Saturday none written, "
        "Sunday none written, Monday none written, Tuesday none written, today 1 of 1."
    )


def test_a_full_day_stays_inside_the_drawing() -> None:
    chart = week_chart(days(*[(40, 20)] * 7))
    assert min(dot.y - chart.radius for dot in chart.dots) >= 0
    assert chart.height < 230


def test_a_line_goes_from_none_at_the_bottom_to_all_at_the_top_with_gaps() -> None:
    chart = line_chart([0, 1, None, 0.5], [True, False, True, True])
    assert chart.paths == ("M8.0 62.0L89.3 8.0",)
    assert [(dot.x, dot.y, dot.open, dot.last) for dot in chart.dots] == [
        (8.0, 62.0, True, False), (89.3, 8.0, False, False), (252.0, 35.0, True, True),
    ]  # fmt: skip


def test_a_line_without_any_week_is_empty() -> None:
    chart = line_chart([None, None], [True, True])
    assert (chart.paths, chart.dots) == ((), ())


def test_a_gauge_keeps_its_dots_on_the_scale() -> None:
    chart = gauge_chart([("March", 90, 12)])
    assert (chart.rows[0].mine_x, chart.rows[0].score_x) == (311.8, 70.0)
    assert chart.spoken == "Average by month, out of 100. March: you 90, score 12."


def test_a_bar_is_as_long_as_its_share() -> None:
    assert [bar_width(share) for share in (0, 0.5, 1)] == [0, 60, 120]
