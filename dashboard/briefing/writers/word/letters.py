"""Runs of letters in a paragraph of Word; what XML does not hold is left out."""

from typing import Any

from docx.text.paragraph import Paragraph

from dashboard.briefing.text import Text, plain, printable

STRONG = "Strong"
"""The style of what is bold in a sentence."""


def add_paragraph(holder: Any, text: Text | str, style: str) -> Paragraph:
    """Add a paragraph, and return it.

    Args:
        holder: the document, or the head of its pages.
        text: runs of plain and bold letters; or a plain text.
        style: the name of its style.
    """
    paragraph = holder.add_paragraph(style=style)
    for run in plain(text) if isinstance(text, str) else text:
        paragraph.add_run(printable(run.text), STRONG if run.is_bold else None)
    return paragraph
