"""The counting rules of accounts: whose account a finding rests on, and what is not recorded."""

from queries.selection import NONE
from tests.queries.asking import answer

COUNTS = "perspective reviews_with reviews_assessed findings"

# In R1 two practitioners and a manager speak of the tools; in R2 nobody is named; R3 is silent.
ACCOUNTS = {
    "reviews": """
        review_ref
        R1
        R2
        R3
    """,
    "findings": """
        finding_ref | review_ref | statement | appraisal | perspective
        F1          | R1         | First     | problem   | practitioner
        F2          | R1         | Second    | problem   | practitioner
        F3          | R1         | Third     | problem   | manager
        F4          | R2         | Fourth    | problem   |
        F5          | R2         | Fifth     | problem   | family
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | tools
        F2          | tools
        F3          | tools
        F4          | tools
        F5          | law
    """,
}


def test_a_review_counts_once_for_each_account_that_holds_the_factor(database):
    found = answer(database(**ACCOUNTS), "factor_by_perspective", COUNTS, factors=("tools",))
    assert found == [
        ("practitioner", 1, 3, 2),  # R1, by F1 and F2
        ("manager", 1, 3, 1),  # R1 again
        ("family", 0, 3, 0),  # this account speaks of the law only
        (None, 1, 3, 1),  # R2: whose account F4 rests on is not recorded
    ]


def test_an_account_that_the_sources_never_record_is_no_row_and_not_recorded_always_is(database):
    connection = database(
        reviews="""
            review_ref
            R1
        """,
        findings="""
            finding_ref | review_ref | statement | appraisal
            F1          | R1         | First     | problem
        """,
        finding_factors="""
            finding_ref | factor
            F1          | tools
        """,
    )
    found = answer(connection, "factor_by_perspective", COUNTS, factors=("tools",))
    assert found == [(None, 1, 1, 1)]


def test_choosing_an_account_never_changes_a_denominator(database):
    found = answer(
        database(**ACCOUNTS), "factor_by_perspective", COUNTS,
        factors=("tools",), perspectives=("manager",),
    )  # fmt: skip
    assert found == [("manager", 1, 3, 1)]


def test_an_account_that_is_not_recorded_is_chosen_as_any_other(database):
    connection = database(**ACCOUNTS)
    chosen = {"factors": ("tools",), "perspectives": (NONE,)}
    assert answer(connection, "factor_by_perspective", COUNTS, **chosen) == [(None, 1, 3, 1)]
    assert answer(connection, "findings", "finding_ref", **chosen) == [("F4",)]


def test_a_factor_that_did_not_exist_then_has_no_zero_in_any_account(database):
    found = answer(database(**ACCOUNTS), "factor_by_perspective", COUNTS, factors=("since_2015",))
    assert found == [
        ("practitioner", None, 0, None),
        ("manager", None, 0, None),
        ("family", None, 0, None),
        (None, None, 0, None),
    ]


def test_the_list_behind_an_account_adds_up_to_its_number(database):
    behind = answer(
        database(**ACCOUNTS), "findings_count", "reviews findings",
        factors=("tools",), perspectives=("practitioner",),
    )  # fmt: skip
    assert behind == [(1, 2)]


def test_a_finding_with_two_factors_is_one_finding_of_its_account(database):
    connection = database(
        reviews=ACCOUNTS["reviews"],
        findings=ACCOUNTS["findings"],
        finding_factors=ACCOUNTS["finding_factors"] + "F1 | law",
    )
    columns = "perspective reviews_with findings reviews_found findings_found"
    assert answer(connection, "perspectives", columns) == [
        ("practitioner", 1, 2, 2, 5),  # F1 and F2, though F1 holds two factors
        ("manager", 1, 1, 2, 5),
        ("family", 1, 1, 2, 5),
        (None, 1, 1, 2, 5),
    ]


def test_a_source_that_records_no_account_is_in_the_denominator_of_none(databases):
    bare = "finding_ref | review_ref | statement | appraisal\nF1 | R1 | First | problem"
    coded = "finding_ref | factor\nF1 | tools"
    without = {"reviews": "review_ref\nR1\nR2", "findings": bare, "finding_factors": coded}
    together = databases(with_accounts=ACCOUNTS, without=without)
    found = answer(
        together,
        "factor_by_perspective",
        COUNTS,
        sources=("with_accounts", "without"),
        factors=("tools",),
    )
    assert found == [
        ("practitioner", 1, 3, 2),
        ("manager", 1, 3, 1),
        ("family", 0, 3, 0),  # not of 5: nobody wrote down whose account was heard in the two
        (None, 2, 5, 2),
    ]
