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


TWO_FRAMEWORKS = """
title = "Two frameworks"
frameworks = ["spec", "panel-practice-themes"]
review_type = "SCR"
"""
