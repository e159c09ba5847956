"""Funnel limits: against the binomial distribution, and against a published table."""

from math import comb

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.estimates import FEWEST_INVOLVED, funnel_limits, with_funnel

LEVELS = (0.95, 0.998)


def agencies(*each: tuple[int | None, int | None]) -> pd.DataFrame:
    return pd.DataFrame(each, columns=["reviews_with", "reviews_assessed"], dtype="Int32")


def probability_up_to(count: int, of: int, share: float) -> float:
    """Sum the binomial probabilities of at most this count, one by one."""
    return sum(
        comb(of, each) * share**each * (1 - share) ** (of - each) for each in range(count + 1)
    )


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("baseline", [0.02, 0.1, 0.35, 0.5, 0.77, 0.9])
def test_a_count_lies_beyond_a_limit_exactly_where_chance_makes_it_rarer_than_it_says(
    level, baseline
):
    tail = (1 - level) / 2
    for of in [1, 2, 5, 6, 7, 10, 13, 20, 33, 60]:
        (low,), (high,) = funnel_limits(baseline, np.array([of]), level)
        for found in range(of + 1):
            so_few = probability_up_to(found, of, baseline)
            so_many = probability_up_to(of - found, of, 1 - baseline)
            assert (found / of < low) == (so_few < tail)
            assert (found / of > high) == (so_many < tail)


def test_the_low_limit_is_interpolated_as_in_spiegelhalter_2005_appendix_a_1_1():
    # of 20 reviews at 40%: at most 3 has 1.60%, at most 4 has 5.10%, and 2.5% lies between
    up_to_3, up_to_4 = (probability_up_to(count, 20, 0.4) for count in (3, 4))
    expected = (4 - (up_to_4 - 0.025) / (up_to_4 - up_to_3)) / 20
    (low,), _ = funnel_limits(0.4, np.array([20]), 0.95)
    assert low == pytest.approx(expected)
    assert 3 / 20 < low < 4 / 20


@pytest.mark.parametrize(
    ("of", "low_95", "high_95", "low_998", "high_998"),
    [
        (1008, 78.203374, 83.081521, 76.796814, 84.488082),
        (9998, 79.867989, 81.416907, 79.421375, 81.863521),
        (110_000, 80.408963, 80.875933, 80.274317, 81.010578),
    ],
)
def test_with_many_reviews_limits_are_within_two_of_those_tested_by_phe_indicator_methods(
    of, low_95, high_95, low_998, high_998
):
    """Its testdata_funnel_prop_outputs.csv has the limits that come of Wilson's formula."""
    ours = [
        100 * limit[0]
        for level in LEVELS
        for limit in funnel_limits(0.80642448, np.array([of]), level)
    ]
    assert ours == pytest.approx([low_95, high_95, low_998, high_998], abs=200 / of)


@given(st.floats(0, 1), st.integers(1, 500))
def test_limits_hold_the_baseline_and_each_other_and_stay_within_0_and_1(baseline, of):
    (low_95,), (high_95,) = funnel_limits(baseline, np.array([of]), 0.95)
    (low_998,), (high_998,) = funnel_limits(baseline, np.array([of]), 0.998)
    assert 0 <= low_998 <= low_95 <= baseline + 1e-9
    assert baseline - 1e-9 <= high_95 <= high_998 <= 1


@given(st.floats(0.01, 0.99), st.integers(1, 200))
def test_limits_turn_with_found_and_not_found(baseline, of):
    (low,), (high,) = funnel_limits(baseline, np.array([of]), 0.95)
    (other_low,), (other_high,) = funnel_limits(1 - baseline, np.array([of]), 0.95)
    assert (1 - other_high, 1 - other_low) == pytest.approx((low, high), abs=1e-9)


def test_agencies_that_do_not_differ_are_seldom_flagged():
    seeded = np.random.default_rng(2005)
    of = seeded.integers(5, 40, 20_000)
    added = with_funnel(agencies(*zip(seeded.binomial(of, 0.3), of, strict=True)))
    flags = added["funnel"].tolist()
    for side in ("low", "high"):
        assert flags.count(f"{side}_95") + flags.count(f"{side}_998") < 0.025 * len(of)
        assert flags.count(f"{side}_998") < 0.0015 * len(of)


def test_each_agency_has_the_outermost_limit_that_it_lies_beyond():
    added = with_funnel(agencies((30, 100), (49, 100), (40, 100), (9, 100), (20, 100)))
    assert set(added["baseline"]) == {148 / 500}
    assert added["funnel"].tolist() == ["within", "high_998", "high_95", "low_998", "low_95"]
    limits = added[["low_998", "low_95", "baseline", "high_95", "high_998"]].to_numpy()
    assert (np.diff(limits) > 0).all()


def test_an_agency_in_few_reviews_counts_in_the_baseline_and_is_never_flagged():
    of = FEWEST_INVOLVED - 1
    added = with_funnel(agencies((of, of), (4, 196), (1, 1)))
    assert added["funnel"].tolist() == ["too few", "within", "too few"]
    assert added["baseline"].tolist()[0] == (of + 5) / (of + 197)
    assert added["high_95"].notna().to_numpy().all()
    assert with_funnel(agencies((5, 5), (4, 95)))["funnel"].tolist() == ["high_998", "within"]


def test_an_agency_not_assessed_or_not_recorded_has_no_limits_and_no_flag():
    added = with_funnel(agencies((None, 0), (0, 0), (None, None), (2, None), (3, 10)))
    assert added["funnel"].tolist() == ["", "", "", "", "within"]
    assert added["low_95"].isna().tolist() == [True, True, True, True, False]
    assert set(added["baseline"]) == {0.3}


@pytest.mark.parametrize("share", [0, 1])
def test_where_all_agencies_have_none_or_all_nobody_stands_out(share):
    added = with_funnel(agencies(*((share * of, of) for of in (5, 9, 80))))
    assert set(added["funnel"]) == {"within"}


def test_without_any_review_nothing_is_known():
    added = with_funnel(agencies((None, None)))
    assert added["funnel"].tolist() == [""]
    assert added["baseline"].isna().to_numpy().all()


def test_no_agencies_get_the_columns_and_rows_are_left_as_they_are():
    none = agencies()
    added = with_funnel(none)
    assert {"baseline", "low_95", "high_95", "low_998", "high_998", "funnel"} <= set(added)
    assert "funnel" not in none
