"""Whether a printed briefing has a list of contents: what is long, and not read at a sitting."""

from dashboard.briefing.document import Document

MOST_WITHOUT = 7
"""With more sections than this there is a list of contents, unless the briefing is short."""


def has_contents(document: Document) -> bool:
    """Say whether a briefing on paper has a list of contents."""
    return len(document.sections) > MOST_WITHOUT and not document.is_short
