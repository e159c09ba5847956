"""To reflect on: three questions, with the numbers of this briefing in them."""

from typing import Any

import pandas as pd

from dashboard.briefing.document import Bullets, Paragraph, Section, Slide
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.parts.seven.done import (
    follow_ups_of_factor,
    follow_ups_of_review,
    progress_of_factor,
    progress_of_review,
)
from dashboard.briefing.parts.seven.subject import OneFactor, OneReview, of_one
from dashboard.briefing.template import Part
from dashboard.briefing.text import plain, said
from dashboard.progress import Progress
from dashboard.recurrence import Recurrence
from dashboard.sentences.briefing.reflections import (
    MOST_FOUND,
    THIS,
    THREE,
    changed,
    own_work,
    plans,
    rules,
)


def to_reflect_on(inquiry: Inquiry, part: Part) -> Section:
    """Ask what the one factor or review says of the reader's own work."""
    return of_one(inquiry, part, _of_factor, _of_review)


def _of_factor(one: OneFactor, part: Part) -> Section:
    """Ask of a factor."""
    asked = one.inquiry.table("recommendations", one.selection)
    found = next(iter(one.found), None)
    return _asked(part, found, THIS, follow_ups_of_factor(one), progress_of_factor(one), asked)


def _of_review(one: OneReview, part: Part) -> Section:
    """Ask of a review: of its factor that is found in the most reviews."""
    asked = one.of_it(one.inquiry.table("recommendations"))
    problems = [row for row in one.factors if row.appraisal != "strength"]
    found = next(iter(problems), None)
    return _asked(
        part, found, MOST_FOUND, follow_ups_of_review(one), progress_of_review(one), asked
    )


def _asked(
    part: Part,
    found: Recurrence | None,
    whose: str,
    later: pd.DataFrame,
    come: Progress | None,
    recommendations: pd.DataFrame,
) -> Section:
    """Ask the three questions.

    Args:
        part: what the template says of the part.
        found: the factor, and in how many reviews it is found.
        whose: why it is this factor.
        later: rows of `follow_ups.sql`.
        come: how far the actions have come; None where there is none.
        recommendations: rows of `recommendations.sql`.
    """
    prompts = (
        own_work(found.label, found.appraisal, found.reviews_with, found.reviews_assessed, whose)
        if found
        else own_work("", "neutral", 0, 0, whose),
        changed(
            _in_state(later, "seen again"),
            len(later),
            _in_state(later, "too early"),
            come.actions if come else 0,
        ),
        plans(
            come.words["overdue"] if come else 0,
            come.actions if come else 0,
            _bare(recommendations),
            len(recommendations),
        ),
    )
    bullets = Bullets(tuple(said(prompt.said) for prompt in prompts), is_numbered=True)
    why = [Paragraph(plain(rule), "note") for rule in (rules(prompts),) if rule]
    return Section(part.show, part.heading, (bullets, *why), slides=(Slide(THREE, bullets),))


def _in_state(later: pd.DataFrame, state: str) -> int:
    """Count the follow-ups that are in a state."""
    return later["state"].tolist().count(state)


def _bare(recommendations: Any) -> int:
    """Count the recommendations without an action, where their source records actions."""
    return int((recommendations["actions"] == 0).sum())
