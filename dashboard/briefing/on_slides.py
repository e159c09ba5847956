"""What a slide holds of a table."""

from dataclasses import replace

from dashboard.briefing.document import Table
from dashboard.briefing.text import plain
from dashboard.sentences.briefing.on_slides import first_rows

ROWS = 8
"""Rows of a table that a slide holds."""


def shortened(table: Table) -> Table:
    """Return as much of a table as a slide holds, and say so."""
    if len(table.rows) <= ROWS:
        return table
    left = plain(first_rows(ROWS, len(table.rows)))
    return replace(table, rows=table.rows[:ROWS], notes=(*table.notes, left))
