"""The counting rules of a factor's history: first and last found, gaps, new, not seen lately."""

from datetime import date

import pytest

from tests.conftest import SETTINGS
from tests.queries.asking import answer

YEARS = {"factors": ("tools",), "period_kind": "calendar_year"}
QUARTERS = {"factors": ("tools",), "period_kind": "calendar_quarter"}


def tables(reviews: str, *found: str, factor: str = "tools") -> dict[str, str]:
    """Draw reviews by their dates of publication: "2019 2020-05-01", and those with the factor.

    Args:
        reviews: the dates, with spaces between them; R1 is the review of the first. "-" is none.
        found: references of the reviews in which the factor is found.
        factor: the factor.
    """
    dates = ["" if day == "-" else day for day in reviews.split()]
    rows = [f"R{number} | {day}" for number, day in enumerate(dates, start=1)]
    findings = [f"F{ref} | {ref} | Found | problem" for ref in found]
    codings = [f"F{ref} | {factor}" for ref in found]
    return {
        "reviews": "\n".join(["review_ref | published_on", *rows]),
        "findings": "\n".join(["finding_ref | review_ref | statement | appraisal", *findings]),
        "finding_factors": "\n".join(["finding_ref | factor", *codings]),
    }


def test_first_and_last_found_are_days_and_the_periods_that_they_fall_into(database):
    connection = database(**tables("2018-05-01 2019-06-01 2021-07-01 2022-01-01", "R2", "R3"))
    columns = "first_found_on last_found_on first_found_in last_found_in found_from found_to"
    assert answer(connection, "factor_history", columns, **YEARS) == [
        (
            *(date(2019, 6, 1), date(2021, 7, 1), "2019", "2021"),
            *(date(2019, 1, 1), date(2021, 12, 31)),
        )
    ]
    assert answer(connection, "factor_history", columns, **QUARTERS) == [
        (
            *(date(2019, 6, 1), date(2021, 7, 1), "Q2 2019 (Apr-Jun)", "Q3 2021 (Jul-Sep)"),
            *(date(2019, 4, 1), date(2021, 9, 30)),
        )
    ]


def test_the_longest_gap_counts_the_periods_assessed_between_two_with_the_factor(database):
    connection = database(
        # found in 2013, 2015 and 2019; not in 2014, 2016, 2017, 2018 and 2020 to 2023
        **tables("2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023", "R1", "R3", "R7")
    )
    columns = "longest_gap periods_with periods_assessed"
    assert answer(connection, "factor_history", columns, **YEARS) == [(3, 3, 11)]


def test_a_period_without_a_review_neither_lengthens_a_gap_nor_ends_it(database):
    # 2014 and 2016 to 2018 are without the factor; 2015 is without a review
    connection = database(**tables("2013 2014 2016 2017 2018 2019", "R1", "R6"))
    assert answer(connection, "factor_history", "longest_gap", **YEARS) == [(4,)]


def test_a_period_in_which_the_factor_could_not_be_found_does_not_lengthen_a_gap(database):
    connection = database(
        **tables("2019 2020-01-01 2020-06-01 2021 2022", "R1", "R2", factor="until_2020")
    )
    chosen = YEARS | {"factors": ("until_2020",)}
    columns = "longest_gap periods_assessed reviews_assessed_since is_not_seen_lately"
    assert answer(connection, "factor_history", columns, **chosen) == [(0, 2, 0, False)]


def test_there_is_no_gap_where_a_factor_is_found_in_one_period_only(database):
    connection = database(**tables("2019-01-01 2019-05-01 2020", "R1", "R2"))
    assert answer(connection, "factor_history", "longest_gap", **YEARS) == [(None,)]


def test_a_factor_never_found_has_no_history_but_was_assessed(database):
    columns = "first_found_on found_from longest_gap periods_since periods_with periods_assessed"
    connection = database(**tables("2019 2020", "R1"))
    assert answer(connection, "factor_history", columns, **YEARS | {"factors": ("law",)}) == [
        (None, None, None, None, 0, 2)
    ]


def test_before_and_since_count_the_reviews_assessed_that_are_dated_wholly_outside(database):
    connection = database(
        # before 2019: R1, R2; since 2020: R6; R5 is of 2020 itself, R7 has no date
        **tables("2017 2018-12-31 2019-03-01 2020-03-01 2020-12-31 2021-01-01 -", "R3", "R4")
    )
    columns = "reviews_assessed_before reviews_assessed_since reviews_with_undated"
    assert answer(connection, "factor_history", columns, **YEARS) == [(2, 1, 0)]


