"""What the briefing is about: its quarter, its filters, and what they left out."""

from dashboard.briefing.document import Block, Bullets, Paragraph, Section
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.template import Part
from dashboard.briefing.text import letters, plain, said
from dashboard.sentences import filters_in_words
from dashboard.sentences.briefing import filters as words
from dashboard.sentences.left_out import left_out


def filters(inquiry: Inquiry, part: Part) -> Section:
    """Tell which filters hold, how many reviews they chose, and how these lie in time."""
    chosen, quarter, basis = inquiry.chosen, inquiry.request.quarter, str(inquiry.up_to.basis)
    up_to, within = inquiry.reviews(inquiry.up_to), inquiry.reviews(inquiry.within)
    message = plain(words.filters(within, up_to, quarter.name, basis))
    hold = Bullets(tuple(map(plain, filters_in_words(inquiry.up_to, chosen.labels, chosen.names))))
    out = inquiry.rows("left_out")
    undated = sum(int(row.reviews_undated) for row in out)
    told = (
        words.chosen_of(up_to, int(chosen.extent.reviews_of_sources)),
        left_out(out, chosen.names),
        words.ends_with(quarter.last, basis),
    )
    coarse = in_no_quarter(inquiry)
    blocks: list[Block] = [Paragraph(message, "lead")]
    if not within:
        blocks.append(Paragraph(plain(words.quiet(up_to))))
    blocks += [
        hold,
        Paragraph(said(" ".join(filter(None, told)))),
        Paragraph(plain(words.placed_in_time(basis, undated, coarse)), "note"),
    ]
    lines = filter(None, [letters(message), words.not_placed(basis, undated, coarse)])
    in_short = plain(" ".join(lines))
    return Section(part.show, part.heading, tuple(blocks), message=in_short)


def in_no_quarter(inquiry: Inquiry) -> int:
    """Return how many selected reviews have a date that falls into no one quarter."""
    sides = inquiry.rows("sides", period_kind="financial_quarter")
    in_quarters = sum(int(row.reviews) for row in sides if row.compare == "periods")
    return inquiry.reviews(inquiry.up_to) - in_quarters
