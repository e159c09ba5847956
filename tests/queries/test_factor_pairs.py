"""Two factors found together, among the reviews in which both could have been found."""

from tests.queries.asking import answer

COLUMNS = "factor_a_id factor_b_id reviews_with_both reviews_with_a reviews_with_b reviews_assessed"


def test_the_denominator_of_a_pair_is_every_review_in_which_both_were_assessed(database):
    connection = database(
        reviews="""
            review_ref | published_on
            R2014      | 2014
            R2016      | 2016
            R2017      | 2017
            R2018      | 2018
            UNDATED    |
        """,
        findings="""
            finding_ref | review_ref | statement | appraisal
            F1          | R2014      | First     | problem
            F2          | R2016      | Second    | problem
            F3          | R2016      | Third     | strength
            F4          | R2017      | Fourth    | problem
            F5          | UNDATED    | Fifth     | problem
        """,
        finding_factors="""
            finding_ref | factor
            F1          | tools
            F1          | since_2015
            F2          | tools
            F2          | law
            F3          | since_2015
            F4          | since_2015
            F5          | tools
            F5          | law
        """,
    )
    assert answer(connection, "factor_pairs", COLUMNS) == [
        # both in R2016 and UNDATED; tools also in R2014; all five reviews could have had both
        ("tools", "law", 2, 3, 2, 5),
        # both in R2016; since_2015 also in R2017; R2014 and UNDATED could not have had it
        ("tools", "since_2015", 1, 1, 2, 3),
        ("law", "since_2015", 1, 1, 2, 3),
    ]


def test_a_pair_found_in_one_review_many_times_counts_once(database):
    connection = database(
        reviews="""
            review_ref
            R1
        """,
        findings="""
            finding_ref | review_ref | statement | appraisal
            F1          | R1         | First     | problem
            F2          | R1         | Second    | strength
        """,
        finding_factors="""
            finding_ref | factor
            F1          | tools
            F1          | law
            F2          | tools
            F2          | law
        """,
    )
    assert answer(connection, "factor_pairs", COLUMNS) == [("tools", "law", 1, 1, 1, 1)]
