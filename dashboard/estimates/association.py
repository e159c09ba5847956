"""What goes with what: exact tests of counts, many at once, and pairs of factors."""

from statistics import NormalDist

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from dashboard.estimates.columns import numbers
from dashboard.estimates.shares import LEVEL, TOO_FEW_REVIEWS

Q_LIMIT = 0.05
"""The false discovery rate accepted: of what is said to stand out, about 1 in 20 may be chance."""

FEWEST_TOGETHER = 3
"""A pair of factors found together in fewer reviews than this is not shown: one or two reviews are
stories to read, not a pattern."""

_TIE = 1e-7
"""Two tables whose probabilities differ relatively by less than this are equally probable, as in
R's `fisher.test`: rounding must not decide whether a table counts."""


def fisher(found_a: ArrayLike, of_a: ArrayLike, found_b: ArrayLike, of_b: ArrayLike) -> np.ndarray:
    """Test for many pairs of shares whether both could be the same, by Fisher's exact test.

    The two-sided p-value is the probability, given all four totals, of every table that is no more
    probable than the one seen. It is exact for any number of reviews, where the chi-squared test
    needs at least five expected in each cell; with few reviews it errs towards saying nothing.

    SciPy's `fisher_exact` gives the same for one table at a time, which for the thousand cells of
    a matrix takes most of a second. Here the tables that count are found for all cells together,
    and their probabilities are summed by SciPy's hypergeometric distribution.

    Source: Fisher 1934, Statistical Methods for Research Workers, 5th edition, section 21.02;
    Agresti 2013, Categorical Data Analysis, 3rd edition, section 3.5.

    Args:
        found_a: reviews with the factor on one side.
        of_a: reviews assessed on that side.
        found_b: reviews with it on the other side.
        of_b: reviews assessed on the other side.

    Returns:
        The p-values, missing where a count is or where nothing was assessed on a side.

    Raises:
        ValueError: if more reviews are found than were assessed, or a count is negative.
    """
    # Imported here, as everywhere in this package: the first page need not wait for SciPy.
    from scipy.stats import hypergeom

    counts = np.broadcast_arrays(
        *(np.asarray(each, dtype=float) for each in (found_a, of_a, found_b, of_b))
    )
    a, of_a, b, of_b = counts
    if ((a < 0) | (b < 0) | (a > of_a) | (b > of_b)).any():
        raise ValueError("A test needs 0 <= found <= of on both sides.")
    p_values = np.full(a.shape, np.nan)
    known = ~np.isnan(a + b) & (of_a > 0) & (of_b > 0)
    a, of_a, b, of_b = (each[known].astype(np.int64) for each in counts)
    found, of = a + b, of_a + of_b
    # Turned so that what is seen lies below the most probable table: then one tail is its own, and
    # the other begins at the first table above that is no more probable.
    mode = (of_a + 1) * (found + 1) // (of + 2)
    turned = a > mode
    a, found = np.where(turned, of_a - a, a), np.where(turned, of - found, found)
    other = _first_as_improbable(a, of_a, found, of)
    tails = hypergeom.cdf(a, of, found, of_a) + hypergeom.sf(other - 1, of, found, of_a)
    p_values[known] = np.minimum(tails, 1)
    return p_values


def benjamini_hochberg(p_values: np.ndarray) -> np.ndarray:
    """Adjust p-values for how many were looked at, by Benjamini and Hochberg's step-up method.

    Of all cells with a q-value of at most 0.05, about 5% are expected to stand out by chance
    alone. In a matrix of a thousand cells that is a promise a reader can use, where unadjusted
    p-values would let fifty stand out, and Bonferroni's next to none with few reviews. Give it
    every cell that was looked at: choosing the striking ones first breaks the promise.

    Source: Benjamini and Hochberg 1995, Journal of the Royal Statistical Society B 57:289-300,
    by SciPy's `false_discovery_control`.

    Args:
        p_values: p-values, missing where there was no test; those do not count.

    Returns:
        The q-values, missing where the p-value is.
    """
    from scipy.stats import false_discovery_control

    p_values = np.asarray(p_values, dtype=float)
    q_values = np.full(p_values.shape, np.nan)
    tested = ~np.isnan(p_values)
    if tested.any():
        q_values[tested] = false_discovery_control(p_values[tested])
    return q_values


def with_standing_out(rows: pd.DataFrame) -> pd.DataFrame:
    """Add where a factor is found more, or less, often than elsewhere.

    Each cell is tested by `fisher` and all of them together by `benjamini_hochberg`. A cell with
    too few reviews assessed, here or elsewhere, is not tested and does not count among the tests.

    Args:
        rows: every cell shown, with `reviews_with`, `reviews_assessed`, `reviews_with_elsewhere`
            and `reviews_assessed_elsewhere`. Where findings are coded to agencies, elsewhere is the
            reviews of all other agencies: a review of several stands in it several times, or on
            both sides. The test takes for separate what is not: it is a screen, and no proof.

    Returns:
        A copy with `p_value` and `q_value` (0 to 1; blank if not tested) and `stands_out`
        ("more", "less", or "" where nothing can be said).
    """
    found, of = numbers(rows, "reviews_with"), numbers(rows, "reviews_assessed")
    found_elsewhere = numbers(rows, "reviews_with_elsewhere")
    of_elsewhere = numbers(rows, "reviews_assessed_elsewhere")
    is_tested = (of >= TOO_FEW_REVIEWS) & (of_elsewhere >= TOO_FEW_REVIEWS)
    p_values, q_values = p_and_q_values(found, of, found_elsewhere, of_elsewhere, is_tested)
    more = found * of_elsewhere > found_elsewhere * of
    stands_out = np.where(q_values <= Q_LIMIT, np.where(more, "more", "less"), "")
    return rows.assign(p_value=p_values, q_value=q_values, stands_out=stands_out)


