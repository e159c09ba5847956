"""Periods of a made-up review: how precisely they are known, and how they are written."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_DAY = date(2017, 4, 1)
LAST_DAY = date(2025, 3, 31)
AS_AT = date(2026, 9, 30)
"""The made-up day on which everything was written down: nothing is dated later."""

DAYS_IN_MONTH = 365.25 / 12


@dataclass(frozen=True)
class Period:
    """A practice period, widened to the days that its precision covers.

    Attributes:
        first_day: its first possible day.
        last_day: its last possible day.
        precision: day, month, quarter or year.
    """

    first_day: date
    last_day: date
    precision: str = "day"

    def texts(self) -> tuple[str, str]:
        """Write its beginning and its end as a board would at that precision."""
        return written(self.first_day, self.precision), written(self.last_day, self.precision)


def known_to(precision: str, first_day: date, last_day: date) -> Period:
    """Widen a period to a precision; to quarters where whole years would leave the eight years."""
    if precision == "day":
        return Period(first_day, last_day)
    if precision == "month":
        return Period(first_day.replace(day=1), _month_end(last_day), precision)
    if precision == "year":
        wide = Period(date(first_day.year, 1, 1), date(last_day.year, 12, 31), precision)
        if wide.first_day >= FIRST_DAY and wide.last_day <= LAST_DAY:
            return wide
    begins = date(first_day.year, first_day.month - (first_day.month - 1) % 3, 1)
    ends = _month_end(date(last_day.year, last_day.month + 2 - (last_day.month - 1) % 3, 1))
    return Period(begins, ends, "quarter")


def written(day: date, precision: str) -> str:
    """Write a day as a board would that knows it to a precision."""
    if precision == "month":
        return f"{calendar.month_name[day.month]} {day.year}"
    if precision == "quarter":
        year, quarter = divmod(day.year * 4 + (day.month - 1) // 3 - 1, 4)
        return f"{year}/{(year + 1) % 100:02d} Q{quarter + 1}"
    return str(day.year) if precision == "year" else day.isoformat()


def after(day: date, days: float) -> date:
    """Find the day so many days later."""
    return day + timedelta(days=round(days))


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
