"""How good the data are: what holds no factor, how far coders agree, and what is missing."""

from collections.abc import Iterator
from typing import NamedTuple

from dashboard.briefing.document import Block, Column, Paragraph, Question, Section, Table
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.parts.missing import missing_table, totals
from dashboard.briefing.template import Part
from dashboard.briefing.text import plain, said
from dashboard.estimates import TENTATIVE, Agreement, agreement, is_too_few
from dashboard.sentences.briefing import quality as told

MOST = 12
"""So many factors stand in the table of agreement, where the template does not say otherwise."""
_COLUMNS = (
    Column("Factor", weight=2.6),
    Column("Chosen by any", is_number=True),
    Column("By all of them", is_number=True),
    Column("Alpha", weight=2.0),
    Column("Agreement", weight=1.4),
)


class Coded(NamedTuple):
    """How findings were coded.

    Attributes:
        findings: findings in the reviews on which the framework was used.
        uncoded: of these, findings with no factor of the framework.
        together: coders' agreement on all factors; None if no finding was coded by two people.
        factors: on each factor that any of them chose.
    """

    findings: int
    uncoded: int
    together: Agreement | None
    factors: list[Agreement]


def quality(inquiry: Inquiry, part: Part) -> Section:
    """Tell how good the data are on which the briefing rests."""
    coded = _coded(inquiry)
    uncoded = said(told.uncoded(coded.uncoded, coded.findings))
    agreed = said(told.double_coded(coded.together, coded.findings))
    table = missing_table(inquiry)
    tables = [] if coded.together is None else [_agreement_table(coded, part.most or MOST)]
    blocks: list[Block] = [Paragraph(uncoded, "lead"), Paragraph(agreed)]
    if tables:
        blocks += [*tables, Paragraph(plain(told.WHAT_ALPHA_IS), "note")]
    in_short = said(told.headline(coded.uncoded, coded.findings, coded.together))
    return Section(
        part.show,
        part.heading,
        (*blocks, table),
        in_short,
        questions=tuple(_questions(coded)),
    )


def _coded(inquiry: Inquiry) -> Coded:
    """Ask how findings were coded, and estimate how far coders agree."""
    estimated = agreement(inquiry.table("coder_agreement"))
    together, factors = estimated or (None, [])
    findings, uncoded = totals(inquiry, "findings", "findings_uncoded")
    return Coded(findings, uncoded, together, factors)


def _agreement_table(coded: Coded, most: int) -> Table:
    """Set down the factors on which coders agree least, and last those too few to tell."""
    ordered = sorted(
        coded.factors,
        key=lambda one: (one.alpha is None, one.alpha or 0.0, -one.chosen, one.factor),
    )
    left = told.left_out(len(ordered) - most)
    return Table(
        "How far coders agree, by factor",
        _COLUMNS,
        tuple(
            (
                one.factor,
                f"{one.chosen:,} of {one.findings:,}",
                f"{one.agreed:,} of {one.chosen:,}",
                told.alpha(one),
                told.firmness(one).capitalize(),
            )
            for one in ordered[:most]
        ),
        (plain(left),) if left else (),
    )


def _questions(coded: Coded) -> Iterator[Question]:
    """Ask about what no factor holds, and about the factors on which coders agree too little."""
    of = coded.findings
    if not is_too_few(of) and coded.uncoded / of > told.UNCODED_LIMIT:
        yield Question(said(told.does_it_fit(coded.uncoded, of)), told.DOES_IT_FIT)
    unclear = [one for one in coded.factors if one.alpha is not None and one.alpha < TENTATIVE]
    for one in sorted(unclear, key=lambda one: one.alpha or 0.0)[: told.ASKED_AT_MOST]:
        yield Question(said(told.is_it_clear(one)), told.IS_IT_CLEAR)
