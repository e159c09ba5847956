"""An answer, printed for people, for spreadsheets and for scripts."""

import csv
import io
import json
from datetime import date, datetime

import pytest

from dashboard.downloads.cells import SEPARATOR as SEPARATOR_OF_DOWNLOADS
from dashboard.downloads.csv_file import FORMULA_LEADERS as LEADERS_OF_DOWNLOADS
from dashboard.printing import FORMULA_LEADERS, SEPARATOR, printed
from queries.ask import Answer


def answer(**columns: list) -> Answer:
    return Answer(tuple(columns), list(zip(*columns.values(), strict=True)))


def test_a_table_sets_numbers_to_the_right_and_leaves_blanks_blank():
    asked = answer(label=["Tools", "Law"], reviews_with=[2, None], reviews_assessed=[1204, 0])
    assert printed(asked, "table") == (
        "label  reviews_with  reviews_assessed\n"
        "-----  ------------  ----------------\n"
        "Tools             2              1204\n"
        "Law                                 0\n"
    )


def test_a_table_without_rows_still_names_its_columns():
    assert printed(answer(a=[], long_name=[]), "table") == "a  long_name\n-  ---------\n"


def test_a_table_keeps_each_row_on_one_line_and_steers_no_terminal():
    asked = answer(text=["one\r\ntwo\tthree \x1b[31mred\x07"])
    assert printed(asked, "table").splitlines()[2] == "one two three [31mred"


def test_csv_writes_values_as_they_are():
    asked = answer(
        text=['He said "no", twice', "two\nlines"],
        is_part=[True, False],
        on=[date(2024, 2, 1), None],
        several=[["a", "b"], []],
    )
    assert list(csv.reader(io.StringIO(printed(asked, "csv")))) == [
        ["text", "is_part", "on", "several"],
        ['He said "no", twice', "true", "2024-02-01", "a | b"],
        ["two\nlines", "false", "", ""],
    ]


@pytest.mark.parametrize("leader", FORMULA_LEADERS)
def test_csv_holds_no_text_that_a_spreadsheet_would_run(leader: str):
    formula = f'{leader}HYPERLINK("http://example.org")'
    written = printed(answer(text=[formula], several=[[formula, "b"]]), "csv")
    _, row = csv.reader(io.StringIO(written, newline=""))
    assert row == [f"'{formula}", f"'{formula} | b"]


def test_csv_leaves_negative_numbers_numbers():
    assert printed(answer(change=[-1, -0.5]), "csv") == "change\n-1\n-0.5\n"


def test_json_keeps_the_kind_of_each_value():
    asked = answer(
        label=["Adran Iechyd – ŵyl"],
        reviews_with=[None],
        share=[0.5],
        is_part=[True],
        on=[date(2024, 2, 1)],
        at=[datetime(2024, 2, 1, 12, 30)],
        several=[["a", "b"]],
    )
    written = printed(asked, "json")
    assert "ŵyl" in written
    assert json.loads(written) == [
        {
            "label": "Adran Iechyd – ŵyl",
            "reviews_with": None,
            "share": 0.5,
            "is_part": True,
            "on": "2024-02-01",
            "at": "2024-02-01T12:30:00",
            "several": ["a", "b"],
        }
    ]


def test_json_without_rows_is_an_empty_list():
    assert json.loads(printed(answer(a=[]), "json")) == []


def test_the_shell_and_the_downloads_write_alike():
    assert SEPARATOR == SEPARATOR_OF_DOWNLOADS
    assert FORMULA_LEADERS == LEADERS_OF_DOWNLOADS
