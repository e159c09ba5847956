"""One review in words."""

from datetime import date

import pytest

from dashboard.recurrence import Recurrence
from dashboard.sentences.briefing.one_review import (
    agencies,
    among,
    fact,
    recurring,
    recurs,
    what_it_is,
    when_it_was,
)

MARCH, YEAR = (date(2020, 3, 1), "month"), (date(2018, 1, 1), "year")
OUT = (date(2021, 5, 4), "day")


def found(factor: str, reviews: int, of: int = 20) -> Recurrence:
    """Return a factor found as a problem."""
    return Recurrence(factor, factor.capitalize(), "", "", "problem", reviews, of, 0, 0, 0)


def test_a_review_is_named_with_its_type_once():
    assert what_it_is("SAR of Adult V", "R1", "SAR", "North") == "**SAR of Adult V** (R1): North."
    assert what_it_is("", "R-1", "Homicide review", "") == "**R-1**: Homicide review."
    assert what_it_is("", "R1", "", "") == "**R1**."


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ((YEAR, MARCH, None), "The practice reviewed ran from 2018 to March 2020."),
        ((YEAR, None, None), "The practice reviewed began in 2018; its end is not recorded."),
        ((None, OUT, None), "The practice reviewed ended on 4 May 2021; its beginning is not "),
        ((None, None, MARCH), "The incident was in March 2020; the period of practice is not "),
        ((None, None, None), "When the practice took place is not recorded."),
    ],
)
def test_practice_is_told_as_precisely_as_it_is_known(dates, said):
    began, ended, incident = dates
    out = when_it_was(began, ended, incident, OUT)
    assert out.startswith(said)
    assert out.endswith("The review came out on 4 May 2021.")
    not_out = when_it_was(began, ended, incident, None)
    assert not_out.endswith("When the review came out is not recorded.")


def test_a_review_stands_among_those_selected():
    assert among(1, "Q1", is_new=True) == "It is the only selected review up to the end of Q1."
    assert among(9, "Q1", is_new=True) == (
        "It is one of 9 selected reviews up to the end of Q1, and new in that quarter."
    )
    assert among(9, "Q1", is_new=False).endswith("up to the end of Q1.")


def test_what_the_source_says_is_printed_in_words():
    assert fact("abuse type", "self-neglect") == "**Abuse type**: self-neglect"
    assert fact("multiple_victims", "False") == "**Multiple victims**: no"
    assert fact("cause", "not_known") == "**Cause**: not known"


def test_agencies_stand_by_how_they_had_to_do_with_the_review():
    drawn = [("School", "contributed"), ("Police", "involved"), ("GP", "involved")]
    assert agencies(drawn, most=8) == ["**Involved**: Police; GP", "**Contributed**: School"]
    assert agencies(drawn, most=1)[0] == "**Involved**: Police; and 1 more"
    assert agencies([], most=8) == []


@pytest.mark.parametrize(
    ("reviews", "said"),
    [
        ((), "No factor of the framework was found in this review."),
        ((1,), "Its one factor is found in no other selected review."),
        ((2,), "Its one factor is found in other selected reviews too."),
        ((1, 1), "None of its 2 factors is found in any other selected review."),
        ((2, 2), "Both its factors are found in other selected reviews too."),
        ((3, 1), "1 of its 2 factors is found in other selected reviews too."),
        ((3, 3, 2), "All its 3 factors are found in other selected reviews too."),
    ],
)
def test_a_factor_found_in_this_review_alone_does_not_recur(reviews, said):
    rows = [found(f"factor {place}", number) for place, number in enumerate(reviews)]
    assert recurring(rows) == said


def test_a_factor_of_a_review_is_told_with_its_denominator():
    assert recurs(found("tools", 14)) == "**Tools** as a problem: 14 of 20 (70%)"
    assert recurs(found("tools", 1, 4)).endswith("1 of 4 (too few to tell)")
    assert recurs(found("tools", 0, 0)).endswith("not assessed")


def test_codes_of_our_own_are_said_in_words():
    assert fact("About", "both") == "**About**: children and adults"
    assert fact("About", "child") == "**About**: children"
    assert fact("Outcome", "none") == "**Outcome**: none, as the source says"
    assert fact("Outcome", "serious harm") == "**Outcome**: serious harm"
    assert fact("Method", "both") == "**Method**: both"
