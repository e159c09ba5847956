"""What two sides differ in, in a few sentences."""

from collections.abc import Sequence
from math import floor

import pandas as pd

from dashboard.comparison import Compared, comparisons
from dashboard.estimates import TOO_FEW_REVIEWS
from dashboard.sentences.counts import count, found_of, listed
from dashboard.sentences.markdown import bold, escaped

NAMED_AT_MOST = 3
"""Factors that differ are named up to this many, and counted beyond."""

NOT_A_RANKING = (
    "A difference is not a ranking. It can come from other cases, another way of coding or another "
    "method of review, as well as from the work itself. The interval says how far chance alone may "
    "have moved it."
)
HOW_MARKED = (
    "A factor stands out where Fisher's exact test, with allowance for all the factors shown "
    "(Benjamini-Hochberg), leaves a q of 0.05 at most: of those that stand out about 1 in 20 may "
    "still be chance. Among many factors, an interval that leaves out 0 may be chance too."
)
AS_WHAT = {"problem": " as a problem", "strength": " as a strength", "mixed": " as mixed"}
"""How a factor is found, in a sentence; nothing where the source does not appraise."""


def comparison(rows: pd.DataFrame, one: str, other: str, appraisal: str) -> str:
    """Say which factors differ between two sides, and what cannot be told.

    Args:
        rows: rows of `dashboard.comparison.compared`, of one appraisal.
        one: name of the first side.
        other: name of the second.
        appraisal: as what the factors are found.

    Returns:
        Markdown: factors and sides in bold, each share with its counts, each difference with its
        interval.
    """
    every = comparisons(rows)
    if not every:
        return "There is nothing to count: no factor fits these filters."
    for name, of in ((one, [row.of_a for row in every]), (other, [row.of_b for row in every])):
        if max(of) < TOO_FEW_REVIEWS:
            return _too_few_of(name, max(of))
    told = [row for row in every if row.is_assessed and not row.is_too_few]
    return " ".join(filter(None, (_differing(told, one, other, appraisal), _not_told(every))))


def points(row: Compared, one: str, other: str) -> str:
    """Say how large a difference is, and on which side is more.

    Returns:
        Such as "45 percentage points more in Police; 95% interval 14 to 66". Where the interval
        reaches to the other side its lower limit is below 0.
    """
    more, limits = (one, (row.low, row.high))
    if row.difference < 0:
        more, limits = other, (-row.high, -row.low)
    interval = f"95% interval {whole_points(limits[0])} to {whole_points(limits[1])}"
    if not whole(row.difference):
        return f"no more than a point apart; {interval}"
    size = count(whole(abs(row.difference)), "percentage point")
    return f"{size} more in {more}; {interval}"


def whole(share: float) -> int:
    """Return a difference of shares as whole percentage points, halves away from zero."""
    return floor(round(100 * abs(share), 9) + 0.5) * (-1 if share < 0 else 1)


def whole_points(share: float) -> str:
    """Return a difference of shares as whole points, with a minus sign and not a hyphen."""
    return f"{whole(share)}".replace("-", "\u2212")


def same_reviews(both: int, of_one: int, of_other: int, one: str, other: str) -> str:
    """Warn that the sides share reviews; empty if they do not.

    Args:
        both: reviews in which both agencies were involved.
        of_one: reviews in which the first was involved.
        of_other: reviews in which the second was.
        one: name of the first.
        other: name of the second.
    """
    if not both:
        return ""
    are = "is" if both == 1 else "are"
    return (
        f"{count(both, 'review')} {are} on both sides: of the {of_one:,} of {one} and the "
        f"{of_other:,} of {other}. The interval takes the two sides as separate, and they are not."
    )


def may_be_incomplete(periods: Sequence[str]) -> str:
    """Warn of periods whose reviews may be still to come; empty if there are none.

    Args:
        periods: names of those periods that are compared.
    """
    if not periods:
        return ""
    return (
        f"{listed(periods)} may be incomplete: reviews of practice so late may be still to come, "
        "and those that came out soon need not be like them."
    )


def _too_few_of(name: str, of: int) -> str:
    """Say that a side is too small to be compared."""
    if not of:
        return f"No selected review of {bold(name)} was assessed: there is nothing to compare."
    was = "was" if of == 1 else "were"
    return (
        f"Of {bold(name)} only {count(of, 'review')} {was} assessed: too few to tell whether it "
        "differs."
    )


def _differing(told: Sequence[Compared], one: str, other: str, appraisal: str) -> str:
    """Name the factors that stand out, or the largest difference where none does."""
    if not told:
        return ""
    between = f"Between {bold(one)} and {bold(other)}"
    as_what = AS_WHAT.get(appraisal, "")
    if not any(row.with_a or row.with_b for row in told):
        return f"No factor was found{as_what} on either side."
    largest = sorted(told, key=lambda row: -abs(row.difference))
    different = [row for row in largest if row.is_different]
    if not different:
        return (
            f"{between} no factor stands out{as_what}: of {count(len(told), 'difference')} looked "
            "at together, each may be chance. "
            f"The largest is in {_told(largest[0], one, other)}."
        )
    named = [_told(row, one, other) for row in different[:NAMED_AT_MOST]]
    if len(different) > NAMED_AT_MOST:
        named.append(f"{len(different) - NAMED_AT_MOST:,} more")
    stand = "stands" if len(different) == 1 else "stand"
    of = f"{len(different):,} of {count(len(told), 'factor')}"
    return f"{between} {of} {stand} out{as_what}: {listed(named)}."


def _told(row: Compared, one: str, other: str) -> str:
    """Return one factor with both counts and its difference."""
    return (
        f"{bold(row.label)} ({found_of(row.with_a, row.of_a)} and "
        f"{found_of(row.with_b, row.of_b)}: {escaped(points(row, one, other))})"
    )


def _not_told(every: Sequence[Compared]) -> str:
    """Count the factors of which nothing can be told."""
    unassessed = sum(not row.is_assessed for row in every)
    few = sum(row.is_assessed and row.is_too_few for row in every)
    parts = []
    if few:
        have = "has" if few == 1 else "have"
        parts.append(f"{count(few, 'factor')} {have} too few reviews on a side to tell.")
    if unassessed:
        was = "was" if unassessed == 1 else "were"
        parts.append(f"{count(unassessed, 'factor')} {was} not assessed on both sides.")
    return " ".join(parts)
