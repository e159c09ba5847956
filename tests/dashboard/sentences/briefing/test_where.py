"""What a briefing says of where factors are found."""

from dashboard.by_agency import AtAgency, at_agencies, with_cells
from dashboard.sentences.briefing import where as words
from dashboard.sentences.factor_by_agency import telling
from tests.dashboard.agencies_drawn import by_agency

OUT = ("Own team", "Police", "coded", 12, 20, 20, 200)
LESS = ("Own team", "Health", "coded", 0, 40, 100, 200)


def judged(*rows: tuple, appraisal: str = "problem") -> list[AtAgency]:
    """Return cells of the rows, estimated."""
    table = by_agency(*rows, appraisal=appraisal)
    return at_agencies(with_cells(table, appraisal, table["agency_id"].tolist()))


def briefly(*rows: tuple) -> list[str]:
    """Return the titles of a slide, the longest first."""
    cells = judged(*rows)
    return words.briefly(cells, telling(cells), "problem")


def test_a_title_says_what_the_agencies_are_to_the_factors():
    assert words.title("problem", ["coded"]) == "Problems, by the agency at which they were found"
    assert words.title("strength", ["review"]) == (
        "Strengths, by agency that stands in the same review"
    )
    assert words.title("neutral", ["coded", "review"]) == "Factors, by agency"


def test_the_key_tells_of_shades_and_signs_only_where_they_are_there():
    plain = "Found in so many of the agency's reviews in which it was assessed."
    assert words.key([], [], []) == plain
    assert words.key(["none", "under 5%"], [("▲", "more often")], ["–: not assessed"]) == (
        f"{plain} The deeper the shade, the larger the share of its reviews: none, under 5%. "
        "▲: more often. –: not assessed."
    )


def test_what_is_not_shown_of_what_is_tested_is_said():
    assert words.shown_of((6, 6), (12, 12), is_named=True) == ""
    assert words.shown_of((6, 8), (12, 12), is_named=False) == (
        "Shown are 6 of the 8 agencies in the most reviews."
    )
    assert words.shown_of((6, 8), (12, 17), is_named=True) == (
        "Shown are 6 of the 8 agencies in the most reviews and 12 of the 17 factors found most; "
        "what the sentence above it names is always among them."
    )


def test_cells_that_are_tested_together_are_counted():
    assert "all the cells of 1 agency and 1 factor tested together" in words.standing_out(1, 1)
    assert "of 8 agencies and 12 factors tested together" in words.standing_out(8, 12)


def test_what_stands_out_is_asked_about_and_a_strength_may_be_learnt_from():
    [cell] = judged(OUT)
    assert words.asked(cell, "problem") == (
        "**Own team** as a problem was found at **Police** in 12 of 20 reviews (60%; 95% interval "
        "39% to 78%) in which it was involved, more often than at the other agencies (20 of "
        "200). What could explain it: the cases, the work there, or how it is written about?"
    )
    assert words.asked(cell, "strength").endswith(
        "What could explain it, and what could others take from it?"
    )


def test_of_the_same_review_nothing_is_asked_of_the_agency():
    [cell] = judged(("Own team", "Police", "review", 12, 20, 20, 200))
    asked = words.asked(cell, "problem")
    assert "was found in the same review as **Police**, in 12 of 20 reviews" in asked
    assert asked.endswith("What in these reviews could explain it?")


def in_short(*rows: tuple) -> str:
    return words.in_short([("problem", judged(*rows))])


def test_the_summary_names_the_cell_that_stands_out_most_and_counts_the_others():
    assert in_short(OUT) == (
        "**Own team** is found as a problem more often at **Police**, in 12 of 20 reviews, than "
        "elsewhere: 20 of 200."
    )
    assert in_short(OUT, LESS).endswith(" 1 other pair of factor and agency stands out too.")
    same = ("Own team", "Police", "review", 12, 20, 20, 200)
    assert "more often in the same review as **Police**" in in_short(same)


def test_the_summary_says_that_none_stands_out_and_what_cannot_be_told():
    alike = ("Own team", "Police", "coded", 4, 20, 3, 20)
    assert in_short(alike) == (
        "No factor stands out for the 1 agency tested: differences between agencies cannot be told "
        "from chance."
    )
    assert in_short(alike, ("Own team", "Hospital", "coded", 3, 20, 4, 20)).startswith(
        "No factor stands out for any of the 2 agencies tested:"
    )
    few = ("Own team", "Police", "coded", 1, 4, 3, 20)
    assert in_short(few).startswith("Every agency shown was involved in fewer than 5 reviews")


def test_that_no_factor_stands_out_is_said_as_a_part_of_a_sentence():
    alike = judged(("Own team", "Police", "coded", 4, 20, 3, 20))
    assert words.untold([("problem", alike)]) == "between agencies (1 tested)"
    assert words.untold([("problem", alike), ("strength", judged(OUT))]) == ""
    few = judged(("Own team", "Police", "coded", 1, 4, 3, 20))
    assert words.untold([("problem", few)]) == ""


def test_a_slide_names_the_cell_that_stands_out_most_or_counts_them():
    assert briefly(OUT) == [
        "Own team at Police: 12 of 20 reviews, against 20 of 200 elsewhere",
        "Problems by agency: 1 pair of factor and agency stands out",
    ]
    assert briefly(OUT, LESS)[-1] == "Problems by agency: 2 pairs of factor and agency stand out"


def test_a_slide_says_what_cannot_be_told_and_why():
    alike = ("Own team", "Police", "coded", 4, 20, 3, 20)
    assert briefly(alike) == ["Problems by agency: differences cannot be told from chance"]
    none = ("Own team", "Police", "coded", 0, 20, 0, 20)
    assert briefly(none) == ["Problems by agency: differences cannot be told from chance"]
    few = ("Own team", "Police", "coded", 1, 4, 3, 20)
    assert briefly(few) == ["Problems by agency: too few to tell"]
    not_assessed = ("Own team", "Police", "coded", None, 0, 0, 20)
    assert briefly(not_assessed) == ["Problems by agency: not assessed"]
    not_recorded = ("Own team", "Police", "coded", 2, None, None, None)
    assert briefly(not_recorded) == ["Problems by agency: of how many reviews is not recorded"]
