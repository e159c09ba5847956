"""The table beside the timeline of a factor: every event in its order, a door to its review."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from dashboard.chosen import Chosen
from dashboard.events import Event
from dashboard.sentences import count
from dashboard.sentences.dates import known
from dashboard.sentences.factor_timeline import span_of
from dashboard.sentences.reviews import review_named
from dashboard.views.parts.around import LINE
from dashboard.views.parts.source_column import SOURCE, WIDTH
from dashboard.views.parts.tables import HEADINGS, TICK_TO_OPEN, has_any, height_of_rows
from dashboard.views.place import arrivals, stay

KINDS = {
    "practice": "Practice",
    "made": "Recommended",
    "due": "Due",
    "completed": "Completed",
    "signed off": "Signed off",
}
NO_DATE = "No date recorded"
TALLEST = 560
WIDTHS = {"When": 140, SOURCE: WIDTH, "What": 270, "Agency": 170}
"""Pixels of the columns that hold texts."""


def draw(happened: Sequence[Event], every: int, chosen: Chosen) -> Event | None:
    """Draw the events.

    Args:
        happened: the events of the factor that are listed, at least one.
        every: how many there are.
        chosen: the reader's choice.

    Returns:
        The event of the row that was ticked, or None.
    """
    table = of_events(happened, chosen.sources_named)
    columns = [name for name in table.columns if has_any(table, name)]
    if not chosen.has_appraisals and "Appraisal" in columns:
        columns.remove("Appraisal")
    if len({event.board for event in happened}) < 2 and "Board" in columns:
        columns.remove("Board")
    row = height_of_rows(table, {name: WIDTHS[name] for name in WIDTHS if name in columns}, 4)
    event = st.dataframe(
        table,
        hide_index=True,
        row_height=row,
        height=min(TALLEST, row * len(table) + HEADINGS),
        column_order=columns,
        column_config={
            **{name: st.column_config.TextColumn(width=width) for name, width in WIDTHS.items()},
            "Board": st.column_config.TextColumn(chosen.board_label),
        },
        placeholder="",
        key=f"events {arrivals()} {len(table)} {happened[0].ref}",
        on_select=stay,
        selection_mode="single-row",
        alt="Every event in the order of time, each with its review",
    )
    said = f"{count(every, 'event')}."
    if every > len(table):
        said = f"The latest {len(table):,} of {count(every, 'event')}; the download has all."
    st.caption(
        f"{said} {TICK_TO_OPEN} A double click shows the whole of a cell.",
        width=LINE,
    )
    rows = event.selection.rows
    return happened[rows[0]] if rows else None


def of_events(happened: Sequence[Event], sources: Mapping[str, str]) -> pd.DataFrame:
    """Return the events under the headings that a reader sees.

    Args:
        happened: the events.
        sources: `Chosen.sources_named`.
    """
    return pd.DataFrame(
        {
            "When": [when(event) for event in happened],
            "Event": [KINDS[event.kind] for event in happened],
            "Review": [event.review_ref for event in happened],
            SOURCE: [sources.get(event.source_id) for event in happened],
            "What": [event.label or None for event in happened],
            "Appraisal": [event.appraisal.capitalize() for event in happened],
            "Agency": [_agency(event) for event in happened],
            "Status": [event.status.capitalize() or None for event in happened],
            "Review came out": [
                known(event.came_out.first, event.came_out.precision) if event.came_out else None
                for event in happened
            ],
            "Board": [event.board or None for event in happened],
            "Ordinary work": ["Yes" if event.is_ordinary_work else None for event in happened],
        },
        dtype="str",
    )


def in_words(event: Event, sources: Mapping[str, str]) -> str:
    """Return an event for a list to choose from.

    Args:
        event: the event.
        sources: `Chosen.sources_named`.
    """
    what = f": {event.label}" if event.label else ""
    review = review_named(event.review_ref, event.source_id, sources)
    return f"{when(event)}, {KINDS[event.kind].lower()}, {review}{what}"


def when(event: Event) -> str:
    """Return when an event was, as precisely as it is known."""
    if event.days is None:
        return NO_DATE
    if event.kind == "practice":
        return span_of(event)
    return known(event.days.first, event.days.precision)


def _agency(event: Event) -> str | None:
    """Return the agencies of an event; those that only stand in the same review are said to."""
    if event.attribution == "review":
        return f"In the same review: {event.agency}"
    return event.agency or None
