"""Charts over time: where each point stands, where lines break, and that all is said in words."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import pytest

from dashboard import theme
from dashboard.between import between
from dashboard.charts import one_over_time, over_time, points, time_axis, time_between
from dashboard.course import Life, courses
from tests.dashboard.rows_over_time import RARE, SHIFT, STEADY, course, rows

BASIS = "Period of publication"
BEGUN = Life(valid_from=date(2012, 1, 1))


@dataclass(frozen=True)
class Noted:
    """A note, as far as a chart knows it."""

    on: date


@pytest.fixture(params=["light", "dark"])
def mode(request) -> theme.Mode:
    return request.param


def one(found: Any, mode: theme.Mode = "light", noted: Any = ()) -> Any:
    return one_over_time.one_over_time(found, BASIS, mode, noted)


def trace(figure: Any, name: str) -> Any:
    return next((found for found in figure.data if found.name == name), None)


def marks(figure: Any) -> dict[float, float]:
    """Return the height of each point, by its place."""
    return {
        x: y
        for found in figure.data
        if found.mode == "markers" and found.customdata is not None
        for x, y in zip(found.x, found.y, strict=True)
    }


def names_of_lines(figure: Any) -> list[str]:
    """Return the names that stand at the right of the chart."""
    return [found.text[0] for found in figure.data if found.name == "Names of lines"]


def strokes(found: Any) -> list[list[float]]:
    """Return the places that a line joins, a list for each unbroken stretch."""
    joined: list[list[float]] = [[]]
    for x in found.x:
        if x is None:
            joined.append([])
        else:
            joined[-1].append(x)
    return [stretch for stretch in joined if stretch]


def test_each_point_stands_at_its_share_and_carries_its_period(mode):
    figure = one(course("3/10 4/10 9/10"), mode)
    assert marks(figure) == {0: 0.3, 1: 0.4, 2: 0.9}
    data = trace(figure, "Reviews").customdata[1]
    assert list(data) == ["tools", "problem", "2011-01-01", "2011-12-31"]


def test_the_line_breaks_where_nothing_was_assessed_and_at_a_change_of_definition(mode):
    figure = one(course("-/9 -/9 3/10 4/10 . 5/10", BEGUN), mode)
    assert strokes(trace(figure, "Share")) == [[2, 3], [5]]
    used = [(date(2010, 1, 1), "1"), (date(2012, 1, 1), "2")]
    figure = one(course("3/10 3/10 4/10 5/10", Life(version="2"), used), mode)
    assert strokes(trace(figure, "Share")) == [[0], [1, 2, 3]]


def test_each_break_says_why_in_words():
    found = course("-/9 -/9 3/10 4/10 . 5/10 -/4", BEGUN)
    said = [note.text for note in one(found).layout.annotations]
    assert [text.strip("▏▕") for text in said] == [
        "framework not used",
        "not assessed before 1 January 2012",
    ]
    assert points.NO_REVIEWS in one_over_time.key(found)
    used = [(date(2010, 1, 1), "1"), (date(2011, 1, 1), "2")]
    [note] = one(course("3/10 4/10", Life(version="2"), used)).layout.annotations
    assert "definition changed (version 2)" in note.text
    ended = course("3/10 -/9", Life(valid_to=date(2010, 12, 31)))
    [note] = one(ended).layout.annotations
    assert "not assessed after 31 December 2010" in note.text


def test_a_period_without_reviews_has_a_cross_and_no_point(mode):
    figure = one(course("3/10 . 5/10"), mode)
    cross = trace(figure, "No reviews")
    assert (list(cross.x), list(cross.y)) == ([1], [0])
    assert 1 not in marks(figure)


def test_part_and_incomplete_periods_are_hollow_joined_by_no_line_and_said_so(mode):
    found = course("3/10* 4/10 5/10 1/10", incomplete_after=date(2012, 12, 31))
    figure = one(found, mode)
    hollow = trace(figure, "Part or incomplete")
    assert list(hollow.x) == [0, 3]
    assert hollow.marker.color == theme.ground(mode).background
    assert strokes(trace(figure, "Share")) == [[1, 2]]
    assert "part period" in hollow.hovertext[0]
    assert "may be incomplete" in hollow.hovertext[1]
    assert points.HOLLOW in one_over_time.key(found)


def test_a_signal_has_a_shape_of_its_own_and_its_rule_in_words(mode):
    found = course(SHIFT)
    figure = one(found, mode)
    flagged = [t for t in figure.data if t.name in points.RULES.values()]
    assert {t.marker.symbol for t in flagged} <= set(theme.SIGNALS.values())
    assert sum(len(t.x) for t in flagged) == 14
    assert all(t.marker.symbol != theme.POINT for t in flagged)
    key = " ".join(one_over_time.key(found))
    for t in flagged:
        assert f"{points.GLYPHS[t.marker.symbol]} {t.name}" in key


def test_a_p_chart_has_mean_and_limits_and_a_run_chart_a_median_and_says_so(mode):
    chart = one(course(STEADY), mode)
    limits = trace(chart, "Upper limit"), trace(chart, "Lower limit")
    assert all(found is not None for found in limits)
    assert trace(chart, "Middle").y[0] == 0.5
    assert any("mean<br>\u200250%" in text for text in names_of_lines(chart))
    run = one(course("1/10 3/10 8/10"), mode)
    assert trace(run, "Upper limit") is None
    assert trace(run, "Middle").y[0] == 0.3
    assert "median<br>\u200230%" in names_of_lines(run)[0]
    assert any("run chart" in entry for entry in one_over_time.key(course("1/10 3/10")))


def test_limits_stand_only_over_the_periods_that_count():
    found = course("9/10* " + STEADY)
    assert strokes(trace(one(found), "Upper limit"))[0][0] == 0.5
    with_gap = course("5/10 " * 7 + ". " + "5/10 " * 7)
    assert len(strokes(trace(one(with_gap), "Upper limit"))) == 2


def test_one_review_of_one_does_not_stretch_the_scale_and_is_shaped_to_say_so():
    found = course("5/100 6/100 1/1")
    figure = one(found)
    assert figure.layout.yaxis.range[1] < 0.5
    beyond = trace(figure, points.BEYOND)
    assert list(beyond.x) == [2]
    assert "1 of 1 (too few to tell)" in beyond.hovertext[0]
    assert points.BEYOND in one_over_time.key(found)


def test_a_hover_says_n_of_n_and_the_interval_unless_too_few():
    texts = trace(one(course("4/10 2/3")), "Reviews").hovertext
    assert "2010: 4 of 10 (40%)" in texts[0]
    assert "95% interval 17% to 69%" in texts[0]
    assert "2 of 3 (too few to tell)" in texts[1]
    assert "interval" not in texts[1]


def test_notes_are_numbered_lines_at_their_days_and_keep_their_numbers(mode):
    noted = [Noted(date(1999, 1, 1)), Noted(date(2010, 7, 2)), Noted(date(2012, 12, 31))]
    figure = one(course("4/10 5/10 6/10"), mode, noted)
    numbers = trace(figure, "Numbers of notes")
    assert list(numbers.text) == ["<b>2</b>", "<b>3</b>"]
    assert numbers.x[0] == pytest.approx(0, abs=0.01)
    assert 2.49 < numbers.x[1] < 2.5
    assert trace(figure, "Notes").line.width == 1


def test_the_axis_names_few_periods_the_last_among_them_and_says_the_basis():
    layout = one(course("4/10 " * 14)).layout
    assert layout.xaxis.title.text == BASIS
    assert layout.xaxis.ticktext[-1] == "2023"
    assert len(layout.xaxis.ticktext) <= 8
    assert layout.xaxis.range == (-0.5, 13.5)
    assert time_axis.in_lines("Q1 2026/27 (Apr-Jun)") == "Q1<br>2026/27<br>(Apr-Jun)"


def test_several_factors_stand_one_below_the_other_on_the_same_scale(mode):
    table = pd.concat([rows("3/10 6/10"), rows("6/10 3/10", factor="law", label="Law <b>")])
    found = courses(table, {})
    figure = over_time.over_time(found, BASIS, mode)
    at = {
        tuple(data): y
        for t in figure.data
        if t.mode == "markers" and t.customdata is not None
        for data, y in zip([(d[0], d[2][:4]) for d in t.customdata], t.y, strict=True)
    }
    rise = at["tools", "2010"] - at["tools", "2011"]
    assert rise == pytest.approx(at["law", "2011"] - at["law", "2010"])
    assert rise > 0, "a higher share stands higher"
    assert at["tools", "2010"] < at["law", "2011"], "the second factor stands below the first"
    names = trace(figure, "Factors").text
    assert "Tools" in names[0]
    assert "2011: 6 of 10 (60%)" in names[0]
    assert "Law &lt;b&gt;" in names[1]
    assert "the same scale for all" in figure.layout.xaxis.title.text


def test_several_factors_say_their_breaks_beneath_their_names():
    figure = over_time.over_time([course("-/9 -/9 3/10", BEGUN)], BASIS, "light")
    assert "not assessed before 1 January 2012" in trace(figure, "Factors").text[0]
    assert strokes(trace(figure, "Share")) == [[2]]


def test_the_height_follows_the_number_of_factors():
    def height(factors: int) -> int:
        table = pd.concat([rows("3/10 6/10", factor=str(n)) for n in range(factors)])
        return over_time.over_time(courses(table, {}), BASIS, "light").layout.height

    assert height(8) - height(7) == height(3) - height(2)


def test_no_rows_draw_an_empty_chart(mode):
    assert not over_time.over_time([], BASIS, mode).data
    assert over_time.alt_text([], BASIS) == "No factor over time."


def test_the_alternative_texts_tell_what_is_drawn():
    assert over_time.alt_text([course("3/10 6/10")], BASIS) == (
        "Lines with 95% intervals: 1 factor by share of the reviews assessed, 2 periods, by period "
        "of publication. Latest: Tools, 2011: 6 of 10 (60%). No signal of change."
    )
    said = one_over_time.alt_text(course(SHIFT), BASIS)
    assert said.startswith("A p-chart of the share of reviews in which Tools is found, 14 periods")
    assert "7 or more in a row on one side: 2017 to 2023." in said


DAYS = pd.DataFrame(
    {
        "found_on": pd.to_datetime(["2010-01-01", "2010-07-02", "2012-07-01"]),
        "precision": ["day", "day", "month"],
    }
)


def test_for_a_rare_factor_the_days_between_stand_on_the_axis_of_periods(mode):
    found = course(RARE)
    gaps = between(DAYS, found, None)
    figure = time_between.time_between(found, gaps, BASIS, mode, [Noted(date(2011, 1, 1))])
    drawn = trace(figure, "Gaps")
    assert list(drawn.y) == [182, 730]
    assert drawn.x[0] == pytest.approx(0, abs=0.01)
    assert [tuple(data) for data in drawn.customdata] == [
        ("tools", "problem", "2010-07-02", "2010-07-02"),
        ("tools", "problem", "2012-07-01", "2012-07-31"),
    ]
    assert "182 days since it was found before" in drawn.hovertext[0]
    assert list(trace(figure, "Numbers of notes").text) == ["<b>1</b>"]
    assert trace(figure, "Upper limit") is None
    key = time_between.key(found, gaps)
    assert any("the fewer, the more often" in entry for entry in key)
    assert "no limits with fewer than 12 gaps" in key
    assert "The shortest is 182, the longest 730 days." in time_between.alt_text(found, gaps, BASIS)


def test_with_gaps_enough_the_days_between_have_limits_and_signals(mode):
    days = pd.date_range("2010-01-01", periods=14, freq="30D")
    table = pd.DataFrame({"found_on": [*days, pd.Timestamp("2020-01-01")], "precision": "day"})
    jittered = table.assign(
        found_on=[day + pd.Timedelta(days=n % 3) for n, day in enumerate(table["found_on"])]
    )
    found = course(RARE)
    gaps = between(jittered, found, None)
    figure = time_between.time_between(found, gaps, BASIS, mode)
    assert trace(figure, "Upper") is not None
    flagged = trace(figure, points.RULES["outside"])
    assert len(flagged.x) == 1
    assert flagged.marker.symbol == theme.SIGNALS["outside"]


def test_no_mark_is_red_or_green_or_a_hue_of_problem_or_strength(mode):
    allowed = {theme.signal_colour(mode), *vars(theme.ground(mode)).values()}
    figure = one(course("3/10* . " + SHIFT), mode)
    for found in figure.data:
        for colour in (found.marker.color, found.line.color, found.marker.line.color):
            assert colour is None or colour in allowed
