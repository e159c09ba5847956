"""The counting rules of double coding: one finding, however many coders."""

from tests.queries.asking import answer

TWO_REVIEWS = {
    "reviews": """
        review_ref
        R1
        R2
    """,
    "findings": """
        finding_ref | review_ref | statement | appraisal
        F1          | R1         | First     | problem
        F2          | R2         | Second    | problem
    """,
}
CODED = "factor_id reviews_with findings"
AGREEMENT = "finding_ref factor_id coders coders_agreeing is_consensus"


def test_a_double_coded_finding_counts_once(database):
    connection = database(
        **TWO_REVIEWS,
        finding_factors="""
            finding_ref | factor | coder
            F1          | tools  | A
            F1          | tools  | B
        """,
    )
    assert answer(connection, "factor_recurrence", CODED, factors=("tools",)) == [("tools", 1, 1)]
    assert answer(connection, "findings", AGREEMENT) == [("F1", "tools", 2, 2, False)]
    assert answer(connection, "findings_count", "reviews findings codings") == [(1, 1, 1)]


def test_without_consensus_what_any_coder_found_counts_and_the_agreement_is_shown(database):
    connection = database(
        **TWO_REVIEWS,
        finding_factors="""
            finding_ref | factor      | coder
            F1          | tools       | A
            F1          | supervision | A
            F1          | tools       | B
            F2          | law         | B
        """,
    )
    found = answer(connection, "factor_recurrence", CODED, layers=("front-line", "national"))
    assert found[:3] == [("tools", 1, 1), ("supervision", 1, 1), ("law", 1, 1)]
    assert answer(connection, "findings", AGREEMENT) == [
        ("F1", "tools", 2, 2, False),
        ("F1", "supervision", 2, 1, False),
        ("F2", "law", 1, 1, False),
    ]


def test_the_consensus_decides_where_there_is_one(database):
    connection = database(
        **TWO_REVIEWS,
        finding_factors="""
            finding_ref | factor      | coder   | is_consensus
            F1          | tools       | A       |
            F1          | supervision | B       |
            F1          | supervision | A and B | yes
            F2          | tools       | A       |
        """,
    )
    found = answer(connection, "factor_recurrence", CODED, factors=("tools", "supervision"))
    assert found == [("tools", 1, 1), ("supervision", 1, 1)]
    assert answer(connection, "coverage", "codings findings_uncoded") == [(2, 0)]
    assert answer(connection, "findings", AGREEMENT) == [
        ("F1", "supervision", 2, 1, True),
        ("F2", "tools", 1, 1, False),
    ]


def test_a_consensus_in_one_framework_settles_nothing_in_another(database):
    connection = database(
        settings=TWO_FRAMEWORKS,
        **TWO_REVIEWS,
        finding_factors="""
            finding_ref | framework             | factor      | coder   | is_consensus
            F1          | spec                  | tools       | A       |
            F1          | spec                  | supervision | A and B | yes
            F1          | panel-practice-themes | PN1         | A       |
        """,
    )
    assert answer(connection, "findings", "factor_id") == [("supervision",)]
    found = answer(connection, "findings", "factor_id", framework="panel-practice-themes")
    assert found == [("PN1",)]


def test_a_coder_who_codes_a_finding_twice_with_a_factor_agrees_once(database):
    connection = database(
        **TWO_REVIEWS,
        finding_factors="""
            finding_ref | factor | coder
            F1          | tools  | A
            F1          | Tools  | A
            F1          | law    | B
        """,
    )
    assert answer(connection, "findings", AGREEMENT) == [
        ("F1", "tools", 2, 1, False),
        ("F1", "law", 2, 1, False),
    ]


def test_what_nobody_is_named_for_adds_no_coder_and_stands_for_one_where_nobody_is_named(database):
    """It may be of any of those who are named, as in `coder_agreement`; but somebody coded it."""
    connection = database(
        reviews="review_ref\nR1",
        findings="""
            finding_ref | review_ref | statement           | appraisal
            F1          | R1         | By nobody named     | problem
            F2          | R1         | By one and by who?  | problem
            F3          | R1         | By two and by who?  | problem
            F4          | R1         | Settled, by whom?   | problem
        """,
        finding_factors="""
            finding_ref | factor      | coder | is_consensus
            F1          | tools       |       |
            F1          | law         |       |
            F2          | tools       | A     |
            F2          | law         |       |
            F3          | tools       | A     |
            F3          | tools       | B     |
            F3          | tools       |       |
            F3          | law         |       |
            F4          | tools       |       | yes
        """,
    )
    assert answer(connection, "findings", AGREEMENT, factors=("tools", "law")) == [
        ("F1", "tools", 1, 1, False),
        ("F1", "law", 1, 1, False),
        ("F2", "tools", 1, 1, False),
        ("F2", "law", 1, 0, False),
        ("F3", "tools", 2, 2, False),
        ("F3", "law", 2, 0, False),
        ("F4", "tools", 0, 0, True),
    ]
    of_each = answer(connection, "review_findings", "finding_ref coders", review="R1")
    assert of_each == [("F1", 1), ("F2", 1), ("F3", 2), ("F4", 0)]
    columns = "finding_ref factor_id coders coders_choosing"
    compared = answer(connection, "coder_agreement", columns, factors=("tools", "law"))
    assert compared == [("F3", "tools", 2, 2)]


TWO_FRAMEWORKS = """
title = "Two frameworks"
frameworks = ["spec", "panel-practice-themes"]
review_type = "SCR"
"""
