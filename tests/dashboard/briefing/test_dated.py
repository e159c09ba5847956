"""Dates in answers, beside a quarter."""

import pandas as pd
import pytest

from dashboard.briefing.dated import date_cell, falls_within
from dashboard.briefing.quarter import Quarter

Q2 = Quarter(2024, 2)  # July to September 2024


@pytest.mark.parametrize(
    ("first", "precision", "is_within"),
    [
        ("2024-06-30", "day", False),
        ("2024-07-01", "day", True),
        ("2024-09-30", "day", True),
        ("2024-10-01", "day", False),
        ("2024-09-01", "month", True),
        ("2024-07-01", "quarter", True),
        ("2024-04-01", "quarter", False),
        ("2024-07-01", "year", None),
        (None, None, None),
    ],
)
def test_a_date_falls_within_a_quarter_and_one_of_a_year_in_none(first, precision, is_within):
    assert (
        falls_within(Q2, pd.NaT if first is None else pd.Timestamp(first), precision) is is_within
    )


def test_a_date_is_told_as_precisely_as_it_is_known():
    assert date_cell(pd.Timestamp("2024-07-01"), "day") == "1 July 2024"
    assert date_cell(pd.Timestamp("2024-07-01"), "month") == "July 2024"
    assert date_cell(pd.Timestamp("2024-07-01"), float("nan")) == "1 July 2024"
    assert date_cell(pd.NaT, None) == "Not recorded"
