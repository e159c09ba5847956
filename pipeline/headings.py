"""Recognise a column by its heading, whatever a board calls it."""

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

# Below this likeness, out of 100, a suggestion would puzzle more than help.
LIKE_ENOUGH = 60


def fold(heading: str) -> str:
    """Reduce a heading to what identifies it: "Review-Ref " and "review_ref" are the same."""
    letters = unicodedata.normalize("NFKD", heading.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def tables() -> Sequence[str]:
    """Name the tables whose headings are known, "flat" (one sheet for everything) included."""
    return tuple(_known()["tables"])


def columns(table: str) -> Sequence[str]:
    """Name the columns of a canonical table, in order."""
    return tuple(_known()["tables"][table]["columns"])


def required(table: str) -> Sequence[str]:
    """Name the columns that a canonical table cannot do without."""
    return tuple(_known()["tables"][table]["required"])


def recognise(headings: Iterable[str], table: str) -> dict[str, str]:
    """Find the columns of a table among the headings of a file.

    Args:
        headings: as they stand in the file.
        table: the canonical table, such as "findings", or "flat".

    Returns:
        The heading of each column that was found; each heading serves one column.
    """
    by_key = {fold(heading): heading for heading in reversed(list(headings))}
    names = _names(table)
    found = {column: by_key.pop(keys[0]) for column, keys in names.items() if keys[0] in by_key}
    for column, keys in names.items():
        key = next((key for key in keys[1:] if key in by_key), None)
        if column not in found and key is not None:
            found[column] = by_key.pop(key)
    return {column: found[column] for column in names if column in found}


def count_known(cells: Iterable[str]) -> int:
    """Count the cells that are a heading of any table, to tell a heading row from a title."""
    return len({fold(cell) for cell in cells} & _all_names())


def nearest(column: str, headings: Iterable[str], table: str) -> str | None:
    """Find the heading that may have been meant for a column that was not found.

    Args:
        column: the column that is missing.
        headings: the headings of the file that no other column has taken.
        table: the canonical table.

    Returns:
        The heading most like one of the column's names, or None where none is like it.
    """
    from rapidfuzz import fuzz

    names = _names(table)[column]
    likeness = {
        heading: max(fuzz.ratio(fold(heading), name) for name in names) for heading in headings
    }
    best = max(likeness, key=likeness.__getitem__, default=None)
    return best if best is not None and likeness[best] >= LIKE_ENOUGH else None


@cache
def _known() -> Mapping[str, Any]:
    path = Path(__file__).with_name("headings.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _names(table: str) -> Mapping[str, Sequence[str]]:
    """Give the folded names of each column of a table, its own name first."""
    everywhere, own = _known()["everywhere"], _known()["tables"][table].get("also", {})
    return {
        column: [fold(name) for name in (column, *own.get(column, ()), *everywhere.get(column, ()))]
        for column in columns(table)
    }


@cache
def _all_names() -> frozenset[str]:
    return frozenset(
        key for table in tables() for keys in _names(table).values() for key in keys if key
    )
