"""Key learning: what lies under a factor and is found with it, or which factors recur."""

from dataclasses import replace

from dashboard.briefing.document import Section
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.parts.seven.subject import (
    OneFactor,
    OneReview,
    bullets,
    of_one,
    paragraph,
    section,
)
from dashboard.briefing.template import Part
from dashboard.briefing.text import said
from dashboard.estimates import with_association
from dashboard.sentences.briefing.learning import (
    ALONE,
    beyond_chance,
    found_with,
    layer,
    most_often,
    patterns,
)
from dashboard.sentences.briefing.one_review import OF_ALL, recurring, recurs
from dashboard.sentences.markdown import escaped
from dashboard.sentences.nearest_reviews import nearest_reviews
from dashboard.sentences.together import NOT_LEADING
from dashboard.together import Pair, by_pattern, pairs

MOST = 6
"""So many factors of a review are listed, where the template does not say otherwise."""
WITH_IT = "Found with it in the most reviews:"


def key_learning(inquiry: Inquiry, part: Part) -> Section:
    """Tell what the one factor or review has in common with others."""
    return of_one(inquiry, part, _of_factor, _of_review)


def _of_factor(one: OneFactor, part: Part) -> Section:
    """Tell what lies under the factor, and what is found with it."""
    crossed = one.inquiry.table("factor_by_pattern", one.selection)
    first = crossed.iloc[0] if len(crossed) else None
    coded, without = (
        (0, 0)
        if first is None
        else (int(first["findings_coded"]), int(first["findings_without_pattern"]))
    )
    own = next(iter(one.found)).layer_label
    under = " ".join(filter(None, (layer(own), patterns(by_pattern(crossed), coded, without))))
    together = _together(one)
    lines = found_with(together, one.factor)
    chance = beyond_chance(together, one.factor) if together else ""
    blocks = (
        paragraph(under),
        paragraph(WITH_IT if lines else ALONE),
        bullets(lines),
        paragraph(f"{chance} {NOT_LEADING}" if lines else "", "note"),
    )
    message = under or (chance if lines else ALONE)
    pattern = escaped(most_often(by_pattern(crossed)))
    title = WITH_IT.removesuffix(":") if lines else pattern
    points = [*lines, pattern] if lines and pattern else lines
    return section(part, message, blocks, tuple(map(said, points)), title)


def _together(one: OneFactor) -> list[Pair]:
    """Return the pairs that hold the factor, tested among all pairs of the framework."""
    every = replace(one.selection, factors=())
    tested = with_association(one.inquiry.table("factor_pairs", every), least=1)
    return [pair for pair in pairs(tested) if one.factor in pair.factors]


def _of_review(one: OneReview, part: Part) -> Section:
    """Tell which factors of the review are found in others, and which reviews are nearest."""
    found = one.factors
    lines = list(map(recurs, found[: part.most or MOST]))
    answer = recurring(found)
    nearest = nearest_reviews(one.inquiry.table("nearest_reviews", review=one.reference, most=1))
    blocks = (
        paragraph(answer, "lead"),
        paragraph(OF_ALL if lines else ""),
        bullets(lines),
        paragraph(nearest),
    )
    return section(part, answer, blocks, tuple(map(said, [*lines, nearest])))
