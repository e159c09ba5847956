"""What is said of where factors are found."""

from dashboard.by_agency import at_agencies, in_funnel, with_cells, with_points
from dashboard.sentences import factor_by_agency as sentences
from tests.dashboard.agencies_drawn import by_agency


def said(*rows: tuple, appraisal: str = "problem") -> str:
    """Answer "Where?" for some rows."""
    table = by_agency(*rows, appraisal=appraisal)
    cells = at_agencies(with_cells(table, appraisal, table["agency_id"].tolist()))
    return sentences.factor_by_agency(cells, appraisal)


def said_of_funnel(*rows: tuple, agencies_as: str = "named") -> str:
    """Answer for one factor."""
    table = with_points(by_agency(*rows), "problem", "Own team", rows[0][2])
    baseline = float(table["baseline"].iloc[0])
    return sentences.funnel(in_funnel(table), baseline, "Own team", "problem", agencies_as)


def test_the_cell_least_like_chance_comes_first_with_what_it_is_compared_with():
    assert said(
        ("Own team", "Police", "coded", 12, 20, 20, 200),
        ("Own team", "Health", "coded", 3, 100, 29, 120),
        ("Own team", "Justice", "coded", 17, 100, 15, 120),
    ) == (
        "**Own team** as a problem was found at **Police** in 12 of 20 reviews (60%; 95% interval "
        "39% to 78%) in which it was involved, more often than at the other agencies (20 of "
        "200). This can be told from chance. 1 other pair of factor and agency stands out too."
    )


def test_less_often_is_said_as_well():
    answer = said(("Own team", "Health", "coded", 0, 40, 100, 200), appraisal="strength")
    assert "**Own team** as a strength was found at **Health** in 0 of 40 reviews" in answer
    assert "less often than at the other agencies (100 of 200). This can be told" in answer


def test_no_cell_stands_out():
    assert said(
        ("Own team", "Police", "coded", 4, 20, 3, 20),
        ("Law", "Health", "coded", 3, 20, 4, 20),
    ) == (
        f"{sentences.NONE_STANDS_OUT} **Own team** as a problem was found at **Police** in "
        "4 of 20 reviews (20%; 95% interval 8% to 42%) in which it was involved, more than for "
        "any other pair of factor and agency."
    )


def test_as_many_elsewhere_is_not_hidden():
    answer = said(
        ("Own team", "Police", "coded", 4, 20, 3, 20), ("Law", "Health", "coded", 4, 25, 4, 20)
    )
    assert answer.endswith(
        "in which it was involved; 1 other pair of factor and agency has as many."
    )


def test_nothing_found_and_nothing_assessed_differ():
    none = said(("Own team", "Police", "coded", 0, 20, 0, 20))
    assert none.endswith("None of these factors was found as a problem at any of them.")
    not_assessed = said(("Own team", "Police", "coded", None, 0, None, 0))
    assert not_assessed.startswith("None of these factors was assessed")


def test_too_few_reviews_are_said_to_be_too_few():
    answer = said(("Own team", "Police", "coded", 3, 4, 0, 4))
    assert answer.startswith("Every agency shown was involved in fewer than 5 reviews: too few")


def test_without_denominators_there_is_no_share_and_no_comparison():
    answer = said(("Own team", "Police", "coded", 3, None, None, None))
    assert answer.startswith("**Own team** as a problem was found at **Police** in 3 reviews")
    assert "is not recorded" in answer
    assert "%" not in answer


def test_what_is_only_in_the_same_review_is_never_said_to_be_found_at():
    answer = said(("Falls", "Health", "review", 90, 100, 10, 100), appraisal="neutral")
    assert answer == (
        "**Falls** was found in the same review as **Health**, in 90 of 100 reviews (90%; 95% "
        "interval 83% to 94%) in which it stands, more often than in the reviews without it (10 of "
        "100). This can be told from chance."
    )


def test_a_funnel_within_its_limits_says_so():
    assert said_of_funnel(
        ("Own team", "Police", "coded", 3, 10, 0, 0), ("Own team", "Health", "coded", 4, 12, 0, 0)
    ) == (
        "**Own team** as a problem: none of the 2 agencies involved in 5 or more reviews lies "
        "beyond the 95% limits around 32%. With these numbers of reviews, how they differ cannot "
        "be told from chance."
    )


def test_a_funnel_names_who_lies_beyond_and_how_many_chance_would_put_there():
    answer = said_of_funnel(
        ("Own team", "Police", "coded", 18, 20, 0, 0),
        ("Own team", "Health", "coded", 10, 60, 0, 0),
        ("Own team", "Justice", "coded", 4, 12, 0, 0),
        agencies_as="sector",
    )
    assert answer == (
        "**Own team** as a problem: 2 of the 3 sectors involved in 5 or more reviews lie beyond "
        "the 95% limits around 35%, 1 of them beyond the 99.8% limits: **Police**. By chance alone "
        "about 1 would lie there."
    )


def test_a_funnel_of_few_reviews_says_that_they_are_too_few():
    answer = said_of_funnel(("Own team", "Police", "coded", 3, 4, 0, 0))
    assert answer == (
        "**Own team** as a problem: no agency was involved in 5 reviews or more, too few to tell "
        "whether agencies differ."
    )


def test_the_funnel_of_agencies_known_only_from_the_review_says_so_first_and_of_no_involvement():
    answer = said_of_funnel(
        ("Own team", "Police", "review", 18, 20, 0, 0),
        ("Own team", "Health", "review", 10, 60, 0, 0),
    )
    assert answer.startswith(
        "In the same review: **Own team** as a problem: 2 of the 2 agencies that stand in 5 or "
        "more reviews lie beyond"
    )
    few = said_of_funnel(("Own team", "Police", "review", 3, 4, 0, 0))
    assert few.startswith("In the same review: **Own team** as a problem: no agency stands in 5")


def test_how_many_are_not_shown():
    assert sentences.not_shown(0, "named") == ""
    assert sentences.not_shown(1, "sector") == (
        "1 sector in fewer reviews is not shown, and not tested."
    )
    assert sentences.not_shown(456, "named").startswith("456 agencies in fewer reviews are not")
