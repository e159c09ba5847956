"""How good the data are, in the words of a briefing."""

import pytest

from dashboard.estimates import Agreement
from dashboard.sentences.briefing import quality

FIRM = Agreement("", "", 52, 52, 46, 0.9184, 0.851, 0.9735)


def of(alpha: float | None, low: float | None = None, high: float | None = None) -> Agreement:
    return Agreement("t", "Tools", 40, 9, 8, alpha, low, high)


@pytest.mark.parametrize(
    ("found", "total", "sentence"),
    [
        (0, 0, "There is no finding."),
        (0, 1, "**The 1 finding holds a factor** of the framework."),
        (0, 9, "**All 9 findings hold a factor** of the framework."),
        (1, 4, "**1 of 4 findings** holds no factor."),
        (3, 12, "**3 of 12 findings** (25%) hold no factor."),
        (9, 9, "**None of the 9 findings** holds a factor."),
        (1, 1, "**The 1 finding** holds no factor."),
    ],
)
def test_how_many_findings_hold_no_factor_is_said(found, total, sentence):
    assert quality.uncoded(found, total) == sentence


def test_agreement_stands_beside_the_findings_that_it_rests_on():
    assert quality.double_coded(None, 9) == quality.NOT_DOUBLE_CODED
    assert quality.double_coded(FIRM, 174) == (
        "52 of 174 findings (30%) were coded by two people or more; all chose the same factors for "
        "46 of the 52. Over all factors Krippendorff's alpha is **0.91 (95% interval 0.85 to "
        "0.97)**: firm."
    )
    few = Agreement("", "", 1, 1, 1)
    assert quality.double_coded(few, 4) == (
        "1 of 4 findings was coded by two people or more; all chose the same factors for it. "
        "There are too few to tell how far coders agree beyond that."
    )
    assert "or more; not all chose the same factors for it." in quality.double_coded(
        few._replace(agreed=0), 4
    )
    both = Agreement("", "", 2, 2, 2)
    assert quality.double_coded(both, 2).startswith(
        "Both findings were coded by two people or more; all chose the same factors for both."
    )
    assert "for all 3." in quality.double_coded(Agreement("", "", 3, 3, 3), 9)
    assert "for none of the 3." in quality.double_coded(Agreement("", "", 3, 3, 0), 9)
    assert "for the one for which any chose one of these." in quality.double_coded(
        Agreement("", "", 3, 1, 1), 9
    )
    narrowed = FIRM._replace(chosen=20, agreed=18)
    assert "for 18 of the 20 for which any chose one of these." in quality.double_coded(
        narrowed, 174
    )
    none = Agreement("", "", 8, 0, 0)
    assert quality.double_coded(none, 80).endswith("none of them chose one of these factors.")


def test_one_line_says_both():
    assert quality.headline(18, 174, FIRM) == (
        "**18 of 174 findings** (10%) hold no factor; coders' agreement is firm (alpha 0.91)."
    )
    assert quality.headline(1, 2, None) == (
        "**1 of 2 findings** holds no factor; none was coded by two people, so coders' agreement "
        "cannot be told."
    )
    assert quality.headline(0, 9, of(None)) == (
        "**All 9 findings** hold a factor; there are too few to tell how far coders agree."
    )
    assert quality.headline(0, 9, Agreement("", "", 9, 9, 9)).endswith(
        f"; how far coders agree is {quality.NOTHING_VARIES}."
    )
    assert quality.headline(0, 1, None).startswith("**The 1 finding** holds a factor;")
    assert quality.headline(0, 0, None) == "There is no finding."


@pytest.mark.parametrize(
    ("one", "said", "firmness"),
    [
        (of(None), "too few to tell", "too few to tell"),
        (of(1.0), "1.00 (interval: too few to tell)", "firm"),
        (of(0.8, 0.5, 1.0), "0.80 (95% interval 0.50 to 1.00)", "firm"),
        (of(0.799, 0.5, 0.9), "0.79 (95% interval 0.50 to 0.90)", "tentative"),
        (of(0.667, 0.5, 0.9), "0.667 (95% interval 0.50 to 0.90)", "tentative"),
        (of(0.6669, 0.5, 0.9), "0.666 (95% interval 0.50 to 0.90)", "not to be relied on"),
        (of(-0.1, -0.3, 0.2), "-0.10 (95% interval -0.30 to 0.20)", "not to be relied on"),
    ],
)
def test_alpha_is_never_told_as_more_than_it_is(one, said, firmness):
    assert quality.alpha(one) == said
    assert quality.firmness(one) == firmness


def test_the_board_is_asked_about_the_framework_and_about_unclear_factors():
    assert quality.does_it_fit(30, 90) == (
        "**30 of 90 findings** (33%) hold no factor: does the framework miss something that "
        "reviews find?"
    )
    assert quality.is_it_clear(of(0.45, 0.1, 0.8)) == (
        "**Tools** is a factor on which coders agree with an alpha of 0.45 (95% interval 0.10 to "
        "0.80): is it clear enough what belongs to it?"
    )


def test_how_many_factors_are_not_shown_is_said():
    assert [quality.left_out(n) for n in (-2, 0)] == ["", ""]
    assert quality.left_out(1) == "Not shown is 1 factor more that coders chose."
    assert quality.left_out(4) == "Not shown are 4 factors more that coders chose."


def test_where_nothing_varies_alpha_is_not_told_and_why_is_said():
    one = Agreement("a", "A", findings=9, chosen=9, agreed=9)
    assert quality.alpha(one) == quality.NOTHING_VARIES
    assert quality.firmness(one) == "not told"
    assert quality.NOTHING_VARIES in quality.double_coded(one, 20)
    few = Agreement("a", "A", findings=4, chosen=4, agreed=4)
    assert quality.alpha(few) == quality.firmness(few) == "too few to tell"
