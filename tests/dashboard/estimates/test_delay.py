"""How long reviews take to come out."""

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from dashboard.estimates import FEWEST_DELAYS, USUAL_DELAY_MONTHS, Delay, delay


def delays(*each: tuple[int | None, int | None]) -> pd.DataFrame:
    return pd.DataFrame(each, columns=["delay_months", "reviews"], dtype="Int32")


def test_half_and_nine_in_ten_of_the_reviews_are_out_by_then():
    # 20 reviews: the 10th came out after 12 months, the 18th after 30
    assert delay(delays((6, 5), (12, 7), (24, 5), (30, 1), (60, 2))) == Delay(12, 30, 20)


def test_rows_may_come_in_any_order():
    given_rows = delays((60, 2), (12, 7), (30, 1), (6, 5), (24, 5))
    assert delay(given_rows) == Delay(12, 30, 20)


def test_another_level_may_be_asked_for():
    assert delay(delays((6, 15), (40, 5)), level=0.7) == Delay(6, 6, 20)
    assert delay(delays((6, 15), (40, 5)), level=0.8) == Delay(6, 40, 20)


def test_published_before_the_practice_ended_is_a_mistake_and_ignored():
    assert delay(delays((-3, 50), (0, 10), (8, 10))) == Delay(0, 8, 20)
    assert delay(delays((-3, 50), (8, 5))) is None


def test_with_few_reviews_there_is_no_estimate():
    assert delay(delays((12, FEWEST_DELAYS - 1))) is None
    assert delay(delays((12, FEWEST_DELAYS))) == Delay(12, 12, FEWEST_DELAYS)
    assert delay(delays((12, 1))) is None
    assert delay(delays()) is None


def test_what_is_missing_does_not_count():
    assert delay(delays((None, 30), (4, None), (5, 20))) == Delay(5, 5, 20)


@given(st.lists(st.integers(0, 120), min_size=FEWEST_DELAYS, max_size=80))
def test_it_agrees_with_numpy_on_one_row_a_review(months):
    expected = np.quantile(months, [0.5, 0.9], method="inverted_cdf")
    assert delay(delays(*((each, 1) for each in months))) == (*expected, len(months))


def test_the_usual_delay_is_about_two_years():
    assert USUAL_DELAY_MONTHS == 24
