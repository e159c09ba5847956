"""The difference of two shares: against printed examples, by simulation, and at its edges."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import fisher_exact

from dashboard.estimates import benjamini_hochberg, newcombe, wilson, with_difference

ADDED = [
    *("share_a", "share_b", "difference", "difference_low", "difference_high"),
    *("p_value", "q_value", "is_different"),
]
counts = st.integers(1, 60).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


def rows(*each: tuple[int | None, int | None, int | None, int | None]) -> pd.DataFrame:
    names = ["reviews_with_a", "reviews_assessed_a", "reviews_with_b", "reviews_assessed_b"]
    return pd.DataFrame(each, columns=names, dtype="Int32")


@pytest.mark.parametrize(
    ("a", "b", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1),
        ((10, 10), (0, 10), 0.6075, 1),
    ],
)
def test_newcombe_gives_the_printed_values_of_newcombe_1998_table_ii_method_10(a, b, low, high):
    interval = newcombe(*a, *b)
    assert (round(interval.low, 4), round(interval.high, 4)) == (low, high)


@given(counts, counts)
def test_the_interval_holds_the_difference_and_turns_with_the_sides(a, b):
    low, high = newcombe(*a, *b)
    difference = a[0] / a[1] - b[0] / b[1]
    assert -1 <= low <= difference + 1e-12
    assert difference - 1e-12 <= high <= 1
    assert newcombe(*b, *a) == pytest.approx((-high, -low), abs=1e-12)


def test_of_one_review_each_the_interval_says_next_to_nothing():
    assert newcombe(1, 1, 0, 1).low < 0
    assert newcombe(0, 1, 0, 1) == pytest.approx((-wilson(0, 1).high, wilson(0, 1).high))


@pytest.mark.parametrize(
    ("of_a", "of_b", "share_a", "share_b"),
    [(5, 20, 0.3, 0.3), (8, 8, 0.5, 0.2), (10, 30, 0.1, 0.4), (20, 40, 0.6, 0.6)],
)
def test_the_interval_holds_the_true_difference_about_as_often_as_it_says(
    of_a, of_b, share_a, share_b
):
    seeded = np.random.default_rng(1998)
    drawn = seeded.binomial([of_a, of_b], [share_a, share_b], (4000, 2)).tolist()
    intervals = np.array([newcombe(a, of_a, b, of_b) for a, b in drawn])
    held = (intervals[:, 0] <= share_a - share_b) & (share_a - share_b <= intervals[:, 1])
    assert 0.93 < held.mean() < 0.99


@pytest.mark.parametrize("impossible", [(0, 0, 1, 2), (1, 2, 0, 0), (3, 2, 1, 2), (1, 2, -1, 2)])
def test_a_difference_of_impossible_counts_is_refused(impossible):
    with pytest.raises(ValueError, match="on both sides"):
        newcombe(*impossible)


def test_rows_get_the_same_interval_and_test_as_single_counts():
    drawn = [(3, 20, 9, 12), (0, 5, 5, 5), (7, 7, 7, 7), (40, 50, 10, 50)]
    added = with_difference(rows(*drawn))
    limits = added[["difference_low", "difference_high"]].to_numpy()
    assert limits == pytest.approx(np.array([newcombe(*each) for each in drawn]))
    assert added["share_a"].tolist() == [0.15, 0, 1, 0.8]
    assert added["difference"].tolist() == pytest.approx([0.15 - 0.75, -1, 0, 0.6])
    expected = [fisher_exact([[a, of_a - a], [b, of_b - b]])[1] for a, of_a, b, of_b in drawn]
    assert added["p_value"].tolist() == pytest.approx(expected)
    assert added["q_value"].tolist() == pytest.approx(benjamini_hochberg(np.array(expected)))
    assert added["is_different"].tolist() == [True, True, False, True]


def test_a_side_with_too_few_reviews_has_an_interval_but_no_test_and_is_not_counted_as_one():
    added = with_difference(rows((4, 4, 0, 100), (9, 10, 1, 10)))
    assert added["difference_low"].notna().to_numpy().all()
    assert added["p_value"].isna().tolist() == [True, False]
    assert added["q_value"].isna().tolist() == [True, False]
    assert added["q_value"].tolist()[1] == added["p_value"].tolist()[1]
    assert added["is_different"].tolist() == [False, True]


def test_not_assessed_on_a_side_has_no_difference():
    added = with_difference(rows((0, 0, 3, 9), (None, None, 3, 9), (3, 9, None, 9)))
    assert added[["difference", "difference_low", "p_value", "q_value"]].isna().to_numpy().all()
    assert added["share_b"].tolist()[:2] == [1 / 3, 1 / 3]
    assert added["is_different"].tolist() == [False] * 3


def test_no_rows_get_the_columns_and_rows_are_left_as_they_are():
    none = rows()
    assert set(ADDED) <= set(with_difference(none))
    assert not set(ADDED) & set(none)
