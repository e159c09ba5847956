"""The list of responses: it adds up to each number, and says what the source says."""

import pytest

from tests.queries.asking import answer
from tests.queries.test_response_status import TABLES

COLUMNS = "review_ref status replies agencies"


def test_each_review_with_a_status_is_listed_once_latest_first(database):
    assert answer(database(**TABLES), "responses", COLUMNS, basis="published") == [
        ("R4", "Overdue", None, None),
        ("R2", "Overdue", "0", "Police"),
        ("R1", "Partial", "2", "Children's social care; Police; Primary care"),
    ]


def test_a_date_is_listed_as_precisely_as_it_is_known(database):
    columns = "review_ref published_on published_on_precision"
    found = answer(database(**TABLES), "responses", columns, basis="published")
    assert [(ref, str(on), precision) for ref, on, precision in found][:2] == [
        ("R4", "2021-01-01", "year"),
        ("R2", "2019-06-01", "day"),
    ]


@pytest.mark.parametrize("by", [None, "agency"])
def test_the_list_behind_each_number_adds_up(database, by):
    connection = database(**TABLES)
    columns = "group_id status reviews_with"
    for group, status, number in answer(connection, "response_status", columns, by=by):
        own = {"involved": group, "response_status": status}
        assert len(answer(connection, "responses", COLUMNS, **own)) == number


def test_a_review_with_two_statuses_is_listed_once_with_both_and_counts_once_with_each(database):
    tables = TABLES | {
        "review_attributes": """
            review_ref | name            | value
            R1         | response_status | partial
            R1         | response_status | overdue
        """
    }
    counts = "status reviews_with reviews_recorded"
    found = answer(database(**tables), "response_status", counts)
    assert found == [("partial", 1, 1), ("overdue", 1, 1)]
    listed = answer(database(**tables), "responses", "review_ref status", response_status="overdue")
    assert listed == [("R1", "Partial; Overdue")]


def test_the_reviews_of_a_group_of_agencies_are_listed(database):
    own = {"involved": "health", "agencies_as": "sector"}
    assert answer(database(**TABLES), "responses", "review_ref", **own) == [("R1",)]


def test_what_is_recorded_is_of_the_sources_whatever_is_chosen_of_them(database):
    connection = database(
        **TABLES,
        recommendations="""
            recommendation_ref | review_ref | statement
            REC1               | R1         | Mend the form
            REC2               | R3         | Ask why
        """,
        actions="""
            action_ref | recommendation_ref | statement | status      | signed_off_on
            A1         | REC1               | New form  | signed off  |
            A2         | REC1               | Train     | complete    | 2021-02-03
            A3         | REC2               | Ask       | in progress |
        """,
    )
    columns = "recommendations actions actions_signed_off reviews_with_response_status"
    assert answer(connection, "answers_recorded", columns) == [(2, 3, 2, 3)]
    assert answer(connection, "answers_recorded", columns, boards=("West",)) == [(2, 3, 2, 3)]


def test_where_nothing_is_recorded_it_is_one_row_of_zeros(database):
    tables = {name: table for name, table in TABLES.items() if name != "review_attributes"}
    columns = "recommendations actions actions_signed_off reviews_with_response_status"
    assert answer(database(**tables), "answers_recorded", columns) == [(0, 0, 0, 0)]
