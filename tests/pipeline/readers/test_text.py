"""A text file is read as its author sees it in an editor, whichever way it was saved."""

import contextlib
import csv
import io
import time
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.readers import Sheet, UnreadableFile, read, text
from pipeline.readers.sheet import clean
from pipeline.readers.text import read_text

FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
SAVE_AS_CSV = 'Save it as "CSV UTF-8" from the program that made it.'


@pytest.fixture(scope="module")
def connection():
    with duckdb.connect() as connection:
        yield connection


@pytest.fixture
def sheet(connection, tmp_path):
    """Write bytes to a file and read it."""

    def read_bytes(content: bytes | str, name: str = "findings.csv", **options) -> Sheet:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        [only_sheet] = read(connection, path, **options)
        return only_sheet

    return read_bytes


@pytest.fixture
def refusal(sheet):
    """Give what is said of a file that cannot be read."""

    def say(content: bytes | str, name: str = "findings.csv", **options) -> str:
        with pytest.raises(UnreadableFile) as refused:
            sheet(content, name, **options)
        return str(refused.value)

    return say


def rows(sheet: Sheet) -> list[tuple]:
    return sorted(sheet.relation.fetchall())


class TestWhatIsRead:
    def test_each_row_keeps_its_number_and_its_line(self, sheet):
        read = sheet("review_ref,title\nR1,Child A\nR2,Child B\n")
        assert read.file == "findings.csv"
        assert read.headings == ("review_ref", "title")
        assert rows(read) == [(1, "R1", "Child A"), (2, "R2", "Child B")]
        assert read.place(2) == "line 3"
        assert read.cell(2, "title") == "line 3, title"
        assert read.cells(2) == "R2,Child B"
        assert (read.notes, read.faults) == ((), ())

    def test_a_line_is_a_line_of_the_editor_and_not_a_row(self, sheet):
        read = sheet('review_ref,title\n\nR1,"two\nlines"\n\n\nR2,x\n')
        assert [(row[1], read.place(row[0])) for row in rows(read)] == [
            ("R1", "line 3"),
            ("R2", "line 7"),
        ]

    def test_rows_without_text_are_left_out_and_the_next_keep_their_place(self, sheet):
        read = sheet('review_ref,title\nR1,x\n,\n" ",\nR2,y\n')
        assert [(row[1], read.place(row[0])) for row in rows(read)] == [
            ("R1", "line 2"),
            ("R2", "line 5"),
        ]

    def test_spaces_around_a_cell_go_and_spaces_that_do_not_break_are_spaces(self, sheet):
        content = 'review_ref,title\n" R1\t",\u00a0Child\u00a0A\u200b \nR2,"  \n"\n'
        assert rows(sheet(content)) == [(1, "R1", "Child A"), (2, "R2", None)]

    def test_headings_are_on_one_line_even_if_written_on_two(self, sheet):
        assert sheet('"Review\nref", title \nR1,x\n').headings == ("Review ref", "title")

    def test_a_file_with_headings_alone_has_no_rows(self, sheet):
        assert rows(sheet("review_ref,title")) == []

    def test_columns_without_heading_or_text_are_dropped(self, sheet):
        read = sheet("review_ref,,title,\nR1,,x,\n")
        assert read.headings == ("review_ref", "title")
        assert rows(read) == [(1, "R1", "x")]

    def test_empty_cells_beyond_the_headings_do_no_harm(self, sheet):
        assert rows(sheet("review_ref,title\nR1,x,,,\nR2,y\n")) == [(1, "R1", "x"), (2, "R2", "y")]

    def test_a_file_name_with_asterisks_or_brackets_is_that_file(self, sheet):
        assert rows(sheet("review_ref,title\nR1,x\n", "findings [1].csv")) == [(1, "R1", "x")]

    def test_many_rows_are_fetched_at_once(self, sheet):
        read = sheet("review_ref,title\nR1,x\nR2\nR3,z\n")
        assert read.cells_of([1, 2, 3, 9]) == {1: "R1,x", 2: "R2", 3: "R3,z"}
        assert read.cells(9) == ""

    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    @pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
    def test_every_way_of_saving_gives_the_same(self, sheet, delimiter, line_end, encoding):
        lines = ["review_ref;title", "R1;café", 'R2;"a;b"', ""]
        content = line_end.join(lines).replace(";", delimiter).encode(encoding)
        read = sheet(content)
        assert rows(read) == [(1, "R1", "café"), (2, "R2", f"a{delimiter}b")]
        assert read.place(2) == "line 3"

    def test_lines_of_both_kinds_are_read(self, sheet):
        read = sheet("review_ref,title\r\nR1,x\nR2,y\r\n")
        assert rows(read) == [(1, "R1", "x"), (2, "R2", "y")]
        assert read.place(2) == "line 3"


