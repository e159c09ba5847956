"""A date is the span of days that its text stands for; where it cannot be told, it says why."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.dates import FIRST_YEAR, LAST_YEAR, WHAT_TO_WRITE, ReadDate, read_date

DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        *("03/09/2018", "3/9/18", "3.9.2018", "03-09-2018", "03/09/2018 14:30"),
        *("3-Sep-18", "3 Sep 2018", "3rd Sept. 2018", "3 September 2018", "3 SEPTEMBER 2018"),
        *("September 3, 2018", "2018-09-03", "2018/09/03", "20180903", "\u00a03/9/2018 "),
        *("2018-09-03T14:30:00Z", "2018-09-03 00:00:00", "2018-09-03T14:30:00.123+01:00"),
        *("43346", "43346.0", "43346.75"),
    ],
)
def test_a_day_is_itself_and_the_day_comes_first(text):
    assert read_date(text) == ReadDate(date(2018, 9, 3), date(2018, 9, 3), "day")


@pytest.mark.parametrize(
    "text",
    [
        "September 2018",
        "Sep 2018",
        "Sept 2018",
        "Sep-18",
        "09/2018",
        "9/2018",
        "2018-09",
        "2018 Sep",
    ],
)
def test_a_month_is_all_its_days(text):
    assert read_date(text) == ReadDate(date(2018, 9, 1), date(2018, 9, 30), "month")


def test_a_year_is_a_calendar_year():
    assert read_date("2018") == ReadDate(date(2018, 1, 1), date(2018, 12, 31), "year")


@pytest.mark.parametrize(
    "text",
    [
        *("2023/24", "2023-24", "2023–24", "2023/2024", "2023-2024"),
        *("FY2023/24", "FY 2023/24", "FY23/24", "fy23-24"),
    ],
)
def test_a_financial_year_begins_on_1_april(text):
    assert read_date(text) == ReadDate(date(2023, 4, 1), date(2024, 3, 31), "year")


@pytest.mark.parametrize(
    "text",
    [
        *("2023/24 Q2", "2023/24-Q2", "2023-24, Q2", "Q2 2023/24", "Q2 23-24", "23/24 Q2"),
        *("Quarter 2 2023/24", "Q2 FY23/24"),
    ],
)
def test_a_quarter_of_two_years_is_of_the_financial_year(text):
    assert read_date(text) == ReadDate(date(2023, 7, 1), date(2023, 9, 30), "quarter")


def test_the_fourth_quarter_is_in_the_next_calendar_year():
    assert read_date("2023/24 Q4") == ReadDate(date(2024, 1, 1), date(2024, 3, 31), "quarter")


def test_a_quarter_may_have_years_that_alone_could_be_a_month():
    assert read_date("2009-10 Q1") == ReadDate(date(2009, 4, 1), date(2009, 6, 30), "quarter")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "31/02/2020",
            "is not a date, because February 2020 has 29 days. "
            "Write the day that is meant, or the month alone.",
        ),
        (
            "05/13/2020",
            "is not a date, because there is no month 13. "
            "The day comes first: write 13/05/2020 if that is what is meant.",
        ),
        (
            "2020-13-05",
            "is not a date, because there is no month 13. "
            "Write 2020-05-13 if that is what is meant.",
        ),
        ("13/25/2020", f"is not a date, because there is no month 25. {WHAT_TO_WRITE}"),
        ("13/2020", f"is not a month, because there is no month 13. {WHAT_TO_WRITE}"),
        (
            "03/09/0218",
            "has the year 0218, which is not between 1900 and 2099. Write the year that is meant.",
        ),
        (
            "Q2 2023",
            "can be a quarter of the financial year or of the calendar year. "
            'Write "2023/24 Q2" for July to September 2023, '
            'or "2023/24 Q1" for April to June 2023.',
        ),
        (
            "2023 Q1",
            "can be a quarter of the financial year or of the calendar year. "
            'Write "2023/24 Q1" for April to June 2023, '
            'or "2022/23 Q4" for January to March 2023.',
        ),
        (
            "FY24",
            "can be the financial year that begins or the one that ends then. "
            'Write "2023/24" or "2024/25".',
        ),
        (
            "2009-10",
            'can be a month or a financial year. Write "October 2009" or "2009/10".',
        ),
        (
            "23/24",
            'can be a day and a month or a financial year. Write the year in full: "2023/24".',
        ),
        (
            "2018-2020",
            "is not a financial year, because 2018/19 is the one that begins in 2018. "
            "Write one year or one date; a longer time needs its first and its last date.",
        ),
        (
            "Spring 2022",
            "is a season, whose first and last day are not fixed. "
            'Write a month of 2022, or "2022".',
        ),
        (
            "c. 2019",
            'is only about a year. Write "2019" if it was in 2019; otherwise leave the cell blank.',
        ),
        ("3 Sep", f"has no year. {WHAT_TO_WRITE}"),
        ("31/01", f"is not a date, because it has no year. {WHAT_TO_WRITE}"),
        ("99999", f"is not a date, nor the number of a day in Excel. {WHAT_TO_WRITE}"),
        ("unknown", f"is not a date. {WHAT_TO_WRITE}"),
        ("", f"is not a date. {WHAT_TO_WRITE}"),
    ],
)
def test_a_text_that_cannot_be_told_says_what_to_write(text, fault):
    assert read_date(text) == ReadDate(fault=fault)


@pytest.mark.parametrize("text", ["circa 2019", "2019?", "late 2019", "mid-2019", "about 2019"])
def test_about_a_year_is_never_that_year(text):
    fault = read_date(text).fault
    assert fault is not None
    assert fault.startswith("is only about a year.")


@settings(max_examples=60)
@given(DAYS)
def test_a_day_is_read_back_from_each_way_of_writing_it(day):
    only_day = ReadDate(day, day, "day")
    assert read_date(f"{day.day:02}/{day.month:02}/{day.year}") == only_day
    assert read_date(f"{day.day}.{day.month}.{day.year}") == only_day
    assert read_date(day.isoformat()) == only_day


@settings(max_examples=60)
@given(st.integers(20_000, 80_000))
def test_a_number_is_the_day_that_excel_means(number):
    day = date(1900, 3, 1) + timedelta(days=number - 61)
    assert read_date(str(number)) == ReadDate(day, day, "day")


@settings(max_examples=60)
@given(
    st.text()
    | st.text("0123456789/-. qfy", max_size=12)
    | st.from_regex(r"(q[1-4] )?(fy)?[0-9]{2,4}[/-][0-9]{1,4}( q[1-4])?", fullmatch=True)
)
def test_any_text_is_either_a_span_of_days_or_a_fault(text):
    read = read_date(text)
    if read.fault is None:
        assert read.first_day is not None
        assert read.last_day is not None
        assert read.first_day <= read.last_day
        days = (read.last_day - read.first_day).days + 1
        assert days in {"day": [1], "month": range(28, 32), "quarter": range(90, 93)}.get(
            str(read.precision), range(365, 367)
        )
    else:
        assert (read.first_day, read.last_day, read.precision) == (None, None, None)
