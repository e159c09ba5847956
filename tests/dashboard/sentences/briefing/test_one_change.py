"""What one change is in words: how large, whether it can be told from chance, and what to ask."""

from dashboard.sentences.briefing import one_change as words
from tests.dashboard.movements_drawn import moved


def test_a_difference_is_in_points_with_its_sign_and_empty_where_there_is_none():
    assert words.difference(moved()) == "+55 (\u22125 to +33)"
    assert words.difference(moved(within=(4, 4))) == ""
    assert words.difference(moved(within=(None, 0))) == ""


def test_each_movement_says_what_can_be_told_of_it():
    assert words.chance(moved(is_told=True)) == "can be told from chance (q = 0.31)"
    assert words.chance(moved()) == "cannot be told from chance (q = 0.31)"
    assert words.chance(moved(within=(4, 4))) == "too few to tell"
    assert words.chance(moved(before=(4, 4))) == "too few to tell"
    assert words.chance(moved(within=(None, 0))) == "not assessed"


def test_a_question_says_which_way_it_moved():
    assert words.ask_of(moved()).startswith(
        "**Tools** was found as a problem more often this quarter, in 8 of 10 reviews (80%), "
        "against 5 of 20 (25%) before."
    )
    assert "less often this quarter, in 0 of 10" in words.ask_of(moved(within=(0, 10)))
