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


def test_none_all_and_both_are_said_in_words():
    assert words.progress(drawn("All", signed_off=3)) == (
        "Of **3 actions**, all are signed off and **none is overdue** as at 30 September 2026."
    )
    assert words.progress(drawn("All", longest=800, overdue=2)) == (
        "Of **2 actions**, **both are overdue** as at 30 September 2026, the longest by 2 years "
        "and 2 months."
    )
    assert words.progress(drawn("All", set_aside=3)).endswith(
        " All were superseded or not accepted."
    )


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("signed_off", "The **1 action** is signed off as at 30 September 2026."),
        ("open", "The **1 action** is open, and not overdue as at 30 September 2026."),
        ("set_aside", "The **1 action** was superseded or not accepted as at 30 September 2026."),
        ("not_recorded", "How far the **1 action** has come is not recorded."),
        ("overdue", "The **1 action** is **overdue** as at 30 September 2026, by 34 days."),
    ],
)
def test_the_only_action_is_not_told_as_one_of_several(word, said):
    assert words.progress(drawn("All", longest=34, **{word: 1})) == said


def test_one_overdue_action_is_not_the_longest_of_several():
    assert "**1 is overdue** as at 30 September 2026, by 34 days." in words.progress(
        drawn("All", longest=34, overdue=1, open=2)
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
        "Of 7 overdue actions, 1 has been overdue for under 3 months, 4 for 12 months or more and "
        "2 for a time that is not known."
    )
    assert words.ages(drawn("All", open=2)) == ""


@pytest.mark.parametrize(
    ("overdue", "said"),
    [
        (1, "The 1 overdue action has been overdue for 12 months or more."),
        (2, "Both overdue actions have been overdue for 12 months or more."),
        (4, "All 4 overdue actions have been overdue for 12 months or more."),
    ],
)
def test_actions_that_are_overdue_for_as_long_are_told_together(overdue, said):
    assert words.ages(drawn("All", overdue=overdue)) == said
    of_no_age = drawn("All", overdue=1)
    of_no_age = of_no_age._replace(ages=dict.fromkeys(of_no_age.ages, 0) | {"not known": 1})
    assert words.ages(of_no_age).endswith("has been overdue for a time that is not known.")


def test_contradictions_are_counted_of_all_actions():
    assert "1 of 3 actions has a status and dates" in words.contradictions(
        drawn("All", contradicting=1, open=3)
    )
    assert words.contradictions(drawn("All", open=3)).startswith("No action has")
    assert words.contradictions(drawn("All", contradicting=1, open=1)).startswith(
        "The 1 action has a status"
    )
    assert words.contradictions(drawn("All", contradicting=3, open=3)).startswith(
        "All 3 actions have a status"
    )


def test_link_rates_are_said_with_what_they_are_of():
    assert list(words.link_rates(tied())) == [
        "8 of 10 recommendations answer a finding; 2 do not say which.",
        "5 of 12 findings that are problems, or mixed, have no recommendation.",
        "1 of 10 recommendations has no action.",
        "Of 14 actions, all have an owner, 11 a due date, and 6 evidence of what came of them; for "
        "3 it is recorded that there is none, and for 5 nothing is recorded.",
    ]


def test_that_all_are_tied_is_not_told_as_so_many_of_as_many():
    every = tied(
        recommendations_linked=10,
        recommendations_unlinked=0,
        findings_without_recommendation=0,
        recommendations_with_action=10,
        recommendations_without_action=0,
        actions_with_due_date=14,
        actions_with_evidence=14,
        actions_without_evidence=0,
    )
    assert list(words.link_rates(every)) == [
        "Each of the 10 recommendations answers a finding.",
        "Each of the 12 findings that are problems, or mixed, has a recommendation.",
        "Each of the 10 recommendations has an action.",
        "Of 14 actions, all have an owner, all a due date, and all evidence of what came of them.",
    ]


def test_that_none_is_tied_is_said_in_words():
    none = tied(
        recommendations_linked=0,
        recommendations_unlinked=10,
        findings_without_recommendation=12,
        recommendations_with_action=0,
        recommendations_without_action=10,
        actions_with_owner=0,
        actions_with_due_date=0,
        actions_with_evidence=0,
        actions_without_evidence=0,
    )
    assert list(words.link_rates(none)) == [
        "None of the 10 recommendations says which finding it answers.",
        "None of the 12 findings that are problems, or mixed, has a recommendation.",
        "None of the 10 recommendations has an action.",
        "Of 14 actions, none has an owner, none a due date, and none evidence of what came of "
        "them; for all nothing is recorded.",
    ]


def test_the_only_recommendation_finding_and_action_are_told_as_such():
    one = tied(
        findings_calling=1,
        findings_without_recommendation=0,
        recommendations=1,
        recommendations_linked=1,
        recommendations_unlinked=0,
        recommendations_with_action=1,
        recommendations_without_action=0,
        actions=1,
        actions_with_owner=1,
        actions_with_due_date=0,
        actions_with_evidence=0,
        actions_without_evidence=0,
    )
    assert list(words.link_rates(one)) == [
        "The 1 recommendation answers a finding.",
        "The 1 finding that is a problem, or mixed, has a recommendation.",
        "The 1 recommendation has an action.",
        "The 1 action has an owner and no due date; whether there is evidence of what came of it "
        "is not recorded.",
    ]
    bare = one._replace(
        findings_without_recommendation=1,
        recommendations_linked=0,
        recommendations_unlinked=1,
        recommendations_with_action=0,
        recommendations_without_action=1,
        actions_without_evidence=1,
    )
    assert list(words.link_rates(bare)) == [
        "The 1 recommendation does not say which finding it answers.",
        "The 1 finding that is a problem, or mixed, has no recommendation.",
        "The 1 recommendation has no action.",
        "The 1 action has an owner and no due date; it is recorded that there is no evidence of "
        "what came of it.",
    ]
    shown = words.link_rates(one._replace(actions_with_evidence=1, actions_with_due_date=1))
    assert shown[-1] == (
        "The 1 action has an owner and a due date; there is evidence of what came of it."
    )


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
