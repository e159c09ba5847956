"""The counting rules of agencies: who was involved, and where something was found."""

import pytest

from tests.conftest import SETTINGS
from tests.queries.asking import answer

COUNTS = "agency_id reviews_with reviews_assessed"

# The police were involved in R1 and R2, and tools were found at them in R1; the GP was involved in
# all three, and nothing was found at the GP; probation had no contact.
INVOLVED = {
    "reviews": """
        review_ref
        R1
        R2
        R3
    """,
    "review_agencies": """
        review_ref | agency | involvement
        R1         | POL    |
        R2         | POL    | contributed
        R1         | NHS-GP | involved
        R2         | NHS-GP | involved
        R3         | NHS-GP | addressed
        R3         | PRB    | no contact
    """,
    "findings": """
        finding_ref | review_ref | statement | appraisal
        F1          | R1         | First     | problem
        F2          | R1         | Second    | problem
        F3          | R3         | Third     | problem
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | tools
        F2          | tools
        F3          | tools
    """,
    "finding_agencies": """
        finding_ref | agency
        F1          | POL
        F2          | POL
    """,
}


def test_the_denominator_of_an_agency_is_every_review_in_which_it_was_involved(database):
    found = answer(database(**INVOLVED), "factor_by_agency", COUNTS, factors=("tools",))
    assert found == [("POL", 1, 2), ("NHS-GP", 0, 3)]


def test_choosing_an_agency_selects_the_reviews_in_which_it_was_involved(database):
    connection = database(**INVOLVED)
    assert answer(connection, "reviews", "review_ref", agencies=("POL",)) == [("R1",), ("R2",)]
    found = answer(
        connection, "factor_recurrence", "reviews_with reviews_assessed",
        agencies=("NHS-GP",), factors=("tools",),
    )  # fmt: skip
    assert found == [(2, 3)]  # R1 and R3, though nothing was found at the GP in either


def test_no_contact_is_not_involvement(database):
    connection = database(**INVOLVED)
    assert answer(connection, "reviews", "review_ref", agencies=("PRB",)) == []
    every = answer(connection, "factor_by_agency", "agency_id", factors=("tools",))
    assert every == [("POL",), ("NHS-GP",)]
    assert answer(connection, "coverage", "agencies") == [(2,)]


def test_a_factor_that_did_not_exist_then_has_no_zero_at_an_agency(database):
    found = answer(database(**INVOLVED), "factor_by_agency", COUNTS, factors=("since_2015",))
    assert found == [("NHS-GP", None, 0), ("POL", None, 0)]


def test_an_agency_named_twice_took_part_once_and_in_the_fuller_way(database):
    connection = database(
        reviews="""
            review_ref
            R1
        """,
        review_agencies="""
            review_ref | agency | involvement
            R1         | POL    | no contact
            R1         | Police | contributed
        """,
        findings="""
            finding_ref | review_ref | statement | appraisal
            F1          | R1         | First     | problem
        """,
        finding_factors="""
            finding_ref | factor
            F1          | tools
        """,
        finding_agencies="""
            finding_ref | agency
            F1          | POL
            F1          | Police
        """,
    )
    found = answer(connection, "factor_by_agency", COUNTS, factors=("tools",))
    assert found == [("POL", 1, 1)]
    assert answer(connection, "findings", "found_at") == [("Police",)]
    columns = "agency_id involvement findings_at"
    assert answer(connection, "review_agencies", columns, review="R1") == [
        ("POL", "contributed", 1)
    ]


def test_a_finding_that_only_affected_an_agency_is_not_found_at_it(database):
    connection = database(
        reviews="""
            review_ref
            R1
        """,
        review_agencies="""
            review_ref | agency
            R1         | POL
            R1         | NHS-GP
        """,
        findings="""
            finding_ref | review_ref | statement          | appraisal
            F1          | R1         | Referrals unheeded | problem
        """,
        finding_factors="""
            finding_ref | factor
            F1          | tools
        """,
        finding_agencies="""
            finding_ref | agency | role
            F1          | NHS-GP | locus
            F1          | POL    | affected
        """,
    )
    found = answer(connection, "factor_by_agency", COUNTS, factors=("tools",))
    assert found == [("NHS-GP", 1, 1), ("POL", 0, 1)]
    assert answer(connection, "findings", "found_at") == [("Primary care",)]
    assert answer(connection, "findings", "finding_ref", found_at="POL") == []
    assert answer(connection, "findings_count", "reviews", found_at="POL") == [(0,)]
    columns = "agency_id findings_at"
    assert answer(connection, "review_agencies", columns, review="R1") == [
        ("POL", 0),
        ("NHS-GP", 1),
    ]
    columns = "finding_ref found_at"
    assert answer(connection, "review_findings", columns, review="R1") == [("F1", "Primary care")]


