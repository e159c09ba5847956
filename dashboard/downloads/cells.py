"""The cells of a table as plain Python values, whichever way pandas holds them."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd

SEPARATOR = " | "
"""Between the values of a cell that holds several; no label contains it."""


def plain_rows(table: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """Yield each row as text, bool, int, float, date, datetime, or None where nothing stands."""
    columns = [[plain(value) for value in column.tolist()] for _, column in table.items()]
    return zip(*columns, strict=True)


def plain(value: Any) -> Any:
    """Return one value in the plainest form that keeps its meaning.

    Args:
        value: what a cell of a data frame holds. A list becomes text with " | " between its values,
            a day without a time becomes a date, and every kind of "missing" becomes None.
    """
    if isinstance(value, (list, tuple, set, np.ndarray)):
        return SEPARATOR.join(str(plain(one)) for one in value)
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return None
    if isinstance(value, (pd.Timestamp, datetime)):
        return _day_or_moment(value)
    if isinstance(value, np.generic):
        return value.item()
    return value if isinstance(value, (str, bool, int, float, date)) else str(value)


def _day_or_moment(value: datetime) -> date | datetime:
    """Return midnight as a day: a database's dates arrive as such."""
    moment = value.to_pydatetime() if isinstance(value, pd.Timestamp) else value
    if moment.time() == moment.min.time() and moment.tzinfo is None:
        return moment.date()
    return moment
