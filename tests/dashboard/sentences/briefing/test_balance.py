"""What a briefing says of how layers balance."""

import pandas as pd

from dashboard.balance import balances
from dashboard.sentences.balance import KINDS, balance
from dashboard.sentences.briefing import balance as words
from tests.dashboard.test_balance import TOGETHER, of_layers

LAYERS = KINDS["layers"]


def briefly(*rows: tuple) -> list[str]:
    return words.briefly(balances(of_layers(*rows)), LAYERS)


def test_of_a_layer_at_which_nothing_is_found_it_is_asked_whether_reviews_looked_that_far():
    assert words.asked_of_none("National", 1) == (
        "**National**: nothing was found at this layer in 1 review. Is there nothing to find, or "
        "did the reviews not look that far?"
    )
    assert "in 20 reviews" in words.asked_of_none("National", 20)


def test_problems_and_strengths_of_a_layer_are_told_side_by_side():
    problem, strength = balances(
        of_layers((None, "national", "problem", 7, 7, 9), (None, "national", "strength", 0, 7, 0))
    )
    assert words.asked_of_no_strength(problem, strength) == (
        "**National**: problems were found at this layer in 7 of 7 reviews (100%), and strengths "
        "in 0 of 7 reviews (0%). Was good practice looked for there?"
    )


def in_short(*rows: tuple) -> str:
    return words.in_short(balances(of_layers(*rows)), LAYERS)


def test_the_summary_sets_strengths_beside_problems():
    assert in_short(
        (None, "front-line", "problem", 6, 7, 9),
        (None, "front-line", "strength", 2, 7, 2),
        (None, "national", "problem", 0, 7, 0),
        (None, "national", "strength", 0, 7, 0),
    ) == (
        "By layer: as problems, **Front line** in 6 of 7 and **National** in 0 of 7 reviews; as "
        "strengths, **Front line** in 2 of 7 and **National** in 0 of 7 reviews."
    )
    assert in_short((None, "national", "neutral", 7, 7, 9)) == (
        "By layer: **National** in 7 of 7 reviews."
    )


def test_the_summary_does_not_speak_of_layers_that_too_few_reviews_could_show():
    assert in_short((None, "national", "problem", 4, 4, 4)) == ""
    assert in_short((None, "national", "problem", pd.NA, 0, pd.NA)) == ""


def test_a_slide_names_the_layers_of_the_most_reviews_first_and_fewer_where_they_do_not_fit():
    assert words.briefly(balances(TOGETHER), LAYERS) == [
        "Found as problems: Front line in 18 of 20 and National in 0 of 20 reviews",
        "Found as problems most often: Front line in 18 of 20 reviews",
    ]


def test_what_is_found_as_often_as_the_last_that_is_named_is_told_of():
    tied = [
        (None, "front-line", "problem", 6, 7, 9),
        (None, "local", "problem", 2, 7, 2),
        (None, "national", "problem", 2, 7, 2),
    ]
    assert words.briefly(balances(of_layers(*tied)), LAYERS)[1:] == [
        "Found as problems most often: Front line in 6 of 7 and Local strategic in 2 of 7 reviews, "
        "1 other as often as the last",
        "Found as problems most often: Front line in 6 of 7 reviews",
    ]
    two = LAYERS._replace(named=2)
    assert words.in_short(balances(of_layers(*tied)), two) == (
        "By layer: as problems, **Front line** in 6 of 7 and **Local strategic** in 2 of 7 "
        "reviews, 1 other as often as the last."
    )
    assert balance(balances(of_layers(*tied)), "layer", 2) == (
        "Factors found as problems most often: **Front line** in 6 of 7 reviews (86%) and "
        "**Local strategic** in 2 of 7 reviews (29%), 1 other as often as the last."
    )


def test_a_slide_of_one_review_and_of_what_has_no_appraisal():
    assert briefly((None, "national", "neutral", 1, 1, 1)) == ["Found: National in 1 of 1 review"]


def test_a_slide_says_that_none_was_assessed():
    assert briefly((None, "national", "problem", pd.NA, 0, pd.NA)) == ["No layer was assessed"]
