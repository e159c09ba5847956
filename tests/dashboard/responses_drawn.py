"""Rows of response statuses, as the charts and sentences are given them."""

from datetime import date

import pandas as pd

from dashboard.responses import Responded, judged, responded

COLUMNS = (
    *("group_id", "group_label", "is_one_body", "period_from", "period_to", "is_part_period"),
    *("status", "status_label", "reviews_with", "reviews_recorded", "reviews_selected"),
)


def drawn(*rows: tuple) -> list[Responded]:
    """Return rows of `response_status.sql`, judged, as values: each in the order of its columns."""
    table = pd.DataFrame(list(rows), columns=list(COLUMNS))
    for name in ("period_from", "period_to"):
        table[name] = pd.to_datetime(table[name])
    for name in ("reviews_with", "reviews_recorded"):
        table[name] = table[name].astype("Int64")
    return responded(judged(table))


def agency(code: str, found: int | None, of: int | None, selected: int = 0) -> tuple:
    """Return a row of an agency, of those overdue."""
    bare = (code, f"Agency <{code}>", True, None, None, None)
    return (*bare, "overdue", "Overdue", found, of, selected or of or 0)


def year(number: int, status: str, found: int | None, of: int, *, is_part: bool = False) -> tuple:
    """Return a row of a calendar year."""
    first, last = date(number, 1, 1), date(number, 12, 31)
    bare = (first.isoformat(), str(number), None, first, last, is_part)
    return (*bare, status, status.capitalize(), found, of, of)


def together(status: str, found: int, of: int, selected: int) -> tuple:
    """Return a row of all reviews together."""
    bare = (None, None, None, None, None, None)
    return (*bare, status, status.capitalize(), found, of, selected)
