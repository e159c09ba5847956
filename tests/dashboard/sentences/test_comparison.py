"""What two sides differ in, in words: every form that the rows can ask for."""

import pandas as pd

from dashboard.comparison import compared, comparisons
from dashboard.sentences.comparison import comparison, points, same_reviews, whole, whole_points

Row = tuple[str, int | None, int, int | None, int]


def both(*rows: Row) -> pd.DataFrame:
    """Return compared rows of label, found and assessed on one side, and on the other."""
    labels = [row[0] for row in rows]
    codebook = pd.DataFrame(
        {"factor_id": labels, "label": labels, "layer": None, "layer_label": None}, dtype="str"
    )
    sides = [
        pd.DataFrame(
            [(row[0], *row[place : place + 2]) for row in rows],
            columns=["factor_id", "reviews_with", "reviews_assessed"],
        ).astype({"factor_id": "str", "reviews_with": "Int32", "reviews_assessed": "Int32"})
        for place in (1, 3)
    ]
    return compared(codebook, *sides, largest_first=True)


def said(*rows: Row, appraisal: str = "problem") -> str:
    return comparison(both(*rows), "Police", "Probation", appraisal)


def test_what_stands_out_is_named_with_both_counts_and_its_interval():
    assert said(("Supervision", 18, 20, 1, 30), ("Tools", 5, 20, 9, 30)) == (
        "Between **Police** and **Probation** 1 of 2 factors stands out as a problem: "
        "**Supervision** (18 of 20 (90%) and 1 of 30 (3%): 87 percentage points more in Police; "
        "95% interval 63 to 94)."
    )


def test_a_few_are_named_and_the_rest_counted():
    rows = [(f"F{number}", 0, 30, 20 + number, 30) for number in range(5)]
    words = said(*rows, appraisal="neutral")
    assert words.startswith("Between **Police** and **Probation** 5 of 5 factors stand out: **F4**")
    assert words.endswith("and 2 more.")
    assert "**F2**" in words
    assert "**F1**" not in words


def test_where_nothing_stands_out_the_largest_is_named_as_what_may_be_chance():
    assert said(("Tools", 5, 20, 9, 30), ("Law", 0, 20, 0, 30)) == (
        "Between **Police** and **Probation** no factor stands out as a problem: of 2 differences "
        "looked at together, each may be chance. The largest is in **Tools** (5 of 20 (25%) and "
        "9 of 30 (30%): 5 percentage points more in Probation; 95% interval \u221221 to 28)."
    )


def test_nothing_found_on_either_side_is_said_and_is_no_difference():
    assert said(("Law", 0, 20, 0, 30), appraisal="strength") == (
        "No factor was found as a strength on either side."
    )


def test_a_side_of_too_few_reviews_is_said_and_nothing_else():
    assert said(("Tools", 3, 4, 9, 30)) == (
        "Of **Police** only 4 reviews were assessed: too few to tell whether it differs."
    )
    assert said(("Tools", 3, 30, 1, 1)) == (
        "Of **Probation** only 1 review was assessed: too few to tell whether it differs."
    )


def test_a_side_that_was_not_assessed_is_not_a_side_of_zeros():
    assert said(("Tools", 3, 30, None, 0)) == (
        "No selected review of **Probation** was assessed: there is nothing to compare."
    )


def test_factors_that_cannot_be_told_are_counted():
    words = said(("Tools", 5, 20, 9, 30), ("Rare", 2, 4, 9, 30), ("New", None, 0, 1, 30))
    assert words.endswith(
        "1 factor has too few reviews on a side to tell. 1 factor was not assessed on both sides."
    )


def test_no_row_is_nothing_to_count():
    assert "no factor fits these filters" in said()


def test_names_are_no_markup():
    words = comparison(both(("*Tools*", 18, 20, 1, 30)), "[A](x)", "B", "problem")
    assert r"**\*Tools\***" in words
    assert r"\[A\](x)" in words


def test_points_are_whole_and_say_which_side_has_more():
    [row] = comparisons(both(("Tools", 5, 20, 6, 25)))
    assert points(row, "Police", "Probation").startswith("1 percentage point more in Police;")
    [row] = comparisons(both(("Tools", 500, 1000, 501, 1000)))
    assert points(row, "Police", "Probation").startswith("no more than a point apart;")


def test_halves_are_rounded_away_from_zero_on_either_side():
    assert [whole(share) for share in (0.125, -0.125, 0, 0.004, 23 / 40)] == [13, -13, 0, 0, 58]
    assert whole_points(-0.125) == "\u221213"
    assert whole_points(-0.001) == "0"


def test_reviews_on_both_sides_are_counted_with_what_it_means():
    assert same_reviews(0, 10, 20, "Police", "Probation") == ""
    assert same_reviews(8, 10, 20, "Police", "Probation") == (
        "8 reviews are on both sides: of the 10 of Police and the 20 of Probation. The interval "
        "takes the two sides as separate, and they are not."
    )
    assert same_reviews(1, 1, 2, "A", "B").startswith("1 review is on both sides")