def test_a_review_with_the_factor_that_falls_into_no_period_still_ends_what_came_before(database):
    # R2 falls into no quarter, but it is of 2019: R1 is before all of it, R3 may be or may not
    connection = database(**tables("2018-12-31 2019 2019-02-01 2019-05-01", "R2", "R4"))
    columns = "found_from found_to first_found_in reviews_assessed_before reviews_assessed_since"
    assert answer(connection, "factor_history", columns, **QUARTERS) == [
        (date(2019, 1, 1), date(2019, 12, 31), "Q2 2019 (Apr-Jun)", 1, 0)
    ]


def test_a_factor_found_in_a_review_without_a_date_is_said_to_be(database):
    connection = database(**tables("2019 - 2021", "R1", "R2"))
    columns = "last_found_in reviews_with_undated"
    assert answer(connection, "factor_history", columns, **YEARS) == [("2019", 1)]


def test_a_factor_is_new_if_it_was_assessed_before_and_is_first_found_in_the_latest_period(
    database,
):
    connection = database(**tables("2018 2019 2020-01-01 2020-06-01", "R3"))
    columns = (
        "is_new reviews_assessed_before latest_period reviews_with_latest reviews_assessed_latest"
    )
    assert answer(connection, "factor_history", columns, **YEARS) == [(True, 2, "2020", 1, 2)]


def test_a_factor_found_before_the_latest_period_is_not_new(database):
    connection = database(**tables("2018 2019 2020", "R2", "R3"))
    assert answer(connection, "factor_history", "is_new", **YEARS) == [(False,)]


def test_a_factor_assessed_for_the_first_time_in_the_latest_period_is_not_new(database):
    connection = database(**tables("2013 2014 2015", "R3", factor="since_2015"))
    columns = "is_new reviews_with_latest reviews_assessed_before"
    chosen = YEARS | {"factors": ("since_2015",)}
    assert answer(connection, "factor_history", columns, **chosen) == [(False, 1, 0)]


def test_a_review_dated_after_the_end_of_its_source_makes_no_period_the_latest(database):
    connection = database(
        **tables("2018 2019 2020-03-01 2021", "R3"),
        settings=SETTINGS + "covers_to = 2020-06-30",
    )
    columns = "latest_period latest_from latest_to is_new"
    assert answer(connection, "factor_history", columns, **YEARS) == [
        ("2020", date(2020, 1, 1), date(2020, 12, 31), True)
    ]


LATELY = "is_not_seen_lately periods_since reviews_assessed_since"


@pytest.mark.parametrize(("found", "expected"), [("R2", (True, 2, 2)), ("R3", (False, 1, 1))])
def test_a_factor_is_not_seen_lately_if_it_was_assessed_in_the_latest_two_years_and_not_found(
    database, found, expected
):
    connection = database(**tables("2018 2019 2020 2021", found))
    assert answer(connection, "factor_history", LATELY, **YEARS) == [expected]


@pytest.mark.parametrize(
    ("found_on", "expected"), [("2018-12-31", (True, 8, 1)), ("2019-01-01", (False, 7, 1))]
)
def test_of_quarters_the_latest_eight_are_lately(database, found_on, expected):
    connection = database(**tables(f"{found_on} 2020-12-31", "R1"))
    assert answer(connection, "factor_history", LATELY, **QUARTERS) == [expected]


def test_a_factor_that_was_not_assessed_lately_is_not_said_to_be_unseen(database):
    # the factor was retired in March 2020
    connection = database(**tables("2018 2019 2021 2022 2023", "R1", factor="until_2020"))
    chosen = YEARS | {"factors": ("until_2020",)}
    assert answer(connection, "factor_history", LATELY, **chosen) == [(False, 5, 1)]


def test_a_factor_found_lately_in_a_review_that_falls_into_no_period_is_seen(database):
    # the review of 2020 is of no quarter, and of the latest two years all the same
    connection = database(**tables("2018-05-01 2020 2020-12-31", "R1", "R2"))
    assert answer(connection, "factor_history", LATELY, **QUARTERS) == [(False, 10, 0)]


def test_a_factor_never_found_is_neither_new_nor_unseen(database):
    connection = database(**tables("2017 2018 2019 2020 2021", "R1"))
    columns = "is_new is_not_seen_lately"
    assert answer(connection, "factor_history", columns, **YEARS | {"factors": ("law",)}) == [
        (False, False)
    ]
