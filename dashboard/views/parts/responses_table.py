"""The table of response statuses: the numbers of the chart, to be read and sorted."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from dashboard.downloads import Definition
from dashboard.responses import Responded
from dashboard.sentences.counts import TOO_FEW
from dashboard.views.parts.tables import HEADINGS, ONE_LINE, width_of

ADDED = (
    Definition("share", "reviews_with as a share of reviews_recorded, 0 to 1"),
    Definition("share_low", "lower limit of its 95% interval (Wilson)"),
    Definition("share_high", "upper limit of its 95% interval (Wilson)"),
)
"""What is estimated of each row."""
MOST_ROWS_SHOWN = 15
NARROWEST_NAME, WIDEST_NAME, WIDEST_NOTE = 76, 460, 260
"""Pixels, so that no heading or note is cut."""


def draw(rows: Sequence[Responded], by: str, status: str, group: str) -> None:
    """Draw the table: of periods each status, of agencies the one that is drawn.

    Args:
        rows: rows by period or agency.
        by: period or agency.
        status: the status that is spoken of.
        group: what a group is called: Period, Agency.
    """
    kept = [row for row in rows if by == "period" or row.status == status]
    if by == "agency":
        kept.sort(key=lambda row: -(row.reviews_recorded or 0))
    else:
        kept.sort(key=lambda row: row.first or date.min, reverse=True)
    table = shown(kept, group)
    whole = st.column_config.NumberColumn
    st.dataframe(
        table,
        hide_index=True,
        column_order=_said(table),
        column_config={
            group: st.column_config.TextColumn(
                width=max(width_of(table, group, WIDEST_NAME), NARROWEST_NAME)
            ),
            "Note": st.column_config.TextColumn(width=width_of(table, "Note", WIDEST_NOTE)),
            "Reviews": whole(format="localized", help="Reviews with this status"),
            "Of": whole(format="localized", help="Reviews with any response status"),
            "Selected": whole(format="localized", help="Reviews selected, with a status or not"),
            "Share": whole(format="%.0f%%", help="Reviews, of those with any status"),
            "From": whole(format="%.0f%%", help="Lower limit of the 95% interval"),
            "To": whole(format="%.0f%%", help="Upper limit of the 95% interval"),
        },
        height=min(len(table), MOST_ROWS_SHOWN) * ONE_LINE + HEADINGS,
        placeholder="",
        alt=f"Each {group.lower()} with the number of reviews of each response status",
    )


def _said(table: pd.DataFrame) -> list[str]:
    """Return the columns that say anything."""
    is_said = {
        "Selected": table["Selected"].tolist() != table["Of"].tolist(),
        "Note": any(table["Note"]),
    }
    return [str(name) for name in table if is_said.get(str(name), True)]


def shown(rows: Sequence[Responded], group: str) -> pd.DataFrame:
    """Return the rows under the headings that a reader sees; a share of too few is left blank.

    Args:
        rows: the rows.
        group: what a group is called.
    """
    percent = {
        heading: pd.array(
            [round(100 * getattr(row, name), 9) if row.is_told else None for row in rows],
            dtype="Float64",
        )
        for heading, name in (("Share", "share"), ("From", "share_low"), ("To", "share_high"))
    }
    return pd.DataFrame(
        {
            group: [row.group if row.group_id else "In no such period" for row in rows],
            "Status": [row.label for row in rows],
            "Reviews": pd.array([row.reviews_with for row in rows], dtype="Int64"),
            "Of": pd.array([row.reviews_recorded for row in rows], dtype="Int64"),
            **percent,
            "Selected": [row.reviews_selected for row in rows],
            "Note": [_note(row) for row in rows],
        }
    )


def _note(row: Responded) -> str:
    """Return what is to be known of a row."""
    said = ["part period"] if row.is_part else []
    if row.first and row.is_open:
        said.append("some have time left")
    if row.reviews_with is None:
        said.append("no status recorded")
    elif row.reviews_recorded is None:
        said.append("involvement not recorded")
    elif not row.is_told:
        said.append(TOO_FEW)
    if not row.is_one_body:
        said.append("may stand for several")
    return ", ".join(said).capitalize()