def test_an_agency_known_only_from_the_review_is_in_the_same_review_never_found_at(database):
    connection = database(settings=SETTINGS + 'attribution = "review"', **INVOLVED)
    columns = "agency_id attribution reviews_with reviews_assessed"
    found = answer(connection, "factor_by_agency", columns, factors=("tools",))
    assert found == [("NHS-GP", "review", 2, 3), ("POL", "review", 1, 2)]
    assert set(answer(connection, "findings", "attribution")) == {("review",)}
    columns = "agency_id findings_at"
    assert answer(connection, "review_agencies", columns, review="R1") == [
        ("POL", 0),
        ("NHS-GP", 0),
    ]


def test_coded_and_same_review_are_counted_apart(databases):
    together = databases(coded=INVOLVED, same={"settings": 'attribution = "review"', **INVOLVED})
    columns = "agency_id attribution reviews_with reviews_assessed"
    chosen = {"sources": ("coded", "same"), "factors": ("tools",)}
    assert answer(together, "factor_by_agency", columns, **chosen) == [
        ("NHS-GP", "review", 2, 3),
        ("POL", "coded", 1, 2),
        ("POL", "review", 1, 2),
        ("NHS-GP", "coded", 0, 3),
    ]


# One sheet; its reviews R1 and R2 name the police only where something was found at them.
FLAT = """
    review_ref | finding | factor      | appraisal | agency
    R1         | First   | tools       | problem   | Police
    R1         | Second  | supervision | problem   |
    R2         | Third   | supervision | problem   | Police
    R3         | Fourth  | tools       | problem   |
"""


@pytest.mark.parametrize(
    "tables",
    [
        {"coded": FLAT},
        {
            "reviews": INVOLVED["reviews"],
            "findings": """
                finding_ref | review_ref | statement | appraisal
                F1          | R1         | First     | problem
                F2          | R1         | Second    | problem
                F3          | R2         | Third     | problem
                F4          | R3         | Fourth    | problem
            """,
            "finding_factors": """
                finding_ref | factor
                F1          | tools
                F2          | supervision
                F3          | supervision
                F4          | tools
            """,
            "finding_agencies": """
                finding_ref | agency
                F1          | POL
                F3          | POL
            """,
        },
    ],
    ids=["one flat sheet", "canonical files"],
)
def test_where_involvement_is_not_recorded_an_agency_has_no_denominator(database, tables):
    connection = database(**tables)
    found = answer(connection, "factor_by_agency", COUNTS, factors=("tools", "law"))
    assert found == [("POL", 1, None), ("POL", 0, None)]
    assert answer(connection, "reviews", "review_ref", agencies=("POL",)) == [("R1",), ("R2",)]


def test_a_factor_not_assessed_is_blank_where_involvement_is_not_recorded_too(database):
    connection = database(coded=FLAT)
    found = answer(connection, "factor_by_agency", COUNTS, factors=("since_2015",))
    assert found == [("POL", None, None)]


def test_a_flat_sheet_that_says_who_was_involved_has_denominators(database):
    connection = database(
        coded="""
            review_ref | finding | factor | appraisal | agency | agencies involved
            R1         | First   | tools  | problem   | Police | Police; Primary care
            R2         | Second  | tools  | problem   |        | Police
        """
    )
    found = answer(connection, "factor_by_agency", COUNTS, factors=("tools",))
    assert found == [("POL", 1, 2), ("NHS-GP", 0, 1)]


def test_one_review_without_recorded_involvement_is_enough_for_no_denominator(databases):
    together = databases(
        one={"coded": FLAT},
        two={name: text for name, text in INVOLVED.items() if name != "finding_agencies"},
    )
    chosen = {"factors": ("tools",), "agencies": ("POL",)}
    columns = "agency_id reviews_with reviews_assessed"
    found = answer(together, "factor_by_agency", columns, sources=("one", "two"), **chosen)
    assert found == [("POL", 1, None), ("NHS-GP", 0, 2)]
    assert answer(together, "factor_by_agency", columns, sources=("two",), **chosen) == [
        ("NHS-GP", 0, 2),
        ("POL", 0, 2),
    ]


# A primary care trust, the group that took its place and the board that took the group's, each in a
# review of its own; and two bodies of the police in one review.
GROUPED = {
    "reviews": """
        review_ref
        R1
        R2
        R3
        R4
    """,
    "review_agencies": """
        review_ref | agency
        R1         | NHS-PCT
        R2         | NHS-CCG
        R3         | NHS-ICB
        R4         | POL
        R4         | POL-MET
        R4         | NHS-GP
    """,
    "findings": """
        finding_ref | review_ref | statement | appraisal
        F1          | R1         | First     | problem
        F2          | R3         | Second    | problem
        F3          | R4         | Third     | problem
        F4          | R4         | Fourth    | problem
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | tools
        F2          | tools
        F3          | tools
        F4          | tools
    """,
    "finding_agencies": """
        finding_ref | agency
        F1          | NHS-PCT
        F2          | NHS-ICB
        F3          | POL
        F4          | POL-MET
    """,
}


