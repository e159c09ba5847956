"""The quarter that a briefing is about: of the UK financial year, which begins in April."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

LATEST = "latest"
_FIRST_MONTH = 4
_WRITTEN = re.compile(r"(\d{4})/(\d{2})[-\s]?Q([1-4])", flags=re.IGNORECASE)
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
        return f"{self._years}-Q{self.number}"

    @property
    def name(self) -> str:
        """As a reader is told it: "Q1 2025/26 (Apr-Jun)"."""
        return f"Q{self.number} {self._years} ({_MONTHS[self.number - 1]})"

    @property
    def _years(self) -> str:
        return f"{self.year}/{(self.year + 1) % 100:02}"

    def after(self, quarters: int) -> "Quarter":
        """Return the quarter so many after it; before it, if the number is negative."""
        year, place = divmod(self.year * 4 + self.number - 1 + quarters, 4)
        return Quarter(year, place + 1)


def read_quarter(text: str) -> Quarter:
    """Read a quarter as a command has it.

    Raises:
        QuarterFault: it is not written so, or its two years do not follow one another.
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        raise QuarterFault(
            f'"{text}" is not a quarter. Write the financial year and the quarter in it, such as '
            f'"2025/26-Q1" for April to June 2025, or "{LATEST}".'
        )
    year, second, number = int(found[1]), int(found[2]), int(found[3])
    if second != (year + 1) % 100:
        raise QuarterFault(
            f'"{text}" is not a quarter: the financial year that begins in {year} is '
            f'"{year}/{(year + 1) % 100:02}". Write "{Quarter(year, number).code}", for instance.'
        )
    if not EARLIEST <= year <= LAST:
        raise QuarterFault(f'"{text}" is not a quarter of which there could be reviews.')
    return Quarter(year, number)


def quarter_of(day: date) -> Quarter:
    """Return the quarter into which a day falls."""
    return Quarter(day.year - (day.month < _FIRST_MONTH), (day.month - _FIRST_MONTH) % 12 // 3 + 1)


def latest_whole(day: date) -> Quarter:
    """Return the last quarter that is over by the end of a day."""
    return quarter_of(day + timedelta(days=1)).after(-1)
