"""Time until something is found, where not everybody was watched long enough to tell."""

import warnings
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from dashboard.estimates.shares import LEVEL

_HALF = 0.5 + 1e-9
"""A product of fractions that is a half may miss it by a rounding error."""


class Median(NamedTuple):
    """The days by which the thing was found in half, with the limits of that time."""

    days: float
    low: float
    high: float | None  # None: it may be any time later


@dataclass(frozen=True)
class Survival:
    """A Kaplan-Meier estimate: one entry for day 0 and for each day on which anything happened.

    Each share holds from its day up to the next.
    """

    time: np.ndarray  # days, ascending, the first 0
    share: np.ndarray  # in which it has not been found up to and on that day, 0 to 1
    low: np.ndarray  # limits of the share
    high: np.ndarray
    at_risk: np.ndarray  # still watched, and not found before that day
    events: np.ndarray  # found on that day
    censored: np.ndarray  # last watched on that day, and not found
    median: Median | None  # None: not reached, more than half were not found at the end

    def watched_at(self, days: ArrayLike) -> np.ndarray:
        """Return how many are still watched, and not found before, on each of these days."""
        gone = self.events + self.censored
        before = np.concatenate([[0], np.cumsum(gone)])
        place = np.searchsorted(self.time, np.asarray(days, dtype=float), side="left")
        return self.at_risk[0] - before[place]


def none_of(of: int, level: float = LEVEL) -> float:
    """Return the highest share that is still compatible with having found none.

    It is the upper limit of the exact (Clopper-Pearson) interval of 0 of `of`, one-sided, since
    below 0 there is nothing. It holds for any number: 0 of 3 leaves up to 63% open, and only from
    59 on less than 5%. The well-known 3 / `of`, the "rule of three", comes close from 30 or so on;
    for a handful it is more than all.

    Source: Clopper and Pearson 1934, Biometrika 26:404-413; Hanley and Lippman-Hand 1983, JAMA
    249:1743-1745 (the rule of three).

    Args:
        of: how many were looked at, at least 1.
        level: one-sided confidence level, between 0 and 1.

    Returns:
        The share, 0 to 1.

    Raises:
        ValueError: if none was looked at: then nothing is ruled out.
    """
    if of < 1:
        raise ValueError(f"An upper limit needs at least 1 that was looked at, not {of}.")
    return 1 - (1 - level) ** (1 / of)


def survival(days: ArrayLike, is_event: ArrayLike, level: float = LEVEL) -> Survival:
    """Estimate in which share something has not been found yet, day by day, by Kaplan and Meier.

    It uses those that were watched for a short time only for as long as they were watched, where a
    simple share would take them for what they are not: either never found, or never there. Who
    leaves on the day of an event still was at risk of it.

    The variance is Greenwood's, and the band is by the log-log transformation, so that it stays
    within 0 and 1, where the share plus or minus 1.96 standard errors does not for a handful. It is
    of each day by itself, not of the whole curve at once. Where the share is 1 or 0 it is not
    defined, and a band without width would claim to be certain. There it is:

    - at 1, nothing found yet: the exact limit of all of those at risk, as of a share;
    - at 0, found in all that were still watched: down to 0, and up to the limit of the step before,
      since the share cannot rise; where there is no step before, the exact limit of none.

    The median is the first day on which the share is a half or less; its limits are the days on
    which the limits of the share are (Brookmeyer and Crowley 1982).

    Source: Kaplan and Meier 1958, Journal of the American Statistical Association 53:457-481;
    Brookmeyer and Crowley 1982, Biometrics 38:29-41; shares and band by SciPy's `ecdf`, which names
    the band "exponential Greenwood".

    Args:
        days: how long each was watched until it was found or, if it was not, last looked at.
        is_event: whether it was found.
        level: two-sided confidence level of the band, between 0 and 1.

    Returns:
        The estimate.

    Raises:
        ValueError: if there is none, or a time is missing or below 0.
    """
    from scipy.stats import CensoredData, ecdf

    days, is_event = np.asarray(days, dtype=float), np.asarray(is_event, dtype=bool)
    if not days.size or days.shape != is_event.shape:
        raise ValueError(f"Of {days.size} times and {is_event.size} events there is no estimate.")
    if not (days >= 0).all():
        raise ValueError("No time may be missing or below 0: found before it was put right.")
    estimate = ecdf(CensoredData.right_censored(days, ~is_event)).sf
    with warnings.catch_warnings():
        # Where it is not defined, it is worked out below.
        warnings.filterwarnings("ignore", message="The confidence interval is undefined")
        band = estimate.confidence_interval(level, method="log-log")
    start = [] if estimate.quantiles[0] == 0 else [0.0]
    time = np.concatenate([start, estimate.quantiles])
    share = np.concatenate([np.ones_like(start), estimate.probabilities])
    at_risk = days.size - _up_to(time, days, "left")
    ends = (1 - level) / 2
    low, high = (
        np.concatenate([np.full_like(start, np.nan), limit.probabilities])
        for limit in (band.low, band.high)
    )
    low = np.where(share == 1, ends ** (1 / at_risk), np.where(share == 0, 0, low))
    high = np.where(share == 1, 1, high)
    if share[-1] == 0:  # only on the last day can it be
        all_at_once = share.size == 1 or share[-2] == 1
        high[-1] = none_of(int(at_risk[-1]), 1 - ends) if all_at_once else high[-2]
    return Survival(
        time,
        share,
        low,
        high,
        at_risk,
        events=_on(time, days[is_event]),
        censored=_on(time, days[~is_event]),
        median=_median(time, share, low, high),
    )


def _up_to(time: np.ndarray, days: np.ndarray, side: Literal["left", "right"]) -> np.ndarray:
    """Count the days before each time ("left"), or up to and on it ("right")."""
    return np.searchsorted(np.sort(days), time, side=side)


def _on(time: np.ndarray, days: np.ndarray) -> np.ndarray:
    """Count the days that are each time."""
    return _up_to(time, days, "right") - _up_to(time, days, "left")


def _median(
    time: np.ndarray, share: np.ndarray, low: np.ndarray, high: np.ndarray
) -> Median | None:
    """Return the first day on which the share is a half or less, with that of each limit."""
    if share[-1] > _HALF:
        return None
    found = share < 1  # before anything was found, the low limit says nothing of when
    upper = time[high <= _HALF]
    return Median(
        float(time[share <= _HALF][0]),
        float(time[found & (low <= _HALF)][0]),
        float(upper[0]) if upper.size else None,
    )
