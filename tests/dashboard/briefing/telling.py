"""What a section tells, for a test to read."""

from dashboard.briefing.document import Bullets, Cell, Paragraph, Section, Table
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.parts import PARTS
from dashboard.briefing.template import Part
from dashboard.briefing.text import letters


def made(show: str, inquiry: Inquiry, most: int = 0) -> Section:
    """Make one part."""
    return PARTS[show](inquiry, Part(show, "Heading", most=most))


def message(section: Section) -> str:
    """Return the letters of what it comes to."""
    return letters(section.message)


def paragraphs(section: Section, kind: str | None = None) -> list[str]:
    """Return the letters of its paragraphs, of all kinds or of one."""
    found = [block for block in section.blocks if isinstance(block, Paragraph)]
    return [letters(block.text) for block in found if kind in (None, block.kind)]


def points(section: Section) -> list[str]:
    """Return the letters of its lists."""
    lists = [block for block in section.blocks if isinstance(block, Bullets)]
    return [letters(item) for block in lists for item in block.items]


def tables(section: Section) -> dict[str, list[tuple[str, ...]]]:
    """Return the rows of its tables by title."""
    found = [block for block in section.blocks if isinstance(block, Table)]
    return {
        table.title: [
            tuple(cell.text if isinstance(cell, Cell) else cell for cell in row)
            for row in table.rows
        ]
        for table in found
    }


def asked(section: Section) -> list[str]:
    """Return the letters of its questions."""
    return [letters(question.text) for question in section.questions]
