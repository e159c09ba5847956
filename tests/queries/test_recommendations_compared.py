"""Which recommendations can be compared with those made before, and what became of them."""

from typing import Any

import duckdb

from tests.queries.asking import answer

REVIEWS = """
    review_ref | board   | published_on
    R1         | Anytown | 2019-03-01
"""
FINDINGS = """
    finding_ref | review_ref | appraisal | statement
    F1          | R1         | problem   | No time to think
    F2          | R1         | problem   | No form to fill
    F3          | R1         | problem   | No cover
"""
CODINGS = """
    finding_ref | factor
    F1          | supervision
    F2          | supervision
    F2          | tools
"""
AGENCIES = """
    finding_ref | agency  | role
    F1          | NHS-CCG | locus
    F1          | POL     | affected
    F2          | POL     | locus
    F2          | LA-CSC  | locus
"""
RECOMMENDATION = (
    "recommendation_ref | review_ref | finding_ref | addressed_to | made_on | statement"
)
ACTION = (
    "action_ref | recommendation_ref | status | completed_on | signed_off_on | evidence_grade "
    "| statement"
)
ASKED = "R1/1 | R1 | F1 | POL | 2019-03-01 | Write it"


def drawn(
    database: Any, *recommendations: str, actions: tuple[str, ...] = (), **tables: str
) -> Any:
    """Load one review whose findings F1 and F2 hold factors, and F3 none."""
    held = {"actions": "\n".join([ACTION, *actions])} if actions else {}
    return database(
        **{"reviews": REVIEWS, "findings": FINDINGS, "finding_factors": CODINGS}
        | {"finding_agencies": AGENCIES}
        | {"recommendations": "\n".join([RECOMMENDATION, *recommendations])}
        | held
        | tables
    )


def compared(connection: duckdb.DuckDBPyConnection, columns: str, **chosen: Any) -> list[tuple]:
    return answer(connection, "recommendations_compared", columns, **chosen)


def not_compared(connection: duckdb.DuckDBPyConnection, **chosen: Any) -> list[tuple]:
    return answer(connection, "recommendations_not_compared", "reason recommendations", **chosen)


def test_a_recommendation_stands_once_for_each_factor_of_its_finding(database):
    connection = drawn(database, "R1/1 | R1 | F2 | POL | 2019-03-01 | Write it")
    rows = compared(connection, "recommendation_ref board factor_id factor_label agency_label")
    assert rows == [
        ("R1/1", "Anytown", "tools", "Tools", "Police"),
        ("R1/1", "Anytown", "supervision", "Supervision", "Police"),
    ]


def test_it_asks_whom_it_is_addressed_to_and_the_board_is_an_addressee(database):
    connection = drawn(
        database,
        "R1/1 | R1 | F1 | BRD | 2019-03-01 | Write it",
        "R1/2 | R1 | F1 | POL | 2019-03-01 | Write it",
    )
    assert compared(connection, "recommendation_ref agency_id") == [
        ("R1/1", "BRD"),
        ("R1/2", "POL"),
    ]


def test_addressed_to_nobody_it_asks_the_one_agency_at_which_its_finding_is_found(database):
    connection = drawn(
        database,
        "R1/1 | R1 | F1 |  | 2019-03-01 | Write it",
        "R1/2 | R1 | F2 |  | 2019-03-01 | Write it",
    )
    assert compared(connection, "recommendation_ref agency_id") == [("R1/1", "NHS-ICB")]
    assert not_compared(connection) == [("no agency", 1)]


def test_an_agency_of_the_same_review_is_not_taken_for_where_it_is_found(databases):
    tables = {
        "reviews": REVIEWS,
        "findings": FINDINGS,
        "finding_factors": CODINGS,
        "review_agencies": "review_ref | agency\nR1 | POL",
        "recommendations": f"{RECOMMENDATION}\nR1/1 | R1 | F1 |  | 2019-03-01 | Write it",
        "settings": 'attribution = "review"',
    }
    connection = databases(one=tables)
    assert compared(connection, "agency_id") == []
    assert not_compared(connection) == [("no agency", 1)]


def test_an_agency_is_asked_as_the_one_that_took_its_place(database):
    connection = drawn(
        database,
        "R1/1 | R1 | F1 | NHS-CCG | 2019-03-01 | Write it",
        "R1/2 | R1 | F1 | NHS-ICB | 2019-03-01 | Write it",
    )
    assert compared(connection, "agency_id") == [("NHS-ICB",), ("NHS-ICB",)]


