"""Tables in a Word document."""

from typing import Any

import pytest
from docx.oxml.ns import qn

from dashboard.briefing.document import Cell, Column, Paragraph, Table
from dashboard.briefing.text import plain
from dashboard.briefing.writers.word.tables import SHORT
from dashboard.theme import appraisal_cue, steps
from tests.dashboard.briefing.documents_drawn import CONTROL, HOSTILE, LONG_TABLE
from tests.dashboard.briefing.writers.word.read_back import cells, has, of_blocks, styled

TWO = (Column("Factor", weight=3), Column("Found in", True))


def of(rows: int, *notes: str) -> Table:
    """Return a table of so many rows."""
    held = tuple((f"Factor {n}", f"{n} of 20") for n in range(rows))
    return Table("Every factor", TWO, held, tuple(map(plain, notes)))


def stays_with_next(table: Any) -> list[bool]:
    """Say of each row whether it stays on the page of what follows."""
    return [has(row._tr, "w:keepNext") for row in table.rows]


def test_the_heading_row_alone_is_said_again_on_each_page():
    table = of_blocks(LONG_TABLE).tables[0]
    assert [has(row._tr, "w:tblHeader") for row in table.rows] == [True] + [False] * 60


def test_no_row_is_parted_by_the_end_of_a_page():
    table = of_blocks(LONG_TABLE).tables[0]
    assert all(has(row._tr, "w:cantSplit") for row in table.rows)


def test_a_table_holds_every_cell_in_its_place():
    table = of_blocks(LONG_TABLE).tables[0]
    assert cells(table) == [("Factor", "Where", "Found in"), *LONG_TABLE.rows]


def test_the_first_row_and_the_first_column_name_the_others():
    look = of_blocks(LONG_TABLE).tables[0]._tbl.find(".//" + qn("w:tblLook"))
    assert {look.get(qn(f"w:{name}")) for name in ("firstRow", "firstColumn")} == {"1"}


def test_the_title_stands_above_a_table_and_is_read_out_with_it():
    word = of_blocks(LONG_TABLE)
    (title,) = styled(word, "Caption")
    assert title.text == LONG_TABLE.title
    assert title._p.getnext() is word.tables[0]._tbl
    caption = word.tables[0]._tbl.find(".//" + qn("w:tblCaption"))
    assert caption.get(qn("w:val")) == LONG_TABLE.title


def test_the_notes_stand_beneath_a_table_in_their_order():
    word = of_blocks(of(2, "First.", "Second."))
    assert [note.text for note in styled(word, "Note")] == ["First.", "Second."]
    assert word.tables[0]._tbl.getnext() is styled(word, "Note")[0]._p


def test_numbers_are_set_to_the_right():
    table = of_blocks(of(1)).tables[0]
    assert [[has(cell._tc, "w:jc") for cell in row.cells] for row in table.rows] == [
        [False, True],
        [False, True],
    ]


@pytest.mark.parametrize("step", [1, 2, 3, 4, 5])
def test_a_cell_has_the_shade_of_its_step_and_letters_that_can_be_read_on_it(step):
    shaded = Table("One", TWO, (("Supervision", Cell("12 of 20", step)),), hue="problem")
    cell = of_blocks(shaded).tables[0].rows[1].cells[1]
    expected = steps(appraisal_cue("problem", "light").colour, "light")[step - 1]
    assert "#" + cell._tc.find(".//" + qn("w:shd")).get(qn("w:fill")) == expected.fill
    assert f"#{cell.paragraphs[0].runs[0].font.color.rgb}" == expected.text
    assert cell.text == "12 of 20"


def test_a_cell_of_no_step_has_no_shade():
    table = of_blocks(Table("One", TWO, (("Supervision", Cell("0 of 20")),))).tables[0]
    assert not has(table._tbl, "w:shd")


@pytest.mark.parametrize(("notes", "last"), [((), False), (("What is counted.",), True)])
def test_a_short_table_stays_on_one_page_with_its_notes(notes, last):
    rows = SHORT - 1
    table = of_blocks(of(rows, *notes)).tables[0]
    assert stays_with_next(table) == [True] * rows + [last]


@pytest.mark.parametrize("rows", [9, 20, 90])
def test_of_a_long_table_four_rows_stay_together_at_its_beginning_and_its_end(rows):
    table = of_blocks(of(rows)).tables[0]
    assert stays_with_next(table) == [True] * 4 + [False] * (rows - 7) + [True] * 3 + [False]


def test_a_note_of_the_section_stays_with_the_table_above_it():
    word = of_blocks(of(1), Paragraph(plain("What is counted."), "note"))
    assert stays_with_next(word.tables[0]) == [True, True]


def test_hostile_letters_stay_letters_within_their_cell():
    table = of_blocks(Table(HOSTILE, TWO, ((HOSTILE, CONTROL), ("]]>", "</w:t>")))).tables[0]
    held = cells(table)
    assert held[1][0] == HOSTILE
    assert held[1][1].isprintable()
    assert held[2] == ("]]>", "</w:t>")


def test_a_table_without_rows_is_its_headings():
    assert cells(of_blocks(of(0)).tables[0]) == [("Factor", "Found in")]


@pytest.mark.parametrize(
    ("cell", "size", "beside"), [("12 of 53", 9, 80), ("12 of 53 (23%; 14% to 36%)", 8, 70)]
)
def test_letters_are_smaller_where_numbers_then_stay_in_one_line(cell, size, beside):
    columns = (Column("Factor"), *(Column("Supervision", True) for _ in range(4)))
    word = of_blocks(Table("Many", columns, (("One", cell, cell, cell, cell),)))
    row = word.tables[0].rows[1]
    assert word.styles[row.cells[0].paragraphs[0].style.name].font.size.pt == size
    free = word.tables[0]._tbl.find(".//" + qn("w:tblCellMar"))
    assert {side.get(qn("w:w")) for side in free} == {str(beside)}
