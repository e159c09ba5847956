"""What the filters choose: or within one of them, and between them."""

from datetime import date
from itertools import combinations

import pytest

from queries.selection import NONE
from tests.conftest import SETTINGS
from tests.queries.asking import answer

REVIEWS = {
    "reviews": """
        review_ref | title           | review_type | board     | region | practice_to | published_on
        R1         | Child A         | SCR         | Anytown   | North  | 2018-05-01  | 2020
        R2         | Child B         | SAR         | Anytown   | South  | 2018        | 2020-03-31
        R3         | Audit of visits | MAA         | Othertown | North  | 2019-06-30  | March 2020
        R4         | Adult D         | SAR         |           |        |             |
    """,
    "review_agencies": """
        review_ref | agency
        R1         | POL
        R2         | NHS-GP
        R3         | POL
        R3         | NHS-GP
    """,
    "findings": """
        finding_ref | review_ref | statement       | quotation         | appraisal | pattern
        F1          | R1         | Calls not made  |                   | problem   | LT1
        F2          | R2         | Calls not heard | "We did ring."    | strength  | LT6
        F3          | R3         | Visits made     | We rang and rang. | problem   |
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | tools
        F2          | supervision
        F3          | law
    """,
}


@pytest.mark.parametrize(
    ("chosen", "reviews"),
    [
        ({}, "R1 R2 R3 R4"),
        ({"review_types": ("SAR",)}, "R2 R4"),
        ({"review_types": ("SAR", "SCR")}, "R1 R2 R4"),
        ({"boards": ("Anytown", "Othertown")}, "R1 R2 R3"),
        ({"boards": ("Anytown",), "review_types": ("SAR",)}, "R2"),
        ({"regions": ("North",)}, "R1 R3"),
        ({"regions": ("North",), "boards": ("Nowhere",)}, ""),
        ({"agencies": ("POL",)}, "R1 R3"),
        ({"agencies": ("POL", "NHS-GP")}, "R1 R2 R3"),
        ({"agencies": ("POL", "NHS-GP"), "regions": ("South",)}, "R2"),
        ({"work": "ordinary"}, "R3"),
        ({"work": "case"}, "R1 R2 R4"),
    ],
)
def test_values_of_one_filter_are_joined_by_or_and_filters_by_and(database, chosen, reviews):
    found = answer(database(**REVIEWS), "reviews", "review_ref", **chosen)
    assert sorted(found) == [(review,) for review in reviews.split()]


@pytest.mark.parametrize(
    ("basis", "first", "last", "reviews"),
    [
        ("practice", date(2018, 1, 1), date(2018, 12, 31), "R1 R2"),
        ("practice", date(2018, 5, 1), date(2018, 12, 31), "R1"),  # R2 may be of January
        ("practice", date(2018, 5, 2), None, "R3"),
        ("practice", None, date(2018, 12, 30), "R1"),
        ("published", date(2020, 1, 1), date(2020, 12, 31), "R1 R2 R3"),
        ("published", date(2020, 3, 1), date(2020, 3, 31), "R2 R3"),
        ("published", date(2020, 3, 1), date(2020, 3, 30), ""),
        ("published", None, None, "R1 R2 R3 R4"),
    ],
)
def test_a_review_is_in_a_period_only_if_all_that_its_date_stands_for_is(
    database, basis, first, last, reviews
):
    found = answer(
        database(**REVIEWS), "reviews", "review_ref",
        basis=basis, period_from=first, period_to=last,
    )  # fmt: skip
    assert sorted(found) == [(review,) for review in reviews.split()]


@pytest.mark.parametrize(
    ("chosen", "findings"),
    [
        ({"factors": ("tools", "law")}, "F1 F3"),
        ({"layers": ("front-line",)}, "F1 F2"),
        ({"patterns": ("LT1",)}, "F1"),
        ({"patterns": ("LT1", "LT6")}, "F1 F2"),
        ({"patterns": (NONE,)}, "F3"),
        ({"patterns": (NONE, "LT1")}, "F1 F3"),
        ({"appraisals": ("problem",)}, "F1 F3"),
        ({"text": "CALLS"}, "F1 F2"),
        ({"text": "we rang"}, "F3"),
        ({"text": '"We did'}, "F2"),
        ({"text": "audit"}, "F3"),
        ({"text": "r2"}, "F2"),
        ({"text": "%"}, ""),
        ({"text": "calls", "appraisals": ("problem", "mixed")}, "F1"),
        ({"text": "calls", "boards": ("Othertown",)}, ""),
    ],
)
def test_findings_are_chosen_by_what_they_are_and_say(database, chosen, findings):
    found = answer(database(**REVIEWS), "findings", "finding_ref", **chosen)
    assert found == [(finding,) for finding in findings.split()]


