"""The counting rules of the versions with which reviews were coded."""

from datetime import date

from tests.queries.asking import answer

TABLES = {
    "reviews": """
        review_ref | published_on
        R1         | 2019-05-01
        R2         | 2020-05-01
        R3         | 2020-06-01
        R4         |
    """,
    "findings": """
        finding_ref | review_ref | statement | appraisal
        F1          | R1         | Found     | problem
        F2          | R2         | Found     | problem
        F3          | R2         | Found     | strength
        F4          | R3         | Found     | problem
        F5          | R4         | Found     | problem
    """,
    "finding_factors": """
        finding_ref | factor      | coder | codebook_version
        F1          | tools       | A     |
        F2          | tools       | A     | 1.9
        F2          | supervision | B     | 1.10
        F3          | tools       | A     | 1.9
        F4          | law         | A     | 1.10
        F5          | law         | A     | 1.10
    """,
}
COLUMNS = "period_from codebook_version reviews"


def test_a_review_counts_once_for_each_version_with_which_it_was_coded(database):
    found = answer(
        database(**TABLES), "codebook_versions", COLUMNS, period_kind="calendar_year"
    )  # fmt: skip
    assert found == [
        (date(2019, 1, 1), None, 1),  # not recorded
        (date(2020, 1, 1), "1.10", 2),  # R2 and R3
        (date(2020, 1, 1), "1.9", 1),  # R2, whose two findings count once
        (None, "1.10", 1),  # R4 has no date
    ]


def test_choosing_a_factor_does_not_change_with_what_reviews_were_coded(database):
    chosen = {"period_kind": "calendar_year", "factors": ("supervision",)}
    connection = database(**TABLES)
    everything = answer(connection, "codebook_versions", COLUMNS, period_kind="calendar_year")
    assert answer(connection, "codebook_versions", COLUMNS, **chosen) == everything
