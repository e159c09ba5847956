"""A table as CSV that Excel opens rightly and that runs nothing."""

import csv
import io
from typing import Any

import pandas as pd

from dashboard.downloads.cells import plain_rows

# A cell that begins with one of these is a formula to a spreadsheet, whatever its author meant. The
# wide forms are what some keyboards of East Asia write, and Excel takes them for the same.
FORMULA_LEADERS = tuple("=+-@\t\r\n＝＋－＠")


def to_csv(table: pd.DataFrame) -> bytes:
    """Return a table as CSV in UTF-8.

    It begins with a byte order mark, without which Excel takes UTF-8 for the local code page. Text
    that a spreadsheet would take for a formula has an apostrophe put before it; numbers, a minus
    sign included, and dates stay what they are. Blank is blank and zero is 0.

    Args:
        table: rows as shown; the columns' names become the headings.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow([_harmless(str(name)) for name in table])
    writer.writerows([_cell(value) for value in row] for row in plain_rows(table))
    return written.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> Any:
    """Return a value as CSV writes it; a missing one as an empty cell."""
    if isinstance(value, str):
        return _harmless(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value


def _harmless(text: str) -> str:
    """Return text that no spreadsheet runs."""
    return "'" + text if text.startswith(FORMULA_LEADERS) else text
