"""How far coders agree: Krippendorff's alpha of findings that several people coded.

Alpha compares how often coders differ with how often they would if what each wrote had been dealt
out to the findings by lot: 1 is always the same, 0 no better than by lot, and below 0 worse. Unlike
the share of findings on which they agree, it gives nothing for what is easy: of a factor that
hardly any finding holds, two coders agree nearly always, by both leaving it out.

It takes any number of coders, and findings that some of them did not code, which is how small
boards code.

Source: Krippendorff 2004, Human Communication Research 30:411-433; Krippendorff 2011, Computing
Krippendorff's Alpha-Reliability (the formula, and the worked examples of the tests). The interval:
Zapf, Castell, Morawietz and Karch 2016, BMC Medical Research Methodology 16:93, who find that
drawing the units anew keeps close to its stated coverage for nominal data. It is a rough one where
findings are few, and since findings of one review are alike it can be too narrow.
"""

from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from dashboard.estimates.shares import LEVEL

FIRM = 0.80
"""From this on agreement is firm enough to rest conclusions on (Krippendorff 2004)."""
TENTATIVE = 0.667
"""From this on conclusions can be tentative; below it what is coded is not to be relied on."""
FEWEST_FINDINGS = 5
"""With fewer double-coded findings in which a coder chose the factor, alpha is too few to tell.

With four, one on which two coders differ takes alpha from 1 to about 0.85, and two to about 0.65.
"""
DRAWS, SEED = 1_000, 2011
"""The interval rests on so many draws; with a fixed seed, so that it is the same each time."""


class Agreement(NamedTuple):
    """How far coders agree on one factor, or on all of them together."""

    factor_id: str  # empty for all together
    factor: str
    findings: int  # double-coded, in reviews in which it was assessed
    chosen: int  # of these, findings for which any coder chose it
    agreed: int  # of the latter, findings for which all did (of all: chose the same factors)
    alpha: float | None = None  # None: too few to tell, or nothing that could differ
    low: float | None = None  # 95% interval; None also where the coders never differed
    high: float | None = None


def krippendorff_alpha(counts: ArrayLike) -> float:
    """Compute Krippendorff's alpha of nominal values.

    Args:
        counts: units x values: how many coders gave each unit each value. A unit that fewer than
            two coders gave a value is left out: there is nothing to compare it with.

    Returns:
        Alpha, at most 1; NaN where all values are the same, so that nothing could differ.
    """
    given = np.asarray(counts, dtype=float)
    paired = given[given.sum(axis=1) >= 2]
    return float(_alpha(_observed(paired).sum(), _expected(paired.sum(axis=0))))


def agreement(rows: pd.DataFrame) -> tuple[Agreement, list[Agreement]] | None:
    """Estimate how far coders agree, on all factors together and on each.

    On all together, what a coder gave a finding is its whole set of factors, and two coders differ
    by the number of factors that only one of them chose. That is alpha with this difference: the
    disagreements of the factors, observed and expected, added up.

    Args:
        rows: rows of `coder_agreement.sql`.

    Returns:
        Of all, and of each factor that any coder chose, in the order of their names; None if no
        finding was coded by two people.
    """
    if rows.empty:
        return None
    held = _Held(rows)
    alphas, of_all = held.alphas(np.ones(held.findings))
    limits = _limits(held)
    factors = [
        _told(counted, alphas[place], limits[:, place])
        for place, counted in enumerate(held.counted())
    ]
    together = _told(held.together(), of_all, limits[:, -1])
    return together, sorted(factors, key=lambda one: one.factor)


