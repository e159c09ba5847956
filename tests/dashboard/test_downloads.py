"""What is taken away can be read by machines, understood by people, and runs nothing."""

import csv
import io
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import pytest

from dashboard.downloads import Definition, ReadMe, SourceNote, file_name, to_csv, to_xlsx
from dashboard.saved import Note

FORMULAS = [
    '=HYPERLINK("http://example.org","x")',
    "+44 20",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
]

TABLE = pd.DataFrame(
    {
        "factor_id": ["LT1", "LT2"],
        "label": ["Tools – “forms”", "Gofal cymdeithasol: ŵ, ŷ, 你好"],
        "reviews_with": pd.array([0, None], dtype="Int32"),
        "share": [0.0, np.nan],
        "change": [-1.5, 2.0],
        "first_found_on": pd.to_datetime([None, "2024-04-01"]),
        "loaded_at": pd.to_datetime(["2026-11-23 09:30", None]),
        "is_ordinary_work": [True, False],
        "coders": [["AB", "CD"], []],
    }
)
READ_ME = ReadMe(
    title="What recurs?",
    question="In how many of the selected reviews is each factor found?",
    filters=("Source: Anytown", "Agency involved: Police or Health"),
    reviews_selected=20,
    reviews_left_out=1,
    data_date=date(2025, 7, 31),
    build="reviews-20261123T093000Z-abc.duckdb",
    sources=(
        SourceNote("Anytown", "CC0", "Crossreview, 2026", ("Nothing may be concluded.",), True),
    ),
    columns=(Definition("reviews_with", "reviews in which the factor is found"),),
    factors=(Definition("Tools", "=1+1 is how a form begins"),),
    notices=("These agencies stand in the same review.",),
)


def read_csv(table: pd.DataFrame) -> list[list[str]]:
    return list(csv.reader(io.StringIO(to_csv(table).decode("utf-8-sig"), newline="")))


def read_xlsx(table: pd.DataFrame, read_me: ReadMe = READ_ME) -> Any:
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(table, read_me)))


def data(table: pd.DataFrame) -> list[tuple]:
    return list(read_xlsx(table)["Data"].iter_rows(values_only=True))


def read_me_lines(read_me: ReadMe = READ_ME) -> list[tuple]:
    rows = read_xlsx(TABLE, read_me)["Read me"].iter_rows(values_only=True)
    return [tuple(cell or "" for cell in row) for row in rows]


class TestCsv:
    def test_excel_takes_it_for_utf_8(self):
        assert to_csv(TABLE).startswith(b"\xef\xbb\xbf")

    def test_cells_are_what_they_were(self):
        assert read_csv(TABLE) == [
            list(TABLE),
            [
                "LT1",
                "Tools – “forms”",
                "0",
                "0.0",
                "-1.5",
                "",
                "2026-11-23 09:30:00",
                "true",
                "AB | CD",
            ],
            ["LT2", "Gofal cymdeithasol: ŵ, ŷ, 你好", "", "", "2.0", "2024-04-01", "", "false", ""],
        ]

    @pytest.mark.parametrize("text", FORMULAS)
    def test_text_that_would_run_is_made_harmless_in_cells_and_headings(self, text):
        assert read_csv(pd.DataFrame({text: [text]})) == [["'" + text], ["'" + text]]

    def test_a_negative_number_stays_a_number(self):
        assert read_csv(pd.DataFrame({"n": [-3]}))[1] == ["-3"]

    def test_line_breaks_quotes_and_commas_stay_within_their_cell(self):
        text = 'one, "two"\nthree'
        assert read_csv(pd.DataFrame({"a": [text], "b": ["c"]}))[1] == [text, "c"]

    def test_no_rows_leave_the_headings(self):
        assert read_csv(TABLE.head(0)) == [list(TABLE)]


