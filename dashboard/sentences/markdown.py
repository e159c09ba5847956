"""Labels inside Markdown: a label is text, whatever characters it holds."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#$~|:])")


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is, `$` and `:` of Streamlit's dialect included."""
    return _SPECIAL.sub(r"\\\1", text)


def bold(text: str) -> str:
    """Return text in bold, escaped."""
    return f"**{escaped(text)}**"
