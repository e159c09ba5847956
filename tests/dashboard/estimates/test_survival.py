"""Time until something is found: the published examples, SciPy, and what must always hold."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import ndtri
from scipy.stats import CensoredData, binomtest, ecdf

from dashboard.estimates import none_of, survival

# Freireich et al. 1963, Blood 21:699-716: weeks of remission, as printed in Gehan 1965 and in
# nearly every textbook since; "+" is a remission that lasted at least so long.
MERCAPTOPURINE = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
PLACEBO = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23"

watched = st.lists(st.tuples(st.integers(0, 30), st.booleans()), min_size=1, max_size=40)


def of(text: str):
    """Estimate from times as they are printed, "+" for those that were not found."""
    each = text.split()
    days = [float(time.rstrip("+")) for time in each]
    return survival(days, [not time.endswith("+") for time in each])


def standard_errors(estimate) -> np.ndarray:
    """Return Greenwood's standard error of each step, read back from the log-log band.

    Missing where the share is 1 or 0: there the band is another.
    """
    inner = (estimate.share > 0) & (estimate.share < 1)
    share, low = (np.where(inner, each, np.nan) for each in (estimate.share, estimate.low))
    return -np.log(np.log(low) / np.log(share)) / ndtri(0.975) * share * np.log(share)


# None of n


def test_none_of_is_the_exact_upper_limit():
    assert none_of(1) == pytest.approx(0.95)
    assert none_of(3) == pytest.approx(1 - 0.05 ** (1 / 3))
    assert none_of(58) > 0.05 > none_of(59)
    assert none_of(14, 0.99) == pytest.approx(1 - 0.01 ** (1 / 14))


def test_none_of_14_boys_and_of_167_siblings_as_in_hanley_and_lippman_hand():
    # Their examples; the rule of three gives 3 / 14 = 21.4%, and the exact limit is 19.3%
    assert none_of(14) == pytest.approx(0.193, abs=0.0005)
    assert none_of(112) == pytest.approx(3 / 112, rel=0.02)
    assert none_of(167) == pytest.approx(3 / 167, rel=0.02)
    assert all(none_of(n) < 3 / n for n in range(1, 1001))


@pytest.mark.parametrize("n", [1, 2, 3, 5, 14, 100, 2869])
def test_none_of_agrees_with_scipy(n):
    exact = binomtest(0, n, alternative="less").proportion_ci(0.95, method="exact")
    assert none_of(n) == pytest.approx(exact.high)


def test_of_nothing_looked_at_there_is_no_limit():
    with pytest.raises(ValueError, match="at least 1"):
        none_of(0)


# Published examples


def test_freireichs_mercaptopurine_as_worked_in_the_textbooks():
    estimate = of(MERCAPTOPURINE)
    steps = estimate.events > 0
    assert estimate.time[steps].tolist() == [6, 7, 10, 13, 16, 22, 23]
    assert estimate.at_risk[steps].tolist() == [21, 17, 15, 12, 11, 7, 6]
    assert estimate.events[steps].tolist() == [3, 1, 1, 1, 1, 1, 1]
    expected = [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    np.testing.assert_allclose(estimate.share[steps], expected, atol=0.0006)


def test_freireichs_mercaptopurine_with_the_standard_errors_that_r_and_sas_print():
    estimate = of(MERCAPTOPURINE)
    steps = estimate.events > 0
    expected = [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346]
    np.testing.assert_allclose(standard_errors(estimate)[steps], expected, atol=0.00006)
    np.testing.assert_allclose(estimate.low[steps][:2], [0.6197, 0.5631], atol=0.00006)
    np.testing.assert_allclose(estimate.high[steps][:2], [0.9516, 0.9228], atol=0.00006)


def test_the_medians_of_both_of_freireichs_groups():
    assert of(MERCAPTOPURINE).median == (23, 13, None)
    placebo = of(PLACEBO)
    assert placebo.median is not None
    assert placebo.median.days == 8
    assert placebo.share[placebo.time == 8] == pytest.approx(8 / 21)  # none is censored


def test_kaplan_and_meiers_own_example():
    # Deaths at 0.8, 3.1, 5.4, 9.2 and losses at 1.0, 2.7, 7.0, 12.1 months:
    # 7/8, then 4/5 of it, then 3/4, then 1/2
    estimate = of("0.8 1.0+ 2.7+ 3.1 5.4 7.0+ 9.2 12.1+")
    steps = estimate.events > 0
    np.testing.assert_allclose(estimate.share[steps], [0.875, 0.7, 0.525, 0.2625])
    assert estimate.at_risk[steps].tolist() == [8, 5, 4, 2]
    assert estimate.censored.sum() == 4


def test_bewick_cheek_and_balls_example_goes_down_to_none():
    # Critical Care 2004 8:389, table 2
    estimate = of("1 1 4 5 6+ 9 9+ 22")
    assert estimate.time.tolist() == [0, 1, 4, 5, 6, 9, 22]
    assert estimate.at_risk.tolist() == [8, 8, 6, 5, 4, 3, 1]
    np.testing.assert_allclose(estimate.share, [1, 0.75, 0.625, 0.5, 0.5, 1 / 3, 0], atol=0.0005)
    assert estimate.median is not None
    assert estimate.median.days == 5


# Where the band of the formula is not defined


def test_where_nothing_was_found_the_band_is_the_exact_one_and_no_median_is_reached():
    estimate = of("3+ 5+ 5+ 8+ 9+")
    assert (estimate.share == 1).all()
    assert (estimate.high == 1).all()
    assert estimate.at_risk.tolist() == [5, 5, 4, 2, 1]
    exact = [binomtest(int(n), int(n)).proportion_ci(method="exact").low for n in estimate.at_risk]
    np.testing.assert_allclose(estimate.low, exact)
    assert estimate.median is None


def test_where_all_was_found_the_band_reaches_from_none_to_the_limit_before():
    estimate = of("1 2 3 4 5")
    assert estimate.share[-1] == 0
    assert estimate.low[-1] == 0
    assert estimate.high[-1] == estimate.high[-2] > 0
    assert estimate.median is not None
    assert estimate.median.high is None  # even the fifth leaves more than half open


def test_where_all_was_found_on_one_day_the_band_is_the_exact_one():
    exact = binomtest(0, 5).proportion_ci(method="exact").high
    for text in ("4 4 4 4 4", "0 0 0 0 0"):
        estimate = of(text)
        assert (estimate.share[-1], estimate.low[-1]) == (0, 0)
        assert estimate.high[-1] == pytest.approx(exact)


def test_a_half_is_reached_even_if_the_product_misses_it_by_a_rounding_error():
    # 9/10 * 8/9 * ... * 5/6
    estimate = of("1 2 3 4 5 6+ 6+ 6+ 6+ 6+")
    assert estimate.share[-1] == pytest.approx(0.5)
    assert estimate.median is not None
    assert estimate.median.days == 5


# What must always hold


@given(watched)
def test_it_agrees_with_scipy_and_the_band_stays_within_none_and_all(each):
    days, is_event = (np.array(column) for column in zip(*each, strict=True))
    estimate = survival(days, is_event)
    of_scipy = ecdf(CensoredData.right_censored(days.astype(float), ~is_event)).sf
    np.testing.assert_allclose(of_scipy.evaluate(estimate.time), estimate.share)
    # the product by hand, of the numbers at risk that stand beneath the chart
    np.testing.assert_allclose(
        np.cumprod(1 - estimate.events / estimate.at_risk), estimate.share, atol=1e-12
    )
    assert (estimate.low >= 0).all()
    assert (estimate.low <= estimate.share).all()
    assert (estimate.share <= estimate.high).all()
    assert (estimate.high <= 1).all()
    assert (np.diff(estimate.high) <= 1e-12).all()


@given(watched)
def test_the_numbers_at_risk_are_those_not_gone_before(each):
    days, is_event = (np.array(column) for column in zip(*each, strict=True))
    estimate = survival(days, is_event)
    assert estimate.events.sum() + estimate.censored.sum() == len(each)
    for at in (0, 0.5, 7, 30, 31):
        assert estimate.watched_at([at]) == [(days >= at).sum()]


@given(watched)
def test_greenwoods_variance_is_that_of_the_numbers_at_risk(each):
    days, is_event = (np.array(column) for column in zip(*each, strict=True))
    estimate = survival(days, is_event)
    left = np.maximum(
        estimate.at_risk - estimate.events, 1
    )  # none only at 0, which is not looked at
    variance = np.cumsum(estimate.events / (estimate.at_risk * left))
    errors = standard_errors(estimate)
    inner = ~np.isnan(errors)
    expected = estimate.share * np.sqrt(variance)
    np.testing.assert_allclose(errors[inner], expected[inner], rtol=1e-6)


@given(watched, st.integers(0, 50))
def test_watching_longer_without_finding_never_lowers_the_share(each, longer):
    days, is_event = (np.array(column) for column in zip(*each, strict=True))
    now, later = survival(days, is_event), survival(days + longer * ~is_event, is_event)
    at = now.time
    steps = np.searchsorted(later.time, at, side="right") - 1
    assert (later.share[steps] >= now.share - 1e-12).all()


def test_times_that_cannot_be_are_not_estimated():
    with pytest.raises(ValueError, match="below 0"):
        survival([-1, 3], [True, False])
    with pytest.raises(ValueError, match="missing"):
        survival([np.nan, 3], [True, False])
    with pytest.raises(ValueError, match="no estimate"):
        survival([], [])
