"""What the reviews found: the problems of a factor, or of one review, in their own words."""

from dashboard.briefing.document import Section
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.parts.seven import findings
from dashboard.briefing.parts.seven.subject import (
    OneFactor,
    OneReview,
    of_one,
    paragraph,
    section,
)
from dashboard.briefing.template import Part
from dashboard.sentences.briefing.quoted import found_by_review, holding, others, which

MOST = {"problem": 4, "strength": 3, "neutral": 4}
"""So many findings are quoted, where the template does not say otherwise: all fit two pages."""
MOST_OF_REVIEW = {"problem": 6, "strength": 4, "neutral": 6}


def what_was_found(inquiry: Inquiry, part: Part) -> Section:
    """Quote the problems found or, where the source does not appraise, what was found."""
    return of_one(inquiry, part, _of_factor, _of_review)


def findings_of_factor(one: OneFactor, part: Part, appraisal: str, also: str = "") -> Section:
    """Quote the latest findings of a factor that are so appraised.

    Args:
        one: the factor.
        part: what the template says of the part.
        appraisal: problem, strength or neutral.
        also: what else is to be said, last.
    """
    inquiry, basis = one.inquiry, str(one.inquiry.up_to.basis)
    selection = one.appraised(appraisal)
    [length] = inquiry.rows("findings_count", selection)
    latest = findings.latest_first(inquiry.table("findings", selection), basis)
    shown = latest[: part.most or MOST[appraisal]]
    told = holding(int(length.findings), int(length.reviews), appraisal)
    these = which(len(shown), int(length.findings), "the most recent")
    sources = inquiry.chosen.sources_named
    places = [findings.of_its_review(row, basis, sources) for row in shown]
    quoted = findings.quoted(shown, places)
    blocks = [paragraph(f"{told} {these}", "lead"), *quoted, paragraph(also, "note")]
    return section(part, told, blocks, findings.points(shown, places))


def findings_of_review(one: OneReview, part: Part, appraisal: str, also: str = "") -> Section:
    """Quote the first findings of a review that are so appraised.

    Args:
        one: the review.
        part: what the template says of the part.
        appraisal: problem, strength or neutral.
        also: what else is to be said, last.
    """
    held = [row for row in one.rows("review_findings") if row.appraisal == appraisal]
    shown = held[: part.most or MOST_OF_REVIEW[appraisal]]
    told = found_by_review(len(held), appraisal)
    these = which(len(shown), len(held), "the first")
    places = list(map(findings.in_the_review, shown))
    quoted = findings.quoted(shown, places)
    blocks = [paragraph(f"{told} {these}", "lead"), *quoted, paragraph(also, "note")]
    return section(part, told, blocks, findings.points(shown, places))


def _of_factor(one: OneFactor, part: Part) -> Section:
    """Quote what was found of the factor."""
    if not one.inquiry.chosen.has_appraisals:
        return findings_of_factor(one, part, "neutral")
    number = {
        appraisal: int(one.inquiry.rows("findings_count", one.appraised(appraisal))[0].findings)
        for appraisal in ("mixed", "neutral")
        if not one.selection.appraisals or appraisal in one.selection.appraisals
    }
    also = others(number.get("mixed", 0), number.get("neutral", 0))
    return findings_of_factor(one, part, "problem", also)


def _of_review(one: OneReview, part: Part) -> Section:
    """Quote what the review found."""
    if not one.inquiry.chosen.has_appraisals:
        return findings_of_review(one, part, "neutral")
    held = [row.appraisal for row in one.rows("review_findings")]
    also = others(held.count("mixed"), held.count("neutral"))
    return findings_of_review(one, part, "problem", also)
