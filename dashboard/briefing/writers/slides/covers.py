"""The first slide and the last: what the briefing is, and what must not be concluded from it."""

from collections.abc import Iterator, Sequence
from typing import Any

from pptx.util import Pt

from dashboard.briefing.document import Document, Paragraph
from dashboard.briefing.text import Run, Text, letters, on_a_line, plain
from dashboard.briefing.writers.slides import measure
from dashboard.briefing.writers.slides.deck import Deck
from dashboard.briefing.writers.slides.letters import GREYS, set_down
from dashboard.briefing.writers.slides.master import HEIGHT, MARGIN, WIDTH, place
from dashboard.briefing.writers.slides.native import Box
from dashboard.briefing.writers.slides.points import fill_in, size_of
from dashboard.sentences import NOT_CAUSED_BY

LAST = "“Found in” is not “caused by”"
METHOD = "method"
TITLES, WHOSE, FACTS, NOTICES = (40, 32, 28, 24), (22, 18, 16), (16, 14, 12), (16, 14, 12)
"""Sizes of the letters, in points: the more there is to say, the smaller."""
_MARKING, _TOP, _WIDE = 30.0, 66.0, WIDTH - 2 * MARGIN
_MOST = (96.0, 90.0, 130.0, 130.0)
"""How high title, subtitle, facts and notices may stand before they are made smaller."""
_AFTER, _GAP = 4.0, 16.0


def first(deck: Deck, document: Document) -> None:
    """Add the cover: what it is, whose, what it rests on, and what must be known."""
    slide = deck.cover()
    title: list[Text] = [plain(on_a_line(document.title))]
    whose = [plain(on_a_line(document.subtitle)), plain(on_a_line(document.board))]
    facts: list[Text] = [
        (Run(f"{on_a_line(name)}: ", True), Run(on_a_line(value))) for name, value in document.facts
    ]
    top = _down(slide.shapes.title, title, _TOP, TITLES, _MOST[0], GREYS.text)
    top = _down(slide.placeholders[1], whose, top, WHOSE, _MOST[1], GREYS.muted)
    if facts:
        top = _down(_box(slide), facts, top, FACTS, _MOST[2], GREYS.text)
    if document.notices:
        _down(_box(slide), document.notices, top, NOTICES, _MOST[3], GREYS.text)
    if document.marking:
        marking: list[Text] = [(Run(on_a_line(document.marking), True),)]
        _down(_box(slide), marking, _MARKING, (16,), HEIGHT, GREYS.text)


def last(deck: Deck, document: Document) -> None:
    """Add the last slide: what must not be concluded, and how it was counted."""
    said = tuple(dict.fromkeys([plain(NOT_CAUSED_BY), *document.notices, *_method(document)]))
    slide = deck.add(LAST, has_points=True)
    fill_in(slide.placeholders[1].text_frame, said, size_of([said], deck.body(LAST)))


def _method(document: Document) -> Iterator[Text]:
    """Yield what is said first of how it was counted, if the briefing says so."""
    for section in document.sections:
        if section.key == METHOD:
            told = [block.text for block in section.blocks if isinstance(block, Paragraph)]
            yield from [text for text in told if letters(text) != NOT_CAUSED_BY][:1]


def _box(slide: Any) -> Any:
    """Add a box for text to a slide."""
    return slide.shapes.add_textbox(Pt(0), Pt(0), Pt(0), Pt(0))


def _down(
    shape: Any, texts: Sequence[Text], top: float, sizes: Sequence[int], most: float, ink: str
) -> float:
    """Write text into a shape, as high as it needs, and return where the next may begin.

    Args:
        shape: a placeholder or a box.
        texts: the paragraphs.
        top: where it begins, in points.
        sizes: of the letters, from large to small.
        most: the height that the larger sizes may take.
        ink: colour of the letters.
    """
    heights = {size: measure.of_all(texts, size, _WIDE, _AFTER) for size in sizes}
    size = next((size for size, high in heights.items() if high <= most), sizes[-1])
    place(shape, Box(MARGIN, top, _WIDE, heights[size]))
    set_down(shape.text_frame, texts, size=size, fill=ink, after=_AFTER)
    return top + heights[size] + (_GAP if any(letters(text) for text in texts) else 0.0)
