"""Which periods may be compared, which chart fits, and which points are signals."""

from datetime import date

import pandas as pd
import pytest

from dashboard import versions
from dashboard.course import Break, Life, courses, months_before
from tests.dashboard.rows_over_time import RARE, SHIFT, STEADY, course, rows

BEGUN = Life(valid_from=date(2012, 1, 1))
RULES = ("outside", "shift", "trend", "two of three")


def signals(counts: str) -> list[tuple[str, str, str, bool]]:
    """Return each signal of a course: rule, first and last period, whether above or rising."""
    return [
        (one.rule, one.points[0].period.name, one.points[-1].period.name, one.is_above)
        for one in course(counts).signals()
    ]


def test_from_twelve_whole_periods_on_a_p_chart_and_below_a_run_chart():
    assert course("5/10 " * 12).kind == "p-chart"
    run = course("5/10 " * 10 + "2/10")
    assert (run.kind, run.limits, run.centre) == ("run chart", None, 0.5)


def test_a_period_with_too_few_reviews_is_in_the_mean_and_is_no_signal():
    few = course("48/100 56/100 " * 6 + "4/4 " * 7)
    assert few.kind == "p-chart"
    assert few.centre == (6 * 104 + 28) / 1228
    assert few.signals() == []
    enough = course("48/100 56/100 " * 6 + "5/5 " * 7)
    assert ("shift", 8) in [(one.rule, len(one.points)) for one in enough.signals()]


def test_periods_with_too_few_reviews_do_not_make_a_p_chart():
    assert course("2/4 " * 20).kind == "run chart"
    assert course("2/4 " * 20 + "5/10 " * 11).kind == "run chart"
    assert course("2/4 " * 20 + "5/10 " * 12).kind == "p-chart"


def test_a_rare_factor_is_charted_by_the_days_between_and_bears_no_rule():
    rare = course(RARE)
    assert rare.kind == "time between"
    assert rare.signals() == []


def test_part_and_incomplete_periods_count_towards_no_middle_limit_or_rule():
    whole = course(STEADY)
    mixed = course("10/10* " + STEADY + "0/10 0/10", incomplete_after=date(2024, 12, 31))
    assert [point.is_part for point in mixed.points[:2]] == [True, False]
    assert [point.may_be_incomplete for point in mixed.points[-3:]] == [False, True, True]
    assert len(mixed.counted) == len(whole.counted) == 14
    assert mixed.centre == whole.centre
    assert mixed.signals() == []


def test_a_period_that_ends_on_the_last_known_day_is_complete():
    found = course("5/10 5/10", incomplete_after=date(2010, 12, 31))
    assert [point.may_be_incomplete for point in found.points] == [False, True]


def test_no_line_runs_through_a_period_without_reviews_or_before_a_factor_began():
    found = course("-/9 . 3/10 4/10 . 5/10 -/4 6/10", BEGUN)
    assert found.breaks == (
        Break(0, 1, "before it began", date(2012, 1, 1)),
        Break(4, 4, "no reviews"),
        Break(6, 6, "not assessed"),
    )
    lines = [[point.period.name for point in stretch] for stretch in found.stretches()]
    assert lines == [["2012", "2013"], ["2015"], ["2017"]]


def test_no_line_runs_to_a_part_or_incomplete_period():
    found = course("5/10* 5/10 5/10 5/10", incomplete_after=date(2012, 12, 31))
    lines = [[point.period.name for point in stretch] for stretch in found.stretches()]
    assert lines == [["2011", "2012"]]


def test_a_factor_that_ended_is_not_assessed_after_it_ended():
    found = course("3/10 -/9 .", Life(valid_to=date(2010, 12, 31)))
    assert found.breaks == (Break(1, 2, "after it ended", date(2010, 12, 31)),)


