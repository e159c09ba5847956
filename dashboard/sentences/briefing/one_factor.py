"""One factor in words: in how many reviews it is found, when first and last, and how lately."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.recurrence import Recurrence
from dashboard.sentences.counts import count, found_of_reviews, listed, share_of_reviews
from dashboard.sentences.factor_timeline import AS
from dashboard.sentences.markdown import bold, escaped

INTERVAL = (
    "The interval says how far chance alone could move the share: the fewer the reviews, the "
    "wider it is."
)
PERIODS = {"financial_quarter": "quarter", "financial_year": "financial year"}
"""The kinds of period by which it is told when a factor was found."""

FOUND_IN = {"published": "reviews that came out in", "practice": "practice that ended in"}
"""Where a factor is found, by what places a review in time."""
OF_PERIOD = {"published": "that came out in", "practice": "of practice that ended in"}
"""The reviews of a period, likewise."""


def found_as(rows: Sequence[Recurrence]) -> str:
    """Say in how many reviews a factor is found, as a problem and as a strength.

    Args:
        rows: of one factor, at least one: the appraisals that are told of.

    Returns:
        Markdown: "**Supervision** was found as a problem in 14 of 27 reviews (52%; 95% interval
        34% to 69%), and as a strength in none."
    """
    name, of = bold(rows[0].label), rows[0].reviews_assessed
    if not of:
        return f"{name} was not assessed in any selected review: whether it recurs cannot be told."
    if not any(row.reviews_with for row in rows):
        as_what = [AS[row.appraisal].strip() for row in rows if AS[row.appraisal]]
        found = f"not found {listed(as_what, 'or')}" if as_what else "not found"
        return f"{name} was looked for in {count(of, 'review')}, and {found}."
    told = [f"{AS[row.appraisal]} in {_share(row)}" for row in rows]
    if rows[0].reviews_with:
        return f"{name} was found{', and'.join(told)}."
    not_found = f"{name} was not found{AS[rows[0].appraisal]}"
    return f"{not_found}, and was found{', and'.join(told[1:])}."


def in_short(row: Recurrence) -> str:
    """Say in a few words in how many reviews a factor is found: the title of a slide."""
    if not row.is_assessed:
        return "Not assessed in any selected review"
    share = found_of_reviews(row.reviews_with, row.reviews_assessed)
    return f"Found{AS[row.appraisal]} in {share}"


def first_and_last(history: Any, basis: str) -> str:
    """Say when a factor was first found, and when last, as it is appraised.

    Args:
        history: row of `factor_history.sql`.
        basis: practice or published: what places a review in time.

    Returns:
        Markdown; empty where it was found in no review with a date.
    """
    if pd.isna(history.first_found_on):
        return ""
    first = _period(history.first_found_in, history.first_found_on)
    last = _period(history.last_found_in, history.last_found_on)
    as_what, reviews = AS[history.appraisal], FOUND_IN[basis]
    if first == last:
        return f"It was found{as_what} only in {reviews} {first}."
    return f"It was first found{as_what} in {reviews} {first}, and last in {last}."


def in_quarter(found: int, assessed: int, reviews: int, quarter: str, basis: str) -> str:
    """Say in how many reviews of the quarter a factor was found, however appraised.

    Args:
        found: reviews of the quarter in which it is found.
        assessed: those in which it was assessed.
        reviews: all selected reviews of the quarter.
        quarter: its name.
        basis: practice or published: what places a review in time.
    """
    those = f"{count(reviews, 'review')} {OF_PERIOD[basis]} {quarter}"
    if not reviews:
        return f"There is no selected review {OF_PERIOD[basis]} {quarter}."
    if not assessed:
        return f"It was not assessed in the {those}."
    if reviews == assessed == 1:
        return f"It was {'' if found else 'not '}found in the {those}."
    of = those if assessed == reviews else f"{assessed:,} assessed of the {those}"
    return f"Of the {of}, it was found in {f'{found:,}' if found else 'none'}."


def over_periods(history: Any, kind: str) -> str:
    """Say in how many periods a factor was found, and if it is new or was not found lately.

    All of it is said of the factor as it is appraised: it may be found otherwise at other times.

    Args:
        history: row of `factor_history.sql`.
        kind: one of PERIODS.

    Returns:
        Markdown; empty where it was assessed in no period.
    """
    of, found = int(history.periods_assessed), int(history.periods_with)
    if not of:
        return ""
    period, as_what = PERIODS[kind], AS[history.appraisal]
    of_those = f"the {count(of, period)} in which reviews looked for it"
    if of == 1:
        said = [f"Reviews looked for it in one {period} only."]
    elif not found:
        said = [f"It was found{as_what} in none of {of_those}."]
    else:
        number = "all" if found == of else f"{found:,} of"
        said = [f"It was found{as_what} in {number} {of_those}."]
    if history.is_new:
        latest = escaped(history.latest_period)
        number = int(history.reviews_assessed_before)
        before = "the 1 review" if number == 1 else f"none of {count(number, 'review')}"
        held = "did not hold" if number == 1 else "held"
        said.append(f"It is new{as_what}: {before} before {latest} {held} it.")
    if history.is_not_seen_lately:
        since = count(int(history.reviews_assessed_since), "review")
        said.append(f"It was not found{as_what} in the {since} since.")
    return " ".join(said)


def _share(row: Recurrence) -> str:
    """Return a share with its interval; "none" where it was not found so."""
    if not row.reviews_with:
        return "none"
    return share_of_reviews(row.reviews_with, row.reviews_assessed, row.share_low, row.share_high)


def _period(name: Any, first: Any) -> str:
    """Return the name of a period, or the year of a date that falls into none."""
    return escaped(name) if isinstance(name, str) else f"{first:%Y}"
