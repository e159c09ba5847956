"""Print an answer: as a table to read, as CSV to keep, as JSON to script."""

import csv
import io
import json
from datetime import date
from typing import Any

from queries.ask import Answer

SEPARATOR = " | "  # between the values of a cell that holds several, as in the downloads
# A text that begins with one of these is a formula to a spreadsheet, as in the downloads.
FORMULA_LEADERS = tuple("=+-@\t\r\n＝＋－＠")


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
        writer.writerows([_harmless(value) for value in row] for row in answer.rows)
        return out.getvalue()
    return _table(answer)


def _table(answer: Answer) -> str:
    """Set an answer in columns, numbers to the right."""
    rows = [[_one_line(_cell(value)) for value in row] for row in answer.rows]
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
        return SEPARATOR.join(map(str, value))
    return str(value)


def _plain(value: Any) -> Any:
    """Write a date for JSON."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _one_line(text: str) -> str:
    """Keep a text to one line, without marks that would steer the terminal."""
    spaced = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(spaced.split())


def _harmless(value: Any) -> str:
    """Write one value for a spreadsheet, which would run a text that looks like a formula."""
    text = _cell(value)
    is_text = isinstance(value, str | list)
    return f"'{text}" if is_text and text.startswith(FORMULA_LEADERS) else text
