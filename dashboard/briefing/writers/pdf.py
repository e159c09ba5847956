"""A briefing as PDF: tagged for those who hear it (PDF/UA-1), and the same bytes on any day.

What the briefing says goes to typst as data, never as code: no letter of a finding is a command.
"""

import json
from collections.abc import Iterator, Sequence
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
from dashboard.briefing.writers.glyphs import in_print
from dashboard.briefing.writers.widths import height, needed, widths

MOST_IN_FULL_SIZE = 7
"""With more columns than this a table has smaller letters; it lies where even they have no room."""
MOST_UPRIGHT = 12
"""With more columns than this a table lies in any case."""
SIZE, SMALLER, INSET = 9.0, 7.5, 4.0
"""Points: the letters of a table, and what its cells leave free around them."""
UPRIGHT, LYING = 481.0, 728.0
"""Points between the margins of a page."""
KEPT_TOGETHER = 450.0
"""Points: a table that is no higher is not broken across pages."""
WIDTH = 640
"""Pixels of a figure, which is as wide as the lines: its letters of 12 pixels have 9 points."""
HIGHEST = 780
"""Pixels of a figure that a page holds beneath a heading; a higher one is made smaller."""
_HERE = Path(__file__).parent
_FONTS = _HERE.parent / "fonts"
_TONES = ("text", "muted", "rule", "surface")
Plain = dict[str, Any]


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
        "has-contents": not document.is_short,
        "tones": {name: getattr(ground, name) for name in _TONES},
    }


def _sections(sections: Sequence[Section]) -> Iterator[Plain]:
    """Yield each section; the first of the appendices begins a page."""
    is_appendix = False
    for section in sections:
        lies = any(_lies(block) for block in section.blocks if isinstance(block, Table))
        yield {
            "heading": section.heading,
            "blocks": list(_blocks(section.blocks, LYING if lies else UPRIGHT)),
            "is-lying": lies,
            "begins-page": section.is_appendix and not is_appendix,
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
        made["is-led"] = isinstance(block, Paragraph) and isinstance(after, Bullets | Quotation)
        figure = made if made["kind"] == "figure" else None
        if not figure:
            yield made
    if figure:
        yield figure


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
    svg = as_svg(figure, WIDTH)
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


def _size(table: Table) -> float:
    """Return the size of the letters of a table, in points."""
    return SIZE if len(table.columns) <= MOST_IN_FULL_SIZE else SMALLER


def _lies(table: Table) -> bool:
    """Say whether a table needs more room than an upright page has."""
    least = sum(needed(table, _size(table), INSET))
    return len(table.columns) > MOST_UPRIGHT or (_size(table) < SIZE and least > UPRIGHT)


def _table(table: Table, room: float) -> Plain:
    """Return a table; what is shaded says in which colours."""
    size = _size(table)
    wide = widths(table, size, INSET, room)
    return {
        "kind": "table",
        "title": table.title,
        "size": size,
        "inset": INSET,
        "is-tight": sum(needed(table, size, INSET)) > room,
        "is-broken": height(table, wide, size, INSET) > KEPT_TOGETHER,
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
