"""What one review recommends that was recommended before: a line beside each, with a link."""

from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard.address import Address
from dashboard.chosen import Chosen
from dashboard.database import build, estimated, run_table
from dashboard.estimates.wording import ALIKE
from dashboard.repeats import Repeat, repeated, repeats
from dashboard.sentences import escaped
from dashboard.sentences.repeats import asked_before
from dashboard.views import place
from dashboard.views.parts.around import LINE
from dashboard.views.parts.links import AFTER_ACTION, link
from queries.selection import Selection
from queries.statement import compose


def repeats_of(review: Any, chosen: Chosen) -> dict[str, Repeat]:
    """Return the recommendations of a review that repeat an earlier one, by their references.

    The reader's filters do not narrow what was asked before: compared are all reviews of its board.

    Args:
        review: a row of `review.sql`.
        chosen: the reader's choice.
    """
    selection = replace(chosen.default, sources=(review.source_id,), boards=_board(review))
    statement = compose("recommendations_compared", selection)
    rows = run_table(build(), statement)
    pairs = estimated(statement, repeated, alike=ALIKE)
    here: Any = rows.index[rows["review_ref"] == review.review_ref]
    own: Any = pairs[pairs["later"].isin(here)]
    return {one.recommended.recommendation_ref: one for one in repeats(rows, own)}


def draw(repeat: Repeat, review: Any) -> None:
    """Draw the line, and the link to the page that has both side by side.

    Args:
        repeat: the recommendation.
        review: a row of `review.sql`: its own.
    """
    st.caption(escaped(asked_before(repeat)), width=LINE)
    framework = place.address().selection.framework
    of = Selection(sources=(review.source_id,), framework=framework, boards=_board(review))
    to = Address(of).with_settings(show="repeats", one=repeat.recommended.key)
    link(AFTER_ACTION, "Read it beside the earlier", to, icon=":material/arrow_forward:")


def _board(review: Any) -> tuple[str, ...]:
    """Return the filter that leaves the reviews of its board; none where that is not recorded."""
    return (review.board,) if isinstance(review.board, str) else ()
