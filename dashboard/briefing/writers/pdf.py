"""A briefing as PDF: tagged for those who hear it (PDF/UA-1), and the same bytes on any day.

What the briefing says goes to typst as data, never as code: no letter of a finding is a command.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from itertools import zip_longest
from pathlib import Path
from typing import Any

from dashboard import theme
from dashboard.briefing.document import (
    Block,
    Bullets,
    Cell,
    Document,
    Paragraph,
    Quotation,
    Section,
    Subheading,
    Table,
)
from dashboard.briefing.drawing import as_svg
from dashboard.briefing.figures import Figure
from dashboard.briefing.text import printable
from dashboard.briefing.writers.breaks import together_within
from dashboard.briefing.writers.contents import has_contents
from dashboard.briefing.writers.glyphs import in_picture, in_print
from dashboard.briefing.writers.widths import (
    LYING,
    UPRIGHT,
    height,
    letters_of,
    lies,
    needed,
    widths,
)

MOST_IN_ONE_PIECE = 6
"""A list of no more points that has a note is not broken across pages."""
KEPT_TOGETHER = 200.0
"""Points: a table that is no higher is not broken across pages."""
HIGHEST_END = 220.0
"""Points: the first rows, and the last, of a table that is broken are together if no higher."""
TITLE = 24.0
"""Points of the title of a table, with what is free beneath it."""
WIDTH = 700
"""Pixels of a figure, which is as wide as the lines: its letters have 7.5 to 8.3 points.

With larger ones more figures are too high for what is left of a page, and leave it blank."""
HIGHEST = 853
"""Pixels of a figure that a page holds beneath a heading; a higher one is made smaller."""
_HERE = Path(__file__).parent
_FONTS = _HERE.parent / "fonts"
_TONES = ("text", "muted", "rule", "surface")
Plain = dict[str, Any]
Row = tuple[str | Cell, ...]


def to_pdf(document: Document) -> bytes:
    """Return a briefing as PDF, for A4."""
    import typst

    day = datetime.combine(document.data_date, time.min, UTC)
    return typst.compile(
        (_HERE / "briefing.typ").read_bytes(),
        format="pdf",
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[_FONTS]
        ),
        sys_inputs={"briefing": json.dumps(_printable(_document(document)))},
        pdf_standards=["ua-1"],
        timestamp=int(day.timestamp()),
    )


def _document(document: Document) -> Plain:
    """Return a briefing as what JSON holds."""
    ground = theme.ground("light")
    day = document.data_date
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "board": document.board,
        "marking": document.marking,
        "running": document.running,
        "date": [day.year, day.month, day.day],
        "facts": document.facts,
        "notices": document.notices,
        "sections": list(_sections(document.sections)),
        "is-short": document.is_short,
        "has-contents": has_contents(document),
        "tones": {name: getattr(ground, name) for name in _TONES},
    }


def _sections(sections: Sequence[Section]) -> Iterator[Plain]:
    """Yield each section; the first of the appendices begins a page."""
    is_appendix = False
    for section in sections:
        is_lying = any(lies(block) for block in section.blocks if isinstance(block, Table))
        yield {
            "heading": section.heading,
            "blocks": list(_blocks(section.blocks, LYING if is_lying else UPRIGHT)),
            "is-lying": is_lying,
            "begins-page": section.is_appendix and not is_appendix,
            "is-kept-whole": section.is_kept_whole,
        }
        is_appendix = section.is_appendix


def _blocks(blocks: Sequence[Block], room: float) -> Iterator[Plain]:
    """Yield each block; small print stays with its figure, and what leads to a list with it."""
    figure: Plain | None = None
    for block, after in zip_longest(blocks, blocks[1:]):
        if figure and isinstance(block, Paragraph) and block.kind == "note":
            figure["notes"].append(block.text)
            continue
        if figure:
            yield figure
        made = _block(block, room)
        made["is-led"] = _leads(block, after)
        figure = made if made["kind"] == "figure" else None
        if not figure:
            yield made
    if figure:
        yield figure


def _leads(block: Block, after: Block | None) -> bool:
    """Say whether a block stays on the page of the next: what leads to it, or has a note."""
    if isinstance(block, Paragraph) and isinstance(after, Bullets | Quotation):
        return True
    if isinstance(block, Paragraph) and isinstance(after, Table):
        return block.kind == "lead"
    has_note = isinstance(after, Paragraph) and after.kind == "note"
    if isinstance(block, Bullets):
        return has_note and len(block.items) <= MOST_IN_ONE_PIECE
    return has_note and isinstance(block, Paragraph)


def _block(block: Block, room: float) -> Plain:
    """Return one block."""
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "speaks": block.kind, "text": block.text}
    if isinstance(block, Bullets):
        return {"kind": "bullets", "items": block.items, "is-numbered": block.is_numbered}
    if isinstance(block, Subheading):
        return {"kind": "subheading", "text": block.text}
    if isinstance(block, Quotation):
        return {"kind": "quotation", "text": block.text, "source": block.source}
    return _table(block, room) if isinstance(block, Table) else _figure(block)


def _figure(figure: Figure) -> Plain:
    """Return a figure as the picture of it."""
    svg = in_picture(as_svg(figure, WIDTH))
    return {
        "kind": "figure",
        "title": figure.title,
        "alt": figure.alt or figure.title,
        "svg": svg,
        "part-of-width": min(1.0, HIGHEST / _height(svg)),
        "notes": [],
    }


def _height(svg: str) -> float:
    """Return how high a picture is, in pixels."""
    return float(svg.partition(' height="')[2].partition('"')[0])


def _table(table: Table, room: float) -> Plain:
    """Return a table; what is shaded says in which colours."""
    letters = letters_of(table, room)
    wide = widths(table, letters, room)

    def high(rows: Sequence[Row]) -> float:
        return height(replace(table, rows=tuple(rows)), wide, letters)

    rows = table.rows
    first = together_within(len(rows), HIGHEST_END, lambda few: high(rows[:few]))
    last = together_within(len(rows), HIGHEST_END, lambda few: high(rows[-few:]))
    is_broken = len(rows) > 1 and high(rows) > KEPT_TOGETHER
    return {
        "kind": "table",
        "title": table.title,
        "size": letters.size,
        "beside": letters.beside,
        "above": letters.above,
        "is-tight": sum(needed(table, letters)) > room,
        "is-broken": is_broken,
        "beginning": TITLE + high(rows[:first]),
        "at-the-end": last if is_broken else 0,
        "columns": [
            {"name": one.name, "is-number": one.is_number, "width": width}
            for one, width in zip(table.columns, wide, strict=True)
        ],
        "rows": [[_cell(cell, table.hue) for cell in row] for row in table.rows],
        "notes": table.notes,
    }


def _cell(cell: str | Cell, hue: str) -> str | Plain:
    """Return a cell."""
    if isinstance(cell, str):
        return cell
    if not cell.step:
        return cell.text
    colour = theme.appraisal_cue(hue, "light").colour
    shade = theme.steps(colour, "light")[cell.step - 1]
    return {"text": cell.text, "fill": shade.fill, "ink": shade.text}


def _printable(value: Any) -> Any:
    """Return plain values with the letters alone that can be printed."""
    if isinstance(value, str):
        return in_print(printable(value))
    if isinstance(value, dict):
        return {name: _printable(one) for name, one in value.items()}
    return [_printable(one) for one in value] if isinstance(value, list | tuple) else value
