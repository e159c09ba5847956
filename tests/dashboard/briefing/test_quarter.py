"""The quarter of a briefing: read, named, and its days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.briefing.quarter import (
    Quarter,
    QuarterFault,
    latest_whole,
    quarter_of,
    read_quarter,
)


@pytest.mark.parametrize(
    ("code", "first", "last", "name"),
    [
        ("2025/26-Q1", date(2025, 4, 1), date(2025, 6, 30), "Q1 2025/26 (Apr-Jun)"),
        ("2025/26-Q3", date(2025, 10, 1), date(2025, 12, 31), "Q3 2025/26 (Oct-Dec)"),
        ("2025/26-Q4", date(2026, 1, 1), date(2026, 3, 31), "Q4 2025/26 (Jan-Mar)"),
        ("1999/00-Q4", date(2000, 1, 1), date(2000, 3, 31), "Q4 1999/00 (Jan-Mar)"),
    ],
)
def test_a_quarter_is_of_the_financial_year_that_begins_in_april(code, first, last, name):
    quarter = read_quarter(code)
    assert (quarter.first, quarter.last) == (first, last)
    assert (quarter.name, quarter.code) == (name, code)


def test_a_quarter_has_the_name_that_the_calendar_gives_it(shipped):
    rows = shipped.execute(
        "select distinct financial_quarter, financial_quarter_from from calendar"
    ).fetchall()
    assert len(rows) > 100
    for name, first in rows:
        assert quarter_of(first).name == name


def test_after_the_fourth_quarter_comes_the_first_of_the_next_year():
    assert read_quarter("2025/26-Q4").after(1) == read_quarter("2026/27-Q1")
    assert read_quarter("2025/26-Q1").after(-1) == read_quarter("2024/25-Q4")
    assert read_quarter("2025/26-Q2").after(-8) == read_quarter("2023/24-Q2")


def test_the_latest_whole_quarter_is_the_one_that_the_data_end_with_or_after():
    assert latest_whole(date(2025, 6, 30)) == Quarter(2025, 1)
    assert latest_whole(date(2025, 7, 31)) == Quarter(2025, 1)
    assert latest_whole(date(2025, 6, 29)) == Quarter(2024, 4)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2025/26-Q5", '"2025/26-Q5" is not a quarter. Write the financial year'),
        ("Q1 2025", '"Q1 2025" is not a quarter.'),
        ("", '"" is not a quarter.'),
        ("2025/27-Q1", 'Write "2025/26-Q1"'),
        ("1890/91-Q1", 'Write one from "1990/91-Q1" to "2098/99-Q4".'),
        ("2099/00-Q1", "of which there could be reviews"),
        ("2025/2027-Q1", 'Write "2025/26-Q1"'),
        ("2025-Q1", '"2025-Q1" is not a quarter.'),
        ("Q1 2025/26 (Jul-Sep)", '"2025/26-Q1" is Apr-Jun. Write the months or the number'),
    ],
)
def test_what_is_no_quarter_is_said_with_what_would_be(text, said):
    with pytest.raises(QuarterFault) as fault:
        read_quarter(text)
    assert said in str(fault.value)


@pytest.mark.parametrize(
    "text",
    [
        *("2025/26 q1", " 2025/26-Q1 ", "2025/26Q1", "2025-26 Q1", "2025-26-Q1", "2025/2026-Q1"),
        *("Q1 2025/26", "q1-2025/26", "Q1 2025/26 (Apr-Jun)", "Q1, 2025-26", "2025\u201326 Q1"),
    ],
)
def test_small_differences_in_writing_do_not_matter(text):
    assert read_quarter(text) == Quarter(2025, 1)


@given(st.dates(date(1990, 4, 1), date(2090, 1, 1)))
def test_every_day_lies_in_its_quarter_and_the_next_begins_where_it_ends(day):
    quarter = quarter_of(day)
    assert quarter.first <= day <= quarter.last
    assert (quarter.after(1).first - quarter.last).days == 1
    assert read_quarter(quarter.code) == read_quarter(quarter.name) == quarter