def test_agencies_counted_as_sectors_are_counted_by_reviews_not_by_agencies(database):
    columns = "agency_id agency_label sector reviews_with reviews_assessed"
    found = answer(
        database(**GROUPED), "factor_by_agency", columns, factors=("tools",), agencies_as="sector"
    )
    assert found == [
        ("health", "Health", "health", 2, 4),  # R1 and R3, of all four
        ("police", "Police", "police", 1, 1),
    ]


def test_a_review_with_two_agencies_of_a_group_counts_once_above_and_below_the_line(database):
    found = answer(
        database(**GROUPED), "factor_by_agency", COUNTS, factors=("tools",), agencies_as="kind"
    )
    assert ("POL", 1, 1) in found
    assert "POL-MET" not in {agency for agency, _, _ in found}


def test_an_agency_counts_as_the_last_that_took_its_place_where_that_is_followed(database):
    chosen = {"factors": ("tools",), "agencies": ("NHS-PCT", "NHS-CCG", "NHS-ICB")}
    connection = database(**GROUPED)
    apart = answer(connection, "factor_by_agency", COUNTS, **chosen)
    assert apart == [("NHS-ICB", 1, 1), ("NHS-PCT", 1, 1), ("NHS-CCG", 0, 1)]
    # the trust of R1 became the group of R2, and that the board of R3
    columns = "agency_id agency_label reviews_with reviews_assessed"
    followed = answer(connection, "factor_by_agency", columns, **chosen, follow_successors=True)
    assert followed == [("NHS-ICB", "Integrated care board", 2, 3)]


def test_the_list_behind_a_group_adds_up_to_its_number(database):
    connection = database(**GROUPED)
    ways = ({"agencies_as": "sector"}, {"agencies_as": "kind"}, {"follow_successors": True})
    for counted_as in ways:
        numbers = answer(
            connection, "factor_by_agency", "agency_id reviews_with",
            factors=("tools",), **counted_as,
        )  # fmt: skip
        assert numbers
        for group, reviews_with in numbers:
            listed = answer(
                connection, "findings_count", "reviews",
                factors=("tools",), found_at=group, **counted_as,
            )  # fmt: skip
            assert listed == [(reviews_with,)]


ELSEWHERE = "agency_id reviews_with_elsewhere reviews_assessed_elsewhere"


def test_what_is_found_at_an_agency_is_compared_with_the_other_agencies(database):
    found = answer(database(**INVOLVED), "factor_by_agency", ELSEWHERE, factors=("tools",))
    # at the police in 1 of 2 reviews, at the GP in none of 3: the one is compared with the other
    assert found == [("POL", 0, 3), ("NHS-GP", 1, 2)]


def test_the_other_agencies_are_the_other_groups_where_agencies_count_as_groups(database):
    found = answer(
        database(**GROUPED), "factor_by_agency", ELSEWHERE, factors=("tools",), agencies_as="sector"
    )
    assert found == [("health", 1, 1), ("police", 2, 4)]


def test_what_is_in_the_same_review_is_compared_with_the_reviews_of_others(database):
    tables = dict(INVOLVED)
    # nobody knows who was involved in R4: it is neither a review of the police nor one without
    tables["reviews"] += "R4\n"
    tables["findings"] += "        F4          | R4         | Fourth    | problem\n"
    tables["finding_factors"] += "        F4          | tools\n"
    connection = database(settings=SETTINGS + 'attribution = "review"', **tables)
    found = answer(connection, "factor_by_agency", ELSEWHERE, factors=("tools",))
    # R3 stands against the police of R1 and R2, with tools; the GP was involved in all three
    assert found == [("NHS-GP", None, 0), ("POL", 1, 1)]


def test_there_is_nothing_to_compare_with_where_involvement_is_not_recorded(database):
    found = answer(database(coded=FLAT), "factor_by_agency", ELSEWHERE, factors=("tools",))
    assert found == [("POL", None, None)]


def test_an_agency_without_a_denominator_is_no_elsewhere_for_another(databases):
    together = databases(
        one={"coded": FLAT},
        two={name: text for name, text in INVOLVED.items() if name != "finding_agencies"},
    )
    found = answer(
        together, "factor_by_agency", ELSEWHERE, sources=("one", "two"), factors=("tools",)
    )
    assert ("NHS-GP", None, 0) in found
    assert ("POL", None, None) in found
