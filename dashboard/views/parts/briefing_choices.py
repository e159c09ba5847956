"""What a reader chooses of a briefing: the choices of the command `briefing`."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.briefing.basis import usual_basis
from dashboard.briefing.compose import KNOWN
from dashboard.briefing.quarter import Quarter, latest_whole, quarter_of
from dashboard.briefing.request import MARKINGS, Request
from dashboard.briefing.template import SHIPPED, read_template
from dashboard.chosen import Chosen
from dashboard.database import ask_table
from dashboard.sentences import day
from dashboard.views import place
from dashboard.views.parts import briefing_subject
from dashboard.views.parts.around import LINE
from dashboard.views.parts.settings import choose
from queries.selection import Basis, Selection

_BASIS = {"published": "Publication", "practice": "Practice"}
_MARKINGS = {name: printed or "None" for name, printed in MARKINGS.items()}


def draw(chosen: Chosen) -> Request | None:
    """Draw the choices.

    Returns:
        What is asked for; None where it is not said yet what a briefing on one thing is about.
    """
    templates = {name: read_template(name, KNOWN) for name in SHIPPED}
    titles = {name: template.title for name, template in templates.items()}
    with st.container(horizontal=True, key="settings of briefing", gap="small"):
        basis = _basis(chosen)
        quarter = _quarter(chosen, basis)
        with st.container(width=180):
            name = choose("template", "Template", titles, next(iter(titles)), kind="select")
        with st.container(width=190):
            marking = choose("marking", "Protective marking", _MARKINGS, "none", kind="select")
    _say_what_differs(chosen, basis)
    selection = replace(chosen.selection, basis=basis, period_to=None)
    review = source = None
    if templates[name].about == "one":
        up_to = replace(selection, period_to=quarter.last)
        subject = briefing_subject.draw(chosen, up_to)
        if subject is None:
            return None
        selection = _about(selection, subject)
        review, source = subject.review, subject.review_source
    return Request(quarter, selection, templates[name], name, marking, review, source)


def _quarter(chosen: Chosen, basis: Basis) -> Quarter:
    """Draw the choice of the quarter: the latest whole one, unless the reader chose another."""
    quarters = {one.code: one for one in quarters_of(chosen, basis)}
    names = {code: _name(one, chosen.data_date) for code, one in quarters.items()}
    latest = latest_whole(chosen.data_date).code
    with st.container(width=265):  # as wide as the name of a part period
        return quarters[choose("quarter", "Quarter", names, latest, kind="select")]


def quarters_of(chosen: Chosen, basis: Basis) -> list[Quarter]:
    """Return each quarter from that of the first review to that of the data, latest first."""
    extent = chosen.extent
    first: Any = extent.first_practice_on if basis == "practice" else extent.first_published_on
    last = quarter_of(chosen.data_date)
    earliest = latest_whole(chosen.data_date)
    if not pd.isna(first):
        earliest = min(earliest, quarter_of(first))
    found = [last]
    while found[-1] > earliest:
        found.append(found[-1].after(-1))
    return found


def _name(quarter: Quarter, data_date: date) -> str:
    """Name a quarter; one that the data do not cover whole says so."""
    return f"{quarter.name}, part period" if quarter.last > data_date else quarter.name


def _basis(chosen: Chosen) -> Basis:
    """Return what places reviews in time; a choice where there are dates of both kinds.

    Practice that the reader chose in the sidebar holds here too.
    """
    dated = [basis for basis in _BASIS if getattr(chosen.extent, f"reviews_{basis}_dated")]
    usual = place.address().selection.basis or usual_basis(ask_table, chosen.selection)
    if len(dated) < len(_BASIS):
        return "practice" if "practice" in dated else "published"
    label = "Reviews placed in time by"
    return "practice" if choose("placed", label, _BASIS, usual) == "practice" else "published"


def _say_what_differs(chosen: Chosen, basis: Basis) -> None:
    """Say what of the period in the sidebar holds otherwise, or not, in a briefing."""
    held = chosen.selection
    if held.period_to:
        st.caption(
            "A briefing ends with its quarter: the end of the period in the sidebar, "
            f"{day(held.period_to)}, is not used here.",
            width=LINE,
        )
    if held.period_from and basis != held.basis:
        st.caption(
            f"Reviews are placed in time by {_BASIS[basis].lower()} here: the period from "
            f"{day(held.period_from)} is meant so too.",
            width=LINE,
        )


def _about(selection: Selection, subject: briefing_subject.Subject) -> Selection:
    """Return the filters of a briefing on one thing."""
    return selection if subject.factor is None else replace(selection, factors=(subject.factor,))