@pytest.mark.parametrize(
    "text", ["'; drop table review; --", "it's", "$sources", "\\", '"', "{}", "Zoë", "%_"]
)
def test_whatever_the_reader_types_is_looked_for_and_nothing_else(database, text):
    connection = database(**REVIEWS)
    assert answer(connection, "findings", "finding_ref", text=text) == (
        [("F2",)] if text == '"' else []
    )
    assert len(answer(connection, "reviews", "review_ref", boards=(text,))) == 0
    assert len(answer(connection, "reviews", "review_ref")) == 4


def test_one_framework_is_counted_at_a_time(database):
    connection = database(
        settings="""
title = "Two frameworks"
frameworks = ["spec", "panel-practice-themes"]
""",
        reviews=REVIEWS["reviews"],
        findings=REVIEWS["findings"],
        finding_factors="""
            finding_ref | framework             | factor
            F1          | spec                  | tools
            F1          | panel-practice-themes | PN1
            F2          | panel-practice-themes | PN1
        """,
    )
    counts = "factor_id reviews_with"
    found = answer(connection, "factor_recurrence", counts)
    assert [row for row in found if row[1]] == [("tools", 1)]
    found = answer(connection, "factor_recurrence", counts, framework="panel-practice-themes")
    assert [row for row in found if row[1]] == [("PN1", 1), ("PN1", 1)]  # a problem, a strength


# The three filters together leave R1: R2 is of another type, R3 of another board and type, R4 of
# another type, without board, and without a date.
LEAVES_R1 = {
    "review_types": ("SCR",),
    "boards": ("Anytown",),
    "basis": "practice",
    "period_from": date(2018, 1, 1),
}


def test_what_the_filters_left_out_adds_up(database):
    connection = database(**REVIEWS)
    columns = "filter reviews_left_out reviews_left_out_alone reviews_undated reviews_of_sources"
    assert answer(connection, "left_out", columns, **LEAVES_R1) == [
        ("agency", 0, 0, 0, 4),
        ("board", 2, 0, 0, 4),  # R3, R4
        ("period", 1, 0, 1, 4),  # R4
        ("region", 0, 0, 0, 4),
        ("review_type", 3, 1, 0, 4),  # R2, R3, R4; only R2 would come back
        ("work", 0, 0, 0, 4),
    ]
    [(selected, of_sources)] = answer(
        connection, "extent", "reviews_selected reviews_of_sources", **LEAVES_R1
    )
    assert (selected, of_sources) == (1, 4)


ONE_OF_EACH = {
    "review_type": {"review_types": ("MAA",)},
    "board": {"boards": ("Anytown",)},
    "region": {"regions": ("North",)},
    "agency": {"agencies": ("POL",)},
    "work": {"work": "ordinary"},
    "period": {"period_to": date(2018, 12, 31)},
}


@pytest.mark.parametrize("name", list(ONE_OF_EACH))
def test_one_filter_alone_leaves_out_all_that_is_not_selected(database, name):
    chosen = {"basis": "practice", **ONE_OF_EACH[name]}
    columns = "filter reviews_left_out reviews_left_out_alone"
    found = answer(database(**REVIEWS), "left_out", columns, **chosen)
    selected = len(answer(database(**REVIEWS), "reviews", "review_ref", **chosen))
    assert [row for row in found if row[1]] == [(name, 4 - selected, 4 - selected)]


@pytest.mark.parametrize(("one", "other"), list(combinations(ONE_OF_EACH, 2)))
def test_what_two_filters_leave_out_is_what_either_does_alone_and_what_both_do(
    database, one, other
):
    chosen = {"basis": "practice", **ONE_OF_EACH[one], **ONE_OF_EACH[other]}
    columns = "filter reviews_left_out reviews_left_out_alone"
    found = answer(database(**REVIEWS), "left_out", columns, **chosen)
    (out, alone), (other_out, other_alone) = (
        next(row[1:] for row in found if row[0] == name) for name in (one, other)
    )
    selected = len(answer(database(**REVIEWS), "reviews", "review_ref", **chosen))
    assert out - alone == other_out - other_alone > 0
    assert selected + alone + other_out == 4


