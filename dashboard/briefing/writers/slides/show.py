"""Set a briefing down as slides: a cover, a message a slide, and what must not be concluded."""

from dataclasses import replace
from datetime import datetime, time
from io import BytesIO
from typing import Any

from dashboard.briefing.document import Bullets, Document, Section, Slide, Table
from dashboard.briefing.figures import Bars, Dots, Figure
from dashboard.briefing.text import on_a_line
from dashboard.briefing.writers.settled import settled
from dashboard.briefing.writers.slides import bars, covers, pages, points, shares, tables, trend
from dashboard.briefing.writers.slides.deck import Deck, Foot
from dashboard.briefing.writers.slides.letters import in_property, set_down
from dashboard.briefing.writers.slides.native import Box
from dashboard.briefing.writers.slides.notes import alt_text, spoken

AUTHOR = "Crossreview"
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
    _name(deck.presentation.core_properties, document)
    written = BytesIO()
    deck.presentation.save(written)
    return settled(written.getvalue(), document.data_date)


def _show(deck: Deck, slide: Slide, section: Section, taken: set[str]) -> None:
    """Add the slides of a message: as many as what is shown needs."""
    message = on_a_line(slide.message).removesuffix(".") or on_a_line(section.heading)
    room = deck.body(message)
    held = pages.parts(slide.shown, room.width, room.height)
    if len(held) > 1:
        room = deck.body(f"{message} {_LONGEST}")
        held = pages.parts(slide.shown, room.width, room.height)
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
            drawn = _drawn(added, of, deck.body(title), message)
            _describe(
                drawn, on_a_line(of.title), f"{alt_text(of)} ({part})" if part else alt_text(of)
            )
        set_down(added.notes_slide.notes_text_frame, spoken(of, section.heading, part))


def _untaken(title: str, section: Section, taken: set[str]) -> str:
    """Return a title that no other slide has."""
    longer = on_a_line(f"{section.heading}: {title}")
    choices = (title, longer, *(f"{longer} [{n}]" for n in range(2, len(taken) + 3)))
    free = next(one for one in choices if one not in taken)
    taken.add(free)
    return free


def _drawn(slide: Any, of: Figure | Table, box: Box, message: str) -> Any:
    """Draw a figure or a table, and return its frame; its title is not said twice."""
    if isinstance(of, Table):
        return tables.draw(slide, replace(of, title="") if of.title == message else of, box)
    if isinstance(of, Dots):
        return shares.draw(slide, of, box)
    return bars.draw(slide, of, box) if isinstance(of, Bars) else trend.draw(slide, of, box)


def _describe(frame: Any, name: str, alt: str) -> None:
    """Say what a chart or a table shows, for those who do not see it."""
    held = frame._element.nvGraphicFramePr.cNvPr
    held.set("name", name or held.get("name"))
    held.set("descr", alt)


def _name(properties: Any, document: Document) -> None:
    """Say whose file it is, and how old its data are."""
    properties.title = in_property(f"{document.title}: {document.subtitle}")
    properties.author = properties.last_modified_by = AUTHOR
    properties.subject = in_property(document.board)
    properties.keywords = on_a_line(document.marking)
    properties.language, properties.revision = "en-GB", 1
    properties.created = properties.modified = datetime.combine(document.data_date, time())
