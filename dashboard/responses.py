"""The rows of `response_status.sql`, as values with types."""

from datetime import date
from typing import Any, NamedTuple

import pandas as pd

from dashboard.estimates import is_too_few, with_interval
from dashboard.sentences.counts import NOT_RECORDED

PENDING = "pending"
"""The status of reviews that still have time to be answered."""


class Responded(NamedTuple):
    """How many reviews of one group have one response status."""

    group_id: str  # empty: not recorded, or all reviews together
    group: str
    is_one_body: bool  # of an agency or sector: whether its name stands for just one
    first: date | None  # of a period: its first day
    last: date | None
    is_part: bool
    status: str
    label: str
    reviews_with: int | None  # None: of no review of the group is a status recorded
    reviews_recorded: int | None  # None: in how many an agency was involved is not recorded
    reviews_selected: int
    share: float  # 0 to 1; NaN where there is no denominator
    share_low: float
    share_high: float
    is_open: bool  # whether some reviews of the group still have time to be answered

    @property
    def is_told(self) -> bool:
        """Whether there are reviews enough to give a share."""
        return bool(self.reviews_recorded) and not is_too_few(self.reviews_recorded or 0)


def judged(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with their shares and intervals.

    Args:
        rows: rows of `response_status.sql`.
    """
    shares = with_interval(rows.assign(reviews_assessed=rows["reviews_recorded"]))
    return shares.drop(columns="reviews_assessed")


def responded(rows: pd.DataFrame) -> list[Responded]:
    """Return the rows as values, whichever way pandas holds what is missing.

    Args:
        rows: what `judged` gives.
    """
    ids, statuses = _texts(rows["group_id"]), rows["status"].tolist()
    found = _counts(rows["reviews_with"])
    pending = {
        group
        for group, status, number in zip(ids, statuses, found, strict=True)
        if status == PENDING and number
    }
    columns = (
        ids,
        [text or NOT_RECORDED for text in _texts(rows["group_label"])],
        [value is not False for value in _values(rows["is_one_body"])],
        [day and day.date() for day in _values(rows["period_from"])],
        [day and day.date() for day in _values(rows["period_to"])],
        [bool(value) for value in _values(rows["is_part_period"])],
        statuses,
        rows["status_label"].tolist(),
        found,
        _counts(rows["reviews_recorded"]),
        rows["reviews_selected"].astype(int).tolist(),
        *(rows[name].astype(float).tolist() for name in ("share", "share_low", "share_high")),
        [group in pending for group in ids],
    )
    return [Responded(*row) for row in zip(*columns, strict=True)]


def _values(column: Any) -> list[Any]:
    """Return the values of a column, None where one is missing."""
    missing = column.isna().tolist()
    return [None if no else value for value, no in zip(column, missing, strict=True)]


def _texts(column: Any) -> list[str]:
    """Return the texts of a column, empty where one is missing."""
    return [value or "" for value in _values(column)]


def _counts(column: Any) -> list[int | None]:
    """Return the counts of a column, None where one is missing."""
    return [None if value is None else int(value) for value in _values(column)]
