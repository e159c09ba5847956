"""The balance of layers and patterns as values, and in words."""

import pandas as pd

from dashboard.balance import (
    WITHOUT_LAYER,
    as_recurrence,
    balances,
    problems_first,
    uncoded,
)
from dashboard.sentences import balance as words
from dashboard.sentences.counts import NOT_RECORDED
from dashboard.views.parts.tables import has_any

LABELS = {"front-line": "Front line", "local": "Local strategic", "national": "National"}


def of_layers(*rows: tuple) -> pd.DataFrame:
    """Return rows of group, layer, appraisal, reviews_with, reviews_assessed, findings."""
    names = ["group_id", "layer", "appraisal", "reviews_with", "reviews_assessed", "findings"]
    table = pd.DataFrame(rows, columns=names)
    numbers = dict.fromkeys(["reviews_with", "reviews_assessed", "findings"], "Int64")
    return table.astype(numbers).assign(
        group_label=table["group_id"],
        attribution=None,
        layer_label=[LABELS.get(layer) for layer in table["layer"]],
        reviews_selected=20,
        findings_of=30,
        findings_uncoded=3,
    )


TOGETHER = of_layers(
    (None, "front-line", "problem", 18, 20, 25),
    (None, "front-line", "strength", 5, 20, 6),
    (None, "national", "problem", 0, 20, 0),
    (None, "national", "strength", 1, 20, 1),
    (None, None, "problem", 2, 20, 4),
    (None, None, "strength", 0, 20, 0),
)


def test_what_has_no_layer_and_what_is_not_recorded_are_named():
    assert {row.label for row in balances(TOGETHER)} == {"Front line", "National", WITHOUT_LAYER}
    assert {row.group for row in balances(TOGETHER)} == {NOT_RECORDED}


def test_missing_counts_are_not_zeros():
    [row] = balances(of_layers(("A", "national", "problem", None, 0, None)))
    assert (row.reviews_with, row.reviews_assessed) == (None, 0)
    [row] = balances(of_layers(("A", "national", "problem", 2, None, 2)))
    assert (row.reviews_with, row.reviews_assessed) == (2, None)


def test_a_layer_is_drawn_as_a_factor_that_keeps_its_hue():
    drawn = as_recurrence(TOGETHER)
    assert drawn["factor_id"].tolist()[:2] == drawn["layer"].tolist()[:2] == ["front-line"] * 2
    assert drawn["label"].tolist()[-1] == WITHOUT_LAYER
    assert not has_any(drawn, "layer_label")


def test_the_problem_stands_first_in_each_block_and_the_blocks_stay():
    rows = of_layers(
        *((group, layer, appraisal, 1, 20, 1)
          for group in "AB" for layer in ("front-line", "national")
          for appraisal in ("mixed", "neutral", "problem", "strength"))
    )  # fmt: skip
    sorted_ = problems_first(rows)
    assert sorted_["appraisal"].tolist()[:4] == ["problem", "strength", "mixed", "neutral"]
    assert sorted_["layer"].tolist() == rows["layer"].tolist()
    assert sorted_["group_id"].tolist() == rows["group_id"].tolist()


def test_the_problem_stands_first_where_each_block_has_one_row():
    rows = of_layers(*((None, layer, "neutral", 1, 20, 1) for layer in ("national", "front-line")))
    assert problems_first(rows)["layer"].tolist() == ["national", "front-line"]


def test_findings_without_a_factor_are_counted_once_for_each_appraisal():
    assert uncoded(balances(TOGETHER)) == (6, 60)


def test_problems_and_strengths_are_said_apart_with_their_denominators():
    assert words.balance(balances(TOGETHER), "layer") == (
        "Factors found as problems, by layer: **Front line** in 18 of 20 reviews (90%) and "
        "**National** in 0 of 20 reviews (0%).  \n"
        "Factors found as strengths, by layer: **Front line** in 5 of 20 reviews (25%) and "
        "**National** in 1 of 20 reviews (5%)."
    )


def test_of_many_patterns_those_found_most_often_are_named():
    said = words.balance(balances(TOGETHER), "pattern", 1)
    assert said.startswith("Patterns found as problems most often: **Front line** in 18 of 20")
    assert "National" not in said


def test_a_pattern_that_is_found_in_none_is_not_among_those_found_most_often():
    problems, strengths = words.balance(balances(TOGETHER), "pattern", 2).split("  \n")
    assert problems == (
        "Patterns found as problems most often: **Front line** in 18 of 20 reviews (90%)."
    )
    assert "**National** in 1 of 20" in strengths


def test_findings_that_are_not_appraised_are_neither_problems_nor_strengths():
    rows = balances(of_layers((None, "national", "neutral", 4, 20, 4)))
    assert words.balance(rows, "layer") == (
        "Factors found, by layer: **National** in 4 of 20 reviews (20%)."
    )


def test_too_few_not_assessed_and_without_a_layer_are_said():
    few = balances(of_layers((None, "national", "problem", 1, 4, 1)))
    assert "in 1 of 4 reviews (too few to tell)" in words.balance(few, "layer")
    none = balances(of_layers((None, "national", "problem", None, 0, None)))
    assert words.balance(none, "layer").startswith("No layer was assessed")
    without = balances(of_layers((None, None, "problem", 1, 20, 1)))
    assert words.balance(without, "layer") == "The chosen factors belong to no layer."


def test_the_uncoded_share_is_said_with_its_denominator():
    without = ("holds only factors without a layer", "hold only factors without a layer")
    assert words.uncoded_share(balances(TOGETHER), without) == (
        "6 of 60 findings (10%) hold no factor of the framework; 4 hold only factors without a "
        "layer."
    )
    assert words.uncoded_share([], without) == "There is no finding."
    uncoded_with = [row._replace(uncoded_with=1) for row in balances(TOGETHER)]
    said = words.uncoded_share(uncoded_with, without)
    assert "4 of those without a factor show a pattern, and are not counted." in said


def test_one_uncoded_finding_holds_and_several_hold():
    without = ("holds only factors without a layer", "hold only factors without a layer")
    one = [
        row._replace(findings=int(not row.kind and row.appraisal == "problem"))
        for row in balances(TOGETHER)
    ]
    said = words.uncoded_share(one, without)
    assert "; 1 holds only factors without a layer." in said


def test_groups_go_from_the_lowest_to_the_highest_share_where_they_have_one():
    rows = balances(
        of_layers(
            ("A", "front-line", "problem", 4, 10, 4),
            ("B [x]", "front-line", "problem", 9, 10, 9),
            ("C", "front-line", "problem", 4, 4, 4),  # too few
            ("A", "national", "problem", 0, 10, 0),
            ("B [x]", "national", "problem", 0, 10, 0),
        )
    )
    assert words.between_groups(rows, "problem") == (
        "Found as problems, by group of reviews: **Front line** from 4 of 10 (40%; A) to "
        "9 of 10 (90%; B \\[x\\])."
    )
    same = [row for row in rows if row.kind == "national"]
    assert words.between_groups(same, "problem").startswith("All groups with enough reviews")
    assert "too few to tell" in words.between_groups(rows[:1], "problem")
    unknown = [row._replace(reviews_assessed=None) for row in rows]
    assert "too few to tell" in words.between_groups(unknown, "problem")
