"""The counting rules of factors found in one finding with factors of each layer."""

from queries.selection import NONE
from tests.conftest import SETTINGS
from tests.queries.asking import answer

COUNTS = "factor_id beside_layer_id reviews_with findings reviews_assessed"
TABLES = {
    "reviews": """
        review_ref | published_on
        R1         | 2014
        R2         | 2016
    """,
    "findings": """
        finding_ref | review_ref | statement | appraisal
        F1          | R1         | First     | problem
        F2          | R1         | Second    | problem
        F3          | R2         | Third     | strength
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | tools
        F1          | law
        F2          | tools
        F3          | law
    """,
}
TWO_FRAMEWORKS = SETTINGS.replace('["spec"]', '["panel-practice-themes", "spec"]')
IN_TWO = TABLES | {
    "settings": TWO_FRAMEWORKS,
    "finding_factors": """
        finding_ref | framework             | factor
        F1          | panel-practice-themes | PN1
        F1          | spec                  | law
        F1          | spec                  | tools
        F2          | panel-practice-themes | PN1
        F2          | spec                  | tools
        F3          | panel-practice-themes | PN1
    """,
}


def test_a_factor_is_beside_itself_so_that_its_own_layer_holds_all_its_reviews(database):
    chosen = {"layer_framework": "spec", "factors": ("tools", "law")}
    assert answer(database(**TABLES), "factor_by_layer", COUNTS, **chosen) == [
        ("tools", "front-line", 1, 2, 2),  # F1 and F2, both in R1
        ("tools", "national", 1, 1, 2),  # F1, which holds law too
        ("tools", None, 0, 0, 2),
        ("law", "front-line", 1, 1, 2),  # F1, which holds tools too
        ("law", "national", 2, 2, 2),  # F1 and F3
        ("law", None, 0, 0, 2),
    ]


def test_a_factor_that_was_not_chosen_is_still_beside_one_that_was(database):
    chosen = {"layer_framework": "spec", "factors": ("tools",)}
    found = answer(database(**TABLES), "factor_by_layer", COUNTS, **chosen)
    assert ("tools", "national", 1, 1, 2) in found


def test_the_layers_of_another_framework_come_from_the_same_finding(database):
    chosen = {"layer_framework": "spec", "framework": "panel-practice-themes", "factors": ("PN1",)}
    assert answer(database(**IN_TWO), "factor_by_layer", COUNTS, **chosen) == [
        ("PN1", "front-line", 1, 2, 2),  # F1 and F2
        ("PN1", "national", 1, 1, 2),  # F1
        ("PN1", None, 1, 1, 2),  # F3 holds no factor of spec
    ]


def test_where_the_framework_of_the_layers_was_not_used_a_review_does_not_count(database):
    used = """
        review_ref | framework
        R1         | panel-practice-themes
        R1         | spec
        R2         | panel-practice-themes
    """
    chosen = {"layer_framework": "spec", "framework": "panel-practice-themes", "factors": ("PN1",)}
    connection = database(**IN_TWO, review_frameworks=used)
    assert answer(connection, "factor_by_layer", COUNTS, **chosen) == [
        ("PN1", "front-line", 1, 2, 1),
        ("PN1", "national", 1, 1, 1),
        ("PN1", None, 0, 0, 1),  # F3 stands in R2, on which spec was not used
    ]


def test_a_factor_that_did_not_exist_then_has_no_zero_beside_any_layer(database):
    chosen = {"layer_framework": "spec", "factors": ("since_2015",)}
    early = TABLES["reviews"].replace("2016", "2013")
    connection = database(**TABLES | {"reviews": early})
    found = answer(connection, "factor_by_layer", COUNTS, **chosen)
    assert {row[2:] for row in found} == {(None, None, 0)}


def test_only_findings_that_fit_the_filters_count(database):
    chosen = {"layer_framework": "spec", "factors": ("law",), "appraisals": ("strength",)}
    assert answer(database(**TABLES), "factor_by_layer", COUNTS, **chosen) == [
        ("law", "front-line", 0, 0, 2),
        ("law", "national", 1, 1, 2),  # F3
        ("law", None, 0, 0, 2),
    ]


def test_the_findings_beside_no_layer_are_listed_where_the_framework_was_used(database):
    connection = database(**IN_TWO)
    chosen = {"framework": "panel-practice-themes", "layer_framework": "spec"}
    found = answer(connection, "factor_by_layer", COUNTS, **chosen, factors=("PN1",))
    assert ("PN1", None, 1, 1, 2) in found
    own = {**chosen, "beside_layer": NONE}
    assert answer(connection, "findings", "finding_ref", **own) == [("F3",)]  # not F1, F2: of tools
    elsewhere = database(
        **IN_TWO,
        review_frameworks="""
            review_ref | framework
            R1         | spec
            R1         | panel-practice-themes
            R2         | panel-practice-themes
        """,
    )
    assert answer(elsewhere, "findings", "finding_ref", **own) == []  # nobody looked for layers


def test_beside_no_layer_stand_findings_that_hold_only_factors_without_one(database):
    connection = database(
        settings=SETTINGS.replace('["spec"]', '["scie-learning-together"]'),
        reviews=TABLES["reviews"],
        findings=TABLES["findings"],
        finding_factors="""
            finding_ref | factor
            F1          | CF-OTH
            F1          | CF-ORG
            F2          | CF-OTH
            F3          | CF-ORG
        """,
    )
    of_none = {"layers": (NONE,)}
    assert answer(connection, "findings", "finding_ref", **of_none) == [("F1",), ("F2",)]
    only = {"beside_layer": NONE}
    assert answer(connection, "findings", "finding_ref", **only) == [("F2",)]
    columns = "layer appraisal findings"
    assert (None, "problem", 1) in answer(connection, "layer_balance", columns)
