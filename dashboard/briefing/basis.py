"""How a briefing places reviews in time where its reader does not say."""

from dashboard.answers import Ask, ask_rows
from queries.selection import Basis, Selection


def usual_basis(ask: Ask, settled: Selection) -> Basis:
    """Return publication, by which a board learns, where the sources hardly lack its date.

    Args:
        ask: how questions are asked.
        settled: the filters, settled, so that the basis is the one that pages would take.

    Returns:
        Publication where at least half of the reviews of the sources have a date of it, else what
        the pages take.
    """
    bare = Selection(sources=settled.sources, framework=settled.framework, basis=settled.basis)
    [extent] = ask_rows(ask, "extent", bare)
    is_dated = 2 * extent.reviews_published_dated >= extent.reviews_of_sources > 0
    return "published" if is_dated else settled.basis or "practice"
