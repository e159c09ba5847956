"""Text of a briefing: runs of plain and bold letters, read from the sentences of the pages."""

import unicodedata
from typing import NamedTuple

from markdown_it import MarkdownIt

_READER = MarkdownIt("zero").enable(["emphasis", "escape", "newline"])

_JOINERS = "\u00ad\u200c\u200d"  # a soft hyphen, and what joins letters or keeps them apart


class Run(NamedTuple):
    """Letters that look alike."""

    text: str
    is_bold: bool = False


Text = tuple[Run, ...]


def plain(text: str) -> Text:
    """Return text as it is, whatever characters it holds."""
    return (Run(text),) if text else ()


def said(markdown: str) -> Text:
    """Read what `dashboard.sentences` says: bold runs, and escaped characters as themselves.

    Args:
        markdown: a sentence, or several; of Markdown it holds only bold and escapes.
    """
    runs: list[Run] = []
    depth = 0
    for token in _READER.parseInline(markdown)[0].children or []:
        if token.type in ("strong_open", "strong_close"):
            depth += 1 if token.type == "strong_open" else -1
        elif token.type in ("softbreak", "hardbreak"):
            runs.append(Run(" ", depth > 0))
        elif token.content:
            runs.append(Run(token.content, depth > 0))
    return _joined(runs)


def letters(text: Text) -> str:
    """Return the letters of a text alone."""
    return "".join(run.text for run in text)


def printable(text: str) -> str:
    """Return text without what no print shows: control characters, and marks of direction.

    XML does not hold the first, and the second can make words read as others.
    """
    return text if text.isprintable() else "".join(map(_printed, text))


def on_a_line(text: str) -> str:
    """Return text as it is printed, without a break."""
    return " ".join(printable(text).split())


def _printed(letter: str) -> str:
    """Return a letter, a space for white space, or nothing for what is not printed."""
    if letter.isspace():
        return " "
    is_hidden = unicodedata.category(letter).startswith("C") and letter not in _JOINERS
    return "" if is_hidden else letter


def _joined(runs: list[Run]) -> Text:
    """Join neighbours that look alike."""
    found: list[Run] = []
    for run in runs:
        if found and found[-1].is_bold == run.is_bold:
            found[-1] = Run(found[-1].text + run.text, run.is_bold)
        else:
            found.append(run)
    return tuple(found)
