"""The table beside the chart of what recurs: the same numbers, to be read and sorted."""

from functools import partial

import pandas as pd
import streamlit as st

from dashboard.address import Address
from dashboard.answers import rows_of
from dashboard.chosen import Chosen
from dashboard.estimates import TOO_FEW_REVIEWS
from dashboard.sentences.counts import NOT_ASSESSED, TOO_FEW, found_of
from dashboard.views.parts.open_evidence import evidence
from dashboard.views.parts.tables import HEADINGS, ONE_LINE, has_any, width_of

MOST_ROWS_SHOWN = 20
WIDEST_NAME = 500
WIDEST_LAYER = 200
NUMBER, PERCENT = 80, 60
"""Pixels of the columns, so that none is cut at 1280."""


def draw(recurrence: pd.DataFrame, chosen: Chosen) -> None:
    """Draw the table.

    Args:
        recurrence: rows of `factor_recurrence.sql` with share and interval.
        chosen: the reader's choice.
    """
    table = shown(recurrence)
    columns = _columns(recurrence, chosen)
    number = partial(st.column_config.NumberColumn, format="localized", width=NUMBER)
    percent = partial(st.column_config.NumberColumn, format="%.0f%%", width=PERCENT)
    st.dataframe(
        table,
        hide_index=True,
        column_order=columns,
        column_config={
            **{
                name: st.column_config.TextColumn(width=width_of(table, name, widest))
                for name, widest in (("Factor", WIDEST_NAME), ("Layer", WIDEST_LAYER))
                if name in columns
            },
            "Appraisal": st.column_config.TextColumn(width=NUMBER),
            "Found in": number(help="Reviews in which the factor is found"),
            "Assessed": number(help="Selected reviews in which the factor was assessed"),
            "Share": percent(help="Found in, of assessed"),
            "From": percent(help="Lower limit of the 95% interval"),
            "To": percent(help="Upper limit of the 95% interval"),
            "Findings": number(help="Findings that hold the factor"),
        },
        height=min(len(table), MOST_ROWS_SHOWN) * ONE_LINE + HEADINGS,
        placeholder="",
        alt="Each factor with the number of reviews in which it is found",
    )


def shown(recurrence: pd.DataFrame) -> pd.DataFrame:
    """Return the rows under the headings that a reader sees.

    A share of too few reviews is left blank, and said to be so: sorted, it would stand first.
    """
    assessed = recurrence["reviews_assessed"].fillna(0)
    enough = assessed >= TOO_FEW_REVIEWS
    percent = {
        heading: (100 * recurrence[name]).round(9).where(enough)
        for heading, name in (("Share", "share"), ("From", "share_low"), ("To", "share_high"))
    }
    note = pd.Series("", index=recurrence.index)
    note = note.mask(~enough, TOO_FEW.capitalize()).mask(assessed == 0, NOT_ASSESSED.capitalize())
    return pd.DataFrame(
        {
            "Factor": recurrence["label"],
            "Layer": recurrence["layer_label"],
            "Appraisal": recurrence["appraisal"].str.capitalize(),
            "Found in": recurrence["reviews_with"],
            "Assessed": recurrence["reviews_assessed"],
            **percent,
            "Findings": recurrence["findings"],
            "Note": note,
        }
    )


def numbers(recurrence: pd.DataFrame, chosen: Chosen) -> list[tuple[str, Address]]:
    """Return each number that has findings behind it in words, with the address of its findings.

    Args:
        recurrence: rows of `factor_recurrence.sql`.
        chosen: the reader's choice.
    """
    choices = []
    for row in rows_of(recurrence):
        if pd.notna(row.reviews_with) and row.reviews_with:
            as_what = f", {row.appraisal}" if chosen.has_appraisals else ""
            number = found_of(int(row.reviews_with), int(row.reviews_assessed))
            address = evidence(chosen, row.factor_id, row.appraisal)
            choices.append((f"{row.label}{as_what}: {number}", address))
    return choices


def _columns(recurrence: pd.DataFrame, chosen: Chosen) -> list[str]:
    """Return the columns that say anything here."""
    has = {
        "Layer": has_any(recurrence, "layer_label"),
        "Appraisal": chosen.has_appraisals,
        "Findings": (recurrence["findings"] != recurrence["reviews_with"]).any(),
        "Note": (recurrence["reviews_assessed"].fillna(0) < TOO_FEW_REVIEWS).any(),
    }
    order = ["Factor", "Layer", "Appraisal", "Found in", "Assessed", "Share", "From", "To"]
    return [name for name in [*order, "Findings", "Note"] if has.get(name, True)]
