"""The counting rules: what counts as found, and who stands in the denominator."""

import pytest

from tests.conftest import SETTINGS
from tests.queries.asking import answer

COUNTS = "factor_id appraisal reviews_with reviews_assessed"


def test_a_factor_found_five_times_in_one_review_counts_once(database):
    connection = database(
        reviews="""
            review_ref
            R1
            R2
        """,
        findings="""
            finding_ref | review_ref | statement | appraisal
            F1          | R1         | First     | problem
            F2          | R1         | Second    | problem
            F3          | R1         | Third     | problem
            F4          | R1         | Fourth    | problem
            F5          | R1         | Fifth     | problem
        """,
        finding_factors="""
            finding_ref | factor
            F1          | tools
            F2          | tools
            F3          | tools
            F4          | tools
            F5          | tools
        """,
    )
    columns = "reviews_with reviews_assessed findings"
    assert answer(connection, "factor_recurrence", columns, factors=("tools",)) == [(1, 2, 5)]


# Two of three reviews have findings: a problem with tools and a strength in supervision in R1, and
# a problem with tools in R2.
THREE_REVIEWS = {
    "reviews": """
        review_ref | title   | published_on
        R1         | Child A | 2024-05-01
        R2         | Child B | 2024-06-01
        R3         | Child C | 2024-07-01
    """,
    "findings": """
        finding_ref | review_ref | statement          | appraisal | pattern
        F1          | R1         | No form for this   | problem   | LT1
        F2          | R1         | Somebody to ask    | strength  | LT2
        F3          | R2         | A form of 40 pages | problem   |
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | tools
        F2          | supervision
        F3          | tools
    """,
}


def test_the_denominator_is_every_review_in_which_the_factor_was_assessed_found_or_not(database):
    connection = database(**THREE_REVIEWS)
    found = answer(connection, "factor_recurrence", COUNTS + " reviews_selected")
    assert ("tools", "problem", 2, 3, 3) in found  # R1, R2 of R1, R2, R3
    assert ("supervision", "strength", 1, 3, 3) in found


def test_a_factor_assessed_and_never_found_has_none_of_all(database):
    connection = database(**THREE_REVIEWS)
    found = answer(connection, "factor_recurrence", COUNTS, factors=("law",))
    assert found == [("law", "problem", 0, 3), ("law", "strength", 0, 3)]


@pytest.mark.parametrize(
    ("chosen", "reviews_with"),
    [
        ({}, 2),
        ({"factors": ("tools",)}, 2),
        ({"layers": ("front-line",)}, 2),
        ({"patterns": ("LT1",)}, 1),
        ({"patterns": ("LT6",)}, 0),
        ({"appraisals": ("problem",)}, 2),
        ({"text": "40 pages"}, 1),
        ({"text": "child b"}, 1),
        ({"text": "not there"}, 0),
    ],
)
def test_choosing_a_factor_layer_pattern_appraisal_or_text_never_changes_a_denominator(
    database, chosen, reviews_with
):
    connection = database(**THREE_REVIEWS)
    found = answer(connection, "factor_recurrence", COUNTS + " reviews_selected", **chosen)
    assert ("tools", "problem", reviews_with, 3, 3) in found
    assert {row[3:] for row in found if row[0] == "tools"} == {(3, 3)}


def test_strengths_are_counted_beside_problems_and_never_netted(database):
    connection = database(
        reviews="""
            review_ref
            R1
            R2
        """,
        findings="""
            finding_ref | review_ref | statement | appraisal
            F1          | R1         | Missing   | problem
            F2          | R1         | Helpful   | strength
            F3          | R2         | Missing   | problem
        """,
        finding_factors="""
            finding_ref | factor
            F1          | tools
            F2          | tools
            F3          | tools
        """,
    )
    found = answer(connection, "factor_recurrence", COUNTS, factors=("tools",))
    assert found == [("tools", "problem", 2, 2), ("tools", "strength", 1, 2)]


def test_reviews_without_one_strength_have_none_where_their_source_appraises(database):
    connection = database(**THREE_REVIEWS)
    found = answer(
        connection, "factor_recurrence", COUNTS, factors=("supervision",), text="40 pages"
    )
    assert found == [("supervision", "problem", 0, 3), ("supervision", "strength", 0, 3)]


def test_a_source_that_never_appraises_is_not_shown_as_having_no_strengths(databases):
    together = databases(
        neutral={
            "reviews": """
                review_ref
                R1
            """,
            "findings": """
                finding_ref | review_ref | statement | appraisal
                F1          | R1         | Stated    | neutral
            """,
            "finding_factors": """
                finding_ref | factor
                F1          | tools
            """,
        },
        appraising=THREE_REVIEWS,
    )
    chosen = {"sources": ("neutral",), "factors": ("tools", "law")}
    found = answer(together, "factor_recurrence", COUNTS, **chosen)
    assert found == [("tools", "neutral", 1, 1), ("law", "neutral", 0, 1)]


# The factor since_2015 began on 1 January 2015; until_2020 ended on 31 March 2020.
VALIDITY = {
    "reviews": """
        review_ref | published_on
        R2014      | 2014-12-31
        R2015      | 2015-01-01
        R2020      | 2020-03-31
        R2021      | 2020-04-01
        UNDATED    |
    """,
    "findings": """
        finding_ref | review_ref | statement | appraisal
        F1          | R2014      | Early     | problem
        F2          | R2015      | In time   | problem
        F3          | R2021      | Late      | problem
        F4          | UNDATED    | When?     | problem
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | since_2015
        F1          | tools
        F2          | since_2015
        F3          | until_2020
        F3          | tools
        F4          | since_2015
        F4          | tools
    """,
}


