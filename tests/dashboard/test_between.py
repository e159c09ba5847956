"""For a rare factor, the days until it was found again."""

from datetime import date, timedelta

import pandas as pd

from dashboard.between import between
from dashboard.course import Life
from dashboard.estimates import FEWEST_GAPS
from tests.dashboard.rows_over_time import RARE, course


def dates(*days: str, precision: str = "day") -> pd.DataFrame:
    """Return rows of `factor_dates.sql`."""
    return pd.DataFrame(
        {"found_on": pd.to_datetime(list(days)), "precision": [precision] * len(days)}
    )


def test_a_gap_is_the_days_since_the_review_before():
    found = between(dates("2011-01-01", "2011-01-31", "2011-01-31"), course(RARE), None)
    assert [(gap.days, gap.first) for gap in found.gaps] == [
        (30, date(2011, 1, 31)),
        (0, date(2011, 1, 31)),
    ]
    assert not found.has_limits
    assert found.low != found.low


def test_a_month_lasts_to_its_end():
    found = between(dates("2011-01-01", "2011-02-01", precision="month"), course(RARE), None)
    assert [(gap.first, gap.last) for gap in found.gaps] == [(date(2011, 2, 1), date(2011, 2, 28))]


def test_time_that_is_not_fully_known_is_left_out():
    found = between(dates("2011-01-01", "2012-01-01", "2013-01-01"), course(RARE), date(2012, 6, 1))
    assert [gap.days for gap in found.gaps] == [365]


def test_time_before_a_factor_was_assessed_or_under_another_definition_is_left_out():
    days = dates("2010-05-01", "2012-03-01", "2012-03-11")
    began = course("-/9 -/9 " + RARE, Life(valid_from=date(2012, 1, 1)))
    assert [gap.days for gap in between(days, began, None).gaps] == [10]
    used = [(date(2011, 1, 1), "1"), (date(2012, 1, 1), "2")]
    changed = course(RARE, Life(version="2"), used)
    found = between(days, changed, None)
    assert (found.since, [gap.days for gap in found.gaps]) == (date(2012, 1, 1), [10])


def test_a_retired_factor_is_still_compared_within_its_life():
    ended = course("1/9 1/9 -/9", Life(valid_to=date(2011, 12, 31)))
    found = between(dates("2010-05-01", "2010-05-31"), ended, None)
    assert [gap.days for gap in found.gaps] == [30]


def test_with_gaps_enough_there_are_limits_and_one_far_beyond_them_is_a_signal():
    start = date(2010, 1, 1)
    steps = [30, 28, 33, 29, 31, 30, 27, 32, 30, 29, 31, 30, 2000]
    days = [start]
    for step in steps:
        days.append(days[-1] + timedelta(days=step))
    found = between(dates(*map(str, days)), course(RARE), None)
    assert len(found.gaps) == FEWEST_GAPS + 1
    assert found.has_limits
    assert found.low < found.centre < found.high
    assert found.gaps[-1].rules[:1] == ("outside",)


def test_without_dates_there_are_no_gaps():
    assert between(dates(), course(RARE), None).gaps == ()
    assert between(dates("2011-01-01"), course(RARE), None).gaps == ()