def with_association(rows: pd.DataFrame, least: int = FEWEST_TOGETHER) -> pd.DataFrame:
    """Add how much more often two factors are found together than they would be by chance.

    - Lift is the number of reviews with both, over the number expected if neither had to do with
      the other: 1 is chance. Its interval is log-normal, by the delta method on the four counts of
      a multinomial sample (Agresti 2013, Categorical Data Analysis, 3rd edition, section 16.1). In
      simulations it held the true lift in 93% to 98% of samples of 20 to 3,000 reviews; but where
      fewer than `least` were to be expected together, the pairs kept are the lucky ones, and it
      lies too high. So the exact test decides what stands out, not the interval.
    - Jaccard's index is the reviews with both over the reviews with either, 0 to 1 (Jaccard 1912,
      New Phytologist 11:37-50). It does not grow with the reviews that have neither.
    - The p-value is that of `fisher`; the q-value is that of `benjamini_hochberg` over all pairs of
      the factors given, those never found together too. Over the pairs kept alone it would be
      wrong: they are kept for being found together often, which is what is tested. In simulations
      of rare factors that had nothing to do with each other, some pair then stood out in up to
      nineteen of twenty samples, not in one.

    A rare factor makes a high lift from few reviews; hence the least number of reviews together.

    Args:
        rows: rows of `factor_pairs.sql`: `factor_a_id`, `factor_b_id`, `reviews_with_both`,
            `reviews_with_a`, `reviews_with_b` and `reviews_assessed`. Pairs never found together
            are not among them.
        least: reviews in which both must be found for a pair to be returned.

    Returns:
        The pairs kept, with `support` (share of reviews with both, 0 to 1), `lift`, `lift_low`,
        `lift_high`, `jaccard`, `p_value`, `q_value` (all blank with too few reviews assessed, the
        last two also where a factor is in every review, which leaves none to compare with), and
        `stands_out` ("together", "apart", or "" where nothing can be said).
    """
    both, a = numbers(rows, "reviews_with_both"), numbers(rows, "reviews_with_a")
    b, of = numbers(rows, "reviews_with_b"), numbers(rows, "reviews_assessed")
    of = np.where(of >= TOO_FEW_REVIEWS, of, np.nan)
    is_tested = (a < of) & (b < of)
    p_values = fisher(np.where(is_tested, both, np.nan), a, b - both, of - a)
    q_values = benjamini_hochberg(np.append(p_values, np.ones(_pairs_never_together(rows))))
    q_values = q_values[: len(rows)]
    with np.errstate(divide="ignore", invalid="ignore"):
        lift = both * of / (a * b)
        # The sum over the four cells of n (d log lift / d n)^2, worked out.
        variance = 1 / both - 1 / a - 1 / b + 2 * both / (a * b) - 1 / of
        jaccard = np.where(of > 0, both / (a + b - both), np.nan)
    variance = np.where(both > 0, np.maximum(variance, 0), np.nan)
    reach = NormalDist().inv_cdf((1 + LEVEL) / 2) * np.sqrt(variance)
    stands_out = np.where(q_values <= Q_LIMIT, np.where(lift > 1, "together", "apart"), "")
    added = rows.assign(
        support=both / of,
        lift=lift,
        lift_low=lift * np.exp(-reach),
        lift_high=lift * np.exp(reach),
        jaccard=jaccard,
        p_value=p_values,
        q_value=q_values,
        stands_out=stands_out,
    )
    return added.loc[both >= least].reset_index(drop=True)


def _pairs_never_together(rows: pd.DataFrame) -> int:
    """Count the pairs of the factors given that have no row: no review has both."""
    factors = len({*rows["factor_a_id"], *rows["factor_b_id"]})
    return factors * (factors - 1) // 2 - len(rows)


def p_and_q_values(
    found_a: np.ndarray,
    of_a: np.ndarray,
    found_b: np.ndarray,
    of_b: np.ndarray,
    is_tested: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Return the p- and q-values of the cells to test, missing for the others."""
    p_values = fisher(np.where(is_tested, found_a, np.nan), of_a, found_b, of_b)
    return p_values, benjamini_hochberg(p_values)


def _first_as_improbable(
    a: np.ndarray, of_a: np.ndarray, found: np.ndarray, of: np.ndarray
) -> np.ndarray:
    """Return for each table the first count above the mode that is no more probable than `a`.

    Where there is none, it is one more than the greatest count that the totals allow.
    """
    from scipy.special import gammaln

    log_factorial = gammaln(np.arange(of.max(initial=0) + 1) + 1.0)

    def log_probability(count: np.ndarray) -> np.ndarray:
        """Return the log of the hypergeometric probability, but for what `count` leaves equal."""
        return -(
            log_factorial[count]
            + log_factorial[found - count]
            + log_factorial[of_a - count]
            + log_factorial[of - found - of_a + count]
        )

    seen = log_probability(a) + _TIE
    greatest = np.minimum(of_a, found)
    low = (of_a + 1) * (found + 1) // (of + 2)
    high = greatest + 1
    while (low < high).any():
        middle = (low + high) // 2
        # Where the search is over, the middle may lie one above the greatest count.
        is_far = log_probability(np.minimum(middle, greatest)) <= seen
        open_ = low < high
        high = np.where(open_ & is_far, middle, high)
        low = np.where(open_ & ~is_far, middle + 1, low)
    return low
