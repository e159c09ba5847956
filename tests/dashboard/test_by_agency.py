"""What is estimated of factors at agencies, and what a cell knows of itself."""

import pytest

from dashboard.by_agency import at_agencies, in_funnel, with_cells, with_points
from tests.dashboard.agencies_drawn import by_agency

ROWS = by_agency(
    ("Own team", "Police", "coded", 18, 20, 20, 200),
    ("Own team", "Health", "coded", 2, 40, 36, 180),
    ("Own team", "Housing", "coded", 1, 4, 37, 216),
    ("Own team", "Schools", "coded", 3, None, None, None),
    ("Law", "Police", "coded", None, 0, None, 30),
    ("Law", "Health", "coded", 0, 30, 0, 0),
)


def cells(*agencies: str) -> dict:
    """Return the cells of some agencies by factor and agency."""
    found = at_agencies(with_cells(ROWS, "problem", agencies))
    return {(cell.label, cell.agency_label): cell for cell in found}


def test_the_four_marks_are_kept_apart():
    every = cells("Police", "Health", "Housing", "Schools")
    none = every["Law", "Health"]
    assert (none.is_assessed, none.is_recorded, none.is_told, none.share) == (True, True, True, 0)
    not_assessed = every["Law", "Police"]
    assert (not_assessed.is_assessed, not_assessed.is_told) == (False, False)
    not_recorded = every["Own team", "Schools"]
    assert (not_recorded.is_assessed, not_recorded.is_recorded) == (True, False)
    assert not not_recorded.is_told
    few = every["Own team", "Housing"]
    assert (few.is_recorded, few.is_told) == (True, False)


def test_only_the_cells_shown_are_tested_and_all_of_them_together():
    assert set(cells("Police")) == {("Own team", "Police"), ("Law", "Police")}
    alone = cells("Police")["Own team", "Police"].q_value
    beside = cells("Police", "Health")["Own team", "Police"].q_value
    # of two tested cells the one that is least like chance counts for two
    assert beside == pytest.approx(2 * alone)


def test_a_cell_stands_out_as_more_or_less():
    every = cells("Police", "Health", "Housing", "Schools")
    assert every["Own team", "Police"].stands_out == "more"
    assert every["Own team", "Health"].stands_out == "less"
    assert every["Own team", "Housing"].stands_out == ""


def test_another_appraisal_is_another_number():
    assert at_agencies(with_cells(ROWS, "strength", ["Police"])) == []


def test_a_funnel_holds_one_factor_and_never_flags_an_agency_of_few_reviews():
    points = in_funnel(with_points(ROWS, "problem", "Own team", "coded"))
    places = {point.cell.agency_label: point.funnel for point in points}
    assert places == {
        "Police": "high_998",
        "Health": "low_998",
        "Housing": "too few",
        "Schools": "",
    }
    far = [point.cell.agency_label for point in points if point.is_far_outside]
    assert far == ["Police", "Health"]


def test_a_funnel_does_not_mix_what_is_coded_with_what_is_in_the_same_review():
    mixed = by_agency(
        ("Own team", "Police", "coded", 1, 9, 0, 9),
        ("Own team", "Police", "review", 9, 90, 1, 9),
    )
    [point] = in_funnel(with_points(mixed, "problem", "Own team", "review"))
    assert point.cell.reviews_assessed == 90