class TestWhereTheHeadingsStand:
    def test_titles_above_the_headings_are_left_out(self, sheet):
        read = sheet('Findings of 2024,\n"Kent, \nMedway",\n\nReview ref,Theme\nR1,x\n')
        assert read.headings == ("Review ref", "Theme")
        assert rows(read) == [(1, "R1", "x")]
        assert read.place(1) == "line 6"
        assert read.notes == ("lines 1 to 4 stand above the headings and were left out.",)

    def test_a_title_of_one_cell_does_no_harm(self, sheet):
        read = sheet("Findings of 2024\nReview ref,Theme\nR1,x\n")
        assert rows(read) == [(1, "R1", "x")]
        assert read.notes == ("line 1 stands above the headings and was left out.",)

    def test_headings_that_nobody_knows_are_on_the_first_line(self, sheet):
        assert sheet("report,made\nR1,x\n").headings == ("report", "made")

    def test_the_caller_may_say_where_they_stand(self, sheet):
        read = sheet("Review ref,Theme\nreport,made by\nR1,x\n", header_row=2)
        assert read.headings == ("report", "made by")
        assert rows(read) == [(1, "R1", "x")]

    def test_there_are_none_below_the_end_of_the_file(self, refusal):
        assert refusal("report,made by\nR1,x\n", header_row=9) == (
            "findings.csv line 9: there are no headings here. Say which line they stand on."
        )


class TestWhatIsNoted:
    def test_a_file_in_windows_1252(self, sheet):
        read = sheet("review_ref,title\nR1,café – “x”\n".encode("cp1252"))
        assert rows(read) == [(1, "R1", "café – “x”")]
        assert read.notes == ("was read as Windows-1252, because it is not UTF-8.",)


class TestRowsThatAreNotWellFormed:
    def faults(self, sheet: Sheet) -> list[tuple]:
        return [(fault.place, fault.message, fault.cells) for fault in sheet.faults]

    def test_a_row_with_too_few_cells(self, sheet):
        read = sheet("review_ref,title\nR1,x\nR2\nR3,z\n")
        assert rows(read) == [(1, "R1", "x"), (3, "R3", "z")]
        assert read.place(3) == "line 4"
        assert self.faults(read) == [
            (
                "line 3",
                "has 1 cell, but there are 2 headings. "
                "Add what is missing, with a comma after each cell but the last.",
                "R2",
            )
        ]

    def test_a_row_with_too_many_cells(self, sheet):
        read = sheet("review_ref;title\nR1;a;b\nR2;y\n")
        assert rows(read) == [(2, "R2", "y")]
        assert self.faults(read) == [
            (
                "line 2",
                "has 3 cells, but there are 2 headings. "
                "Put quotation marks around a cell with a semicolon in it, or take out a cell.",
                "R1,a,b",
            )
        ]

    def test_text_after_a_closing_quotation_mark(self, sheet):
        read = sheet('review_ref,title\nR1,"so" he said\nR2,y\n')
        assert rows(read) == [(2, "R2", "y")]
        assert self.faults(read) == [
            (
                "line 2",
                "has text after a closing quotation mark. "
                'Within a quoted cell, write each quotation mark twice ("").',
                'R1,"so" he said',
            )
        ]

    def test_a_quotation_mark_that_is_never_closed_spoils_one_row(self, sheet):
        read = sheet('review_ref,title\nR1,"x\nR2,y\nR3,z\n')
        assert rows(read) == [(2, "R2", "y"), (3, "R3", "z")]
        assert read.place(3) == "line 4"
        assert self.faults(read) == [
            (
                "line 2",
                "opens a quotation mark that is never closed. "
                "Close it with a second one, or remove it; the file may be half-written.",
                'R1,"x',
            )
        ]

    def test_a_quotation_mark_that_the_next_one_closes_spoils_one_row(self, sheet):
        read = sheet('review_ref,title\nR1,"x\nR2,y\nR3,"z"\n')
        assert rows(read) == [(2, "R2", "y"), (3, "R3", "z")]
        assert self.faults(read) == [
            (
                "line 2",
                "opens a quotation mark on line 2 that is closed in the midst of the text of "
                "line 4. Close it at the end of its cell, or remove it.",
                'R1,"x',
            )
        ]

    def test_the_line_on_which_it_was_opened_is_named(self, sheet):
        read = sheet('review_ref,title\n"R\n1","x\n')
        assert read.faults[0].place == "line 2"
        assert read.faults[0].message.startswith("opens a quotation mark on line 3 that is never")

    def test_a_line_that_has_lost_its_line_breaks(self, sheet):
        read = sheet("review_ref,title\n" + "x" * 3_000_000 + "\nR2,y\n")
        assert rows(read) == [(2, "R2", "y")]
        assert self.faults(read) == [
            (
                "line 2",
                "has 3,000,001 characters, more than the 2,097,152 that one row may have. "
                "The line breaks may be lost: save the file again as CSV.",
                "",
            )
        ]

    def test_many_that_are_never_closed_are_told_quickly(self, sheet):
        began = time.perf_counter()
        read = sheet("review_ref,title\n" + 'R1,"x\n' * 20_000)
        assert len(read.faults) == 20_000
        assert time.perf_counter() - began < 10


