"""What an Office file says of itself: what it is, whose, how it is marked, and of which day."""

from datetime import datetime, time
from typing import Any

from dashboard.briefing.document import Document
from dashboard.briefing.text import on_a_line

_AUTHOR, _LANGUAGE = "Crossreview", "en-GB"
_MOST = 255  # letters that a property of an Office file can hold


def bear_properties(properties: Any, document: Document) -> None:
    """Write the properties of a file.

    Args:
        properties: the core properties of a Word document or of a presentation.
        document: the briefing.
    """
    properties.title = _property(f"{document.title}: {document.subtitle}")
    properties.subject = _property(document.board)
    properties.author = properties.last_modified_by = _AUTHOR
    properties.category = properties.keywords = _property(document.marking)
    properties.comments = _property(document.running)
    properties.language, properties.revision = _LANGUAGE, 1
    day = datetime.combine(document.data_date, time())
    properties.created = properties.modified = properties.last_printed = day


def _property(text: str) -> str:
    """Return text that fits a property."""
    return on_a_line(text)[:_MOST]