def test_what_cannot_be_compared_is_counted_once_by_its_first_reason(database):
    connection = drawn(
        database,
        "R1/1 | R1 | F1 | POL | 2019-03-01 | Write it",
        "R1/2 | R1 |    | POL | 2019-03-01 | Write it",
        "R1/3 | R1 |    |     |            | Write it",
        "R1/4 | R1 | F3 | POL | 2019-03-01 | Write it",
        "R1/5 | R1 | F2 |     |            | Write it",
        "R1/6 | R1 | F1 | POL |            | Write it",
    )
    assert compared(connection, "recommendation_ref") == [("R1/1",)]
    assert not_compared(connection) == [
        ("no finding", 2),
        ("no agency", 1),
        ("no date", 1),
        ("no factor", 1),
    ]


def test_choosing_a_factor_leaves_the_recommendations_that_answer_it_with_it_alone(database):
    connection = drawn(
        database,
        "R1/1 | R1 | F1 | POL | 2019-03-01 | Write it",
        "R1/2 | R1 | F2 | POL | 2019-03-01 | Write it",
        "R1/3 | R1 |    | POL | 2019-03-01 | Write it",
    )
    rows = compared(connection, "recommendation_ref factor_id", factors=("tools",))
    assert rows == [("R1/2", "tools")]
    assert not_compared(connection, factors=("tools",)) == []


def test_they_stand_as_they_were_made_each_date_as_the_days_that_it_may_be(database):
    connection = drawn(
        database,
        "R1/1 | R1 | F1 | POL | 2020       | Write it",
        "R1/2 | R1 | F1 | POL | March 2019 | Write it",
        "R1/3 | R1 | F1 | POL | 2019-03-01 | Write it",
    )
    rows = compared(connection, "recommendation_ref made_first made_last made_precision")
    assert [(ref, str(first), str(last), how) for ref, first, last, how in rows] == [
        ("R1/3", "2019-03-01", "2019-03-01", "day"),
        ("R1/2", "2019-03-01", "2019-03-31", "month"),
        ("R1/1", "2020-01-01", "2020-12-31", "year"),
    ]


CAME_OF = "actions actions_signed_off actions_complete statuses"


def test_an_action_is_signed_off_or_complete_if_its_status_or_a_date_says_so(database):
    connection = drawn(
        database,
        ASKED,
        actions=(
            "A1 | R1/1 | signed off        |            |            |  | Do it",
            "A2 | R1/1 | overdue           |            | 2020-02-01 |  | Do it",
            "A3 | R1/1 | awaiting sign-off |            |            |  | Do it",
            "A4 | R1/1 |                   | 2020-02-01 |            |  | Do it",
            "A5 | R1/1 | in progress       |            |            |  | Do it",
        ),
    )
    statuses = "In progress; Awaiting sign-off; Signed off; Overdue"
    assert compared(connection, CAME_OF) == [(5, 2, 2, statuses)]


def test_a_superseded_action_is_neither_and_its_dates_are_not_told(database):
    connection = drawn(
        database,
        ASKED,
        actions=("A1 | R1/1 | superseded | 2020-02-01 | 2020-03-01 |  | Do it",),
    )
    columns = f"{CAME_OF} last_completed_on last_signed_off_on all_signed_off_by"
    assert compared(connection, columns) == [(1, 0, 0, "Superseded", None, None, None)]


def test_without_an_action_nothing_is_said_of_what_became_of_it(database):
    columns = f"{CAME_OF} last_signed_off_on best_evidence"
    assert compared(drawn(database, ASKED), columns) == [(0, 0, 0, None, None, None)]


def test_the_latest_sign_off_and_the_best_evidence_are_told(database):
    connection = drawn(
        database,
        ASKED,
        actions=(
            "A1 | R1/1 | signed off | 2020-01-01 | 2020-05-03 | practice | Do it",
            "A2 | R1/1 | signed off | 2020-02-01 | March 2021 | output | Do it",
        ),
    )
    columns = "last_completed_on last_signed_off_on last_signed_off_precision best_evidence"
    [(completed, signed, how, evidence)] = compared(connection, columns)
    assert (str(completed), str(signed), how) == ("2020-02-01", "2021-03-01", "month")
    assert evidence == "Practice"


def test_all_are_signed_off_by_a_day_only_if_each_has_a_date(database):
    signed = "A1 | R1/1 | signed off | | March 2021 |  | Do it"
    both = drawn(
        database, ASKED, actions=(signed, "A2 | R1/1 | signed off | | 2020-05-03 |  | Do it")
    )
    assert [str(by) for (by,) in compared(both, "all_signed_off_by")] == ["2021-03-31"]


def test_all_are_not_signed_off_while_one_is_open_or_undated(database):
    signed = "A1 | R1/1 | signed off | | March 2021 |  | Do it"
    undated = drawn(database, ASKED, actions=(signed, "A2 | R1/1 | signed off | |  |  | Do it"))
    assert compared(undated, "all_signed_off_by") == [(None,)]
