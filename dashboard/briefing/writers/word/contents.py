"""The list of contents, as the field that Word makes of the headings, with its lines filled in.

It names no pages: only Word knows where a heading comes to stand, and a number written before that
could be wrong. Each line leads to its heading; "Update field" writes the list anew.
"""

from typing import Any

from docx.document import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from dashboard.briefing.document import Document
from dashboard.briefing.text import on_a_line
from dashboard.briefing.writers.word.letters import add_paragraph

HEADING = "Contents"
FIELD = r' TOC \o "1-1" \n \h \z '
"""Headings of the first rank, without pages, as links: ECMA-376, part 1, 17.16.5.68."""


def add_contents(word: Word, document: Document) -> None:
    """Write a line for each section, which leads to its heading.

    Args:
        word: the document, to whose end it is written.
        document: the briefing; it has at least one section.
    """
    add_paragraph(word, HEADING, "TOC Heading")
    lines = [word.add_paragraph(style="toc 1") for _ in document.sections]
    for place, (line, section) in enumerate(zip(lines, document.sections, strict=True)):
        link: Any = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), _name(place))
        link.set(qn("w:history"), "1")
        link.append(line.add_run(on_a_line(section.heading))._r)
        line._p.append(link)
    first: Any = lines[0]._p
    for run in (_mark("begin"), _instruction(), _mark("separate")):
        first.insert_element_before(run, "w:hyperlink")
    lines[-1]._p.append(_mark("end"))


def be_led_to(heading: Paragraph, place: int) -> None:
    """Let the line of a section in the list lead to its heading.

    Args:
        heading: of the section.
        place: of the section, from 0.
    """
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(place))
    start.set(qn("w:name"), _name(place))
    heading._p.insert_element_before(start, "w:r")
    heading._p.append(end)


def _name(place: int) -> str:
    """Name the bookmark of a heading as Word does."""
    return f"_Toc{place + 1:09d}"


def _mark(kind: str) -> Any:
    """Return a run that begins the field, parts it from what it shows, or ends it."""
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return _run(mark)


def _instruction() -> Any:
    """Return the run that says what the field shows."""
    instruction: Any = OxmlElement("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = FIELD
    return _run(instruction)


def _run(held: Any) -> Any:
    """Return a run that holds an element."""
    run: Any = OxmlElement("w:r")
    run.append(held)
    return run
