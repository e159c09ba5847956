"""Numbers as a briefing prints them, with intervals that SciPy gives."""

import re
from datetime import date
from typing import Any

from scipy.stats import binomtest

from dashboard.sentences.counts import found_of, percent

FEWEST = 5
"""Reviews that are assessed, at least, for a percentage to be printed."""


def share(found: str, assessed: str) -> list[str]:
    """Return a share as a figure's table has it: found, assessed, percentage, interval."""
    if not int(assessed or 0):
        return ["", many(assessed or "0"), "not assessed", ""]
    one, every = int(found), int(assessed)
    told = f"fewer than {FEWEST}" if every < FEWEST else percent(one / every)
    return [many(found), many(assessed), told, interval(one, every)]


def cell(found: str, assessed: str) -> str:
    """Return a share as it stands in one cell: "12 of 20 (60%; 39% to 78%)"."""
    told = found_of(int(found) if found else None, int(assessed or 0))
    if int(assessed or 0) < FEWEST:
        return told
    return f"{told.removesuffix(')')}; {interval(int(found), int(assessed))})"


def interval(found: int, assessed: int) -> str:
    """Return Wilson's interval, as SciPy has it."""
    low, high = _wilson(found, assessed)
    return f"{percent(low)} to {percent(high)}"


def newcombe(one: tuple[int, int], other: tuple[int, int]) -> str:
    """Return the difference of two shares in points, with Newcombe's interval."""
    a, b = one[0] / one[1], other[0] / other[1]
    (low_a, high_a), (low_b, high_b) = _wilson(*one), _wilson(*other)
    below = ((a - low_a) ** 2 + (high_b - b) ** 2) ** 0.5
    above = ((high_a - a) ** 2 + (b - low_b) ** 2) ** 0.5
    return f"{points(a - b)} ({points(a - b - below)} to {points(a - b + above)})"


def points(difference: float) -> str:
    """Return a difference in whole points with its sign."""
    whole = int(abs(difference) * 100 + 0.5)
    return f"{'' if not whole else '+' if difference > 0 else '−'}{whole}"


def of(found: str, assessed: str) -> str:
    """Return so many of so many, without a percentage."""
    return f"{many(found)} of {many(assessed)}" if int(assessed or 0) else "not assessed"


def many(number: str) -> str:
    """Return a number as it is printed; blank where there is none."""
    return f"{int(number):,}" if number else ""


def nouns(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def day(iso: str) -> str:
    """Return a day as it is printed."""
    read = date.fromisoformat(iso[:10])
    return f"{read.day} {read:%B %Y}"


def months(first: str, last: str) -> str:
    """Return from which month to which."""
    if not first:
        return "Not recorded"
    ends = [f"{date.fromisoformat(iso[:10]):%b %Y}" for iso in (first, last)]
    return " to ".join(dict.fromkeys(ends))


def without_remark(label: str) -> str:
    """Return a factor's name without what is said of reviews without a date."""
    return re.sub(r" \(also found in .*\)$", "", label)


def _wilson(found: int, assessed: int) -> tuple[float, float]:
    """Return the limits; SciPy leaves a hair of nothing where there is none, and of all."""
    held: Any = binomtest(found, assessed).proportion_ci(method="wilson")
    return 0.0 if not found else held.low, 1.0 if found == assessed else held.high
