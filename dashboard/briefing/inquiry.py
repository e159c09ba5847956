"""How the parts of a briefing ask: the questions of the pages, up to the end of its quarter."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pandas as pd

from dashboard.answers import Ask, rows_of
from dashboard.briefing.request import Request
from dashboard.chosen import Chosen
from queries.selection import Selection


@dataclass(frozen=True)
class Inquiry:
    """What every part is made from.

    Attributes:
        ask: how questions are asked; each is asked once.
        request: what the briefing is asked for.
        chosen: the choice, up to the last day of the quarter.
        build: fingerprint of what was loaded: the same for the same sources and codebooks.
        version: of Crossreview.
    """

    ask: Ask
    request: Request
    chosen: Chosen
    build: str
    version: str

    @property
    def up_to(self) -> Selection:
        """The filters, up to the last day of the quarter: what the board knows by then."""
        return self.chosen.selection

    @property
    def within(self) -> Selection:
        """The filters within the quarter: what came that quarter."""
        return self.since(self.request.quarter.first)

    @property
    def before(self) -> Selection:
        """The filters up to the day before the quarter: what the last briefing could tell of."""
        return self.until(self.request.quarter.first)

    def since(self, first: date) -> Selection:
        """The filters from a day on, up to the last day of the quarter."""
        begins = self.up_to.period_from
        return replace(self.up_to, period_from=max(first, begins) if begins else first)

    def until(self, first: date) -> Selection:
        """The filters up to the day before a day.

        Where the filters begin no earlier, no review is selected.
        """
        return replace(self.up_to, period_to=first - timedelta(days=1))

    @property
    def is_part(self) -> bool:
        """Whether the data end before the quarter does."""
        return self.covered_to < self.request.quarter.last

    @property
    def covered_to(self) -> date:
        """The last day that every chosen source covers, as far as the sources say."""
        ends = [row.covers_to for row in self.chosen.sources]
        return min(self.chosen.data_date if pd.isna(end) else end.date() for end in ends)

    def table(self, name: str, selection: Selection | None = None, **own: Any) -> pd.DataFrame:
        """Ask a question, by default of everything up to the end of the quarter."""
        return self.ask(name, selection or self.up_to, **own)

    def rows(self, name: str, selection: Selection | None = None, **own: Any) -> list[Any]:
        """Ask a question whose answer is short, and return its rows."""
        return rows_of(self.table(name, selection, **own))

    def reviews(self, selection: Selection) -> int:
        """Count the reviews that a selection chooses."""
        return int(self.rows("extent", selection)[0].reviews_selected)
