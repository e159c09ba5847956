"""Dates and periods, worked out a second time."""

from collections.abc import Iterator
from datetime import date, timedelta

Span = tuple[date, date]

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
QUARTER_STARTS = {"Q1": 4, "Q2": 7, "Q3": 10, "Q4": 1}


def span_of(text: str) -> Span | None:
    """Read the days that a date stands for, in the few forms that the random tables use."""
    if not text:
        return None
    if text[-2:] in QUARTER_STARTS:  # 2018/19 Q4
        year = int(text[:4]) + (text[-2:] == "Q4")
        return quarter_from(date(year, QUARTER_STARTS[text[-2:]], 1))
    if text.count("/") == 1:  # 2018/19
        return date(int(text[:4]), 4, 1), date(int(text[:4]) + 1, 3, 31)
    if text.count("/") == 2:  # 31/03/2018
        day, month, year = text.split("/")
        only_day = date(int(year), int(month), int(day))
        return only_day, only_day
    if "-" in text:  # 2018-03-31
        return date.fromisoformat(text), date.fromisoformat(text)
    if " " in text:  # March 2018
        name, year = text.split(" ")
        first = date(int(year), MONTHS.index(name) + 1, 1)
        return first, month_after(first) - timedelta(days=1)
    return date(int(text), 1, 1), date(int(text), 12, 31)


def month_after(day: date) -> date:
    """Give the first day of the next month."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def quarter_from(first: date) -> Span:
    """Give the three months that begin on a day."""
    return first, month_after(month_after(month_after(first))) - timedelta(days=1)


def periods(kind: str) -> Iterator[tuple[date, date, str]]:
    """List every period of a kind that the random dates can fall into, with its name."""
    for year in range(2005, 2035):
        financial_year = f"{year}/{(year + 1) % 100:02}"
        if kind == "calendar_year":
            yield date(year, 1, 1), date(year, 12, 31), str(year)
        if kind == "financial_year":
            yield date(year, 4, 1), date(year + 1, 3, 31), financial_year
        if kind == "calendar_quarter":
            yield *quarter_from(date(year, 1, 1)), f"Q1 {year} (Jan-Mar)"
            yield *quarter_from(date(year, 4, 1)), f"Q2 {year} (Apr-Jun)"
            yield *quarter_from(date(year, 7, 1)), f"Q3 {year} (Jul-Sep)"
            yield *quarter_from(date(year, 10, 1)), f"Q4 {year} (Oct-Dec)"
        if kind == "financial_quarter":
            yield *quarter_from(date(year, 4, 1)), f"Q1 {financial_year} (Apr-Jun)"
            yield *quarter_from(date(year, 7, 1)), f"Q2 {financial_year} (Jul-Sep)"
            yield *quarter_from(date(year, 10, 1)), f"Q3 {financial_year} (Oct-Dec)"
            yield *quarter_from(date(year + 1, 1, 1)), f"Q4 {financial_year} (Jan-Mar)"
