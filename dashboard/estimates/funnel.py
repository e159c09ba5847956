"""Funnel limits: how far the share of one agency may lie from that of all by chance alone."""

import numpy as np
import pandas as pd

from dashboard.estimates.columns import numbers

FEWEST_INVOLVED = 5
"""An agency involved in fewer reviews than this is drawn, and never flagged."""

WARNING = 0.95
"""Level of the inner limits: of 40 agencies that do not differ, up to 2 lie beyond them."""

ALARM = 0.998
"""Level of the outer limits: of 500 agencies that do not differ, up to 1 lies beyond them."""


def funnel_limits(
    baseline: float | np.ndarray, of: np.ndarray, level: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return between which shares an agency lies that differs from the baseline only by chance.

    The limits are the exact binomial ones, interpolated between whole reviews, so that they make
    a smooth funnel. A share lies below the low limit exactly where a count so low, or lower, has a
    probability of less than (1 - level) / 2 at the baseline. Limits by a normal approximation, or
    Wilson's formula turned round as in public health profiles, do not keep that promise for the
    five to twenty reviews that an agency here is involved in.

    The high limit is the low one of the reviews in which the factor is *not* found. Spiegelhalter's
    own high limit interpolates the other way, and flags too soon: 2 of 5 reviews at a baseline of
    10%, which has a probability of 8%, would lie beyond the upper 95% limit.

    Source: Spiegelhalter 2005, Statistics in Medicine 24:1185-1202, appendix A.1.1; on what the
    ways of interpolating keep to, Manktelow and Seaton 2012, PLoS ONE 7:e45723.

    Args:
        baseline: the share in all, from 0 to 1.
        of: reviews of each agency in which the factor was assessed, whole numbers.
        level: level of the limits, between 0 and 1: 0.95 or 0.998 by convention.

    Returns:
        Low and high limits, as shares from 0 to 1; missing where nothing was assessed.
    """
    of = np.asarray(of, dtype=float)
    of = np.where(of > 0, of, np.nan)
    tail = (1 - level) / 2
    return _low(baseline, of, tail), 1 - _low(1 - np.asarray(baseline), of, tail)


def with_funnel(rows: pd.DataFrame) -> pd.DataFrame:
    """Add what the share of all is, its funnel limits, and which agencies lie beyond them.

    Neither limit is a verdict: an agency may lie beyond one because its reviews are of another
    kind, or because it is more candid.

    Args:
        rows: a row an agency, all of one factor, with `reviews_with` and `reviews_assessed`.

    Returns:
        A copy with `baseline` (0 to 1: all found over all assessed, each review counted once for
        each agency involved in it), `low_95`, `high_95`, `low_998` and `high_998` (0 to 1), and
        `funnel`: "within", "low_95", "high_95", "low_998", "high_998" (the outermost limit that
        it lies beyond), "too few", or "" where it is not known.
    """
    found, of = numbers(rows, "reviews_with"), numbers(rows, "reviews_assessed")
    known = ~np.isnan(found) & (of > 0)
    baseline = found[known].sum() / of[known].sum() if known.any() else np.nan
    share = np.where(known, found, np.nan) / np.where(known, of, np.nan)
    low_95, high_95 = funnel_limits(baseline, of, WARNING)
    low_998, high_998 = funnel_limits(baseline, of, ALARM)
    conditions = {
        "": ~known,
        "too few": of < FEWEST_INVOLVED,
        "low_998": share < low_998,
        "high_998": share > high_998,
        "low_95": share < low_95,
        "high_95": share > high_95,
    }
    return rows.assign(
        baseline=baseline,
        low_95=low_95,
        high_95=high_95,
        low_998=low_998,
        high_998=high_998,
        funnel=np.select(list(conditions.values()), list(conditions), "within"),
    )


def _low(baseline: float | np.ndarray, of: np.ndarray, tail: float) -> np.ndarray:
    """Return the low limit: the count at which the interpolated distribution reaches the tail."""
    from scipy.stats import binom

    # The first count that is, together with those below it, at least as probable as the tail.
    count = binom.ppf(tail, of, baseline)
    reached = binom.cdf(count, of, baseline)
    before = (reached - tail) / (reached - binom.cdf(count - 1, of, baseline))
    return np.clip((count - before) / of, 0, 1)
