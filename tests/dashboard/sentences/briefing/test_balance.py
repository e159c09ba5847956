"""What a briefing says of how layers balance."""

import pandas as pd

from dashboard.balance import balances
from dashboard.sentences.balance import KINDS
from dashboard.sentences.briefing import balance as words
from tests.dashboard.test_balance import TOGETHER, of_layers

LAYERS = KINDS["layers"]


def briefly(*rows: tuple) -> list[str]:
    return words.briefly(balances(of_layers(*rows)), LAYERS)


def test_a_layer_at_which_nothing_is_found_may_be_blindness():
    assert words.asked_of_none("National", 1) == (
        "Nothing was found at the layer **National** in 1 review: that may be blindness, not "
        "absence. Could the reviewers have seen it?"
    )
    assert "in 20 reviews" in words.asked_of_none("National", 20)


def test_problems_and_strengths_of_a_layer_are_told_side_by_side():
    problem, strength = balances(
        of_layers((None, "national", "problem", 7, 7, 9), (None, "national", "strength", 0, 7, 0))
    )
    assert words.asked_of_no_strength(problem, strength) == (
        "At the layer **National** problems were found in 7 of 7 reviews (100%), and strengths in "
        "0 of 7 reviews (0%). Was good practice looked for there?"
    )


def test_a_slide_names_the_layers_of_the_most_reviews_first_and_fewer_where_they_do_not_fit():
    assert words.briefly(balances(TOGETHER), LAYERS) == [
        "Found as problems: Front line in 18 of 20 and National in 0 of 20 reviews",
        "Found as problems most often: Front line in 18 of 20 reviews",
    ]


def test_a_slide_of_one_review_and_of_what_has_no_appraisal():
    assert briefly((None, "national", "neutral", 1, 1, 1)) == ["Found: National in 1 of 1 review"]


def test_a_slide_says_that_none_was_assessed():
    assert briefly((None, "national", "problem", pd.NA, 0, pd.NA)) == ["No layer was assessed"]
