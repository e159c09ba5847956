"""What is said of practice that cannot be placed before or after a sign-off."""

from dashboard.sentences.not_followed import not_placed


def test_nothing_is_said_where_all_practice_can_be_placed():
    assert not_placed(40, 0, 0, 0) == ""


def test_what_is_left_out_is_said_with_the_reason():
    assert not_placed(40, 2, 1, 3) == (
        "2 of 40 reviews are left out: no date of practice is recorded. 1 review has an end of "
        "practice and no beginning, and may have been under way at any earlier day. 3 reviews have "
        "a beginning of practice and no end: they count only where practice began later."
    )
    assert not_placed(40, 0, 0, 1).endswith("it counts only where practice began later.")
