"""The interval of a share: against SciPy, against published examples, and at its edges."""

import subprocess
import sys

import numpy as np
import pandas as pd
import pytest
from scipy.stats import binomtest

from dashboard.estimates import TOO_FEW_REVIEWS, is_too_few, wilson, with_interval


def rows(*counts: tuple[int | None, int | None]) -> pd.DataFrame:
    return pd.DataFrame(counts, columns=["reviews_with", "reviews_assessed"], dtype="Int32")


@pytest.mark.parametrize("level", [0.8, 0.95, 0.998])
def test_wilson_agrees_with_scipy(level):
    for of in [1, 2, 3, 4, 5, 7, 10, 20, 29, 33, 148, 500, 2869]:
        for found in {0, 1, of // 3, of // 2, of - 1, of}:
            theirs = binomtest(found, of).proportion_ci(confidence_level=level, method="wilson")
            assert wilson(found, of, level) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


@pytest.mark.parametrize(
    ("found", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_gives_the_printed_values_of_newcombe_1998_table_i_method_3(found, of, low, high):
    interval = wilson(found, of)
    assert (round(interval.low, 4), round(interval.high, 4)) == (low, high)


@pytest.mark.parametrize(
    ("found", "of", "low", "high"),
    [(3, 5, 23, 88), (4, 4, 51, 100), (6, 10, 31, 83), (18, 30, 42, 75), (21, 27, 59, 89)],
)
def test_wilson_gives_the_values_that_the_field_quotes(found, of, low, high):
    interval = wilson(found, of)
    assert (round(100 * interval.low), round(100 * interval.high)) == (low, high)


def test_none_and_all_reach_exactly_0_and_1():
    for of in range(1, 200):
        assert wilson(0, of).low == 0
        assert wilson(of, of).high == 1


@pytest.mark.parametrize(("found", "of"), [(0, 0), (3, 2), (-1, 5)])
def test_an_interval_of_impossible_counts_is_refused(found, of):
    with pytest.raises(ValueError, match=f"not {found} of {of}"):
        wilson(found, of)


def test_rows_get_the_same_interval_as_single_counts():
    counts = [(found, of) for of in range(1, 40) for found in range(of + 1)]
    added = with_interval(rows(*counts))
    expected = np.array([wilson(found, of) for found, of in counts])
    assert added[["share_low", "share_high"]].to_numpy() == pytest.approx(expected)
    assert added["share"].tolist() == [found / of for found, of in counts]


def test_not_assessed_has_no_share_and_zero_found_has_one():
    added = with_interval(rows((None, 0), (None, None), (0, 0), (0, 4)))
    shares = added[["share", "share_low", "share_high"]]
    assert shares.iloc[:3].isna().all(axis=None)
    assert shares.iloc[3, :2].tolist() == [0, 0]
    assert shares.iloc[3, 2] == pytest.approx(0.4899, abs=1e-4)


def test_no_rows_get_the_columns_all_the_same():
    added = with_interval(rows())
    assert added.empty
    assert {"share", "share_low", "share_high"} <= set(added)


def test_the_rows_given_are_left_as_they_are():
    given = rows((1, 2))
    with_interval(given)
    assert list(given) == ["reviews_with", "reviews_assessed"]


def test_below_the_threshold_no_result_can_say_more_than_which_half():
    of = TOO_FEW_REVIEWS - 1
    assert wilson(0, of).high > 0.48
    assert wilson(of, of).low < 0.52


def test_too_few_counts_what_was_assessed():
    assert [is_too_few(n) for n in (0, 4, 5, 2869)] == [True, True, False, False]


def test_scipy_is_not_loaded_with_the_module():
    seen = "import sys, dashboard.estimates; sys.exit('scipy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", seen], check=False).returncode == 0
