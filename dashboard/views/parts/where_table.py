"""The table of "Where?": the numbers of the chart, to be read and sorted."""

import pandas as pd
import streamlit as st

from dashboard.by_agency import AtAgency
from dashboard.downloads import Definition
from dashboard.estimates import TOO_FEW_REVIEWS
from dashboard.sentences.counts import NOT_ASSESSED, TOO_FEW, probability
from dashboard.views.parts import downloads
from dashboard.views.parts.tables import HEADINGS, has_any, height_of_rows, width_of

ADDED = (
    *downloads.ESTIMATES,
    Definition("p_value", "of Fisher's exact test against elsewhere; blank if not tested"),
    Definition("q_value", "the same, adjusted for all rows of this table (Benjamini-Hochberg)"),
    Definition("stands_out", "more or less often than elsewhere, if q_value is at most 0.05"),
)
"""What is estimated of each row."""

MOST_ROWS_SHOWN = 12
WIDEST_NAME = 190
WIDEST_SECTOR = 150
STANDS_OUT = {"more": "▲ more often than elsewhere", "less": "▼ less often than elsewhere", "": ""}
FUNNEL = {
    "within": "Within the limits",
    "low_95": "Below the 95% limit",
    "high_95": "Above the 95% limit",
    "low_998": "Below the 99.8% limit",
    "high_998": "Above the 99.8% limit",
    "too few": "Too few to tell",
    "": "",
}


def draw(rows: pd.DataFrame, cells: list[AtAgency], groups: dict[str, str]) -> None:
    """Draw the table.

    Args:
        rows: the rows that the chart draws.
        cells: the same as values.
        groups: the name of the sector of each agency or group, by its code.
    """
    table = _shown(rows, cells, groups)
    widths = {name: width_of(table, name, WIDEST_NAME) for name in ("Factor", "Agency")}
    row = height_of_rows(table, widths)
    whole = st.column_config.NumberColumn
    st.dataframe(
        # numbers that are sorted as such, and read as "under 0.001", never as nought
        table.style.format(probability, subset=["q"], na_rep="") if "q" in table else table,
        hide_index=True,
        column_order=_columns(table),
        column_config={
            **{name: st.column_config.TextColumn(width=width) for name, width in widths.items()},
            "Sector": st.column_config.TextColumn(width=width_of(table, "Sector", WIDEST_SECTOR)),
            "Found in": whole(format="localized", help="Reviews in which the factor is found"),
            "Of": whole(
                format="localized",
                help="Reviews of the agency in which it was assessed; blank if not recorded",
            ),
            "Share": whole(format="%.0f%%", help="Found in, of those"),
            "From": whole(format="%.0f%%", help="Lower limit of the 95% interval"),
            "To": whole(format="%.0f%%", help="Upper limit of the 95% interval"),
            "q": whole(
                help="How surprising a difference from elsewhere this large would be by chance, "
                "adjusted for all the cells shown; at most 0.05 stands out",
            ),
        },
        row_height=row,
        height=min(len(table), MOST_ROWS_SHOWN) * row + HEADINGS,
        placeholder="",
        alt="Each factor at each agency, with the number of reviews in which it is found",
    )


def _shown(rows: pd.DataFrame, cells: list[AtAgency], groups: dict[str, str]) -> pd.DataFrame:
    """Return the rows under the headings that a reader sees; a share of too few is left blank."""
    told = pd.Series([cell.is_told for cell in cells], index=rows.index, dtype=bool)
    percent = {
        heading: (100 * rows[name]).round(9).where(told)
        for heading, name in (("Share", "share"), ("From", "share_low"), ("To", "share_high"))
    }
    shown = {
        "Factor": rows["label"],
        "Agency": rows["agency_label"],
        "Found in": rows["reviews_with"],
        "Of": rows["reviews_assessed"],
        **percent,
    }
    if "funnel" in rows:
        shown["Funnel"] = [FUNNEL[place] for place in rows["funnel"]]
    else:
        shown["q"] = rows["q_value"]
        shown["Stands out"] = [STANDS_OUT[mark] for mark in rows["stands_out"]]
    shown["Sector"] = [groups[code] for code in rows["agency_id"]]
    shown["Note"] = pd.Series([_note(cell) for cell in cells], index=rows.index, dtype=str)
    return pd.DataFrame(shown)


def _columns(table: pd.DataFrame) -> list[str]:
    """Return the columns that say anything: not the factor where there is but one."""
    is_said = {name: has_any(table.mask(table == ""), name) for name in table}
    is_said["Factor"] = len(set(table["Factor"])) > 1
    return [str(name) for name, said in is_said.items() if said]


def _note(cell: AtAgency) -> str:
    """Return why a row has no share."""
    if not cell.is_assessed:
        return NOT_ASSESSED.capitalize()
    if not cell.is_recorded:
        return "Number of reviews not recorded"
    return "" if (cell.reviews_assessed or 0) >= TOO_FEW_REVIEWS else TOO_FEW.capitalize()
