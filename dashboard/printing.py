"""Print an answer: as a table to read, as CSV to keep, as JSON to script."""

import csv
import io
import json
from datetime import date
from typing import Any

from queries.ask import Answer


def printed(answer: Answer, form: str) -> str:
    """Write an answer out.

    Args:
        answer: the rows, under their columns.
        form: table, csv or json.

    Returns:
        The text, ending in a line break. Blanks are empty in a table and in CSV, null in JSON.
    """
    if form == "json":
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        return json.dumps(rows, ensure_ascii=False, indent=1, default=_plain) + "\n"
    if form == "csv":
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(answer.columns)
        writer.writerows([_safe(_cell(value)) for value in row] for row in answer.rows)
        return out.getvalue()
    return _table(answer)


def _table(answer: Answer) -> str:
    """Set an answer in columns, numbers to the right."""
    rows = [[_cell(value).replace("\n", " ") for value in row] for row in answer.rows]
    widths = [
        max([len(name), *(len(row[n]) for row in rows)]) for n, name in enumerate(answer.columns)
    ]
    numeric = [
        any(isinstance(row[n], int | float) for row in answer.rows)
        for n in range(len(answer.columns))
    ]
    lines = [list(answer.columns), ["-" * width for width in widths], *rows]
    return "".join(
        "  ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(line, widths, numeric, strict=True)
        ).rstrip()
        + "\n"
        for line in lines
    )


def _cell(value: Any) -> str:
    """Write one value for people."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return str(value)


def _plain(value: Any) -> Any:
    """Write a date for JSON."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _safe(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
