"""How far the actions have come: each counts once, in groups that add up."""

from datetime import date

import pytest

from tests.queries.asking import answer
from tests.queries.test_actions import AS_AT

WORDS = (
    *("signed_off", "awaiting_sign_off", "complete", "open", "overdue", "set_aside"),
    "not_recorded",
)
AGES = (
    *("overdue_under_3_months", "overdue_3_to_6_months", "overdue_6_to_12_months"),
    *("overdue_12_months_or_more", "overdue_not_known"),
)
TABLES = {
    "settings": AS_AT,
    "reviews": """
        review_ref | board
        R1         | Anytown
        R2         |
    """,
    "recommendations": """
        recommendation_ref | review_ref | statement | made_on
        REC1               | R1         | Ask one   | 2020-06-15
        REC2               | R2         | Ask two   |
    """,
    "actions": """
        action_ref | recommendation_ref | statement | owner_agency | status            | due_on
        A01        | REC1               | Do        | POL          | signed off        |
        A02        | REC1               | Do        | POL          | awaiting sign-off |
        A03        | REC1               | Do        | POL          | superseded        | 2025
        A04        | REC1               | Do        | POL          | in progress       | 2026-07-01
        A05        | REC2               | Do        | POL          | in progress       | 2026-06-30
        A06        | REC2               | Do        |              | not started       | March 2026
        A07        | REC2               | Do        |              | not started       | 2025-09-30
        A08        | REC2               | Do        |              | overdue           |
        A09        | REC2               | Do        | NHS-GP       | in progress       | 2019
        A10        | REC2               | Do        | NHS-GP       | in progress       | 2026
        A11        | REC2               | Do        | NHS-GP       |                   |
        A12        | REC2               | Do        | NHS-GP       | complete          | 2025
    """,
}


def test_each_action_counts_once_under_one_word(database):
    [row] = answer(database(**TABLES), "action_progress", f"actions {' '.join(WORDS)}")
    assert row == (12, 1, 1, 1, 1, 6, 1, 1)
    assert sum(row[1:]) == row[0]


def test_what_is_overdue_is_told_by_how_long(database):
    columns = f"overdue longest_overdue {' '.join(AGES)}"
    [row] = answer(database(**TABLES), "action_progress", columns)
    days = (date(2026, 9, 30) - date(2019, 12, 31)).days
    # A04 to the day before three months; A05 three months, A06 since 31 March; A07 and A09 a year
    assert row == (6, days, 1, 1, 1, 2, 1)


def test_three_months_are_three_months_of_the_calendar(database):
    tables = TABLES | {
        "actions": """
        action_ref | recommendation_ref | statement | status      | due_on
        A1         | REC1               | Do        | in progress | 2026-07-01
        A2         | REC1               | Do        | in progress | 2026-06-30
        A3         | REC1               | Do        | in progress | 2026-03-31
        A4         | REC1               | Do        | in progress | 2026-03-30
        A5         | REC1               | Do        | in progress | 2025-10-01
        A6         | REC1               | Do        | in progress | 2025-09-30
    """
    }
    assert answer(database(**tables), "action_progress", " ".join(AGES)) == [(1, 1, 3, 1, 0)]


def test_contradictions_are_counted_whatever_the_action_has_come_to(database):
    found = answer(database(**TABLES), "action_progress", "contradicting as_at_from as_at_to")
    # signed off, awaiting sign-off and complete, each without its date; A03 and A09 due before made
    assert found == [(3, date(2026, 9, 30), date(2026, 9, 30))]


def test_the_owners_stand_with_the_most_overdue_first_and_add_up(database):
    columns = "group_id group_label actions overdue"
    found = answer(database(**TABLES), "action_progress", columns, by="owner")
    assert found == [
        (None, None, 3, 3),
        ("POL", "Police", 5, 2),
        ("NHS-GP", "Primary care", 4, 1),
    ]
    assert sum(row[2] for row in found) == 12


def test_boards_are_groups_too(database):
    columns = "group_id group_label actions"
    assert answer(database(**TABLES), "action_progress", columns, by="board") == [
        (None, None, 8),
        ("Anytown", "Anytown", 4),
    ]


@pytest.mark.parametrize("by", ["owner", "board"])
def test_each_number_is_as_long_as_its_list(database, by):
    connection = database(**TABLES)
    columns = f"group_id {' '.join(WORDS)}"
    for group, *counts in answer(connection, "action_progress", columns, by=by):
        for word, counted in zip(WORDS, counts, strict=True):
            own = {"owner": group or "none"} if by == "owner" else {}
            chosen = {"boards": (group,)} if by == "board" and group else {}
            if by == "board" and not group:
                continue  # there is no filter for it
            said = word.replace("_", " ").replace("sign off", "sign-off")
            listed = answer(
                connection, "actions", "action_ref", tracked=said, **own, **chosen
            )  # fmt: skip
            assert len(listed) == counted


def test_where_there_is_no_action_there_is_no_row(database):
    tables = {name: text for name, text in TABLES.items() if name != "actions"}
    assert answer(database(**tables), "action_progress", "actions") == []
