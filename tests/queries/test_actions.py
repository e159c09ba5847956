"""The list of actions: how far each has come, what contradicts itself, and which are listed."""

from datetime import date
from typing import Any

import pytest

from tests.conftest import SETTINGS, Database
from tests.queries.asking import answer

AS_AT = SETTINGS + "covers_to = 2026-09-30\n"
ONE = {
    "settings": AS_AT,
    "reviews": """
        review_ref
        R1
    """,
    "recommendations": """
        recommendation_ref | review_ref | statement | made_on
        REC1               | R1         | Ask       | 2020-06-15
    """,
}
"""One recommendation, made on 15 June 2020; the source covers until 30 September 2026."""


def with_column(table: str, heading: str, *cells: str) -> str:
    """Draw a table with one column more: a cell for each row, or one for all of them."""
    first, *rows = [line for line in table.splitlines() if line.strip()]
    cells = cells * len(rows) if len(cells) == 1 else cells
    filled = [f"{row} | {cell}" for row, cell in zip(rows, cells, strict=True)]
    return "\n".join([f"{first} | {heading}", *filled])


def said_of(database: Database, actions: str, columns: str, **chosen: Any) -> dict[str, tuple]:
    """Give the columns of each action by its reference; all answer the one recommendation."""
    table = with_column(with_column(actions, "recommendation_ref", "REC1"), "statement", "Do")
    connection = database(**ONE, actions=table)
    found = answer(connection, "actions", f"action_ref {columns}", **chosen)
    return {row[0]: row[1:] for row in found}


def tracked(database: Database, actions: str) -> dict[str, str]:
    """Give the word for how far each action has come."""
    return {ref: word for ref, (word,) in said_of(database, actions, "tracked").items()}


def test_what_is_signed_off_says_so_or_has_a_date_of_it(database):
    assert tracked(database, """
        action_ref | status            | signed_off_on
        A1         | signed off        | 2021-01-01
        A2         | signed off        |
        A3         | in progress       | 2021
        A4         |                   | 2021-01-01
        A5         | awaiting sign-off | 2021-01-01
    """) == dict.fromkeys(("A1", "A2", "A3", "A4", "A5"), "signed off")  # fmt: skip


def test_what_is_done_and_not_signed_off_is_complete_or_awaits_it(database):
    assert tracked(database, """
        action_ref | status            | completed_on | due_on
        A1         | awaiting sign-off | 2021-01-01   | 2020-12-01
        A2         | awaiting sign-off |              |
        A3         | complete          |              | 2020-12-01
        A4         | overdue           | 2021-01-01   | 2020-12-01
        A5         |                   | 2021         |
    """) == {
        "A1": "awaiting sign-off",
        "A2": "awaiting sign-off",
        "A3": "complete",  # late, and done: not overdue
        "A4": "complete",  # done, by its date, whatever it says
        "A5": "complete",
    }  # fmt: skip


def test_what_is_superseded_or_not_accepted_is_set_aside_and_never_overdue(database):
    found = said_of(
        database,
        """
        action_ref | status       | due_on     | signed_off_on
        A1         | superseded   | 2020-12-01 |
        A2         | not accepted | 2020-12-01 |
        A3         | superseded   | 2020-12-01 | 2021-01-01
        """,
        "tracked is_overdue days_overdue days_open",
    )
    assert set(found.values()) == {("set aside", False, None, None)}


def test_what_is_not_done_is_overdue_once_its_due_date_has_wholly_passed(database):
    found = said_of(
        database,
        """
        action_ref | status      | due_on
        A1         | in progress | 2026-09-29
        A2         | not started | August 2026
        A3         | in progress | 2025
        A4         |             | 2026-09-29
        """,
        "tracked is_overdue days_overdue",
    )
    assert found == {
        "A1": ("overdue", True, 1),
        "A2": ("overdue", True, 30),  # since 31 August
        "A3": ("overdue", True, 273),  # since 31 December 2025
        "A4": ("overdue", True, 1),  # no status, and nothing says that it was done
    }


