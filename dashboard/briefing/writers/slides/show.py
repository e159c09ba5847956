"""Set a briefing down as slides: a cover, a message a slide, and what must not be concluded."""

from collections.abc import Iterator
from datetime import datetime, time
from io import BytesIO
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from dashboard.briefing.document import Bullets, Document, Paragraph, Section, Slide, Table
from dashboard.briefing.figures import Bars, Dots, Figure
from dashboard.briefing.text import Run, Text, letters, plain
from dashboard.briefing.writers.settled import settled
from dashboard.briefing.writers.slides import bars, pages, shares, tables, trend
from dashboard.briefing.writers.slides.deck import HEIGHT, MARGIN, WIDTH, Deck, Foot, place
from dashboard.briefing.writers.slides.letters import GREYS, set_down, shown
from dashboard.briefing.writers.slides.native import Box
from dashboard.briefing.writers.slides.notes import alt_text, spoken
from dashboard.sentences import NOT_CAUSED_BY

MADE_UP = "Made-up data: about nobody"
LAST = "“Found in” is not “caused by”"
AUTHOR = "Crossreview"
METHOD = "method"
_BEGINS = "Made-up data"
_HANGING = 1.8  # of numbers before the first letter of a point, in sizes of its letters


def to_pptx(document: Document) -> bytes:
    """Return a briefing as slides, with charts and tables that can be edited.

    The same document gives the same bytes, on any day.
    """
    deck = Deck(Foot(document.marking, " · ".join(_foot(document))))
    taken: set[str] = set()
    _cover(deck, document)
    for section in document.sections:
        for slide in section.slides:
            _show(deck, slide, section, taken)
    _last(deck, document)
    for slide in deck.presentation.slides:
        deck.close(slide)
    deck.settle()
    _name(deck.presentation.core_properties, document)
    written = BytesIO()
    deck.presentation.save(written)
    return settled(written.getvalue(), document.data_date)


def _foot(document: Document) -> Iterator[str]:
    """Yield what stands at the foot of every slide, behind the marking."""
    if any(letters(notice).startswith(_BEGINS) for notice in document.notices):
        yield MADE_UP
    yield document.running


def _cover(deck: Deck, document: Document) -> None:
    """Add the cover: what it is, whose, what it rests on, and what must be known."""
    slide = deck.cover()
    set_down(slide.shapes.title.text_frame, [shown(document.title)], size=40)
    whose = [shown(document.subtitle), shown(document.board)]
    set_down(slide.placeholders[1].text_frame, whose, size=22, fill=GREYS.muted)
    facts: list[Text] = [
        (Run(f"{shown(name)}: ", True), Run(shown(value))) for name, value in document.facts
    ]
    _box(slide, facts, Box(MARGIN, 240, WIDTH - 2 * MARGIN, 110), 16, GREYS.text)
    top = 240 + 24.0 * len(facts) + 16
    notices = Box(MARGIN, top, WIDTH - 2 * MARGIN, HEIGHT - top - 60)
    _box(slide, document.notices, notices, 14, GREYS.muted)
    if document.marking:
        marking = Box(MARGIN, 30, WIDTH - 2 * MARGIN, 24)
        _box(slide, [(Run(shown(document.marking), True),)], marking, 16, GREYS.text)


def _box(slide: Any, texts: Any, box: Box, size: int, fill: str) -> None:
    """Add text to a slide."""
    held = slide.shapes.add_textbox(*(Pt(one) for one in box))
    place(held, box)
    set_down(held.text_frame, texts, size=size, fill=fill, after=4)


def _show(deck: Deck, slide: Slide, section: Section, taken: set[str]) -> None:
    """Add the slides of a message."""
    message = shown(slide.message) or shown(section.heading)
    room = deck.body(f"{message} (10 of 10)")
    held = pages.parts(slide.shown, room.width, room.height)
    first = 0
    for number, of in enumerate(held, 1):
        part = f"{number} of {len(held)}" if len(held) > 1 else ""
        title = _untaken(f"{message} ({part})" if part else message, section, taken)
        added = deck.add(title, has_points=isinstance(of, Bullets))
        if isinstance(of, Bullets):
            _points(added.placeholders[1].text_frame, of, first, deck.body(title))
            first += len(of.items)
        else:
            frame = _drawn(added, of, deck.body(title))
            named = frame._element.nvGraphicFramePr.cNvPr
            named.set("descr", f"{alt_text(of)} ({part})" if part else alt_text(of))
            named.set("name", shown(of.title) or "Table")
        lines = list(spoken(of, section.heading, part))
        set_down(added.notes_slide.notes_text_frame, lines)


def _untaken(title: str, section: Section, taken: set[str]) -> str:
    """Return a title that no other slide has."""
    choices = (title, f"{section.heading}: {title}", *(f"{title} [{n}]" for n in range(2, 999)))
    free = next(one for one in choices if one not in taken)
    taken.add(free)
    return free


def _drawn(slide: Any, of: Figure | Table, box: Box) -> Any:
    """Draw a figure or a table, and return its frame."""
    if isinstance(of, Table):
        return tables.draw(slide, of, box)
    if isinstance(of, Dots):
        return shares.draw(slide, of, box)
    return bars.draw(slide, of, box) if isinstance(of, Bars) else trend.draw(slide, of, box)


def _points(frame: Any, bullets: Bullets, first: int, box: Box) -> None:
    """Write points; numbers go on from slide to slide."""
    size = pages.bullet_size(bullets.items, box.width, box.height)
    set_down(frame, bullets.items, size=size, after=pages.BETWEEN)
    if bullets.is_numbered:
        for paragraph in frame.paragraphs:
            form = paragraph._p.get_or_add_pPr()
            form.set("marL", str(Pt(_HANGING * size)))
            form.set("indent", str(-Pt(_HANGING * size)))
            number = f"<a:buAutoNum {nsdecls('a')} type='arabicPeriod' startAt='{first + 1}'/>"
            form.append(parse_xml(number))


def _last(deck: Deck, document: Document) -> None:
    """Add the last slide: what must not be concluded, and how it was counted."""
    said = dict.fromkeys([plain(NOT_CAUSED_BY), *document.notices, *_method(document)])
    slide = deck.add(LAST, has_points=True)
    texts, box = tuple(said), deck.body(LAST)
    size = pages.bullet_size(texts, box.width, box.height)
    set_down(slide.placeholders[1].text_frame, texts, size=size, after=pages.BETWEEN)


def _method(document: Document) -> Iterator[Text]:
    """Yield the first paragraph of how it was counted, if the briefing says so."""
    for section in document.sections:
        if section.key == METHOD:
            told = [block.text for block in section.blocks if isinstance(block, Paragraph)]
            yield from told[:1]


def _name(properties: Any, document: Document) -> None:
    """Say whose file it is."""
    properties.title = shown(f"{document.title}: {document.subtitle}")
    properties.author = properties.last_modified_by = AUTHOR
    properties.subject, properties.keywords = shown(document.board), shown(document.marking)
    properties.language, properties.revision = "en-GB", 1
    at = datetime.combine(document.data_date, time())
    properties.created = properties.modified = at
