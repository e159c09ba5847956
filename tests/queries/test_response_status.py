"""Response statuses: they belong to the review as a whole, and what is not recorded is no zero."""

import pytest

from tests.queries.asking import answer

COUNTS = "group_id status reviews_with reviews_recorded reviews_selected"
TABLES = {
    "reviews": """
        review_ref | board | published_on
        R1         | North | 2019-05-01
        R2         | North | 2019-06-01
        R3         | South | 2021-07-01
        R4         | South | 2021
        R5         | West  | 2021-08-01
    """,
    "review_agencies": """
        review_ref | agency  | involvement
        R1         | POL     | addressed
        R1         | LA-CSC  | addressed
        R1         | NHS-GP  | addressed
        R2         | POL     | addressed
        R2         | PRB     | no contact
        R3         | POL     | addressed
        R5         | LA-CSC  | addressed
    """,
    "review_attributes": """
        review_ref | name            | value
        R1         | response_status | partial
        R1         | replies_count   | 2
        R2         | response_status | overdue
        R2         | replies_count   | 0
        R4         | response_status | overdue
        R5         | status          | overdue
    """,
}


def test_a_review_whose_status_is_not_recorded_is_in_no_denominator(database):
    # R3 has no status, and an attribute of another name, as R5 has, is none
    assert answer(database(**TABLES), "response_status", COUNTS) == [
        (None, "partial", 1, 3, 5),
        (None, "overdue", 2, 3, 5),
    ]


def test_a_review_counts_once_however_many_agencies_were_written_to(database):
    found = answer(database(**TABLES), "response_status", COUNTS)
    assert sum(row[2] for row in found) == 3  # R1, which three agencies had, counts once


def test_by_agency_a_review_counts_for_each_and_a_status_that_it_does_not_have_is_0(database):
    found = answer(database(**TABLES), "response_status", COUNTS, by="agency")
    assert found == [
        # of R5 nothing is recorded, so that Children's social care has R1 alone
        ("LA-CSC", "partial", 1, 1, 2),
        ("LA-CSC", "overdue", 0, 1, 2),
        ("POL", "partial", 1, 2, 3),
        ("POL", "overdue", 1, 2, 3),
        ("NHS-GP", "partial", 1, 1, 1),
        ("NHS-GP", "overdue", 0, 1, 1),
    ]


def test_an_agency_without_contact_is_no_group(database):
    found = answer(database(**TABLES), "response_status", "group_id", by="agency")
    assert ("PRB",) not in found


def test_agencies_of_one_sector_count_once_for_a_review(database):
    tables = TABLES | {
        "review_agencies": """
            review_ref | agency  | involvement
            R1         | NHS-GP  | addressed
            R1         | NHS-ICB | addressed
        """
    }
    sector = {"by": "agency", "agencies_as": "sector"}
    assert answer(database(**tables), "response_status", COUNTS, **sector) == [
        ("health", "partial", 1, 1, 1),
        ("health", "overdue", 0, 1, 1),
    ]


def test_choosing_an_agency_keeps_the_reviews_in_which_it_was_involved(database):
    found = answer(database(**TABLES), "response_status", COUNTS, agencies=("LA-CSC",))
    assert found == [(None, "partial", 1, 1, 2), (None, "overdue", 0, 1, 2)]


def test_choosing_a_factor_changes_nothing(database):
    connection = database(**TABLES)
    everything = answer(connection, "response_status", COUNTS)
    assert answer(connection, "response_status", COUNTS, factors=("tools",)) == everything


def test_a_group_without_any_status_has_no_row(database):
    found = answer(database(**TABLES), "response_status", COUNTS, by="board")
    assert found == [
        ("North", "partial", 1, 2, 2),
        ("North", "overdue", 1, 2, 2),
        ("South", "partial", 0, 1, 2),
        ("South", "overdue", 1, 1, 2),
    ]


def test_a_period_between_two_with_a_status_is_there_and_its_status_is_not_recorded(database):
    columns = "period_from group_label status reviews_with reviews_recorded reviews_selected"
    years = {"by": "period", "period_kind": "calendar_year", "basis": "published"}
    found = answer(database(**TABLES), "response_status", columns, **years)
    assert [(str(row[0]), *row[1:]) for row in found if row[2] == "overdue"] == [
        ("2019-01-01", "2019", "overdue", 1, 2, 2),
        ("2020-01-01", "2020", "overdue", None, 0, 0),
        ("2021-01-01", "2021", "overdue", 1, 1, 3),
    ]


def test_a_date_that_is_too_coarse_falls_into_no_period(database):
    columns = "group_id group_label is_part_period status reviews_with reviews_recorded"
    quarters = {"by": "period", "period_kind": "calendar_quarter", "basis": "published"}
    found = answer(database(**TABLES), "response_status", columns, **quarters)
    assert found[-1] == (None, None, None, "overdue", 1, 1)  # R4, of 2021


def test_a_period_that_is_cut_is_marked_as_a_part(databases):
    connection = databases(one=TABLES | {"settings": "covers_from = 2019-02-01\n"})
    years = {"by": "period", "period_kind": "calendar_year", "basis": "published"}
    found = answer(connection, "response_status", "group_label is_part_period", **years)
    assert dict(found) == {"2019": True, "2020": False, "2021": False}


def test_an_agency_named_only_at_a_finding_has_no_denominator(database):
    tables = TABLES | {
        "findings": """
            finding_ref | review_ref | statement | appraisal
            F1          | R4         | First     | problem
        """,
        "finding_agencies": """
            finding_ref | agency
            F1          | LA-ASC
        """,
    }
    del tables["review_agencies"]  # with it, an agency that it does not name would be an error
    found = answer(database(**tables), "response_status", COUNTS, by="agency")
    assert found == [
        ("LA-ASC", "partial", 0, None, 1),
        ("LA-ASC", "overdue", 1, None, 1),
    ]


@pytest.mark.parametrize("by", [None, "agency", "period"])
def test_where_nothing_is_recorded_there_is_no_row(database, by):
    tables = {name: table for name, table in TABLES.items() if name != "review_attributes"}
    own = {"by": by, "period_kind": "calendar_year"}
    assert answer(database(**tables), "response_status", COUNTS, **own) == []


def test_a_status_that_no_codebook_knows_is_kept_as_the_source_spells_it(database):
    tables = TABLES | {
        "review_attributes": """
            review_ref | name            | value
            R1         | response_status | Sent on
            R2         | response_status | Overdue
        """
    }
    columns = "status label reviews"
    assert answer(database(**tables), "response_statuses", columns) == [
        ("overdue", "Overdue", 1),
        ("Sent on", "Sent on", 1),
    ]
    assert answer(database(**tables), "response_status", COUNTS) == [
        (None, "overdue", 1, 2, 5),
        (None, "Sent on", 1, 2, 5),
    ]


def test_the_statuses_of_the_codebook_are_defined_and_stand_in_its_order(database):
    found = answer(database(**TABLES), "response_statuses", "status definition")
    assert [status for status, _ in found] == ["partial", "overdue"]
    assert all(definition for _, definition in found)
