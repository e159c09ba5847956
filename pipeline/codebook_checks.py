"""What the rows of a codebook owe one another: each check notes its faults on the rows."""

from collections.abc import Callable, Collection, Iterable, Sequence

from pipeline.codebook_rows import Row, nearest
from pipeline.fold import fold


def are_unique(rows: Iterable[Row], columns: Sequence[str]) -> None:
    """Check that no two rows have the same key."""
    lines: dict[tuple[str, ...], int] = {}
    for row in rows:
        key = tuple(row.cells[column] for column in columns)
        if key in lines:
            row.fault(columns[-1], f"stands in line {lines[key]} already. Remove one of the two.")
        else:
            lines[key] = row.line


def are_known(rows: Iterable[Row], column: str, known: Collection[str], what: str) -> None:
    """Check that a cell, where it is filled, names something that exists."""
    for row in rows:
        value = row.cells[column]
        if value and value not in known:
            hint = nearest(value, known) or " Add it there, or leave this cell empty."
            row.fault(column, f"is not {what}.{hint}")


def have_no_cycle(rows: Sequence[Row], key: str, following: str) -> None:
    """Check that nobody comes back to where they started by following a column of keys."""
    onward = {row.cells[key]: row.cells[following] for row in rows}
    for row in rows:
        path = [row.cells[key]]
        while (step := onward.get(path[-1], "")) and step not in path:
            path.append(step)
        if step == path[0]:
            ring = " -> ".join([*path, step])
            row.fault(following, f"leads back to its own row ({ring}). Leave one of these empty.")


def are_in_order(rows: Iterable[Row]) -> None:
    """Check that nothing ends before it begins."""
    for row in rows:
        first, last = row.cells["valid_from"], row.cells["valid_to"]
        if first and last and last < first:
            row.fault("valid_to", f"is before valid_from, {first}. Change one of the two.")


def name_one_thing(
    named: Iterable[tuple[Row, str, str, str]], within: Callable[[Row], str] = lambda row: ""
) -> None:
    """Check that a name, however it is spelt, stands for one thing only.

    Args:
        named: row, column, name and the key of what it names. An alias comes after all the keys
            and labels, so that it is the alias of which the message speaks.
        within: what the names are compared within, such as a vocabulary.
    """
    owners: dict[tuple[str, str], tuple[str, Row, str]] = {}
    for row, column, name, key in named:
        place = (within(row), fold(name))
        if place not in owners:
            owners[place] = (key, row, column)
            continue
        owner, first, stood_in = owners[place]
        if owner != key or (column.startswith("alias") and stood_in == column):
            where = f"line {first.line}" if first.file == row.file else f"{first.file}"
            row.faults.append(
                f'{row.file} line {row.line}, {column}: "{name}" already names {owner} ({where}). '
                "Keep it in one place."
            )
