"""Read a date as people write it, and say how much of it is known.

The day comes before the month, always. Where a text can be read in two ways, no guess is made:
the fault says what to write instead.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Precision = Literal["day", "month", "quarter", "year"]

FIRST_YEAR, LAST_YEAR = 1900, 2099
# Two-digit years from here on are of the last century, as in POSIX.
LAST_CENTURY_FROM = 69
# Day 0 of Excel's calendar, which counts a 29 February 1900 that never was.
EXCEL_DAY_0 = date(1899, 12, 30)
EXCEL_DAYS = range(20_000, 80_001)

WHAT_TO_WRITE = (
    "Write it as 03/09/2018, September 2018, 2018, 2018/19 or 2018/19 Q2, "
    "or leave the cell blank if it is not known."
)
# Not from `calendar`, whose names follow the language that the computer is set to.
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTHS = {
    **{name.lower(): number for number, name in enumerate(MONTH_NAMES, start=1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, start=1)},
    "sept": 9,
}


@dataclass(frozen=True)
class ReadDate:
    """What a text says of a date: the span of days it stands for, or why it cannot be told.

    A date falls into a period only if its whole span does.

    Attributes:
        first_day: the first day it can be; None where there is a fault.
        last_day: the last day it can be, included; None where there is a fault.
        precision: how much of the date is known; None where there is a fault.
        fault: what the text is instead of a date, and what to write, to be said after the text
            itself; None where the date could be read.
    """

    first_day: date | None = None
    last_day: date | None = None
    precision: Precision | None = None
    fault: str | None = None


class _Unclear(Exception):
    """The text has the shape of a date, but does not name one."""


def read_date(text: str) -> ReadDate:
    """Read one date, month, quarter or year.

    Args:
        text: what stands in the cell; spaces around it, capitals and kinds of dash do not matter.

    Returns:
        The span of days, or the fault.
    """
    plain = re.sub(r"[\u2010-\u2015\u2212]", "-", " ".join(text.split())).lower().rstrip(".,")
    for shape, read in _SHAPES:
        if found := shape.fullmatch(plain):
            try:
                return read(**found.groupdict())
            except _Unclear as unclear:
                return ReadDate(fault=str(unclear))
    return ReadDate(fault=f"is not a date. {WHAT_TO_WRITE}")


def _day(day: str, month: str, year: str) -> ReadDate:
    day_number, month_number, year_number = int(day), _month_number(month), _year_number(year)
    if month_number > 12 and day_number <= 12:
        raise _Unclear(
            f"is not a date, because there is no month {month_number}. The day comes first: "
            f"write {month_number:02}/{day_number:02}/{year_number} if that is what is meant."
        )
    if not 1 <= month_number <= 12:
        raise _Unclear(f"is not a date, because there is no month {month_number}. {WHAT_TO_WRITE}")
    days = monthrange(year_number, month_number)[1]
    if not 1 <= day_number <= days:
        raise _Unclear(
            f"is not a date, because {MONTH_NAMES[month_number - 1]} {year_number} has {days} days."
            " Write the day that is meant, or the month alone."
        )
    only_day = date(year_number, month_number, day_number)
    return ReadDate(only_day, only_day, "day")


def _day_of_iso(day: str, month: str, year: str, mark: str) -> ReadDate:
    if int(month) > 12 and int(day) <= 12:
        raise _Unclear(
            f"is not a date, because there is no month {month}. "
            f"Write {year}-{day:0>2}-{month} if that is what is meant."
        )
    return _day(day, month, year)


def _month(month: str, year: str) -> ReadDate:
    month_number, year_number = _month_number(month), _year_number(year)
    if not 1 <= month_number <= 12:
        raise _Unclear(f"is not a month, because there is no month {month_number}. {WHAT_TO_WRITE}")
    days = monthrange(year_number, month_number)[1]
    return ReadDate(
        date(year_number, month_number, 1), date(year_number, month_number, days), "month"
    )


def _year(year: str) -> ReadDate:
    number = _year_number(year)
    return ReadDate(date(number, 1, 1), date(number, 12, 31), "year")


def _years(year: str, next_year: str, dash: str) -> ReadDate:
    """Read "2018/19", and "2018-19", which may also have the shape of a month: "2009-10"."""
    follows = _follows(year, next_year)
    if dash == "-" and len(next_year) == 2 and 1 <= int(next_year) <= 12:
        if follows:
            month = MONTH_NAMES[int(next_year) - 1]
            raise _Unclear(
                "can be a month or a financial year. "
                f'Write "{month} {year}" or "{year}/{next_year}".'
            )
        return _month(next_year, year)
    return _financial_year(year, next_year)


def _financial_year(year: str, next_year: str) -> ReadDate:
    start = _year_number(year)
    if not _follows(year, next_year):
        raise _Unclear(
            f"is not a financial year, because {_label(start)} is the one that begins in {start}. "
            "Write one year or one date; a longer time needs its first and its last date."
        )
    return ReadDate(date(start, 4, 1), date(start + 1, 3, 31), "year")


def _financial_quarter(quarter: str, year: str, next_year: str) -> ReadDate:
    start = _financial_year(year, next_year).first_day
    assert start is not None
    return _three_months(start.year, 3 * int(quarter) + 1)


def _three_months(year: int, month: int) -> ReadDate:
    """Give the quarter that begins in a month, counted on from January of a year (13: the next)."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last = date(year, month + 2, monthrange(year, month + 2)[1])
    return ReadDate(date(year, month, 1), last, "quarter")


