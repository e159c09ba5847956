"""What a quarter moved: counts of three selections set beside each other, and tested."""

import pandas as pd

from dashboard.estimates import newcombe
from dashboard.movement import movements


def answer(*rows: tuple[str, int | None, int]) -> pd.DataFrame:
    """Return rows of `factor_recurrence.sql`: factor, reviews with, reviews assessed."""
    table = pd.DataFrame(rows, columns=["factor_id", "reviews_with", "reviews_assessed"])
    typed = table.astype({"reviews_with": "Int64", "reviews_assessed": "Int64"})
    return typed.assign(label=table["factor_id"].str.title(), appraisal="problem")


def test_the_difference_is_of_the_quarter_less_what_was_before():
    [one] = movements(answer(("a", 1, 10)), answer(("a", 7, 16)), answer(("a", 6, 6)))
    assert (one.before.found, one.now.found, one.within.found) == (1, 7, 6)
    assert (one.difference, one.low, one.high) == (6 / 6 - 1 / 10, *newcombe(6, 6, 1, 10))
    assert one.size == 7 / 16 - 1 / 10
    assert one.is_told


def test_what_can_be_told_comes_first_then_what_moved_most():
    before = answer(("large", 2, 4), ("small", 50, 100), ("told", 0, 100))
    now = answer(("large", 2, 6), ("small", 55, 110), ("told", 10, 110))
    within = answer(("large", 0, 2), ("small", 5, 10), ("told", 10, 10))
    assert [one.factor_id for one in movements(before, now, within)] == ["told", "large", "small"]


def test_what_is_found_in_none_is_neither_shown_nor_tested():
    before, within = answer(("a", 1, 10), ("b", 0, 10)), answer(("a", 6, 6), ("b", 0, 6))
    [one] = movements(before, answer(("a", 7, 16), ("b", 0, 16)), within)
    assert one.factor_id == "a"
    [alone] = movements(answer(("a", 1, 10)), answer(("a", 7, 16)), answer(("a", 6, 6)))
    assert one.q_value == alone.q_value


def test_a_factor_that_was_not_assessed_before_has_no_difference():
    [one] = movements(answer(("a", None, 0)), answer(("a", 2, 6)), answer(("a", 2, 6)))
    assert (one.before.found, one.before.of, one.before.share) == (None, 0, None)
    assert one.difference != one.difference
    assert one.size == 0
    assert one.is_too_few
    assert not one.is_told


def test_fewer_than_five_reviews_on_a_side_are_not_tested():
    [one] = movements(answer(("a", 0, 40)), answer(("a", 4, 44)), answer(("a", 4, 4)))
    assert one.q_value != one.q_value
    assert not one.is_told
