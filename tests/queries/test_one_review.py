"""What is said of one review: itself, its agencies, its findings, its recommendations."""

import pytest

from tests.conftest import SETTINGS
from tests.queries.asking import answer

TWO_FRAMEWORKS = SETTINGS.replace('["spec"]', '["spec", "panel-practice-themes"]')
REVIEWS = {
    "settings": TWO_FRAMEWORKS,
    "reviews": """
        review_ref | title   | practice_to | published_on
        R1         | Child A | 2018        | March 2020
        R2         | Child B |             |
    """,
    "review_agencies": """
        review_ref | agency | involvement
        R1         | POL    | contributed
        R1         | PRB    | no contact
        R2         | POL    |
    """,
    "review_attributes": """
        review_ref | name  | value
        R1         | theme | Neglect
        R1         | theme | Coercion
        R2         | theme | Neglect
    """,
    "findings": """
        finding_ref | review_ref | position | statement | appraisal | pattern | page
        F1          | R1         | 2        | Second    | problem   | LT1     | 14
        F2          | R1         | 1        | First     | strength  |         |
        F3          | R2         | 1        | Other     | problem   |         |
    """,
    "finding_factors": """
        finding_ref | framework             | factor      | coder
        F1          | spec                  | supervision | A
        F1          | spec                  | tools       | A
        F1          | spec                  | tools       | B
        F1          | panel-practice-themes | PN1         | A
        F3          | spec                  | law         | A
    """,
    "finding_agencies": """
        finding_ref | agency
        F1          | POL
        F3          | POL
    """,
    "recommendations": """
        recommendation_ref | review_ref | finding_ref | statement    | kind      | made_on
        REC1               | R1         | F1          | Mend the form | clear-cut | 2020-03-01
        REC2               | R1         |             | Ask why      | research  |
        REC3               | R2         |             | Other        |           |
    """,
    "actions": """
        action_ref | recommendation_ref | owner_agency | statement | status      | due_on
        A1         | REC1               | POL          | New form  | in progress | 2021
        A2         | REC1               |              | Train     | not started |
    """,
}


def test_a_review_says_how_much_of_each_date_is_known(database):
    columns = "title practice_to practice_to_precision published_on published_on_precision"
    [(title, *dates)] = answer(database(**REVIEWS), "review", columns, review="R1")
    assert [title, *map(str, dates)] == ["Child A", "2018-01-01", "year", "2020-03-01", "month"]


def test_a_review_that_is_not_there_is_no_row(database):
    assert answer(database(**REVIEWS), "review", "review_ref", review="R3") == []


def test_the_agencies_of_a_review_are_shown_even_without_contact(database):
    columns = "agency_label involvement findings_at"
    found = answer(database(**REVIEWS), "review_agencies", columns, review="R1")
    assert found == [("Police", "contributed", 1), ("Probation", "no contact", 0)]


def test_the_attributes_of_a_review_are_its_own(database):
    found = answer(database(**REVIEWS), "review_attributes", "name value", review="R1")
    assert found == [("theme", "Coercion"), ("theme", "Neglect")]


def test_the_findings_of_a_review_stand_in_its_order_coded_or_not(database):
    columns = "finding_ref position factors other_factors pattern page found_at coders"
    assert answer(database(**REVIEWS), "review_findings", columns, review="R1") == [
        ("F2", 1, None, None, None, None, None, 0),
        (
            *("F1", 2, "Tools; Supervision", "Understanding the child's daily life"),
            *("Tools", "14", "Police", 2),
        ),
    ]


def test_the_recommendations_of_a_review_stand_with_their_actions(database):
    columns = "recommendation_ref kind action_ref owner_label status"
    assert answer(database(**REVIEWS), "review_recommendations", columns, review="R1") == [
        ("REC1", "clear-cut", "A1", "Police", "in progress"),
        ("REC1", "clear-cut", "A2", None, "not started"),
        ("REC2", "research", None, None, None),
    ]


def test_the_dates_of_recommendations_and_actions_are_as_precise_as_they_are_known(database):
    tables = {
        "reviews": "review_ref\nR1",
        "recommendations": """
            recommendation_ref | review_ref | statement | made_on
            REC1               | R1         | Mend it   | 2020
        """,
        "actions": """
            action_ref | recommendation_ref | statement | due_on   | completed_on | signed_off_on
            A1         | REC1               | Mended    | May 2021 | 2021/22 Q2   | 2021-09-14
        """,
    }
    steps = ("made", "due", "completed", "signed_off")
    columns = " ".join(f"{step}_on_precision" for step in steps)
    assert answer(database(**tables), "review_recommendations", columns, review="R1") == [
        ("year", "month", "quarter", "day")
    ]


@pytest.mark.parametrize(
    ("question", "column"),
    [
        ("review", "title"),
        ("review_agencies", "agency_id"),
        ("review_attributes", "value"),
        ("review_findings", "finding_ref"),
        ("review_recommendations", "recommendation_ref"),
    ],
)
def test_a_review_of_another_source_with_the_same_reference_is_another_review(
    databases, question, column
):
    one = {name: table for name, table in REVIEWS.items() if name != "settings"}
    two = {"reviews": "review_ref | title\nR1 | Not this"}
    together = databases(a={**one, "finding_factors": "finding_ref | factor\nF1 | tools"}, b=two)
    found = answer(together, question, column, sources=("b",), review="R1")
    assert found == ([("Not this",)] if question == "review" else [])
