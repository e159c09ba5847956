"""Which reviews share the most factors with one: only of what could have been found in both."""

import pytest

from tests.conftest import SETTINGS
from tests.queries.asking import answer

COUNTS = "review_ref factors_shared factors_of_review factors_of_other factors_of_either"
BOARD = {
    "reviews": """
        review_ref | published_on | board
        ONE        | 2016         | North
        SAME       | 2017         | North
        HALF       | 2018         | South
        MORE       | 2018         | South
        OTHER      | 2019         | North
        EMPTY      | 2019         | North
    """,
    "findings": """
        finding_ref | review_ref | statement | appraisal
        F1          | ONE        | First     | problem
        F2          | ONE        | Second    | problem
        F3          | SAME       | Third     | strength
        F4          | SAME       | Fourth    | problem
        F5          | HALF       | Fifth     | problem
        F6          | MORE       | Sixth     | problem
        F7          | OTHER      | Seventh   | problem
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | tools
        F1          | law
        F2          | tools
        F3          | law
        F3          | tools
        F4          | tools
        F5          | tools
        F6          | tools
        F6          | law
        F6          | supervision
        F7          | supervision
    """,
}


def test_the_nearest_shares_the_largest_part_of_the_factors_found_in_either(database):
    assert answer(database(**BOARD), "nearest_reviews", COUNTS, review="ONE") == [
        ("SAME", 2, 2, 2, 2),  # tools and law in both, whatever the appraisal
        ("MORE", 2, 2, 3, 3),  # of tools, law and supervision
        ("HALF", 1, 2, 1, 2),  # tools; law only in the one
    ]  # OTHER shares nothing, EMPTY has nothing


def test_the_shared_factors_are_named_in_the_order_of_the_codebook(database):
    named = answer(database(**BOARD), "nearest_reviews", "review_ref shared", review="ONE")
    assert named[0] == ("SAME", "Tools; Law, guidance and inspection")
    assert named[2] == ("HALF", "Tools")


def test_how_many_share_is_said_of_how_many_were_compared(database):
    columns = "reviews_as_near reviews_sharing reviews_compared"
    assert answer(database(**BOARD), "nearest_reviews", columns, review="ONE") == [(1, 3, 5)] * 3


def test_reviews_that_are_as_near_are_counted_together(database):
    """OTHER shares its only factor with MORE, which has three; so does HALF."""
    found = answer(database(**BOARD), "nearest_reviews", f"{COUNTS} reviews_as_near", review="MORE")
    assert found[2:] == [("HALF", 1, 3, 1, 3, 2), ("OTHER", 1, 3, 1, 3, 2)]


def test_no_more_are_listed_than_are_asked_for_and_all_are_counted(database):
    columns = "review_ref reviews_sharing"
    listed = answer(database(**BOARD), "nearest_reviews", columns, review="ONE", most=1)
    assert listed == [("SAME", 3)]


def test_only_selected_reviews_are_compared_and_the_one_need_not_be(database):
    found = answer(
        database(**BOARD),
        "nearest_reviews",
        "review_ref reviews_compared",
        review="ONE",
        boards=("South",),
    )
    assert found == [("MORE", 2), ("HALF", 2)]


@pytest.mark.parametrize(
    "filters", [{"factors": ("law",)}, {"layers": ("national",)}, {"appraisals": ("strength",)}]
)
def test_what_is_chosen_of_the_findings_changes_nothing(database, filters):
    every = answer(database(**BOARD), "nearest_reviews", COUNTS, review="ONE")
    assert answer(database(**BOARD), "nearest_reviews", COUNTS, review="ONE", **filters) == every


@pytest.mark.parametrize("review", ["EMPTY", "GONE"])
def test_a_review_without_factors_or_that_is_not_there_shares_with_none(database, review):
    assert answer(database(**BOARD), "nearest_reviews", COUNTS, review=review) == []


