"""What is new in a quarter, and what was not seen in the eight quarters that end with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.answers import rows_of
from dashboard.briefing.inquiry import Inquiry
from dashboard.estimates import with_interval
from dashboard.sentences.briefing.unseen import Unseen
from queries.selection import Selection

LATELY = 8
"""Quarters, the briefing's among them, for which a factor must not be found to be called unseen."""


@dataclass(frozen=True)
class Lately:
    """What is new, and what was not seen.

    Attributes:
        new: rows of `factor_history.sql`, those found in the most reviews of the quarter first.
        first_assessed: the same of factors that could not have been found before.
        unseen: factors found before and not lately, those found in the most reviews before first.
        not_assessed: factors found before that could not have been found lately.
        before: the filters up to the eight quarters.
        since: the filters within the eight quarters.
    """

    new: tuple[Any, ...]
    first_assessed: frozenset[str]
    unseen: tuple[Unseen, ...]
    not_assessed: frozenset[str]
    before: Selection
    since: Selection


def lately(inquiry: Inquiry, appraisals: list[str]) -> Lately:
    """Find out what is new in the quarter, and what was not seen lately.

    Whether a factor is new, the question on its history says, of the latest period into which a
    review falls: that is the quarter, or nothing is new. Of what was not seen it speaks of that
    period too, which may be an earlier one: so that is judged here, by the days between which a
    factor is found, and counted in the reviews of the eight quarters that end with the briefing's.

    Args:
        inquiry: what the briefing is made from.
        appraisals: those that are told of.
    """
    quarter = inquiry.request.quarter
    first = quarter.after(1 - LATELY).first
    before, since = inquiry.until(first), inquiry.since(first)
    history = [row for row in _history(inquiry) if row.appraisal in appraisals]
    found = [row for row in history if pd.notna(row.found_from)]
    in_quarter = [row for row in found if row.found_from >= pd.Timestamp(quarter.first)]
    new = [row for row in in_quarter if row.is_new]
    gone = [row for row in found if row.found_to < pd.Timestamp(first)]
    unseen = list(_unseen(gone, _counts(inquiry, before), _counts(inquiry, since)))
    return Lately(
        new=tuple(sorted(new, key=lambda row: -int(row.reviews_with_latest))),
        first_assessed=frozenset(
            row.factor_id for row in in_quarter if not row.reviews_assessed_before
        ),
        unseen=tuple(
            sorted(
                (one for one in unseen if one.reviews_assessed), key=lambda one: -one.reviews_with
            )
        ),
        not_assessed=frozenset(one.row.factor_id for one in unseen if not one.reviews_assessed),
        before=before,
        since=since,
    )


def _history(inquiry: Inquiry) -> list[Any]:
    """Return the factors' histories, with the undated reviews that the period leaves out."""
    keys = ["factor_id", "appraisal"]
    whole = inquiry.up_to.without("period_from").without("period_to")
    ever = inquiry.table("factor_history", whole, period_kind="financial_quarter")
    dated = inquiry.table("factor_history", period_kind="financial_quarter")
    undated = ever[[*keys, "reviews_with_undated"]]
    dated = dated.drop(columns="reviews_with_undated")
    return rows_of(dated.merge(undated, on=keys, how="left", validate="one_to_one"))


def _counts(inquiry: Inquiry, selection: Selection) -> dict[tuple[str, str], Any]:
    """Return how often each factor is found in a selection."""
    rows = rows_of(with_interval(inquiry.table("factor_recurrence", selection)))
    return {(row.factor_id, row.appraisal): row for row in rows}


def _unseen(
    gone: list[Any], before: dict[tuple[str, str], Any], since: dict[tuple[str, str], Any]
) -> Iterator[Unseen]:
    """Yield factors with their counts before and lately.

    What is found so long ago, but in a review whose date reaches into the time since, is not gone.
    """
    for row in gone:
        then, now = before[row.factor_id, row.appraisal], since[row.factor_id, row.appraisal]
        yield Unseen(
            row,
            int(then.reviews_with),
            int(then.reviews_assessed),
            int(now.reviews_assessed),
            float(now.share_low),
            float(now.share_high),
        )