class _Held:
    """What coders chose, as arrays: findings, stretches of time, and factors by their places."""

    def __init__(self, rows: pd.DataFrame) -> None:
        keys = rows.groupby(["source_id", "finding_ref"], sort=False).ngroup().to_numpy()
        spans, span = np.unique(rows["span"].to_numpy(dtype=int), return_inverse=True)
        coders = rows["coders"].to_numpy(dtype=float)
        self.findings = int(keys.max()) + 1
        self._keys = keys
        self._spans = len(spans)
        _, first = np.unique(np.stack([keys, span]), axis=1, return_index=True)
        self._unit, self._unit_span, self._values = keys[first], span[first], coders[first]
        at = rows["factor_id"].notna().to_numpy()
        chosen: Any = rows[at]
        self._factor, named = pd.factorize(chosen["factor_id"])
        self._named = [str(name) for name in named]
        self._at, self._of = keys[at], coders[at]
        self._choosing = chosen["coders_choosing"].to_numpy(dtype=float)
        self._differing = _observed(np.stack([self._choosing, self._of - self._choosing], axis=1))
        _, first = np.unique(self._factor, return_index=True)
        self._labels = chosen["factor_label"].iloc[first].tolist()
        self._span_of = span[at][first]

    def alphas(self, weights: np.ndarray) -> tuple[np.ndarray, float]:
        """Compute alpha of each factor and of all, with each finding there so many times."""
        many = len(self._named)
        observed = np.bincount(self._factor, weights[self._at] * self._differing, many)
        present = np.bincount(self._factor, weights[self._at] * self._choosing, many)
        given = np.bincount(self._unit_span, weights[self._unit] * self._values, self._spans)
        absent = given[self._span_of] - present
        expected = _expected(np.stack([present, absent], axis=1))
        return _alpha(observed, expected), float(_alpha(observed.sum(), expected.sum()))

    def counted(self) -> list[Agreement]:
        """Count for each factor the findings compared, those with it, and those with it by all."""
        units = np.bincount(self._unit_span, minlength=self._spans)
        chosen = np.bincount(self._factor)
        agreed = np.bincount(self._factor[self._choosing == self._of], minlength=len(chosen))
        return [
            Agreement(
                name,
                self._labels[place],
                int(units[self._span_of[place]]),
                int(chosen[place]),
                int(agreed[place]),
            )
            for place, name in enumerate(self._named)
        ]

    def together(self) -> Agreement:
        """Count the findings, those with any factor, and those with the same factors by all."""
        chosen = np.unique(self._at)
        differing = np.unique(self._at[self._choosing < self._of])
        return Agreement("", "", self.findings, len(chosen), len(chosen) - len(differing))


def _limits(held: _Held) -> np.ndarray:
    """Draw the findings anew, and return both limits of each factor's alpha, and of all's last."""
    lot = np.random.default_rng(SEED)
    drawn = []
    for _ in range(DRAWS):
        places = lot.integers(held.findings, size=held.findings)
        alphas, of_all = held.alphas(np.bincount(places, minlength=held.findings).astype(float))
        drawn.append([*alphas, of_all])
    every = np.ma.masked_invalid(np.array(drawn))
    ends = [(1 - LEVEL) / 2, (1 + LEVEL) / 2]
    return np.array(
        [
            np.quantile(told, ends) if (told := column.compressed()).size else (np.nan, np.nan)
            for column in every.T
        ]
    ).T


def _told(counted: Agreement, alpha: float, limits: np.ndarray) -> Agreement:
    """Add what can be told: no alpha of few, and no interval where the coders never differed."""
    if counted.chosen < FEWEST_FINDINGS or np.isnan(alpha):
        return counted
    if counted.agreed == counted.chosen:
        return counted._replace(alpha=float(alpha))
    low, high = map(float, limits)
    return counted._replace(alpha=float(alpha), low=low, high=high)


def _observed(counts: np.ndarray) -> np.ndarray:
    """Return the disagreement within each unit, of `counts` of its values, at least two."""
    values = counts.sum(axis=-1)
    return (values**2 - (counts**2).sum(axis=-1)) / (values - 1)


def _expected(totals: np.ndarray) -> np.ndarray:
    """Return the disagreement that there would be by lot, of the totals of all values."""
    values = totals.sum(axis=-1)
    differing = values**2 - (totals**2).sum(axis=-1)
    return np.divide(differing, values - 1, out=np.zeros_like(differing), where=values > 1)


def _alpha(observed: ArrayLike, expected: ArrayLike) -> np.ndarray:
    """Return alpha; NaN where none is expected to differ."""
    by_lot = np.asarray(expected, dtype=float)
    ratio = np.divide(observed, by_lot, out=np.full_like(by_lot, np.nan), where=by_lot > 0)
    return 1 - ratio
