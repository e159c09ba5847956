"""Findings, recommendations and actions: which are tied to which, and what is not recorded."""

import pytest

from tests.queries.asking import answer

FINDINGS = """
    findings findings_calling findings_with_recommendation findings_without_recommendation
"""
RECOMMENDATIONS = """
    recommendations recommendations_linked recommendations_unlinked recommendations_with_action
    recommendations_without_action
"""
ACTIONS = """
    actions actions_with_owner actions_with_due_date actions_with_evidence actions_without_evidence
"""
TABLES = {
    "reviews": """
        review_ref | board
        R1         | Anytown
        R2         | Bridge
    """,
    "findings": """
        finding_ref | review_ref | statement | appraisal
        F1          | R1         | First     | problem
        F2          | R1         | Second    | mixed
        F3          | R1         | Third     | strength
        F4          | R1         | Fourth    | problem
        F5          | R2         | Fifth     | problem
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | tools
        F4          | law
        F5          | tools
        F5          | supervision
    """,
    "recommendations": """
        recommendation_ref | review_ref | finding_ref | statement | addressed_to | kind
        REC1               | R1         | F1          | Ask one   | POL          | clear-cut
        REC2               | R1         | F1          | Ask two   |              |
        REC3               | R1         |             | Ask three |              |
        REC4               | R1         | F3          | Ask four  |              |
    """,
    "actions": """
        action_ref | recommendation_ref | statement | owner_agency | due_on | evidence_grade
        A1         | REC1               | Do        | POL          | 2021   | output
        A2         | REC1               | Do        |              | 2021   | none
        A3         | REC3               | Do        | POL          |        |
        A4         | REC1               | Do        | POL          |        |
    """,
}


def test_problems_and_mixed_findings_call_for_an_answer_and_strengths_need_none(database):
    found = answer(database(**TABLES), "link_rates", FINDINGS)
    assert found == [(5, 4, 1, 3)]  # F1 is answered; F2, F4 and F5 are not; F3 need not be


def test_a_recommendation_is_tied_to_a_finding_and_to_an_action_or_not(database):
    found = answer(database(**TABLES), "link_rates", RECOMMENDATIONS)
    assert found == [(4, 3, 1, 2, 2)]  # REC1 and REC3 have an action


def test_evidence_that_is_none_is_not_evidence_that_is_not_recorded(database):
    found = answer(database(**TABLES), "link_rates", ACTIONS)
    assert found == [(4, 3, 2, 1, 1)]


def test_a_factor_narrows_findings_and_with_them_what_answers_them(database):
    columns = f"{FINDINGS} {RECOMMENDATIONS} {ACTIONS}"
    found = answer(database(**TABLES), "link_rates", columns, factors=("tools",))
    # F1 and F5; REC1 and REC2 answer F1, and REC1 has three actions
    assert found == [(2, 2, 1, 1, 2, 2, 0, 1, 1, 3, 2, 2, 1, 1)]


def test_the_list_of_what_has_no_recommendation_adds_up(database):
    connection = database(**TABLES)
    columns = "review_ref board finding_ref position statement appraisal factors"
    assert answer(connection, "findings_unanswered", columns) == [
        ("R1", "Anytown", "F2", 2, "Second", "mixed", None),
        ("R1", "Anytown", "F4", 4, "Fourth", "problem", "Law, guidance and inspection"),
        ("R2", "Bridge", "F5", 1, "Fifth", "problem", "Tools; Supervision"),
    ]
    assert answer(connection, "findings_unanswered", "finding_ref", most=1) == [("F2",)]
    tools = answer(connection, "findings_unanswered", "finding_ref", factors=("tools",))
    assert tools == [("F5",)]


def test_recommendations_are_listed_with_what_they_answer_and_what_came_of_them(database):
    columns = "recommendation_ref kind addressed_to finding_ref factors actions tracked"
    assert answer(database(**TABLES), "recommendations", columns) == [
        ("REC1", "clear-cut", "Police", "F1", "Tools", 3, "not recorded; overdue"),
        ("REC2", None, None, "F1", "Tools", 0, None),
        ("REC3", None, None, None, None, 1, "not recorded"),
        ("REC4", None, None, "F3", None, 0, None),
    ]


@pytest.mark.parametrize(
    ("chosen", "listed"),
    [
        ({"without_action": True}, "REC2 REC4"),
        ({"without_finding": True}, "REC3"),
        ({"without_action": True, "without_finding": True}, ""),
        ({"without_action": False, "without_finding": False}, "REC1 REC2 REC3 REC4"),
        ({"most": 3}, "REC1 REC2 REC3"),
        ({"factors": ("tools",)}, "REC1 REC2"),
    ],
)
def test_a_choice_narrows_the_list_of_recommendations(database, chosen, listed):
    found = answer(database(**TABLES), "recommendations", "recommendation_ref", **chosen)
    assert found == [(one,) for one in listed.split()]


def test_a_source_that_records_no_recommendation_has_no_finding_without_one(databases):
    other = {"reviews": "review_ref\nR9", "findings": TABLES["findings"].replace("| R1", "| R9")}
    other["findings"] = other["findings"].replace("| R2", "| R9")
    connection = databases(one=TABLES, two=other)
    alone = {"sources": ("two",)}
    both = {"sources": ("one", "two")}
    assert answer(connection, "link_rates", FINDINGS, **alone) == [(0, 0, 0, 0)]
    assert answer(connection, "link_rates", FINDINGS, **both) == [(5, 4, 1, 3)]
    assert answer(connection, "findings_unanswered", "finding_ref", **alone) == []


def test_a_source_that_records_no_action_has_no_recommendation_without_one(database):
    tables = {name: text for name, text in TABLES.items() if name != "actions"}
    connection = database(**tables)
    assert answer(connection, "link_rates", RECOMMENDATIONS) == [(4, 3, 1, 0, 0)]
    assert answer(connection, "recommendations", "actions", without_action=True) == []
    assert set(answer(connection, "recommendations", "actions")) == {(None,)}


def test_what_the_filters_leave_out_does_not_make_a_source_one_that_records_nothing(database):
    found = answer(database(**TABLES), "link_rates", FINDINGS, boards=("Bridge",))
    assert found == [(1, 1, 0, 1)]  # F5, of a review without recommendations
