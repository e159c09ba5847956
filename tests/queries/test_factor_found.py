"""How many reviews hold a factor, whatever its findings are appraised as."""

from tests.queries.asking import answer

COLUMNS = "factor_id reviews_with reviews_assessed"
TABLES = {
    "reviews": """
        review_ref | published_on
        R1         | 2016
        R2         | 2017
        R3         | 2018
    """,
    "findings": """
        finding_ref | review_ref | statement | appraisal
        F1          | R1         | First     | problem
        F2          | R1         | Second    | strength
        F3          | R2         | Third     | strength
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | tools
        F2          | tools
        F3          | tools
    """,
}


def test_a_review_in_which_a_factor_is_a_problem_and_a_strength_counts_once(database):
    found = answer(database(**TABLES), "factor_found", COLUMNS, factors=("tools", "law"))
    assert found == [("tools", 2, 3), ("law", 0, 3)]  # R1 and R2; law was looked for in all


def test_only_the_chosen_appraisals_count(database):
    chosen = {"factors": ("tools",), "appraisals": ("problem",)}
    assert answer(database(**TABLES), "factor_found", COLUMNS, **chosen) == [("tools", 1, 3)]


def test_a_factor_not_assessed_is_blank(database):
    chosen = {"factors": ("until_2020",), "boards": ("nowhere",)}
    found = answer(database(**TABLES), "factor_found", COLUMNS, **chosen)
    assert found == [("until_2020", None, 0)]
