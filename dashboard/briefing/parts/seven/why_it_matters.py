"""Why it matters: how often a factor is found, or what review this is."""

from dataclasses import replace

from dashboard.briefing.document import Section
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.parts.seven.subject import (
    OneFactor,
    OneReview,
    of_one,
    paragraph,
    section,
    text_of,
)
from dashboard.briefing.template import Part
from dashboard.briefing.text import plain, said
from dashboard.sentences.briefing.one_factor import (
    INTERVAL,
    first_and_last,
    found_as,
    in_quarter,
    in_short,
)
from dashboard.sentences.briefing.one_review import (
    ORDINARY_WORK,
    among,
    not_selected,
    what_it_is,
    when_it_was,
)
from dashboard.sentences.markdown import escaped


def why_it_matters(inquiry: Inquiry, part: Part) -> Section:
    """Tell why the one factor or review matters."""
    return of_one(inquiry, part, _of_factor, _of_review)


def _of_factor(one: OneFactor, part: Part) -> Section:
    """Tell what the factor is, and in how many reviews it is found."""
    answer = found_as(one.found)
    definition = next(
        text_of(row.definition)
        for row in one.inquiry.rows("codebook", one.selection)
        if row.factor_id == one.factor
    )
    meaning = f"What it means: {escaped(definition)}" if definition else ""
    time = " ".join(filter(None, (_first_and_last(one), _in_quarter(one))))
    blocks = (
        paragraph(answer, "lead"),
        paragraph(meaning),
        paragraph(time),
        paragraph(INTERVAL if one.found[0].reviews_assessed else "", "note"),
    )
    points = tuple(map(said, filter(None, (answer, meaning, time))))
    return section(part, answer, blocks, points, in_short(one.found[0]))


def _first_and_last(one: OneFactor) -> str:
    """Say when the factor was first and last found."""
    history = one.history
    return "" if history is None else first_and_last(history, str(one.inquiry.up_to.basis))


def _in_quarter(one: OneFactor) -> str:
    """Say in how many reviews of the quarter the factor was found."""
    inquiry = one.inquiry
    within = replace(inquiry.within, factors=(one.factor,))
    [found] = inquiry.rows("factor_found", within)
    assessed = int(found.reviews_assessed)
    return in_quarter(
        int(found.reviews_with) if assessed else 0,
        assessed,
        inquiry.reviews(within),
        inquiry.request.quarter.name,
        str(inquiry.up_to.basis),
    )


def _of_review(one: OneReview, part: Part) -> Section:
    """Tell what the review is, and when it was."""
    row, inquiry = one.row, one.inquiry
    board = text_of(row.board)
    what = what_it_is(text_of(row.title), one.reference, text_of(row.review_type_label), board)
    when = when_it_was(
        *map(one.dated, ("practice_from", "practice_to", "incident_on", "published_on"))
    )
    quarter = inquiry.request.quarter.name
    if one.is_in(inquiry.up_to):
        reviews = inquiry.reviews(inquiry.up_to)
        place = among(reviews, quarter, one.is_in(inquiry.within))
    else:
        place = not_selected(quarter)
    ordinary = ORDINARY_WORK if row.is_ordinary_work else ""
    blocks = (paragraph(what, "lead"), paragraph(" ".join(filter(None, (ordinary, when, place)))))
    return section(part, what, blocks, (said(when), plain(place)))
