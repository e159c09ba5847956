"""What can be set side by side, and which reviews two sides share."""

from datetime import date
from typing import Any

from tests.queries.asking import answer

REVIEWS = """
    review_ref | review_type | board | practice_to | published_on
    R1         | SCR         | North | 2019-05-01  | 2020-05-01
    R2         | SCR         | North | 2019-06-01  | 2020-06-01
    R3         | SAR         | South | 2020        | 2021-06-01
    R4         | SAR         |       | 2021-06-01  | 2022-06-01
"""
AGENCIES = """
    review_ref | agency | involvement
    R1         | POL    |
    R2         | POL    | contributed
    R2         | NHS-GP |
    R3         | NHS-GP |
    R4         | NHS-GP | no contact
"""
ONE_FINDING = {
    "findings": """
        finding_ref | review_ref | statement | appraisal
        F1          | R1         | First     | problem
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | tools
    """,
}


def sides(connection, compare: str, columns: str = "value reviews", **chosen: Any) -> list:
    """Ask for the sides of one kind."""
    kind = {"period_kind": "financial_year"} | chosen
    rows = answer(connection, "sides", f"compare {columns}", **kind)
    return [row[1:] for row in rows if row[0] == compare]


def test_each_side_has_its_selected_reviews_and_the_most_come_first(database):
    connection = database(reviews=REVIEWS, review_agencies=AGENCIES, **ONE_FINDING)
    assert sides(connection, "agencies") == [("POL", 2), ("NHS-GP", 2)]  # no contact is none
    assert sides(connection, "boards") == [("North", 2), ("South", 1)]  # R4 names none
    assert sides(connection, "review_types") == [("SAR", 2), ("SCR", 2)]


def test_a_name_that_may_stand_for_several_bodies_comes_after_those_that_name_one(database):
    agencies = AGENCIES.replace("POL   ", "ADDR-OTHER") + "R3 | ADDR-OTHER |"
    connection = database(reviews=REVIEWS, review_agencies=agencies, **ONE_FINDING)
    assert sides(connection, "agencies") == [("NHS-GP", 2), ("ADDR-OTHER", 3)]


def test_the_latest_period_comes_first_and_a_year_alone_falls_into_none(database):
    connection = database(reviews=REVIEWS, **ONE_FINDING)
    assert sides(connection, "periods", "value period_from period_to reviews") == [
        ("2021/22", date(2021, 4, 1), date(2022, 3, 31), 1),
        # R3, of the calendar year 2020, is in no financial year
        ("2019/20", date(2019, 4, 1), date(2020, 3, 31), 2),
    ]


def test_a_period_that_the_chosen_dates_cut_is_a_part_period(database):
    connection = database(reviews=REVIEWS, **ONE_FINDING)
    chosen = {"period_from": date(2019, 5, 15)}
    assert sides(connection, "periods", "value is_part_period reviews", **chosen) == [
        ("2021/22", False, 1),
        ("2019/20", True, 1),  # R1 is before the chosen dates
    ]


def test_a_board_is_offered_beside_the_chosen_one(database):
    connection = database(reviews=REVIEWS, **ONE_FINDING)
    chosen: dict[str, Any] = {"boards": ("South",)}
    assert sides(connection, "boards", **chosen) == [("North", 2), ("South", 1)]
    assert sides(connection, "review_types", **chosen) == [("SAR", 1)]
    types: dict[str, Any] = {"review_types": ("SCR",)}
    assert sides(connection, "review_types", **types) == [("SAR", 2), ("SCR", 2)]
    assert sides(connection, "boards", **types) == [("North", 2)]


def test_an_agency_known_from_findings_only_has_no_denominator_and_is_no_side(database):
    connection = database(
        reviews=REVIEWS,
        **ONE_FINDING,
        finding_agencies="""
            finding_ref | agency
            F1          | PRB
        """,
    )
    assert sides(connection, "agencies") == []


def test_reviews_of_both_agencies_are_counted(database):
    connection = database(reviews=REVIEWS, review_agencies=AGENCIES, **ONE_FINDING)
    columns = "reviews_with_both reviews_with_one reviews_with_other reviews_selected"
    both = {"one": "POL", "other": "NHS-GP"}
    # R2 is of both; R1 of the police alone, R3 of the GP alone; in R4 the GP had no contact
    assert answer(connection, "agencies_together", columns, **both) == [(1, 2, 2, 4)]
    assert answer(connection, "agencies_together", columns, **both, boards=("South",)) == [
        (0, 0, 1, 1)
    ]
    assert answer(connection, "agencies_together", columns, **both, boards=("none",)) == [
        (0, 0, 0, 0)
    ]
