"""How long after the work a review comes out: how much of the latest time is still to come."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from dashboard.estimates.columns import numbers

USUAL_DELAY_MONTHS = 24
"""From the end of the practice reviewed to publication, where a source does not say.

Of the deaths in 124 domestic homicide reviews that the Home Office quality-assured from October
2019 to September 2020, nearly three quarters had been in 2017 or 2018.
"""

FEWEST_DELAYS = 20
"""With fewer reviews the slowest tenth would be a single one, and its delay a matter of chance."""


class Delay(NamedTuple):
    """Months from the end of the practice reviewed to publication."""

    median_months: int  # half of the reviews were out by then
    late_months: int  # nine in ten were
    reviews: int  # whose delay is known


def delay(rows: pd.DataFrame, level: float = 0.9) -> Delay | None:
    """Estimate how long reviews take to come out, by the quantiles of the delays seen.

    Both are delays that a review had, and so hold for few reviews and for any distribution; a mean
    would hang on the one review that took ten years.

    The delays are too short. Of the practice of the last years only those reviews are known that
    came out quickly (right truncation), and the slow ones are not yet in the data to be counted. So
    more than a tenth of the latest reviews may be still to come after the later of both.

    Source: Hyndman and Fan 1996, The American Statistician 50:361-365 (definition 1: the inverse
    of the distribution seen); on right truncation, Lawless 1994, Canadian Journal of Statistics
    22:15-31.

    Args:
        rows: rows with `delay_months`, whole months, and `reviews`, how many had that delay. A
            delay below 0 is a mistake in the dates and ignored.
        level: share of the reviews that is out by `late_months`, between 0 and 1.

    Returns:
        The delays, or nothing with fewer than FEWEST_DELAYS reviews.
    """
    months, reviews = numbers(rows, "delay_months"), numbers(rows, "reviews")
    known = (months >= 0) & (reviews > 0)
    months, reviews = months[known], reviews[known]
    if reviews.sum() < FEWEST_DELAYS:
        return None
    half, late = np.quantile(months, [0.5, level], weights=reviews, method="inverted_cdf")
    return Delay(int(half), int(late), int(reviews.sum()))
