"""At which agencies a factor is found, as a short list."""

import pytest

from dashboard.by_agency import AtAgency
from dashboard.sentences.briefing.found_at import alike, at_agency, at_others, found_at, listed_are

NAN = float("nan")


def cell(found: int, of: int | None, attribution: str = "coded") -> AtAgency:
    """Return the police's cell."""
    names, shares = ("tools", "Tools", "POL", "Police"), (NAN, NAN, NAN)
    return AtAgency(*names, attribution, found, of, *shares, 0, 0, NAN, "")


def test_agencies_of_the_same_review_are_never_said_to_be_where_it_was_found():
    assert found_at(3, "problem", "coded") == "It was found as a problem at 3 agencies."
    assert found_at(1, "neutral", "review") == "It was found in the same review as 1 agency."
    assert listed_are(3, 3, "coded") == "Out of the reviews in which each was involved:"
    assert listed_are(1, 1, "coded") == "Out of the reviews in which it was involved:"
    assert listed_are(9, 3, "review") == (
        "Those with the most reviews, out of the reviews in which each stands:"
    )


def test_where_no_agency_is_recorded_that_is_said():
    assert found_at(0, "problem", "") == "At which agencies it was found is not recorded."


def test_an_agency_is_told_with_its_denominator():
    assert at_agency(cell(12, 20)) == "**Police**: 12 of 20 (60%)"
    assert at_agency(cell(20, 20)) == "**Police**: 20 of 20 (100%)"
    assert at_agency(cell(1, 4)) == "**Police**: 1 of 4 (too few to tell)"
    assert at_agency(cell(2, None)) == (
        "**Police**: 2 reviews; in how many it was involved is not recorded"
    )


@pytest.mark.parametrize(
    ("agencies", "most", "said"),
    [
        (0, 0, ""),
        (1, 2, "1 other agency: 2 reviews"),
        (12, 1, "12 other agencies: 1 review each"),
        (12, 3, "12 other agencies: 3 reviews each at most"),
    ],
)
def test_the_agencies_that_are_not_listed_are_counted(agencies, most, said):
    assert at_others(agencies, most) == said


def test_agencies_that_tie_for_the_first_place_are_named_together():
    assert alike(["Police", "GP"], 1) == "**1 review each**: Police; GP"
    assert alike(["A"] * 10, 2) == f"**2 reviews each**: {'A; ' * 8}and 2 more"
