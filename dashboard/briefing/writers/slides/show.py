"""Set a briefing down as slides: a cover, a message a slide, and what must not be concluded."""

from dataclasses import replace
from io import BytesIO
from typing import Any

from dashboard.briefing.document import Bullets, Document, Section, Slide, Table
from dashboard.briefing.figures import Bars, Dots, Figure, Trend
from dashboard.briefing.text import on_a_line, plain
from dashboard.briefing.writers.properties import bear_properties
from dashboard.briefing.writers.settled import settled
from dashboard.briefing.writers.slides import (
    bars,
    boxes,
    covers,
    native,
    pages,
    points,
    shares,
    tables,
    trend,
)
from dashboard.briefing.writers.slides.deck import Deck, Foot
from dashboard.briefing.writers.slides.letters import set_down
from dashboard.briefing.writers.slides.native import Box
from dashboard.briefing.writers.slides.notes import alt_text, spoken

_LONGEST = "(10 of 10)"


def to_pptx(document: Document) -> bytes:
    """Return a briefing as slides, with charts and tables that can be edited.

    The same document gives the same bytes, on any day.
    """
    deck = Deck(Foot(on_a_line(document.marking), on_a_line(document.running)))
    taken = {on_a_line(document.title), covers.LAST}
    covers.first(deck, document)
    for section in document.sections:
        for slide in section.slides:
            _show(deck, slide, section, taken)
    covers.last(deck, document)
    for slide in deck.presentation.slides:
        deck.close(slide)
    deck.settle()
    bear_properties(deck.presentation.core_properties, document)
    written = BytesIO()
    deck.presentation.save(written)
    return settled(written.getvalue(), document.data_date)


def _show(deck: Deck, slide: Slide, section: Section, taken: set[str]) -> None:
    """Add the slides of a message: as many as what is shown needs."""
    message = on_a_line(slide.message).removesuffix(".") or on_a_line(section.heading)
    room = deck.body(message)
    shown, noted = slide.shown, [plain(on_a_line(slide.note))] if slide.note else []
    if isinstance(shown, Table):
        shown, noted = replace(shown, notes=(*shown.notes, *noted)), []
    beneath = boxes.height(noted, tables.NOTE, room.width)
    held = pages.parts(shown, room.width, room.height - beneath)
    if len(held) > 1:
        room = deck.body(f"{message} {_LONGEST}")
        held = pages.parts(shown, room.width, room.height - beneath)
    listed = [of.items for of in held if isinstance(of, Bullets)]
    size, first = points.size_of(listed, room), 1
    for number, of in enumerate(held, 1):
        part = f"{number} of {len(held)}" if len(held) > 1 else ""
        title = _untaken(f"{message} ({part})" if part else message, section, taken)
        added = deck.add(title, has_points=isinstance(of, Bullets))
        if isinstance(of, Bullets):
            frame = added.placeholders[1].text_frame
            numbered = first if of.is_numbered else None
            points.fill_in(frame, of.items, size, first=numbered)
            first += len(of.items)
        else:
            body = deck.body(title)
            _draw(added, of, body._replace(height=body.height - beneath), message, part)
            foot = body._replace(top=body.top + body.height - beneath, height=beneath)
            boxes.write(added, noted, foot, tables.NOTE, is_bold=None)
        told = [*spoken(of, section.heading, part), *noted]
        set_down(added.notes_slide.notes_text_frame, told)


def _untaken(title: str, section: Section, taken: set[str]) -> str:
    """Return a title that no other slide has."""
    longer = on_a_line(f"{section.heading}: {title}")
    choices = (title, longer, *(f"{longer} [{n}]" for n in range(2, len(taken) + 3)))
    free = next(one for one in choices if one not in taken)
    taken.add(free)
    return free


def _draw(slide: Any, of: Figure | Table, box: Box, message: str, part: str) -> None:
    """Draw a figure or a table, with its alternative text; its title is not said twice."""
    if isinstance(of, Trend):
        trend.draw(slide, of, box)
        return
    if isinstance(of, Table):
        frame = tables.draw(slide, replace(of, title="") if of.title == message else of, box)
    else:
        frame = _drawn(slide, of, box)
    alt = alt_text(of)
    native.describe(frame, on_a_line(of.title), f"{alt} ({part})" if part else alt)


def _drawn(slide: Any, figure: Dots | Bars, box: Box) -> Any:
    """Draw a figure as one chart, and return its frame."""
    if isinstance(figure, Dots):
        return shares.draw(slide, figure, box)
    return bars.draw(slide, figure, box)
