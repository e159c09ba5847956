"""Statistical process control: whether a share changed over time, or only varied.

More of a factor is not worse, nor less of it better: reviews may have grown more candid. So no rule
here has a good side.
"""

from dataclasses import dataclass

import numpy as np

from dashboard.estimates.funnel import funnel_limits

FEWEST_PERIODS = 12
"""Periods with reviews enough to tell from which on a chart has limits: three years of quarters.

With fewer, the limits would themselves be a matter of chance, and a run chart has to do. From 12
points on NHS Making Data Count no longer calls limits provisional.
"""

FEWEST_GAPS = 12
"""Gaps between reviews from which on their chart has limits: as for periods."""

RUN = 7
"""Points in a row that make a shift or a trend, as in NHS Making Data Count."""

RARE_BELOW = 0.5
"""A factor found in a smaller share of the periods than this is rare."""

Signals = list[tuple[str, ...]]
"""For each point, the rules that it is part of: "outside", "shift", "trend", "two of three"."""

ADEQUATE = 10
"""Reviews to be expected with the factor, and without it, from which on the usual limits hold.

That the normal distribution is near enough "in general" from ten expected on is Montgomery's rule.
"""

_HELD = {3: 0.9973, 2: 0.9545}
"""The share of a normal distribution within so many standard deviations of its middle."""

_POWER = 0.2777
"""Nelson's power, 1 / 3.6 as he gives it: it makes exponential times nearly normal."""

_SIGMAS = 2.66
"""Three standard deviations, in mean moving ranges of two points (3 / 1.128)."""


@dataclass(frozen=True)
class ControlChart:
    """The lines of a p-chart: shares, from 0 to 1."""

    centre: float
    low: np.ndarray  # a limit for each period, missing where no review is in it
    high: np.ndarray
    near_low: np.ndarray  # two thirds of the way to the limit
    near_high: np.ndarray


@dataclass(frozen=True)
class TimeBetween:
    """The lines of a chart of the days between one review and the next in which a factor is found.

    A long gap means that the factor was found less often.
    """

    gaps: np.ndarray  # days
    centre: float  # days; missing without a gap
    low: float  # days; missing with fewer than FEWEST_GAPS gaps
    high: float


def p_chart(found: np.ndarray, of: np.ndarray) -> ControlChart:
    """Draw the limits of shares whose denominators differ from period to period.

    The centre is all found over all assessed, and the limits lie three standard deviations from it,
    so that they widen for a period with few reviews instead of flagging it. In a period with fewer
    than ADEQUATE reviews to be expected, with the factor or without it, that formula fails: 1 of 2
    reviews where 3% are usual, which happens by chance once in 17 times, would lie beyond it, and
    of 45 quarters of a factor that never changed, found in 5% of few reviews, some quarter would in
    1 of 3 simulations. There the limits are the exact binomial ones of the same level: a share lies
    beyond one where a count so far from the centre has a probability of less than 1 in 700 or so.

    Source: Montgomery 2013, Introduction to Statistical Quality Control, 7th edition, section 7.2;
    the exact limits are those of `funnel_limits`.

    Args:
        found: reviews of each period in which the factor is found.
        of: reviews of each period in which it was assessed.

    Returns:
        Centre and limits, whatever the number of periods: with fewer than FEWEST_PERIODS with
        reviews enough to tell, they should not be shown.
    """
    found, of = np.asarray(found, dtype=float), np.asarray(of, dtype=float)
    known = ~np.isnan(found) & (of > 0)
    of = np.where(known, of, np.nan)
    centre = float(found[known].sum() / of[known].sum()) if known.any() else np.nan
    return ControlChart(centre, *_limits(centre, of, 3), *_limits(centre, of, 2))


