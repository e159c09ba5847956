"""From a number to the findings behind it: by a click on its mark, or by name."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboard.address import Address
from dashboard.chosen import Chosen
from dashboard.views import place
from dashboard.views.parts.around import LINE
from dashboard.views.parts.links import EVIDENCE, link
from dashboard.views.parts.settings import ON


def clicked(event: Any) -> list[Any] | None:
    """Return what the mark that was clicked stands for: its `customdata`, if it has any.

    Args:
        event: what `st.plotly_chart` returned.
    """
    points = event["selection"]["points"]
    return (points[0].get("customdata") or None) if points else None


def evidence(
    chosen: Chosen,
    factor: str | None = None,
    appraisal: str = "",
    *,
    found_at: str | None = None,
    agencies_as: str | None = None,
    successors: bool = False,
    every: bool = False,
    beside: str | None = None,
    **filters: Any,
) -> Address:
    """Return the address of the findings behind a number.

    Args:
        chosen: the reader's choice.
        factor: the factor counted; None where the number is of several.
        appraisal: as what it was found; empty where that makes no difference.
        found_at: code of the agency, or group of agencies, that it was counted at.
        agencies_as: what kind of group: kind or sector; None for an agency.
        successors: whether agencies count as those that took their place.
        every: whether each of the chosen factors must be found in a review.
        beside: code of a layer, of which each finding must hold a factor too.
        filters: what else the number was counted with, by field of the selection.
    """
    if factor is not None:
        filters["factors"] = (factor,)
    if appraisal and chosen.has_appraisals:
        filters["appraisals"] = (appraisal,)
    address = place.address().elsewhere().with_selection(**filters)
    address = address.with_selection(sources=chosen.selection.sources).at(found_at)
    return address.with_settings(
        agencies_as=agencies_as,
        successors=ON if successors else None,
        every=ON if every else None,
        beside=beside,
    )


def choose_number(label: str, choices: Sequence[tuple[str, Address]]) -> None:
    """Draw the way to the evidence for those who do not use a pointer: choose, follow a link.

    Args:
        label: what the reader is asked.
        choices: each number in words, with the address of its findings; nothing is drawn for none.
    """
    if not choices:
        return
    _, address = st.selectbox(
        label,
        choices,
        format_func=lambda choice: choice[0],
        key=f"evidence of {place.arrivals()} {label}",
        on_change=place.stay,
        filter_mode="contains",
        width=LINE,
    )
    link(EVIDENCE, "Open its evidence", address, icon=":material/arrow_forward:")
