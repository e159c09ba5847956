"""What stands in the document, in its order: the cover, and then each section."""

from io import BytesIO
from itertools import zip_longest
from typing import Any

from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.text.paragraph import Paragraph as Written

from dashboard.briefing.document import (
    Block,
    Bullets,
    Document,
    Paragraph,
    Quotation,
    Section,
    Subheading,
    Table,
)
from dashboard.briefing.drawing import as_png
from dashboard.briefing.figures import Bars, Dots, Figure, Trend
from dashboard.briefing.text import Run, on_a_line
from dashboard.briefing.writers.contents import has_contents
from dashboard.briefing.writers.widths import lies
from dashboard.briefing.writers.word.contents import add_contents, be_led_to
from dashboard.briefing.writers.word.letters import add_paragraph
from dashboard.briefing.writers.word.page import room, turn
from dashboard.briefing.writers.word.tables import add_table

_KINDS = {"plain": "Normal", "lead": "Lead", "note": "Note", "notice": "Notice"}
_AFTER_TABLE = Pt(10)
_AFTER_LIST = Pt(8)
_ABOVE_NOTICES, _BENEATH_TITLE = Pt(30), Pt(8)
_TALLEST = Cm(21)
_PIXELS = 700  # as in the PDF: letters of 7.5 to 8.3 points, and figures that are not too high
_SCALE = 2.5


def set_down(word: Word, document: Document) -> None:
    """Write the cover and the sections; the first appendix begins a page.

    What is short begins beneath its title, else the cover has a page of its own.
    """
    _cover(word, document)
    has_list = has_contents(document)
    if has_list:
        add_contents(word, document)
    before = None
    for place, section in enumerate(document.sections):
        if before is None:
            starts = not document.is_short
        else:
            starts = section.is_appendix and not before.is_appendix
        heading = _section(word, section, on_new_page=starts)
        if has_list:
            be_led_to(heading, place)
        before = section
    if _ends_in_table(word):
        word.add_paragraph(style="End")  # Word wants a paragraph after the last table


def _cover(word: Word, document: Document) -> None:
    """Write what the briefing is, whose, and what it rests on."""
    if document.marking:
        add_paragraph(word, document.marking, "Marking")
    add_paragraph(word, document.title, "Title")
    add_paragraph(word, document.subtitle, "Subtitle")
    add_paragraph(word, document.board, "Board")
    for name, value in document.facts:
        fact = add_paragraph(word, (Run(name, is_bold=True),), "Fact")
        fact.add_run("\t" + on_a_line(value))
    notices = [add_paragraph(word, notice, "Notice") for notice in document.notices]
    above = _BENEATH_TITLE if document.is_short else _ABOVE_NOTICES
    for first in notices[:1]:
        first.paragraph_format.space_before = above


def _section(word: Word, section: Section, *, on_new_page: bool) -> Written:
    """Write a heading and its blocks, and return the heading."""
    turn(word, is_wide=_lies(section.blocks[0] if section.blocks else None))
    heading = add_paragraph(word, section.heading, "Heading 1")
    if on_new_page:
        heading.paragraph_format.page_break_before = True
        heading.paragraph_format.space_before = Pt(0)
    for block, following in zip_longest(section.blocks, section.blocks[1:]):
        heads = isinstance(block, Subheading)
        turn(word, is_wide=_lies(following if heads else block))
        _block(word, block, following)
    if section.is_kept_whole:
        _keep_on_a_page(heading)
    return heading


def _keep_on_a_page(first: Written) -> None:
    """Keep everything from a paragraph to the end of the document on one page, if one can hold it.

    Word lets go of it where none can.
    """
    *before_last, last = [first._p, *first._p.itersiblings(qn("w:p"), qn("w:tbl"))]
    for paragraph in (one for block in before_last for one in block.iter(qn("w:p"))):
        Written(paragraph, first._parent).paragraph_format.keep_with_next = True
    for paragraph in (one for block in (*before_last, last) for one in block.iter(qn("w:p"))):
        Written(paragraph, first._parent).paragraph_format.keep_together = True


def _lies(block: Block | None) -> bool:
    """Say whether a block needs a page that lies."""
    return isinstance(block, Table) and lies(block)


def _block(word: Word, block: Block, following: Block | None) -> None:
    """Write a block; what has a note beneath it, or leads to a list, stays on the page of that."""
    has_note = isinstance(following, Paragraph) and following.kind == "note"
    follows_table = _ends_in_table(word)
    if isinstance(block, Table):
        add_table(word, block, room(word), has_note=has_note)
    elif isinstance(block, Dots | Bars | Trend):
        _figure(word, block, has_note=has_note)
    elif isinstance(block, Subheading):
        add_paragraph(word, block.text, "Heading 2")
    else:
        first = _words(word, block)
        if isinstance(block, Paragraph) and isinstance(following, Bullets | Quotation):
            first.paragraph_format.keep_with_next = True
        if follows_table:
            first.paragraph_format.space_before = _AFTER_TABLE


def _words(word: Word, block: Paragraph | Bullets | Quotation) -> Written:
    """Write sentences, and return the first paragraph of them."""
    if isinstance(block, Bullets):
        return _bullets(word, block)
    if isinstance(block, Quotation):
        first = add_paragraph(word, block.text, "Quote")
        add_paragraph(word, block.source, "Quote source")
        return first
    return add_paragraph(word, block.text, _KINDS[block.kind])


def _bullets(word: Word, bullets: Bullets) -> Written:
    """Write a list; a numbered one begins with 1, whatever stood before it."""
    style = "List Number" if bullets.is_numbered else "List Bullet"
    points = [add_paragraph(word, item, style) for item in bullets.items]
    points[-1].paragraph_format.space_after = _AFTER_LIST
    if bullets.is_numbered:
        numbering: Any = word.part.numbering_part.element
        of_style: Any = word.styles[style].element
        template = numbering.num_having_numId(of_style.pPr.numPr.numId.val)
        own = numbering.add_num(template.abstractNumId.val)
        own.add_lvlOverride(0).add_startOverride(1)
        for point in points:
            point._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = own.numId
    return points[0]


def _figure(word: Word, figure: Figure, *, has_note: bool) -> None:
    """Write the title of a figure and its picture, which those who do not see it are told of."""
    add_paragraph(word, figure.title, "Caption")
    paragraph = word.add_paragraph(style="Figure")
    paragraph.paragraph_format.keep_with_next = has_note or None
    shape = paragraph.add_run().add_picture(BytesIO(as_png(figure, _PIXELS, _SCALE)), room(word))
    if shape.height > _TALLEST:
        shape.width = Length(shape.width * _TALLEST // shape.height)
        shape.height = _TALLEST
    inline: Any = shape._inline
    inline.docPr.set("title", on_a_line(figure.title))
    inline.docPr.set("descr", on_a_line(figure.alt))
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")  # a reader may take what is not said for some room beside it


def _ends_in_table(word: Word) -> bool:
    """Say whether what was written last is a table."""
    last: Any = word.element.body.find(qn("w:sectPr")).getprevious()
    return last is not None and last.tag == qn("w:tbl")
