"""Agencies counted as named, as kinds of body or as sectors, and as those that took their place."""

import pytest

from tests.queries.asking import answer

COLUMNS = "group_id agencies reviews reviews_involved"
TABLES = {
    "reviews": """
        review_ref | published_on
        R1         | 2012
        R2         | 2020
        R3         | 2024
        R4         | 2024
    """,
    "review_agencies": """
        review_ref | agency  | involvement
        R1         | NHS-PCT | involved
        R2         | NHS-CCG | involved
        R2         | NHS-GP  | involved
        R3         | NHS-ICB | contributed
        R3         | POL-MET | involved
        R4         | POL     | involved
        R4         | POL-MET | no contact
    """,
}


def test_agencies_are_counted_as_they_are_named(database):
    found = answer(database(**TABLES), "agency_groups", COLUMNS)
    assert sorted(found) == [
        ("NHS-CCG", "Clinical commissioning group", 1, 1),
        ("NHS-GP", "Primary care", 1, 1),
        ("NHS-ICB", "Integrated care board", 1, 1),
        ("NHS-PCT", "Primary care trust", 1, 1),
        ("POL", "Police", 1, 1),
        ("POL-MET", "Metropolitan Police Service", 1, 1),
    ]


def test_an_agency_that_is_followed_counts_as_the_last_that_took_its_place(database):
    found = answer(database(**TABLES), "agency_groups", COLUMNS, follow_successors=True)
    trusts = "Clinical commissioning group; Integrated care board; Primary care trust"
    # the trust of R1 became the group of R2, and that the board of R3
    assert found[0] == ("NHS-ICB", trusts, 3, 3)


def test_a_named_body_counts_as_its_kind_and_not_as_a_name_for_what_is_not_known(database):
    found = answer(database(**TABLES), "agency_groups", COLUMNS, agencies_as="kind")
    assert found[0] == ("POL", "Metropolitan Police Service; Police", 2, 2)
    # Health (not specified) is wider than Primary care, and is no body
    assert ("NHS-GP", "Primary care", 1, 1) in found


def test_a_review_in_which_two_agencies_of_a_sector_were_involved_counts_once(database):
    found = answer(database(**TABLES), "agency_groups", COLUMNS, agencies_as="sector")
    assert [(group, reviews) for group, _, reviews, _ in found] == [("health", 3), ("police", 2)]


@pytest.mark.parametrize("agencies_as", ["named", "sector"])
def test_an_agency_named_only_at_a_finding_has_no_recorded_involvement(database, agencies_as):
    connection = database(
        reviews="""
            review_ref
            R1
        """,
        findings="""
            finding_ref | review_ref | statement | appraisal
            F1          | R1         | First     | problem
        """,
        finding_agencies="""
            finding_ref | agency
            F1          | POL
        """,
    )
    found = answer(connection, "agency_groups", COLUMNS, agencies_as=agencies_as)
    assert [(reviews, involved) for _, _, reviews, involved in found] == [(1, None)]
