"""The actions that are overdue longest: a table of them, and what the board may ask."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from dashboard.briefing.dated import date_cell
from dashboard.briefing.document import Column, Question, Table
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.text import plain, said
from dashboard.progress import Progress
from dashboard.sentences import count
from dashboard.sentences.actions import as_at, how_long
from dashboard.sentences.briefing import actions as told

YEAR_OR_MORE = "12 months or more"
_COLUMNS = (
    Column("Action", weight=1.2),
    Column("Owner", weight=1.4),
    Column("Due", weight=1.1),
    Column("Overdue for", weight=1.1),
    Column("What is to be done", weight=3.0),
)


def longest_overdue(inquiry: Inquiry, row: Progress, most: int) -> Table | None:
    """Set down the actions that are overdue longest.

    Args:
        inquiry: how to ask.
        row: all actions together.
        most: so many stand in the table.

    Returns:
        None where none is overdue.
    """
    overdue = row.words["overdue"]
    if not overdue:
        return None
    first = plain(f"The {most} of {count(overdue, 'overdue action')} that are overdue longest.")
    return Table(
        "The actions overdue longest" if overdue > 1 else "The action that is overdue",
        _COLUMNS,
        tuple(_row(one) for one in _by_days(inquiry)[:most]),
        (first,) if overdue > most else (),
    )


def asked_of_overdue(inquiry: Inquiry, row: Progress) -> Iterator[Question]:
    """Ask about the actions longest overdue, of those that are for a year or more.

    Args:
        inquiry: how to ask.
        row: all actions together.
    """
    for one in _by_days(inquiry)[: min(told.ASKED_AT_MOST, row.ages[YEAR_OR_MORE])]:
        owner = _text(one.owner_label)
        asked = told.stands_in_the_way(one.action_ref, owner, one.days_overdue, as_at(row))
        yield Question(said(asked), told.STANDS_IN_THE_WAY)


def _by_days(inquiry: Inquiry) -> list[Any]:
    """Return the overdue actions, those overdue longest first, those of unknown length last."""
    return sorted(inquiry.rows("actions", tracked="overdue"), key=_longest_first)


def _longest_first(one: Any) -> float:
    """Return by what overdue actions are ordered."""
    return 1.0 if pd.isna(one.days_overdue) else -float(one.days_overdue)


def _row(one: Any) -> tuple[str, ...]:
    """Return a row of the table."""
    return (
        one.action_ref,
        _text(one.owner_label) or "Not recorded",
        date_cell(one.due_on, one.due_on_precision),
        "Not known" if pd.isna(one.days_overdue) else how_long(int(one.days_overdue)),
        told.what(_text(one.action), _text(one.factors)),
    )


def _text(value: Any) -> str:
    """Return a text, empty where it is missing."""
    return "" if pd.isna(value) else value
