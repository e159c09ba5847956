"""How far actions have come, in the words of a briefing."""

from datetime import date

import pytest

from dashboard.sentences.briefing import actions
from tests.dashboard.progress_drawn import DAY, drawn, tied

AS_AT = "as at 30 September 2026"


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (drawn("All", open=3), f"**None of 3 actions** is overdue {AS_AT}."),
        (drawn("All", 40, overdue=1), f"**The 1 action** is overdue {AS_AT}, by 40 days."),
        (
            drawn("All", 400, overdue=2, open=3),
            f"**2 of 5 actions** are overdue {AS_AT}, the longest by 1 year and 1 month.",
        ),
        (drawn("All", overdue=2), f"**Both actions** are overdue {AS_AT}."),
        (drawn("All", overdue=3), f"**All 3 actions** are overdue {AS_AT}."),
        (drawn("All", open=1), f"**The 1 action** is not overdue {AS_AT}."),
    ],
)
def test_one_line_says_how_many_are_overdue(row, sentence):
    assert actions.headline(row) == sentence


def test_as_at_which_day_is_said_plainly_where_it_is_not_the_end_of_the_quarter():
    row = drawn("All", open=1)
    assert actions.told_as_at(row, DAY) == (
        "This is as at 30 September 2026, the last day of the quarter."
    )
    assert actions.told_as_at(row, date(2024, 9, 30)) == (
        "This is as at 30 September 2026, as the data say, and not as at the end of the quarter "
        "(30 September 2024): how far an action had come by then is not recorded."
    )
    assert actions.told_as_at(row, date(2026, 12, 31)) == (
        "This is as at 30 September 2026, as the data say, and not as at the end of the quarter: "
        "the data end before it does, and what was done since is not known."
    )
    apart = row._replace(as_at=(date(2026, 8, 31), DAY))
    assert "as at 31 August 2026 to 30 September 2026, by source" in actions.told_as_at(apart, DAY)


@pytest.mark.parametrize(
    ("signed_off", "due", "sentence"),
    [
        (0, 0, "no action was signed off; of the actions that fell due in it, none is overdue."),
        (1, 1, "1 action was signed off; of the actions that fell due in it, 1 is overdue."),
        (3, 2, "3 actions were signed off; of the actions that fell due in it, 2 are overdue."),
    ],
)
def test_what_happened_within_the_quarter_is_said(signed_off, due, sentence):
    said = actions.this_quarter(signed_off, due, "Q2 2024/25 (Jul-Sep)")
    assert said == f"In Q2 2024/25 (Jul-Sep), {sentence}"


def test_what_falls_into_no_quarter_is_said():
    assert actions.in_no_quarter(0) == ""
    assert actions.in_no_quarter(1).startswith("1 action was signed off on a day that is not")
    assert actions.in_no_quarter(2).startswith("2 actions were signed off on a day")


def test_how_many_owners_are_not_drawn_is_said():
    assert actions.not_drawn(0, 0, 0) == ""
    assert actions.not_drawn(1, 1, 0) == (
        "Not drawn is 1 owner with fewer overdue actions or none: 1 action, not overdue."
    )
    assert actions.not_drawn(1, 1, 1).endswith(": 1 action, overdue.")
    assert actions.not_drawn(2, 2, 2).endswith(": 2 actions, both of them overdue.")
    assert actions.not_drawn(2, 3, 0).endswith(": 3 actions, none of them overdue.")
    assert actions.not_drawn(3, 9, 2) == (
        "Not drawn are 3 owners with fewer overdue actions or none: 9 actions, 2 of them overdue."
    )


def test_a_long_statement_is_not_cut_but_stands_back_for_its_factors():
    assert actions.what("Mend it.", "Tools") == "Mend it."
    assert actions.what("x" * actions.LONG, "Tools") == "x" * actions.LONG
    assert actions.what("x" * (actions.LONG + 1), "Tools; Law") == "On: Tools; Law"
    assert actions.what("x" * (actions.LONG + 1), "") == ""
    assert actions.what("", "") == ""


def test_the_board_is_asked_about_what_is_long_overdue_and_what_has_no_recommendation():
    assert actions.stands_in_the_way("A_1", "Police", 800, AS_AT) == (
        "**Action A\\_1** (Police) is overdue by 2 years and 2 months as at 30 September 2026: "
        "what stands in the way?"
    )
    no_owner = actions.stands_in_the_way("A1", "", 400, AS_AT)
    assert no_owner.startswith("**Action A1** is overdue by 1 year")
    assert actions.not_answered(tied()) == (
        "**5 of 12 findings** that are problems, or mixed, have no recommendation: which of them "
        "need one?"
    )
    one = tied(findings_calling=1, findings_without_recommendation=1)
    assert actions.not_answered(one) == (
        "**The 1 finding** that is a problem, or mixed, has no recommendation: does it need one?"
    )