def _quarter_of_one_year(quarter: str, year: str) -> ReadDate:
    number, start = int(quarter), _year_number(year)
    calendar_label = f"{_label(start)} Q{number - 1}" if number > 1 else f"{_label(start - 1)} Q4"
    raise _Unclear(
        "can be a quarter of the financial year or of the calendar year. Write "
        f'"{_label(start)} Q{number}" for {_months(3 * number + 1, start)}, '
        f'or "{calendar_label}" for {_months(3 * number - 2, start)}.'
    )


def _months(month: int, year: int) -> str:
    span = _three_months(year, month)
    assert span.first_day is not None
    assert span.last_day is not None
    first, last = MONTH_NAMES[span.first_day.month - 1], MONTH_NAMES[span.last_day.month - 1]
    return f"{first} to {last} {span.last_day.year}"


def _one_financial_year(year: str) -> ReadDate:
    end = _year_number(year)
    raise _Unclear(
        "can be the financial year that begins or the one that ends then. "
        f'Write "{_label(end - 1)}" or "{_label(end)}".'
    )


def _two_short_years(year: str, next_year: str) -> ReadDate:
    if not _follows(year, next_year):
        raise _Unclear(f"is not a date, because it has no year. {WHAT_TO_WRITE}")
    raise _Unclear(
        "can be a day and a month or a financial year. "
        f'Write the year in full: "{_label(_year_number(year))}".'
    )


def _excel_day(serial: str) -> ReadDate:
    if int(serial) not in EXCEL_DAYS:
        raise _Unclear(f"is not a date, nor the number of a day in Excel. {WHAT_TO_WRITE}")
    only_day = EXCEL_DAY_0 + timedelta(days=int(serial))
    return ReadDate(only_day, only_day, "day")


def _season(season: str, year: str) -> ReadDate:
    raise _Unclear(
        "is a season, whose first and last day are not fixed. "
        f'Write a month of {year}, or "{year}".'
    )


def _about(year: str) -> ReadDate:
    raise _Unclear(
        f'is only about a year. Write "{year}" if it was in {year}; otherwise leave the cell blank.'
    )


def _day_and_month(day: str, month: str) -> ReadDate:
    raise _Unclear(f"has no year. {WHAT_TO_WRITE}")


def _month_number(month: str) -> int:
    return int(month) if month.isdigit() else MONTHS[month]


