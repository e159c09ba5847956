"""Labels inside Markdown: a label is text, whatever characters it holds."""

import re

# What Markdown, and `$`, `:` and `--` what Streamlit's dialect of it, take for more than a letter.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#$~|:&]|-(?=-))")
# What begins a list or underlines a heading, if it is the first thing on a line.
_LEADING = re.compile(r"^([ \t]*)(?:([-+=])|(\d+)([.)]))", flags=re.MULTILINE)
# An address that is made a link by its look alone.
_ADDRESS = re.compile(r"\b(www)\.", flags=re.IGNORECASE)


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is: no link, picture, formula, colour or list."""
    special = _SPECIAL.sub(r"\\\1", text)
    leading = _LEADING.sub(_escaped_lead, special)
    return _ADDRESS.sub(r"\1\\.", leading)


def bold(text: str) -> str:
    """Return text in bold, escaped."""
    return f"**{escaped(text)}**"


def _escaped_lead(found: re.Match[str]) -> str:
    """Escape what begins a line, after the space before it."""
    space, sign, number, point = found.groups()
    return f"{space}\\{sign}" if sign else f"{space}{number}\\{point}"
