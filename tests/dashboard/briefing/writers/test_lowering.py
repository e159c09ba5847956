"""Columns give way to one another where that makes their table lower, and only there."""

import pytest

from dashboard.briefing.writers.lowering import lowered


def lines(*letters):
    """Return what counts the lines of one row, whose cells have so many points of letters."""

    def high(within):
        return max(-(-long // width) for long, width in zip(letters, within, strict=True))

    return high


def test_room_that_is_free_goes_to_what_breaks_its_lines_and_no_more_of_it():
    shared = lowered([100, 100], [20, 20], [0, 1], lines(30, 110))
    assert shared == [84, 116]


def test_nothing_is_moved_where_that_makes_no_table_lower():
    assert lowered([100, 100], [20, 20], [0, 1], lines(90, 95)) == [100, 100]


def test_no_column_gives_more_than_it_needs_at_least():
    assert lowered([100, 100], [95, 20], [0, 1], lines(30, 110)) == [100, 100]


def test_columns_of_one_kind_stay_equally_wide():
    first, second, third = lowered([100, 100, 100], [20] * 3, [0, 0, 2], lines(30, 30, 110))
    assert first == second < 100
    assert first + second + third == pytest.approx(300)