def _year_number(year: str) -> int:
    number = int(year)
    if len(year) == 2:
        number += 1900 if number >= LAST_CENTURY_FROM else 2000
    if not FIRST_YEAR <= number <= LAST_YEAR:
        raise _Unclear(
            f"has the year {year}, which is not between {FIRST_YEAR} and {LAST_YEAR}. "
            "Write the year that is meant."
        )
    return number


def _follows(year: str, next_year: str) -> bool:
    following = _year_number(year) + 1
    return int(next_year) == (following if len(next_year) == 4 else following % 100)


def _label(start: int) -> str:
    return f"{start}/{(start + 1) % 100:02}"


# The pieces that the shapes are made of; \d alone would take the digits of every script.
_D = r"(?P<day>[0-9]{1,2})"
_M = r"(?P<month>[0-9]{1,2})"
_NAME = rf"(?P<month>{'|'.join(MONTHS)})\.?"
_Y = r"(?P<year>[0-9]{4}|[0-9]{2})"
_YYYY = r"(?P<year>[0-9]{4})"
_TIME = (
    r"(?:(?:t| |, )[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?[ap]m)?"
    r"(?:z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_Q = r"(?:q|qtr |quarter )(?P<quarter>[1-4])"
_YEARS = r"(?:fy ?)?(?P<year>[0-9]{4}|[0-9]{2})[/-](?P<next_year>[0-9]{4}|[0-9]{2})"
_BETWEEN = r"(?: ?[,-] ?| )"

_SHAPES: list[tuple[re.Pattern[str], Callable[..., ReadDate]]] = [
    (re.compile(shape), read)
    for shape, read in [
        (rf"{_D}(?P<mark>[/.-]){_M}(?P=mark){_Y}{_TIME}", lambda mark, **of: _day(**of)),
        (rf"{_YYYY}(?P<mark>[/-]){_M}(?P=mark){_D}{_TIME}", _day_of_iso),
        (r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})", _day),
        (rf"{_D}(?:st|nd|rd|th)?(?: of)?[ -]?{_NAME}[ ,-]{{1,2}}{_Y}{_TIME}", _day),
        (rf"{_NAME} {_D}(?:st|nd|rd|th)?,? {_YYYY}{_TIME}", _day),
        (rf"{_NAME}[ ,-]{{0,2}}{_Y}", _month),
        (rf"{_YYYY}[ -]{_NAME}", _month),
        (rf"{_M}[/.-]{_YYYY}", _month),
        (r"(?P<year>[0-9]{4})(?P<dash>[/-])(?P<next_year>[0-9]{4}|[0-9]{2})", _years),
        (r"(?P<year>[0-9]{4})-(?P<month>[0-9])", _month),
        (
            r"fy ?(?P<year>[0-9]{4}|[0-9]{2})[/-](?P<next_year>[0-9]{4}|[0-9]{2})",
            _financial_year,
        ),
        (rf"{_YEARS}{_BETWEEN}{_Q}", _financial_quarter),
        (rf"{_Q}{_BETWEEN}{_YEARS}", _financial_quarter),
        (rf"(?:fy ?)?{_Y}{_BETWEEN}{_Q}", _quarter_of_one_year),
        (rf"{_Q}{_BETWEEN}(?:fy ?)?{_Y}", _quarter_of_one_year),
        (rf"fy ?{_Y}", _one_financial_year),
        (r"(?P<year>[0-9]{2})[/-](?P<next_year>[0-9]{2})", _two_short_years),
        (_YYYY, _year),
        (r"(?P<serial>[0-9]{5})(?:\.[0-9]+)?", _excel_day),
        (rf"(?P<season>spring|summer|autumn|winter),? {_YYYY}", _season),
        (
            rf"(?:c\.? ?|ca\.? |circa |about |around |approx\.? |approximately |early |mid[ -]"
            rf"|late |before |after |by ){_YYYY}|(?P<year_asked>[0-9]{{4}}) ?\?",
            lambda year, year_asked: _about(year or year_asked),
        ),
        (rf"{_D}(?:st|nd|rd|th)?[ -]?{_NAME}", _day_and_month),
    ]
]