def test_on_the_due_day_itself_nothing_is_overdue(database):
    assert tracked(database, """
        action_ref | status      | due_on
        A1         | in progress | 2026-09-30
    """) == {"A1": "open"}  # fmt: skip


def test_a_due_date_known_to_its_year_has_passed_only_when_the_year_has(database):
    assert tracked(database, """
        action_ref | status      | due_on
        A1         | in progress | 2026
        A2         | in progress | 2025
        A3         | in progress | September 2026
        A4         | in progress | 2026/27 Q2
    """) == {"A1": "open", "A2": "overdue", "A3": "open", "A4": "open"}  # fmt: skip


def test_without_a_due_date_an_action_is_overdue_only_if_it_says_so(database):
    found = said_of(
        database,
        """
        action_ref | status      | due_on
        A1         | in progress |
        A2         | overdue     |
        A3         | overdue     | 2027-01-01
        """,
        "tracked is_overdue days_overdue",
    )
    assert found == {
        "A1": ("open", False, None),
        "A2": ("overdue", True, None),  # for how long is not known
        "A3": ("overdue", True, None),
    }


def test_with_neither_status_nor_date_how_far_it_has_come_is_not_recorded(database):
    assert tracked(database, """
        action_ref | status | due_on
        A1         |        |
        A2         |        | 2027-01-01
    """) == {"A1": "not recorded", "A2": "open"}  # fmt: skip


def test_without_an_end_of_what_the_source_covers_the_day_of_the_load_counts(database):
    tables = ONE | {"settings": SETTINGS}  # loaded on 1 January 2026
    connection = database(**tables, actions="""
        action_ref | recommendation_ref | statement | status      | due_on
        A1         | REC1               | Do        | in progress | 2025-12-31
        A2         | REC1               | Do        | in progress | 2026-01-01
    """)  # fmt: skip
    assert answer(connection, "actions", "tracked days_overdue as_at") == [
        ("overdue", 1, date(2026, 1, 1)),
        ("open", None, date(2026, 1, 1)),
    ]


def test_what_is_not_done_is_open_since_the_recommendation_was_made(database):
    found = said_of(
        database,
        """
        action_ref | status      | due_on
        A1         | in progress | 2026-12-31
        A2         | in progress | 2021-12-31
        A3         | signed off  | 2021-12-31
        """,
        "days_open",
    )
    days = (date(2026, 9, 30) - date(2020, 6, 15)).days
    assert found == {"A1": (days,), "A2": (days,), "A3": (None,)}


def contradictions(database: Database, actions: str) -> dict[str, str | None]:
    """Give what is said of each action that cannot all be so."""
    found = said_of(database, actions, "contradictions")
    return {ref: words for ref, (words,) in found.items()}


def test_a_date_that_is_certainly_before_the_recommendation_contradicts_it(database):
    made = "before the recommendation was made"
    assert contradictions(database, """
        action_ref | status     | due_on     | completed_on | signed_off_on
        A1         | complete   | 2020-06-14 | 2020-07-01   |
        A2         | complete   |            | 2019         |
        A3         | signed off |            |              | May 2020
        A4         | signed off | 2020-06-01 | 2020-06-01   | 2020-06-02
    """) == {
        "A1": f"due {made}",
        "A2": f"completed {made}",
        "A3": f"signed off {made}",
        "A4": f"due {made}; completed {made}; signed off {made}",
    }  # fmt: skip


def test_a_date_that_may_be_before_contradicts_nothing(database):
    assert contradictions(database, """
        action_ref | status     | due_on     | completed_on | signed_off_on
        A1         | signed off | 2020       | June 2020    | 2020
        A2         | signed off | 2020-06-15 | 2020-06-15   | 2020-06-15
    """) == {"A1": None, "A2": None}  # fmt: skip


