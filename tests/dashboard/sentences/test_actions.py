"""How far actions have come, in words: each number with what it is of."""

from datetime import date

import pytest

from dashboard.sentences import actions as words
from tests.dashboard.progress_drawn import drawn, tied


def test_all_words_are_said_with_the_day_and_the_longest():
    row = drawn(
        "All", longest=800, overdue=3, open=2, complete=4, awaiting_sign_off=1, signed_off=5,
        set_aside=2, not_recorded=1,
    )  # fmt: skip
    assert words.progress(row) == (
        "Of **18 actions**, 5 are signed off, 1 is awaiting sign-off, 4 are complete, 2 are open "
        "and **3 are overdue** as at 30 September 2026, the longest by 2 years and 2 months. "
        "2 were superseded or not accepted and how far 1 has come is not recorded."
    )


def test_that_none_is_overdue_is_said_too():
    assert words.progress(drawn("All", signed_off=1)) == (
        "Of **1 action**, 1 is signed off and **none are overdue** as at 30 September 2026."
    )


def test_one_overdue_action_is_not_the_longest_of_several():
    assert "**1 is overdue** as at 30 September 2026, by 34 days." in words.progress(
        drawn("All", longest=34, overdue=1)
    )


def test_sources_that_speak_as_at_different_days_are_said_so():
    row = drawn("All", open=1)._replace(as_at=(date(2025, 3, 31), date(2026, 9, 30)))
    assert words.as_at(row) == "as at 31 March 2025 to 30 September 2026, by source"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (1, "1 day"),
        (91, "91 days"),
        (92, "3 months"),
        (364, "11 months"),
        (366, "1 year"),
        (400, "1 year and 1 month"),
        (3053, "8 years and 4 months"),
    ],
)
def test_a_number_of_days_is_said_as_somebody_would_say_it(days, said):
    assert words.how_long(days) == said


def test_the_ages_add_up_and_say_what_is_not_known():
    row = drawn("All", overdue=7)
    row = row._replace(
        ages=row.ages | {"12 months or more": 4, "under 3 months": 1, "not known": 2}
    )
    assert words.ages(row) == (
        "Of 7 actions overdue: 1 by under 3 months, 4 by 12 months or more and 2 for a time that "
        "is not known."
    )
    assert words.ages(drawn("All", open=2)) == ""


def test_contradictions_are_counted_of_all_actions():
    assert "1 of 3 actions has a status and dates" in words.contradictions(
        drawn("All", contradicting=1, open=3)
    )
    assert words.contradictions(drawn("All", open=3)).startswith("No action has")


def test_link_rates_are_said_with_what_they_are_of():
    assert list(words.link_rates(tied())) == [
        "8 of 10 recommendations answer a finding; 2 do not say which.",
        "5 of 12 findings that are problems, or mixed, have no recommendation.",
        "1 of 10 recommendations has no action.",
        "Of 14 actions, all have an owner, 11 a due date, and 6 evidence of what came of them; for "
        "3 it is recorded that there is none, and for 5 nothing is recorded.",
    ]


def test_recommendations_of_a_source_without_actions_are_in_no_denominator():
    both = tied(recommendations=22)
    assert list(words.link_rates(both))[2] == (
        "1 of 10 recommendations has no action; of 12 more it cannot be told: their sources "
        "record no action."
    )


def test_that_no_action_is_recorded_is_not_that_nothing_was_done():
    without = tied(actions=0, recommendations_with_action=0, recommendations_without_action=0)
    assert words.link_rates(without)[-1] == "No action is recorded for any of them."


def test_filters_that_leave_no_recommendation_are_told_with_what_they_leave_out():
    assert "None of the 7 recommendations" in words.nothing(7)


def test_a_filter_of_findings_says_what_it_leaves_out():
    assert words.narrowed(["factor"]).startswith("Because a factor is chosen, only such findings")
    assert words.narrowed(["factor", "account"]).startswith("Because a factor and an account are")