def test_by_publication_a_period_within_which_a_factor_began_or_ended_is_a_part_period():
    life = Life(valid_from=date(2010, 4, 1), valid_to=date(2012, 3, 31))
    parts = [point.is_part for point in course("1/3 2/10 3/9", life).points]
    assert parts == [True, False, True]
    by_practice = course("1/3 2/10 3/9", life, by_publication=False)
    assert not any(point.is_part for point in by_practice.points)
    edges = Life(valid_from=date(2010, 1, 1), valid_to=date(2012, 12, 31))
    assert not any(point.is_part for point in course("1/3 2/10 3/9", edges).points)


NEW = Life(version="1.10")


def test_no_line_runs_through_a_change_of_definition_and_only_what_follows_is_compared():
    used = [(date(2010, 1, 1), "1.9"), (date(2011, 1, 1), "1.10"), (date(2012, 1, 1), "1.11")]
    found = course("3/10 4/10 5/10", NEW, used)
    assert found.changes == (1,)
    assert [point.is_comparable for point in found.points] == [False, True, True]
    assert [len(stretch) for stretch in found.stretches()] == [1, 2]
    assert found.centre == 0.45


def test_a_period_with_codings_of_both_definitions_is_not_compared():
    used = [(date(2010, 1, 1), "1.10"), (date(2011, 1, 1), "1.9"), (date(2011, 1, 1), "1.10")]
    found = course("3/10 4/10 5/10", NEW, used)
    assert [point.is_comparable for point in found.points] == [True, False, True]
    assert found.changes == (1, 2)


@pytest.mark.parametrize("used", [[], [(date(2010, 1, 1), "1.10")], [(date(2010, 1, 1), "1.9")]])
def test_where_versions_do_not_differ_or_are_not_recorded_nothing_is_assumed(used):
    found = course("3/10 4/10 5/10", NEW, used)
    assert found.changes == ()
    assert all(point.is_comparable for point in found.points)


def test_versions_are_compared_as_versions():
    written = ["1.10", "2", "1.9", "v1.9.1", "1"]
    assert sorted(written, key=versions.order) == ["1", "1.9", "v1.9.1", "1.10", "2"]
    assert versions.order("1.0") == versions.order("1")
    assert versions.order("v2") == versions.order("2.0")


def test_a_shift_is_one_signal_of_all_its_points():
    found = [one for one in signals(SHIFT) if one[0] == "shift"]
    assert found == [("shift", "2010", "2016", False), ("shift", "2017", "2023", True)]


def test_a_trend_rises_or_falls_and_turns_into_another():
    up = "10/100 15/100 20/100 25/100 30/100 35/100 40/100"
    down = "35/100 30/100 25/100 20/100 15/100 10/100"
    found = [one for one in signals(f"{up} {down}") if one[0] == "trend"]
    assert found == [("trend", "2010", "2016", True), ("trend", "2016", "2022", False)]


def test_a_point_outside_the_limits_is_a_signal_and_steady_points_are_none():
    assert signals(STEADY) == []
    found = signals("50/100 " * 13 + "90/100")
    assert ("outside", "2023", "2023", True) in found


def test_the_latest_number_is_of_the_latest_whole_period():
    found = course("5/10 6/10 1/10", incomplete_after=date(2011, 12, 31))
    assert found.latest
    assert found.latest.period.name == "2011"
    part = course("5/10*")
    assert part.latest
    assert part.latest.is_part
    assert course("-/4 .").latest is None


def test_reviews_in_no_period_stand_on_no_axis():
    table = rows("1/2 3/4")
    table.loc[1, ["period_from", "period_to"]] = pd.NaT
    [found] = courses(table, {})
    assert len(found.points) == 1
    assert courses(table.iloc[1:], {}) == []


def test_months_are_counted_back_by_the_calendar():
    assert months_before(date(2026, 9, 30), 24) == date(2024, 9, 30)
    assert months_before(date(2024, 3, 31), 1) == date(2024, 2, 29)