def test_choices_are_what_the_chosen_sources_hold(database):
    connection = database(**REVIEWS)
    found = answer(connection, "choices", "filter value label reviews", boards=("Anytown",))
    by_filter: dict[str, list[tuple]] = {}
    for name, *choice in found:
        by_filter.setdefault(name, []).append(tuple(choice))
    assert by_filter["review_type"] == [
        ("SAR", "Safeguarding adults review", 2),
        ("MAA", "Multi-agency audit", 1),
        ("SCR", "Serious case review", 1),
    ]
    assert by_filter["board"] == [("Anytown", "Anytown", 2), ("Othertown", "Othertown", 1)]
    assert by_filter["region"] == [("North", "North", 2), ("South", "South", 1)]
    assert by_filter["agency"] == [("POL", "Police", 2), ("NHS-GP", "Primary care", 2)]
    assert by_filter["layer"] == [
        ("front-line", "Front line", None),
        ("national", "National", None),
    ]
    assert [value for value, *_ in by_filter["factor"]] == [
        *("tools", "supervision", "law", "since_2015", "until_2020")
    ]
    assert [value for value, *_ in by_filter["pattern"]] == ["LT1", "LT6", NONE]  # F3 has none
    assert by_filter["appraisal"] == [("problem", "Problem", None), ("strength", "Strength", None)]
    assert set(by_filter) == {
        *("review_type", "board", "region", "agency"),
        *("factor", "layer", "pattern", "appraisal"),
    }


def test_what_is_not_recorded_is_a_choice_only_where_something_is(database):
    connection = database(
        settings=SETTINGS.replace('["spec"]', '["scie-learning-together", "spec"]'),
        reviews=REVIEWS["reviews"],
        findings="""
            finding_ref | review_ref | statement | appraisal | pattern | perspective
            F1          | R1         | First     | problem   |         | family
            F2          | R2         | Second    | problem   |         |
        """,
    )
    found = answer(connection, "choices", "filter value label")
    assert [row for row in found if row[1] == NONE] == [
        ("layer", NONE, "No layer"),  # of a framework in which other factors have one
        ("perspective", NONE, "Not recorded"),  # no finding has a pattern: none to choose between
    ]
    found = answer(connection, "choices", "filter value", framework="spec")
    assert ("layer", NONE) not in found  # every factor has a layer


def test_reviews_are_listed_latest_first_by_the_chosen_basis(database):
    connection = database(**REVIEWS)
    by_practice = answer(connection, "reviews", "review_ref", basis="practice")
    assert by_practice == [("R3",), ("R1",), ("R2",), ("R4",)]
    by_publication = answer(connection, "reviews", "review_ref", basis="published")
    assert by_publication == [("R2",), ("R3",), ("R1",), ("R4",)]


def test_a_review_lists_its_agencies_findings_and_factors(database):
    connection = database(**REVIEWS)
    columns = "review_ref is_ordinary_work agencies findings findings_uncoded factors"
    assert answer(connection, "reviews", columns, work="ordinary") == [("R3", True, 2, 1, 0, 1)]


def test_choosing_an_account_keeps_the_findings_that_rest_on_it_and_every_denominator(database):
    connection = database(
        reviews="""
            review_ref
            R1
            R2
        """,
        findings="""
            finding_ref | review_ref | statement | appraisal | perspective
            F1          | R1         | First     | problem   | practitioner
            F2          | R1         | Second    | problem   | family
            F3          | R2         | Third     | problem   |
        """,
        finding_factors="""
            finding_ref | factor
            F1          | tools
            F2          | tools
            F3          | tools
        """,
    )
    columns = "factor_id reviews_with reviews_assessed findings"
    for accounts, found in (
        ((), (2, 2, 3)),
        (("family",), (1, 2, 1)),
        (("manager",), (0, 2, 0)),
        ((NONE,), (1, 2, 1)),  # F3, in R2
        ((NONE, "family"), (2, 2, 2)),
    ):
        answered = answer(connection, "factor_recurrence", columns, perspectives=accounts)
        assert ("tools", *found) in answered
    assert answer(connection, "findings", "finding_ref", perspectives=("family",)) == [("F2",)]
