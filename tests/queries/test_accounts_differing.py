"""What it means, and does not mean, that accounts of one factor differ."""

import pytest

from tests.queries.asking import answer

COLUMNS = "review_ref is_differing accounts_problem accounts_strength accounts_both findings"


def accounts(*said: tuple[str, str]) -> dict[str, str]:
    """Draw one review in which accounts hold one factor: pairs of account and appraisal."""
    findings = "finding_ref | review_ref | statement | appraisal | perspective"
    factors = "finding_ref | factor"
    for number, (account, appraisal) in enumerate(said, start=1):
        findings += f"\nF{number} | R1 | Said {number} | {appraisal} | {account}"
        factors += f"\nF{number} | tools"
    return {"reviews": "review_ref\nR1", "findings": findings, "finding_factors": factors}


def test_a_problem_in_one_account_and_a_strength_in_another_differ(database):
    connection = database(
        **accounts(("practitioner", "problem"), ("record", "problem"), ("manager", "strength"))
    )
    assert answer(connection, "accounts_differing", COLUMNS) == [
        ("R1", True, "Practitioner; Record", "Manager", None, 3)
    ]


def test_accounts_that_agree_are_compared_and_do_not_differ(database):
    connection = database(**accounts(("practitioner", "problem"), ("manager", "problem")))
    assert answer(connection, "accounts_differing", COLUMNS) == [
        ("R1", False, "Practitioner; Manager", None, None, 2)
    ]


@pytest.mark.parametrize(
    "said",
    [
        # a mixed finding holds both, and so contradicts neither
        (("practitioner", "mixed"), ("manager", "strength")),
        # an account that holds a problem and a strength is as mixed
        (("practitioner", "problem"), ("practitioner", "strength"), ("manager", "strength")),
        # both accounts hold both
        (("family", "mixed"), ("record", "problem"), ("record", "strength")),
    ],
)
def test_an_account_that_holds_both_differs_from_none(database, said):
    [(_, is_differing, _, _, both, _)] = answer(
        database(**accounts(*said)), "accounts_differing", COLUMNS
    )
    assert not is_differing
    assert both


@pytest.mark.parametrize(
    "said",
    [
        # one account is divided in itself; no other is there to differ
        (("manager", "problem"), ("manager", "strength")),
        # a neutral finding judges nothing
        (("practitioner", "neutral"), ("manager", "strength")),
        # whose account it is is not recorded: it may be the same
        (("", "problem"), ("manager", "strength")),
        # the other accounts are silent
        (("family", "problem"),),
    ],
)
def test_what_no_second_account_appraises_is_not_compared(database, said):
    assert answer(database(**accounts(*said)), "accounts_differing", COLUMNS) == []


def test_a_neutral_finding_beside_a_judgement_leaves_the_account_as_it_judges(database):
    connection = database(
        **accounts(("family", "neutral"), ("family", "problem"), ("record", "strength"))
    )
    assert answer(connection, "accounts_differing", COLUMNS) == [
        ("R1", True, "Family", "Record", None, 2)
    ]


def test_different_factors_of_one_review_are_not_set_against_each_other(database):
    connection = database(
        reviews="""
            review_ref
            R1
        """,
        findings="""
            finding_ref | review_ref | statement | appraisal | perspective
            F1          | R1         | First     | problem   | practitioner
            F2          | R1         | Second    | strength  | manager
        """,
        finding_factors="""
            finding_ref | factor
            F1          | tools
            F2          | law
        """,
    )
    assert answer(connection, "accounts_differing", COLUMNS) == []


def test_a_review_counts_once_however_many_of_its_factors_differ(database):
    connection = database(
        reviews="""
            review_ref
            R1
            R2
            R3
        """,
        findings="""
            finding_ref | review_ref | statement | appraisal | perspective
            F1          | R1         | First     | problem   | practitioner
            F2          | R1         | Second    | strength  | manager
            F3          | R2         | Third     | problem   | family
            F4          | R2         | Fourth    | problem   | record
            F5          | R3         | Fifth     | problem   | record
        """,
        finding_factors="""
            finding_ref | factor
            F1          | tools
            F1          | law
            F2          | tools
            F2          | law
            F3          | tools
            F4          | tools
            F5          | tools
        """,
    )
    columns = "review_ref factor_id is_differing reviews_differing reviews_compared"
    assert answer(connection, "accounts_differing", columns) == [
        ("R1", "tools", True, 1, 2),
        ("R1", "law", True, 1, 2),
        ("R2", "tools", False, 1, 2),  # R3 has one account only, so there is nothing to compare
    ]