def test_a_factor_not_assessed_in_one_of_the_two_stands_in_neither_count(database):
    connection = database(
        reviews="""
            review_ref | published_on
            R2014      | 2014
            R2018      | 2018
            R2022      | 2022
            UNDATED    |
        """,
        findings="""
            finding_ref | review_ref | statement | appraisal
            F1          | R2014      | First     | problem
            F2          | R2018      | Second    | problem
            F3          | R2022      | Third     | problem
            F4          | UNDATED    | Fourth    | problem
        """,
        finding_factors="""
            finding_ref | factor
            F1          | tools
            F1          | until_2020
            F2          | tools
            F2          | since_2015
            F2          | until_2020
            F3          | tools
            F3          | since_2015
            F4          | tools
        """,
    )
    assert answer(connection, "nearest_reviews", COUNTS, review="R2018") == [
        # since_2015 could not be found in R2014: it leaves tools and until_2020, both in both
        ("R2014", 2, 2, 2, 2),
        # until_2020 could not be found in R2022: it leaves tools and since_2015
        ("R2022", 2, 2, 2, 2),
        # neither could be found in a review without a date
        ("UNDATED", 1, 1, 1, 1),
    ]
    assert answer(connection, "nearest_reviews", COUNTS, review="UNDATED") == [
        ("R2014", 1, 1, 1, 1),
        ("R2018", 1, 1, 1, 1),
        ("R2022", 1, 1, 1, 1),
    ]


def test_a_review_that_was_not_coded_with_the_framework_is_not_compared(database):
    connection = database(
        settings=SETTINGS.replace('["spec"]', '["spec", "panel-practice-themes"]'),
        reviews="review_ref\nR1\nR2\nR3",
        review_frameworks="""
            review_ref | framework
            R1         | spec
            R1         | panel-practice-themes
            R2         | spec
            R3         | panel-practice-themes
        """,
        findings="""
            finding_ref | review_ref | statement | appraisal
            F1          | R1         | First     | problem
            F2          | R2         | Second    | problem
            F3          | R3         | Third     | problem
        """,
        finding_factors="""
            finding_ref | framework             | factor
            F1          | spec                  | tools
            F1          | panel-practice-themes | PN1
            F2          | spec                  | tools
            F3          | panel-practice-themes | PN1
        """,
    )
    columns = "review_ref reviews_compared"
    for framework, nearest in (("spec", "R2"), ("panel-practice-themes", "R3")):
        chosen = {"review": "R1", "framework": framework}
        assert answer(connection, "nearest_reviews", columns, **chosen) == [(nearest, 1)]
    assert answer(connection, "nearest_reviews", columns, review="R3", framework="spec") == []


def test_a_double_coded_finding_shares_what_its_coders_settled_on(database):
    connection = database(
        reviews="""
            review_ref
            R1
            R2
        """,
        findings="""
            finding_ref | review_ref | statement | appraisal
            F1          | R1         | First     | problem
            F2          | R2         | Second    | problem
        """,
        finding_factors="""
            finding_ref | factor      | coder | is_consensus
            F1          | tools       | A     |
            F1          | supervision | B     |
            F1          | tools       | A+B   | yes
            F2          | tools       | A     |
            F2          | supervision | A     |
        """,
    )
    assert answer(connection, "nearest_reviews", COUNTS, review="R1") == [("R2", 1, 1, 2, 2)]


def test_where_two_sources_have_the_reference_it_is_that_of_the_one_named_or_else_the_first(
    databases,
):
    one = {
        "reviews": "review_ref\nR1\nR2",
        "findings": "finding_ref | review_ref | statement | appraisal\nF1 | R1 | A | problem",
        "finding_factors": "finding_ref | factor\nF1 | tools",
    }
    two = {**one, "finding_factors": "finding_ref | factor\nF1 | law"}
    three = {
        "reviews": "review_ref\nX1\nX2",
        "findings": """
            finding_ref | review_ref | statement | appraisal
            F1          | X1         | A         | problem
            F2          | X2         | A         | problem
        """,
        "finding_factors": "finding_ref | factor\nF1 | tools\nF2 | law",
    }
    together = databases(a=one, b=two, c=three)
    chosen = {"review": "R1", "sources": ("a", "b", "c")}
    columns = "source_id review_ref shared"
    assert answer(together, "nearest_reviews", columns, **chosen) == [("c", "X1", "Tools")]
    of_b = answer(together, "nearest_reviews", columns, **chosen, review_source="b")
    assert of_b == [("c", "X2", "Law, guidance and inspection")]
    assert answer(together, "nearest_reviews", columns, **chosen, review_source="c") == []
