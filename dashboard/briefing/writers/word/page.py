"""The pages of the document: their size, what runs at their head and foot, and its properties."""

from typing import Any

from docx.document import Document as Word
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.section import Section
from docx.shared import Cm, Length, Pt

from dashboard.briefing.document import Document
from dashboard.briefing.text import Run, on_a_line
from dashboard.briefing.writers.word.letters import add_paragraph

_SHORT, _LONG, _MARGIN = Cm(21.0), Cm(29.7), Cm(2)
_HEAD = Cm(0.9)
_BENEATH_HEAD = Pt(14)


def lay_out(word: Word, document: Document) -> None:
    """Set A4 pages, and what runs at head and foot of each page but a cover."""
    section = word.sections[0]
    section.different_first_page_header_footer = not document.is_short
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    section.header_distance = section.footer_distance = _HEAD
    _turn(section, WD_ORIENT.PORTRAIT)
    _run_at_the_head(section, document)
    _run_at_the_foot(section, document)


def turn(word: Word, *, is_wide: bool) -> None:
    """Go on upright, or on a page that lies for what is wide; nothing where it is so already."""
    wanted = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
    if word.sections[-1].orientation == wanted:
        return
    section = word.add_section(WD_SECTION.NEW_PAGE)
    section.different_first_page_header_footer = False
    _turn(section, wanted)
    end: Any = word.paragraphs[-1]
    end.style = "End"


def room(word: Word) -> Length:
    """Return the width between the margins of the page that is being written."""
    section: Any = word.sections[-1]
    return Length(section.page_width - section.left_margin - section.right_margin)


def _turn(section: Section, orientation: WD_ORIENT) -> None:
    """Set the size of the pages of a section."""
    is_wide = orientation == WD_ORIENT.LANDSCAPE
    section.orientation = orientation
    section.page_width, section.page_height = (_LONG, _SHORT) if is_wide else (_SHORT, _LONG)


def _run_at_the_head(section: Section, document: Document) -> None:
    """Say at the head how it is marked, which filters hold, and how old the data are."""
    head = section.header
    empty, *_ = head.paragraphs
    if document.marking:
        add_paragraph(head, (Run(document.marking, is_bold=True),), "Header")
    last = add_paragraph(head, document.running, "Header")
    last.paragraph_format.space_after = _BENEATH_HEAD
    head._element.remove(empty._p)


def _run_at_the_foot(section: Section, document: Document) -> None:
    """Say at the foot which page it is, and whose briefing."""
    foot, *_ = section.footer.paragraphs
    for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        foot.add_run(words)
        foot._p.append(
            parse_xml(
                f'<w:fldSimple {nsdecls("w")} w:instr="{field}"><w:r><w:t>1</w:t></w:r>'
                "</w:fldSimple>"
            )
        )
    foot.add_run(f" · {on_a_line(document.board)}")


def forget_thumbnail(word: Word) -> None:
    """Leave out the picture of the empty page from which every document begins."""
    package: Any = word.part.package
    for name, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[name]
