"""The sides of a comparison: what each is, and the question that counts it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.address import Address
from dashboard.chosen import Chosen
from dashboard.database import ask_rows, ask_table, build, run_table
from dashboard.sentences import IN_THE_SAME_REVIEW, escaped, listed
from dashboard.sentences.comparison import may_be_incomplete, same_reviews
from dashboard.timeline import ends_of
from dashboard.views import place
from dashboard.views.parts.around import LINE
from dashboard.views.parts.open_evidence import evidence
from dashboard.views.parts.settings import choose
from queries.statement import Statement, compose

PERIOD_KINDS = {
    "financial_year": "Financial years",
    "financial_quarter": "Financial quarters",
    "calendar_year": "Calendar years",
    "calendar_quarter": "Calendar quarters",
}
BASIS = {"practice": "practice", "published": "publication"}
NOTHING_TO_COMPARE = (
    "There are no two agencies, boards, types of review or periods with selected reviews to set "
    "side by side. Take a filter away, or choose another source."
)


@dataclass(frozen=True)
class Side:
    """One side.

    Attributes:
        label: what the reader is shown.
        statement: the question that counted it.
        rows: its answer, of this side: `factor_id`, `appraisal`, `reviews_with` and
            `reviews_assessed`. Shared by all sessions: never to be changed.
        filters: fields of the selection that were set for it.
        found_at: code of the agency at which the factors are counted, if it is one.
    """

    label: str
    statement: Statement
    rows: pd.DataFrame
    filters: Mapping[str, Any]
    found_at: str | None = None

    def found_as(self, appraisal: str) -> pd.DataFrame:
        """Return the rows of one appraisal: one a factor."""
        rows: Any = self.rows[self.rows["appraisal"] == appraisal]
        return rows

    def evidence(self, chosen: Chosen, factor: str, appraisal: str) -> Address:
        """Return the address of the findings behind one number of this side."""
        filters = dict(self.filters)
        address = evidence(chosen, factor, appraisal, found_at=self.found_at, **filters)
        return address.with_selection(**{"sources": chosen.selection.sources} | filters)


def of_reviews(chosen: Chosen, label: str, **filters: Any) -> Side:
    """Return the side of the reviews that some filters choose, in place of the reader's own."""
    statement = compose("factor_recurrence", replace(chosen.selection, **filters))
    return Side(label, statement, run_table(build(), statement), filters)


def of_agency(chosen: Chosen, label: str, agency: str, **filters: Any) -> Side:
    """Return the side of an agency: what is found at it, of its own reviews."""
    statement = compose("factor_by_agency", replace(chosen.selection, **filters))
    answer = run_table(build(), statement)
    rows: Any = answer[answer["agency_id"] == agency]
    return Side(label, statement, rows, filters, found_at=agency)


def choose_sides(chosen: Chosen) -> tuple[Side, Side, tuple[str, ...]] | None:
    """Draw what is compared and its two sides.

    Returns:
        The sides, and what must be said of them; None, with words drawn, where there are not two.
    """
    kind = place.address().setting("periods")
    period_kind = kind if kind in PERIOD_KINDS else next(iter(PERIOD_KINDS))
    every = ask_rows("sides", chosen.selection, period_kind=period_kind)
    offered = _offered(chosen, every)
    if not offered:
        st.markdown(NOTHING_TO_COMPARE, width=LINE)
        return None
    names = {
        "agencies": "Agencies",
        "boards": chosen.board_label,
        "review_types": "Types of review",
        "periods": "Periods",
    }
    options = {name: names[name] for name in names if name in offered}
    compare = choose(
        "compare", "What is compared", options, next(iter(options)), clears=("one", "other")
    )
    if compare == "periods":
        first = next(iter(PERIOD_KINDS))
        choose("periods", "Periods", PERIOD_KINDS, first, kind="select", clears=("one", "other"))
    values = {row.value: row for row in offered[compare]}
    one, other = _two(values)
    if one.value == other.value:
        st.markdown(f"Both sides are {escaped(one.label)}. Choose another for one of them.")
        return None
    return _sides(chosen, compare, one, other)


