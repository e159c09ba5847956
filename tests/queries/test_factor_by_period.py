"""The counting rules of time: what places a review, and into which periods a date falls."""

from datetime import date

import pytest

from tests.conftest import SETTINGS, rows_of
from tests.queries.asking import answer

KINDS = ("financial_quarter", "financial_year", "calendar_quarter", "calendar_year")
FINDINGS = {
    "findings": """
        finding_ref | review_ref | statement | appraisal
        F1          | R1         | Found     | problem
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | tools
    """,
}

PERIODS = """
    published_on   | financial_quarter     | financial_year | calendar_quarter  | calendar_year
    31/03/2018     | Q4 2017/18 (Jan-Mar)  | 2017/18        | Q1 2018 (Jan-Mar) | 2018
    01/04/2018     | Q1 2018/19 (Apr-Jun)  | 2018/19        | Q2 2018 (Apr-Jun) | 2018
    31/12/2019     | Q3 2019/20 (Oct-Dec)  | 2019/20        | Q4 2019 (Oct-Dec) | 2019
    01/01/2020     | Q4 2019/20 (Jan-Mar)  | 2019/20        | Q1 2020 (Jan-Mar) | 2020
    29/02/2000     | Q4 1999/00 (Jan-Mar)  | 1999/00        | Q1 2000 (Jan-Mar) | 2000
    September 2018 | Q2 2018/19 (Jul-Sep)  | 2018/19        | Q3 2018 (Jul-Sep) | 2018
    2018/19 Q4     | Q4 2018/19 (Jan-Mar)  | 2018/19        | Q1 2019 (Jan-Mar) | 2019
    2018           |                       |                |                   | 2018
    2018/19        |                       | 2018/19        |                   |
                   |                       |                |                   |
"""


@pytest.mark.parametrize("period_kind", KINDS)
def test_a_date_falls_into_a_period_only_if_all_that_it_stands_for_does(database, period_kind):
    headings, dates = rows_of(PERIODS)
    reviews = [f"R{number} | {number} | {row[0]}" for number, row in enumerate(dates)]
    connection = database(
        **FINDINGS, reviews="\n".join(["review_ref | board | published_on", *reviews])
    )
    fallen = [
        answer(
            connection, "factor_by_period", "period",
            factors=("tools",), boards=(str(number),), period_kind=period_kind,
        )
        for number in range(len(dates))
    ]  # fmt: skip
    expected = [row[headings.index(period_kind)] or None for row in dates]
    assert fallen == [[(period,)] for period in expected]


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        ("financial_quarter", "2024-01-01", "2024-03-31"),
        ("financial_year", "2023-04-01", "2024-03-31"),
        ("calendar_quarter", "2024-01-01", "2024-03-31"),
        ("calendar_year", "2024-01-01", "2024-12-31"),
    ],
)
def test_a_period_says_its_first_and_its_last_day(database, kind, first, last):
    connection = database(**FINDINGS, reviews="review_ref | published_on\nR1 | 2024-02-29")
    columns = "period_from period_to"
    found = answer(connection, "factor_by_period", columns, factors=("tools",), period_kind=kind)
    assert [tuple(map(str, row)) for row in found] == [(first, last)]


def test_practice_is_placed_by_its_end_else_by_the_incident_else_by_its_start(database):
    connection = database(
        **FINDINGS,
        reviews="""
            review_ref | practice_from | incident_on | practice_to | published_on
            R1         | 2011          | 2012        | 2013        | 2019
            R2         | 2011          | 2012        |             | 2019
            R3         | 2011          |             |             | 2019
            R4         |               |             |             | 2019
        """,
    )
    columns = "period reviews_assessed"
    chosen = {"factors": ("tools",), "period_kind": "calendar_year"}
    found = answer(connection, "factor_by_period", columns, basis="practice", **chosen)
    assert found == [("2011", 1), ("2012", 1), ("2013", 1), (None, 1)]


