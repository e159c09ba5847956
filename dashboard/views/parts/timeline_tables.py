"""The tables of the page When?: the periods of one factor, and the history of each."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.points import remarks
from dashboard.course import Course, Point
from dashboard.estimates import is_too_few
from dashboard.sentences.counts import NOT_ASSESSED, TOO_FEW
from dashboard.timeline import Timeline
from dashboard.views.parts.tables import HEADINGS, ONE_LINE, has_any, height_of_rows

MOST_ROWS_SHOWN = 20
NAME, DAY = 240, 92
FOUND_IN, OF_PERIODS, LONGEST_GAP, REVIEWS_SINCE, UNDATED = 76, 86, 96, 108, 78
"""Pixels of the columns, so that no heading is cut, and none of them at 1280."""
TALLEST = 800


def draw(timeline: Timeline, large: Course | None) -> None:
    """Draw the periods of the factor that is drawn large, and the history of each factor."""
    if large is not None:
        _periods(large)
    st.header("First seen, last seen, longest gap")
    _history(timeline.history)


def _periods(course: Course) -> None:
    """Draw the numbers of one factor, the latest period first."""
    table = of_periods(course)
    percent = st.column_config.NumberColumn
    st.dataframe(
        table,
        hide_index=True,
        column_order=[name for name in table.columns if has_any(table, name)],
        column_config={
            "Found in": percent(format="localized", help="Reviews in which the factor is found"),
            "Assessed": percent(
                format="localized", help="Reviews of the period in which it was assessed"
            ),
            "Share": percent(format="%.0f%%", help="Found in, of assessed"),
            "From": percent(format="%.0f%%", help="Lower limit of the 95% interval"),
            "To": percent(format="%.0f%%", help="Upper limit of the 95% interval"),
            "Note": st.column_config.TextColumn(width="large"),
        },
        height=min(len(table), MOST_ROWS_SHOWN) * ONE_LINE + HEADINGS,
        placeholder="",
        alt="Each period with the number of reviews in which the factor is found",
    )


def of_periods(course: Course) -> pd.DataFrame:
    """Return the points under the headings that a reader sees."""
    latest_first = course.points[::-1]
    columns = {
        name: [
            round(100 * getattr(point, held), 9) if _is_told(point) else None
            for point in latest_first
        ]
        for name, held in (("Share", "share"), ("From", "share_low"), ("To", "share_high"))
    }
    return pd.DataFrame(
        {
            "Period": [point.period.name for point in latest_first],
            "Found in": pd.array(
                [point.reviews_with if point.is_assessed else None for point in latest_first],
                dtype="Int64",
            ),
            "Assessed": [point.reviews_assessed for point in latest_first],
            **{name: pd.array(values, dtype="Float64") for name, values in columns.items()},
            "Note": pd.array([_note(point) for point in latest_first], dtype="str"),
        }
    )


def _is_told(point: Point) -> bool:
    """Tell whether a share is given: with too few reviews it would say more than is known."""
    return not is_too_few(point.reviews_assessed)


def _note(point: Point) -> str | None:
    """Say what is to be known of a period."""
    if not point.period.reviews_selected:
        return "No reviews"
    said = [] if point.is_assessed else [NOT_ASSESSED]
    if point.is_assessed and is_too_few(point.reviews_assessed):
        said.append(TOO_FEW)
    return ", ".join([*said, *remarks(point)]).capitalize() or None


def _history(rows: pd.DataFrame) -> None:
    """Draw when each factor was first and last found, and how long it was not.

    Args:
        rows: rows of `factor_history.sql` of one appraisal.
    """
    table = of_history(rows)
    whole, day = st.column_config.NumberColumn, st.column_config.DateColumn
    row = height_of_rows(table, {"Factor": NAME}, 3)
    st.dataframe(
        table,
        hide_index=True,
        column_order=[name for name in table.columns if has_any(table, name)],
        column_config={
            "Factor": st.column_config.TextColumn(width=NAME),
            "First seen": day(
                format="DD/MM/YYYY", width=DAY, help="First day of the date of that review"
            ),
            "Last seen": day(
                format="DD/MM/YYYY", width=DAY, help="First day of the date of that review"
            ),
            "Found in": whole(
                format="localized", width=FOUND_IN, help="Periods in which it is found"
            ),
            "Of periods": whole(
                format="localized", width=OF_PERIODS, help="Periods in which it was assessed"
            ),
            "Longest gap": whole(
                format="localized",
                width=LONGEST_GAP,
                help="Most periods in which it was assessed and not found, between two in which "
                "it was; periods in which it was not assessed are passed over",
            ),
            "Reviews since": whole(
                format="localized",
                width=REVIEWS_SINCE,
                help="Reviews in which it was assessed since it was last found: 0 of these hold it",
            ),
            "Undated": whole(
                format="localized", width=UNDATED, help="Reviews without a date that hold it"
            ),
        },
        row_height=row,
        height=min(len(table) * row, TALLEST) + HEADINGS,
        placeholder="",
        alt="When each factor was first and last found, and its longest gap",
    )


def of_history(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows under the headings that a reader sees, those seen last first."""
    ordered = rows.sort_values(["last_found_on", "label"], ascending=[False, True])
    undated: Any = ordered["reviews_with_undated"]
    note = pd.Series(pd.NA, index=ordered.index, dtype="string")
    assessed: Any = ordered["periods_assessed"]
    note = note.mask(ordered["first_found_on"].isna(), "Never found")
    note = note.mask(assessed == 0, NOT_ASSESSED.capitalize())
    note = note.mask(ordered["is_not_seen_lately"], "Not seen lately")
    note = note.mask(ordered["is_new"], "New in the latest period")
    return pd.DataFrame(
        {
            "Factor": ordered["label"],
            "First seen": ordered["first_found_on"],
            "Last seen": ordered["last_found_on"],
            "Found in": ordered["periods_with"],
            "Of periods": assessed,
            "Longest gap": ordered["longest_gap"],
            "Reviews since": ordered["reviews_assessed_since"],
            "Undated": undated.where(undated > 0),
            "Note": note,
        }
    )
