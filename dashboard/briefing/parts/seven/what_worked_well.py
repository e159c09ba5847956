"""What worked well: the strengths of a factor, or of one review, in their own words."""

from dashboard.briefing.document import Section
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.parts.seven.subject import (
    OneFactor,
    OneReview,
    of_one,
    paragraph,
    section,
)
from dashboard.briefing.parts.seven.what_was_found import findings_of_factor, findings_of_review
from dashboard.briefing.template import Part
from dashboard.sentences.briefing.quoted import LEFT_OUT, NO_APPRAISAL

STRENGTH = "strength"


def what_worked_well(inquiry: Inquiry, part: Part) -> Section:
    """Quote the strengths found, or say that the source records none or the filters leave them."""
    chosen = inquiry.up_to.appraisals
    if not inquiry.chosen.has_appraisals:
        return section(part, NO_APPRAISAL, [paragraph(NO_APPRAISAL, "lead")], ())
    if inquiry.request.factor and chosen and STRENGTH not in chosen:
        return section(part, LEFT_OUT, [paragraph(LEFT_OUT, "lead")], ())
    return of_one(inquiry, part, _of_factor, _of_review)


def _of_factor(one: OneFactor, part: Part) -> Section:
    """Quote where the factor was found as a strength."""
    return findings_of_factor(one, part, STRENGTH)


def _of_review(one: OneReview, part: Part) -> Section:
    """Quote the strengths that the review found."""
    return findings_of_review(one, part, STRENGTH)
