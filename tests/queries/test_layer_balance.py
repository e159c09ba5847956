"""The counting rules of layers: a review once for each, by groups, and what no factor holds."""

from tests.conftest import SETTINGS
from tests.queries.asking import answer

COUNTS = "layer appraisal reviews_with reviews_assessed findings"
UNCODED = "layer appraisal findings_of findings_uncoded"

# R1 holds two front-line factors in three findings and a national one; R2 a front-line strength;
# R3 a finding without a factor, and R4 none at all.
FOUND = {
    "reviews": """
        review_ref | board   | method            | review_type
        R1         | Anytown | Learning Together | SCR
        R2         | Anytown | hybrid            | SAR
        R3         | Bridge  |                   | SCR
        R4         |         |                   | SCR
    """,
    "findings": """
        finding_ref | review_ref | statement | appraisal
        F1          | R1         | First     | problem
        F2          | R1         | Second    | problem
        F3          | R1         | Third     | problem
        F4          | R2         | Fourth    | strength
        F5          | R3         | Fifth     | problem
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | tools
        F2          | tools
        F2          | law
        F3          | supervision
        F4          | tools
    """,
}


def test_a_review_counts_once_for_a_layer_however_many_of_its_factors_it_holds(database):
    found = answer(database(**FOUND), "layer_balance", COUNTS)
    assert found == [
        ("front-line", "problem", 1, 4, 3),  # R1, in F1 to F3
        ("front-line", "strength", 1, 4, 1),
        ("national", "problem", 1, 4, 1),
        ("national", "strength", 0, 4, 0),
    ]


def test_the_uncoded_share_is_of_all_findings_so_appraised(database):
    found = answer(database(**FOUND), "layer_balance", UNCODED, layers=("national",))
    assert found == [("national", "problem", 4, 1), ("national", "strength", 1, 0)]


def test_an_appraisal_that_only_uncoded_findings_have_is_not_lost(database):
    tables = FOUND | {"findings": FOUND["findings"].replace("Fifth     | problem", "Fifth | mixed")}
    found = answer(database(**tables), "layer_balance", UNCODED, layers=("national",))
    assert ("national", "mixed", 1, 1) in found


def test_what_is_not_recorded_is_a_group_of_its_own(database):
    connection = database(**FOUND)
    columns = "group_id group_label reviews_with reviews_assessed"
    chosen = {"layers": ("front-line",), "appraisals": ("problem",)}
    assert answer(connection, "layer_balance", columns, by="method", **chosen) == [
        ("Learning Together", "Learning Together", 1, 1),
        ("hybrid", "hybrid", 0, 1),
        (None, None, 0, 2),
    ]
    assert answer(connection, "layer_balance", columns, by="board", **chosen) == [
        ("Anytown", "Anytown", 1, 2),
        ("Bridge", "Bridge", 0, 1),
        (None, None, 0, 1),
    ]
    assert answer(connection, "layer_balance", columns, by="review_type", **chosen) == [
        ("SAR", "Safeguarding adults review", 0, 1),
        ("SCR", "Serious case review", 1, 3),
    ]


def test_the_uncoded_share_is_each_groups_own(database):
    columns = "group_id findings_of findings_uncoded"
    found = answer(
        database(**FOUND), "layer_balance", columns,
        by="board", layers=("national",), appraisals=("problem",),
    )  # fmt: skip
    assert found == [("Anytown", 3, 0), ("Bridge", 1, 1), (None, 0, 0)]


AGENCIES = {
    "review_agencies": """
        review_ref | agency | involvement
        R1         | POL    |
        R2         | POL    |
        R1         | NHS-GP |
        R3         | PRB    | no contact
    """,
    "finding_agencies": """
        finding_ref | agency | role
        F1          | POL    |
        F2          | NHS-GP |
        F3          | NHS-GP | affected
    """,
}


