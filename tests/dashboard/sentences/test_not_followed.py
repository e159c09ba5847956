"""What cannot be followed or placed is counted, with the reason of each."""

import pytest

from dashboard.sentences.not_followed import REASONS, not_followed, not_placed


def test_what_cannot_be_followed_is_said_with_every_reason_and_adds_up():
    fates = {"followed": 60, "no date": 2, "no finding": 40, "no agency": 1}
    assert not_followed(fates, "signed-off") == (
        "43 of 103 signed-off actions cannot be followed: 40 answer no finding that is recorded, "
        "1 can be tied to no agency and 2 are said to be done, without a date."
    )


@pytest.mark.parametrize("fate", REASONS)
def test_every_reason_is_told_of_one_action(fate: str):
    said = not_followed({fate: 1}, "completed")
    assert said == f"The 1 completed action cannot be followed: it {REASONS[fate]}."


def test_where_all_can_be_followed_and_placed_nothing_is_said():
    assert not_followed({"followed": 3}, "signed-off") == ""
    assert not_placed(40, 0, 0, 0) == ""


def test_what_is_left_out_is_said_with_the_reason():
    assert not_placed(40, 2, 1, 3) == (
        "2 of 40 reviews are left out: no date of practice is recorded. 1 review has an end of "
        "practice and no beginning, and may have been under way at any earlier day. 3 reviews have "
        "a beginning of practice and no end: they count only where practice began later."
    )
    assert not_placed(40, 0, 0, 1).endswith("it counts only where practice began later.")


def test_one_reason_for_all_is_said_once():
    assert not_followed({"followed": 3, "no finding": 2}, "signed-off") == (
        "2 of 5 signed-off actions cannot be followed: they answer no finding that is recorded."
    )
    assert not_followed({"followed": 3, "no date": 1}, "signed-off") == (
        "1 of 4 signed-off actions cannot be followed: it is said to be done, without a date."
    )
    assert not_followed({"no finding": 2, "no date": 1}, "signed-off") == (
        "None of the 3 signed-off actions can be followed: 2 answer no finding that is recorded "
        "and 1 is said to be done, without a date."
    )
