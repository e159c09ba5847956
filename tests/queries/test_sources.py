"""What is loaded: the sources, their frameworks, what was noticed and what was kept out."""

from pipeline.load import build
from tests.conftest import SETTINGS
from tests.queries.asking import answer

REVIEWS = """
    review_ref | practice_to | published_on
    R1         | 2018        | 2020
    R2         |             | 2020
"""


def test_sources_are_listed_real_ones_first_with_their_frameworks_in_order(databases):
    together = databases(
        a={"settings": "is_made_up = true", "reviews": REVIEWS},
        b={"settings": 'cautions = ["Look twice.", "Not all."]', "reviews": REVIEWS},
    )
    columns = "source_id is_made_up cautions frameworks reviews practice_dated"
    assert answer(together, "sources", columns) == [
        ("b", False, ["Look twice.", "Not all."], ["spec"], 2, 1),
        ("a", True, [], ["spec"], 2, 1),
    ]


def test_frameworks_come_in_the_order_in_which_the_source_declares_them(database):
    connection = database(
        settings=SETTINGS.replace('["spec"]', '["seips-101", "spec", "hfacs"]'), reviews=REVIEWS
    )
    in_order = ["seips-101", "spec", "hfacs"]
    assert answer(connection, "sources", "frameworks") == [(in_order,)]
    assert answer(connection, "frameworks", "framework_id") == [(one,) for one in in_order]


def test_the_codebook_is_that_of_the_chosen_framework(database):
    connection = database(reviews=REVIEWS)
    columns = "factor_id label layer_label valid_from"
    found = answer(connection, "codebook", columns, layers=("national",))
    assert found == [
        ("law", "Law, guidance and inspection", "National", None),
        ("until_2020", "Old thresholds (until 2020)", "National", None),
    ]


def test_what_was_noticed_is_told_with_its_place(database):
    connection = database(
        reviews="""
            review_ref | practice_to | published_on | shoe size
            R1         | 2021        | 2020         | 7
        """
    )
    columns = "severity file place column_name value"
    found = answer(connection, "load_problems", columns)
    assert ("warning", "reviews.csv", "line 2", "published_on", "2020") in found
    assert {row[:2] for row in found} == {("warning", "reviews.csv")}


def test_rows_that_were_kept_out_are_told_with_their_reason(write_source, examined):
    folder = write_source(
        reviews="""
            review_ref | published_on
            R1         | 2020
            R2         | yesterday
        """
    )
    connection, examination = examined(folder, quarantine=True)
    connection.execute("insert into load values (timestamp '2026-01-01', '', '')")
    build(connection, examination)
    assert answer(connection, "rejected_rows", "file place") == [("reviews.csv", "line 3")]
    [(reason,)] = answer(connection, "rejected_rows", "reason")
    assert '"yesterday" is not a date' in reason
    assert answer(connection, "reviews", "review_ref") == [("R1",)]


def test_coverage_counts_what_is_known_by_source_and_type_of_review(database):
    connection = database(
        reviews="""
            review_ref | review_type | practice_to | published_on
            R1         | SAR         | 2018        | 2020
            R2         | SAR         |             | 2021-06-30
            R3         | MAA         | 2019/20     |
        """,
        review_agencies="""
            review_ref | agency
            R1         | POL
            R2         | POL
            R2         | NHS-GP
        """,
        findings="""
            finding_ref | review_ref | statement | appraisal
            F1          | R1         | Coded     | problem
            F2          | R1         | Not coded | problem
        """,
        finding_factors="""
            finding_ref | factor | coder
            F1          | tools  | A
            F1          | tools  | B
            F1          | law    | B
        """,
    )
    columns = "review_type reviews reviews_practice_dated reviews_published_dated agencies"
    assert answer(connection, "coverage", columns) == [
        ("MAA", 1, 1, 0, None),
        ("SAR", 2, 1, 2, 2),
    ]
    columns = "review_type findings findings_uncoded codings"
    assert answer(connection, "coverage", columns) == [("MAA", 0, 0, 0), ("SAR", 2, 1, 2)]
    columns = "first_practice_on last_practice_on first_published_on last_published_on"
    assert [list(map(str, row)) for row in answer(connection, "coverage", columns)] == [
        ["2019-04-01", "2020-03-31", "None", "None"],
        ["2018-01-01", "2018-12-31", "2020-01-01", "2021-06-30"],
    ]
