"""Each estimate over as many cells as a page shows at most, beside SciPy one cell at a time."""

from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
from scipy.stats import CensoredData, binomtest, ecdf, false_discovery_control, fisher_exact

from dashboard.estimates import (
    LEVEL,
    curves,
    fisher,
    with_association,
    with_funnel,
    with_interval,
    with_standing_out,
)
from tests.benchmark.clock import heading, line, seconds
from tests.dashboard.follow_ups_drawn import follow_ups

CELLS = 1000
REVIEWS = 400
SEED = 1


def cells() -> pd.DataFrame:
    """Make counts up: each cell of its own reviews, beside those elsewhere."""
    chance = np.random.default_rng(SEED)
    here = chance.integers(5, REVIEWS, CELLS)
    elsewhere = chance.integers(REVIEWS, 10 * REVIEWS, CELLS)
    share = chance.uniform(0.02, 0.6, CELLS)
    return pd.DataFrame(
        {
            "reviews_with": chance.binomial(here, share),
            "reviews_assessed": here,
            "reviews_with_elsewhere": chance.binomial(elsewhere, share),
            "reviews_assessed_elsewhere": elsewhere,
        }
    )


def pairs() -> pd.DataFrame:
    """Make pairs of factors up: 45 of them make 990 pairs."""
    chance = np.random.default_rng(SEED)
    factors = [f"factor {number:02}" for number in range(45)]
    found = chance.random((REVIEWS, len(factors))) < chance.uniform(0.1, 0.6, len(factors))
    each = found.sum(axis=0)
    both = found.T.astype(int) @ found
    rows = [
        (factors[a], factors[b], both[a, b], each[a], each[b])
        for a, b in combinations(range(len(factors)), 2)
    ]
    names = ["factor_a_id", "factor_b_id", "reviews_with_both", "reviews_with_a", "reviews_with_b"]
    return pd.DataFrame(rows, columns=names).assign(reviews_assessed=REVIEWS)


def signed_off() -> pd.DataFrame:
    """Make follow-ups of signed-off actions up: about half seen again within ten years."""
    chance = np.random.default_rng(SEED)
    seen = np.where(chance.random(CELLS) < 0.5, "", "+")
    words = [
        f"{days}{plus}" for days, plus in zip(chance.integers(1, 3650, CELLS), seen, strict=True)
    ]
    strength = chance.choice(["strong", "intermediate", "weak", ""], CELLS)
    return follow_ups(" ".join(words)).assign(strength=strength)


def check_curve(rows: pd.DataFrame) -> None:
    """Check the curve of all follow-ups against SciPy's.

    Raises:
        AssertionError: they differ.
    """
    (curve,) = curves(rows, "strict")
    assert curve.survival is not None
    of_scipy = ecdf(CensoredData.right_censored(curve.days, ~curve.is_event)).sf
    np.testing.assert_allclose(of_scipy.evaluate(curve.survival.time), curve.survival.share)


def one_at_a_time(rows: pd.DataFrame) -> np.ndarray:
    """Give the p-value of each cell by SciPy's own test."""
    here, of = rows["reviews_with"], rows["reviews_assessed"]
    there, of_there = rows["reviews_with_elsewhere"], rows["reviews_assessed_elsewhere"]
    tested: list[Any] = [
        fisher_exact([[a, n - a], [b, m - b]])
        for a, n, b, m in zip(here, of, there, of_there, strict=True)
    ]
    return np.array([test.pvalue for test in tested])


def wilson_one_at_a_time(rows: pd.DataFrame) -> list[float]:
    """Give the low limit of each cell by SciPy's own interval."""
    return [
        binomtest(int(found), int(of)).proportion_ci(LEVEL, method="wilson").low
        for found, of in zip(rows["reviews_with"], rows["reviews_assessed"], strict=True)
    ]


def measure() -> None:
    """Print how long each estimate takes.

    Raises:
        AssertionError: an estimate is not SciPy's.
    """
    rows, of_pairs, actions = cells(), pairs(), signed_off()
    counts = [rows[name].to_numpy() for name in rows]
    p_values = one_at_a_time(rows)
    np.testing.assert_allclose(fisher(*counts), p_values, rtol=1e-6, atol=1e-12)
    np.testing.assert_allclose(with_interval(rows)["share_low"], wilson_one_at_a_time(rows))
    np.testing.assert_allclose(
        with_standing_out(rows)["q_value"], false_discovery_control(p_values), rtol=1e-6
    )
    check_curve(actions)
    slowly = seconds(lambda: one_at_a_time(rows), rounds=1)
    intervals = seconds(lambda: wilson_one_at_a_time(rows), rounds=1)
    heading(f"Estimating {CELLS:,} cells", "one by one")
    for what, work, beside in (
        ("Wilson's intervals", lambda: with_interval(rows), intervals),
        ("Fisher's exact test", lambda: fisher(*counts), slowly),
        ("what stands out: test and adjustment", lambda: with_standing_out(rows), slowly),
        ("pairs: lift, test and adjustment", lambda: with_association(of_pairs), None),
        ("a funnel", lambda: with_funnel(rows), None),
        ("time to being found again, all", lambda: curves(actions, "strict"), None),
        ("... by strength", lambda: curves(actions, "strict", "strength"), None),
    ):
        ours = seconds(work)
        line(
            what,
            f"{ours * 1000:.0f} ms",
            f"{beside * 1000:.0f} ms" if beside else "",
            f"{beside / ours:.1f}" if beside else "",
            "under 100 ms",
        )
