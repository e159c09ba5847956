"""The style sheet of the HTML briefing: the file beside it, with colours of `dashboard.theme`."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from dashboard.briefing.document import Document, Table
from dashboard.briefing.text import printable
from dashboard.theme import APPRAISALS, Mode, appraisal_cue, ground, layer_cue, steps

_SHEET = Path(__file__).with_name("briefing.css")
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ")


def style(document: Document) -> str:
    """Return the whole style sheet of a document.

    What of it comes from the document stands in CSS strings whose every character is a letter, a
    digit, a space or an escape: so it can neither end the string nor the style sheet.
    """
    return "\n".join(
        [
            *_colours(document, "light"),
            "@media screen and (prefers-color-scheme: dark) {",
            *_colours(document, "dark"),
            "}",
            _SHEET.read_text(encoding="utf-8").rstrip(),
            *_margins(document),
        ]
    )


def _colours(document: Document, mode: Mode) -> Iterable[str]:
    """Yield the greys of a mode, and the steps of each hue that a table of the document has."""
    greys = " ".join(f"--{name}: {colour};" for name, colour in asdict(ground(mode)).items())
    yield f":root {{ color-scheme: {mode}; {greys} }}"
    for hue in sorted(_hues(document)):
        for number, step in enumerate(steps(_colour(hue, mode), mode), start=1):
            yield f".{hue}-{number} {{ background: {step.fill}; color: {step.text}; }}"


def _hues(document: Document) -> set[str]:
    """Return the hue of every table."""
    return {
        block.hue
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Table)
    }


def _colour(hue: str, mode: Mode) -> str:
    """Return the colour of a meaning: of an appraisal, else of a layer."""
    if hue in APPRAISALS[mode]:
        return appraisal_cue(hue, mode).colour
    return layer_cue(hue, mode).colour


def _margins(document: Document) -> Iterable[str]:
    """Yield what stands at the head and the foot of each printed page."""
    head = " · ".join(filter(None, (document.marking, document.running)))
    yield "@page {"
    yield f"    @top-left {{ content: {_string(head)}; }}"
    yield f"    @bottom-left {{ content: {_string(document.marking)}; }}"
    yield "}"


def _string(text: str) -> str:
    """Write text as a string of CSS; the space that ends an escape is a part of it."""
    written = (one if one in _PLAIN else f"\\{ord(one):X} " for one in printable(text))
    return f'"{"".join(written)}"'
