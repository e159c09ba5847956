"""A briefing as one HTML file: to be read in a browser, sent, kept, or printed from there.

It holds everything that it needs, runs nothing and loads nothing: its content security policy
forbids both. The template beside this file says what stands where, the style sheet how it looks.
"""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from dashboard.briefing.document import Block, Document, Section, Table
from dashboard.briefing.drawing import as_svg
from dashboard.briefing.figures import Bars, Dots, Figure, Trend
from dashboard.briefing.gathered import NUMBERS, table_of
from dashboard.briefing.text import printable
from dashboard.briefing.writers.style import style
from dashboard.briefing.writers.widths import LYING, SIZES, UPRIGHT, letters_of, lies, widths

WIDE, NARROW = 720, 360
"""CSS pixels: each figure is drawn for a screen or a sheet of paper, and again for a telephone."""
_FOLDER = Path(__file__).parent


def to_html(document: Document) -> bytes:
    """Return a briefing as one HTML file in UTF-8; the same document gives the same bytes."""
    return (
        _template()
        .render(
            document=document,
            style=Markup(style(document)),
            kind=_kind,
            drawn=_drawn,
            table_of=table_of,
            columns_of=_columns_of,
            anchors=_anchors(document),
            anchor_of=_anchor_of,
            widths={"wide": WIDE, "narrow": NARROW},
        )
        .encode("utf-8")
    )


@cache
def _template() -> Template:
    """Read the template: every value is escaped, and one that is missing is a fault."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("briefing.html.jinja")


def _printed(value: Any) -> Any:
    """Return text without what no print shows; what is HTML already stays as it is."""
    return printable(value) if type(value) is str else value


def _kind(block: Block) -> str:
    """Name what a block is, in the words of the template."""
    return "figure" if isinstance(block, Dots | Bars | Trend) else type(block).__name__.lower()


def _drawn(figure: Figure, width: int) -> Markup:
    """Draw a figure so many CSS pixels wide; what draws it escapes its texts."""
    return Markup(as_svg(figure, width))


def _columns_of(table: Table) -> dict[str, Any]:
    """Return the part of the width that each column has, and whether the letters are small.

    A browser's letters are nearly those of print, and so are lines of 45 rem: what is shared well
    on paper is shared well there.
    """
    room = LYING if lies(table) else UPRIGHT
    letters = letters_of(table, room)
    parts = [f"{100 * wide / room:.2f}" for wide in widths(table, letters, room)]
    return {"parts": parts, "is_small": letters != SIZES[0]}


def _anchor_of(section: Section, place: int) -> str:
    """Name the anchor of the block of a section that stands at a place, from 1."""
    return f"{section.key}-{place}"


def _anchors(document: Document) -> dict[Table, str]:
    """Return the anchor of each table of the numbers of a figure, where the template has them."""
    anchors: dict[Table, str] = {}
    for section in document.sections:
        if section.key == NUMBERS:
            for place, table in enumerate(section.blocks, start=1):
                if isinstance(table, Table):
                    anchors.setdefault(table, _anchor_of(section, place))
    return anchors
