"""What the reader chose, made ready to be counted, with all that is to be said of it."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from dashboard.answers import Ask, ask_rows
from dashboard.balance import APPRAISALS
from dashboard.sentences.counts import listed
from dashboard.sentences.dates import day
from dashboard.sentences.left_out import not_assessed
from queries.resolve import ATTRIBUTE_OF
from queries.selection import Selection

Choices = dict[str, dict[str, tuple[str, int | None]]]
"""For each attribute of a selection its values, each with its label and its number of reviews."""
_TITLE_ENDS = re.compile(r"[(:,]")
"""What follows in the title of a source tells more of it, and is not its name."""


@dataclass(frozen=True)
class Chosen:
    """The reader's choice.

    Attributes:
        selection: the filters, settled: what every question is asked with.
        default: the same sources with no filter at all.
        sources: rows of `sources.sql`, the chosen ones.
        frameworks: rows of `frameworks.sql`.
        choices: what each filter can be set to: attribute -> {value: (label, reviews or None)}.
        extent: the row of `extent.sql`.
    """

    selection: Selection
    default: Selection
    sources: tuple[Any, ...]
    frameworks: tuple[Any, ...]
    choices: Choices
    extent: Any

    @property
    def labels(self) -> dict[str, dict[str, str]]:
        """Labels of all values, by attribute of the selection."""
        return {
            "sources": {source.source_id: source.title for source in self.sources},
            "framework": {one.framework_id: one.title for one in self.frameworks},
            **{
                name: {value: label for value, (label, _) in held.items()}
                for name, held in self.choices.items()
            },
        }

    @property
    def sources_named(self) -> dict[str, str]:
        """What tells the rows of several sources apart: the short title of each, by its code.

        Empty where one source is chosen: its rows need no name. Reviews that are made up are never
        counted together with real ones, so that a short title need not say it of each row.
        """
        if len(self.sources) < 2:
            return {}
        titles = {source.source_id: str(source.title) for source in self.sources}
        short = {code: _TITLE_ENDS.split(title)[0].strip() for code, title in titles.items()}
        are_told_apart = all(short.values()) and len(set(short.values())) == len(short)
        return short if are_told_apart else titles

    @property
    def names(self) -> dict[str, str]:
        """What a filter is called in these sources where it has a name of its own."""
        return {"boards": self.board_label}

    @property
    def board_label(self) -> str:
        """What a board is called in the chosen sources."""
        called = {source.board_label for source in self.sources}
        return called.pop() if len(called) == 1 else "Board"

    @property
    def reviews_not_assessed(self) -> str:
        """How many of the selected reviews no factor was looked for in, in words; empty if none."""
        extent = self.extent
        if self.selection.framework is None:
            return ""
        return not_assessed(int(extent.reviews_assessed), int(extent.reviews_selected))

    @property
    def is_made_up(self) -> bool:
        """Whether the reviews are made up."""
        return bool(self.made_up_titles)

    @property
    def made_up_titles(self) -> list[str]:
        """Titles of the made-up sources."""
        return [source.title for source in self.sources if source.is_made_up]

    @property
    def is_coded_to_agencies(self) -> bool:
        """Whether any chosen source says at which agency a finding was made."""
        return any(source.attribution == "coded" for source in self.sources)

    @property
    def has_appraisals(self) -> bool:
        """Whether the findings are appraised at all, and not all neutral."""
        return bool(set(self.choices["appraisals"]) - {"neutral"})

    @property
    def appraisals_left(self) -> list[str]:
        """The appraisals of the chosen sources that the filter leaves in."""
        kept = self.selection.appraisals
        return [one for one in self.choices["appraisals"] if not kept or one in kept]

    @property
    def data_date(self) -> date:
        """The day up to which the sources cover, or on which they were loaded."""
        return max(self._ends.values())

    @property
    def data_as_at(self) -> str:
        """That day in words; of each source where they differ, so that none seems newer."""
        ends = self._ends
        if len(set(ends.values())) == 1:
            return day(self.data_date)
        named = self.sources_named
        return listed([f"{day(end)} ({named[source]})" for source, end in ends.items()])

    @property
    def _ends(self) -> dict[str, date]:
        """The day up to which each source covers, or on which it was loaded, by its code."""
        return {
            source.source_id: self.loaded_on
            if pd.isna(source.covers_to)
            else source.covers_to.date()
            for source in self.sources
        }

    @property
    def loaded_on(self) -> date:
        """The day on which the build was made."""
        return self.sources[0].loaded_at.date()


def gathered(
    ask: Ask, selection: Selection, default: Selection, choices: Choices | None = None
) -> Chosen:
    """Gather what is to be said of a choice.

    Args:
        ask: how questions are asked.
        selection: the filters, settled.
        default: the same sources and framework with no filter at all, settled.
        choices: what each filter of `default` can be set to, where that is known already.
    """
    loaded = {source.source_id: source for source in ask_rows(ask, "sources", selection)}
    return Chosen(
        selection=selection,
        default=default,
        sources=tuple(loaded[source] for source in selection.sources),
        frameworks=tuple(ask_rows(ask, "frameworks", default)),
        choices=choices or choices_of(ask_rows(ask, "choices", default)),
        extent=ask_rows(ask, "extent", selection)[0],
    )


def choices_of(rows: Iterable[Any]) -> Choices:
    """Return the rows of `choices.sql` by attribute of the selection."""
    found: Choices = {attribute: {} for attribute in ATTRIBUTE_OF.values()}
    for name, value, label, reviews in rows:
        found[ATTRIBUTE_OF[name]][value] = (label, None if pd.isna(reviews) else int(reviews))
    return found


def first_appraisal(offered: Collection[str]) -> str:
    """Return the appraisal that is shown first of those that there are: the problem, if it is."""
    return next((one for one in APPRAISALS if one in offered), "neutral")


def named(title: str, is_made_up: bool) -> str:
    """Return the title of a source, which says so if it is made up."""
    return f"{title} (made up)" if is_made_up and "made up" not in title.lower() else title
