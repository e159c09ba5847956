"""Dates are written as precisely as they are known."""

from datetime import date

import pytest

from dashboard.sentences.dates import known


@pytest.mark.parametrize(
    ("first", "precision", "said"),
    [
        (date(2025, 7, 31), "day", "31 July 2025"),
        (date(2025, 7, 1), "month", "July 2025"),
        (date(2025, 10, 1), "quarter", "October to December 2025"),
        (date(2025, 1, 1), "year", "2025"),
        (date(2099, 4, 1), "year", "2099/00"),
        (date(2025, 7, 31), None, "31 July 2025"),
    ],
)
def test_a_date_is_told_as_precisely_as_it_is_known(first, precision, said):
    assert known(first, precision) == said
