"""The counting rules: who stands in the denominator."""

from queries.ask import ask
from queries.resolve import resolve
from queries.selection import Selection


def test_a_review_assessed_without_the_factor_stays_in_the_denominator(database):
    connection = database(
        reviews="""
            review_ref | published_on
            R1         | 2024-05-01
            R2         | 2024-06-01
        """,
        findings="""
            finding_ref | review_ref | statement | appraisal
            F1          | R1         | A finding | problem
        """,
        finding_factors="""
            finding_ref | factor
            F1          | tools
        """,
    )
    answer = ask(connection, "factor_recurrence", resolve(connection, Selection(factors=("tools",))))
    assert [row[0:1] + row[4:7] for row in answer.rows] == [("tools", "problem", 1, 2)]
