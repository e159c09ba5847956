"""What the reader of "Where?" chooses: what is drawn, and what agencies count as."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.chosen import Chosen
from dashboard.database import ask_rows, build, run_table
from dashboard.sentences import factor_by_agency as sentences
from dashboard.views.parts.appraised import one_appraisal
from dashboard.views.parts.around import LINE
from dashboard.views.parts.links import WHAT_RECURS, link
from dashboard.views.parts.settings import ON, choose, switch
from dashboard.views.place import address
from queries.statement import Statement, compose

SHOWN = {"map": "All factors", "funnel": "One factor, as a funnel"}
AGENCIES_AS = {"named": "Named bodies", "kind": "Kinds of body", "sector": "Sectors"}


@dataclass(frozen=True)
class Asked:
    """What was asked of the reviews, and the answer.

    Attributes:
        chosen: the reader's choice.
        agencies_as: what agencies count as: named, kind or sector.
        successors: whether an agency counts as the one that took its place.
        groups: rows of `agency_groups.sql`, those in most reviews first.
        statement: the question.
        rows: rows of `factor_by_agency.sql`.
        appraisal: the appraisal that is shown.
    """

    chosen: Chosen
    agencies_as: str
    successors: bool
    groups: Sequence[Any]
    statement: Statement
    rows: pd.DataFrame
    appraisal: str


def choose_drawing() -> str:
    """Draw the choice between the map and the funnel."""
    return choose("show", "Show", SHOWN, "map")


def ask_where(chosen: Chosen) -> Asked:
    """Draw what agencies count as and which appraisal is shown, and ask."""
    agencies_as = choose("agencies_as", "Agencies as", AGENCIES_AS, "named")
    place_of_appraisal = st.container(width="content")
    own = {"agencies_as": agencies_as, "follow_successors": _choose_successors(chosen, agencies_as)}
    statement = compose("factor_by_agency", chosen.selection, **own)
    rows = run_table(build(), statement)
    with place_of_appraisal:
        appraisal = one_appraisal(set(rows["appraisal"]))
    return Asked(
        chosen=chosen,
        agencies_as=agencies_as,
        successors=own["follow_successors"],
        groups=ask_rows("agency_groups", chosen.selection, **own),
        statement=statement,
        rows=rows,
        appraisal=appraisal,
    )


def no_agency(chosen: Chosen) -> None:
    """Draw what to do where no selected review says which agencies were involved."""
    titles = [source.title for source in chosen.sources]
    st.markdown(sentences.no_agency(titles), width=LINE)
    st.markdown(
        "Choose another source in the sidebar. In reviews of your own, name the agencies of each "
        "review in `review_agencies.csv`, and those at which each finding was made in "
        "`finding_agencies.csv`.",
        width=LINE,
    )
    link(WHAT_RECURS, "See what recurs in these reviews", address().elsewhere())


def _choose_successors(chosen: Chosen, agencies_as: str) -> bool:
    """Draw whether successors are followed, where that makes a difference."""
    apart, followed = (
        {
            (row.group_id, row.reviews)
            for row in ask_rows(
                "agency_groups",
                chosen.selection,
                agencies_as=agencies_as,
                follow_successors=is_followed,
            )
        }
        for is_followed in (False, True)
    )
    if apart == followed and address().setting("successors") != ON:
        return False
    return switch(
        "successors",
        "Follow successors",
        help="A body counts as the one that took its place: a clinical commissioning group as the "
        "integrated care board.",
    )
