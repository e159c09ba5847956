"""What a table holds, and how much room its texts need so that none is cut."""

from collections.abc import Iterable, Mapping
from math import ceil
from typing import Any

import pandas as pd

MOST = 1000
"""More rows than this are not read on a screen: the downloads hold all."""
TICK_TO_OPEN = "Tick a row to open its review, or press Shift and Space in the row."
ONE_LINE = 35
LINE_HEIGHT = 20
LOWEST_WRAPPED = 70
"""In lower rows the table does not break lines."""
PADDING = 15
HEADINGS = 38
CHARACTER = 7
"""Pixels of an average character in a cell."""
WIDEST_CHARACTER = 8
BESIDE = 14
"""Pixels more than a text of one line needs where a row has several."""


def has_any(table: pd.DataFrame, name: str) -> bool:
    """Say whether a column holds anything."""
    column: Any = table[name]
    return bool(column.notna().any())


def said(table: pd.DataFrame, names: Iterable[str]) -> list[str]:
    """Return the columns that hold anything, in the order given."""
    return [name for name in names if has_any(table, name)]


def largest(table: pd.DataFrame, name: str) -> int:
    """Return the largest number of a column; 0 where there is none."""
    column: Any = table[name].dropna()
    return int(column.max()) if len(column) else 0


def is_dates(table: pd.DataFrame, name: str) -> bool:
    """Say whether a column holds real dates, and not words for them."""
    column: Any = table[name]
    return pd.api.types.is_datetime64_any_dtype(column)


def height_of_rows(table: pd.DataFrame, widths: Mapping[str, int], most_lines: int = 8) -> int:
    """Return the height of all rows of a table, in pixels.

    Args:
        table: the table.
        widths: pixels of the columns that hold long texts.
        most_lines: beyond so many lines a text is cut after all, and opens by a double click.
    """
    # A line is broken at a space, and so holds a word less than fits.
    lines = max(
        ceil(_longest(table, name) / (width / CHARACTER - 4)) for name, width in widths.items()
    )
    if lines < 2:
        return ONE_LINE
    return max(min(lines, most_lines) * LINE_HEIGHT + PADDING, LOWEST_WRAPPED)


def width_of(table: pd.DataFrame, name: str, widest: int) -> int:
    """Return the width of a column in pixels, so that its texts stand on one line.

    Args:
        table: the table.
        name: the column.
        widest: pixels beyond which a column does not go.
    """
    return min(_longest(table, name) * WIDEST_CHARACTER + PADDING, widest)


def _longest(table: pd.DataFrame, name: str) -> int:
    """Return the length of a column's longest text."""
    lengths: Any = table[name].dropna().str.len()
    return int(lengths.max()) if len(lengths) else 0
