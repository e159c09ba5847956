"""How often, since when and how lately one factor is found, in words."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from dashboard.estimates import with_interval
from dashboard.recurrence import Recurrence, recurrences
from dashboard.sentences.briefing.one_factor import (
    first_and_last,
    found_as,
    in_quarter,
    in_short,
    over_periods,
)

QUARTER = "Q1 2025/26 (Apr-Jun)"


def drawn(**found: tuple[int | None, int]) -> list[Recurrence]:
    """Return a factor by appraisal: reviews in which it is found, of those assessed."""
    rows = [
        ("tools", "Tools", "", "", appraisal, reviews, of)
        for appraisal, (reviews, of) in found.items()
    ]
    columns = ["factor_id", "label", "layer", "layer_label", "appraisal"]
    table = pd.DataFrame(rows, columns=[*columns, "reviews_with", "reviews_assessed"])
    return recurrences(with_interval(table))


def history(**changes: Any) -> SimpleNamespace:
    """Return a row of `factor_history.sql`."""
    row = {
        "appraisal": "neutral",
        "first_found_on": date(2018, 5, 1),
        "first_found_in": "2018/19",
        "last_found_in": "2024/25",
        "last_found_on": date(2024, 5, 1),
        "periods_with": 5,
        "periods_assessed": 7,
        "is_new": False,
        "is_not_seen_lately": False,
        "latest_period": "2024/25",
        "reviews_assessed_before": 9,
        "reviews_assessed_since": 4,
    }
    return SimpleNamespace(**{**row, **changes})


def test_problem_and_strength_are_told_side_by_side_with_their_intervals():
    assert found_as(drawn(problem=(14, 27), strength=(2, 27))) == (
        "**Tools** was found as a problem in 14 of 27 reviews (52%; 95% interval 34% to 69%), and "
        "as a strength in 2 of 27 reviews (7%; 95% interval 2% to 23%)."
    )


def test_what_is_found_in_none_beside_something_is_said_to_be_in_none():
    assert found_as(drawn(problem=(27, 27), strength=(0, 27))).endswith(
        "in 27 of 27 reviews (100%; 95% interval 88% to 100%), and as a strength in none."
    )


def test_what_is_not_found_as_a_problem_is_said_before_what_is_found():
    assert found_as(drawn(problem=(0, 2), strength=(1, 2))).startswith(
        "**Tools** was not found as a problem, and was found as a strength in 1 of 2 reviews ("
    )


def test_what_is_found_in_no_review_was_looked_for():
    assert found_as(drawn(problem=(0, 1), strength=(0, 1))) == (
        "**Tools** was looked for in 1 review, and not found as a problem or as a strength."
    )
    assert found_as(drawn(neutral=(0, 8))) == (
        "**Tools** was looked for in 8 reviews, and not found."
    )


def test_too_few_reviews_have_no_percentage():
    assert found_as(drawn(neutral=(1, 4))).startswith("**Tools** was found in 1 of 4 reviews (too ")
    assert in_short(drawn(problem=(1, 4))[0]) == (
        "Found as a problem in 1 of 4 reviews (too few to tell)"
    )


def test_a_factor_that_was_not_assessed_is_not_a_zero():
    not_assessed = drawn(problem=(None, 0))
    assert found_as(not_assessed) == (
        "**Tools** was not assessed in any selected review: whether it recurs cannot be told."
    )
    assert in_short(not_assessed[0]) == "Not assessed in any selected review"


def test_first_and_last_are_told_by_what_places_reviews_in_time():
    assert first_and_last(history(), "published") == (
        "It was first found in reviews that came out in 2018/19, and last in 2024/25."
    )
    once = history(last_found_in="2018/19")
    assert (
        first_and_last(once, "practice") == "It was found only in practice that ended in 2018/19."
    )


def test_a_date_that_falls_into_no_period_is_told_by_its_year():
    yearly = history(first_found_in=None, last_found_in=None)
    assert first_and_last(yearly, "practice").endswith("ended in 2018, and last in 2024.")


def test_a_factor_without_a_date_has_no_first_and_last():
    assert first_and_last(history(first_found_on=pd.NaT), "published") == ""


@pytest.mark.parametrize(
    ("found", "assessed", "reviews", "said"),
    [
        (0, 0, 0, f"There is no selected review that came out in {QUARTER}."),
        (1, 1, 1, f"It was found in the 1 review that came out in {QUARTER}."),
        (0, 1, 1, f"It was not found in the 1 review that came out in {QUARTER}."),
        (0, 3, 3, f"Of the 3 reviews that came out in {QUARTER}, it was found in none."),
        (3, 3, 3, f"Of the 3 reviews that came out in {QUARTER}, it was found in 3."),
        (1, 2, 3, f"Of the 2 assessed of the 3 reviews that came out in {QUARTER}, it was found"),
        (0, 0, 3, f"It was not assessed in the 3 reviews that came out in {QUARTER}."),
    ],
)
def test_the_reviews_of_the_quarter_are_told_apart_from_those_assessed(
    found, assessed, reviews, said
):
    assert in_quarter(found, assessed, reviews, QUARTER, "published").startswith(said)


def test_the_periods_with_it_are_told_of_those_in_which_it_was_looked_for():
    assert over_periods(history(), "financial_year") == (
        "It was found in 5 of the 7 financial years in which reviews looked for it."
    )
    every = history(periods_with=7)
    assert over_periods(every, "financial_quarter").startswith("It was found in all the 7 quarters")
    none = history(periods_with=0)
    assert over_periods(none, "financial_year").startswith("It was found in none of the 7 ")
    once = history(periods_assessed=1, periods_with=1)
    assert over_periods(once, "financial_year") == (
        "Reviews looked for it in one financial year only."
    )
    assert over_periods(history(periods_assessed=0, periods_with=0), "financial_year") == ""


def test_times_are_told_of_the_factor_as_it_is_appraised():
    problem = history(appraisal="problem", is_new=True, is_not_seen_lately=True)
    assert first_and_last(problem, "published").startswith(
        "It was first found as a problem in reviews that came out in 2018/19, and last in"
    )
    assert over_periods(problem, "financial_year") == (
        "It was found as a problem in 5 of the 7 financial years in which reviews looked for it. "
        "It is new as a problem: none of 9 reviews before 2024/25 held it. "
        "It was not found as a problem in the 4 reviews since."
    )


def test_one_review_before_or_since_is_told_in_the_singular():
    said = over_periods(
        history(
            is_new=True,
            is_not_seen_lately=True,
            reviews_assessed_before=1,
            reviews_assessed_since=1,
        ),
        "financial_year",
    )
    assert "It is new: the 1 review before 2024/25 did not hold it." in said
    assert said.endswith("It was not found in the 1 review since.")


def test_what_is_new_or_not_seen_lately_says_in_how_many_reviews_it_was_not():
    assert over_periods(history(is_new=True), "financial_year").endswith(
        "It is new: none of 9 reviews before 2024/25 held it."
    )
    assert over_periods(history(is_not_seen_lately=True), "financial_year").endswith(
        "It was not found in the 4 reviews since."
    )
