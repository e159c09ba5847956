"""The rules of the crosswalk: what was found, read as factors of another framework.

In the crosswalk of the specs tools is close to YC04 and related to YC10; YC13 is wider than
supervision and the same as since_2015; supervision is wider than YC05; and YC19 is wider than law,
since law is the narrower of the two.
"""

from tests.conftest import SETTINGS
from tests.queries.asking import answer

COUNTS = "through_id reviews_with reviews_assessed findings relations"
FOUND = {
    "reviews": """
        review_ref | published_on
        R1         | 2014-01-01
        R2         | 2016-01-01
        R3         | 2016-01-01
    """,
    "findings": """
        finding_ref | review_ref | statement | appraisal
        F1          | R1         | First     | problem
        F2          | R1         | Second    | problem
        F3          | R2         | Third     | problem
        F4          | R3         | Fourth    | problem
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | tools
        F2          | supervision
        F3          | supervision
        F3          | since_2015
        F4          | law
    """,
}


def read(connection, columns: str = COUNTS, **chosen) -> dict[str, tuple]:
    """Read what was found in the Yorkshire framework, by code."""
    chosen.setdefault("through", "yorkshire")
    rows = answer(connection, "crosswalk_recurrence", columns, **chosen)
    return {row[0]: row[1:] for row in rows}


def test_what_is_found_is_found_in_what_is_the_same_close_or_wider(database):
    found = read(database(**FOUND))
    assert found["YC04"] == (1, 3, 1, "close")
    assert found["YC13"] == (
        2,
        3,
        2,
        "broad; exact",
    )  # R1 and R2; F3 once, though it reads so twice
    assert found["YC19"] == (1, 3, 1, "broad")


def test_what_reads_as_nothing_was_not_assessed_and_is_not_none(database):
    found = read(database(**FOUND))
    assert found["YC05"] == (None, 0, None, None)
    assert len(found) == 20


def test_narrower_and_related_count_only_by_choice(database):
    found = read(database(**FOUND), relations=["narrow", "related"])
    assert found["YC05"] == (2, 3, 2, "narrow")
    assert found["YC10"] == (1, 3, 1, "related")
    assert found["YC04"] == found["YC13"] == (None, 0, None, None)
    assert set(read(database(**FOUND), relations=[]).values()) == {(None, 0, None, None)}


def test_the_denominator_is_of_reviews_in_which_something_that_reads_so_was_assessed(database):
    found = read(database(**FOUND), factors=("since_2015",))
    assert found["YC13"] == (1, 2, 1, "exact")  # not R1: the factor did not exist


def test_a_layer_is_found_where_something_that_reads_as_one_of_its_factors_is(database):
    found = read(database(**FOUND), each="layer")
    assert found["local-working-conditions"] == (2, 3, 3, "broad; close; exact")  # R1, R2
    assert found["latent-external"] == (1, 3, 1, "broad")
    assert found["situational"] == (None, 0, None, None)
    names = read(database(**FOUND), "through_id label layer layer_label mapped_from", each="layer")
    assert names["local-working-conditions"] == (
        "Local working conditions",
        "local-working-conditions",
        "Local working conditions",
        "Tools; Supervision; Online harm (from 2015)",
    )


def test_a_framework_without_layers_has_none_to_read_as(database):
    connection = database(**FOUND)
    assert read(connection, through="scie-patterns", each="layer") == {}


PART = {
    "settings": SETTINGS.replace('["spec"]', '["sar-domains"]'),
    "reviews": """
        review_ref
        R1
    """,
    "findings": """
        finding_ref | review_ref | statement | appraisal
        F1          | R1         | First     | problem
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | SAR-B02
        F1          | SAR-A01
    """,
}


def test_a_part_reads_as_the_whole_that_it_belongs_to(database):
    """The domain B is close to CF-INT; A is wider than CF-PER, and related to CF-FAM and CF-ROL."""
    chosen = {"through": "scie-learning-together"}
    found = read(database(**PART), **chosen)
    assert found["CF-INT"] == (1, 1, 1, "broad; close")
    assert found["CF-PER"] == (None, 0, None, None)
    loosely = read(database(**PART), relations=["related"], **chosen)
    assert loosely["CF-PER"] == (1, 1, 1, "related")
    columns = "factor_id through_factor_id relation is_counted standing"
    rows = answer(database(**PART), "crosswalk_coverage", columns, **chosen)
    assert ("SAR-B02", "CF-INT", "broad", True, "derived") in rows
    assert ("SAR-B", "CF-INT", "close", True, "proposed") in rows
    assert ("SAR-A01", "CF-PER", "related", False, "derived") in rows


def test_each_factor_says_what_it_reads_as_and_how_often_it_is_found(database):
    columns = "factor_id codings through_factor_id relation is_counted"
    rows = answer(database(**FOUND), "crosswalk_coverage", columns, through="yorkshire")
    assert rows == [
        ("tools", 1, "YC04", "close", True),
        ("tools", 1, "YC10", "related", False),
        ("supervision", 2, "YC05", "narrow", False),
        ("supervision", 2, "YC13", "broad", True),
        ("law", 1, "YC19", "broad", True),
        ("since_2015", 1, "YC13", "exact", True),
        ("until_2020", 0, None, None, False),
    ]
    chosen = {"through": "yorkshire", "relations": ["narrow"], "factors": ("supervision",)}
    assert answer(database(**FOUND), "crosswalk_coverage", columns, **chosen) == [
        ("supervision", 2, "YC05", "narrow", True),
        ("supervision", 2, "YC13", "broad", False),
    ]


def test_the_frameworks_through_which_something_can_be_read_are_listed_by_relation(database):
    columns = "framework_id has_layers relation factors_mapped factors"
    assert answer(database(**FOUND), "crosswalk_frameworks", columns) == [
        ("yorkshire", True, "broad", 2, 5),
        ("yorkshire", True, "close", 1, 5),
        ("yorkshire", True, "exact", 1, 5),
        ("yorkshire", True, "narrow", 1, 5),
        ("yorkshire", True, "related", 1, 5),
    ]
