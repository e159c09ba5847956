"""Tables: a heading row that is said again on each page, rows that stay whole, shaded cells.

They are written as XML, since a table of some hundred rows takes seconds otherwise.
"""

from collections.abc import Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Pt

from dashboard.briefing.document import Cell, Table, in_cell
from dashboard.briefing.text import on_a_line
from dashboard.briefing.writers.breaks import together
from dashboard.briefing.writers.widths import Letters, letters_of, widths
from dashboard.briefing.writers.word.letters import add_paragraph
from dashboard.briefing.writers.word.look import TABLE, of_table
from dashboard.theme import appraisal_cue, steps

SHORT = 9
"""A table of no more rows than these, its headings among them, stays on one page."""
_LOOK = (
    '<w:tblLook w:val="00A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" '
    'w:noHBand="0" w:noVBand="0"/>'
)


def add_table(word: Word, table: Table, room: Length, *, has_note: bool) -> None:
    """Write a table under its title, and its notes.

    Args:
        word: the document, to whose end it is written.
        table: what is written.
        room: between the margins.
        has_note: whether a note of its section stands beneath it.
    """
    add_paragraph(word, table.title, "Caption")
    letters = letters_of(table, room.pt)
    wide = [Pt(width).twips for width in widths(table, letters, room.pt)]
    styles = tuple(word.styles[name].style_id for name in of_table(letters))
    rows = "".join(_rows(table, wide, styles, has_note=has_note or bool(table.notes)))
    written = parse_xml(f"<w:tbl {nsdecls('w')}>{_head(word, table, wide, letters)}{rows}</w:tbl>")
    end: Any = word.element.body.find(qn("w:sectPr"))
    end.addprevious(written)
    for note in table.notes:
        add_paragraph(word, note, "Note")


def _head(word: Word, table: Table, wide: Sequence[int], letters: Letters) -> str:
    """Return what holds of the whole table: its title too, for those who hear it read."""
    beside = f'w:w="{Pt(letters.beside).twips}" w:type="dxa"'
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in wide)
    return (
        f'<w:tblPr><w:tblStyle w:val="{word.styles[TABLE].style_id}"/>'
        f'<w:tblW w:w="{sum(wide)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar><w:left {beside}/><w:right {beside}/></w:tblCellMar>{_LOOK}"
        f"<w:tblCaption w:val={quoteattr(on_a_line(table.title))}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def _rows(
    table: Table, wide: Sequence[int], styles: tuple[str, ...], *, has_note: bool
) -> Iterator[str]:
    """Yield the heading row, and each row beneath it."""
    rows = [tuple(column.name for column in table.columns), *table.rows]
    to_right = [column.is_number for column in table.columns]
    fills = [*_fills(table.hue)]
    for number, row in enumerate(rows):
        heads = "<w:tblHeader/>" if number == 0 else ""
        form = f'<w:pStyle w:val="{styles[min(number, 1)]}"/>'
        if _keeps(number, len(rows), has_note=has_note):
            form += "<w:keepNext/>"
        cells = "".join(
            _cell(cell, width, form + ('<w:jc w:val="right"/>' if right else ""), fills)
            for cell, width, right in zip(row, wide, to_right, strict=True)
        )
        yield f"<w:tr><w:trPr><w:cantSplit/>{heads}</w:trPr>{cells}</w:tr>"


def _keeps(number: int, of: int, *, has_note: bool) -> bool:
    """Say whether a row stays on the page of what follows it."""
    if number == of - 1:
        return has_note
    few = together(of - 1)
    return of <= SHORT or number < few or number >= of - few


def _fills(hue: str) -> Iterator[tuple[str, str]]:
    """Yield for each step of shade, none first, how the cell and its letters are coloured."""
    yield "", ""
    for step in steps(appraisal_cue(hue, "light").colour, "light"):
        yield (
            f'<w:shd w:val="clear" w:color="auto" w:fill="{step.fill[1:]}"/>',
            f'<w:rPr><w:color w:val="{step.text[1:]}"/></w:rPr>',
        )


def _cell(cell: str | Cell, width: int, form: str, fills: Sequence[tuple[str, str]]) -> str:
    """Return a cell."""
    fill, colour = fills[cell.step if isinstance(cell, Cell) else 0]
    text = escape(on_a_line(in_cell(cell)))
    run = f'<w:r>{colour}<w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>'
        f"<w:p><w:pPr>{form}</w:pPr>{run}</w:p></w:tc>"
    )
