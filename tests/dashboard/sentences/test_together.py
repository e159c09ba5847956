"""What is found together, in words that a board can read aloud."""

import pytest

from dashboard.sentences.together import (
    beside_layers,
    found_together,
    in_words,
    left_aside,
    not_recorded,
    plain,
    too_little_support,
    under_factors,
)
from dashboard.together import Crossed
from tests.dashboard.pairs_drawn import FACTORS, PAIRS, drawn_pairs


def plain_text(said: str) -> str:
    return said.replace("*", "").replace("\\", "")


def test_the_pair_found_together_most_comes_first_with_its_lift_in_words():
    said = plain_text(found_together(PAIRS, 3))
    assert said.startswith("Found together most often: Tools with Law, in 18 of 40 reviews (45%). ")
    # 18 found, 20 x 20 / 40 = 10 expected; the root of 1/18 - 1/20 - 1/20 + 36/400 - 1/40 is 0.14
    assert "1.8 times as often as if they had nothing to do with each other" in said
    assert "(95% interval 1.4 to 2.4; q under 0.001): more than chance." in said


def test_how_many_pairs_were_looked_at_is_said_with_how_many_stand_out():
    assert found_together(PAIRS, 3).endswith(
        "Of 4 pairs found together at all, 3 reach 3 reviews; 1 of these stands out from chance."
    )
    assert found_together(PAIRS[1:2], 3).endswith(
        "It is the only pair found together at all; it does not stand out from chance."
    )


def test_another_pair_that_goes_further_beyond_chance_is_named_too():
    looked_at = drawn_pairs(("tools", "law", 40, 60, 60, 100), ("form", "staff", 9, 10, 11, 100))
    said = plain_text(found_together(looked_at, 3))
    # 9 found, 10 x 11 / 100 = 1.1 expected
    assert "Furthest beyond chance: Form with Staff, 8.2 times as often (95% interval" in said
    assert "in 9 of 100 reviews (9%)." in said


def test_the_pair_that_is_named_is_not_named_twice():
    assert "Furthest" not in found_together(PAIRS, 3)


def test_pairs_that_tie_are_named_together_and_counted_beyond_three():
    tied = drawn_pairs(*((f"a{i}", f"b{i}", 5, 9, 9, 40) for i in range(4)))
    each = "4 pairs are found together most often, each in 5 of 40 reviews (13%)."
    assert each in found_together(tied, 3)
    said = plain_text(found_together(tied[:2], 3))
    assert "A0 with B0 in 5 of 40 reviews (13%); A1 with B1 in 5 of 40 reviews (13%)." in said


def test_as_what_they_are_found_is_said():
    assert "Found together as problems most often" in found_together(PAIRS, 3, "as problems")


def test_too_few_reviews_are_said_to_be_too_few():
    [pair] = drawn_pairs(("tools", "law", 3, 3, 4, 4))
    assert in_words(pair) == "Too few reviews to tell whether that is more than chance."
    assert "3 of 4 reviews (too few to tell)" in found_together([pair], 3)


def test_a_factor_that_is_in_every_review_has_nothing_to_compare_with():
    [pair] = drawn_pairs(("tools", "law", 9, 20, 9, 20))
    assert in_words(pair).startswith("One of them is found in every review")


def test_less_than_chance_and_what_chance_may_explain_are_told_apart():
    [apart] = drawn_pairs(("tools", "law", 3, 50, 50, 100))
    assert in_words(apart).endswith(": less than chance.")
    assert in_words(PAIRS[1]).endswith(", which chance may explain.")


@pytest.mark.parametrize(
    ("lift", "said"),
    [(1.44, "1.4"), (12.4, "12"), (1234.5, "1,234"), (0.62, "0.6"), (0.04, "0.04")],
)
def test_a_lift_has_as_many_digits_as_it_can_bear(lift, said):
    assert plain(lift) == said


def test_what_reaches_no_minimum_says_how_far_it_goes():
    assert plain_text(too_little_support(PAIRS, 20)) == (
        "No two factors are found together in 20 reviews or more. "
        "The most is 18 of 40 reviews (45%): Tools with Law."
    )
    assert too_little_support([], 3) == "No two factors are found in the same review."


def test_a_factor_that_is_not_drawn_is_named():
    said = left_aside(FACTORS, PAIRS, 3)
    assert said == "Not drawn: Alone, which is found with no other factor in 3 reviews or more."
    assert left_aside(FACTORS[:4], PAIRS, 3) == ""


def test_a_name_is_text_whatever_it_holds():
    odd = [factor._replace(label="[x](javascript:1) *b*") for factor in FACTORS[-1:]]
    assert "Not drawn: \\[x\\](javascript\\:1) \\*b\\*" in left_aside(odd, PAIRS, 3)


def crossed(*rows: tuple[str, str, int]) -> list[Crossed]:
    """Return factors by patterns or layers: the factor, the other, and its reviews of 20."""
    return [
        Crossed(one, one.capitalize(), "front", across, across.capitalize(), found, found, 20)
        for one, across, found in rows
    ]


def test_the_pattern_that_lies_under_most_factors_is_named():
    rows = crossed(("a", "lt1", 2), ("b", "lt1", 1), ("c", "lt1", 0), ("a", "lt2", 5), ("a", "", 3))
    assert plain_text(under_factors(rows, 11, 3)) == (
        "Lt1 lies under the most factors: 2 of the 3 factors assessed. "
        "Found most often: Lt2 under A, in 5 of 20 reviews (25%). "
        "The pattern is not recorded for 3 of 11 findings (27%)."
    )


def test_patterns_that_tie_lie_under_the_same_number_of_factors():
    said = plain_text(under_factors(crossed(("a", "lt1", 2), ("a", "lt2", 1)), 3, 0))
    assert said.startswith("Lt1 and Lt2 lie under the most factors, each under 1 of the 1 factor")


def test_no_pattern_recorded_is_said_and_is_not_a_zero():
    assert under_factors(crossed(("a", "", 9)), 9, 9) == (
        "No kind of underlying pattern is recorded. "
        "The pattern is not recorded for 9 of 9 findings (100%)."
    )
    assert not_recorded(4, 1) == "The pattern is not recorded for 1 of 4 findings."


def test_what_crosses_from_layer_to_layer_is_named():
    rows = crossed(("a", "front", 9), ("a", "strategic", 4), ("b", "front", 12), ("b", "", 1))
    assert plain_text(beside_layers(rows, is_own=True)) == (
        "The factor found most often in one finding with a factor of another layer is A: "
        "with Strategic, in 4 of 20 reviews (20%)."
    )
    assert "of a layer is B: with Front, in 12 of 20" in plain_text(beside_layers(rows, False))
    assert beside_layers(rows[:1], is_own=True) == (
        "No factor is found in one finding with a factor of another layer."
    )
