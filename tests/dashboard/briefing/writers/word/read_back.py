"""A Word document read back, as Word and a screen reader find it."""

from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn

from dashboard.briefing.document import Block, Document, Section
from dashboard.briefing.writers.word import to_docx
from tests.dashboard.briefing.documents_drawn import document


def read(written: Document) -> Any:
    """Return a briefing as the Word document that it is written as."""
    return docx.Document(BytesIO(to_docx(written)))


def of_blocks(*blocks: Block) -> Any:
    """Return the Word document of a briefing of one section, of these blocks."""
    return read(of_sections(Section("one", "One", blocks)))


def of_sections(*sections: Section) -> Document:
    """Return a briefing of these sections, else as it is drawn."""
    drawn = document()
    return Document(
        drawn.title,
        drawn.subtitle,
        drawn.board,
        drawn.marking,
        drawn.data_date,
        drawn.running,
        drawn.facts,
        drawn.notices,
        sections,
    )


def headings(word: Any) -> list[tuple[int, str]]:
    """Return the headings in their order, each with its level."""
    return [
        (int(paragraph.style.name[-1]), paragraph.text)
        for paragraph in word.paragraphs
        if paragraph.style.name.startswith("Heading")
    ]


def styled(word: Any, style: str) -> list[Any]:
    """Return the paragraphs of a style."""
    return [paragraph for paragraph in word.paragraphs if paragraph.style.name == style]


def cells(table: Any) -> list[tuple[str, ...]]:
    """Return what stands in the cells of a table, a row each."""
    return [tuple(cell.text for cell in row.cells) for row in table.rows]


def has(element: Any, name: str) -> bool:
    """Say whether an element holds another, such as "w:tblHeader"."""
    return element.find(f".//{qn(name)}") is not None
