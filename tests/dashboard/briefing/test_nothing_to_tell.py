"""Where there is nothing to tell: which quarter has something, and why a review is not there."""

from typing import Any

import pytest

from dashboard.briefing.nothing_to_tell import NothingToTell, see_that_there_is_something
from tests.conftest import SETTINGS

TABLES = {
    "settings": SETTINGS + "covers_to = 2025-12-31\n",
    "reviews": """
        review_ref | board   | published_on | practice_from | practice_to
        R1         | Anytown | 2022-05-01   | 2015          | 2016
        R2         | Anytown | 2023         | 2018-01-01    | 2018-06-30
        R3         | North   | 2025-08-01   |               |
        R4         | North   |              | 2020-01-01    | 2020-03-31
    """,
    "findings": """
        finding_ref | review_ref | statement | appraisal
        F1          | R1         | First     | problem
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | tools
    """,
}


@pytest.fixture
def refused(database, inquiry_of):
    """Return what is said of a briefing, and the quarter that is named; "" if it can be made."""
    connection = database(**TABLES)

    def run(quarter: str, **wanted: Any) -> tuple[str, str]:
        try:
            see_that_there_is_something(
                inquiry_of(connection, quarter, **({"basis": "published"} | wanted))
            )
        except NothingToTell as nothing:
            return str(nothing), nothing.quarter.code if nothing.quarter else ""
        return "", ""

    return run


def one(review: str) -> dict[str, str]:
    return {"template": "seven-minutes", "review": review}


def test_a_quarter_up_to_whose_end_a_review_is_out_has_something_to_tell(refused):
    assert refused("2022/23-Q1") == ("", "")
    assert refused("2025/26-Q3", **one("R3")) == ("", "")


def test_the_first_quarter_that_has_a_review_is_named(refused):
    said, quarter = refused("2010/11-Q1")
    assert said.endswith("The first that does came out in Q1 2022/23 (Apr-Jun).")
    assert quarter == "2022/23-Q1"
    assert refused("2021/22-Q4")[1] == "2022/23-Q1"
    assert refused("2021/22-Q4", boards=("North",))[1] == "2025/26-Q2"


def test_a_date_of_which_the_year_is_known_is_there_when_the_year_is_over(refused):
    said, quarter = refused("2014/15-Q1", basis="practice")
    assert said.endswith(
        "The first that does tells of practice that ended in Q3 2016/17 (Oct-Dec)."
    )
    assert quarter == "2016/17-Q3"
    assert refused("2022/23-Q2", **one("R2"))[1] == "2023/24-Q3"


def test_where_no_quarter_has_a_review_the_filters_are_named(refused):
    said, quarter = refused("2022/23-Q1", boards=("North",), work="ordinary")
    assert "Take a filter away: " in said
    assert "Work reviewed: ordinary work" in said
    # these can be exchanged, and not taken away
    assert "Source: " not in said
    assert "Framework: " not in said
    assert quarter == ""


def test_a_quarter_after_the_data_names_the_latest_whole_one(refused):
    said, quarter = refused("2026/27-Q1")
    assert "the data end on 31 December 2025" in said
    assert quarter == "2025/26-Q3"


def test_a_review_that_came_out_later_is_said_to_have(refused):
    assert refused("2022/23-Q1", **one("R3")) == (
        '"R3" came out in Q2 2025/26 (Jul-Sep), and a briefing on Q1 2022/23 (Apr-Jun) tells of '
        "nothing later.",
        "2025/26-Q2",
    )


def test_a_review_that_the_filters_leave_out_is_said_to_be(refused):
    said, quarter = refused("2025/26-Q3", boards=("Anytown",), **one("R3"))
    assert said.startswith('The filters leave "R3" out. Take a filter away: ')
    assert quarter == ""


def test_a_review_without_a_date_is_in_no_quarter(refused):
    nowhere = '"{}" has no date of {}, so that no quarter holds it.'
    assert refused("2025/26-Q3", **one("R4")) == (nowhere.format("R4", "publication"), "")
    said = refused("2025/26-Q3", basis="practice", **one("R3"))
    assert said == (nowhere.format("R3", "practice"), "")


def test_without_a_filter_it_is_the_dates_that_are_missing(database, inquiry_of):
    undated = {**TABLES, "reviews": "review_ref | published_on\nR1 |\nR2 |"}
    with pytest.raises(
        NothingToTell, match="has a date of publication by the end of the data"
    ) as nothing:
        see_that_there_is_something(inquiry_of(database(**undated), "2022/23-Q1"))
    assert "Take a filter away" not in str(nothing.value)
