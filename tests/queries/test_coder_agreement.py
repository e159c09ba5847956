"""Double-coded findings: how many of their coders chose each factor."""

from tests.queries.asking import answer

COLUMNS = "finding_ref factor_id coders coders_choosing"
REVIEWS = """
    review_ref | board   | published_on
    R1         | Anytown | 2022-05-01
    R2         | Bridge  | 2014-05-01
"""
FINDINGS = """
    finding_ref | review_ref | statement | appraisal
    F1          | R1         | First     | problem
    F2          | R1         | Second    | strength
    F3          | R2         | Third     | problem
"""


def coded(database, factors):
    """Load two reviews, one of 2014, with the codings."""
    return database(reviews=REVIEWS, findings=FINDINGS, finding_factors=factors)


def test_only_what_two_people_coded_on_their_own_is_compared(database):
    connection = coded(
        database,
        """
        finding_ref | factor      | coder | is_consensus
        F1          | tools       | A     |
        F1          | tools       | B     |
        F1          | supervision | C     |
        F2          | tools       | A     |
        F2          | tools       | both  | yes
        F3          | tools       |       |
        """,
    )
    found = answer(connection, "coder_agreement", f"{COLUMNS} span factor_label")
    chosen = [row for row in found if row[1]]
    assert chosen == [
        ("F1", "tools", 3, 2, 3, "Tools"),
        ("F1", "supervision", 3, 1, 3, "Supervision"),
    ]


def test_what_they_settled_on_later_does_not_hide_that_they_differed(database):
    connection = coded(
        database,
        """
        finding_ref | factor | coder | is_consensus
        F1          | tools  | A     |
        F1          | law    | B     |
        F1          | law    | both  | yes
        """,
    )
    found = answer(connection, "coder_agreement", COLUMNS, factors=("tools", "law"))
    assert found == [("F1", "tools", 2, 1), ("F1", "law", 2, 1)]


def test_what_nobody_is_named_for_may_be_of_any_coder_and_is_left_aside(database):
    connection = coded(
        database,
        """
        finding_ref | factor | coder
        F1          | tools  | A
        F1          | law    |
        F2          | tools  | A
        F2          | law    | B
        F2          | tools  |
        """,
    )
    found = answer(connection, "coder_agreement", COLUMNS, factors=("tools", "law"))
    assert found == [("F2", "tools", 2, 1), ("F2", "law", 2, 1)]


def test_a_coder_who_writes_a_factor_twice_chose_it_once(database):
    connection = coded(
        database,
        """
        finding_ref | factor | coder
        F1          | tools  | A
        F1          | Tools  | A
        F1          | tools  | B
        """,
    )
    found = answer(connection, "coder_agreement", COLUMNS, factors=("tools",))
    assert found == [("F1", "tools", 2, 2)]


def test_findings_in_which_no_coder_chose_the_factor_stand_there_too(database):
    """That both saw it is absent is agreement, and counts."""
    connection = coded(
        database,
        """
        finding_ref | factor | coder
        F1          | tools  | A
        F1          | tools  | B
        F2          | law    | A
        F2          | law    | B
        """,
    )
    found = answer(connection, "coder_agreement", COLUMNS, factors=("tools",))
    assert found == [("F1", "tools", 2, 2), ("F2", None, 2, None)]


def test_a_factor_that_did_not_exist_then_is_not_one_they_could_agree_on(database):
    connection = coded(
        database,
        """
        finding_ref | factor     | coder
        F1          | since_2015 | A
        F1          | tools      | B
        F3          | since_2015 | A
        F3          | tools      | B
        """,
    )
    since = answer(connection, "coder_agreement", COLUMNS, factors=("since_2015",))
    assert since == [("F1", "since_2015", 2, 1)]  # the review of F3 is of 2014


def test_filters_of_reviews_narrow_what_is_compared_and_those_of_findings_do_not(database):
    connection = coded(
        database,
        """
        finding_ref | factor | coder
        F1          | tools  | A
        F1          | tools  | B
        F3          | tools  | A
        F3          | tools  | B
        """,
    )
    asked = {"factors": ("tools",)}
    found = answer(connection, "coder_agreement", "finding_ref", boards=("Bridge",), **asked)
    assert found == [("F3",)]
    found = answer(connection, "coder_agreement", "finding_ref", appraisals=("strength",), **asked)
    assert found == [("F1",), ("F3",)]
