"""What recurs: the problems and the strengths found in the most reviews."""

from typing import Any

import pandas as pd

from dashboard.briefing.document import Block, Paragraph, Section, Slide
from dashboard.briefing.figures import Dot, Dots, Series, Share
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.template import Part
from dashboard.briefing.text import plain, said
from dashboard.briefing.titles import fitting
from dashboard.charts import factor_recurrence_alt_text
from dashboard.estimates import with_interval
from dashboard.recurrence import Recurrence, recurrences
from dashboard.sentences import factor_recurrence
from dashboard.sentences.briefing import recurs as words

MOST = 8
"""So many factors of each appraisal are drawn, where the template does not say otherwise."""
_TITLES = {
    "problem": "Problems found most often",
    "strength": "Strengths found most often",
    "mixed": "Mixed findings made most often",
    "neutral": "Factors found most often",
}


def recurs(inquiry: Inquiry, part: Part) -> Section:
    """Tell which factors are found in the most reviews, up to the end of the quarter.

    Problems and strengths each have a figure of their own, since the one is never netted against
    the other; what the source does not appraise has the one that there is.
    """
    rows = with_interval(inquiry.table("factor_recurrence"))
    answer = said(factor_recurrence(rows))
    only = words.only_chosen(len(inquiry.up_to.factors))
    blocks: list[Block] = [Paragraph(answer, "lead"), *([Paragraph(plain(only))] if only else [])]
    slides = []
    for appraisal in appraisals_told(rows):
        of_it: Any = rows[rows["appraisal"] == appraisal]
        found = of_it[of_it["reviews_with"] > 0]
        shown = (of_it if found.empty else found).head(part.most or MOST)
        figure = figure_of(shown, _TITLES[appraisal])
        blocks.append(figure)
        left = words.not_drawn(recurrences(of_it), recurrences(shown))
        if left:
            blocks.append(Paragraph(plain(left), "note"))
        note = " ".join(filter(None, (left, only)))
        slides.append(Slide(fitting(words.briefly(of_it)), figure, note))
    in_short = " ".join(filter(None, (words.in_short(recurrences(rows)), only)))
    return Section(part.show, part.heading, tuple(blocks), said(in_short) or answer, tuple(slides))


def appraisals_told(rows: pd.DataFrame) -> list[str]:
    """Return the appraisals that are told of: problem and strength, or what there is instead."""
    present = set(rows["appraisal"])
    told = [one for one in ("problem", "strength") if one in present]
    return told or [one for one in ("mixed", "neutral") if one in present]


def figure_of(rows: pd.DataFrame, title: str) -> Dots:
    """Return rows of `factor_recurrence.sql`, with their intervals, as a figure."""
    return Dots(
        title=title,
        alt=factor_recurrence_alt_text(rows),
        labelled="Factor",
        dots=tuple(dot(row) for row in recurrences(rows)),
    )


def dot(row: Recurrence) -> Dot:
    """Return one row as a dot."""
    share = (
        Share(row.reviews_with, row.reviews_assessed, row.share_low, row.share_high)
        if row.is_assessed
        else Share(None, row.reviews_assessed)
    )
    return Dot(row.label, Series(row.appraisal.capitalize(), row.appraisal), share)
