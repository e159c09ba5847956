"""What to do: what was recommended, how far actions have come, and what was found after them."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.briefing.document import Section
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.parts.seven.done import (
    follow_ups_of_factor,
    follow_ups_of_review,
    progress_of_factor,
    progress_of_review,
)
from dashboard.briefing.parts.seven.subject import (
    OneFactor,
    OneReview,
    bullets,
    of_one,
    paragraph,
    section,
    text_of,
)
from dashboard.briefing.template import Part
from dashboard.briefing.text import said
from dashboard.progress import Progress
from dashboard.sentences import actions, after_action
from dashboard.sentences.briefing.seen_again import known_by
from dashboard.sentences.briefing.to_do import (
    NO_ACTION,
    overdue,
    recommendation,
    recommended,
    recommended_by_review,
)

MOST = 3
"""So many recommendations are listed, where the template does not say otherwise."""


def what_to_do(inquiry: Inquiry, part: Part) -> Section:
    """Tell what was recommended, and what has become of it."""
    return of_one(inquiry, part, _of_factor, _of_review)


def _of_factor(one: OneFactor, part: Part) -> Section:
    """Tell what answers the findings of the factor: the latest recommendations first."""
    asked = one.inquiry.table("recommendations", one.selection)
    latest = asked.sort_values("made_on", ascending=False, na_position="last", kind="stable")
    shown = list(latest.head(part.most or MOST).itertuples(index=False))
    opening = recommended(len(shown), len(asked))
    come, later = progress_of_factor(one), follow_ups_of_factor(one)
    return _told(part, opening, shown, come, _again(one.inquiry, later))


def _of_review(one: OneReview, part: Part) -> Section:
    """Tell what the review recommends, in its own order."""
    asked = one.of_it(one.inquiry.table("recommendations"))
    shown = list(asked.head(part.most or MOST).itertuples(index=False))
    opening = recommended_by_review(len(shown), len(asked))
    come, later = progress_of_review(one), follow_ups_of_review(one)
    return _told(part, opening, shown, come, _again(one.inquiry, later))


def _told(
    part: Part,
    opening: str,
    shown: Sequence[Any],
    come: Progress | None,
    again: tuple[str, str],
) -> Section:
    """Put the part together.

    Args:
        part: what the template says of it.
        opening: how many recommendations there are.
        shown: rows of `recommendations.sql`.
        come: how far the actions have come; None where there is none.
        again: what was found after them, and what must be known to read it.
    """
    lines = [_line(row) for row in shown]
    far = actions.progress(come) if come else NO_ACTION if shown else ""
    blocks = (
        paragraph(far, "lead"),
        paragraph(opening),
        bullets(lines),
        paragraph(again[0]),
        paragraph(again[1], "note"),
    )
    title = overdue(come.words["overdue"], come.actions) if come else ""
    points = [opening, *lines] if lines else lines
    return section(part, far or opening, blocks, tuple(map(said, points)), title)


def _again(inquiry: Inquiry, later: pd.DataFrame) -> tuple[str, str]:
    """Say what was found after the actions, and what must be known to read it.

    Args:
        inquiry: up to when it is known.
        later: rows of `follow_ups.sql`.

    Returns:
        Empty texts where nothing is followed.
    """
    if later.empty:
        return "", ""
    known = known_by(inquiry.request.quarter.last, str(inquiry.up_to.basis))
    return after_action.follow_ups(later), f"{known} {after_action.NOT_SUCCESS}"


def _line(row: Any) -> str:
    """Return one recommendation."""
    number = None if pd.isna(row.actions) else int(row.actions)
    return recommendation(text_of(row.recommendation), number, text_of(row.tracked))
