"""The quarter that a briefing is about: of the UK financial year, which begins in April."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

LATEST = "latest"
_FIRST_MONTH = 4
_YEARS = r"(?P<year>[0-9]{4}) ?[/-] ?(?P<next>[0-9]{4}|[0-9]{2})"
_NUMBER = r"Q(?P<number>[1-4])"
_WRITTEN = tuple(
    re.compile(shape, flags=re.IGNORECASE)
    for shape in (
        rf"{_YEARS}(?: ?[-,] ?| ?){_NUMBER}",
        rf"{_NUMBER}(?: ?[-,] ?| ?){_YEARS}(?: ?\((?P<months>[a-z]{{3}}-[a-z]{{3}})\))?",
    )
)
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_MONTHS = ("Apr-Jun", "Jul-Sep", "Oct-Dec", "Jan-Mar")
EARLIEST, LAST = 1990, 2098  # years: before and after these, somebody mistyped


class QuarterFault(ValueError):
    """A text that names no quarter; the message says what would."""


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter.

    Attributes:
        year: the calendar year in which its financial year begins.
        number: 1 to 4: 1 is April to June.
    """

    year: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        month = _FIRST_MONTH + 3 * (self.number - 1)
        return date(self.year + (month > 12), (month - 1) % 12 + 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.after(1).first - timedelta(days=1)

    @property
    def code(self) -> str:
        """As it is written in a command: "2025/26-Q1"."""
        return f"{self.years}-Q{self.number}"

    @property
    def name(self) -> str:
        """As a reader is told it: "Q1 2025/26 (Apr-Jun)"."""
        return f"Q{self.number} {self.years} ({self.months})"

    @property
    def months(self) -> str:
        """Its first and its last month: "Apr-Jun"."""
        return _MONTHS[self.number - 1]

    @property
    def years(self) -> str:
        """Its financial year: "2025/26"."""
        return f"{self.year}/{(self.year + 1) % 100:02}"

    def after(self, quarters: int) -> "Quarter":
        """Return the quarter so many after it; before it, if the number is negative."""
        year, place = divmod(self.year * 4 + self.number - 1 + quarters, 4)
        return Quarter(year, place + 1)


def read_quarter(text: str) -> Quarter:
    """Read a quarter: as a command has it, as a reader is told it, or nearly so.

    Spaces, capitals and kinds of dash do not matter, nor which of the two comes first. A quarter
    of one year alone is not read: it may be of the calendar year.

    Raises:
        QuarterFault: it is not written so, its two years do not follow one another, or its months
            are those of another quarter.
    """
    plain = _DASHES.sub("-", " ".join(text.split()))
    found = next((match for shape in _WRITTEN if (match := shape.fullmatch(plain))), None)
    if found is None:
        raise QuarterFault(
            f'"{text}" is not a quarter. Write the financial year and the quarter in it, such as '
            f'"2025/26-Q1" for April to June 2025, or "{LATEST}".'
        )
    named = found.groupdict()
    quarter = Quarter(int(named["year"]), int(named["number"]))
    following = quarter.year + 1
    if int(named["next"]) != (following if len(named["next"]) == 4 else following % 100):
        raise QuarterFault(
            f'"{text}" is not a quarter: the financial year that begins in {quarter.year} is '
            f'"{quarter.years}". Write "{quarter.code}", for instance.'
        )
    if not EARLIEST <= quarter.year <= LAST:
        raise QuarterFault(
            f'"{text}" is not a quarter of which there could be reviews. Write one from '
            f'"{Quarter(EARLIEST, 1).code}" to "{Quarter(LAST, 4).code}".'
        )
    months = named.get("months")
    if months is not None and months.lower() != quarter.months.lower():
        raise QuarterFault(
            f'"{text}" is not a quarter: "{quarter.code}" is {quarter.months}. Write the months or '
            "the number that is meant."
        )
    return quarter


def quarter_of(day: date) -> Quarter:
    """Return the quarter into which a day falls."""
    return Quarter(day.year - (day.month < _FIRST_MONTH), (day.month - _FIRST_MONTH) % 12 // 3 + 1)


def latest_whole(day: date) -> Quarter:
    """Return the last quarter that is over by the end of a day."""
    return quarter_of(day + timedelta(days=1)).after(-1)