def test_a_factor_from_2015_has_no_denominator_and_no_zero_in_2014(database):
    connection = database(**VALIDITY)
    columns = "period reviews_with reviews_assessed"
    chosen = {"factors": ("since_2015",), "basis": "published"}
    found = answer(connection, "factor_by_period", columns, period_kind="calendar_year", **chosen)
    no_review = [(str(year), None, 0) for year in range(2016, 2020)]
    assert found == [("2014", None, 0), ("2015", 1, 1), *no_review, ("2020", 0, 2), (None, None, 0)]


def test_a_factor_found_before_its_start_is_kept_and_counted_in_neither_of_the_two(database):
    connection = database(**VALIDITY)
    found = answer(connection, "factor_recurrence", COUNTS, factors=("since_2015",))
    assert found == [("since_2015", "problem", 1, 3)]  # R2015 of R2015, R2020, R2021
    kept = answer(connection, "review_findings", "finding_ref factors", review="R2014")
    assert kept == [("F1", "Tools; Online harm (from 2015)")]


def test_the_coverage_says_how_many_codings_were_out_of_date(database):
    connection = database(**VALIDITY)
    # F1 and F4 with since_2015, F3 with until_2020
    assert answer(connection, "coverage", "codings codings_out_of_date") == [(7, 3)]


def test_a_retired_factor_is_assessed_up_to_its_last_day(database):
    connection = database(**VALIDITY)
    found = answer(connection, "factor_recurrence", COUNTS, factors=("until_2020",))
    assert found == [("until_2020", "problem", 0, 3)]  # R2014, R2015, R2020


def test_a_review_without_date_is_not_assessed_for_a_factor_that_had_a_beginning(database):
    connection = database(**VALIDITY)
    found = answer(connection, "factor_recurrence", COUNTS, factors=("tools", "since_2015"))
    assert found == [("tools", "problem", 3, 5), ("since_2015", "problem", 1, 3)]


def test_a_factor_existed_or_not_by_publication_else_completion_else_as_practice_is_dated(database):
    connection = database(
        reviews="""
            review_ref | board | practice_from | incident_on | practice_to | completed | published
            R1         | 1     | 2014          | 2014        | 2014        | 2014      | 2015
            R2         | 2     | 2014          | 2014        | 2014        | 2015      |
            R3         | 3     | 2014          | 2014        | 2015        |           |
            R4         | 4     | 2014          | 2015        |             |           |
            R5         | 5     | 2015          |             |             |           |
            R6         | 6     | 2012          | 2015        | 2015        | 2015      | 2014
            R7         | 7     | 2012          | 2015        | 2015        | 2014      |
            R8         | 8     | 2012          | 2015        | 2014        |           |
            R9         | 9     | 2015          | 2014        |             |           |
        """,
        findings="""
            finding_ref | review_ref | statement | appraisal
            F1          | R1         | Found     | problem
        """,
        finding_factors="""
            finding_ref | factor
            F1          | since_2015
        """,
    )
    assessed = [
        answer(
            connection, "factor_recurrence", "reviews_assessed",
            factors=("since_2015",), boards=(board,),
        )
        for board in "123456789"
    ]  # fmt: skip
    assert assessed == [[(1,)]] * 5 + [[(0,)]] * 4


# The framework was used on R1 and R2, not on R3.
PARTLY_USED = {
    "reviews": """
        review_ref
        R1
        R2
        R3
    """,
    "review_frameworks": """
        review_ref | framework
        R1         | spec
        R2         | spec
    """,
    "findings": """
        finding_ref | review_ref | statement | appraisal
        F1          | R1         | Found     | problem
        F2          | R3         | Not coded | problem
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | tools
    """,
}


def test_a_review_on_which_the_framework_was_not_used_is_in_no_denominator(database):
    connection = database(**PARTLY_USED)
    columns = "reviews_with reviews_assessed reviews_selected"
    assert answer(connection, "factor_recurrence", columns, factors=("tools",)) == [(1, 2, 3)]


def test_a_review_on_which_the_framework_was_not_used_is_selected_and_not_assessed(database):
    columns = "reviews_assessed reviews_selected reviews_of_sources"
    assert answer(database(**PARTLY_USED), "extent", columns) == [(2, 3, 3)]


def test_a_review_coded_with_another_framework_only_is_in_no_denominator(database):
    connection = database(
        settings=SETTINGS.replace('["spec"]', '["spec", "panel-practice-themes"]'),
        reviews=PARTLY_USED["reviews"],
        review_frameworks="""
            review_ref | framework
            R1         | spec
            R1         | panel-practice-themes
            R2         | panel-practice-themes
        """,
        findings=PARTLY_USED["findings"],
        finding_factors="""
            finding_ref | framework | factor
            F1          | spec      | tools
        """,
    )
    columns = "reviews_with reviews_assessed reviews_selected"
    assert answer(connection, "factor_recurrence", columns, factors=("tools",)) == [(1, 1, 3)]


def test_a_factor_not_assessed_in_any_selected_review_has_no_zero(database):
    connection = database(**PARTLY_USED)  # none of the reviews has a date
    columns = "reviews_with reviews_assessed reviews_selected findings"
    found = answer(connection, "factor_recurrence", columns, factors=("since_2015",))
    assert found == [(None, 0, 3, None)]


def test_a_finding_is_uncoded_only_where_the_framework_was_used(database):
    connection = database(**PARTLY_USED)
    columns = "reviews reviews_assessed findings findings_uncoded"
    assert answer(connection, "coverage", columns) == [(3, 2, 1, 0)]
    columns = "review_ref findings findings_uncoded factors"
    assert answer(connection, "reviews", columns) == [
        ("R1", 1, 0, 1),
        ("R2", 0, 0, 0),
        ("R3", 1, None, None),
    ]
