"""Where a briefing would have nothing to tell: why, and which quarter has something."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.quarter import Quarter, latest_whole, quarter_of
from dashboard.sentences import day, filters_in_words
from dashboard.sentences.briefing.placed import PLACED
from queries.selection import Selection

_DATED = {"published": "publication", "practice": "practice"}


class NothingToTell(ValueError):
    """A briefing for which there is no review; the message says why, and what to do.

    Attributes:
        quarter: the first later quarter that has something to tell, or the latest whole one where
            the data end before; None where no quarter has.
    """

    def __init__(self, why: str, quarter: Quarter | None = None) -> None:
        super().__init__(why)
        self.quarter = quarter


def see_that_there_is_something(inquiry: Inquiry) -> None:
    """See that the data reach into the quarter, and that its reviews are there.

    Raises:
        NothingToTell: they do not; or no review is selected up to the end of the quarter, or not
            the one that the briefing is about; or several sources have one of that reference.
    """
    quarter, chosen = inquiry.request.quarter, inquiry.chosen
    if chosen.data_date < quarter.first:
        raise NothingToTell(
            f"Nothing is known yet of {quarter.name}: the data end on {day(chosen.data_date)}. "
            "Choose an earlier quarter, or load newer data.",
            latest_whole(chosen.data_date),
        )
    if not chosen.extent.reviews_selected:
        raise _no_review(inquiry)
    review = inquiry.request.review
    if review is None:
        return
    sources = [row.source_id for row in inquiry.rows("review", review=review)]
    if len(sources) > 1 and inquiry.request.review_source is None:
        raise NothingToTell(
            f'"{review}" is a review of {" and of ".join(sources)}, and a briefing on one review '
            "is never a mixture of two. Say of which source the one is that is meant."
        )
    if not _holds_review(inquiry, inquiry.up_to):
        raise _not_that_review(inquiry, review)


def _no_review(inquiry: Inquiry) -> NothingToTell:
    """Say that no review is selected, and what would select one."""
    quarter = inquiry.request.quarter
    nothing = (
        f"No review fits these filters up to the end of {quarter.name}, so there is nothing to "
        "brief on."
    )
    later = _first_later(inquiry, lambda selection: inquiry.reviews(selection) > 0)
    if later is None:
        return NothingToTell(f"{nothing} {_fewer_filters(inquiry)}")
    return NothingToTell(f"{nothing} The first that does {_placed(inquiry)} {later.name}.", later)


def _not_that_review(inquiry: Inquiry, review: str) -> NothingToTell:
    """Say why the one review is not among the selected ones."""
    request = inquiry.request
    if not _holds_review(inquiry, request.selection):
        return NothingToTell(f'The filters leave "{review}" out. {_fewer_filters(inquiry)}')
    later = _first_later(inquiry, lambda selection: _holds_review(inquiry, selection))
    if later is None:
        dated = _DATED[str(request.selection.basis)]
        return NothingToTell(f'"{review}" has no date of {dated}, so that no quarter holds it.')
    return NothingToTell(
        f'"{review}" {_placed(inquiry)} {later.name}, and a briefing on {request.quarter.name} '
        "tells of nothing later.",
        later,
    )


def _holds_review(inquiry: Inquiry, selection: Selection) -> bool:
    """Tell whether the one review is among those that a selection chooses."""
    chosen, request = inquiry.table("reviews", selection), inquiry.request
    is_it: Any = chosen["review_ref"] == request.review
    if request.review_source is not None:
        is_it &= chosen["source_id"] == request.review_source
    return bool(is_it.any())


def _first_later(inquiry: Inquiry, holds: Callable[[Selection], bool]) -> Quarter | None:
    """Return the first later quarter up to whose end something holds, which then holds on."""
    quarter, selection = inquiry.request.quarter, inquiry.request.selection
    last = quarter_of(inquiry.chosen.data_date)
    later = []
    while quarter < last:
        quarter = quarter.after(1)
        later.append(quarter)
    place = bisect_left(later, 1, key=lambda one: holds(replace(selection, period_to=one.last)))
    return later[place] if place < len(later) else None


def _placed(inquiry: Inquiry) -> str:
    return f"{PLACED[str(inquiry.request.selection.basis)]} in"


def _fewer_filters(inquiry: Inquiry) -> str:
    """Say which filters there are to take away: source and framework can only be exchanged."""
    chosen = inquiry.chosen
    filters = replace(inquiry.request.selection, sources=(), framework=None)
    words = filters_in_words(filters, chosen.labels, chosen.names)
    if not words:
        dated = _DATED[str(filters.basis)]
        return f"No review of the chosen sources has a date of {dated} by the end of the data."
    return f"Take a filter away: {'; '.join(words)}."
