"""Courses for the tests, from counts as text: "3/10" is found in 3 of 10, "-/4" not assessed."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd

from dashboard.course import Course, Life, courses

FIRST_YEAR = 2010


def rows(counts: str, factor: str = "tools", label: str = "Tools", **more: Any) -> pd.DataFrame:
    """Return rows of `factor_by_period.sql`, a calendar year each from 2010 on.

    Args:
        counts: each year's numbers, with spaces between; "." has no reviews; "3/10*" is a part
            period.
        factor: code of the factor.
        label: its name.
        more: other columns.
    """
    table = []
    for year, text in enumerate(counts.split(), start=FIRST_YEAR):
        with_, _, of = text.rstrip("*").partition("/")
        is_assessed = with_ not in (".", "-")
        table.append(
            {
                "factor_id": factor,
                "label": label,
                "layer": None,
                "appraisal": "problem",
                "period_from": pd.Timestamp(year, 1, 1),
                "period_to": pd.Timestamp(year, 12, 31),
                "period": str(year),
                "is_part_period": text.endswith("*"),
                "reviews_with": int(with_) if is_assessed else None,
                "reviews_assessed": int(of) if is_assessed else 0,
                "reviews_selected": int(of) if of else 0,
            }
            | more
        )
    counted = dict.fromkeys(("reviews_with", "reviews_assessed", "reviews_selected"), "Int64")
    return pd.DataFrame(table).astype(counted)


def course(
    counts: str,
    life: Life | None = None,
    used: Iterable[tuple[date, str]] = (),
    incomplete_after: date | None = None,
    *,
    by_publication: bool = True,
    **more: Any,
) -> Course:
    """Return the course of one factor."""
    table = rows(counts, **more)
    lives = {table["factor_id"].iloc[0]: life or Life()}
    [found] = courses(table, lives, used, incomplete_after, by_publication=by_publication)
    return found


STEADY = "5/10 " * 14
SHIFT = "1/10 2/10 1/10 2/10 1/10 2/10 1/10 6/10 7/10 6/10 7/10 6/10 7/10 6/10"
"""Seven years low, then seven high."""
RARE = "1/10 0/10 0/10 0/10 1/10 0/10 0/10 0/10 1/10 0/10 0/10 0/10 1/10 0/10"
