"""How it was counted, what the words mean, and from whom the data are."""

from typing import Any

from dashboard.briefing.document import (
    Block,
    Bullets,
    Column,
    Paragraph,
    Section,
    Subheading,
    Table,
)
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.template import Part
from dashboard.briefing.text import Run, Text, plain, said
from dashboard.chosen import named
from dashboard.sentences import NOT_CAUSED_BY
from dashboard.sentences.briefing.method import COUNTED, DATED, ESTIMATED, NOT_A_SAMPLE


def method(inquiry: Inquiry, part: Part) -> Section:
    """Say how everything was counted, what each factor means, and how to cite the sources."""
    counted = (*COUNTED, DATED[str(inquiry.up_to.basis)], *ESTIMATED)
    blocks: list[Block] = [
        Paragraph(plain(NOT_CAUSED_BY)),
        Paragraph(plain(NOT_A_SAMPLE)),
        Subheading("How it was counted"),
        Bullets(tuple(map(said, counted))),
        *_sources(inquiry),
        _definitions(inquiry),
    ]
    return Section(part.show, part.heading, tuple(blocks), is_appendix=True)


def _sources(inquiry: Inquiry) -> list[Block]:
    """Return licence, citation and cautions of each source."""
    blocks: list[Block] = [Subheading("Where the data come from")]
    for source in inquiry.chosen.sources:
        blocks.append(Bullets(tuple(_of_source(source))))
    return blocks


def _of_source(source: Any) -> list[Text]:
    """Return what is to be said of one source, a line each."""
    title = named(source.title, bool(source.is_made_up))
    lines: list[Text] = [
        (Run(title, is_bold=True),),
        (Run("Licence:", is_bold=True), Run(f" {source.licence}")),
        (Run("How to cite it:", is_bold=True), Run(f" {source.citation}")),
    ]
    return [*lines, *(plain(caution) for caution in source.cautions)]


def _definitions(inquiry: Inquiry) -> Table:
    """Return what each factor means, in the order of the codebook."""
    rows = tuple((row.label, row.definition) for row in inquiry.rows("codebook"))
    columns = (Column("Factor"), Column("What it means", weight=2.2))
    return Table("What each factor means", columns, rows)