def test_an_agency_counts_what_is_found_at_it_of_the_reviews_in_which_it_was_involved(database):
    columns = "group_id attribution layer reviews_with reviews_assessed findings findings_of"
    found = answer(
        database(**FOUND, **AGENCIES), "layer_balance", columns,
        by="agency", appraisals=("problem",),
    )  # fmt: skip
    assert found == [
        ("POL", "coded", "front-line", 1, 2, 1, 1),  # F1, of R1 and R2
        ("POL", "coded", "national", 0, 2, 0, 1),
        ("NHS-GP", "coded", "front-line", 1, 1, 1, 1),  # F2; F3 only affected it
        ("NHS-GP", "coded", "national", 1, 1, 1, 1),
    ]


def test_an_agency_known_only_from_the_review_is_in_the_same_review(database):
    tables = FOUND | {"review_agencies": AGENCIES["review_agencies"]}
    columns = "group_id attribution reviews_with reviews_assessed findings"
    found = answer(
        database(settings=SETTINGS + 'attribution = "review"', **tables), "layer_balance", columns,
        by="agency", layers=("front-line",), appraisals=("problem",),
    )  # fmt: skip
    assert found == [("POL", "review", 1, 2, 3), ("NHS-GP", "review", 1, 1, 3)]


def test_where_involvement_is_not_recorded_an_agency_has_no_denominator(database):
    tables = FOUND | {"finding_agencies": AGENCIES["finding_agencies"]}
    columns = "group_id layer reviews_with reviews_assessed"
    found = answer(
        database(**tables), "layer_balance", columns,
        by="agency", layers=("front-line",), appraisals=("problem",),
    )  # fmt: skip
    assert found == [("POL", "front-line", 1, None), ("NHS-GP", "front-line", 1, None)]


def test_a_layer_none_of_whose_factors_existed_then_was_not_assessed(database):
    connection = database(
        reviews="""
            review_ref | published_on
            R1         | 2014-05-01
            R2         | 2016-05-01
        """,
        findings="""
            finding_ref | review_ref | statement | appraisal
            F1          | R2         | First     | problem
        """,
        finding_factors="""
            finding_ref | factor
            F1          | since_2015
        """,
    )
    columns = "layer reviews_with reviews_assessed"
    assert answer(connection, "layer_balance", columns, factors=("since_2015",)) == [
        ("front-line", 1, 1)  # not R1
    ]
    nothing = {"factors": ("since_2015",), "boards": ("Nowhere",)}
    assert answer(connection, "layer_balance", columns, **nothing) == []


LAYERLESS = {
    "settings": SETTINGS.replace('["spec"]', '["scie-learning-together"]'),
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
    "finding_factors": """
        finding_ref | factor
        F1          | CF-OTH
        F1          | CF-FAM
        F2          | CF-OTH
    """,
}


def test_findings_that_hold_only_factors_without_a_layer_have_a_row_of_their_own(database):
    connection = database(**LAYERLESS)
    assert answer(connection, "layer_balance", COUNTS) == [
        ("front-line", "problem", 1, 2, 1),
        ("local-strategic", "problem", 0, 2, 0),
        ("national", "problem", 0, 2, 0),
        (None, "problem", 1, 2, 1),  # F2; F1 holds another beside it
    ]
    # F1 holds a factor with a layer, whatever is asked about
    chosen = {"factors": ("CF-OTH",)}
    assert answer(connection, "layer_balance", COUNTS, **chosen) == [(None, "problem", 1, 2, 1)]


def test_a_framework_without_layers_has_but_one_row(database):
    connection = database(
        settings=SETTINGS.replace('["spec"]', '["pfd-category"]'),
        **{name: text.replace("CF-OTH", "road").replace("CF-FAM", "railway")
           for name, text in LAYERLESS.items() if name != "settings"},
    )  # fmt: skip
    columns = "layer layer_label reviews_with reviews_assessed"
    assert answer(connection, "layer_balance", columns) == [(None, None, 2, 2)]