class TestXlsx:
    def test_numbers_and_dates_are_real_and_blank_is_not_zero(self):
        heading, first, second = data(TABLE)
        assert heading == tuple(TABLE)
        assert first[2:6] == (0, 0, -1.5, None)
        assert second[2:6] == (None, None, 2, datetime(2024, 4, 1))
        assert first[6:] == (datetime(2026, 11, 23, 9, 30), "true", "AB | CD")

    def test_unicode_comes_back(self):
        assert [row[1] for row in data(TABLE)[1:]] == TABLE["label"].tolist()

    @pytest.mark.parametrize("text", [*FORMULAS[:5], "{=1+1}", "http://example.org", "0123", "1e5"])
    def test_text_stays_text(self, text):
        sheet = read_xlsx(pd.DataFrame({text: [text]}))["Data"]
        for cell in (sheet["A1"], sheet["A2"]):
            assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)

    def test_a_share_is_shown_as_a_percentage(self):
        assert read_xlsx(TABLE)["Data"]["D2"].number_format == "0%"
        limits = pd.DataFrame({"high_95": [0.25], "support": [0.5], "lift": [1.5]})
        cells = read_xlsx(limits)["Data"][2]
        assert [cell.number_format == "0%" for cell in cells] == [True, True, False]

    def test_the_heading_stays_in_sight_and_columns_fit(self):
        sheet = read_xlsx(TABLE.assign(label="x " * 200))["Data"]
        assert sheet.freeze_panes == "A2"
        assert sheet.column_dimensions["B"].width == pytest.approx(60, abs=1)
        assert sheet["B2"].alignment.wrap_text

    def test_text_longer_than_a_cell_says_that_it_was_cut(self):
        cell = data(pd.DataFrame({"quotation": ["x" * 40_000]}))[1][0]
        assert len(cell) == 32_767
        assert cell.endswith("(cut here: a cell holds no more)")

    def test_no_rows_leave_the_headings(self):
        assert data(TABLE.head(0)) == [tuple(TABLE)]

    def test_the_same_table_gives_the_same_bytes(self):
        assert to_xlsx(TABLE, READ_ME) == to_xlsx(TABLE.copy(), replace(READ_ME))


class TestReadMe:
    def test_it_says_everything_that_must_travel_with_the_table(self):
        assert read_me_lines() == [
            ("What recurs?", ""),
            ("", ""),
            (
                "Made-up data",
                "Made-up data: the reviews of Anytown were made up to show how this works. "
                "They are about nobody, and nothing may be concluded from them.",
            ),
            ("Question", "In how many of the selected reviews is each factor found?"),
            ("Filters", "Source: Anytown"),
            ("", "Agency involved: Police or Health"),
            ("Reviews selected", "20 reviews"),
            ("Left out by filters", "1 review"),
            ("Data as at", "31 July 2025"),
            ("Build", "reviews-20261123T093000Z-abc.duckdb"),
            (
                "How to read it",
                "0 means that the factor was assessed and found in no review. A blank count means "
                "not assessed: the code list, or the factor, did not apply to any selected review.",
            ),
            (
                "",
                "A factor is found in a review. That does not mean that it caused what happened, "
                "and a factor that a review does not mention may have been there all the same.",
            ),
            ("", "These agencies stand in the same review."),
            ("Source", "Anytown"),
            ("Licence", "CC0"),
            ("How to cite it", "Crossreview, 2026"),
            ("What may not be concluded", "Nothing may be concluded."),
            ("Columns", ""),
            ("reviews_with", "reviews in which the factor is found"),
            ("Factors", ""),
            ("Tools", "=1+1 is how a form begins"),
        ]

    def test_real_reviews_carry_no_made_up_notice(self):
        real = replace(READ_ME, sources=(replace(READ_ME.sources[0], is_made_up=False),))
        assert not any(name == "Made-up data" for name, _ in read_me_lines(real))

    def test_notes_are_listed_with_day_kind_owner_and_text_and_run_nothing(self):
        notes = (
            Note(date(2026, 4, 1), "new procedure", "=1+1", "Written anew."),
            Note(date(2026, 5, 2), "decision", "Board", "=HYPERLINK(A1)"),
        )
        noted = replace(READ_ME, notes=notes)
        written = read_me_lines(noted)
        at = written.index(("Notes", ""))
        assert written[at + 1 : at + 3] == [
            ("01/04/2026", "New procedure · =1+1: Written anew."),
            ("02/05/2026", "Decision · Board: =HYPERLINK(A1)"),
        ]
        sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(TABLE, noted)))["Read me"]
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}

    def test_without_notes_nothing_is_said_of_them(self):
        assert not any(name == "Notes" for name, _ in read_me_lines())

    def test_no_filter_is_said(self):
        assert ("Filters", "No filter: every review of the source") in read_me_lines(
            replace(READ_ME, filters=())
        )

    def test_nothing_in_it_runs(self):
        sheet = read_xlsx(TABLE)["Read me"]
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
        assert all(not isinstance(c.value, float) for row in sheet.iter_rows() for c in row)


class TestFileName:
    def test_it_carries_source_question_and_date(self):
        name = file_name(["pfd"], "factor_recurrence", date(2025, 7, 31), "csv")
        assert name == "pfd-factor-recurrence-2025-07-31.csv"

    def test_it_suits_every_file_system(self):
        name = file_name(["Tŷ Môr/../x", "“”"], "What recurs?", date(2025, 7, 31), "xlsx")
        assert name == "ty-mor-x-what-recurs-2025-07-31.xlsx"

    def test_it_is_not_too_long(self):
        assert len(file_name(["x" * 300], "findings", date(2025, 7, 31), "csv")) < 120
