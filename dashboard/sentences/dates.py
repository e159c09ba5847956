"""Dates as British readers write them."""

from datetime import date


def day(on: date) -> str:
    """Return a date in words: "31 July 2025"."""
    return f"{on.day} {on:%B %Y}"


def span(first: date | None, last: date | None) -> str:
    """Return a span of days in words, open at either end: "from 1 April 2024"."""
    if first and last:
        return f"{day(first)} to {day(last)}"
    if first:
        return f"from {day(first)}"
    return f"up to {day(last)}" if last else "any date"