class TestFilesThatCannotBeRead:
    def test_no_such_file(self, connection, tmp_path):
        with pytest.raises(UnreadableFile) as refused:
            read(connection, tmp_path / "findings.csv")
        assert str(refused.value) == (
            f"findings.csv: there is no such file in {tmp_path}. Check the name and the folder."
        )

    def test_a_folder(self, connection, tmp_path):
        (tmp_path / "findings.csv").mkdir()
        with pytest.raises(UnreadableFile) as refused:
            read(connection, tmp_path / "findings.csv")
        assert str(refused.value) == (
            "findings.csv: this is a folder, not a file. Name a file inside it."
        )

    def test_a_file_in_use(self, refusal, monkeypatch):
        def locked(*_arguments, **_options):
            raise PermissionError

        with monkeypatch.context() as patch:
            patch.setattr(Path, "open", locked)
            with pytest.raises(UnreadableFile) as refused:
                read_text(duckdb.connect(), Path(__file__))
        assert str(refused.value) == (
            "test_text.py: the file cannot be opened. Close it in any other program, "
            "and see that you have the right to read it."
        )

    @pytest.mark.parametrize("content", ["", "\n", " \r\n\t\n", "\ufeff", "\ufeff\n"])
    def test_an_empty_file(self, refusal, content):
        assert refusal(content) == (
            "findings.csv: the file is empty. Save it again from the program that made it."
        )

    @pytest.mark.parametrize("name", ["board.xls", "board.ods", "board.docx", "board.numbers"])
    def test_another_kind_of_file(self, refusal, name):
        assert refusal("x", name) == (
            f"{name}: files of this kind ({Path(name).suffix}) cannot be read. "
            "Save it as .xlsx or .csv."
        )

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            (
                b"PK\x03\x04 cut short",
                'this looks like an Excel workbook. Save it as "CSV UTF-8", '
                "or rename it to findings.xlsx.",
            ),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
                "this looks like an old Excel workbook (.xls), or one with a password. "
                'Open it in Excel, and save it as "CSV UTF-8" or as .xlsx without a password.',
            ),
            (b"%PDF-1.7", f"this is a PDF, not a CSV file. {SAVE_AS_CSV}"),
            (
                b"a,a\n1,2\n",
                'two columns are headed "a". '
                "Give each column a heading of its own, or delete one of them.",
            ),
            (
                b"Theme 1,theme_1\n1,2\n",
                'two columns are headed "Theme 1" and "theme_1". '
                "Give each column a heading of its own, or delete one of them.",
            ),
            (
                b",,\n,,\n",
                "there is no heading. Write the names of the columns above the first row.",
            ),
        ],
    )
    def test_the_file_as_a_whole(self, refusal, content, message):
        assert refusal(content) == f"findings.csv: {message}"

    @pytest.mark.parametrize(
        ("content", "place", "message"),
        [
            (
                b"a,b\n1,\0\n",
                "line 2",
                f"this is not text, because there is a zero byte. {SAVE_AS_CSV}",
            ),
            (
                b'a,"b\n1,2\n',
                "line 1",
                "the row of headings opens a quotation mark that is never closed. "
                "Close it with a second one, or remove it; the file may be half-written.",
            ),
            (
                "a,b\n“x”,“y”".encode()[:-1],
                "line 2",
                "there is a byte that is not UTF-8, although the rest of the file is. "
                f"The file may be half-written. {SAVE_AS_CSV}",
            ),
            (
                b"a,b\n1,\x81\n",
                "after line 1",
                f"there are bytes that are not UTF-8 or Windows-1252. {SAVE_AS_CSV}",
            ),
            (
                "a,b\n1,2".encode("utf-16")[:-1],
                "after line 1",
                f"there are bytes that are not UTF-16. {SAVE_AS_CSV}",
            ),
            (
                b"a,\n1,\n2,x\n",
                "column 2",
                "there is no heading, but there is text below it (line 3). "
                "Write a heading, or clear the column.",
            ),
        ],
    )
    def test_a_place_in_the_file(self, sheet, content, place, message):
        with pytest.raises(UnreadableFile) as refused:
            sheet(content)
        assert (refused.value.place, refused.value.message) == (place, message)
        assert str(refused.value) == f"findings.csv {place}: {message}"

    def test_a_single_line_of_ten_million_characters_is_told_quickly(self, refusal):
        began = time.perf_counter()
        assert refusal(b"x," * 5_000_000) == (
            "findings.csv line 1: the row of headings has 10,000,000 characters, more than the "
            "2,097,152 that one row may have. "
            "The line breaks may be lost: save the file again as CSV."
        )
        assert time.perf_counter() - began < 5


