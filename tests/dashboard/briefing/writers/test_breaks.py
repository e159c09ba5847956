"""How many rows stay together at either end of a table that is broken."""

import pytest

from dashboard.briefing.writers.breaks import together, together_within


@pytest.mark.parametrize(
    ("rows", "few"), [(0, 0), (1, 0), (2, 1), (3, 1), (5, 2), (7, 3), (8, 4), (90, 4)]
)
def test_four_rows_stay_together_or_half_of_fewer_than_eight(rows, few):
    assert together(rows) == few


@pytest.mark.parametrize(
    ("rows", "high", "few"),
    [(9, 20, 4), (9, 70, 3), (9, 110, 2), (9, 500, 1), (1, 20, 1), (0, 20, 0)],
)
def test_fewer_rows_stay_together_where_they_are_high(rows, high, few):
    assert together_within(rows, 220, lambda number: number * high) == few