# R1 is of practice in 2021, published in 2024; R2 of practice in 2022, unpublished; R3 has no date.
# Something is found in R1 and R3.
TWO_BASES = {
    "findings": """
        finding_ref | review_ref | statement | appraisal
        F1          | R1         | Found     | problem
        F2          | R3         | Found     | problem
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | tools
        F2          | tools
    """,
    "reviews": """
        review_ref | practice_to | published_on
        R1         | 2021-06-30  | 2024-05-01
        R2         | 2022-06-30  |
        R3         |             |
    """,
}


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        ("practice", [("2021", 1, 1), ("2022", 0, 1), (None, 1, 1)]),
        ("published", [("2024", 1, 1), (None, 1, 2)]),
    ],
)
def test_time_has_two_bases_and_the_reader_chooses(database, basis, expected):
    found = answer(
        database(**TWO_BASES), "factor_by_period", "period reviews_with reviews_assessed",
        factors=("tools",), period_kind="calendar_year", basis=basis,
    )  # fmt: skip
    assert found == expected


def test_a_factor_is_first_and_last_found_by_the_first_day_of_the_chosen_basis(database):
    connection = database(
        reviews="""
            review_ref | practice_to | published_on
            R1         | 2018        | May 2021
            R2         | 2019-06-30  | 2020
            R3         | 2012        | 2012
            R4         |             |
        """,
        findings="""
            finding_ref | review_ref | statement | appraisal
            F1          | R1         | Found     | problem
            F2          | R2         | Found     | problem
            F3          | R4         | Found     | problem
        """,
        finding_factors="""
            finding_ref | factor
            F1          | tools
            F2          | tools
            F3          | tools
        """,
    )
    columns = "first_found_on last_found_on"
    found = {
        basis: answer(connection, "factor_recurrence", columns, factors=("tools",), basis=basis)
        for basis in ("practice", "published")
    }
    assert found == {
        "practice": [(date(2018, 1, 1), date(2019, 6, 30))],
        "published": [(date(2020, 1, 1), date(2021, 5, 1))],
    }
    never = answer(connection, "factor_recurrence", columns, factors=("law",))
    assert never == [(None, None)]


@pytest.mark.parametrize("basis", ["practice", "published"])
@pytest.mark.parametrize("period_kind", KINDS)
def test_reviews_without_a_date_have_a_blank_period_so_that_periods_add_up_to_the_total(
    database, basis, period_kind
):
    connection = database(**TWO_BASES)
    counts = "reviews_with reviews_assessed"
    chosen = {"factors": ("tools",), "basis": basis}
    periods = answer(connection, "factor_by_period", counts, period_kind=period_kind, **chosen)
    total = answer(connection, "factor_recurrence", counts, **chosen)
    assessed = [row for row in periods if row[1]]
    assert [tuple(map(sum, zip(*assessed, strict=True)))] == total == [(2, 3)]


def test_every_period_between_the_first_and_the_last_is_there_so_that_a_gap_is_seen(database):
    connection = database(
        **FINDINGS,
        reviews="""
            review_ref | published_on
            R1         | 2019-12-31
            R2         | 2020-09-30
            R3         | 2020-12-31
            R4         | 2020
        """,
    )
    found = answer(
        connection, "factor_by_period", "period reviews_with reviews_assessed reviews_selected",
        factors=("tools",), period_kind="calendar_quarter",
    )  # fmt: skip
    assert found == [
        ("Q4 2019 (Oct-Dec)", 1, 1, 1),
        ("Q1 2020 (Jan-Mar)", None, 0, 0),
        ("Q2 2020 (Apr-Jun)", None, 0, 0),
        ("Q3 2020 (Jul-Sep)", 0, 1, 1),
        ("Q4 2020 (Oct-Dec)", 0, 1, 1),
        (None, 0, 1, 1),
    ]


