"""Dates as precisely as they are known, and no more."""

from typing import Any

import pandas as pd

from dashboard.sentences.dates import known as in_words


def known(on: Any, precision: str | None) -> str:
    """Return a date in words: "31 July 2025", "July 2025", "April to June 2025" or "2025".

    Args:
        on: its first day, or nothing.
        precision: day, month, quarter or year; a day where it is not said.
    """
    if pd.isna(on):
        return ""
    first: Any = pd.Timestamp(on)
    return in_words(first.date(), precision)


def column(rows: pd.DataFrame, days: str, precisions: str) -> Any:
    """Return a column of dates: real dates where each is a day, words where one is less.

    Args:
        rows: a table.
        days: its column of first days.
        precisions: its column that says how much of each is known.
    """
    precise: Any = rows[precisions]
    if precise.dropna().isin(["day"]).all():
        return rows[days]
    words = [known(on, precision) for on, precision in zip(rows[days], precise, strict=True)]
    return pd.Series(words, index=rows.index, dtype="str")
