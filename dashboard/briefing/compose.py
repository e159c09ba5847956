"""Build a briefing: ask for each part, and put the document together."""

import re
from collections.abc import Iterable
from dataclasses import replace

from dashboard.answers import Ask, Told, kept
from dashboard.briefing.document import Document, Paragraph, Section
from dashboard.briefing.gathered import GATHERED
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.nothing_to_tell import see_that_there_is_something
from dashboard.briefing.parts import PARTS, WITHOUT_MOST
from dashboard.briefing.parts.reproduce import manifest_of
from dashboard.briefing.request import MARKINGS, Request
from dashboard.briefing.template import Part
from dashboard.briefing.text import plain
from dashboard.chosen import gathered
from dashboard.sentences import NOT_CAUSED_BY, count, day, filters_in_words, listed, made_up
from dashboard.sentences.briefing.filters import part_quarter
from dashboard.sentences.reviews import review_named
from queries.selection import Selection

KNOWN = {name: name not in WITHOUT_MOST for name in (*GATHERED, *PARTS)}
"""The parts that a template may name, and whether `most` says something in each."""
_PLACE = re.compile(r"\{(\w+)\}")
MADE_UP = "Made-up data"
"""What stands at the head of each page where any source is made up."""


def brief(ask: Ask, request: Request, build: str, version: str, told: Told) -> Document:
    """Build a briefing.

    Args:
        ask: how questions are asked.
        request: what it is asked for.
        build: fingerprint of what was loaded.
        version: of Crossreview.
        told: is told how far it has come.

    Raises:
        NothingToTell: the filters choose no review by the end of the quarter, or not the one that
            it is about, or the data end before the quarter begins.
    """
    inquiry = inquire(kept(ask), request, build, version)
    see_that_there_is_something(inquiry)
    sections = tuple(_introduced(section, part, inquiry) for section, part in _made(inquiry, told))
    return Document(
        title=_filled(request.template.title, inquiry),
        subtitle=subject(inquiry),
        board=board(inquiry),
        marking=MARKINGS[request.marking],
        data_date=inquiry.chosen.data_date,
        running=_running(inquiry),
        facts=tuple(_facts(inquiry)),
        notices=tuple(_notices(inquiry)),
        sections=sections,
        is_short=request.template.about == "one",
        manifest=manifest_of(inquiry),
    )


def inquire(ask: Ask, request: Request, build: str, version: str) -> Inquiry:
    """Make ready what every part is made from."""
    selection = replace(request.selection, period_to=request.quarter.last)
    default = Selection(
        sources=selection.sources, framework=selection.framework, basis=selection.basis
    )
    return Inquiry(ask, request, gathered(ask, selection, default), build, version)


def board(inquiry: Inquiry) -> str:
    """Say whose briefing it is: the chosen boards, else the only one there is, else the sources."""
    chosen = inquiry.chosen
    boards = chosen.selection.boards or tuple(chosen.choices["boards"])
    if chosen.selection.boards or len(boards) == 1:
        return listed([chosen.choices["boards"][one][0] for one in boards])
    return listed([source.title for source in chosen.sources])


def subject(inquiry: Inquiry) -> str:
    """Say what the briefing is about: the quarter, or the one factor or review."""
    request = inquiry.request
    if request.review is not None:
        named = inquiry.chosen.sources_named if request.review_source else {}
        return f"Review {review_named(request.review, str(request.review_source), named)}"
    if request.factor is not None:
        return inquiry.chosen.choices["factors"][request.factor][0]
    return request.quarter.name


def _made(inquiry: Inquiry, told: Told) -> Iterable[tuple[Section, Part]]:
    """Make the parts in the order of the template; what is gathered comes from all others."""
    parts = inquiry.request.template.parts
    made: dict[str, Section] = {}
    counted = [part for part in parts if part.show in PARTS]
    for number, part in enumerate(counted, start=1):
        filled = replace(part, heading=_filled(part.heading, inquiry))
        told(f"Counting {number} of {len(counted)}: {filled.heading}")
        made[part.show] = PARTS[part.show](inquiry, filled)
    others = tuple(made.values())
    for part in parts:
        if part.show in GATHERED:
            filled = replace(part, heading=_filled(part.heading, inquiry))
            made[part.show] = GATHERED[part.show](others, filled)
    return [(made[part.show], part) for part in parts]


def _introduced(section: Section, part: Part, inquiry: Inquiry) -> Section:
    """Put before a part what its template wants to say first."""
    if not part.introduction:
        return section
    introduction = Paragraph(plain(_filled(part.introduction, inquiry)))
    return replace(section, blocks=(introduction, *section.blocks))


def _filled(text: str, inquiry: Inquiry) -> str:
    """Fill in what a template names in braces."""
    values = {
        "quarter": inquiry.request.quarter.name,
        "board": board(inquiry),
        "subject": subject(inquiry),
    }
    return _PLACE.sub(lambda found: values.get(found[1], found[0]), text)


def _running(inquiry: Inquiry) -> str:
    """Say in one line which filters hold, how old the data are, and whether they are made up."""
    chosen = inquiry.chosen
    first = [MADE_UP] if chosen.made_up_titles else []
    words = filters_in_words(inquiry.request.selection, chosen.labels, chosen.names)
    return " · ".join(
        [*first, *words[:1], inquiry.request.quarter.name, *words[1:], _as_at(inquiry)]
    )


def _as_at(inquiry: Inquiry) -> str:
    return f"Data as at {inquiry.chosen.data_as_at}"


def _facts(inquiry: Inquiry) -> Iterable[tuple[str, str]]:
    """Say on the cover what the briefing rests on."""
    chosen, quarter = inquiry.chosen, inquiry.request.quarter
    yield "Period", f"{quarter.name}: {day(quarter.first)} to {day(quarter.last)}"
    yield "Data as at", chosen.data_as_at
    reviews = count(int(chosen.extent.reviews_selected), "review")
    yield "Reviews", f"{reviews} up to {day(quarter.last)}"
    yield "Source", listed([source.title for source in chosen.sources])
    yield from (_halves(line) for line in _narrowed(inquiry))


def _narrowed(inquiry: Inquiry) -> list[str]:
    """Return the filters that the cover does not name otherwise, a line each."""
    request, chosen = inquiry.request, inquiry.chosen
    factors = () if request.factor is not None else request.selection.factors
    rest = replace(request.selection, sources=(), framework=None, boards=(), factors=factors)
    return filters_in_words(rest, chosen.labels, chosen.names)


def _halves(line: str) -> tuple[str, str]:
    """Return the name of a filter, and what was chosen."""
    name, _, value = line.partition(": ")
    return name, value


def _notices(inquiry: Inquiry) -> Iterable[tuple]:
    """Say what must be known before reading: whatever parts a template leaves out."""
    if inquiry.chosen.made_up_titles:
        yield plain(made_up(inquiry.chosen.made_up_titles))
    if inquiry.is_part:
        yield plain(part_quarter(inquiry.covered_to))
    yield plain(NOT_CAUSED_BY)
