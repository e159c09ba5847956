"""Dates in answers: whether one falls within a quarter, and how it stands in a table."""

from typing import Any

import pandas as pd

from dashboard.briefing.quarter import Quarter
from dashboard.sentences.dates import known

YEAR = "year"


def falls_within(quarter: Quarter, first: Any, precision: Any) -> bool | None:
    """Say whether a date falls within a quarter.

    Args:
        quarter: the quarter.
        first: first day of the date, as a question answers it; missing where it is not recorded.
        precision: how much of it is known: day, month, quarter or year.

    Returns:
        None where that cannot be told: the date is not recorded, or known only to its year.
    """
    if pd.isna(first) or precision == YEAR:
        return None
    return quarter.first <= first.date() <= quarter.last


def date_cell(first: Any, precision: Any) -> str:
    """Return a date as precisely as it is known, or that it is not recorded.

    Args:
        first: first day of the date, as a question answers it.
        precision: how much of it is known.
    """
    if pd.isna(first):
        return "Not recorded"
    return known(first.date(), None if pd.isna(precision) else precision)
