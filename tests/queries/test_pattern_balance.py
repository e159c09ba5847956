"""The counting rules of underlying patterns."""

from queries.selection import NONE
from tests.queries.asking import answer

COUNTS = "pattern_id reviews_with reviews_assessed findings findings_uncoded_with"

# R1 shows tools as a pattern twice; what shows it in R2 holds no factor; R3 records no pattern.
SHOWN = {
    "reviews": """
        review_ref | method
        R1         | hybrid
        R2         | hybrid
        R3         |
    """,
    "findings": """
        finding_ref | review_ref | statement | appraisal | pattern
        F1          | R1         | First     | problem   | LT1
        F2          | R1         | Second    | problem   | LT1
        F3          | R2         | Third     | problem   | LT1
        F4          | R3         | Fourth    | problem   |
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | tools
        F1          | supervision
        F2          | law
        F4          | law
    """,
}


def test_a_review_counts_once_for_a_pattern_and_only_with_findings_that_hold_a_factor(database):
    found = answer(database(**SHOWN), "pattern_balance", COUNTS)
    shown = [row for row in found if row[0] in ("LT1", "LT2", None)]
    assert shown == [
        ("LT1", 1, 3, 2, 1),  # R1, in F1 and F2; F3 holds no factor
        ("LT2", 0, 3, 0, 0),
        (None, 1, 3, 1, 0),  # F4
    ]
    assert [row[0] for row in found] == ["LT1", "LT2", "LT3", "LT4", "LT5", "LT6", "LTX", None]


def test_a_chosen_pattern_leaves_the_denominator_as_it_is(database):
    found = answer(database(**SHOWN), "pattern_balance", COUNTS, patterns=("LT1",))
    assert found == [("LT1", 1, 3, 2, 1)]


def test_what_is_not_recorded_is_chosen_as_a_pattern_is(database):
    connection = database(**SHOWN)
    found = answer(connection, "pattern_balance", COUNTS, patterns=(NONE,))
    assert found == [(None, 1, 3, 1, 0)]  # F4
    assert answer(connection, "findings", "finding_ref", patterns=(NONE,)) == [("F4",)]
    both = answer(connection, "pattern_balance", COUNTS, patterns=("LT1", NONE))
    assert both == [("LT1", 1, 3, 2, 1), (None, 1, 3, 1, 0)]


def test_a_chosen_factor_narrows_what_is_found(database):
    found = answer(
        database(**SHOWN), "pattern_balance", COUNTS, patterns=("LT1",), factors=("law",)
    )
    assert found == [("LT1", 1, 3, 1, 1)]  # F2


def test_patterns_are_grouped_as_layers_are(database):
    columns = "group_id reviews_with reviews_assessed findings_of findings_uncoded"
    found = answer(database(**SHOWN), "pattern_balance", columns, by="method", patterns=("LT1",))
    assert found == [("hybrid", 1, 2, 3, 1), (None, 0, 1, 0, 0)]


def test_a_source_that_records_no_pattern_has_not_looked_for_any(databases):
    bare = SHOWN | {"findings": SHOWN["findings"].replace("LT1", "")}
    together = databases(with_patterns=SHOWN, without=bare)
    chosen = {"sources": ("with_patterns", "without")}
    found = answer(together, "pattern_balance", COUNTS, **chosen)
    assert found[0] == ("LT1", 1, 3, 2, 1)  # of the three reviews of the one
    assert found[-1] == (None, 3, 6, 4, 1)
    alone = answer(together, "pattern_balance", COUNTS, sources=("without",))
    assert alone[0] == ("LT1", None, 0, None, 0)