def test_sign_off_that_is_certainly_before_completion_contradicts_it(database):
    assert contradictions(database, """
        action_ref | status     | completed_on | signed_off_on
        A1         | signed off | 2021-03-01   | 2021-02-28
        A2         | signed off | 2021-03-01   | 2021
        A3         | signed off | 2021-03-01   | 2019
    """) == {
        "A1": "signed off before the action was completed",
        "A2": None,
        "A3": "signed off before the recommendation was made",  # said once
    }  # fmt: skip


def test_a_status_that_its_dates_do_not_bear_out_contradicts_them(database):
    assert contradictions(database, """
        action_ref | status            | completed_on | signed_off_on
        A1         | not started       | 2021-01-01   |
        A2         | in progress       | 2021-01-01   | 2021-02-01
        A3         | overdue           | 2021-01-01   |
        A4         | awaiting sign-off | 2021-01-01   | 2021-02-01
        A5         | awaiting sign-off |              |
        A6         | complete          |              |
        A7         | signed off        | 2021-01-01   |
    """) == {
        "A1": "said to be not started, with a date of completion",
        "A2": "said to be in progress, with a date of sign-off",
        "A3": "said to be overdue, with a date of completion",
        "A4": "said to be awaiting sign-off, with a date of sign-off",
        "A5": "said to be awaiting sign-off, without a date of completion",
        "A6": "said to be complete, without a date of completion",
        "A7": "said to be signed off, without a date of sign-off",
    }  # fmt: skip


def test_a_status_that_is_missing_or_sets_the_action_aside_contradicts_nothing(database):
    assert contradictions(database, """
        action_ref | status       | completed_on | signed_off_on
        A1         |              | 2021-01-01   |
        A2         |              |              | 2021-01-01
        A3         | superseded   | 2021-01-01   |
        A4         | not accepted |              |
    """) == dict.fromkeys(("A1", "A2", "A3", "A4"))  # fmt: skip


ACTIONS = """
    action_ref | recommendation_ref | owner_agency | action_type  | strength | status      | due_on
    A5         | REC4               | POL          | training     | strong   | signed off  |
    A1         | REC1               | POL          | training     |          | overdue     |
    A2         | REC1               |              | tool         | weak     | in progress | 2027
    A3         | REC2               | NHS-GP       | national ask |          | in progress | 2025
    A4         | REC3               | NHS-GP       |              |          |             |
"""
LISTED = {
    "settings": AS_AT,
    "reviews": """
        review_ref | board
        R2         | Bridge
        R1         | Anytown
    """,
    "findings": """
        finding_ref | review_ref | statement | appraisal
        F1          | R1         | First     | problem
        F2          | R1         | Second    | problem
        F3          | R1         | Third     | problem
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | supervision
        F1          | tools
        F2          | law
    """,
    "recommendations": """
        recommendation_ref | review_ref | finding_ref | statement
        REC1               | R1         | F1          | Ask one
        REC2               | R1         | F2          | Ask two
        REC3               | R1         | F3          | Ask three
        REC4               | R2         |             | Ask four
    """,
    "actions": with_column(
        with_column(ACTIONS, "statement", "Do"),
        "evidence_grade", "practice", "none", "", "output", "",
    ),
}  # fmt: skip


def test_actions_are_listed_by_review_and_reference_with_what_they_answer(database):
    columns = "review_ref board recommendation_ref finding_ref factors action_ref owner_label"
    assert answer(database(**LISTED), "actions", columns) == [
        ("R1", "Anytown", "REC1", "F1", "Tools; Supervision", "A1", "Police"),
        ("R1", "Anytown", "REC1", "F1", "Tools; Supervision", "A2", None),
        ("R1", "Anytown", "REC2", "F2", "Law, guidance and inspection", "A3", "Primary care"),
        ("R1", "Anytown", "REC3", "F3", None, "A4", "Primary care"),
        ("R2", "Bridge", "REC4", None, None, "A5", "Police"),
    ]


