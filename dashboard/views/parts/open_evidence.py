"""From a factor to the findings behind its number: by a click on the chart, or by name."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.address import Address
from dashboard.database import rows_of
from dashboard.sentences.counts import found_of
from dashboard.views import place
from dashboard.views.chosen import Chosen
from dashboard.views.parts.around import LINE
from dashboard.views.parts.links import EVIDENCE, link, open_page


def open_clicked(event: Any, chosen: Chosen) -> None:
    """Go to the evidence of the factor whose mark, number or name was clicked."""
    points = event["selection"]["points"]
    if points and points[0].get("customdata"):
        factor, appraisal = points[0]["customdata"][:2]
        open_page(EVIDENCE, _evidence(chosen, factor, appraisal))


def choose_factor(recurrence: pd.DataFrame, chosen: Chosen) -> None:
    """Draw the same way for those who do not use a pointer: choose a factor, follow a link."""
    rows = [row for row in rows_of(recurrence) if pd.notna(row.reviews_with) and row.reviews_with]
    if not rows:
        return
    row: Any = st.selectbox(
        "Findings behind a number: choose it here, or click it in the chart",
        rows,
        format_func=lambda one: _named(one, with_appraisal=chosen.has_appraisals),
        key=f"evidence of {place.arrivals()}",
        width=LINE,
    )
    address = _evidence(chosen, row.factor_id, row.appraisal)
    link(EVIDENCE, "Open its evidence", address, icon=":material/arrow_forward:")


def _evidence(chosen: Chosen, factor: str, appraisal: str) -> Address:
    """Return the address of the findings behind one number of the chart."""
    filters: dict[str, Any] = {"factors": (factor,)}
    if appraisal and chosen.has_appraisals:
        filters["appraisals"] = (appraisal,)
    address = place.address().elsewhere().with_selection(**filters)
    return address.with_selection(sources=chosen.selection.sources)


def _named(row: Any, *, with_appraisal: bool) -> str:
    """Return a factor with its number, as an entry of a list."""
    number = found_of(int(row.reviews_with), int(row.reviews_assessed))
    as_what = f", {row.appraisal}" if with_appraisal else ""
    return f"{row.label}{as_what}: {number}"
