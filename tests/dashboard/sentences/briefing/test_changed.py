"""What changed since the last briefing, in words."""

import pytest

from dashboard.sentences.briefing import changed as words
from tests.dashboard.movements_drawn import moved


def test_rises_and_falls_are_counted_apart_for_problems_and_strengths():
    rows = [
        moved("A"),
        moved("B", within=(0, 10)),
        moved("C", within=(1, 4)),
        moved("D", appraisal="strength", within=(0, 10)),
    ]
    assert words.changed(rows, 10) == (
        "None of the 3 changes tested can be told from chance. As a problem, 1 factor rose, 1 fell "
        "and 1 stayed the same; as a strength, no factor rose and 1 fell."
    )


def test_what_is_not_appraised_is_told_without_a_judgement():
    said = words.changed([moved(appraisal="neutral")], 10)
    assert said == (
        "The one change tested cannot be told from chance. 1 factor rose and none fell."
    )


def test_nothing_found_at_all_is_said():
    assert words.changed([], 4) == "No factor was found, before or now."


def test_a_title_counts_what_moved_and_says_what_can_be_told_from_chance():
    none_told = [moved("A"), moved("B", appraisal="strength", within=(0, 10))]
    assert words.briefly(none_told, 10) == [
        "None of the 2 changes tested can be told from chance. As a problem, 1 factor rose and "
        "none fell; as a strength, no factor rose and 1 fell.",
        "None of the 2 changes tested can be told from chance.",
    ]
    told = [moved("A", is_told=True), moved("B")]
    assert words.briefly(told, 10)[-1] == "1 of the 2 changes tested can be told from chance."


@pytest.mark.parametrize(("added", "with_"), [(1, "With 1 review"), (4, "With 4 reviews")])
def test_too_few_reviews_in_the_quarter_are_said_to_be_so(added, with_):
    assert words.changed([moved(within=(1, added))], added).startswith(
        f"{with_} this quarter, no change can be told from chance: too few to tell. As a problem, "
    )


def test_what_can_be_told_is_named_up_to_three_with_its_counts():
    rows = [moved(label, is_told=True) for label in "ABCD"]
    said = words.changed(rows, 10)
    assert said.startswith(
        "All 4 changes tested can be told from chance: **A** as a problem, from 5 of 20 (25%) to"
    )
    assert "; 1 other. As a problem, 4 factors rose" in said
    assert words.changed(rows, 10, is_short=True).startswith(
        "All 4 changes tested can be told from chance. As a problem, "
    )


def test_the_summary_names_what_can_be_told_and_sets_the_quarter_against_what_was_before():
    assert words.in_short([moved(is_told=True), moved("B")], 10) == (
        "Since the last briefing, 1 of the 2 changes tested can be told from chance: **Tools** was "
        "found as a problem more often, in 8 of 10 reviews (80%), against 5 of 20 (25%) before."
    )
    rows = [moved(label, is_told=True) for label in "ABCD"]
    assert words.in_short(rows, 10).endswith(" before; 1 other.")
    assert words.in_short([moved()], 10) == (
        "Since the last briefing, the one change tested cannot be told from chance."
    )
    assert words.in_short([], 10) == "No factor was found, before or now."


@pytest.mark.parametrize(
    ("row", "added", "with_"),
    [
        (moved(within=(None, 0)), 0, "With no review this quarter"),
        (moved(within=(1, 1)), 1, "With 1 review this quarter"),
        (moved(before=(1, 4)), 10, "With fewer than 5 reviews assessed before this quarter"),
    ],
)
def test_the_summary_says_where_there_are_too_few_reviews(row, added, with_):
    assert words.in_short([row], added) == (
        f"{with_}, no change since the last briefing can be told from chance: too few to tell."
    )


def test_that_no_change_can_be_told_is_said_as_a_part_of_a_sentence_with_why():
    assert words.untold([moved(), moved("B")], 10) == ("since the last briefing (2 changes tested)")
    assert words.untold([moved(within=(1, 1))], 1) == (
        "since the last briefing (1 review this quarter, too few to tell)"
    )
    assert words.untold([moved(), moved("B", is_told=True)], 10) == ""
    assert words.untold([], 10) == ""


def test_how_it_was_tested_is_said_only_where_it_was():
    assert words.how_tested([moved()]) == words.HOW_TESTED
    assert words.how_tested([moved(within=(1, 1))]) == words.TOO_FEW_ON_A_SIDE
    both = words.how_tested([moved(), moved(within=(1, 1))])
    assert both == f"{words.HOW_TESTED} {words.TOO_FEW_ON_A_SIDE}"


def test_reviews_whose_date_is_too_coarse_are_counted():
    assert words.coarse(0) == ""
    assert words.coarse(1).startswith("1 review has a date that reaches across")
    assert "They are counted now" in words.coarse(2)


def test_what_is_in_the_table_alone_is_counted():
    assert words.not_drawn(0) == ""
    assert words.not_drawn(1).endswith("The 1 factor that moved less is in the table alone.")
    assert words.not_drawn(3).endswith("The 3 factors that moved less are in the table alone.")


def test_a_quarter_in_which_no_review_came_is_told_by_either_basis():
    assert words.nothing_came("Q2", "published") == (
        "Nothing has changed, for no review came out in Q2."
    )
    assert words.nothing_came("Q2", "practice") == (
        "Nothing has changed, for no review tells of practice that ended in Q2."
    )


def test_two_changes_that_can_both_be_told_are_both_and_the_slide_says_what_was_tested():
    both = [moved("A", is_told=True), moved("B", is_told=True)]
    assert words.briefly(both, 10)[-1] == "Both changes tested can be told from chance."
    assert words.tested(both[:1]).startswith("Tested is this quarter alone: A, ")
    assert "before" in words.tested(both)
    assert words.tested([moved("A")]) == ""
