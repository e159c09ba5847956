"""Charts over time: Montgomery's examples, and each rule on sequences made to meet it or not."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import binom

from dashboard.estimates import (
    ADEQUATE,
    FEWEST_GAPS,
    is_rare,
    p_chart,
    run_median,
    signals,
    time_between,
)

ORANGE_JUICE_CANS = np.array(
    [
        *(12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22),
        *(8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6),
    ]
)
HOURS_BETWEEN_VALVE_FAILURES = np.array(
    [
        *(286, 948, 536, 124, 816, 729, 4, 143, 431, 8),
        *(2837, 596, 81, 227, 603, 492, 1199, 1214, 2831, 96),
    ]
)
# A sequence that crosses the centre 0 at every point, and rises or falls but once in a row.
UNREMARKABLE = [1, -1, 2, -2, 1, -1, 2, -2, 1, -1]


def points_with(rule: str, values: Sequence[float], **limits: float) -> list[int]:
    """Return the places, from 0, of the points that are part of a rule about the centre 0."""
    found = signals(np.array(values, dtype=float), 0, **limits)
    return [place for place, rules in enumerate(found) if rule in rules]


class TestPChart:
    def test_the_orange_juice_cans_of_montgomery(self):
        chart = p_chart(ORANGE_JUICE_CANS, np.full(30, 50))
        assert round(chart.centre, 4) == 0.2313
        assert set(chart.low.round(4)) == {0.0524}
        assert set(chart.high.round(4)) == {0.4102}
        shares = ORANGE_JUICE_CANS / 50
        found = signals(shares, chart.centre, chart.low, chart.high)
        # "two points, those from samples 15 and 23, plot above the upper control limit"
        assert [place + 1 for place, rules in enumerate(found) if "outside" in rules] == [15, 23]

    def test_limits_widen_where_there_are_fewer_reviews(self):
        chart = p_chart(np.array([30, 300]), np.array([100, 1000]))
        sigma = np.sqrt(0.3 * 0.7 / np.array([100, 1000]))
        assert chart.centre == pytest.approx(0.3)
        # with many reviews they are three and two standard deviations away
        for limits, sigmas in (
            (chart.low, -3),
            (chart.near_low, -2),
            (chart.near_high, 2),
            (chart.high, 3),
        ):
            assert limits == pytest.approx(0.3 + sigmas * sigma)

    def test_one_of_two_reviews_where_three_percent_are_usual_is_not_beyond_a_limit(self):
        chart = p_chart(np.array([1, 29]), np.array([2, 998]))
        assert chart.centre == 0.03
        assert chart.centre + 3 * np.sqrt(0.03 * 0.97 / 2) < 1 / 2  # it is by the usual formula
        assert chart.near_high[0] > 1 / 2

    @given(st.integers(1, 40), st.integers(1, 99))
    def test_where_few_are_expected_outside_is_what_chance_so_seldom_does(self, of, percent):
        assume(of * min(percent, 100 - percent) / 100 < ADEQUATE)
        # all the counts that there can be, and so many other reviews that the centre is as drawn
        counts = np.arange(of + 1)
        others = 10_000 * of
        rest = percent * (others + of * (of + 1)) / 100 - counts.sum()
        chart = p_chart(np.append(counts, rest), np.append(np.full(of + 1, of), others))
        assert chart.centre == pytest.approx(percent / 100)
        outside = signals(counts / of, chart.centre, chart.low[:-1], chart.high[:-1])
        tail = (1 - 0.9973) / 2
        seldom = (binom.cdf(counts, of, chart.centre) < tail) | (
            binom.sf(counts - 1, of, chart.centre) < tail
        )
        assert [place for place, rules in enumerate(outside) if "outside" in rules] == list(
            np.flatnonzero(seldom)
        )

    @given(
        st.lists(
            st.integers(0, 30).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))),
            max_size=20,
        )
    )
    def test_limits_stay_within_0_and_1_and_in_order(self, counts):
        found, of = np.array(counts, dtype=float).reshape(-1, 2).T
        chart = p_chart(found, of)
        limits = np.array([chart.low, chart.near_low, chart.near_high, chart.high])[:, of > 0]
        assert ((limits >= 0) & (limits <= 1)).all()
        assert (np.diff(limits, axis=0) >= 0).all()

    def test_a_period_without_a_review_has_no_limits_and_moves_nothing(self):
        chart = p_chart(np.array([1, np.nan, 0, 3]), np.array([2, 0, 0, 6]))
        assert chart.centre == 0.5
        assert np.isnan(chart.high).tolist() == [False, True, True, False]

    def test_none_all_one_and_no_periods(self):
        none, every = p_chart(np.zeros(3), np.full(3, 5)), p_chart(np.full(3, 5), np.full(3, 5))
        assert (none.centre, none.low.max()) == (0, 0)
        assert (every.centre, every.high.min()) == (1, 1)
        assert signals(np.ones(3), 1, every.low, every.high) == [()] * 3
        one = p_chart(np.array([1]), np.array([1]))
        assert (one.centre, one.high.tolist()) == (1, [1])
        empty = p_chart(np.array([]), np.array([]))
        assert np.isnan(empty.centre)
        assert empty.high.size == 0


class TestRunMedian:
    def test_it_is_the_middle_of_the_periods_with_reviews(self):
        assert run_median(np.array([0.5, np.nan, 0, 1])) == 0.5
        assert run_median(np.array([0.25, 0.75])) == 0.5
        assert run_median(np.array([1])) == 1

    def test_without_reviews_there_is_none(self):
        assert np.isnan(run_median(np.array([])))
        assert np.isnan(run_median(np.array([np.nan])))


class TestShift:
    def test_seven_on_one_side_are_one_and_the_whole_run_is_flagged(self):
        above = [1, 2, 1, 2, 1, 2, 1]
        assert points_with("shift", [-1, *above, -1]) == list(range(1, 8))
        assert points_with("shift", [-1, *above, 2, 1]) == list(range(1, 10))
        assert points_with("shift", [-each for each in above]) == list(range(7))

    def test_six_are_none(self):
        assert points_with("shift", [-1, 1, 2, 1, 2, 1, 2, -1]) == []

    def test_a_point_on_the_centre_breaks_it(self):
        assert points_with("shift", [1, 2, 1, 0, 2, 1, 2, 1]) == []
        assert points_with("shift", [0] * 9) == []

    def test_a_period_without_a_review_is_left_out_and_breaks_nothing(self):
        gap = float("nan")
        assert points_with("shift", [1, 2, 1, gap, 2, 1, 2, 1]) == [0, 1, 2, 4, 5, 6, 7]
        assert points_with("shift", [1, 2, 1, gap, 2, 1, 2]) == []


class TestTrend:
    def test_seven_rising_or_falling_are_one(self):
        assert points_with("trend", [5, -3, -2, -1, 0, 1, 2, 3, -5]) == list(range(1, 8))
        assert points_with("trend", [3, 2, 1, 0, -1, -2, -3, -4]) == list(range(8))

    def test_six_are_none(self):
        assert points_with("trend", [5, -3, -2, -1, 0, 1, 2, -5]) == []

    def test_two_that_are_equal_break_it(self):
        assert points_with("trend", [-3, -2, -1, 0, 0, 1, 2, 3]) == []
        assert points_with("trend", [1] * 9) == []

    def test_the_point_where_one_trend_turns_into_another_is_part_of_both(self):
        there_and_back = [-3, -2, -1, 0, 1, 2, 3, 2, 1, 0, -1, -2, -3]
        assert points_with("trend", there_and_back) == list(range(13))

    def test_the_sequences_that_nhsrplotthedots_is_tested_with(self):
        # test-ptd_calculate_point_type.R: c(2, 7:1, 3) falls from its second to its eighth point
        assert points_with("trend", [2, 7, 6, 5, 4, 3, 2, 1, 3]) == list(range(1, 8))

    def test_a_period_without_a_review_is_left_out_and_breaks_nothing(self):
        assert points_with("trend", [-3, -2, float("nan"), -1, 0, 1, 2, 3]) == [0, 1, *range(3, 8)]


class TestTwoOfThree:
    def flagged(self, *values: float) -> list[int]:
        return points_with("two of three", list(values), near_low=-2, near_high=2)

    def test_two_near_points_of_three_are_flagged_and_the_third_is_not(self):
        assert self.flagged(3, 1, 3) == [0, 2]
        assert self.flagged(3, 3, 1) == [0, 1]
        assert self.flagged(1, -3, -3, -1) == [1, 2]
        assert self.flagged(3, 3, 3) == [0, 1, 2]

    def test_one_near_point_is_none(self):
        assert self.flagged(1, 3, 1, 1, 3, 1) == []

    def test_all_three_must_lie_on_one_side(self):
        assert self.flagged(3, -1, 3) == []
        assert self.flagged(3, 0, 3) == []
        assert self.flagged(3, -3, 3) == []
        assert self.flagged(-1, 3, 3, -1) == []

    def test_on_the_line_is_not_beyond_it(self):
        assert self.flagged(2, 2, 2) == []

    def test_two_points_are_not_three(self):
        assert self.flagged(3, 3) == []

    def test_the_sequences_that_nhsrplotthedots_is_tested_with(self):
        # test-ptd_two_in_three.R: near points at 3 and 5, then at 3 and 4, all above or in turns
        assert self.flagged(1, 1, 3, 1, 3, 1, 1) == [2, 4]
        assert self.flagged(1, 1, 3, 3, 1, 1, 1) == [2, 3]
        assert self.flagged(1, -1, 3, -1, 3, -1, 1) == []
        assert self.flagged(-1, 1, -1, 3, -1, 1, -1) == []


class TestSignals:
    def test_outside_is_beyond_a_limit_not_on_it(self):
        assert points_with("outside", [4, 3, -3, -4, 0], low=-3, high=3) == [0, 3]

    def test_limits_may_differ_from_point_to_point(self):
        found = signals(np.array([0.9, 0.9]), 0.5, high=np.array([1, 0.8]))
        assert found == [(), ("outside",)]
        after_a_gap = signals(np.array([np.nan, 0.9, 0.9]), 0.5, high=np.array([0.1, 1, 0.8]))
        assert after_a_gap == [(), (), ("outside",)]

    def test_a_point_may_be_part_of_several(self):
        rising = np.array([1, 2, 3, 4, 5, 6, 7])
        found = signals(rising, 0, low=-6.5, high=6.5, near_low=-5.5, near_high=5.5)
        assert found[0] == ("shift", "trend")
        assert found[-1] == ("outside", "shift", "trend", "two of three")

    def test_without_limits_only_shift_and_trend_can_be_seen(self):
        assert signals(np.array([1000.0, -1000, 1000, 1000]), 0) == [()] * 4

    def test_usual_variation_is_left_alone(self):
        limits = {"low": -3, "high": 3, "near_low": -2.5, "near_high": 2.5}
        assert signals(np.array(UNREMARKABLE), 0, **limits) == [()] * 10

    def test_none_and_one_point_and_no_review(self):
        assert signals(np.array([]), np.nan) == []
        assert signals(np.array([1.0]), 0, low=-3, high=3) == [()]
        assert signals(np.array([np.nan] * 8), np.nan) == [()] * 8


class TestIsRare:
    def test_found_in_fewer_than_half_of_the_periods(self):
        assert is_rare(np.array([1, 0, 0]), np.array([3, 3, 3]))
        assert not is_rare(np.array([1, 0]), np.array([3, 3]))
        assert is_rare(np.array([0]), np.array([1]))

    def test_periods_without_reviews_are_not_counted(self):
        assert not is_rare(np.array([1, np.nan, 0, 0]), np.array([3, 0, 0, 3]))

    def test_of_no_periods_nothing_is_said(self):
        assert not is_rare(np.array([]), np.array([]))


class TestTimeBetween:
    def chart(self):
        return time_between(np.r_[0, HOURS_BETWEEN_VALVE_FAILURES.cumsum()])

    def test_the_valve_failures_of_montgomery(self):
        chart = self.chart()
        assert chart.gaps.tolist() == HOURS_BETWEEN_VALVE_FAILURES.tolist()
        powers = chart.gaps**0.2777
        assert powers[:4].round(5).tolist() == [4.80986, 6.70903, 5.72650, 3.81367]
        reach = 2.66 * np.abs(np.diff(powers)).mean()
        assert chart.centre == pytest.approx(powers.mean() ** (1 / 0.2777))
        assert chart.high == pytest.approx((powers.mean() + reach) ** (1 / 0.2777))
        # As in the book, the low limit would be below none, and no failure is out of control.
        assert powers.mean() - reach < 0
        assert chart.low == 0
        assert chart.gaps.max() < chart.high

    def test_regular_gaps_have_limits_at_the_gap_itself(self):
        chart = time_between(np.arange(0, 500, 30))
        assert (chart.low, chart.centre, chart.high) == pytest.approx((30, 30, 30))

    def test_of_exponential_times_few_are_outside(self):
        gaps = np.random.default_rng(1994).exponential(90, 20_000)
        chart = time_between(gaps.cumsum())
        assert ((chart.gaps < chart.low) | (chart.gaps > chart.high)).mean() < 0.005

    def test_with_few_gaps_there_are_no_limits_yet(self):
        few = time_between(np.arange(FEWEST_GAPS) * 10)
        assert (few.gaps.size, few.centre) == (FEWEST_GAPS - 1, pytest.approx(10))
        assert np.isnan([few.low, few.high]).all()
        assert time_between(np.arange(FEWEST_GAPS + 1) * 10).high == pytest.approx(10)

    def test_two_reviews_of_one_day_have_a_gap_of_0(self):
        assert time_between(np.array([5, 5])).gaps.tolist() == [0]
        assert time_between(np.array([5, 5])).centre == 0

    def test_one_review_and_none_have_no_gap(self):
        for days in ([], [7]):
            chart = time_between(np.array(days))
            assert chart.gaps.size == 0
            assert np.isnan([chart.centre, chart.low, chart.high]).all()
