"""Where it was found: the factors by the agencies, as the page Where? has them."""

from collections.abc import Iterator, Sequence
from typing import Any

from dashboard.briefing.document import Block, Paragraph, Question, Section, Slide
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.parts.nothing import nothing
from dashboard.briefing.parts.recurs import appraisals_told
from dashboard.briefing.parts.where_table import Found, table_of
from dashboard.briefing.template import Part
from dashboard.briefing.text import plain, said
from dashboard.briefing.titles import fitting
from dashboard.by_agency import AT_FIRST, at_agencies, with_cells
from dashboard.sentences import IN_THE_SAME_REVIEW
from dashboard.sentences import factor_by_agency as sentences
from dashboard.sentences.briefing import where as words
from dashboard.sentences.left_out import no_finding

AGENCIES_AS = "named"
MOST_AGENCIES, MOST_FACTORS = 6, 12
"""What a page that stands upright holds, where the template does not say otherwise."""
ON_A_SLIDE = (8, 5)  # factors, agencies
NOT_KNOWN = "not known"
"""The sector of agencies of which none is known."""


def where(inquiry: Inquiry, part: Part) -> Section:
    """Tell at which agencies factors are found, up to the end of the quarter.

    What stands out is judged over the agencies that the page tests together at first, so that a
    cell bears the same sign here and there.
    """
    own = {"agencies_as": AGENCIES_AS, "follow_successors": False}
    groups = inquiry.rows("agency_groups", **own)
    rows = inquiry.table("factor_by_agency", **own)
    if not groups:
        titles = [source.title for source in inquiry.chosen.sources]
        return nothing(part, said(sentences.no_agency(titles)))
    if rows.empty:
        return nothing(part, plain(no_finding(int(inquiry.chosen.extent.reviews_selected))))
    most = part.most or MOST_AGENCIES
    each = list(_each(inquiry, rows, groups, max(most, AT_FIRST)))
    blocks: list[Block] = []
    for found in each:
        answer = said(sentences.factor_by_agency(found.cells, found.appraisal))
        blocks += [Paragraph(answer, "lead"), table_of(found, (MOST_FACTORS, most))]
    first = each[0]
    blocks.append(Paragraph(plain(" ".join(_notices(each, most, len(groups)))), "note"))
    told = [(found.appraisal, found.cells) for found in each]
    return Section(
        part.show,
        part.heading,
        tuple(blocks),
        message=said(words.in_short(told)),
        untold=words.untold(told),
        slides=tuple(_slide(one) for one in each if one is first or _stands_out(one)),
        questions=tuple(_questions(each)),
    )


def _each(inquiry: Inquiry, rows: Any, groups: Sequence[Any], agencies: int) -> Iterator[Found]:
    """Yield what is found, for each appraisal that is told of.

    Args:
        inquiry: how it is asked.
        rows: rows of `factor_by_agency.sql`.
        groups: rows of `agency_groups.sql`.
        agencies: how many of them are tested together, those in most reviews.
    """
    tested = groups[:agencies]
    recurrence = inquiry.rows("factor_recurrence")
    for appraisal in appraisals_told(rows):
        cells = at_agencies(with_cells(rows, appraisal, [group.group_id for group in tested]))
        factors = [(row.factor_id, row.label) for row in recurrence if row.appraisal == appraisal]
        yield Found(appraisal, cells, factors, tested)


def _stands_out(found: Found) -> bool:
    """Say whether a cell of one appraisal stands out."""
    return any(cell.stands_out for cell in found.cells)


def _slide(found: Found) -> Slide:
    """Return what is shown of one appraisal."""
    wordings = words.briefly(found.cells, sentences.telling(found.cells), found.appraisal)
    shown = table_of(found, ON_A_SLIDE)
    agencies = (len(shown.columns) - 1, len(found.groups))
    left = words.shown_of(agencies, (len(shown.rows), len(found.factors)), is_named=False)
    return Slide(fitting(wordings), shown, left)


def _notices(each: Sequence[Found], most: int, groups: int) -> Iterator[str]:
    """Yield what must be said beside the numbers, as the page says it."""
    found = each[0]
    attributions = sorted({cell.attribution for cell in found.cells})
    agencies, factors = len(found.groups), len(found.factors)
    if "review" in attributions:
        yield IN_THE_SAME_REVIEW
    parts = ((min(most, agencies), agencies), (min(MOST_FACTORS, factors), factors))
    if shown := words.shown_of(*parts, is_named=bool(sentences.telling(found.cells))):
        yield shown
    if left := sentences.not_shown(groups - agencies, AGENCIES_AS):
        yield left
    told = [cell for one in each for cell in one.cells if cell.is_told]
    if told:
        yield words.standing_out(
            len({one.agency_id for one in told}), len({one.factor_id for one in told})
        )
        yield from (sentences.ELSEWHERE[attribution] for attribution in attributions)


def _questions(each: Sequence[Found]) -> Iterator[Question]:
    """Yield what to ask of the cells that stand out as more, those least like chance first.

    Nobody can be asked about what stands for agencies that are not known.
    """
    known = {group.group_id for group in each[0].groups if group.sector != NOT_KNOWN}
    out = [
        (cell, found.appraisal)
        for found in each
        for cell in found.cells
        if cell.stands_out == "more" and cell.agency_id in known
    ]
    out.sort(key=lambda pair: sentences.strongest(pair[0]))
    for cell, appraisal in out[: words.ASKED_AT_MOST]:
        yield Question(said(words.asked(cell, appraisal)), words.ASKED_BY)