def test_a_type_has_a_strength_where_the_source_gives_none(database):
    columns = "action_ref strength_recorded strength_of_type strength"
    assert answer(database(**LISTED), "actions", columns) == [
        ("A1", None, "weak", "weak"),
        ("A2", "weak", "intermediate", "weak"),
        ("A3", None, "weak", "weak"),
        ("A4", None, None, None),
        ("A5", "strong", "weak", "strong"),
    ]


@pytest.mark.parametrize(
    ("chosen", "actions"),
    [
        ({"owner": "POL"}, "A1 A5"),
        ({"owner": "none"}, "A2"),
        ({"tracked": "overdue"}, "A1 A3"),
        ({"tracked": "not recorded"}, "A4"),
        ({"overdue_for": "6 to 12 months"}, "A3"),
        ({"overdue_for": "not known"}, "A1"),
        ({"contradicting": True}, "A5"),  # signed off, without a date
        ({"contradicting": False}, "A1 A2 A3 A4 A5"),
        ({"without": "owner"}, "A2"),
        ({"without": "due date"}, "A1 A4 A5"),
        ({"without": "evidence"}, "A1 A2 A4"),  # none, or not recorded
        ({"strength": "weak"}, "A1 A2 A3"),
        ({"strength": "weak", "strength_by": "recorded"}, "A1 A2 A3"),
        ({"strength": "weak", "strength_by": "type"}, "A1 A3 A5"),
        ({"strength": "none", "strength_by": "type"}, "A4"),
        ({"action_type": "training"}, "A1 A5"),
        ({"action_type": "none"}, "A4"),
        ({"finding_layer": "front-line"}, "A1 A2"),
        ({"finding_layer": "none"}, "A4 A5"),  # a finding without a factor, and no finding
        # the types of action are placed in the layers of another framework
        ({"action_layer": "front-line"}, ""),
        ({"action_layer": "none"}, "A1 A2 A3 A4 A5"),
        ({"finding_layer": "front-line", "action_layer": "none"}, "A1 A2"),
        ({"most": 2}, "A1 A2"),
        ({"factors": ("supervision",)}, "A1 A2"),  # a filter: those that answer such a finding
        ({"boards": ("Bridge",)}, "A5"),
    ],
)
def test_a_choice_narrows_the_list_and_its_count_alike(database, chosen, actions):
    connection = database(**LISTED)
    assert answer(connection, "actions", "action_ref", **chosen) == [
        (one,) for one in actions.split()
    ]
    if "most" not in chosen:
        [(counted,)] = answer(connection, "actions_count", "actions", **chosen)
        assert counted == len(actions.split())


def test_the_count_says_of_how_many_recommendations_and_reviews(database):
    columns = "reviews recommendations actions"
    assert answer(database(**LISTED), "actions_count", columns) == [(2, 4, 5)]
    assert answer(database(**LISTED), "actions_count", columns, owner="FRS") == [(0, 0, 0)]


def test_a_load_warns_of_what_the_list_says_contradicts(database):
    connection = database(**ONE, actions="""
        action_ref | recommendation_ref | statement | status      | due_on     | completed_on
        A1         | REC1               | Do        | complete    | 2020-06-14 | 2020-07-01
        A2         | REC1               | Do        | in progress | 2021       |
        A3         | REC1               | Do        | overdue     | 2021       | 2021-02-28
        A4         | REC1               | Do        | complete    | 2021       |
    """)  # fmt: skip
    rules = ("action_dates_follow_one_another", "action_status_agrees_with_dates")
    places = connection.execute(
        "select distinct place from problem where list_contains($rules, rule)", {"rules": rules}
    ).fetchall()
    listed = answer(connection, "actions", "action_ref", contradicting=True)
    assert {f"A{int(place.split()[-1]) - 1}" for (place,) in places} == {ref for (ref,) in listed}
