"""Differences between the shares of two sets of reviews."""

import numpy as np
import pandas as pd

from dashboard.estimates.association import Q_LIMIT, p_and_q_values
from dashboard.estimates.columns import numbers
from dashboard.estimates.shares import LEVEL, TOO_FEW_REVIEWS, Interval, wilson_limits


def newcombe(found_a: int, of_a: int, found_b: int, of_b: int, level: float = LEVEL) -> Interval:
    """Estimate the interval of the difference of two independent shares by Newcombe's method.

    It joins the Wilson intervals of both shares, and takes over what makes them fit few reviews: it
    stays within -1 and 1, has a width where both shares are "none" or "all", and keeps close to
    its stated coverage, where the usual difference plus or minus 1.96 standard errors does not.

    Source: Newcombe 1998, Statistics in Medicine 17:873-890 (method 10: hybrid score, without
    continuity correction).

    Args:
        found_a: reviews of the first set in which the factor is found.
        of_a: reviews of the first set in which it was assessed, at least 1.
        found_b: reviews of the second set in which it is found.
        of_b: reviews of the second set in which it was assessed, at least 1.
        level: confidence level, between 0 and 1.

    Returns:
        The interval of the first share less the second, from -1 to 1.

    Raises:
        ValueError: if `of` is not at least 1, or `found` is not between 0 and `of`, on a side.
    """
    if of_a < 1 or of_b < 1 or not 0 <= found_a <= of_a or not 0 <= found_b <= of_b:
        raise ValueError(
            "A difference needs 0 <= found <= of and of >= 1 on both sides, "
            f"not {found_a} of {of_a} and {found_b} of {of_b}."
        )
    a, b = np.array([[found_a], [of_a]], dtype=float), np.array([[found_b], [of_b]], dtype=float)
    low, high = _limits(a[0], a[1], b[0], b[1], level)
    return Interval(float(low[0]), float(high[0]))


def with_difference(rows: pd.DataFrame) -> pd.DataFrame:
    """Add the difference of two shares, its 95% interval, and whether it is more than chance.

    The interval is that of `newcombe`; each row is tested by `fisher`, and all of them together by
    `benjamini_hochberg`. A row with too few reviews assessed on a side is not tested and does not
    count among the tests; its interval, wide as it is, is given.

    Args:
        rows: every comparison shown, with `reviews_with_a`, `reviews_assessed_a`,
            `reviews_with_b` and `reviews_assessed_b`. No review may be on both sides.

    Returns:
        A copy with `share_a` and `share_b` (0 to 1), `difference` (a less b, -1 to 1),
        `difference_low` and `difference_high`, blank where nothing was assessed; `p_value` and
        `q_value` (0 to 1), blank where there was no test; and `is_different`.
    """
    found_a, of_a = numbers(rows, "reviews_with_a"), numbers(rows, "reviews_assessed_a")
    found_b, of_b = numbers(rows, "reviews_with_b"), numbers(rows, "reviews_assessed_b")
    of_a, of_b = np.where(of_a > 0, of_a, np.nan), np.where(of_b > 0, of_b, np.nan)
    low, high = _limits(found_a, of_a, found_b, of_b, LEVEL)
    is_tested = (of_a >= TOO_FEW_REVIEWS) & (of_b >= TOO_FEW_REVIEWS)
    p_values, q_values = p_and_q_values(found_a, of_a, found_b, of_b, is_tested)
    return rows.assign(
        share_a=found_a / of_a,
        share_b=found_b / of_b,
        difference=found_a / of_a - found_b / of_b,
        difference_low=low,
        difference_high=high,
        p_value=p_values,
        q_value=q_values,
        is_different=q_values <= Q_LIMIT,
    )


def _limits(
    found_a: np.ndarray, of_a: np.ndarray, found_b: np.ndarray, of_b: np.ndarray, level: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return Newcombe's limits, missing where any count is."""
    a, b = found_a / of_a, found_b / of_b
    low_a, high_a = wilson_limits(found_a, of_a, level)
    low_b, high_b = wilson_limits(found_b, of_b, level)
    low = a - b - np.hypot(a - low_a, high_b - b)
    high = a - b + np.hypot(high_a - a, b - low_b)
    return low, high