def _limits(centre: float, of: np.ndarray, sigmas: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the limits so many standard deviations from the centre, exact where few are expected.

    Args:
        centre: the share of all.
        of: reviews of each period; missing where there is none.
        sigmas: 3, or 2 for what is near a limit.
    """
    is_adequate = of * min(centre, 1 - centre) >= ADEQUATE
    reach = sigmas * np.sqrt(centre * (1 - centre) / of)
    exact_low, exact_high = funnel_limits(centre, of, _HELD[sigmas])
    low = np.where(is_adequate, centre - reach, exact_low)
    high = np.where(is_adequate, centre + reach, exact_high)
    return np.clip(low, 0, 1), np.clip(high, 0, 1)


def run_median(shares: np.ndarray) -> float:
    """Return the centre of a run chart: the median of the periods that have reviews.

    It needs no assumption of how shares are distributed, and one odd period of few reviews does
    not move it, as it would a mean.

    Source: Perla, Provost and Murray 2011, BMJ Quality & Safety 20:46-51.

    Args:
        shares: the share of each period, missing where it has no review.

    Returns:
        The median, missing if no period has reviews.
    """
    shares = np.asarray(shares, dtype=float)
    shares = shares[~np.isnan(shares)]
    return float(np.median(shares)) if shares.size else np.nan


def signals(
    values: np.ndarray,
    centre: float,
    low: np.ndarray | float | None = None,
    high: np.ndarray | float | None = None,
    near_low: np.ndarray | float | None = None,
    near_high: np.ndarray | float | None = None,
) -> Signals:
    """Tell which points are more than the usual variation, by the four rules of the NHS.

    - outside: the point lies beyond a limit.
    - shift: seven points in a row lie on one side of the centre. One on it breaks the run.
    - trend: seven points in a row rise, or fall. Two that are equal break it.
    - two of three: of three points in a row, all on one side of the centre, two lie near a limit
      (beyond two of the three standard deviations, or what stands for them). Only those two are
      part of it.

    There are no more rules, because each adds false alarms, which few points cannot afford. Without
    limits, as on a run chart, only shift and trend can be seen.

    A period without a review says nothing for or against: it is left out, and the points to
    either side of it count as neighbours. Else a single empty quarter, which few reviews make
    likely, would break every run.

    Source: NHS England, Making Data Count; as carried out in the R package NHSRplotthedots.

    Args:
        values: the share of each period, missing where it has no review.
        centre: mean or median.
        low: lower limit, for each point or for all.
        high: upper limit.
        near_low: two thirds of the way to the lower limit.
        near_high: two thirds of the way to the upper limit.

    Returns:
        For each point the rules that it is part of, in the order above; none where it is missing.
    """
    values = np.asarray(values, dtype=float)
    has_review = ~np.isnan(values)
    points = values[has_review]
    side = np.sign(points - centre)

    def beyond(lower: np.ndarray | float | None, upper: np.ndarray | float | None) -> np.ndarray:
        return _is_below(points, lower, has_review) | _is_below(
            -points, None if upper is None else -np.asarray(upper, dtype=float), has_review
        )

    of_points = {
        "outside": beyond(low, high),
        "shift": _in_a_run(side, RUN),
        "trend": _in_a_trend(points),
        "two of three": _two_of_three(side, beyond(near_low, near_high)),
    }
    rules: Signals = [()] * values.size
    for place, flags in zip(
        np.flatnonzero(has_review), zip(*of_points.values(), strict=True), strict=True
    ):
        rules[place] = tuple(rule for rule, flag in zip(of_points, flags, strict=True) if flag)
    return rules


def is_rare(found: np.ndarray, of: np.ndarray) -> bool:
    """Tell whether a factor is too rare for its shares to be charted: then chart `time_between`.

    If it is found in fewer than half of the periods, the median of the shares is none: nothing can
    lie below it, no run on that side can ever be seen, and each single review looks like a change.

    Source: Perla, Provost and Murray 2011, BMJ Quality & Safety 20:46-51 (on runs about a median at
    the end of the scale); Provost and Murray 2011, The Health Care Data Guide, chapter 7 (rare
    events).

    Args:
        found: reviews of each period in which the factor is found.
        of: reviews of each period in which it was assessed.

    Returns:
        Whether it is rare; not, if no period has reviews.
    """
    found, of = np.asarray(found, dtype=float), np.asarray(of, dtype=float)
    known = ~np.isnan(found) & (of > 0)
    return bool(known.any() and np.mean(found[known] > 0) < RARE_BELOW)


def time_between(days: np.ndarray) -> TimeBetween:
    """Draw the limits of the days between one review and the next in which a factor is found.

    Where a factor is rare, each gap says more than a row of empty periods does. Gaps are made
    nearly normal by the power 0.2777, charted as individual values with limits of 2.66 mean moving
    ranges, and put back into days.

    Source: Nelson 1994, Journal of Quality Technology 26:239-240 (the power); Montgomery 2013,
    Introduction to Statistical Quality Control, 7th edition, section 7.3.5 (the chart).

    Args:
        days: the day of each review in which the factor is found, as numbers, in order.

    Returns:
        The gaps with their lines. Two reviews of one day have a gap of 0.
    """
    gaps = np.diff(np.asarray(days, dtype=float))
    if not gaps.size:
        return TimeBetween(gaps, np.nan, np.nan, np.nan)
    powers = gaps**_POWER
    mean = powers.mean()
    centre = float(mean ** (1 / _POWER))
    if gaps.size < FEWEST_GAPS:
        return TimeBetween(gaps, centre, np.nan, np.nan)
    reach = _SIGMAS * np.abs(np.diff(powers)).mean()
    low, high = max(mean - reach, 0) ** (1 / _POWER), (mean + reach) ** (1 / _POWER)
    return TimeBetween(gaps, centre, float(low), float(high))


def _is_below(
    points: np.ndarray, limit: np.ndarray | float | None, has_review: np.ndarray
) -> np.ndarray:
    """Tell which points lie below a limit; none if there is none."""
    if limit is None:
        return np.zeros(points.shape, dtype=bool)
    return points < np.broadcast_to(limit, has_review.shape)[has_review]


def _in_a_run(sides: np.ndarray, length: int) -> np.ndarray:
    """Tell which points are in a run of at least `length` on one side; 0 is on none."""
    starts = np.flatnonzero(np.diff(sides, prepend=np.nan) != 0)
    lengths = np.diff(starts, append=sides.size)
    return np.repeat(lengths >= length, lengths) & (sides != 0)


def _in_a_trend(points: np.ndarray) -> np.ndarray:
    """Tell which points are in a row of RUN that rises or falls: a step fewer, all one way."""
    in_run = _in_a_run(np.sign(np.diff(points)), RUN - 1)
    flags = np.zeros(points.shape, dtype=bool)
    flags[:-1] |= in_run
    flags[1:] |= in_run
    return flags


def _two_of_three(sides: np.ndarray, is_near: np.ndarray) -> np.ndarray:
    """Tell which points are the near ones of three on one side, of which two or three are near."""
    flags = np.zeros(sides.shape, dtype=bool)
    for start in range(sides.size - 2):
        three = slice(start, start + 3)
        if abs(sides[three].sum()) == 3 and is_near[three].sum() >= 2:
            flags[three] |= is_near[three]
    return flags
