"""The counting rules of factors by the pattern that lies under them."""

from queries.selection import NONE
from tests.queries.asking import answer

COUNTS = "factor_id pattern_id reviews_with findings reviews_assessed"
TABLES = {
    "reviews": """
        review_ref | published_on
        R1         | 2014
        R2         | 2016
        R3         | 2017
    """,
    "findings": """
        finding_ref | review_ref | statement | appraisal | pattern
        F1          | R1         | First     | problem   | LT2
        F2          | R1         | Second    | strength  | LT2
        F3          | R1         | Third     | problem   | LT6
        F4          | R2         | Fourth    | problem   | LT2
        F5          | R2         | Fifth     | problem   |
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | tools
        F2          | tools
        F3          | tools
        F4          | law
        F5          | tools
        F5          | law
        F4          | since_2015
    """,
}


def found_only(rows: list[tuple]) -> list[tuple]:
    """Keep the rows in which something is found."""
    return [row for row in rows if row[2]]


def test_a_factor_is_counted_once_a_review_for_each_pattern_of_its_findings(database):
    rows = answer(database(**TABLES), "factor_by_pattern", COUNTS, factors=("tools", "law"))
    assert found_only(rows) == [
        ("tools", "LT2", 1, 2, 3),  # F1 and F2, both in R1
        ("tools", "LT6", 1, 1, 3),  # F3
        ("tools", None, 1, 1, 3),  # F5: its pattern is not recorded
        ("law", "LT2", 1, 1, 3),
        ("law", None, 1, 1, 3),
    ]


def test_a_pattern_that_lies_under_no_finding_of_a_factor_is_a_zero(database):
    rows = answer(database(**TABLES), "factor_by_pattern", COUNTS, factors=("law",))
    assert ("law", "LT6", 0, 0, 3) in rows


def test_a_factor_that_did_not_exist_then_has_no_zero_at_any_pattern(database):
    chosen = {"factors": ("since_2015",)}
    rows = answer(database(**TABLES), "factor_by_pattern", COUNTS, **chosen)
    assert found_only(rows) == [("since_2015", "LT2", 1, 1, 2)]  # R1 came out in 2014
    early = {"reviews": TABLES["reviews"].replace("2016", "2013").replace("2017", "2013")}
    rows = answer(database(**TABLES | early), "factor_by_pattern", COUNTS, **chosen)
    assert {row[2:] for row in rows} == {(None, None, 0)}


def test_a_finding_of_two_factors_is_one_finding_of_those_without_a_pattern(database):
    columns = "findings_coded findings_without_pattern"
    rows = answer(database(**TABLES), "factor_by_pattern", columns, factors=("tools", "law"))
    assert set(rows) == {(5, 1)}  # F5 alone has none, though it stands at both factors


def test_where_no_pattern_is_recorded_at_all_none_is_a_zero(database):
    bare = TABLES["findings"].replace("LT2", "").replace("LT6", "")
    connection = database(**TABLES | {"findings": bare})
    columns = "factor_id pattern_id reviews_with"
    rows = answer(connection, "factor_by_pattern", columns, factors=("tools",))
    assert rows == [("tools", None, 2)]


def test_choosing_a_pattern_leaves_out_what_is_not_recorded(database):
    chosen = {"factors": ("tools",), "patterns": ("LT6",)}
    rows = answer(database(**TABLES), "factor_by_pattern", COUNTS, **chosen)
    assert rows == [("tools", "LT6", 1, 1, 3)]


def test_a_source_that_records_no_pattern_is_in_the_denominator_of_no_kind(databases):
    bare = TABLES | {"findings": TABLES["findings"].replace("LT2", "").replace("LT6", "")}
    together = databases(with_patterns=TABLES, without=bare)
    chosen = {"sources": ("with_patterns", "without"), "factors": ("tools",)}
    rows = answer(together, "factor_by_pattern", COUNTS, **chosen)
    assert found_only(rows) == [
        ("tools", "LT2", 1, 2, 3),
        ("tools", "LT6", 1, 1, 3),
        ("tools", None, 3, 5, 6),
    ]


def test_choosing_what_is_not_recorded_leaves_out_every_pattern_and_no_review(database):
    connection = database(**TABLES)
    chosen = {"factors": ("tools",), "patterns": (NONE,)}
    whole = answer(connection, "factor_by_pattern", COUNTS, factors=("tools",))
    rows = answer(connection, "factor_by_pattern", COUNTS, **chosen)
    assert rows == whole[-1:]
    assert rows[0][1] is None
