"""Dates as British readers write them."""

from datetime import date

APRIL = 4


def day(on: date) -> str:
    """Return a date in words: "31 July 2025"."""
    return f"{on.day} {on:%B %Y}"


def known(first: date, precision: str | None) -> str:
    """Return a date as precisely as it is known: "31 July 2025", "July 2025", "2025".

    Args:
        first: its first day.
        precision: day, month, quarter ("April to June 2025") or year; a day where it is not said.
            A year that begins in April is a financial one: "2025/26".
    """
    if precision == "year":
        is_financial = first.month == APRIL
        return f"{first.year}/{(first.year + 1) % 100:02}" if is_financial else str(first.year)
    if precision == "month":
        return f"{first:%B %Y}"
    if precision == "quarter":
        last = first.replace(month=(first.month + 1) % 12 + 1)
        last = last.replace(year=first.year + (last.month < first.month))
        return f"{first:%B} to {last:%B %Y}"
    return day(first)


def span(first: date | None, last: date | None) -> str:
    """Return a span of days in words, open at either end: "from 1 April 2024"."""
    if first and last:
        return f"{day(first)} to {day(last)}"
    if first:
        return f"from {day(first)}"
    return f"up to {day(last)}" if last else "any date"
