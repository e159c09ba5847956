"""What a briefing is about, in words."""

from datetime import date

import pytest

from dashboard.sentences.briefing import filters as words
from dashboard.sentences.briefing.on_slides import first_rows
from dashboard.sentences.briefing.placed import came

QUARTER = "Q2 2024/25 (Jul-Sep)"


@pytest.mark.parametrize(
    ("within", "up_to", "said"),
    [
        (0, 1, "No review came out in Q2 2024/25 (Jul-Sep); 1 is out by its end."),
        (1, 1, "1 review came out in Q2 2024/25 (Jul-Sep); 1 is out by its end."),
        (12, 2040, "12 reviews came out in Q2 2024/25 (Jul-Sep); 2,040 are out by its end."),
    ],
)
def test_the_quarter_stands_beside_all_by_its_end(within, up_to, said):
    assert words.filters(within, up_to, QUARTER, "published") == said


def test_by_practice_reviews_tell_of_practice_and_one_tells():
    assert came(0, "practice") == "No review tells of practice that ended"
    assert came(1, "practice") == "1 review tells of practice that ended"
    assert words.filters(2, 9, QUARTER, "practice") == (
        "2 reviews tell of practice that ended in Q2 2024/25 (Jul-Sep); 9 are counted up to its "
        "end."
    )


def test_the_reviews_chosen_are_all_one_or_some():
    assert words.chosen_of(1, 1) == "These choose the one review of the chosen sources."
    assert words.chosen_of(9, 9) == "These choose all 9 reviews of the chosen sources."
    assert words.chosen_of(1, 9) == "These choose 1 of the 9 reviews of the chosen sources."


def test_a_quiet_quarter_judges_nothing():
    assert words.quiet(1).endswith("tells of the 1 review that was there before.")
    assert words.quiet(27).endswith("tells of the 27 reviews that were there before.")
    assert "says nothing of the work itself" in words.quiet(27)


def test_what_has_no_date_or_no_quarter_is_counted_and_otherwise_not_spoken_of():
    none = words.placed_in_time("published", 0, 0)
    assert none == "Reviews are placed in time by the day on which they came out."
    one = words.placed_in_time("published", 1, 1)
    assert "1 review of the chosen sources has no date of publication and is left out" in one
    assert "1 review has a date of publication too coarse for a quarter" in one
    several = words.placed_in_time("practice", 3, 2)
    assert "3 reviews of the chosen sources have no date of practice and are left out" in several
    assert "2 reviews have a date of practice too coarse for a quarter" in several


def test_the_period_ends_with_the_quarter_by_either_basis():
    last = date(2024, 9, 30)
    assert words.ends_with(last, "published").endswith("no review that came out later is in it.")
    assert words.ends_with(last, "practice").endswith(
        "on 30 September 2024: no review of practice that ended later is in it."
    )


def test_a_slide_says_how_much_of_a_table_it_holds():
    assert first_rows(8, 1200) == "The first 8 of 1,200 are shown; the written briefing holds all."
