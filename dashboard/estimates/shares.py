"""Shares of reviews: their interval, and when there are too few to give one."""

from statistics import NormalDist
from typing import NamedTuple

import numpy as np
import pandas as pd

from dashboard.estimates.columns import numbers

LEVEL = 0.95
"""Confidence level of every interval that is shown."""

TOO_FEW_REVIEWS = 5
"""With fewer reviews assessed than this no percentage is given: it is "too few to tell".

With four, even none (0% to 49%) and all (51% to 100%) leave half of the scale open, so that no
result could say more than "less than half" or "more than half".
"""


class Interval(NamedTuple):
    """The lowest and highest share (0 to 1) that the counts are compatible with."""

    low: float
    high: float


def wilson(found: int, of: int, level: float = LEVEL) -> Interval:
    """Estimate the interval of a share by Wilson's score method.

    It stays within 0 and 1, has a width at "none" and at "all", and keeps close to its stated
    coverage from a handful of reviews on, where the usual share plus or minus 1.96 standard errors
    does none of these. It has no continuity correction, which would be too wide for small counts.

    Source: Wilson 1927, Journal of the American Statistical Association 22:209-212; compared with
    six others in Newcombe 1998, Statistics in Medicine 17:857-872 (method 3).

    Args:
        found: reviews in which the factor is found.
        of: reviews in which it was assessed, at least 1.
        level: confidence level, between 0 and 1.

    Returns:
        The interval, as shares from 0 to 1.

    Raises:
        ValueError: if `of` is not at least 1, or `found` is not between 0 and `of`.
    """
    if of < 1 or not 0 <= found <= of:
        raise ValueError(f"An interval needs 0 <= found <= of and of >= 1, not {found} of {of}.")
    low, high = wilson_limits(np.array([found], dtype=float), np.array([of], dtype=float), level)
    return Interval(float(low[0]), float(high[0]))


def with_interval(rows: pd.DataFrame) -> pd.DataFrame:
    """Add the share of reviews and its 95% Wilson interval to rows of counts.

    Args:
        rows: rows with `reviews_with` and `reviews_assessed`.

    Returns:
        A copy with `share`, `share_low` and `share_high` (0 to 1), blank where nothing was
        assessed: a share of no reviews is not 0.
    """
    found = numbers(rows, "reviews_with")
    of = numbers(rows, "reviews_assessed")
    of = np.where((of > 0) & ~np.isnan(found), of, np.nan)
    low, high = wilson_limits(found, of, LEVEL)
    return rows.assign(share=found / of, share_low=low, share_high=high)


def is_too_few(reviews_assessed: int) -> bool:
    """Tell whether too few reviews were assessed to say anything of a share."""
    return reviews_assessed < TOO_FEW_REVIEWS


def wilson_limits(
    found: np.ndarray, of: np.ndarray, level: float = LEVEL
) -> tuple[np.ndarray, np.ndarray]:
    """Return the limits of `wilson` for many counts, missing where either count is."""
    z = NormalDist().inv_cdf((1 + level) / 2)
    middle = found + z**2 / 2
    reach = z * np.sqrt(found * (of - found) / of + z**2 / 4)
    scale = of + z**2
    # At none and all a limit is exactly 0 or 1: the arithmetic misses it by a rounding error.
    low = np.where(found == 0, found * of, (middle - reach) / scale)
    high = np.where(found == of, of / of, (middle + reach) / scale)
    return low, high
