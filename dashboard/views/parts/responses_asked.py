"""What is asked of the responses to reviews: by what they are grouped, and of which status."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from dashboard.chosen import Chosen
from dashboard.database import estimated
from dashboard.responses import Responded, judged, responded
from dashboard.sentences import escaped
from dashboard.views.parts.settings import choose
from dashboard.views.parts.timeline import KINDS
from dashboard.views.parts.where_choices import AGENCIES_AS
from queries.statement import Statement, compose

BY = {"period": "Over time", "agency": "By agency"}
FIRST_STATUS = "overdue"
MOST_SIDE_BY_SIDE = 5
"""So many statuses stand side by side as buttons; more are a list."""


@dataclass(frozen=True)
class Asked:
    """What is drawn, and the answer.

    Attributes:
        by: period or agency.
        status: the status that is spoken of, and listed.
        agencies_as: what agencies count as: named, kind or sector.
        statement: the question, by period or agency.
        rows: its answer.
        together: the rows of all selected reviews; none where no status is recorded of them.
    """

    by: str
    status: str
    agencies_as: str
    statement: Statement
    rows: Sequence[Responded]
    together: Sequence[Responded]

    @property
    def noun(self) -> tuple[str, str]:
        """What a group is called, and several of them."""
        if self.by == "period":
            return "period", "periods"
        is_sector = self.agencies_as == "sector"
        return ("sector", "sectors") if is_sector else ("agency", "agencies")

    @property
    def in_periods(self) -> list[Responded]:
        """The rows that stand in a period, of every status."""
        return [row for row in self.rows if row.first is not None]

    @property
    def of_status(self) -> list[Responded]:
        """The rows of the one status: periods in their order, agencies of most reviews first.

        A name that may stand for several bodies comes after those that name one.
        """
        return sorted(
            (row for row in self.rows if row.status == self.status and row.reviews_recorded != 0),
            key=lambda row: (
                row.first.toordinal() if row.first else 0,
                not row.is_one_body,
                -(row.reviews_recorded or 0) if row.first is None else 0,
                row.group,
            ),
        )


def ask(chosen: Chosen, statuses: Sequence[Any]) -> Asked:
    """Draw the settings, and ask.

    Args:
        chosen: the reader's choice.
        statuses: rows of `response_statuses.sql`, at least one.
    """
    status = _choose_status(statuses)
    ways = BY if chosen.choices["agencies"] else {"period": BY["period"]}
    own: dict[str, str] = {}
    with st.container(horizontal=True, key="settings of responses", gap="medium"):
        by = choose("by", "Draw", ways, "period", clears=("at",))
        if by == "period":
            own["period_kind"] = choose(
                "periods", "Periods", KINDS, "calendar_year", kind="select", clears=("at",)
            )
        else:
            own["agencies_as"] = choose(
                "agencies_as", "Agencies as", AGENCIES_AS, "named", clears=("at",)
            )
    statement = compose("response_status", chosen.selection, by=by, **own)
    together = compose("response_status", chosen.selection)
    return Asked(
        by=by,
        status=status,
        agencies_as=own.get("agencies_as", "named"),
        statement=statement,
        rows=responded(estimated(statement, judged)),
        together=responded(estimated(together, judged)),
    )


def _choose_status(statuses: Sequence[Any]) -> str:
    """Draw the choice of the status that is spoken of."""
    options = {row.status: row.label for row in statuses}
    first = FIRST_STATUS if FIRST_STATUS in options else next(iter(options))
    if len(options) > MOST_SIDE_BY_SIDE:
        return choose("status", "Response status", options, first, kind="select")
    shown = {name: escaped(label) for name, label in options.items()}
    return choose("status", "Response status", shown, first, kind="pills")