def test_a_period_whose_reviews_could_not_have_the_factor_is_not_one_without_reviews(database):
    connection = database(
        **FINDINGS,
        reviews="""
            review_ref | published_on
            R1         | 2013
            R2         | 2014
            R3         | 2016
        """,
    )
    found = answer(
        connection, "factor_by_period", "period reviews_with reviews_assessed reviews_selected",
        factors=("since_2015",), period_kind="calendar_year",
    )  # fmt: skip
    assert found == [
        ("2013", None, 0, 1),
        ("2014", None, 0, 1),
        ("2015", None, 0, 0),
        ("2016", 0, 1, 1),
    ]


def test_a_period_that_the_source_covers_only_in_part_is_marked(database):
    connection = database(
        **FINDINGS,
        settings=SETTINGS + "covers_from = 2022-04-01\ncovers_to = 2024-07-31",
        reviews="""
            review_ref | published_on
            R1         | 2022-05-01
            R2         | 2023-05-01
            R3         | 2024-05-01
            R4         |
        """,
    )
    columns = "period is_part_period"
    chosen = {"factors": ("tools",), "basis": "published"}
    years = answer(connection, "factor_by_period", columns, period_kind="calendar_year", **chosen)
    assert years == [("2022", True), ("2023", False), ("2024", True), (None, False)]
    years = answer(connection, "factor_by_period", columns, period_kind="financial_year", **chosen)
    assert years == [("2022/23", False), ("2023/24", False), ("2024/25", True), (None, False)]


def test_a_period_is_whole_where_the_chosen_sources_together_cover_it(databases):
    reviews = "review_ref | published_on\n" + "\n".join(f"R{y} | {y}" for y in range(2019, 2024))
    together = databases(
        one={
            **FINDINGS,
            "settings": "covers_from = 2019-02-01\ncovers_to = 2022-12-31",
            "reviews": reviews + "\nR1 | 2021",
        },
        two={
            "settings": "covers_from = 2021-01-01\ncovers_to = 2023-06-30",
            "reviews": reviews,
        },
    )
    found = answer(
        together,
        "factor_by_period",
        "period is_part_period",
        sources=("one", "two"),
        factors=("tools",),
        period_kind="calendar_year",
    )
    assert found == [
        ("2019", True),
        ("2020", False),
        ("2021", False),
        ("2022", False),
        ("2023", True),
    ]


@pytest.mark.parametrize("other", ["", "covers_from = 2000-01-01\ncovers_to = 2024-12-31"])
def test_a_period_within_which_a_chosen_source_begins_is_marked_whatever_others_cover(
    databases, other
):
    reviews = "review_ref | published_on\n" + "\n".join(f"R{y} | {y}" for y in range(2020, 2023))
    together = databases(
        one={
            **FINDINGS,
            "settings": "covers_from = 2021-07-01\ncovers_to = 2022-12-31",
            "reviews": reviews + "\nR1 | 2021",
        },
        two={"settings": other, "reviews": reviews},
    )
    chosen = {"sources": ("one", "two"), "period_kind": "calendar_year"}
    columns = "period is_part_period"
    years = answer(together, "factor_by_period", columns, factors=("tools",), **chosen)
    # in 2020 the one had not begun: nothing of that year is missing from it
    assert years == [("2020", False), ("2021", True), ("2022", False)]
    sides = answer(together, "sides", "compare value is_part_period", **chosen)
    of_periods = [row[1:] for row in sides if row[0] == "periods"]
    assert of_periods == [("2022", False), ("2021", True), ("2020", False)]


def test_a_period_of_which_the_reader_chose_only_a_part_is_marked(database):
    connection = database(
        **FINDINGS,
        reviews="""
            review_ref | published_on
            R1         | 2022-05-01
            R2         | 2023-05-01
            R3         | 2024-05-01
        """,
    )
    found = answer(
        connection, "factor_by_period", "period is_part_period",
        factors=("tools",), period_kind="calendar_year",
        period_from=date(2022, 2, 1), period_to=date(2024, 12, 31),
    )  # fmt: skip
    assert found == [("2022", True), ("2023", False), ("2024", False)]
