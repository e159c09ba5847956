"""No text may hold what could find a person, and no message may show it."""

import pytest

TAKE_OUT = "Take it out: a person could be found by it."


def stated(statement: str) -> str:
    """Draw a table with the finding F1, which says this."""
    return f"finding_ref | review_ref | statement | appraisal \n F1 | R1 | {statement} | problem"


# 999 numbers are kept free for tests; no person bears one.
@pytest.mark.parametrize("number", ["9990000018", "999 000 0018", "999-000-0018", "NHS9990000018"])
def test_an_nhs_number_is_told_by_its_check_digit(said, number):
    problems = said(findings=stated(f"The number {number} was wrong."))
    place = 15 if number.startswith("NHS") else 12
    assert problems == [
        "error: findings.csv line 2, statement: holds what looks like an NHS number, "
        f"at character {place}. {TAKE_OUT}"
    ]


@pytest.mark.parametrize(
    "text", ["Call 9990000019.", "Call 01632 960 001.", "It cost 10000000000.", "No. 0000000000"]
)
def test_other_long_numbers_are_not_nhs_numbers(said, text):
    assert said(findings=stated(text)) == []


# The examples of the government's own guidance on how a postcode is made up.
@pytest.mark.parametrize("postcode", ["DN55 1PT", "DN551PT", "dn55 1pt", "EC1A 1BB", "B33 8TH"])
def test_a_full_postcode_is_found(said, postcode):
    assert said(findings=stated(f"The flat at {postcode} was cold.")) == [
        "error: findings.csv line 2, statement: holds what looks like a full postcode, "
        f"at character 13. {TAKE_OUT}"
    ]


@pytest.mark.parametrize(
    "text", ["Ward b2 1st floor.", "In the DN55 area.", "Not known: ZZ99 3WZ.", "In Q1 2024/25."]
)
def test_what_only_resembles_a_postcode_is_left(said, text):
    assert said(findings=stated(text)) == []


@pytest.mark.parametrize(
    "born",
    ["DOB 01/02/2010", "d.o.b.: 1.2.10", "born on 1 February 2010", "Date of birth 2010-02-01"],
)
def test_a_date_of_birth_is_found(said, born):
    assert said(findings=stated(f"Amy, {born}, was seen.")) == [
        "error: findings.csv line 2, statement: holds what looks like a date of birth, "
        f"at character 6. {TAKE_OUT}"
    ]


@pytest.mark.parametrize("text", ["Born in 2010.", "The birth was on a ward with 12 beds."])
def test_a_year_of_birth_is_left(said, text):
    assert said(findings=stated(text)) == []


def test_titles_quotations_attributes_and_plans_are_looked_at(said):
    there = "holds what looks like a full postcode, at character 1. " + TAKE_OUT
    assert said(
        reviews="review_ref | review_type | title \n R1 | SAR | DN55 1PT",
        review_attributes="review_ref | name | value \n R1 | place | DN55 1PT",
        findings="""
            finding_ref | review_ref | statement                   | appraisal | quotation
            F1          | R1         | Supervision did not happen. | problem   | DN55 1PT
        """,
        recommendations="recommendation_ref | review_ref | statement \n REC1 | R1 | DN55 1PT",
        actions="action_ref | recommendation_ref | statement \n A1 | REC1 | DN55 1PT",
    ) == [
        f"error: actions.csv line 2, statement: {there}",
        f"error: findings.csv line 2, quotation: {there}",
        f"error: recommendations.csv line 2, statement: {there}",
        f"error: review_attributes.csv line 2, value: {there}",
        f"error: reviews.csv line 2, title: {there}",
    ]
