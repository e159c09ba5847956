"""For a factor that is rare: the days between one review in which it is found and the next."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from dashboard.course import Course
from dashboard.estimates import FEWEST_GAPS, signals, time_between


@dataclass(frozen=True)
class Gap:
    """The days that went by until the factor was found again.

    Attributes:
        first: first day of the date of the review that ends the gap.
        last: last day of that date: the same, or the end of its month.
        days: since the review before in which it was found.
        rules: the rules of the NHS by which it is a signal.
    """

    first: date
    last: date
    days: int
    rules: tuple[str, ...] = ()


@dataclass(frozen=True)
class Between:
    """The gaps of a factor, with their lines.

    Attributes:
        gaps: in the order of time.
        since: first day of the time that is compared; None if all of it is.
        until: last day of it; None if all of it is.
        centre: days; NaN where there is no gap.
        low: lower limit in days; NaN with fewer than FEWEST_GAPS gaps.
        high: upper limit.
    """

    gaps: tuple[Gap, ...]
    since: date | None
    until: date | None
    centre: float
    low: float
    high: float

    @property
    def has_limits(self) -> bool:
        """Whether there are gaps enough for limits."""
        return len(self.gaps) >= FEWEST_GAPS


def between(dates: pd.DataFrame, course: Course, until: date | None) -> Between:
    """Return the gaps of a factor, in the time that may be compared.

    Gaps would be longer for no reason of practice where the factor could not be found, where its
    definition was another, or where reviews are still to come: that time is left out. Time in which
    no review came out at all is in it, and lengthens them.

    Args:
        dates: rows of `factor_dates.sql` of the factor and appraisal.
        course: its course.
        until: last day of which the reviews are all known; None if it is not known.
    """
    since = _comparable_since(course)
    rows = [(row.found_on.date(), str(row.precision)) for row in dates.itertuples(index=False)]
    kept = [
        (day, _end(day, precision))
        for day, precision in rows
        if (since is None or day >= since) and (until is None or day <= until)
    ]
    lines = time_between([day.toordinal() for day, _ in kept])
    rules = signals(lines.gaps, lines.centre, *_limits(lines.low, lines.high))
    gaps = tuple(
        Gap(first, last, int(days), of_gap)
        for (first, last), days, of_gap in zip(kept[1:], lines.gaps, rules, strict=True)
    )
    return Between(gaps, since, until, lines.centre, lines.low, lines.high)


def _limits(low: float, high: float) -> tuple[float | None, float | None]:
    """Return the limits, or none where there are too few gaps for any."""
    return (None, None) if low != low else (low, high)


def _end(day: date, precision: str) -> date:
    """Return the last day of a date: of its month, where only that is known."""
    if precision == "day":
        return day
    return (pd.Timestamp(day) + pd.offsets.MonthEnd(0)).date()


def _comparable_since(course: Course) -> date | None:
    """Return the day after the last time that cannot be compared, but for what lies at the end."""
    end = course.points[-1].period.place if course.points else 0
    places = [
        one.last for one in course.breaks if one.reason != "no reviews" and one.last < end
    ] + [point.period.place for point in course.points if not point.is_comparable]
    if not places:
        return None
    return course.points[max(places)].period.last + timedelta(days=1)
