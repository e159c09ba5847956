"""Labels in several lines: never cut, never turned on their side."""

import html
import textwrap

LINE = 47
"""Characters in a line: what a chart 360 pixels wide holds in the size of its labels."""


def wrapped(label: str, line: int = LINE) -> list[str]:
    """Break a label into lines at its spaces; a word longer than a line is broken too.

    Args:
        label: plain text.
        line: most characters in a line.

    Returns:
        At least one line, of plain text.
    """
    return textwrap.wrap(label, line) or [""]


def as_plotly(lines: list[str]) -> str:
    """Join lines for plotly, in whose text `<` begins a tag."""
    return "<br>".join(html.escape(line, quote=False) for line in lines)