SOME_TEXT = st.text("ab ,;\t\"'\n\ré–", max_size=6)
ANY_TEXT = SOME_TEXT | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6
)
HEADINGS = ["review_ref", "title", "board", "region"]


@FEW
@given(
    width=st.integers(2, 4),
    cells=st.lists(st.lists(ANY_TEXT, min_size=4, max_size=4), max_size=6),
    delimiter=st.sampled_from(",;\t"),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)
def test_any_table_is_read_back_as_it_was_written(
    sheet, width, cells, delimiter, line_end, quoting, encoding
):
    if encoding == "cp1252":
        # A few bytes of Windows-1252 can by chance be UTF-8; these, alone, never are.
        cells = [["".join(c for c in cell if c in 'ab ,;\t"\né') for cell in row] for row in cells]
    if any("\n" in cell or "\r" in cell for row in cells for cell in row):
        quoting = csv.QUOTE_ALL  # csv.writer leaves a line break bare that is not its own
    content = io.StringIO(newline="")
    writer = csv.writer(content, delimiter=delimiter, lineterminator=line_end, quoting=quoting)
    writer.writerow(HEADINGS[:width])
    lines = []
    for row in cells:
        lines.append(len(content.getvalue().replace("\r\n", "\n").replace("\r", "\n").split("\n")))
        writer.writerow(row[:width])
    read = sheet(content.getvalue().encode(encoding))
    expected = [
        (record, *(clean(cell) or None for cell in row[:width]))
        for record, row in enumerate(cells, start=1)
    ]
    assert rows(read) == [row for row in expected if any(row[1:])]
    assert read.faults == ()
    assert [read.line_of(row[0]) for row in rows(read)] == [lines[row[0] - 1] for row in rows(read)]


PIECES = st.sampled_from(["a", ",", '"', '""', " ", "\n", "\r\n", "\r", "\t", '"q"', '"x\ny"', "é"])


@FEW
@given(st.lists(PIECES, max_size=25).map("".join))
def test_duckdb_and_python_make_the_same_of_any_text(sheet, content):
    content = "review_ref,title\n" + content
    fast = sheet(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text, "_read_fast", lambda *_: None)
        slow = sheet(content)
    assert rows(fast) == rows(slow)
    assert fast.faults == slow.faults
    assert [fast.place(row[0]) for row in rows(fast)] == [slow.place(row[0]) for row in rows(slow)]


@FEW
@given(
    st.binary(max_size=80)
    | st.binary(max_size=40).map(lambda some: b"review_ref,title\nR1," + some)
    | st.binary(max_size=40).map(lambda some: b"\xff\xfe" + some)
    | st.text(max_size=40).map(str.encode)
)
def test_any_bytes_are_a_sheet_or_are_refused(sheet, content):
    with contextlib.suppress(UnreadableFile):
        read = sheet(content)
        assert all(read.place(record) for record, *_ in rows(read))
