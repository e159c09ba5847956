"""What was found again after sign-off, in the words of a briefing."""

from datetime import date

import pytest

from dashboard.sentences.after_action import STATES
from dashboard.sentences.briefing import seen_again


@pytest.mark.parametrize(
    ("seen", "of", "number"),
    [
        (0, 3, "none of 3 follow-ups"),
        (2, 2, "both follow-ups"),
        (3, 3, "all 3 follow-ups"),
        (2, 9, "2 of 9 follow-ups"),
    ],
)
def test_one_line_says_after_how_many_it_was_seen_again(seen, of, number):
    assert seen_again.headline(seen, of) == (
        f"After {number} of signed-off actions, the factor was seen again in practice that began "
        "later."
    )


def test_the_only_follow_up_is_told_in_the_singular():
    assert seen_again.headline(1, 1) == (
        "After the 1 follow-up of a signed-off action, the factor was seen again in practice that "
        "began later."
    )
    assert "the factor was not seen again" in seen_again.headline(0, 1)


def test_not_seen_is_never_said_without_what_it_leaves_open():
    assert seen_again.bounds([]) == ""
    assert seen_again.bounds([3]) == (
        "Not seen is not solved. Where it was not seen in 3 later reviews, up to 63% of such "
        "reviews could still hold it (upper 95% bound)."
    )
    assert seen_again.bounds([4, 1, 11]) == (
        "Not seen is not solved. Where it was not seen in 1 later review, up to 95% of such "
        "reviews could still hold it; with 11, up to 24% (upper 95% bounds)."
    )


def test_it_is_said_that_nothing_later_than_the_quarter_counts_and_what_it_would_tell():
    end = date(2024, 9, 30)
    assert seen_again.known_by(end, "published") == (
        "Followed here is what was signed off by 30 September 2024; the factor is looked for in "
        "reviews that came out by then."
    )
    assert "reviews that tell of practice that ended by then" in seen_again.known_by(
        end, "practice"
    )
    assert seen_again.since_then(date(2026, 9, 30), 17, 39) == (
        "With what came since, as at 30 September 2026, it was seen again after 17 of 39 "
        "follow-ups."
    )
    assert seen_again.since_then(end, 0, 1).endswith("it was not seen again after the 1 follow-up.")
    assert seen_again.since_then(end, 1, 1).endswith("it was seen again after the 1 follow-up.")
    assert seen_again.since_then(end, 0, 3).endswith("seen again after none of 3 follow-ups.")


def test_what_is_not_drawn_and_not_listed_is_said():
    assert seen_again.not_drawn(0, 0) == ""
    assert seen_again.not_drawn(1, 1) == (
        "Not drawn is 1 factor seen again less often or never: 1 follow-up."
    )
    assert seen_again.not_drawn(2, 5) == (
        "Not drawn are 2 factors seen again less often or never: 5 follow-ups."
    )
    assert seen_again.first_of(10, 10) == ""
    assert seen_again.first_of(10, 17).startswith("The 10 of 17 that were found again")


def test_the_figure_is_described():
    assert seen_again.alt_text([("Tools", 1, 4)]) == (
        "Bars of follow-ups by what became of them, for 1 factor. The first: Tools: 1 of 4 seen "
        "again."
    )
    assert seen_again.alt_text([]).endswith("for 0 factors.")


@pytest.mark.parametrize(
    ("evidence", "asked"),
    [
        ("", "no evidence of what the action changed is on record. Should there be?"),
        ("none", "no evidence of what the action changed is on record. Should there be?"),
        ("output", "evidence of output is on record. What did it show, and does it still hold?"),
    ],
)
def test_the_board_is_asked_on_what_it_was_signed_off(evidence, asked):
    assert seen_again.on_what("Tools", "at Police", (1, 4), evidence) == (
        f"**Tools** at Police was seen again after sign-off, in 1 of 4 later reviews; {asked}"
    )


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((2, 3, 1, 24), "After **2 of 30 follow-ups** of signed-off actions the factor was seen "
         "again; after 3 only in practice under way at the time; after 1 it was not; after 24 it "
         "is too early to tell."),
        ((0, 0, 0, 1), "There is **1 follow-up** of a signed-off action: it is too early to tell "
         "whether the factor came back."),
        ((0, 0, 2, 0), "After **none of 2 follow-ups** of signed-off actions the factor was seen "
         "again; after both it was not."),
        ((4, 0, 0, 0), "After **all 4 follow-ups** of signed-off actions the factor was seen "
         "again."),
    ],
)  # fmt: skip
def test_the_summary_says_what_became_of_all_follow_ups(numbers, said):
    states = dict(zip(STATES, numbers, strict=True))
    assert seen_again.in_short(states) == (
        f"{said} A follow-up is one action, with one factor at one agency. Not seen is not solved."
    )


def test_a_source_without_sign_off_is_told_in_one_sentence():
    assert seen_again.not_recorded(["One", "Two"]) == (
        "**No signed-off action is recorded** in **One** and **Two**, so whether anything came "
        "back after sign-off cannot be told."
    )