def _offered(chosen: Chosen, every: list[Any]) -> dict[str, list[Any]]:
    """Return what can be compared: every kind that has two sides at least.

    Sources that code findings to agencies are not mixed with those that name agencies only in the
    same review: where there are some of each, the coded ones are compared.
    """
    attribution = "coded" if chosen.is_coded_to_agencies else "review"
    offered: dict[str, list[Any]] = {}
    for row in every:
        if row.compare != "agencies" or row.attribution == attribution:
            offered.setdefault(row.compare, []).append(row)
    return {name: rows for name, rows in offered.items() if len(rows) > 1}


def _two(values: Mapping[str, Any]) -> tuple[Any, Any]:
    """Draw the choice of both sides; by default the two with the most reviews, or the latest."""
    labels = {value: f"{row.label} ({row.reviews:,})" for value, row in values.items()}
    held = {name: place.address().setting(name) for name in ("one", "other")}
    left, right = st.columns(2)  # one above the other on a telephone, where names are long
    with left:
        first = next(value for value in values if value != held["other"])
        one = choose("one", "One side", labels, first, kind="select")
    with right:
        second = next(value for value in values if value != one)
        other = choose("other", "The other side", labels, second, kind="select")
    return values[one], values[other]


def _sides(
    chosen: Chosen, compare: str, one: Any, other: Any
) -> tuple[Side, Side, tuple[str, ...]]:
    """Count both sides, and gather what must be said of them."""
    if compare == "agencies":
        return _agencies(chosen, one, other)
    if compare == "periods":
        by = f"Periods are by date of {BASIS[chosen.selection.basis or 'published']}."
        said = tuple(
            filter(None, (by, *_part_periods(one, other), _incomplete(chosen, one, other)))
        )
        return _period(chosen, one), _period(chosen, other), said
    first, second = (
        of_reviews(chosen, row.label, **{compare: (row.value,)}) for row in (one, other)
    )
    return first, second, tuple(set_aside(chosen, compare))


def set_aside(chosen: Chosen, name: str) -> list[str]:
    """Say that a filter of the reader's gives way to the sides of the page, if it does."""
    if not getattr(chosen.selection, name):
        return []
    called = {"boards": chosen.board_label.lower(), "review_types": "review type"}
    filter_name = called.get(name, "work reviewed")
    return [f"The filter on {filter_name} does not hold on this page: it sets the sides itself."]


def _agencies(chosen: Chosen, one: Any, other: Any) -> tuple[Side, Side, tuple[str, ...]]:
    """Count two agencies, each among the reviews in which it was involved."""
    attribution = one.attribution
    sources = tuple(s.source_id for s in chosen.sources if s.attribution == attribution)
    filters: dict[str, Any] = {}
    if sources != chosen.selection.sources:
        filters["sources"] = sources
    first, second = (of_agency(chosen, row.label, row.value, **filters) for row in (one, other))
    [both] = ask_rows(
        "agencies_together",
        replace(chosen.selection, **filters),
        one=one.value,
        other=other.value,
    )
    shared = same_reviews(
        int(both.reviews_with_both),
        int(both.reviews_with_one),
        int(both.reviews_with_other),
        one.label,
        other.label,
    )
    said = [IN_THE_SAME_REVIEW] if attribution == "review" else []
    return first, second, tuple(filter(None, (*said, shared)))


def _period(chosen: Chosen, row: Any) -> Side:
    """Count a period, as far as the reader's own dates let it be seen."""
    first, last = row.period_from.date(), row.period_to.date()
    own = chosen.selection
    return of_reviews(
        chosen,
        f"{row.label} (part period)" if row.is_part_period else row.label,
        period_from=max(first, own.period_from or first),
        period_to=min(last, own.period_to or last),
    )


def _incomplete(chosen: Chosen, one: Any, other: Any) -> str:
    """Say which of the periods may miss reviews that are still to come."""
    after = ends_of(ask_table, chosen).incomplete_after
    late = [row.label for row in (one, other) if after and row.period_to.date() > after]
    return may_be_incomplete(late)


def _part_periods(one: Any, other: Any) -> list[str]:
    """Say which of the periods are seen in part only."""
    parts = [row.label for row in (one, other) if row.is_part_period]
    if not parts:
        return []
    is_part = "is a part period" if len(parts) == 1 else "are part periods"
    return [f"{listed(parts)} {is_part}: the data, or the chosen dates, do not cover all of it."]
