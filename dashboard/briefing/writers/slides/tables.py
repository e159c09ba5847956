"""A table on a slide: its headings flagged, lines between its rows, shades where it has any."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from dashboard import theme
from dashboard.briefing.document import Cell, Table, in_cell
from dashboard.briefing.text import Text, plain
from dashboard.briefing.writers.slides import boxes, looks, measure
from dashboard.briefing.writers.slides.letters import GREYS, colour, set_down
from dashboard.briefing.writers.slides.native import Box

Row = Sequence[str | Cell]

BARE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The style of a table without fills or lines of its own."""
ROOMY, DENSE = 14, 12
"""Sizes of the letters of a table, in points: as a rule, and in one of many columns or rows."""
MOST_ROOMY = 5
TITLE, NOTE = 14, 12
_ASIDE, _ABOVE, _GAP = 6.0, 4.0, 8.0  # points within a cell, and between title, table and notes


@dataclass(frozen=True)
class Form:
    """How a table is set.

    Attributes:
        size: of its letters, in points.
        widths: of its columns, in points.
    """

    size: int
    widths: tuple[float, ...]

    def row_height(self, row: Row) -> float:
        """Return the height of a row, in points."""
        return self._height([in_cell(cell) for cell in row], is_bold=False)

    def heading_height(self, table: Table) -> float:
        """Return the height of the headings, in points."""
        return self._height([column.name for column in table.columns], is_bold=True)

    def _height(self, texts: Sequence[str], *, is_bold: bool) -> float:
        """Return the height of the highest cell."""
        rooms = [wide - 2 * _ASIDE for wide in self.widths]
        return 2 * _ABOVE + max(
            measure.height(text, self.size, room, is_bold=is_bold)
            for text, room in zip(texts, rooms, strict=True)
        )


def form_of(table: Table, width: float, height: float) -> Form:
    """Return how a table is set: in large letters where there is room for all of it.

    Args:
        table: the table.
        width: of the room on a slide, in points.
        height: of that room.
    """
    form = _form(table, width, ROOMY)
    rows = sum(map(form.row_height, table.rows))
    has_room = around(table, form, width) + rows <= height
    return form if has_room and len(table.columns) <= MOST_ROOMY else _form(table, width, DENSE)


def _form(table: Table, width: float, size: int) -> Form:
    """Return how a table is set in letters of a size."""
    total = sum(column.weight for column in table.columns)
    wanted = [width * column.weight / total for column in table.columns]
    least = [_longest_word(table, place, size) for place in range(len(table.columns))]
    return Form(size, tuple(_widened(wanted, least, width)))


def around(table: Table, form: Form, width: float) -> float:
    """Return the height of all but the rows: title, headings and notes, in points."""
    return _head(table, width) + form.heading_height(table) + _foot(table.notes, width)


def draw(slide: Any, table: Table, box: Box) -> Any:
    """Set a table down.

    Args:
        slide: where.
        table: the table, of so many rows as fit.
        box: its place, with its title and notes.

    Returns:
        The graphic frame of the table.
    """
    form, head = form_of(table, box.width, box.height), _head(table, box.width)
    if table.title:
        boxes.write(slide, [plain(table.title)], box._replace(height=head), TITLE, is_bold=True)
    heights = [form.heading_height(table), *map(form.row_height, table.rows)]
    frame = slide.shapes.add_table(
        len(heights),
        len(table.columns),
        *(Pt(one) for one in (box.left, box.top + head, box.width, sum(heights))),
    )
    held = frame.table
    held.first_row = held.first_col = True
    held.horz_banding = False
    held._tbl.tblPr.find("{*}tableStyleId").text = BARE
    for column, wide in zip(held.columns, form.widths, strict=True):
        column.width = Pt(wide)
    for row, high in zip(held.rows, heights, strict=True):
        row.height = Pt(high)
    _fill(held, table, form)
    if table.notes:
        top = box.top + head + sum(heights) + _GAP
        foot = Box(box.left, top, box.width, _foot(table.notes, box.width))
        boxes.write(slide, table.notes, foot, NOTE, is_bold=None)
    return frame


def _head(table: Table, width: float) -> float:
    """Return the height of the title."""
    return measure.height(table.title, TITLE, width, is_bold=True) + _GAP if table.title else 0.0


def _foot(notes: Sequence[Text], width: float) -> float:
    """Return the height of the notes."""
    return boxes.height(notes, NOTE, width) + _GAP if notes else 0.0


def _longest_word(table: Table, place: int, size: int) -> float:
    """Return the width that no word of a column is broken in, up to a fifth of a slide."""
    heading = table.columns[place].name.split()
    words = [word for row in table.rows for word in in_cell(row[place]).split()]
    bold = [measure.width(word, size, is_bold=True) for word in heading]
    return min(160.0, max([*bold, *(measure.width(w, size) for w in words), 0.0])) + 2 * _ASIDE


def _widened(wanted: Sequence[float], least: Sequence[float], width: float) -> list[float]:
    """Return widths that add up: none under the least where that can be, the rest as wanted."""
    short = [max(low - want, 0.0) for want, low in zip(wanted, least, strict=True)]
    spare = [max(want - low, 0.0) for want, low in zip(wanted, least, strict=True)]
    taken = min(1.0, sum(short) / sum(spare)) if sum(spare) else 0.0
    widths = [
        want + more - taken * less for want, more, less in zip(wanted, short, spare, strict=True)
    ]
    return [width * one / sum(widths) for one in widths]


def _fill(held: Any, table: Table, form: Form) -> None:
    """Write the headings and the cells."""
    for place, column in enumerate(table.columns):
        cell = held.cell(0, place)
        _cell(cell, column.name, form, is_number=column.is_number, is_bold=True)
        _shade(cell, GREYS.surface)
    steps = theme.steps(looks.shade(table.hue), "light")
    for row, cells in enumerate(table.rows, 1):
        for place, one in enumerate(cells):
            cell, step = held.cell(row, place), one.step if isinstance(one, Cell) else 0
            ink = steps[step - 1].text if step else GREYS.text
            is_number = table.columns[place].is_number
            _cell(cell, in_cell(one), form, is_number=is_number, is_bold=False, ink=ink)
            if step:
                _shade(cell, steps[step - 1].fill)


def _cell(
    cell: Any,
    text: str,
    form: Form,
    *,
    is_number: bool,
    is_bold: bool,
    ink: str = GREYS.text,
) -> None:
    """Write one cell, with a line beneath it."""
    cell.margin_left = cell.margin_right = Pt(_ASIDE)
    cell.margin_top = cell.margin_bottom = Pt(_ABOVE)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if is_bold else MSO_ANCHOR.MIDDLE
    set_down(cell.text_frame, [text or " "], size=form.size, is_bold=is_bold, fill=ink)
    if is_number:
        cell.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
    ruled, wide = (GREYS.muted, 12700) if is_bold else (GREYS.rule, 9525)
    cell._tc.get_or_add_tcPr().insert(
        0,
        parse_xml(
            f"<a:lnB {nsdecls('a')} w='{wide}'><a:solidFill><a:srgbClr val='{ruled[1:]}'/>"
            "</a:solidFill></a:lnB>"
        ),
    )


def _shade(cell: Any, fill: str) -> None:
    """Shade a cell."""
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour(fill)
