"""What lies under one factor and is found with it, in words."""

from dashboard.sentences.briefing.learning import (
    beyond_chance,
    found_with,
    layer,
    most_often,
    patterns,
)
from dashboard.together import Crossed
from tests.dashboard.pairs_drawn import PAIRS, drawn_pairs


def crossed(*rows: tuple[str, int]) -> list[Crossed]:
    """Return one factor by pattern: name, reviews."""
    return [Crossed("tools", "Tools", "", name[:3], name, n, n, 20) for name, n in rows]


def test_the_patterns_under_a_factor_are_told_most_often_first_and_with_what_is_not_recorded():
    rows = crossed(("Reasoning", 1), ("Management", 6), ("Tools", 2), ("Longer", 1), ("None", 0))
    assert patterns(rows, 20, 5) == (
        "The kind of pattern that lies under it most often: **Management** (in 6 reviews), then "
        "**Tools** (in 2 reviews) and **Reasoning** (in 1 review). The pattern is not recorded for "
        "5 of 20 findings (25%)."
    )
    assert most_often(rows) == "Kind of pattern under it most often: Management"


def test_where_every_pattern_is_recorded_nothing_is_said_to_be_missing():
    assert patterns(crossed(("Tools", 3)), 3, 0).endswith("most often: **Tools** (in 3 reviews).")


def test_where_no_pattern_is_recorded_none_is_named():
    assert patterns(crossed(("Tools", 0)), 8, 8) == (
        "What kind of pattern lies under it is not recorded."
    )
    assert patterns([], 0, 0) == most_often([]) == ""


def test_a_layer_is_named_where_there_is_one():
    assert layer("Front-line") == "It belongs to the layer **Front-line**."
    assert layer("") == ""


def test_the_factors_found_with_it_are_named_from_either_side():
    with_law = [pair for pair in PAIRS if "law" in pair.factors]
    assert found_with(with_law, "law") == ["**Tools**: 18 of 40 (45%)", "**Staff**: 6 of 40 (15%)"]
    assert found_with([], "law") == []


def test_only_what_stands_out_is_said_to_be_more_than_chance():
    with_law = [pair for pair in PAIRS if "law" in pair.factors]
    assert beyond_chance(with_law, "law") == (
        "More often than chance alone would make, it is found with **Tools**."
    )
    assert beyond_chance(with_law[1:], "law") == (
        "Chance alone may explain how often each is found with it."
    )


def test_of_too_few_reviews_chance_cannot_be_told():
    assert beyond_chance(drawn_pairs(("tools", "law", 2, 3, 3, 4)), "law") == (
        "These are too few reviews to tell whether that is more than chance."
    )
