"""A workbook is read as its author sees it in Excel."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from zipfile import ZipFile

import duckdb
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from pipeline.readers import Sheet, UnreadableFile, read

FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
Rows = list[list[object]]


@pytest.fixture(scope="module")
def connection():
    with duckdb.connect() as connection:
        yield connection


@pytest.fixture
def sheets(connection, tmp_path):
    """Write a workbook and read its sheets."""

    def write(
        change: Callable[[Workbook], None] = lambda _: None, sheet: str | None = None,
        header_row: int | None = None, **tabs: Rows,
    ) -> list[Sheet]:  # fmt: skip
        book = openpyxl.Workbook()
        for name, rows in tabs.items():
            tab = book.create_sheet(name)
            for row in rows:
                tab.append(row)
        book.remove(book.worksheets[0])
        change(book)
        book.save(tmp_path / "board.xlsx")
        return read(connection, tmp_path / "board.xlsx", sheet, header_row)

    return write


def rows(sheet: Sheet) -> list[tuple]:
    return sorted(sheet.relation.fetchall())


HEADINGS: list[object] = ["Review ref", "Theme"]


class TestWhatIsRead:
    def test_each_row_keeps_its_row_and_each_cell_its_letter(self, sheets):
        [sheet] = sheets(Findings=[HEADINGS, ["R1", "a"], [None, None], ["R3", "c"]])
        assert sheet.file == 'board.xlsx sheet "Findings"'
        assert sheet.headings == ("Review ref", "Theme")
        assert rows(sheet) == [(1, "R1", "a"), (3, "R3", "c")]
        assert sheet.place(3) == "row 4"
        assert sheet.cell(3, "Theme") == "cell B4, Theme"
        assert sheet.cell(3, "no such heading") == "row 4, no such heading"
        assert sheet.cells(3) == "R3,c"
        assert (sheet.notes, sheet.faults) == ((), ())

    def test_a_table_that_does_not_begin_in_the_corner(self, sheets):
        gap: Rows = [[], []]
        [sheet] = sheets(Findings=[*gap, [None, "Review ref", "Theme"], [None, "R1", "a"]])
        assert sheet.cell(1, "Theme") == "cell C4, Theme"
        assert rows(sheet) == [(1, "R1", "a")]

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (12, "12"),
            (1.5, "1.5"),
            (True, "TRUE"),
            (date(2018, 9, 3), "2018-09-03"),
            (datetime(2018, 9, 3, 14, 30), "2018-09-03 14:30:00"),
            (time(14, 30), "14:30:00"),
            (" two\nlines\u00a0", "two\nlines"),
            ("007", "007"),
        ],
    )
    def test_a_value_is_what_a_person_would_have_typed(self, sheets, value, text):
        [sheet] = sheets(Findings=[HEADINGS, ["R1", value]])
        assert rows(sheet) == [(1, "R1", text)]

    def test_headings_alone_have_no_rows(self, sheets):
        [sheet] = sheets(Findings=[HEADINGS])
        assert rows(sheet) == []

    def test_titles_above_the_headings_are_left_out(self, sheets):
        [sheet] = sheets(Findings=[["Findings of 2024"], [], HEADINGS, ["R1", "a"]])
        assert rows(sheet) == [(1, "R1", "a")]
        assert sheet.place(1) == "row 4"
        assert sheet.notes == ("rows 1 to 2 stand above the headings and were left out.",)

    def test_the_caller_may_say_where_the_headings_stand(self, sheets):
        [sheet] = sheets(Findings=[HEADINGS, ["report", "made by"], ["R1", "a"]], header_row=2)
        assert sheet.headings == ("report", "made by")
        assert sheet.notes == ("row 1 stands above the headings and was left out.",)


class TestMergedCells:
    def test_merged_cells_speak_for_each_of_their_rows(self, sheets):
        def merge(book: Workbook) -> None:
            book["Findings"].merge_cells("A2:A3")

        [sheet] = sheets(
            merge, Findings=[HEADINGS, ["R1", "a"], [None, "b"], [None, "c"], ["R2", "d"]]
        )
        assert rows(sheet) == [(1, "R1", "a"), (2, "R1", "b"), (3, None, "c"), (4, "R2", "d")]
        assert sheet.notes == (
            "has merged cells, whose text was taken for each of their rows: A2:A3.",
        )

    def test_merged_cells_outside_the_table_do_no_harm(self, sheets):
        def merge(book: Workbook) -> None:
            for cells in ("A3:A4", "D3:D4", "B8:B9"):
                book["Findings"].merge_cells(cells)

        table: Rows = [[None, *HEADINGS], [None, "R1", "a"], [None, "R2", "b"], [None, "R3", "c"]]
        [sheet] = sheets(merge, Findings=table)
        assert rows(sheet) == [(1, "R1", "a"), (2, "R2", "b"), (3, "R3", "c")]

    def test_a_few_are_named_and_the_rest_counted(self, sheets):
        def merge(book: Workbook) -> None:
            for first in range(2, 12, 2):
                book["Findings"].merge_cells(f"A{first}:A{first + 1}")

        [sheet] = sheets(merge, Findings=[HEADINGS, *[["R1", "a"]] * 10])
        assert sheet.notes == (
            "has merged cells, whose text was taken for each of their rows: "
            "A2:A3, A4:A5, A6:A7 and 2 more.",
        )


class TestSheets:
    def test_all_sheets_are_read_and_hidden_ones_noted(self, sheets):
        def hide(book: Workbook) -> None:
            book["Older"].sheet_state = "hidden"

        newer, older = sheets(hide, Newer=[HEADINGS, ["R1", "a"]], Older=[HEADINGS, ["R2", "b"]])
        assert (rows(newer), newer.notes) == ([(1, "R1", "a")], ())
        assert rows(older) == [(1, "R2", "b")]
        assert older.notes == ("is a hidden sheet, and was read.",)

    def test_empty_sheets_are_passed_over(self, sheets):
        [sheet] = sheets(Findings=[HEADINGS], Sheet2=[], Sheet3=[[" "]])
        assert sheet.file == 'board.xlsx sheet "Findings"'

    def test_sheets_that_are_no_table_are_left_out_where_another_is(self, sheets):
        [sheet] = sheets(Read_me=[["How to fill this in"]], Findings=[HEADINGS, ["R1", "a"]])
        assert sheet.file == 'board.xlsx sheet "Findings"'
        assert sheet.notes == (
            'the sheet "Read_me" has no headings that are known here, and was left out.',
        )

    def test_all_are_read_where_no_heading_is_known(self, sheets):
        assert len(sheets(One=[["report"], ["R1"]], Two=[["report"], ["R2"]])) == 2

    def test_one_sheet_may_be_asked_for_in_any_case(self, sheets):
        [sheet] = sheets(sheet="FINDINGS", Findings=[HEADINGS], Older=[HEADINGS])
        assert sheet.file == 'board.xlsx sheet "Findings"'

    def test_the_sheets_there_are_are_named_where_it_is_not_there(self, sheets):
        with pytest.raises(UnreadableFile) as refused:
            sheets(sheet="Actions", Findings=[HEADINGS], Older=[HEADINGS])
        assert str(refused.value) == (
            'board.xlsx: there is no sheet "Actions". Name one of its sheets: "Findings", "Older".'
        )


def test_a_formula_without_a_result_is_noted(sheets):
    [sheet] = sheets(Findings=[HEADINGS, ["R1", "=1+1"], ["R2", "b"]])
    assert rows(sheet) == [(1, "R1", None), (2, "R2", "b")]
    assert sheet.notes == (
        "has 1 formula without a result (cell B2), read as blank. "
        "Open the workbook in Excel, save it, and read it again.",
    )


class TestWorkbooksThatCannotBeRead:
    def test_two_columns_with_one_heading(self, sheets):
        with pytest.raises(UnreadableFile) as refused:
            sheets(Findings=[[*HEADINGS, "theme"], ["R1", "a", "b"]])
        assert str(refused.value) == (
            'board.xlsx sheet "Findings": two columns are headed "Theme" and "theme". '
            "Give each column a heading of its own, or delete one of them."
        )

    def test_a_column_without_heading(self, sheets):
        with pytest.raises(UnreadableFile) as refused:
            sheets(Findings=[HEADINGS, ["R1", "a"], ["R2", "b", "c"]])
        assert str(refused.value) == (
            'board.xlsx sheet "Findings" column C: there is no heading, '
            "but there is text below it (row 3). Write a heading, or clear the column."
        )

    def test_nothing_in_it(self, sheets):
        with pytest.raises(UnreadableFile) as refused:
            sheets(Findings=[])
        assert str(refused.value) == "board.xlsx: there is nothing in it. Save it again from Excel."

    def test_no_headings_where_they_are_said_to_stand(self, sheets):
        with pytest.raises(UnreadableFile) as refused:
            sheets(Findings=[HEADINGS], header_row=5)
        assert str(refused.value) == (
            'board.xlsx sheet "Findings" row 5: there are no headings here. '
            "Say which row they stand on."
        )

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            (b"", "the file is empty. Save it again from Excel."),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
                "the workbook has a password, or is an old .xls under a new name. "
                "Open it in Excel, and save it as .xlsx without a password.",
            ),
            (
                b"review_ref,title\n",
                "this is not an Excel workbook, although its name says so. "
                "Save it as .xlsx or .csv from the program that made it.",
            ),
            (
                b"PK\x03\x04 cut short",
                "the workbook is damaged or not complete. "
                "Open it in Excel, let Excel repair it, and save it again.",
            ),
        ],
    )
    def test_the_file_as_a_whole(self, connection, tmp_path, content, message):
        (tmp_path / "board.xlsx").write_bytes(content)
        with pytest.raises(UnreadableFile) as refused:
            read(connection, tmp_path / "board.xlsx")
        assert str(refused.value) == f"board.xlsx: {message}"

    def test_a_workbook_saved_under_the_name_of_a_text_file(self, sheets, connection, tmp_path):
        sheets(Findings=[HEADINGS])
        (tmp_path / "board.xlsx").rename(tmp_path / "board.csv")
        with pytest.raises(UnreadableFile) as refused:
            read(connection, tmp_path / "board.csv")
        assert str(refused.value) == (
            'board.csv: this looks like an Excel workbook. Save it as "CSV UTF-8", '
            "or rename it to board.xlsx."
        )

    def test_an_archive_saved_under_the_name_of_a_text_file(self, connection, tmp_path):
        with ZipFile(tmp_path / "board.csv", "w") as archive:
            archive.writestr("word/document.xml", "")
        with pytest.raises(UnreadableFile) as refused:
            read(connection, tmp_path / "board.csv")
        assert str(refused.value) == (
            "board.csv: this is a zip archive, not a CSV file. "
            'Save it as "CSV UTF-8" from the program that made it.'
        )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A sound workbook, as bytes."""
    path: Path = tmp_path_factory.mktemp("whole") / "board.xlsx"
    book = openpyxl.Workbook()
    book.worksheets[0].append(HEADINGS)
    book.worksheets[0].append(["R1", 1])
    book.save(path)
    return path.read_bytes()


@FEW
@given(st.data())
def test_any_bytes_are_sheets_or_are_refused(connection, tmp_path, whole, data):
    at = data.draw(st.integers(0, len(whole)))
    some = data.draw(st.binary(max_size=20))
    (tmp_path / "board.xlsx").write_bytes(whole[:at] + some + whole[at + len(some) :])
    sheets, said = [], "board.xlsx"
    try:
        sheets = read(connection, tmp_path / "board.xlsx")
    except UnreadableFile as refusal:
        said = str(refusal)
    assert said.startswith("board.xlsx")
    for sheet in sheets:
        assert all(len(row) == len(sheet.headings) + 1 for row in sheet.relation.fetchall())
