"""The counting rules of the dates on which a factor is found."""

from datetime import date

from tests.queries.asking import answer

TABLES = {
    "reviews": """
        review_ref | published_on
        R1         | 2021-05-01
        R2         | March 2020
        R3         | 2020
        R4         | 2019/20 Q4
        R5         |
        R6         | 2020-03-01
    """,
    "findings": "\n".join(
        [
            "finding_ref | review_ref | statement | appraisal",
            *(f"F{n} | R{n} | Found | problem" for n in range(1, 7)),
            "G1 | R1 | Found again | problem",
            "H1 | R1 | Found too | strength",
        ]
    ),
    "finding_factors": "\n".join(
        [
            "finding_ref | factor",
            *(f"F{n} | tools" for n in range(1, 7)),
            "G1 | tools",
            "H1 | tools",
        ]
    ),
}


def test_a_factor_is_found_once_a_review_in_the_order_of_dates_known_to_the_month(database):
    columns = "appraisal found_on precision review_ref"
    found = answer(database(**TABLES), "factor_dates", columns, factors=("tools",))
    assert found == [
        ("problem", date(2020, 3, 1), "month", "R2"),
        ("problem", date(2020, 3, 1), "day", "R6"),
        ("problem", date(2021, 5, 1), "day", "R1"),
        ("strength", date(2021, 5, 1), "day", "R1"),
    ]
