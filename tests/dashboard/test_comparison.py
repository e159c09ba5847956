"""Two sides are joined factor by factor, and nothing is lost or made up on the way."""

import pandas as pd
import pytest

from dashboard.comparison import compared, comparisons, joined

CODEBOOK = pd.DataFrame(
    [
        ("tools", "Tools", "front-line", "Front line"),
        ("supervision", "Supervision", "front-line", "Front line"),
        ("law", "Law", None, None),
    ],
    columns=["factor_id", "label", "layer", "layer_label"],
)


def side(*rows: tuple[str, int | None, int]) -> pd.DataFrame:
    """Return the counts of one side."""
    table = pd.DataFrame(rows, columns=["factor_id", "reviews_with", "reviews_assessed"])
    return table.astype({"reviews_with": "Int32", "reviews_assessed": "Int32"})


def counts(rows: pd.DataFrame) -> list[tuple]:
    """Return the factors with the counts of both sides."""
    names = ["reviews_with_a", "reviews_assessed_a", "reviews_with_b", "reviews_assessed_b"]
    whole = rows[["factor_id", *names]].astype(object)
    return [
        tuple(None if pd.isna(value) else value for value in row)
        for row in whole.itertuples(index=False, name=None)
    ]


def order(rows: pd.DataFrame) -> list[str]:
    return rows["factor_id"].tolist()


def test_each_factor_has_the_counts_of_both_sides_in_the_codebooks_order():
    a = side(("law", 3, 20), ("tools", 12, 20), ("supervision", 0, 20))
    b = side(("tools", 1, 8), ("supervision", 2, 8), ("law", 0, 8))
    assert counts(joined(CODEBOOK, a, b)) == [
        ("tools", 12, 20, 1, 8),
        ("supervision", 0, 20, 2, 8),
        ("law", 3, 20, 0, 8),
    ]


def test_a_factor_that_a_side_says_nothing_of_was_not_assessed_there_and_is_no_zero():
    a = side(("tools", 12, 20), ("law", None, 0))
    assert counts(joined(CODEBOOK, a, side(("tools", 1, 8)))) == [
        ("tools", 12, 20, 1, 8),
        ("supervision", None, 0, None, 0),
        ("law", None, 0, None, 0),
    ]


def test_a_factor_with_two_rows_on_a_side_is_refused():
    twice = side(("tools", 12, 20), ("tools", 3, 20))
    with pytest.raises(pd.errors.MergeError):
        joined(CODEBOOK, twice, side(("tools", 1, 8)))


def test_the_largest_difference_comes_first_whichever_side_has_more():
    a = side(("tools", 10, 20), ("supervision", 0, 20), ("law", 5, 20))
    b = side(("tools", 10, 20), ("supervision", 15, 20), ("law", 0, 20))
    assert order(compared(CODEBOOK, a, b, largest_first=True)) == ["supervision", "law", "tools"]
    assert order(compared(CODEBOOK, a, b, largest_first=False)) == ["tools", "supervision", "law"]


def test_too_few_to_tell_comes_after_what_tells_and_not_assessed_last():
    a = side(("tools", None, 0), ("supervision", 4, 4), ("law", 1, 20))
    b = side(("tools", 1, 20), ("supervision", 0, 20), ("law", 1, 20))
    assert order(compared(CODEBOOK, a, b, largest_first=True)) == ["law", "supervision", "tools"]
    assert order(compared(CODEBOOK, a, b, largest_first=False)) == ["supervision", "law", "tools"]


def test_differences_that_look_equal_keep_the_codebooks_order():
    a = side(("tools", 301, 1000), ("supervision", 302, 1000), ("law", 303, 1000))
    b = side(("tools", 0, 1000), ("supervision", 0, 1000), ("law", 0, 1000))
    assert order(compared(CODEBOOK, a, b, largest_first=True)) == ["tools", "supervision", "law"]


def test_the_values_say_what_can_be_told():
    a = side(("tools", 18, 20), ("supervision", 4, 4), ("law", None, 0))
    b = side(("tools", 1, 20), ("supervision", 0, 20), ("law", 1, 20))
    tools, supervision, law = comparisons(compared(CODEBOOK, a, b, largest_first=False))
    assert (tools.with_a, tools.of_a, tools.with_b, tools.of_b) == (18, 20, 1, 20)
    assert tools.difference == pytest.approx(0.85)
    assert tools.low < tools.difference < tools.high
    assert tools.is_different
    assert (supervision.is_assessed, supervision.is_too_few) == (True, True)
    assert not supervision.is_different
    assert supervision.q_value != supervision.q_value  # not tested
    assert (law.is_assessed, law.layer, law.layer_label) == (False, "", "")


def test_no_factor_is_no_row():
    assert compared(CODEBOOK.head(0), side(), side(), largest_first=True).empty
