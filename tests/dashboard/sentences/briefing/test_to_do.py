"""Recommendations and their actions, as a short list."""

import pytest

from dashboard.sentences.briefing.to_do import (
    overdue,
    recommendation,
    recommended,
    recommended_by_review,
)


def test_recommendations_are_told_with_how_many_are_listed():
    assert recommended(0, 0) == "No recommendation is recorded that answers a finding of it."
    assert recommended(1, 1) == "1 recommendation answers a finding of it:"
    assert recommended(3, 23) == "23 recommendations answer a finding of it; the 3 latest:"
    assert recommended_by_review(0, 0) == "The source records no recommendation of this review."
    assert recommended_by_review(2, 2) == "The review makes 2 recommendations:"
    assert recommended_by_review(3, 9) == "The review makes 9 recommendations; the first 3:"


def test_no_action_is_told_apart_from_a_source_without_actions():
    assert recommendation("Ask who is at home.", None, "") == "Ask who is at home."
    assert recommendation("Ask.", 0, "") == "Ask. (no action recorded)"
    assert recommendation("Ask.", 1, "overdue") == "Ask. (1 action: overdue)"
    assert recommendation("Ask.", 2, "open; overdue") == "Ask. (2 actions: open; overdue)"


def test_a_long_recommendation_is_cut_at_the_end_of_a_word():
    assert recommendation("Ask who is at home. " * 20, None, "").endswith("home. …")


@pytest.mark.parametrize(
    ("number", "actions", "said"),
    [
        (0, 1, "The 1 action is not overdue"),
        (1, 1, "The 1 action is overdue"),
        (0, 9, "None of 9 actions is overdue"),
        (1, 9, "1 of 9 actions is overdue"),
        (9, 9, "All 9 actions are overdue"),
    ],
)
def test_overdue_actions_are_told_of_all_actions(number, actions, said):
    assert overdue(number, actions) == said
